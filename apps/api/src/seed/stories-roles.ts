import { addDays } from "@linchpin/domain";
import { v4 as newKey } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** The health trust's chief officer named a senior manager, ended it for a time and named him again. */
export async function tellSeniorManagers(world: World): Promise<void> {
  const { today } = world;
  const chief = (day: number) =>
    world.as("chiefOfficer", at(weekdaysBefore(today, day), "11:10")).workforce.seniorManagers;
  const [began, changed] = [weekdaysBefore(today, 28), weekdaysBefore(today, 10)];
  const name = (who: string, day: number) =>
    chief(day).name({
      idempotencyKey: newKey(),
      practitionerId: world.person(who).practitionerId,
      from: weekdaysBefore(today, day),
    });
  const named = await name("healthServiceManager", 28);
  const first = named.organisations.flatMap((one) => one.named).find(({ from }) => from === began);
  await chief(10).end({
    idempotencyKey: newKey(),
    namingId: first?.namingId ?? "",
    lastDay: changed,
    reason: "He opened the new clinic and was back after a fortnight.",
  });
  await name("healthServiceManager", 9);
}

/** One departure from a rule is approved for some months to come, and one waits for whoever steers. */
export async function tellDepartures(world: World): Promise<void> {
  const { today } = world;
  const asks = world.as("coordinator", at(weekdaysBefore(today, 4), "14:05")).quality.departures;
  const rules = await aFewRules(world);
  const ask = (rule: string, reason: string, days: number) =>
    asks.ask({
      idempotencyKey: newKey(),
      rule,
      reason,
      from: addDays(today, days),
      lastDay: addDays(today, days + 120),
    });
  const [first = "", second = ""] = rules;
  const { departures } = await ask(
    first,
    "A pilot in two schools until the evaluation is in; they do it by phone.",
    21,
  );
  await ask(second, "The partner agencies asked for a longer run-in. The forum looks at it again in spring.", 35);
  await world.as("strategic", at(weekdaysBefore(today, 2), "09:20")).quality.departures.decide({
    idempotencyKey: newKey(),
    departureId: departures.find(({ rule }) => rule === first)?.departureId ?? "",
    outcome: "approved",
    reason: "Agreed for the pilot, with a report to the group before it ends.",
  });
}

/** Two rules of the area's book from which a strategic manager may approve a departure: readings of figures, none about a child. */
async function aFewRules(world: World): Promise<readonly string[]> {
  const { questions } = await world.as("coordinator", at(weekdaysBefore(world.today, 4), "14:00")).area.rulebook({});
  const found = questions
    .filter(({ topic }) => topic === "quality")
    .flatMap(({ rules }) => rules)
    .filter(
      ({ strength, isInForce }) => isInForce && !["law", "statutory guidance", "national standard"].includes(strength),
    );
  return [...new Set(found.map(({ rule }) => rule))].slice(0, 2);
}
