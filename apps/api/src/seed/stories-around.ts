import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/**
 * Of a child whose lead somebody holds, a looked-after one first: whom the child would rather talk to, whom the family turns
 * to day by day, and what the first parent or carer takes part in. What lead and trusted person share waits to be settled.
 */
export async function tellAround(world: World): Promise<void> {
  const yesterday = weekdaysBefore(world.today, 1);
  const found = await aLedChild(world);
  if (found === undefined) return;
  const { lead, childId } = found;
  const { around } = world.as(lead, at(yesterday, "14:05")).people;
  await around.recordContact({
    idempotencyKey: newKey(),
    childId,
    as: "trusted",
    chosenBy: "child",
    who: { is: "other", name: "Meg Calder", whoTheyAre: "Foster carer", reach: "01632 960471" },
    words: "Meg is there at breakfast. I can say things to her.",
    from: yesterday,
  });
  await around.recordContact({
    idempotencyKey: newKey(),
    childId,
    as: "day-to-day",
    chosenBy: "family",
    who: { is: "other", name: "Lorna Pate", whoTheyAre: "Breakfast club leader" },
    words: "We see her every morning.",
    from: yesterday,
  });
  const { adults } = await around.get({ childId });
  const first = adults.find(({ isKeptAway }) => !isKeptAway);
  if (first !== undefined)
    await around.recordPart({
      idempotencyKey: newKey(),
      childId,
      carerId: first.carerId,
      takesPartIn: ["plan", "meetings", "signature", "sharing"],
    });
}

/**
 * How child and carer want to be reached: the first parent or carer said letters, and then asked for texts on weekdays. Where no
 * child with a lead has one on record, the child asks for texts (BOL-3.1).
 */
export async function agreeHowToReach(world: World): Promise<void> {
  const hasCarer = sql`exists (select 1 from carer k where k.area_id = a.area_id and k.child_id = a.child_id)`;
  const found = (await aLedChild(world, hasCarer)) ?? (await aLedChild(world));
  if (found === undefined) return;
  const { lead, childId } = found;
  const [before, day] = [weekdaysBefore(world.today, 2), weekdaysBefore(world.today, 1)];
  const around = (on: typeof day, time: string) => world.as(lead, at(on, time)).people.around;
  const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
  const texts = { is: "way" as const, way: "text" as const, howOften: "Once a week, on Fridays", days: [...weekdays] };
  const { adults } = await around(before, "16:05").get({ childId });
  const carer = adults.find(({ isKeptAway }) => !isKeptAway);
  if (carer === undefined) {
    await around(day, "14:25").recordWay({
      ...{ idempotencyKey: newKey(), childId, agreedWith: "the child, in the library", from: day },
      agreed: { ...texts, words: "Not in lessons: the phone is in a locker until three." },
    });
    return;
  }
  const about = { childId, carerId: carer.carerId, agreedWith: carer.name };
  await around(before, "16:10").recordWay({
    ...{ ...about, idempotencyKey: newKey(), from: before },
    agreed: { is: "way", way: "letter", howOften: "When something changes", days: [...weekdays, "saturday"] },
  });
  await around(day, "14:20").recordWay({
    ...{ ...about, idempotencyKey: newKey(), from: day },
    agreed: { ...texts, words: "Not before ten: the early shift ends then. No messages left on the home phone." },
  });
  await around(day, "14:25").recordWay({
    ...{ idempotencyKey: newKey(), childId, agreedWith: `${carer.name}, with the child`, from: day },
    agreed: { is: "way", way: "visit", howOften: "Every other week", days: ["monday", "thursday"] },
  });
}

/** Of whom this holds, of the row `a` of who leads: a looked-after child first; nobody of whom something is kept private. */
export async function aLedChild({ areaId, person, plan, today, write }: World, where = sql`true`) {
  const since = at(weekdaysBefore(today, 2), "08:00").toISOString();
  const found = await write((tx) =>
    rowsOf<{ readonly practitionerId: string; readonly childId: string }>(
      tx,
      sql`select a.practitioner_id as "practitionerId", a.child_id as "childId" from child_access a
        where a.area_id = ${areaId} and a.basis = 'lead' and not a.held_back and upper_inf(a.during) and lower(a.during) < ${since}::timestamptz
          and not exists (select 1 from restriction r where r.area_id = a.area_id and r.child_id = a.child_id)
          and ${where}
        order by exists (select 1 from legal_status s where s.area_id = a.area_id and s.child_id = a.child_id
          and s.kind = 'looked-after' and s.superseded_at is null) desc, a.recorded_at, a.child_id, a.practitioner_id`,
    ),
  );
  for (const { practitionerId, childId } of found) {
    const lead = Object.keys(plan.people).find((key) => person(key).practitionerId === practitionerId);
    if (lead !== undefined) return { lead, childId };
  }
  return undefined;
}
