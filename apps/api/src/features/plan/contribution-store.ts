import type { ActionState, PlanKind } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { contribution, contributor } from "../../db/schema/contribution.ts";
import type { Records } from "../../records.ts";
import type { contactKinds } from "./contact-kinds.ts";

const iso = (of: string) => sql.raw(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

export type OwnContributionRow = {
  readonly contributorId: string;
  readonly planId: string;
  readonly childId: string;
  readonly invitedBy: string;
  readonly invitedAt: string;
  readonly givenName: string;
  /** The whole name where the plan was released to them, else its first letter. */
  readonly familyName: string;
};

/** The caller's invitations that go on, through the one door that shows them: the newest first. */
export const ownContributionRows = ({ tx, who }: Records): Promise<readonly OwnContributionRow[]> =>
  rowsOf(
    tx,
    sql`select m.contributor_id as "contributorId", m.plan_id as "planId", m.child_id as "childId", ${iso("m.invited_at")} as "invitedAt",
        coalesce(p.name, 'Somebody who has left') as "invitedBy", m.given_name as "givenName", m.family_name as "familyName"
      from my_contributions() m left join practitioner p on p.area_id = ${who.areaId} and p.practitioner_id = m.invited_by
      order by m.invited_at desc, m.contributor_id`,
  );

export type SummaryRow = {
  readonly kind: PlanKind;
  readonly contact: {
    readonly name: string;
    readonly as: keyof typeof contactKinds;
    readonly agency: string;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly outcomes: readonly string[];
  readonly actions: readonly {
    readonly actionId: string;
    readonly what: string;
    readonly outcome: string | null;
    readonly who: string;
    readonly dueOn: string | null;
    readonly state: ActionState;
  }[];
  readonly sent: readonly { readonly contributionId: string; readonly words: string; readonly at: string }[];
};

/** The summary behind an invitation; undefined where it is not the caller's or has ended. */
export async function summaryRow({ tx }: Records, contributorId: string): Promise<SummaryRow | undefined> {
  const [found] = await rowsOf<{ readonly summary: SummaryRow | null }>(
    tx,
    sql`select my_summary(${contributorId}::uuid) as summary`,
  );
  return found?.summary ?? undefined;
}

type Invitation = Pick<typeof contributor.$inferInsert, "planId" | "childId" | "planPractitionerId" | "practitionerId">;

export async function addContributor({ tx, who, now, newId }: Records, of: Invitation): Promise<void> {
  await tx.insert(contributor).values({
    ...of,
    areaId: who.areaId,
    contributorId: newId(),
    invitedBy: who.practitionerId,
    invitedAt: now,
  });
}

export type InvitationRow = {
  readonly planId: string;
  readonly childId: string;
  readonly name: string;
};

/** One invitation that was not taken back; undefined where there is none for this reader. */
export async function invitationRow({ tx, who }: Records, contributorId: string): Promise<InvitationRow | undefined> {
  const [found] = await rowsOf<InvitationRow>(
    tx,
    sql`select k.plan_id as "planId", k.child_id as "childId", coalesce(p.name, 'Somebody who has left') as name
      from contributor k left join practitioner p on p.area_id = k.area_id and p.practitioner_id = k.practitioner_id
      where k.area_id = ${who.areaId} and k.contributor_id = ${contributorId}::uuid and k.ended_at is null`,
  );
  return found;
}

/** Takes an invitation back, once. Gives whether nobody had. */
export async function endContributor(
  { tx, who, now }: Records,
  contributorId: string,
  because: string,
): Promise<boolean> {
  const ended = await tx
    .update(contributor)
    .set({ endedAt: now, endedBy: who.practitionerId, endedBecause: because })
    .where(
      and(
        eq(contributor.areaId, who.areaId),
        eq(contributor.contributorId, contributorId),
        isNull(contributor.endedAt),
      ),
    )
    .returning({ contributorId: contributor.contributorId });
  return ended.length > 0;
}

type Update = Pick<typeof contribution.$inferInsert, "contributorId" | "planId" | "childId" | "words">;

export async function addContribution({ tx, who, now, newId }: Records, of: Update): Promise<void> {
  await tx.insert(contribution).values({
    ...of,
    areaId: who.areaId,
    contributionId: newId(),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

export type LightOnPlan = {
  readonly childId: string;
  readonly planPractitionerId: string;
  readonly practitionerId: string;
  readonly name: string;
};

/** Who is on a plan now with a light account and no other post, by each child of whom the plan may be read on. */
export const lightOnPlan = ({ tx, who, now, today }: Records, planId: string): Promise<readonly LightOnPlan[]> =>
  rowsOf(
    tx,
    sql`select m.child_id as "childId", t.plan_practitioner_id as "planPractitionerId", t.practitioner_id as "practitionerId", p.name
      from plan_practitioner t
      join plan_member m on m.area_id = t.area_id and m.plan_id = t.plan_id
      join practitioner p on p.area_id = t.area_id and p.practitioner_id = t.practitioner_id
      where t.area_id = ${who.areaId} and t.plan_id = ${planId} and t.during @> ${now}::timestamptz
        and (select bool_and(po.role = 'light') from post po where po.area_id = t.area_id
          and po.practitioner_id = t.practitioner_id and po.during @> ${today}::date)
        and plan_is_open_to(t.plan_id, m.child_id, t.agency_id, t.practitioner_id)
      order by p.name, t.plan_practitioner_id, m.child_id`,
  );

export type ContributorRow = {
  readonly contributorId: string;
  readonly childId: string;
  readonly planPractitionerId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly invitedBy: string;
  readonly invitedAt: string;
};
export type UpdateRow = {
  readonly contributionId: string;
  readonly childId: string;
  readonly by: string;
  readonly at: string;
  readonly words: string;
};

/** Of a plan, as far as the caller may see its children: who was invited and may read it still, and the newest fifty updates. */
export async function contributionsOfPlan({ tx, who, now }: Records, planId: string) {
  const contributors = await rowsOf<ContributorRow>(
    tx,
    sql`select k.contributor_id as "contributorId", k.child_id as "childId", k.plan_practitioner_id as "planPractitionerId",
        k.practitioner_id as "practitionerId", p.name, coalesce(b.name, 'Somebody who has left') as "invitedBy", ${iso("k.invited_at")} as "invitedAt"
      from contributor k
      join plan_practitioner t on t.area_id = k.area_id and t.plan_practitioner_id = k.plan_practitioner_id and t.during @> ${now}::timestamptz
      join practitioner p on p.area_id = k.area_id and p.practitioner_id = k.practitioner_id
      left join practitioner b on b.area_id = k.area_id and b.practitioner_id = k.invited_by
      where k.area_id = ${who.areaId} and k.plan_id = ${planId} and k.ended_at is null
        and plan_is_open_to(k.plan_id, k.child_id, t.agency_id, k.practitioner_id) order by p.name, k.contributor_id`,
  );
  const updates = await rowsOf<UpdateRow>(
    tx,
    sql`select n.contribution_id as "contributionId", n.child_id as "childId", coalesce(p.name, 'Somebody who has left') as by,
        ${iso("n.recorded_at")} as at, n.words
      from contribution n left join practitioner p on p.area_id = n.area_id and p.practitioner_id = n.recorded_by
      where n.area_id = ${who.areaId} and n.plan_id = ${planId} order by n.recorded_at desc, n.contribution_id desc limit 50`,
  );
  return { contributors, updates };
}
