import type { AgencyKind, LocalDate, RoutineCheck } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { child } from "../../db/schema/child.ts";
import { informalDiscussion, routineCheck } from "../../db/schema/everyday.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export { lockChildren } from "../people/reads.ts";

const most = 200;

/** The routine checks of a child that row security shows the caller: those of their own agency. */
export const checksOf = ({ tx, who }: Records, childId: string) =>
  tx
    .select({
      checkId: routineCheck.checkId,
      kind: routineCheck.kind,
      doneOn: routineCheck.doneOn,
      outcome: routineCheck.outcome,
      by: practitioner.name,
    })
    .from(routineCheck)
    .leftJoin(
      practitioner,
      and(eq(practitioner.areaId, routineCheck.areaId), eq(practitioner.practitionerId, routineCheck.recordedBy)),
    )
    .where(and(eq(routineCheck.areaId, who.areaId), eq(routineCheck.childId, childId)))
    .orderBy(desc(routineCheck.doneOn), desc(routineCheck.checkId))
    .limit(most);

export type NewCheck = {
  readonly childId: string;
  readonly agencyId: string;
  readonly kind: RoutineCheck;
  readonly doneOn: LocalDate;
  readonly outcome: string;
};

export async function addCheck({ tx, who, now, newId }: Records, given: NewCheck): Promise<string> {
  const checkId = newId();
  await tx
    .insert(routineCheck)
    .values({ ...given, checkId, areaId: who.areaId, recordedBy: who.practitionerId, recordedAt: now });
  return checkId;
}

/** Informal discussions: those of a child that row security shows the caller, or all that the caller wrote. */
export const discussionsOf = ({ tx, who }: Records, of: { readonly childId: string } | "mine") =>
  tx
    .select({
      discussionId: informalDiscussion.discussionId,
      childId: informalDiscussion.childId,
      givenName: child.givenName,
      familyName: child.familyName,
      heldOn: informalDiscussion.heldOn,
      people: informalDiscussion.people,
      agencies: informalDiscussion.agencies,
      suggested: informalDiscussion.suggested,
      by: practitioner.name,
    })
    .from(informalDiscussion)
    .leftJoin(
      practitioner,
      and(
        eq(practitioner.areaId, informalDiscussion.areaId),
        eq(practitioner.practitionerId, informalDiscussion.writtenBy),
      ),
    )
    .leftJoin(
      child,
      and(
        eq(child.areaId, informalDiscussion.areaId),
        eq(child.childId, informalDiscussion.childId),
        isNull(child.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(informalDiscussion.areaId, who.areaId),
        of === "mine"
          ? and(
              eq(informalDiscussion.writtenBy, who.practitionerId),
              sql`(${informalDiscussion.childId} is null or ${child.childId} is not null)`,
            )
          : eq(informalDiscussion.childId, of.childId),
      ),
    )
    .orderBy(desc(informalDiscussion.heldOn), desc(informalDiscussion.discussionId))
    .limit(most);

export type NewDiscussion = {
  readonly childId?: string;
  readonly agencyId: string;
  readonly heldOn: LocalDate;
  readonly people: string;
  readonly agencies: readonly AgencyKind[];
  readonly suggested: string;
};

export async function addDiscussion({ tx, who, now, newId }: Records, given: NewDiscussion): Promise<string> {
  const discussionId = newId();
  await tx
    .insert(informalDiscussion)
    .values({ ...given, discussionId, areaId: who.areaId, writtenBy: who.practitionerId, recordedAt: now });
  return discussionId;
}
