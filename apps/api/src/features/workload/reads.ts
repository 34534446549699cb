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
import { ids } from "../../db/many.ts";
import { prepared } from "../../db/prepared.ts";
import type { Records } from "../../records.ts";

/** One post of somebody today: what it can carry, and what a reader is shown of it. */
export type PostHeld = PostFacts & {
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
      const { practitionerId } = row;
      const cases = row.cases.map(caseOf);
      const posts = row.posts.map(postOf);
      const namedPersonFor =
        row.children === null ? undefined : { children: row.children, withSomethingOpen: row.withSomethingOpen ?? 0 };
      const asked = { practitionerId, cases, ...(namedPersonFor ? { namedPersonFor } : {}) };
      const load = book.measure("workload.load", asked, records.asAt);
      const capacity = book.measure("workload.capacity", { practitionerId, posts }, records.asAt);
      return [practitionerId, { name: row.name ?? "", cases, posts, namedPersonFor, load, capacity }];
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
};

const at = sql.placeholder;

/**
 * What people lead and support on open plans, their posts and for how many children they are named person. Whoever
 * leads a plan counts among its practitioners, put on it or not; a lead who supports too leads.
 */
const work = sql`(
  with people as (
    select value::uuid as practitioner_id from jsonb_array_elements_text(${at("people")}::jsonb)
  ), held as (
    select l.practitioner_id, l.plan_id, 'lead' as role from lead l
    where l.area_id = app_area() and l.practitioner_id in (select practitioner_id from people) and upper_inf(l.during)
    union
    select s.practitioner_id, s.plan_id, 'supporter' from plan_practitioner s
    where s.area_id = app_area() and s.practitioner_id in (select practitioner_id from people) and upper_inf(s.during)
  ), open_plans as (
    select p.plan_id, p.level_of_need, p.members, p.expected_months from plan p
    where p.area_id = app_area() and p.state = 'open' and p.plan_id in (select plan_id from held)
  ), at_work as (
    select s.plan_id, s.practitioner_id from plan_practitioner s
    where s.area_id = app_area() and upper_inf(s.during) and s.plan_id in (select plan_id from open_plans)
    union
    select l.plan_id, l.practitioner_id from lead l
    where l.area_id = app_area() and upper_inf(l.during) and l.plan_id in (select plan_id from open_plans)
  ), sizes as (
    select plan_id, count(*)::int as practitioners from at_work group by plan_id
  ), cases as (
    select held.practitioner_id, json_agg(json_build_object('planId', held.plan_id, 'role', held.role,
        'level', open_plans.level_of_need, 'practitioners', sizes.practitioners, 'members', open_plans.members,
        'expectedMonths', open_plans.expected_months, 'adjustment', adjusted.quarter_points
      ) order by held.role, held.plan_id) as cases
    from held
    join open_plans on open_plans.plan_id = held.plan_id
    join sizes on sizes.plan_id = held.plan_id
    left join weight_adjustment adjusted on adjusted.area_id = app_area() and adjusted.plan_id = held.plan_id
      and adjusted.practitioner_id = held.practitioner_id and adjusted.superseded_at is null
    group by held.practitioner_id
  ), posts as (
    select po.practitioner_id, json_agg(json_build_object('postId', po.post_id, 'version', po.version, 'title', po.title,
        'agency', json_build_object('agencyId', ag.agency_id, 'name', ag.name, 'kind', ag.kind), 'teamName', t.name,
        'hours', po.hours, 'agreedCapacity', po.agreed_capacity, 'agreedOn', po.capacity_agreed_on,
        'reviewOn', po.capacity_review_on, 'leading', po.leading, 'managerId', manager.practitioner_id,
        'managerName', manager.name
      ) order by po.hours desc, po.post_id) as posts
    from post po
    join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    left join team t on t.area_id = po.area_id and t.team_id = po.team_id
    left join practitioner manager on manager.area_id = po.area_id
      and manager.practitioner_id = coalesce(po.line_manager_id, t.manager_id)
    where po.area_id = app_area() and po.practitioner_id in (select practitioner_id from people)
      and po.during @> ${at("today")}::date
    group by po.practitioner_id
  )
  select people.practitioner_id, pr.name, coalesce(cases.cases, '[]'::json) as cases,
    coalesce(posts.posts, '[]'::json) as posts, counts.children, counts.with_something_open
  from people
  left join practitioner pr on pr.area_id = app_area() and pr.practitioner_id = people.practitioner_id
  left join cases on cases.practitioner_id = people.practitioner_id
  left join posts on posts.practitioner_id = people.practitioner_id
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
      where m.area_id = ${who.areaId} and m.plan_id in ${ids(planIds)}
      order by m.plan_id, m.added_at, m.child_id`,
  );
  return new Map(rows.map((row) => [row.planId, row]));
}
