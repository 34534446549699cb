import { v7 as newId } from "uuid";
import type { Database } from "../db/database.ts";
import { setChildIndexAsAsked } from "../features/area/child-index-command.ts";
import { publishLeadsOf } from "../jobs/child-index.ts";
import type { Answer } from "../jobs/send-entry.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import { ledPlans } from "./stories-who-does-what.ts";
import type { World } from "./world.ts";

/** Nobody's address: what is sent there reaches nobody, so that what waits goes on waiting. */
const url = "https://index.ashbeck.invalid/leads";

/**
 * The area's index of children: it shows who leads, and since one of them got another number it could not be reached
 * (CWDC-2.20b). The case of a child who is looked after carries the reference of children's social care.
 */
export async function tellIndex(world: World, database: Database): Promise<void> {
  const { areaId, plan, today } = world;
  const day = (weekdays: number, time: string) => at(weekdaysBefore(today, weekdays), time);
  await setChildIndexAsAsked(["--area", plan.name, "--url", url], database, { now: day(6, "09:00"), keys: {} });
  const led = await ledSince(world, day(5, "10:00"));
  for (const [place, { by, childId }] of led.entries())
    await world.as(by, day(5, "10:00")).record.references.keep({
      ...{ idempotencyKey: newId(), childId, kind: "child-index", reference: `ASH ${40_118 + place * 7}` },
      basis: "public-task",
    });
  const round = (now: Date, answer: Answer) =>
    publishLeadsOf(database, areaId, () => now, { keys: {}, send: async () => answer });
  await round(day(5, "10:05"), "kept");
  const [first] = led;
  if (first !== undefined)
    await world.as(first.by, day(2, "08:50")).namedPerson.reach.keep({
      ...{ idempotencyKey: newId(), phone: "01632 960318", hours: "Tuesday to Friday, at the clinic" },
    });
  await round(day(2, "09:00"), "unreachable");
  const { childId } = nth(await childrenOn(world, "high"), 2);
  await world.as("socialWorker", day(4, "11:30")).record.references.keep({
    ...{ idempotencyKey: newId(), childId, kind: "social-care", reference: "CSC 20418" },
  });
}

/** The led plans whose lead led at that moment already. */
async function ledSince(world: World, moment: Date) {
  const found: Awaited<ReturnType<typeof ledPlans>> = [];
  for (const one of await ledPlans(world)) {
    const { plans } = await world.as(one.by, moment).leadProfessional.mine({});
    if (plans.some(({ planId }) => planId === one.planId)) found.push(one);
  }
  return found;
}
