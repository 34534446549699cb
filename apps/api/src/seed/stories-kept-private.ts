import { addDays, type LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** A child whose whereabouts are kept private, and one with an adult who must not be brought near: its look again is overdue. */
export async function tellKeptPrivate(world: World, roll: string): Promise<void> {
  const children = (await childrenOn(world, roll)).toReversed();
  await keep(world, nth(children, 6).childId, weekdaysBefore(world.today, 12), {
    kind: "whereabouts",
    safeContact: {
      name: "Duty social worker",
      address: "Council offices, 2 Harbour Street",
      phone: "01632 960950",
    },
    reason: "They left in a hurry in the summer, and somebody has asked for them at two schools since.",
    days: 60,
  });
  await keep(world, nth(children, 7).childId, weekdaysBefore(world.today, 20), {
    kind: "contact-risk",
    adult: "Rob Sample",
    reason: "An order of the court: no contact, and nothing that says where the family is.",
    days: 14,
  });
}

type Story =
  | {
      readonly kind: "whereabouts";
      readonly safeContact: { readonly name: string; readonly address: string; readonly phone: string };
      readonly reason: string;
      readonly days: number;
    }
  | { readonly kind: "contact-risk"; readonly adult: string; readonly reason: string; readonly days: number };

async function keep(world: World, childId: string, on: LocalDate, { days, ...said }: Story): Promise<void> {
  const who = await whoAnswersFor(world, childId);
  await world.as(who, at(on, "10:25")).restriction.record({
    ...said,
    idempotencyKey: newKey(),
    childId,
    ownerId: world.person(who).practitionerId,
    reviewOn: addDays(on, days),
    readers: [],
  });
}

/** The named person; where the area's documents know none, whoever heads the school. */
async function whoAnswersFor(world: World, childId: string): Promise<string> {
  const rows = await world.write((tx) =>
    rowsOf<{ readonly id: string }>(
      tx,
      sql`select practitioner_id as id from child_access
        where area_id = ${world.areaId} and child_id = ${childId} and basis in ('named-person', 'head') and upper_inf(during)
        order by basis desc`,
    ),
  );
  const keys = Object.keys(world.plan.people);
  const found = rows.flatMap(({ id }) => keys.find((key) => world.person(key).practitionerId === id) ?? []);
  return nth(found, 0);
}
