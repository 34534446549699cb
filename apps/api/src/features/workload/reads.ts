import {
  acts,
  type CaseFacts,
  type LoadFacts,
  type LocalDate,
  type MeasureDecision,
  type PostFacts,
} from "@linchpin/domain";
import { sql } from "drizzle-orm";
import type { InForce } from "../../area-in-force.ts";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { prepared } from "../../db/prepared.ts";
import type { Records } from "../../records.ts";

/** One post of somebody today: what it can carry, and what a reader is shown of it. */
export type PostHeld = Omit<PostFacts, "hours"> & {
  readonly version: number;
  readonly title: string;
  readonly agency: { readonly agencyId: string; readonly name: string; readonly kind: string };
  readonly teamName: string | null;
  readonly hours: number;
  readonly agreedOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  readonly managerName: string | null;
};

/** What the rulebook says of one person's work. */
export type Weighed = {
  readonly name: string;
  readonly cases: readonly CaseFacts[];
  /** The one with most hours first. */
  readonly posts: readonly PostHeld[];
  readonly namedPersonFor: LoadFacts["namedPersonFor"];
  /** Today; the first day back, where it is known. Why is nobody's business here. */
  readonly away: { readonly backOn: LocalDate | null } | null;
  readonly load: MeasureDecision;
  readonly capacity: MeasureDecision;
};

/** Every person's load and capacity by the book: one statement, however many people. Split posts add up to one person. */
export async function weighPeople(
  records: Records,
  practitionerIds: readonly string[],
  { book }: InForce = records.book(),
): Promise<ReadonlyMap<string, Weighed>> {
  if (practitionerIds.length === 0) return new Map();
  const rows = await workOf(records, practitionerIds);
  return new Map(
    rows.map((row) => {
      const { practitionerId, away } = row;
      const cases = row.cases.map(caseOf);
      const posts = row.posts.map(postOf);
      const namedPersonFor =
        row.children === null ? undefined : { children: row.children, withSomethingOpen: row.withSomethingOpen ?? 0 };
      const asked = { practitionerId, cases, ...(namedPersonFor ? { namedPersonFor } : {}) };
      const load = book.measure("workload.load", asked, records.asAt);
      const capacity = book.measure("workload.capacity", { practitionerId, posts: posts.map(factsOf) }, records.asAt);
      return [practitionerId, { name: row.name ?? "", cases, posts, namedPersonFor, away, load, capacity }];
    }),
  );
}

type CaseRow = {
  readonly planId: string;
  readonly role: "lead" | "supporter";
  readonly level: "single" | "integrated" | "complex" | null;
  readonly practitioners: number;
  readonly members: number;
  readonly expectedMonths: number | null;
  readonly adjustment: number | null;
};

const caseOf = ({ planId, role, level, practitioners, members, expectedMonths, adjustment }: CaseRow): CaseFacts => ({
  planId,
  role,
  level: level ?? "not-recorded",
  practitioners,
  childSections: members,
  expectedMonths: expectedMonths ?? "not-recorded",
  ...(adjustment === null ? {} : { adjustment }),
});

/** A post as the rules read it: the hours that a capacity was agreed for are not recorded, so none are compared. */
const factsOf = ({ postId, managerId, agreedCapacity, leading }: PostHeld): PostFacts => ({
  postId,
  managerId,
  agreedCapacity,
  leading,
});

type PostRow = Omit<PostHeld, "agreedCapacity" | "managerId" | "leading"> & {
  readonly agreedCapacity: number | null;
  readonly managerId: string | null;
  readonly leading: "everyday" | "occasional" | null;
};

const postOf = (row: PostRow): PostHeld => ({
  ...row,
  agreedCapacity: row.agreedCapacity ?? "not-recorded",
  managerId: row.managerId ?? "none",
  leading: row.leading ?? "not-recorded",
});

type WorkRow = {
  readonly practitionerId: string;
  readonly name: string | null;
  readonly cases: readonly CaseRow[];
  readonly posts: readonly PostRow[];
  readonly children: number | null;
  readonly withSomethingOpen: number | null;
  readonly away: Weighed["away"];
};

const at = sql.placeholder;

/** A plan as a case knows it. One row by its key, and so never a walk over all open plans. */
const planOfCase = sql`cross join lateral (
    select p.state, p.level_of_need, p.members, p.expected_months from plan p
    where p.area_id = app_area() and p.plan_id = held.plan_id limit 1
  ) plan`;

/** Whoever leads a plan counts among its practitioners, put on it or not. */
const practitionersOfCase = sql`(
    select count(*)::int from (
      select s.practitioner_id from plan_practitioner s
      where s.area_id = app_area() and s.plan_id = held.plan_id and upper_inf(s.during)
      union
      select l.practitioner_id from lead l
      where l.area_id = app_area() and l.plan_id = held.plan_id and upper_inf(l.during)
    ) at_work
  )`;

const adjustmentOfCase = sql`(
    select a.quarter_points from weight_adjustment a
    where a.area_id = app_area() and a.practitioner_id = people.practitioner_id and a.plan_id = held.plan_id
      and a.superseded_at is null limit 1
  )`;

