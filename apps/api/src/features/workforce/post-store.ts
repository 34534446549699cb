import { type DayRange, DomainError } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { agency } from "../../db/schema/area.ts";
import { post } from "../../db/schema/practitioner.ts";
import { managedAtLast } from "../../line-managers.ts";
import type { Records } from "../../records.ts";
import { childrenSeen } from "../workload/reads.ts";

const columns = {
  postId: post.postId,
  practitionerId: post.practitionerId,
  title: post.title,
  agencyName: agency.name,
  lineManagerId: post.lineManagerId,
  during: post.during,
  version: post.version,
};

export type PostRow = {
  readonly postId: string;
  readonly practitionerId: string;
  readonly title: string;
  readonly agencyName: string;
  readonly lineManagerId: string | null;
  readonly during: DayRange;
  readonly version: number;
};

const rows = ({ tx, who }: Records) =>
  tx
    .select(columns)
    .from(post)
    .innerJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .where(eq(post.areaId, who.areaId))
    .$dynamic();

/** The post of a senior manager ends with their naming, by the word of whoever named them. */
const isNoNaming = sql`not exists (select 1 from senior_manager n where n.area_id = ${post.areaId} and n.post_id = ${post.postId})`;

/** Somebody's posts that have not ended, the one with most hours first. */
export const postsOf = (records: Records, practitionerId: string): Promise<readonly PostRow[]> =>
  rows(records)
    .where(
      and(
        eq(post.areaId, records.who.areaId),
        eq(post.practitionerId, practitionerId),
        sql`(upper_inf(${post.during}) or upper(${post.during}) > ${records.today}::date)`,
        isNoNaming,
      ),
    )
    .orderBy(sql`${post.hours} desc`, post.postId);

/** One post, held until the transaction ends; undefined where there is none. */
export async function lockPost(records: Records, postId: string): Promise<PostRow | undefined> {
  const [found] = await rows(records)
    .where(and(eq(post.areaId, records.who.areaId), eq(post.postId, postId), isNoNaming))
    .for("update", { of: post });
  return found;
}

/** Whether the caller managed somebody at the last post they had. */
export async function managedLast(records: Records, practitionerId: string): Promise<boolean> {
  const [found] = await rowsOf<{ readonly managed: boolean | null }>(
    records.tx,
    sql`select ${managedAtLast(records, sql`${practitionerId}::uuid`)} as managed`,
  );
  return found?.managed ?? false;
}

/** Ends a post from the version that was seen. */
export async function cutPost(
  { tx, who }: Records,
  { postId, during }: PostRow,
  { version, until, because }: { readonly version: number; readonly until: string; readonly because: string },
) {
  const moved = await tx
    .update(post)
    .set({ during: sql`daterange(${during.from}::date, ${until}::date)`, endedBecause: because, version: version + 1 })
    .where(and(eq(post.areaId, who.areaId), eq(post.postId, postId), eq(post.version, version)))
    .returning({ version: post.version });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "post" });
}

type Counts = {
  readonly namedPersonFor: number;
  readonly leads: number;
  readonly proposals: number;
  readonly duties: number;
  readonly manages: number;
};

/** How much somebody holds now, in figures that name nobody. */
export async function heldBy(records: Records, practitionerId: string): Promise<Counts> {
  const { areaId } = records.who;
  const [counts] = await areaWide(records.tx, () =>
    rowsOf<Counts>(
      records.tx,
      sql`select
        (select count(distinct child_id)::int from named_person where area_id = ${areaId} and practitioner_id = ${practitionerId}
          and during @> app_now()) as "namedPersonFor",
        (select count(*)::int from lead l join plan p on p.area_id = l.area_id and p.plan_id = l.plan_id and p.state = 'open'
          where l.area_id = ${areaId} and l.practitioner_id = ${practitionerId} and upper_inf(l.during)) as leads,
        (select count(*)::int from proposal where area_id = ${areaId} and proposed_id = ${practitionerId} and state = 'open') as proposals,
        (select count(*)::int from duty where area_id = ${areaId} and owed_by = ${practitionerId} and done_at is null) as duties,
        (select count(distinct practitioner_id)::int from post where area_id = ${areaId} and line_manager_id = ${practitionerId}
          and during @> ${records.today}::date) as manages`,
    ),
  );
  if (counts === undefined) throw new Error("a statement of one row answered none");
  return counts;
}

/** How many are named at most; the counts say how many there are. */
const mostNamed = 50;

type Named = {
  readonly childId: string;
  readonly name: string;
  readonly bornOn: string | null;
  readonly bases: readonly string[];
};

/** The children somebody is named person for whom the caller may see by name. */
export const namedChildrenOf = ({ tx, who, now }: Records, practitionerId: string): Promise<readonly Named[]> =>
  rowsOf<Named>(
    tx,
    sql`select c.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as name, c.born_on::text as "bornOn",
        (select json_agg(distinct x.basis) from child_access x where x.area_id = c.area_id and x.child_id = c.child_id
          and x.practitioner_id = ${who.practitionerId} and x.during @> ${now}::timestamptz) as bases
      from named_person np join child c on c.area_id = np.area_id and c.child_id = np.child_id
      where np.area_id = ${who.areaId} and np.practitioner_id = ${practitionerId} and np.during @> app_now()
      order by c.family_name, c.given_name, c.child_id limit ${mostNamed}`,
  );

/** The open plans somebody leads, with the child of each whom the caller may see. */
export async function ledPlansOf(records: Records, practitionerId: string) {
  const { areaId } = records.who;
  const plans = await rowsOf<{ readonly planId: string }>(
    records.tx,
    sql`select l.plan_id as "planId" from lead l join plan p on p.area_id = l.area_id and p.plan_id = l.plan_id and p.state = 'open'
      where l.area_id = ${areaId} and l.practitioner_id = ${practitionerId} and upper_inf(l.during)
      order by lower(l.during), l.plan_id limit ${mostNamed}`,
  );
  const seen = await childrenSeen(
    records,
    plans.map(({ planId }) => planId),
  );
  return plans.map(({ planId }) => ({ planId, seen: seen.get(planId) }));
}
