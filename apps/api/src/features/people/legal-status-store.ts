import { type DayRange, DomainError, type LegalStatusKind } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "../../db/many.ts";
import { child, legalStatus } from "../../db/schema/child.ts";
import { lead } from "../../db/schema/lead-professional.ts";
import { plan, planMember } from "../../db/schema/plan.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import type { StatusRow } from "./child-store.ts";

/** What a status holds besides its kind and its days. */
export type StatusDetail = Readonly<Record<string, string | boolean>>;

export type NewStatus = {
  readonly childId: string;
  readonly kind: LegalStatusKind;
  readonly detail: StatusDetail;
  readonly holderId: string | undefined;
  readonly during: DayRange;
};

export type KeptStatus = {
  readonly kind: LegalStatusKind;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly holderId: string | null;
  readonly during: DayRange;
};

/** Locks the child's row, so that two changes to one child's statuses wait for each other. Gives date of birth and version. */
export async function lockChild({ tx, who }: Records, childId: string) {
  const [found] = await tx
    .select({ bornOn: child.bornOn, version: child.version })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)))
    .for("update");
  if (!found) throw new DomainError({ kind: "not-visible", what: "child" });
  return found;
}

export async function addStatus({ tx, who, now, newId }: Records, { holderId, ...given }: NewStatus): Promise<void> {
  await tx.insert(legalStatus).values({
    ...given,
    areaId: who.areaId,
    legalStatusId: newId(),
    holderId: holderId ?? null,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Closes a row that another one replaces; gives what it said. One that was replaced already refuses the change. */
export async function supersede(
  { tx, who, now }: Records,
  childId: string,
  legalStatusId: string,
): Promise<KeptStatus> {
  const [was] = await tx
    .update(legalStatus)
    .set({ supersededAt: now })
    .where(
      and(
        eq(legalStatus.areaId, who.areaId),
        eq(legalStatus.childId, childId),
        eq(legalStatus.legalStatusId, legalStatusId),
        isNull(legalStatus.supersededAt),
      ),
    )
    .returning({
      kind: legalStatus.kind,
      detail: legalStatus.detail,
      holderId: legalStatus.holderId,
      during: legalStatus.during,
    });
  if (!was) throw new DomainError({ kind: "changed-since", what: "legal status" });
  return was;
}

/** Keeps that somebody has looked and found no other status. */
export async function confirmStatusesOf({ tx, who, today }: Records, childId: string, version: number): Promise<void> {
  const kept = await tx
    .update(child)
    .set({ statusesConfirmedOn: today, version: version + 1 })
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), eq(child.version, version)))
    .returning({ version: child.version });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "child" });
}

export async function isPractitioner({ tx, who }: Records, practitionerId: string): Promise<boolean> {
  const found = await tx
    .select({ practitionerId: practitioner.practitionerId })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), eq(practitioner.practitionerId, practitionerId)));
  return found.length > 0;
}

/** The open plans that several agencies work to and that are this child's: who leads them may have to change. */
export async function openSharedPlans({ tx, who }: Records, childId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ planId: plan.planId })
    .from(planMember)
    .innerJoin(plan, and(eq(plan.areaId, planMember.areaId), eq(plan.planId, planMember.planId)))
    .where(
      and(
        eq(planMember.areaId, who.areaId),
        eq(planMember.childId, childId),
        eq(plan.state, "open"),
        eq(plan.reach, "multi-agency"),
      ),
    )
    .orderBy(plan.openedAt);
  return rows.map(({ planId }) => planId);
}

/** The child's statuses that stand, newest first, and since when nobody has to ask whether there are others. */
export async function statusesOf({ tx, who }: Records, childId: string) {
  const [found] = await tx
    .select({ version: child.version, confirmedOn: child.statusesConfirmedOn })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)));
  if (!found) throw new DomainError({ kind: "not-visible", what: "child" });
  const rows = await tx
    .select({
      legalStatusId: legalStatus.legalStatusId,
      kind: legalStatus.kind,
      detail: legalStatus.detail,
      during: legalStatus.during,
      holderId: practitioner.practitionerId,
      holderName: practitioner.name,
    })
    .from(legalStatus)
    .leftJoin(
      practitioner,
      and(eq(practitioner.areaId, legalStatus.areaId), eq(practitioner.practitionerId, legalStatus.holderId)),
    )
    .where(and(eq(legalStatus.areaId, who.areaId), eq(legalStatus.childId, childId), isNull(legalStatus.supersededAt)))
    .orderBy(sql`lower(${legalStatus.during}) desc`, legalStatus.legalStatusId);
  const statuses = rows.map(
    ({ during, holderId, holderName, ...row }): StatusRow => ({
      ...row,
      from: during.from,
      until: during.until ?? null,
      holder: holderId === null || holderName === null ? null : { practitionerId: holderId, name: holderName },
    }),
  );
  return { ...found, statuses };
}

/** Who leads each of some plans at this moment. */
export async function leadsOf({ tx, who, now }: Records, planIds: readonly string[]) {
  if (planIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({ planId: lead.planId, practitionerId: lead.practitionerId, name: practitioner.name })
    .from(lead)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, lead.areaId), eq(practitioner.practitionerId, lead.practitionerId)),
    )
    .where(
      and(
        eq(lead.areaId, who.areaId),
        sql`${lead.planId} = ${anyOf(planIds)}`,
        sql`${lead.during} @> ${now}::timestamptz`,
      ),
    );
  return new Map(rows.map(({ planId, ...held }) => [planId, held]));
}