/** What one of the people leads and supports on open plans; a lead who supports too leads. */
const casesOfPerson = sql`(
    select json_agg(json_build_object('planId', held.plan_id, 'role', held.role, 'level', plan.level_of_need,
      'practitioners', ${practitionersOfCase}, 'members', plan.members, 'expectedMonths', plan.expected_months,
      'adjustment', ${adjustmentOfCase}) order by held.role, held.plan_id)
    from (
      select l.plan_id, 'lead' as role from lead l
      where l.area_id = app_area() and l.practitioner_id = people.practitioner_id and upper_inf(l.during)
      union
      select s.plan_id, 'supporter' from plan_practitioner s
      where s.area_id = app_area() and s.practitioner_id = people.practitioner_id and upper_inf(s.during)
    ) held ${planOfCase}
    where plan.state = 'open'
  )`;

const postsOfPerson = sql`(
    select json_agg(json_build_object('postId', po.post_id, 'version', po.version, 'title', po.title,
      'agency', json_build_object('agencyId', ag.agency_id, 'name', ag.name, 'kind', ag.kind), 'teamName', t.name,
      'hours', po.hours, 'agreedCapacity', po.agreed_capacity, 'agreedOn', po.capacity_agreed_on,
      'reviewOn', po.capacity_review_on, 'leading', po.leading, 'managerId', manager.practitioner_id,
      'managerName', manager.name) order by po.hours desc, po.post_id)
    from post po
    join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    left join team t on t.area_id = po.area_id and t.team_id = po.team_id
    left join lateral (
      select pr.practitioner_id, pr.name from practitioner pr
      where pr.area_id = po.area_id and pr.practitioner_id = coalesce(po.line_manager_id, t.manager_id) limit 1
    ) manager on true
    where po.area_id = app_area() and po.practitioner_id = people.practitioner_id and po.during @> ${at("today")}::date
  )`;

const awayOfPerson = sql`(
    select json_build_object('backOn', upper(le.during)) from leave le
    where le.area_id = app_area() and le.practitioner_id = people.practitioner_id and le.superseded_at is null
      and le.during @> ${at("today")}::date
    order by upper(le.during) desc nulls first limit 1
  )`;

/**
 * People's cases, posts and the number of children they are named person of. Each part is found by key for each person
 * and case, so that its time grows with them alone, whatever the database guesses about tables that nobody counted.
 */
const work = sql`(
  with people as (
    select value::uuid as practitioner_id from jsonb_array_elements_text(${at("people")}::jsonb)
  )
  select people.practitioner_id,
    (select pr.name from practitioner pr where pr.area_id = app_area() and pr.practitioner_id = people.practitioner_id) as name,
    coalesce(${casesOfPerson}, '[]'::json) as cases, coalesce(${postsOfPerson}, '[]'::json) as posts,
    ${awayOfPerson} as away, counts.children, counts.with_something_open
  from people
  left join named_person_counts(array(select practitioner_id from people)) counts
    on counts.practitioner_id = people.practitioner_id
) work`;

const workOf = ({ tx, today }: Records, practitionerIds: readonly string[]): Promise<readonly WorkRow[]> =>
  prepared<WorkRow>(tx, "workload_of_people", (handle) =>
    handle
      .select({
        practitionerId: sql<string>`practitioner_id`,
        name: sql<string | null>`name`,
        cases: sql<readonly CaseRow[]>`cases`,
        posts: sql<readonly PostRow[]>`posts`,
        children: sql<number | null>`children`,
        withSomethingOpen: sql<number | null>`with_something_open`,
        away: sql<WorkRow["away"]>`away`,
      })
      .from(work),
  ).execute({ people: JSON.stringify(practitionerIds), today });

/** A child of a plan, shown to a reader who may open that plan, and what ties them to the child. */
export type ChildSeen = {
  readonly planId: string;
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly bases: readonly string[];
};

/** Of each plan the first child whose plan the caller may open; a plan without one is not in it. One statement. */
export async function childrenSeen(
  { tx, who, now }: Records,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, ChildSeen>> {
  if (planIds.length === 0) return new Map();
  const rows = await rowsOf<ChildSeen>(
    tx,
    sql`select distinct on (m.plan_id) m.plan_id as "planId", c.child_id as "childId",
        trim(c.given_name || ' ' || c.family_name) as name, c.born_on::text as "bornOn", a.bases
      from plan_member m
      join child c on c.area_id = m.area_id and c.child_id = m.child_id and c.withdrawn_at is null
      join lateral (
        select json_agg(distinct x.basis) as bases from child_access x
        where x.area_id = m.area_id and x.child_id = m.child_id and x.practitioner_id = ${who.practitionerId}
          and x.during @> ${now}::timestamptz and x.basis in ${[...acts["plan.read"].relations]}
      ) a on a.bases is not null
      where m.area_id = ${who.areaId} and m.plan_id = ${anyOf(planIds)}
      order by m.plan_id, m.added_at, m.child_id`,
  );
  return new Map(rows.map((row) => [row.planId, row]));
}
