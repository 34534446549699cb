import { type AgencyKind, DomainError, type LocalDate } from "@linchpin/domain";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { lasts } from "../../db/lasting.ts";
import { ids } from "../../db/many.ts";
import { agency } from "../../db/schema/area.ts";
import { child } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { agencySupport, plan, planAction, planMember, planPractitioner } from "../../db/schema/plan.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { type PlanRow, planColumns } from "./plan-row.ts";

export type { PlanRow };

const ofPlan = ({ who }: Records, planId: string) => and(eq(plan.areaId, who.areaId), eq(plan.planId, planId));

/** A plan's own row, or that there is none for this reader. */
export async function planOf(records: Records, planId: string): Promise<PlanRow> {
  const [found] = await records.tx.select(planColumns).from(plan).where(ofPlan(records, planId));
  if (!found) throw new DomainError({ kind: "not-visible", what: "plan" });
  return found;
}

/** The same, held until the transaction ends: whoever decides about the plan's lead waits here for whoever came first. */
export async function lockPlan(records: Records, planId: string): Promise<PlanRow> {
  const [found] = await records.tx.select(planColumns).from(plan).where(ofPlan(records, planId)).for("update");
  if (!found) throw new DomainError({ kind: "not-visible", what: "plan" });
  return found;
}

export type Member = {
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly statusesConfirmedOn: LocalDate | null;
};

/** Those of a plan's children whom row security shows this reader, the first to join first. */
export const membersOf = ({ tx, who }: Records, planId: string): Promise<readonly Member[]> =>
  tx
    .select({
      childId: child.childId,
      name: sql<string>`trim(${child.givenName} || ' ' || ${child.familyName})`,
      bornOn: child.bornOn,
      statusesConfirmedOn: child.statusesConfirmedOn,
    })
    .from(planMember)
    .innerJoin(child, and(eq(child.areaId, planMember.areaId), eq(child.childId, planMember.childId)))
    .where(and(eq(planMember.areaId, who.areaId), eq(planMember.planId, planId)))
    .orderBy(asc(planMember.addedAt), asc(planMember.childId));

export type TeamMember = {
  readonly planPractitionerId?: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly kind: string;
  readonly agency: { readonly agencyId: string; readonly name: string; readonly kind: AgencyKind };
  readonly postTitle: string | null;
  readonly posts: readonly string[];
  readonly involvement: "involved" | "about-to-start";
  readonly startsOn: LocalDate | null;
  readonly relationship: string | null;
  readonly basedInSchool: boolean | null;
  readonly since: string;
  readonly isNamedPerson: boolean;
};

/**
 * Who works on a plan, by name. The child's named person keeps links with the child and stands among them, put on the
 * plan or not.
 */
export async function teamOf(
  records: Records,
  planId: string,
  childIds: readonly string[],
): Promise<readonly TeamMember[]> {
  const onPlan = await practitionersOf(records, planId);
  const named = await namedPersonsOf(records, childIds);
  const isNamed = new Set(named.map(({ practitionerId }) => practitionerId));
  const isOn = new Set(onPlan.map(({ practitionerId }) => practitionerId));
  return [
    ...onPlan.map(({ during, agencyId, agencyName, agencyKind, ...one }) => ({
      ...one,
      agency: { agencyId, name: agencyName, kind: agencyKind },
      since: during.from,
      isNamedPerson: isNamed.has(one.practitionerId),
    })),
    ...named
      .filter(({ practitionerId }) => !isOn.has(practitionerId))
      .map(({ during, agencyId, agencyName, agencyKind, ...one }) => ({
        ...one,
        agency: { agencyId, name: agencyName, kind: agencyKind },
        posts: [],
        involvement: "involved" as const,
        startsOn: null,
        relationship: null,
        basedInSchool: null,
        since: during.from,
        isNamedPerson: true,
      })),
  ].sort((a, b) => a.name.localeCompare(b.name, "en-GB") || (a.practitionerId < b.practitionerId ? -1 : 1));
}

const postTitle = ({ today }: Records, of: typeof planPractitioner.agencyId) =>
  sql<string | null>`(select min(po.title) from post po where po.area_id = ${practitioner.areaId}
    and po.practitioner_id = ${practitioner.practitionerId} and po.agency_id = ${of} and po.during @> ${today}::date)`;

