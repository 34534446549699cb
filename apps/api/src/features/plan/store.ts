import { type AgencyKind, type BroughtToLight, DomainError, type JoinsPlan, type LocalDate } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { endedNow, lasts } from "../../db/lasting.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { agency } from "../../db/schema/area.ts";
import { contactOfRecord } from "../../db/schema/lead-professional.ts";
import { agencySupport, plan, planAction, planMember, planPractitioner } from "../../db/schema/plan.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { triggerColumns } from "./brought-to-light.ts";

export { recordsOfCase } from "../assessment/reads.ts";
export { lockChildren } from "../people/reads.ts";
export {
  type ActionRow,
  lockPlan,
  type Member,
  membersOf,
  openPlanOf,
  type PlanRow,
  type TeamMember,
  type WholePlan,
  wholePlanOf,
} from "./reads.ts";

/** Where somebody works: the agency of the post with most hours. */
export async function agenciesOf(
  { tx, who, today }: Records,
  practitionerIds: readonly string[],
): Promise<
  ReadonlyMap<
    string,
    { readonly agencyId: string; readonly kind: AgencyKind; readonly name: string; readonly person: string }
  >
> {
  const rows = await tx
    .selectDistinctOn([post.practitionerId], {
      practitionerId: post.practitionerId,
      person: practitioner.name,
      agencyId: agency.agencyId,
      kind: agency.kind,
      name: agency.name,
    })
    .from(post)
    .innerJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, post.areaId), eq(practitioner.practitionerId, post.practitionerId)),
    )
    .where(
      and(
        eq(post.areaId, who.areaId),
        sql`${post.practitionerId} = ${anyOf(practitionerIds)}`,
        sql`${post.during} @> ${today}::date`,
      ),
    )
    .orderBy(post.practitionerId, desc(post.hours), post.postId);
  return new Map(rows.map(({ practitionerId, ...rest }) => [practitionerId, rest]));
}

export type NewPlan = {
  readonly kind: typeof plan.$inferInsert.kind;
  readonly childId: string;
  readonly adoptionId: string;
  readonly route: string | undefined;
  readonly trigger: BroughtToLight | undefined;
};

/** Opens a plan for a child, with whoever opens it as the contact of record. Gives the plan's and the contact's ids. */
export async function addPlan(
  records: Records,
  given: NewPlan,
): Promise<{ readonly planId: string; readonly contactId: string }> {
  const { tx, who, now } = records;
  const [planId, contactId] = [records.newId(), records.newId()];
  await tx.insert(plan).values({
    areaId: who.areaId,
    planId,
    kind: given.kind,
    reach: "multi-agency",
    state: "open",
    route: given.route ?? null,
    ...(given.trigger === undefined ? {} : triggerColumns(given.trigger)),
    adoptionId: given.adoptionId,
    openedBy: who.practitionerId,
    openedAt: now,
  });
  await tx.insert(contactOfRecord).values({
    areaId: who.areaId,
    contactId,
    planId,
    practitionerId: who.practitionerId,
    as: "opened-by",
    during: { from: now },
    recordedAt: now,
  });
  await tx.insert(planMember).values({ areaId: who.areaId, planId, childId: given.childId, addedAt: now });
  return { planId, contactId };
}

export type Joining = JoinsPlan & { readonly agencyId: string };

/** Puts people on a plan. Gives the row of each, in their order. */
export async function addPractitioners(
  records: Records,
  planId: string,
  joining: readonly Joining[],
): Promise<readonly string[]> {
  const rows = joining.map((one) => ({
    areaId: records.who.areaId,
    planPractitionerId: records.newId(),
    planId,
    practitionerId: one.practitionerId,
    agencyId: one.agencyId,
    posts: [...one.posts],
    involvement: one.involvement,
    startsOn: one.startsOn ?? null,
    relationship: one.relationship ?? null,
    basedInSchool: one.basedInSchool ?? null,
    during: { from: records.now },
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
  }));
  await insertMany(records.tx, planPractitioner, rows);
  return rows.map(({ planPractitionerId }) => planPractitionerId);
}

