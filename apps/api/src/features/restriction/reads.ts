import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { restriction } from "../../db/schema/access.ts";
import type { Records } from "../../records.ts";

type Person = { readonly practitionerId: string; readonly name: string };

/** An adult who must not be brought near a child: not invited, not written to, told nothing. */
export type AdultKeptAway = { readonly restrictionId: string; readonly name: string; readonly owner: Person };

const owner = sql`json_build_object('practitionerId', r.owner_id, 'name',
  coalesce((select p.name from practitioner p where p.area_id = r.area_id and p.practitioner_id = r.owner_id), 'Somebody who has left'))`;

/** Of some children, the adults who must not be brought near each, by name. */
export async function adultsKeptAwayFrom(
  { tx, who }: Pick<Records, "tx" | "who">,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AdultKeptAway[]>> {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<AdultKeptAway & { readonly childId: string }>(
    tx,
    sql`select r.child_id as "childId", r.restriction_id as "restrictionId", r.adult as name, ${owner} as owner from restriction r
      where r.area_id = ${who.areaId} and r.child_id = ${anyOf([...new Set(childIds)])} and r.kind = 'contact-risk' and upper_inf(r.during)
      order by r.adult, r.restriction_id`,
  );
  const found = new Map<string, AdultKeptAway[]>();
  for (const { childId, ...adult } of rows) found.set(childId, [...(found.get(childId) ?? []), adult]);
  return found;
}

/** The adults who must not be brought near a child, by name. Compare with `notKeptAway` of the domain. */
export const adultsNotToBeBroughtNear = async (
  records: Pick<Records, "tx" | "who">,
  childId: string,
): Promise<readonly AdultKeptAway[]> => (await adultsKeptAwayFrom(records, [childId])).get(childId) ?? [];

/** That it is kept private where a child is: who answers for that, where letters and calls go, and whether the caller may know. */
export type WhereaboutsKept = {
  readonly restrictionId: string;
  readonly owner: Person;
  readonly safeContact: NonNullable<(typeof restriction.$inferSelect)["safeContact"]>;
  readonly mayKnow: boolean;
};

/** Of some children, those whose whereabouts are kept private. */
export async function whereaboutsKeptOf(
  { tx, who }: Pick<Records, "tx" | "who">,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, WhereaboutsKept>> {
  if (childIds.length === 0) return new Map();
  const rows = await rowsOf<WhereaboutsKept & { readonly childId: string }>(
    tx,
    sql`select r.child_id as "childId", r.restriction_id as "restrictionId", ${owner} as owner, r.safe_contact as "safeContact",
        r.child_id <> all ((select whereabouts_kept_from_me())::uuid[]) as "mayKnow"
      from restriction r
      where r.area_id = ${who.areaId} and r.child_id = ${anyOf(childIds)}
        and r.kind = 'whereabouts' and upper_inf(r.during)`,
  );
  return new Map(rows.map(({ childId, ...kept }) => [childId, kept]));
}

/** That it is kept private where this child is; undefined where it is not. */
export const whereaboutsAreKept = async (
  records: Pick<Records, "tx" | "who">,
  childId: string,
): Promise<WhereaboutsKept | undefined> => (await whereaboutsKeptOf(records, [childId])).get(childId);

/** Of some people, those who may know where a child is while that is kept private: named with the restriction, or keeping a roll the child was on before it. */
export async function whoMayKnowWhereabouts(
  { tx, who }: Pick<Records, "tx" | "who">,
  childId: string,
  practitionerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (practitionerIds.length === 0) return new Set();
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select asked.id from unnest(${`{${[...new Set(practitionerIds)].join(",")}}`}::uuid[]) as asked (id)
      where exists (select 1 from restriction_reader d join restriction r on r.area_id = d.area_id and r.restriction_id = d.restriction_id
          where d.area_id = ${who.areaId} and d.child_id = ${childId} and d.practitioner_id = asked.id and d.during @> app_now()
            and r.kind = 'whereabouts' and upper_inf(r.during))
        or exists (select 1 from child_access a where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.practitioner_id = asked.id
          and not a.held_back and a.basis in ('record-keeper', 'head') and a.during @> app_now()
          and lower(a.during) <= coalesce(whereabouts_kept_since(a.child_id), 'infinity'))`,
  );
  return new Set(rows.map(({ id }) => id));
}