const practitionersOf = (records: Records, planId: string) =>
  records.tx
    .select({
      planPractitionerId: planPractitioner.planPractitionerId,
      practitionerId: practitioner.practitionerId,
      name: practitioner.name,
      kind: practitioner.kind,
      agencyId: agency.agencyId,
      agencyName: agency.name,
      agencyKind: agency.kind,
      postTitle: postTitle(records, planPractitioner.agencyId),
      posts: planPractitioner.posts,
      involvement: planPractitioner.involvement,
      startsOn: planPractitioner.startsOn,
      relationship: planPractitioner.relationship,
      basedInSchool: planPractitioner.basedInSchool,
      during: planPractitioner.during,
    })
    .from(planPractitioner)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, planPractitioner.areaId),
        eq(practitioner.practitionerId, planPractitioner.practitionerId),
      ),
    )
    .innerJoin(agency, and(eq(agency.areaId, planPractitioner.areaId), eq(agency.agencyId, planPractitioner.agencyId)))
    .where(
      and(
        eq(planPractitioner.areaId, records.who.areaId),
        eq(planPractitioner.planId, planId),
        lasts(planPractitioner.during),
      ),
    );

/** The named persons of children now, each at their first post. */
export const namedPersonsOf = ({ tx, who, now, today }: Records, childIds: readonly string[]) =>
  tx
    .selectDistinctOn([namedPerson.childId], {
      childId: namedPerson.childId,
      practitionerId: practitioner.practitionerId,
      name: practitioner.name,
      kind: practitioner.kind,
      agencyId: agency.agencyId,
      agencyName: agency.name,
      agencyKind: agency.kind,
      postTitle: post.title,
      during: namedPerson.during,
    })
    .from(namedPerson)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, namedPerson.areaId), eq(practitioner.practitionerId, namedPerson.practitionerId)),
    )
    .innerJoin(
      post,
      and(
        eq(post.areaId, namedPerson.areaId),
        eq(post.practitionerId, namedPerson.practitionerId),
        sql`${post.during} @> ${today}::date`,
      ),
    )
    .innerJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .where(
      and(
        eq(namedPerson.areaId, who.areaId),
        sql`${namedPerson.childId} in ${ids(childIds)}`,
        sql`${namedPerson.during} @> ${now}::timestamptz`,
      ),
    )
    .orderBy(namedPerson.childId, desc(post.hours), post.postId);

export type ActionRow = {
  readonly actionId: string;
  readonly version: number;
  readonly childId: string;
  readonly what: string;
  readonly outcome: string | null;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerWords: string | null;
  readonly startsOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly state: "planned" | "running" | "done" | "ended";
};

/** What was agreed on a plan, the nearest due first. */
export const actionsOf = ({ tx, who }: Records, planId: string): Promise<readonly ActionRow[]> =>
  tx
    .select({
      actionId: planAction.actionId,
      version: planAction.version,
      childId: planAction.childId,
      what: planAction.what,
      outcome: planAction.outcome,
      agencyId: agency.agencyId,
      agencyName: agency.name,
      agencyKind: agency.kind,
      ownerId: planAction.ownerId,
      ownerName: practitioner.name,
      ownerWords: planAction.ownerWords,
      startsOn: planAction.startsOn,
      dueOn: planAction.dueOn,
      state: planAction.state,
    })
    .from(planAction)
    .innerJoin(agency, and(eq(agency.areaId, planAction.areaId), eq(agency.agencyId, planAction.agencyId)))
    .leftJoin(
      practitioner,
      and(eq(practitioner.areaId, planAction.areaId), eq(practitioner.practitionerId, planAction.ownerId)),
    )
    .where(and(eq(planAction.areaId, who.areaId), eq(planAction.planId, planId)))
    .orderBy(asc(planAction.dueOn), asc(planAction.actionId));

/** What agencies said last of the youth offending team's officer leading. */
export const supportOf = ({ tx, who }: Records, planId: string) =>
  tx
    .select({
      agency: agencySupport.agency,
      supports: agencySupport.supports,
      saidBy: agencySupport.saidBy,
      saidOn: agencySupport.saidOn,
    })
    .from(agencySupport)
    .where(
      and(eq(agencySupport.areaId, who.areaId), eq(agencySupport.planId, planId), isNull(agencySupport.supersededAt)),
    )
    .orderBy(agencySupport.agency);

/** The multi-agency plan that is open for a child, where there is one. */
export async function openPlanOf({ tx, who }: Records, childId: string): Promise<PlanRow | undefined> {
  const [found] = await tx
    .select(planColumns)
    .from(plan)
    .innerJoin(planMember, and(eq(planMember.areaId, plan.areaId), eq(planMember.planId, plan.planId)))
    .where(
      and(
        eq(plan.areaId, who.areaId),
        eq(planMember.childId, childId),
        eq(plan.state, "open"),
        eq(plan.reach, "multi-agency"),
      ),
    )
    .orderBy(plan.openedAt)
    .limit(1);
  return found;
}
