import { DomainError } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { establishment } from "../../db/schema/area.ts";
import { child, place } from "../../db/schema/child.ts";
import { post } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export { type AgreedWayRow, agreedWaysOf } from "./agreed-way-store.ts";
export { type ChosenRow, chosenNow, type NotWrittenTo, notWrittenTo, saidOfAdults } from "./around-store.ts";

/** An establishment as those who keep or head its roll know it. */
export type Kept = {
  readonly establishmentId: string;
  readonly name: string;
  readonly kind: typeof establishment.$inferSelect.kind;
  readonly code: string | null;
  readonly arrangement: typeof establishment.$inferSelect.arrangement;
  readonly version: number;
};

/** The schools and clinics whose roll this person's post keeps or heads: the post's own. */
export const establishmentsKept = ({ tx, who }: Records): Promise<readonly Kept[]> =>
  tx
    .select({
      establishmentId: establishment.establishmentId,
      name: establishment.name,
      kind: establishment.kind,
      code: establishment.code,
      arrangement: establishment.arrangement,
      version: establishment.version,
    })
    .from(establishment)
    .innerJoin(
      post,
      and(eq(post.areaId, establishment.areaId), eq(post.establishmentId, establishment.establishmentId)),
    )
    .where(
      and(
        eq(establishment.areaId, who.areaId),
        eq(post.postId, who.postId),
        eq(post.practitionerId, who.practitionerId),
        sql`${post.role} in ('record-keeper', 'head')`,
      ),
    )
    .orderBy(establishment.name);

/** The one asked for, if it is theirs; somebody else's reads the same as none. */
export async function establishmentKept(records: Records, establishmentId: string): Promise<Kept> {
  const found = (await establishmentsKept(records)).find((one) => one.establishmentId === establishmentId);
  if (!found) throw new DomainError({ kind: "not-visible", what: "school or clinic" });
  return found;
}

/** A place that holds today or is to come, for joins: `place` of a child who is not withdrawn. */
export const isOnRoll = (today: string) =>
  sql`(${place.supersededAt} is null and (upper(${place.during}) is null or upper(${place.during}) > ${today}::date) and ${child.withdrawnAt} is null)`;

/** The children of whom it is kept from the caller where they are. Asked before anything is asked area-wide: the area keeps nothing from itself. */
export async function keptFromMe({ tx }: Records): Promise<readonly string[]> {
  const [mine] = await rowsOf<{ readonly kept: readonly string[] }>(
    tx,
    sql`select to_json(whereabouts_kept_from_me()) as kept`,
  );
  return mine?.kept ?? [];
}

/** Locks children's own rows, in the order of their ids, so that two changes to one child wait for each other. */
export async function lockChildren({ tx, who }: Records, childIds: readonly string[]): Promise<void> {
  if (childIds.length === 0) return;
  await tx
    .select({ childId: child.childId })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), sql`${child.childId} = ${anyOf(childIds)}`))
    .orderBy(child.childId)
    .for("update");
}

/** Somebody who works in the area today, and whether the child's record is held back from them. */
export async function whoMayBeChosen(
  { tx, who, today }: Records,
  childId: string,
  practitionerId: string,
): Promise<{ readonly name: string; readonly isHeldBack: boolean } | undefined> {
  const [found] = await rowsOf<{ readonly name: string; readonly isHeldBack: boolean }>(
    tx,
    sql`select p.name, is_held_back(p.area_id, p.practitioner_id, ${childId}) as "isHeldBack" from practitioner p
      where p.area_id = ${who.areaId} and p.practitioner_id = ${practitionerId}
        and exists (select 1 from post po where po.area_id = p.area_id and po.practitioner_id = p.practitioner_id and po.during @> ${today}::date)`,
  );
  return found;
}
