import { v7 as newId } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

type List = Awaited<ReturnType<ReturnType<World["as"]>["plan"]["whoDoesWhat"]["get"]>>;

/** The plans of an area that somebody leads, each with its lead and a child who is seen by name, on which more than one works. */
export async function ledPlans(world: World) {
  const found = new Map<string, { readonly by: string; readonly planId: string; readonly childId: string }>();
  for (const [by, { role }] of Object.entries(world.plan.people)) {
    if ((role ?? "practitioner") !== "practitioner") continue;
    const caller = world.as(by, at(world.today, "08:40"));
    for (const { planId } of (await caller.leadProfessional.mine({})).plans) {
      const { members, practitioners, state } = await caller.plan.get({ planId });
      const [child] = members;
      if (state === "open" && practitioners.length > 1 && child?.visibility === "full")
        found.set(planId, { by, planId, childId: child.childId });
    }
  }
  return [...found.values()];
}

/** Whoever is on a list marks their own line; the first of them, where one asks, asks instead. */
async function everybodySays(world: World, { lines }: List, question: string | undefined): Promise<void> {
  const day = weekdaysBefore(world.today, 1);
  let asks = question;
  for (const { practitionerId, lineId } of lines) {
    const key = Object.keys(world.plan.people).find((one) => world.person(one).practitionerId === practitionerId);
    if (key === undefined) continue;
    const { whoDoesWhat } = world.as(key, at(day, "15:20")).plan;
    const isLight = world.plan.people[key]?.role === "light";
    const said = { idempotencyKey: newId(), lineId };
    const word = asks === undefined ? { says: "clear" as const } : { says: "asks" as const, words: asks };
    await (isLight ? whoDoesWhat.sayOwn({ ...said, ...word }) : whoDoesWhat.say({ ...said, ...word }));
    asks = undefined;
  }
}

/** Two lists of who does what: one that is clear to everybody on it, and one with a question that waits for an answer. */
export async function sayWhoDoesWhat(world: World): Promise<void> {
  const [clear, open] = await ledPlans(world);
  const issued = weekdaysBefore(world.today, 2);
  for (const [led, question] of [
    [clear, undefined],
    [open, "Who tells the school when a session is cancelled?"],
  ] as const) {
    if (led === undefined) continue;
    const { by, planId, childId } = led;
    const of = { planId, childId };
    const { whoDoesWhat } = world.as(by, at(issued, "09:30")).plan;
    const list = await whoDoesWhat.issue({
      ...of,
      idempotencyKey: newId(),
      childIsAsked: "yes",
      childsPart: "Says which day suits best, and picks the games",
      familysPart: "Rings by nine when a day does not suit",
    });
    await everybodySays(world, list, question);
    await giveToChild(world, by, of);
    for (const { lineId, as } of list.lines) {
      if (as.code === "practitioner" || (question !== undefined && as.code === "family")) continue;
      await world.as(by, at(weekdaysBefore(world.today, 1), "16:40")).plan.whoDoesWhat.record({
        ...of,
        idempotencyKey: newId(),
        lineId,
        says: "clear",
        how: "Read together at a visit",
        on: weekdaysBefore(world.today, 1),
      });
    }
  }
}

/** The child has the list on paper, handed over in person: what names somebody else of the family is taken out first. */
async function giveToChild(
  world: World,
  by: string,
  { planId, childId }: { readonly planId: string; readonly childId: string },
): Promise<void> {
  const { sheets } = world.as(by, at(weekdaysBefore(world.today, 1), "16:30")).consent;
  const asked = {
    childId,
    of: { is: "who-does-what" as const, planId },
    to: { recipient: { is: "child" as const }, way: "handed-over" as const },
  };
  const found = (await sheets.look(asked)).look?.findings ?? [];
  const clearings = found.map(({ key }) => ({ key, how: "out" as const }));
  const { look } = await sheets.look({ ...asked, clearings });
  if (look !== undefined) await sheets.send({ ...asked, idempotencyKey: newId(), clearings, hash: look.hash });
}
