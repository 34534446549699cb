import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { establishment } from "../../db/schema/area.ts";
import { post } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { soundsLike } from "./roll-store.ts";

/** How many are shown before more of the name is asked for. */
export const mostHere = 20;

/** The school, nursery or clinic at which the caller's post is; undefined where it is at none. */
export async function placeOfPost({
  tx,
  who,
}: Records): Promise<{ readonly establishmentId: string; readonly name: string } | undefined> {
  const [found] = await tx
    .select({ establishmentId: establishment.establishmentId, name: establishment.name })
    .from(establishment)
    .innerJoin(
      post,
      and(eq(post.areaId, establishment.areaId), eq(post.establishmentId, establishment.establishmentId)),
    )
    .where(and(eq(post.areaId, who.areaId), eq(post.postId, who.postId)));
  return found;
}

export type ChildHere = {
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly group: string | null;
  readonly namedPerson: {
    readonly name: string;
    readonly title: string | null;
    readonly place: string | null;
    readonly phone: string | null;
  } | null;
};

/**
 * Children with a place there today whose name holds these words, by name, each with the named person; one row more than
 * is shown. Without those of whom it is kept where they are, and those from whom the caller is held back.
 */
export const childrenHere = (
  { tx, who, today }: Records,
  establishmentId: string,
  text: string,
): Promise<readonly ChildHere[]> =>
  areaWide(tx, () =>
    rowsOf<ChildHere>(
      tx,
      sql`select c.child_id as "childId", c.given_name as "givenName", c.family_name as "familyName", c.preferred_name as "preferredName",
          p."group", named.who as "namedPerson"
        from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
        left join lateral (
          select json_build_object('name', pr.name, 'title', po.title, 'place', e.name, 'phone', pr.phone) as who
          from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
          left join post po on po.area_id = np.area_id and po.practitioner_id = np.practitioner_id and po.during @> ${today}::date
          left join establishment e on e.area_id = po.area_id and e.establishment_id = po.establishment_id
          where np.area_id = c.area_id and np.child_id = c.child_id and np.during @> app_now()
          order by po.hours desc nulls last, po.post_id limit 1) named on true
        where p.area_id = ${who.areaId} and p.establishment_id = ${establishmentId} and p.superseded_at is null
          and p.during @> ${today}::date and ${soundsLike(text)}
          and not exists (select 1 from restriction r
            where r.area_id = c.area_id and r.child_id = c.child_id and r.kind = 'whereabouts' and upper_inf(r.during))
          and not is_held_back(c.area_id, ${who.practitionerId}, c.child_id)
        order by c.search_name, c.child_id limit ${mostHere + 1}`,
    ),
  );