/** Ends somebody's work on a plan, with why. Gives whose and which plan's; undefined where it has ended already. */
export async function endPractitioner({ tx, who, now }: Records, planPractitionerId: string, reason: string) {
  const [ended] = await tx
    .update(planPractitioner)
    .set({ during: endedNow(planPractitioner.during, now), endedBecause: reason })
    .where(
      and(
        eq(planPractitioner.areaId, who.areaId),
        eq(planPractitioner.planPractitionerId, planPractitionerId),
        lasts(planPractitioner.during),
      ),
    )
    .returning({ planId: planPractitioner.planId, practitionerId: planPractitioner.practitionerId });
  return ended;
}

/** Which plan a row of somebody's work belongs to, and whose it is. */
export async function practitionerRow({ tx, who }: Records, planPractitionerId: string) {
  const [found] = await tx
    .select({
      planId: planPractitioner.planId,
      practitionerId: planPractitioner.practitionerId,
      name: practitioner.name,
    })
    .from(planPractitioner)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, planPractitioner.areaId),
        eq(practitioner.practitionerId, planPractitioner.practitionerId),
      ),
    )
    .where(and(eq(planPractitioner.areaId, who.areaId), eq(planPractitioner.planPractitionerId, planPractitionerId)));
  return found;
}

type Answers = Partial<
  Pick<
    typeof plan.$inferInsert,
    | "integratedResponse"
    | "integratedResponseReason"
    | "safetyIsPrimary"
    | "needsAreComplexHealth"
    | "route"
    | "trigger"
    | "triggerOn"
    | "triggerWords"
    | "levelOfNeed"
    | "expectedMonths"
  >
>;

/** Moves a plan on from the version that was seen, with what is answered anew. */
export async function movePlan(
  { tx, who }: Records,
  planId: string,
  version: number,
  answers: Answers = {},
): Promise<void> {
  const moved = await tx
    .update(plan)
    .set({ ...answers, version: version + 1 })
    .where(and(eq(plan.areaId, who.areaId), eq(plan.planId, planId), eq(plan.version, version)))
    .returning({ version: plan.version });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "plan" });
}

export type NewAction = {
  readonly planId: string;
  readonly childId: string;
  readonly what: string;
  readonly outcome: string;
  readonly ownerId: string;
  readonly agencyId: string;
  readonly startsOn: LocalDate | undefined;
  readonly dueOn: LocalDate;
};

export async function addActionRow(records: Records, given: NewAction): Promise<void> {
  await records.tx.insert(planAction).values({
    ...given,
    areaId: records.who.areaId,
    actionId: records.newId(),
    startsOn: given.startsOn ?? null,
    state: "planned",
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
  });
}

/** One action of a plan that this reader may see. */
export async function actionRow({ tx, who }: Records, actionId: string) {
  const [found] = await tx
    .select({
      planId: planAction.planId,
      childId: planAction.childId,
      version: planAction.version,
      what: planAction.what,
      state: planAction.state,
      ownerId: planAction.ownerId,
      startsOn: planAction.startsOn,
      dueOn: planAction.dueOn,
    })
    .from(planAction)
    .where(and(eq(planAction.areaId, who.areaId), eq(planAction.actionId, actionId)));
  return found;
}

/** Changes an action from the version that was seen. */
export async function moveAction(
  { tx, who }: Records,
  actionId: string,
  version: number,
  to: Partial<
    Pick<typeof planAction.$inferInsert, "what" | "outcome" | "ownerId" | "agencyId" | "startsOn" | "dueOn" | "state">
  >,
): Promise<void> {
  const moved = await tx
    .update(planAction)
    .set({ ...to, version: version + 1 })
    .where(and(eq(planAction.areaId, who.areaId), eq(planAction.actionId, actionId), eq(planAction.version, version)))
    .returning({ version: planAction.version });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "action" });
}

/** Keeps what an agency said last; what it said before is superseded. */
export async function keepSupport(
  records: Records,
  given: Pick<typeof agencySupport.$inferInsert, "planId" | "agency" | "supports" | "saidBy" | "saidOn">,
): Promise<void> {
  const { tx, who, now } = records;
  await tx
    .update(agencySupport)
    .set({ supersededAt: now })
    .where(
      and(
        eq(agencySupport.areaId, who.areaId),
        eq(agencySupport.planId, given.planId),
        eq(agencySupport.agency, given.agency),
        isNull(agencySupport.supersededAt),
      ),
    );
  await tx.insert(agencySupport).values({
    ...given,
    areaId: who.areaId,
    agencySupportId: records.newId(),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
