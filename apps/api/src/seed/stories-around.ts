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

/** A looked-after child first; nobody of whom something is kept private. */
export async function aLedChild({ areaId, person, plan, today, write }: World) {
  const since = at(weekdaysBefore(today, 2), "08:00").toISOString();
  const found = await write((tx) =>
    rowsOf<{ readonly practitionerId: string; readonly childId: string }>(
      tx,
      sql`select a.practitioner_id as "practitionerId", a.child_id as "childId" from child_access a
        where a.area_id = ${areaId} and a.basis = 'lead' and not a.held_back and upper_inf(a.during) and lower(a.during) < ${since}::timestamptz
          and not exists (select 1 from restriction r where r.area_id = a.area_id and r.child_id = a.child_id)
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
