import type { FamilyTie } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { anyOf } from "../../db/many.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";

/** Somebody who is tied to a child outside work, and how that came to be known. */
export type Tied = {
  readonly practitionerId: string;
  readonly childId: string;
  readonly because: (typeof accessBlock.$inferSelect)["because"];
  readonly tie?: FamilyTie;
};

export type Pair = Pick<Tied, "practitionerId" | "childId">;

/** One record held back from one person, newly. */
export type HeldBack = Pair & {
  readonly blockId: string;
  readonly because: Tied["because"];
  /** Until now the person had a part in the child's care. */
  readonly hadPart: boolean;
};

/**
 * Holds records back from now on; what is held back for that reason already stays as it is. Asked area-wide, since
 * nobody sees what others are tied to. Gives what is new.
 */
export async function addBlocks(records: Records, tied: readonly Tied[]): Promise<readonly HeldBack[]> {
  if (tied.length === 0) return [];
  const { tx, now, who } = records;
  const rows = tied.map((one) => ({ ...one, tie: one.tie ?? null, id: records.newId() }));
  return areaWide(tx, () =>
    rowsOf<HeldBack>(
      tx,
      sql`with asked as (
          select distinct on ("practitionerId", "childId", because) * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as a (id uuid, "practitionerId" uuid, "childId" uuid, because text, tie text)
        ), parts as (
          select asked.id, exists (select 1 from child_access a where a.area_id = app_area() and a.practitioner_id = asked."practitionerId"
            and a.child_id = asked."childId" and a.basis <> 'emergency' and not a.held_back and a.during @> app_now()) as had_part from asked
        ), added as (
          insert into access_block (area_id, block_id, practitioner_id, child_id, because, tie, during, recorded_by, recorded_at)
          select app_area(), id, "practitionerId", "childId", because, tie, tstzrange(${now}::timestamptz, null), ${who.practitionerId}::uuid, ${now}::timestamptz
          from asked on conflict do nothing returning block_id, practitioner_id, child_id, because
        )
        select block_id as "blockId", practitioner_id as "practitionerId", child_id as "childId", because, had_part as "hadPart"
        from added join parts on parts.id = added.block_id`,
    ),
  );
}

/** Names of people at work, by their ids. */
export async function namesOf({ tx, who }: Records, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await tx
    .select({ id: practitioner.practitionerId, name: practitioner.name })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} = ${anyOf(people)}`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const waysOf = {
  declared: "They said so themselves",
  "same-address": "Same address as the child",
  "same-phone": "Same phone number as a parent or carer",
  "same-email": "Same email address as a parent or carer",
} as const satisfies Record<Tied["because"], string>;

export const becauseInWords = (because: Tied["because"]): string => waysOf[because];

export type BlockRow = {
  readonly blockId: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agency: string | null;
  readonly childId: string;
  readonly childName: string;
  readonly because: Tied["because"];
  readonly tie: string | null;
  readonly from: string;
  readonly liftedAt: string | null;
  readonly liftedByName: string | null;
  readonly liftedBecause: string | null;
};

const asIso = (of: ReturnType<typeof sql>) => sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What others are held back from, or were; one more than a page holds. Nothing of a child from whom the caller is held back. */
export const blocksOf = (
  records: Records,
  {
    show,
    after,
    blockId,
  }: { readonly show?: "in-force" | "lifted"; readonly after?: Place | undefined; readonly blockId?: string },
): Promise<readonly BlockRow[]> =>
  rowsOf(
    records.tx,
    sql`select b.block_id as "blockId", b.practitioner_id as "practitionerId", p.name, po.title as "postTitle", po.agency,
        c.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName", b.because, b.tie,
        ${asIso(sql`lower(b.during)`)} as "from", ${asIso(sql`upper(b.during)`)} as "liftedAt",
        (select l.name from practitioner l where l.area_id = b.area_id and l.practitioner_id = b.lifted_by) as "liftedByName",
        b.lifted_because as "liftedBecause"
      from access_block b
      join practitioner p on p.area_id = b.area_id and p.practitioner_id = b.practitioner_id
      join child c on c.area_id = b.area_id and c.child_id = b.child_id
      left join lateral (select po.title, ag.name as agency from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
        where po.area_id = b.area_id and po.practitioner_id = b.practitioner_id and po.during @> ${records.today}::date order by lower(po.during), po.post_id limit 1) po on true
      where b.area_id = app_area() and b.practitioner_id <> ${records.who.practitionerId}
        and not is_held_back(b.area_id, ${records.who.practitionerId}, b.child_id)
        ${show === undefined ? sql`` : show === "in-force" ? sql`and upper_inf(b.during)` : sql`and not upper_inf(b.during)`}
        ${blockId === undefined ? sql`` : sql`and b.block_id = ${blockId}`}
        ${after === undefined ? sql`` : sql`and (lower(b.during), b.block_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by lower(b.during) desc, b.block_id desc limit ${pageSize + 1}`,
  );

/** Lifts what holds somebody else back. Gives the pair and whether they have a part that opens by it; undefined where there is none. */
export async function liftBlock(
  { tx, who, now }: Records,
  { blockId, reason }: { readonly blockId: string; readonly reason: string },
): Promise<(Pair & { readonly hasPart: boolean }) | undefined> {
  const [lifted] = await tx
    .update(accessBlock)
    .set({ during: endedNow(accessBlock.during, now), liftedBy: who.practitionerId, liftedBecause: reason })
    .where(
      and(
        eq(accessBlock.areaId, who.areaId),
        eq(accessBlock.blockId, blockId),
        sql`upper_inf(${accessBlock.during})`,
        sql`${accessBlock.practitionerId} <> ${who.practitionerId}`,
      ),
    )
    .returning({ practitionerId: accessBlock.practitionerId, childId: accessBlock.childId });
  if (lifted === undefined) return undefined;
  const [part] = await rowsOf<{ readonly has: boolean }>(
    tx,
    sql`select exists (select 1 from child_access a where a.area_id = app_area() and a.practitioner_id = ${lifted.practitionerId}
      and a.child_id = ${lifted.childId} and not a.held_back and a.during @> app_now()) as has`,
  );
  return { ...lifted, hasPart: part?.has ?? false };
}
