import type { DayOfWeek, LocalDate, RecordAgreedWay, WayOfReaching } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { agreedWay } from "../../db/schema/people-around.ts";
import type { Records } from "../../records.ts";

/** How somebody is reached, as it was recorded once; without a name it is the child. */
export type AgreedWayRow = {
  readonly name: string | null;
  /** Null where they were asked, and nothing is agreed. */
  readonly way: WayOfReaching | null;
  readonly days: readonly DayOfWeek[];
  readonly howOften: string | null;
  readonly words: string | null;
  readonly agreedWith: string;
  readonly from: LocalDate;
  readonly recordedBy: string;
};

/** One row of the table, by the alias `w`, as what it says. */
export const asAgreedWay = sql`json_build_object('name', w.name, 'way', w.way, 'days', w.days, 'howOften', w.how_often, 'words', w.words,
  'agreedWith', w.agreed_with, 'from', w.from_on, 'recordedBy', coalesce((select p.name from practitioner p
    where p.area_id = w.area_id and p.practitioner_id = w.recorded_by), 'Somebody who has left'))`;

/** What was recorded of how each of some children and their parents and carers are reached, the last recorded last. */
export async function agreedWaysOf(
  { tx, who }: Pick<Records, "tx" | "who">,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AgreedWayRow[]>> {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<{ readonly childId: string; readonly said: readonly AgreedWayRow[] }>(
    tx,
    sql`select w.child_id as "childId", json_agg(${asAgreedWay} order by w.recorded_at, w.agreed_way_id) as said from agreed_way w
      where w.area_id = ${who.areaId} and w.child_id = ${anyOf([...new Set(childIds)])} group by w.child_id`,
  );
  return new Map(rows.map(({ childId, said }) => [childId, said]));
}

type New = Pick<RecordAgreedWay, "childId" | "agreed" | "agreedWith" | "from"> & { readonly name: string | null };

export async function addAgreedWay({ tx, who, now, newId }: Records, { agreed, from, ...given }: New): Promise<void> {
  await tx.insert(agreedWay).values({
    ...given,
    areaId: who.areaId,
    agreedWayId: newId(),
    way: agreed.is === "way" ? agreed.way : null,
    days: agreed.is === "way" ? [...new Set(agreed.days)] : [],
    howOften: agreed.is === "way" ? agreed.howOften : null,
    words: agreed.words ?? null,
    fromOn: from,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
