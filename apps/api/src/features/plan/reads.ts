import { DomainError } from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { agency } from "../../db/schema/area.ts";
import { child } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { plan, planMember } from "../../db/schema/plan.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { type PlanRow, planColumns } from "./plan-row.ts";
import type { Member } from "./whole-plan-store.ts";

export { contactKinds } from "./contact-kinds.ts";
export { engagementOf } from "./engagement-store.ts";
export { hasPartInPlan } from "./part-in-plan-store.ts";
export { type LineRow, listsOfPlan } from "./who-does-what-store.ts";
export {
  type ActionRow,
  type ContactHeld,
  type DutyOpen,
  type LeadHeld,
  type Member,
  type TeamMember,
  type WholePlan,
  type Wish,
  wholePlanOf,
} from "./whole-plan-store.ts";
export type { PlanRow };

const ofPlan = ({ who }: Records, planId: string) => and(eq(plan.areaId, who.areaId), eq(plan.planId, planId));

/** Holds a plan's row until the transaction ends: whoever decides about the plan's lead waits here for whoever came first. */
export async function lockPlan(records: Records, planId: string): Promise<PlanRow> {
  const [found] = await records.tx.select(planColumns).from(plan).where(ofPlan(records, planId)).for("update");
  if (!found) throw new DomainError({ kind: "not-visible", what: "plan" });
  return found;
}

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
    .orderBy(planMember.addedAt, planMember.childId);

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
        sql`${namedPerson.childId} = ${anyOf(childIds)}`,
        sql`${namedPerson.during} @> ${now}::timestamptz`,
      ),
    )
    .orderBy(namedPerson.childId, desc(post.hours), post.postId);

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
