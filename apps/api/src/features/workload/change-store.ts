import type { LocalDate } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { team } from "../../db/schema/area.ts";
import { weightAdjustment } from "../../db/schema/plan.ts";
import { post } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import { lockPlan } from "../plan/reads.ts";
import { weighPeople } from "./reads.ts";

/** A post of today as far as agreeing about it goes; undefined where there is none. */
export async function postToAgree({ tx, who, today }: Records, postId: string) {
  const [found] = await tx
    .select({
      practitionerId: post.practitionerId,
      managerId: sql<string | null>`coalesce(${post.lineManagerId}, ${team.managerId})`,
      agreedCapacity: post.agreedCapacity,
      during: post.during,
    })
    .from(post)
    .leftJoin(team, and(eq(team.areaId, post.areaId), eq(team.teamId, post.teamId)))
    .where(and(eq(post.areaId, who.areaId), eq(post.postId, postId), sql`${post.during} @> ${today}::date`));
  return found;
}

export type Agreed = {
  readonly quarterPoints: number;
  readonly agreedOn: LocalDate;
  readonly reviewOn: LocalDate | undefined;
  readonly leading: "everyday" | "occasional" | undefined;
};

/** Keeps what was agreed for a post, in the version the caller saw. Gives whether that was still the version. */
export async function keepAgreed({ tx, who }: Records, postId: string, version: number, agreed: Agreed) {
  const changed = await tx
    .update(post)
    .set({
      agreedCapacity: agreed.quarterPoints,
      capacityAgreedOn: agreed.agreedOn,
      capacityReviewOn: agreed.reviewOn ?? null,
      ...(agreed.leading === undefined ? {} : { leading: agreed.leading }),
      version: version + 1,
    })
    .where(and(eq(post.areaId, who.areaId), eq(post.postId, postId), eq(post.version, version)))
    .returning({ postId: post.postId });
  return changed.length === 1;
}

/**
 * How one person's case weighs now, with the plan held until the transaction ends: of two managers who change a weight
 * at once the second sees what the first did. Undefined where the person has no part in the plan.
 */
export async function lockCase(records: Records, planId: string, practitionerId: string) {
  await lockPlan(records, planId);
  const weighed = (await weighPeople(records, [practitionerId])).get(practitionerId);
  const own = (weighed?.cases ?? []).filter((held) => held.planId === planId);
  return own.find(({ role }) => role === "lead") ?? own[0];
}

/** Puts a manager's change of a weight in the place of the one before; none where it changes nothing. */
export async function keepAdjustment(
  { tx, who, now, newId }: Records,
  of: { readonly planId: string; readonly practitionerId: string },
  to: { readonly quarterPoints: number; readonly reason: string },
): Promise<void> {
  await tx
    .update(weightAdjustment)
    .set({ supersededAt: now })
    .where(
      and(
        eq(weightAdjustment.areaId, who.areaId),
        eq(weightAdjustment.planId, of.planId),
        eq(weightAdjustment.practitionerId, of.practitionerId),
        isNull(weightAdjustment.supersededAt),
      ),
    );
  if (to.quarterPoints === 0) return;
  await tx.insert(weightAdjustment).values({
    areaId: who.areaId,
    weightAdjustmentId: newId(),
    ...of,
    ...to,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
