import type { KnownCarer, RowAddress } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { type GivenByList, heldFromList } from "../../db/schema/access.ts";
import { carer, childAddress } from "../../db/schema/child.ts";
import type { Records } from "../../records.ts";
import { close } from "./roll-in-change-store.ts";
import type { NewCarer } from "./roll-in-work.ts";

export { whereaboutsKeptOf } from "../restriction/reads.ts";

export type OnRecord = {
  readonly address: { readonly [Part in keyof RowAddress]?: string | undefined };
  readonly carers: readonly KnownCarer[];
  /** What lists gave before, and was held. */
  readonly held: readonly GivenByList[];
};

type Row = {
  readonly childId: string;
  readonly address: Readonly<Record<"line1" | "town" | "postcode", string | null>> | null;
  readonly carers: readonly KnownCarer[];
  readonly held: readonly GivenByList[];
};

const statement = (areaId: string, childIds: readonly string[]) =>
  sql`select c.child_id as "childId",
      (select json_build_object('line1', d.line1, 'town', d.town, 'postcode', d.postcode) from child_address d
        where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null order by d.recorded_at desc limit 1) as address,
      coalesce((select json_agg(json_build_object('id', k.carer_id, 'name', k.name, 'relationship', k.relationship, 'phone', k.phone, 'email', k.email) order by k.position)
        from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null), '[]'::json) as carers,
      coalesce((select json_agg(h.given) from held_from_list h where h.area_id = c.area_id and h.child_id = c.child_id), '[]'::json) as held
    from child c where c.area_id = ${areaId} and c.child_id = ${anyOf(childIds)}`;

const onRecord = (rows: readonly Row[]): ReadonlyMap<string, OnRecord> =>
  new Map(
    rows.map(({ childId, address, carers, held }) => [
      childId,
      {
        address: Object.fromEntries(Object.entries(address ?? {}).map(([part, text]) => [part, text ?? undefined])),
        carers,
        held,
      },
    ]),
  );

/** What is on record of where children are, whoever asks: compared with what a list gives, and shown to nobody. */
export async function whatIsKept(
  { tx, who }: Records,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, OnRecord>> {
  if (childIds.length === 0) return new Map();
  return onRecord(await areaWide(tx, () => rowsOf<Row>(tx, statement(who.areaId, childIds))));
}

/** The same as far as the caller may know it. */
export const whatIsKnown = async ({ tx, who }: Records, childId: string): Promise<OnRecord | undefined> =>
  onRecord(await rowsOf<Row>(tx, statement(who.areaId, [childId]))).get(childId);

/** Keeps what a list gave for somebody who may know to look at. */
export const keepGiven = (
  { tx, who, now, newId }: Records,
  establishmentId: string,
  given: readonly { readonly childId: string; readonly given: GivenByList }[],
): Promise<void> =>
  insertMany(
    tx,
    heldFromList,
    given.map((one) => ({
      ...one,
      areaId: who.areaId,
      heldId: newId(),
      establishmentId,
      givenBy: who.practitionerId,
      givenAt: now,
    })),
  );

/** Whoever answers for each child's kept whereabouts. */
export const ownersOf = (
  { tx, who }: Records,
  childIds: readonly string[],
): Promise<readonly { readonly childId: string; readonly ownerId: string }[]> =>
  areaWide(tx, () =>
    rowsOf(
      tx,
      sql`select r.child_id as "childId", r.owner_id as "ownerId" from restriction r
        where r.area_id = ${who.areaId} and r.child_id = ${anyOf(childIds)} and r.kind = 'whereabouts' and upper_inf(r.during)`,
    ),
  );

/** Puts an address and carers on record: rows are closed and added, never rewritten. */
export async function putKept(
  records: Records,
  childId: string,
  {
    address,
    carers,
    replaced,
  }: {
    readonly address: RowAddress | undefined;
    readonly carers: readonly NewCarer[];
    readonly replaced: readonly string[];
  },
): Promise<void> {
  const { tx, who, now, newId } = records;
  const row = { areaId: who.areaId, childId, recordedAt: now };
  if (address !== undefined) {
    await tx
      .update(childAddress)
      .set({ supersededAt: now })
      .where(
        and(eq(childAddress.areaId, who.areaId), eq(childAddress.childId, childId), isNull(childAddress.supersededAt)),
      );
    await tx.insert(childAddress).values({ ...row, ...address, addressId: newId() });
  }
  await close(records, "carer", "carer_id", replaced);
  await insertMany(
    tx,
    carer,
    carers.map((one) => ({ ...row, ...one })),
  );
}
