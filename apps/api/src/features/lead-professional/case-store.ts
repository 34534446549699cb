import type { LegalStatus, LocalDate, Recorded } from "@linchpin/domain";
import { DomainError } from "@linchpin/domain";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { legalStatus, place } from "../../db/schema/child.ts";
import { concern, view } from "../../db/schema/concern.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import {
  type ActionRow,
  actionsOf,
  type Member,
  membersOf,
  type PlanRow,
  planOf,
  supportOf,
  type TeamMember,
  teamOf,
} from "../plan/reads.ts";
import { contactOf, type LeadRow, leadsOf } from "./reads.ts";

export { lockPlan, planOf } from "../plan/reads.ts";

/** Whom a child or a family would like, as it was recorded. */
export type Wish = {
  readonly viewId: string;
  readonly childId: string;
  readonly whose: "child" | "family";
  readonly words: string | null;
  readonly how: string | null;
  readonly wishedForId: string | null;
  readonly wishedForWords: string | null;
  readonly notPossibleBecause: string | null;
  readonly saidOn: LocalDate;
  readonly recordedById: string;
  readonly recordedByName: string;
};

/** All that is on record of one case, as the rules about who leads need it. */
export type Case = {
  readonly plan: PlanRow;
  /** The child the plan was opened for. */
  readonly child: Member;
  readonly members: readonly Member[];
  readonly statuses: Recorded<readonly LegalStatus[]>;
  readonly yearGroup: string | null;
  readonly team: readonly TeamMember[];
  readonly actions: readonly ActionRow[];
  readonly support: Awaited<ReturnType<typeof supportOf>>;
  /** The last word of each. */
  readonly wishes: readonly Wish[];
  /** The manager who was consulted when another agency came in, and the day. */
  readonly consulted: { readonly managerId: string; readonly on: LocalDate } | undefined;
  readonly lead: LeadRow | undefined;
  readonly contact: Awaited<ReturnType<typeof contactOf>>;
};

/** Reads a case whole. A plan none of whose children this reader may see reads as no plan. */
export async function caseOf(records: Records, planId: string, locked?: PlanRow): Promise<Case> {
  const plan = locked ?? (await planOf(records, planId));
  const members = await membersOf(records, planId);
  const [child] = members;
  if (!child) throw new DomainError({ kind: "not-visible", what: "plan" });
  const statuses = await statusesOf(records, child.childId);
  const leads = await leadsOf(records, planId);
  return {
    plan,
    child,
    members,
    statuses: statuses.length === 0 && child.statusesConfirmedOn === null ? "not-recorded" : statuses,
    yearGroup: await yearGroupOf(records, child.childId),
    team: await teamOf(
      records,
      planId,
      members.map(({ childId }) => childId),
    ),
    actions: await actionsOf(records, planId),
    support: await supportOf(records, planId),
    wishes: await wishesOf(records, planId),
    consulted: await consultedOn(records, planId),
    lead: leads.find(({ isCurrent }) => isCurrent),
    contact: await contactOf(records, planId),
  };
}

/** A child's legal statuses as they are known now, those that ended among them. */
export async function statusesOf({ tx, who }: Records, childId: string): Promise<readonly LegalStatus[]> {
  const rows = await tx
    .select({
      id: legalStatus.legalStatusId,
      kind: legalStatus.kind,
      detail: legalStatus.detail,
      holderId: legalStatus.holderId,
      during: legalStatus.during,
    })
    .from(legalStatus)
    .where(and(eq(legalStatus.areaId, who.areaId), eq(legalStatus.childId, childId), isNull(legalStatus.supersededAt)))
    .orderBy(sql`lower(${legalStatus.during})`, legalStatus.legalStatusId);
  return rows.map(
    ({ id, kind, detail, holderId, during }) =>
      ({
        id,
        kind,
        ...during,
        ...(holderId === null ? {} : { holder: holderId }),
        ...detail,
      }) as LegalStatus, // what a kind holds besides was checked by its command when it was recorded
  );
}

async function yearGroupOf({ tx, who, today }: Records, childId: string): Promise<string | null> {
  const [found] = await tx
    .select({ yearGroup: place.yearGroup })
    .from(place)
    .where(
      and(
        eq(place.areaId, who.areaId),
        eq(place.childId, childId),
        isNull(place.supersededAt),
        isNotNull(place.yearGroup),
        sql`${place.during} @> ${today}::date`,
      ),
    )
    .limit(1);
  return found?.yearGroup ?? null;
}

/** The last word of child and family on who should lead. */
export const wishesOf = ({ tx, who }: Records, planId: string): Promise<readonly Wish[]> =>
  tx
    .selectDistinctOn([view.childId, view.whose], {
      viewId: view.viewId,
      childId: view.childId,
      whose: view.whose,
      words: view.words,
      how: view.how,
      wishedForId: view.wishedForId,
      wishedForWords: view.wishedForWords,
      notPossibleBecause: view.notPossibleBecause,
      saidOn: view.saidOn,
      recordedById: practitioner.practitionerId,
      recordedByName: practitioner.name,
    })
    .from(view)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, view.areaId), eq(practitioner.practitionerId, view.recordedBy)),
    )
    .where(and(eq(view.areaId, who.areaId), eq(view.planId, planId), eq(view.about, "lead-professional")))
    .orderBy(view.childId, view.whose, desc(view.recordedAt), desc(view.viewId));

async function consultedOn({ tx, who }: Records, planId: string) {
  const [found] = await tx
    .select({ managerId: concern.managerConsultedId, on: concern.managerConsultedOn })
    .from(concern)
    .where(and(eq(concern.areaId, who.areaId), eq(concern.planId, planId), isNotNull(concern.managerConsultedId)))
    .orderBy(desc(concern.managerConsultedOn))
    .limit(1);
  return found?.managerId && found.on ? { managerId: found.managerId, on: found.on } : undefined;
}
