import type {
  ColumnMapping,
  IdentifierKind,
  ImportField,
  KnownChild,
  LocalDate,
  RowChoice,
  SchoolStage,
} from "@linchpin/domain";
import { DomainError, searchName } from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { establishment } from "../../db/schema/area.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { columnMapping, rollIn, rollInRow } from "../../db/schema/roll-in.ts";
import { type NamePlace, type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import type { Encoding } from "./list-file.ts";
import type { ListRow, MatchedRow, OnRoll } from "./roll-in-match.ts";
import { fingerprintOf } from "./roll-in-match.ts";

export { establishmentKept, type Kept } from "./reads.ts";

const nobody = "00000000-0000-0000-0000-000000000000";

export type Summary = {
  readonly rows: number;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly toDecide: number;
  readonly refused: number;
  readonly withWarnings: number;
  readonly notInList: number;
};
export type Done = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly left: number;
  /** Places that ended because their children were ticked as having left. */
  readonly leaverPlaces: readonly string[];
  readonly namedPersons: { readonly assigned: number; readonly unassigned: number } | null;
};

export type RollInKept = {
  readonly rollInId: string;
  readonly establishmentId: string;
  readonly establishment: string;
  readonly fileName: string;
  readonly encoding: Encoding;
  readonly mapping: Partial<Record<ImportField, string>>;
  readonly state: "previewed" | "confirmed" | "undone";
  readonly summary: Summary;
  readonly done: Done | null;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly confirmedAt: string | null;
  readonly undoneAt: string | null;
  readonly version: number;
  /** When the very same file was imported here before, and stayed. */
  readonly sameFileImportedAt: string | null;
};

/** The numbers under which this area knows schools: URN, or SEED code. */
export async function schoolCodes({ tx, who }: Records): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ establishmentId: establishment.establishmentId, code: establishment.code })
    .from(establishment)
    .where(and(eq(establishment.areaId, who.areaId), sql`${establishment.code} is not null`));
  return new Map(rows.map(({ establishmentId, code }) => [code ?? "", establishmentId]));
}

/** How this school's or clinic's headings were mapped last. */
export async function rememberedMapping({ tx, who }: Records, establishmentId: string): Promise<ColumnMapping> {
  const [found] = await tx
    .select({ mapping: columnMapping.mapping })
    .from(columnMapping)
    .where(and(eq(columnMapping.areaId, who.areaId), eq(columnMapping.establishmentId, establishmentId)));
  return found?.mapping ?? {};
}

export async function rememberMapping(
  { tx, who, now }: Records,
  establishmentId: string,
  mapping: ColumnMapping,
): Promise<void> {
  const kept = { mapping: mapping as Record<string, string>, rememberedBy: who.practitionerId, rememberedAt: now }; // the fields that are there
  await tx
    .insert(columnMapping)
    .values({ areaId: who.areaId, establishmentId, ...kept })
    .onConflictDoUpdate({ target: [columnMapping.areaId, columnMapping.establishmentId], set: kept });
}

type KnownRow = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly born_on: LocalDate | null;
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[] | null;
  readonly address: {
    readonly line1: string | null;
    readonly town: string | null;
    readonly postcode: string | null;
  } | null;
};

const identifiersOf = sql`(select json_agg(json_build_object('kind', i.kind, 'value', i.value)) from child_identifier i
  where i.area_id = c.area_id and i.child_id = c.child_id and i.superseded_at is null)`;
const addressOf = sql`(select json_build_object('line1', d.line1, 'town', d.town, 'postcode', d.postcode) from child_address d
  where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null order by d.recorded_at desc limit 1)`;

const knownOf = (row: KnownRow): KnownChild => ({
  id: row.id,
  name: {
    given: row.given,
    ...(row.family === "" ? {} : { family: row.family }),
    ...(row.preferred === null ? {} : { preferred: row.preferred }),
  },
  bornOn: row.born_on ?? "not-recorded",
  identifiers: Object.fromEntries((row.identifiers ?? []).map(({ kind, value }) => [kind, value])),
  ...(row.address === null
    ? {}
    : {
        address: {
          line1: row.address.line1 ?? undefined,
          town: row.address.town ?? undefined,
          postcode: row.address.postcode ?? undefined,
        },
      }),
});

/** The children of a roll, today's and those to come, with what a list can tell of them. */
export async function rosterOf({ tx, today }: Records, establishmentId: string): Promise<readonly OnRoll[]> {
  type Row = KnownRow & {
    readonly placeId: string;
    readonly version: number;
    readonly group: string | null;
    readonly year_group: string | null;
    readonly house: string | null;
    readonly carers: OnRoll["carers"] | null;
  };
  const rows = await rowsOf<Row>(
    tx,
    sql`select c.child_id as id, c.given_name as given, c.family_name as family, c.preferred_name as preferred, c.born_on::text as born_on, c.version,
        p.place_id as "placeId", p."group", p.year_group, p.house, ${identifiersOf} as identifiers, ${addressOf} as address,
        (select json_agg(json_build_object('id', k.carer_id, 'name', k.name, 'relationship', k.relationship, 'phone', k.phone, 'email', k.email) order by k.position)
          from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null) as carers
      from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
      where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.superseded_at is null
        and (upper(p.during) is null or upper(p.during) > ${today}::date)`,
  );
  return rows.map((row) => ({
    ...knownOf(row),
    placeId: row.placeId,
    version: row.version,
    carers: row.carers ?? [],
    school: establishmentId,
    ...(row.year_group === null ? {} : { stage: row.year_group as SchoolStage }), // as an import kept it; any other word is unlike every stage
    ...(row.group === null ? {} : { registration: row.group }),
    ...(row.house === null ? {} : { house: row.house }),
  }));
}

/** Children of the area off this roll with a number of the list, or the names and date of birth of a row. It goes into no preview. */
export async function beyondRoll(
  { tx, today }: Records,
  establishmentId: string,
  rows: readonly ListRow[],
): Promise<readonly KnownChild[]> {
  const numbers = rows.flatMap(({ child }) =>
    Object.entries(child.identifiers).map(([kind, value]) => ({ kind, value })),
  );
  const people = rows.flatMap(({ child: { name, bornOn } }) =>
    name && bornOn ? [{ born: bornOn, key: searchName({ given: name.given, family: name.family }) }] : [],
  );
  const found = await areaWide(tx, () =>
    rowsOf<KnownRow>(
      tx,
      sql`with hit as (
          select i.child_id from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as n (kind text, value text)
          join child_identifier i on i.area_id = app_area() and i.kind = n.kind and i.value = n.value and i.superseded_at is null
          union
          select c.child_id from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n (born date, key text)
          join child c on c.area_id = app_area() and c.born_on = n.born and starts_with(c.search_name, n.key)
        )
        select c.child_id as id, c.given_name as given, c.family_name as family, c.preferred_name as preferred, c.born_on::text as born_on,
          ${identifiersOf} as identifiers, ${addressOf} as address
        from hit join child c on c.area_id = app_area() and c.child_id = hit.child_id and c.withdrawn_at is null
        where not exists (select 1 from place p where p.area_id = c.area_id and p.child_id = c.child_id and p.establishment_id = ${establishmentId}
          and p.superseded_at is null and (upper(p.during) is null or upper(p.during) > ${today}::date))`,
    ),
  );
  return found.map(knownOf);
}

export async function keepPreview(
  { tx, who, now, newId }: Records,
  of: {
    readonly establishmentId: string;
    readonly fileName: string;
    readonly fileHash: Uint8Array;
    readonly encoding: Encoding;
    readonly mapping: ColumnMapping;
    readonly summary: Summary;
  },
  rows: readonly MatchedRow[],
): Promise<string> {
  const rollInId = newId();
  await tx.insert(rollIn).values({
    ...of,
    areaId: who.areaId,
    rollInId,
    mapping: of.mapping as Record<string, string>, // the fields that are there
    state: "previewed",
    uploadedBy: who.practitionerId,
    uploadedAt: now,
  });
  await insertMany(
    tx,
    rollInRow,
    rows.map((row) => ({
      areaId: who.areaId,
      rollInId,
      rowNumber: row.rowNumber,
      fingerprint: fingerprintOf(row),
      read: { child: row.child, carers: row.carers },
      problems: row.problems,
      match: row.kind,
      because: row.because,
      childId: row.childId,
      candidates: row.candidates,
      changes: row.changes,
    })),
  );
  return rollInId;
}

const columns = {
  rollInId: rollIn.rollInId,
  establishmentId: rollIn.establishmentId,
  establishment: establishment.name,
  fileName: rollIn.fileName,
  encoding: rollIn.encoding,
  mapping: rollIn.mapping,
  state: rollIn.state,
  summary: rollIn.summary,
  done: rollIn.done,
  uploadedBy: practitioner.name,
  uploadedAt: rollIn.uploadedAt,
  confirmedAt: rollIn.confirmedAt,
  undoneAt: rollIn.undoneAt,
  version: rollIn.version,
  sameFileImportedAt: sql<string | null>`(
    select to_json(max(b.confirmed_at)) #>> '{}' from roll_in b
    where b.area_id = roll_in.area_id and b.establishment_id = roll_in.establishment_id and b.file_hash = roll_in.file_hash
      and b.state = 'confirmed' and b.roll_in_id <> roll_in.roll_in_id)`,
};

const selected = ({ tx }: Records) =>
  tx
    .select(columns)
    .from(rollIn)
    .innerJoin(
      establishment,
      and(eq(establishment.areaId, rollIn.areaId), eq(establishment.establishmentId, rollIn.establishmentId)),
    )
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, rollIn.areaId), eq(practitioner.practitionerId, rollIn.uploadedBy)),
    );

/** What the json columns hold was written by this file. */
const kept = (
  row: { readonly summary: unknown; readonly done: unknown } & Omit<RollInKept, "summary" | "done">,
): RollInKept => ({
  ...row,
  summary: row.summary as Summary,
  done: row.done as Done | null,
});

/** One import of a roll this person keeps; others read the same as none. */
export async function rollInOf(records: Records, rollInId: string): Promise<RollInKept> {
  const [found] = await selected(records).where(
    and(eq(rollIn.areaId, records.who.areaId), eq(rollIn.rollInId, rollInId)),
  );
  if (!found) throw new DomainError({ kind: "not-visible", what: "import" });
  return kept(found);
}

/** The same, locked until the transaction ends, as the version that was seen. */
export async function lockRollIn(records: Records, rollInId: string, version?: number): Promise<RollInKept> {
  await records.tx
    .select({ rollInId: rollIn.rollInId })
    .from(rollIn)
    .where(and(eq(rollIn.areaId, records.who.areaId), eq(rollIn.rollInId, rollInId)))
    .for("update");
  const found = await rollInOf(records, rollInId);
  if (version !== undefined && found.version !== version)
    throw new DomainError({ kind: "changed-since", what: "import" });
  return found;
}

export async function rollInsOf(
  records: Records,
  establishmentId: string,
  after: Place | undefined,
): Promise<readonly RollInKept[]> {
  const rows = await selected(records)
    .where(
      and(
        eq(rollIn.areaId, records.who.areaId),
        eq(rollIn.establishmentId, establishmentId),
        after && sql`(${rollIn.uploadedAt}, ${rollIn.rollInId}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(rollIn.uploadedAt), desc(rollIn.rollInId))
    .limit(pageSize + 1);
  return rows.map(kept);
}

export type RowKept = Omit<MatchedRow, "heldElsewhere"> & { readonly choice: RowChoice | null };

const rowColumns = {
  rowNumber: rollInRow.rowNumber,
  read: rollInRow.read,
  problems: rollInRow.problems,
  kind: rollInRow.match,
  because: rollInRow.because,
  childId: rollInRow.childId,
  candidates: rollInRow.candidates,
  changes: rollInRow.changes,
  choice: rollInRow.choice,
};

const rowKept = ({
  read,
  problems,
  ...row
}: { read: unknown; problems: unknown } & Omit<RowKept, "child" | "carers" | "problems">): RowKept => ({
  ...row,
  ...(read as Pick<RowKept, "child" | "carers">), // as this file wrote it
  problems: problems as RowKept["problems"],
});

/** Rows of one import in the order of the file: all, or a page of one kind and one row more. */
export async function rowsKept(
  { tx, who }: Records,
  rollInId: string,
  of: {
    readonly kind?: MatchedRow["kind"] | undefined;
    readonly withWarnings?: boolean | undefined;
    readonly after?: number | undefined;
    readonly limit?: number;
    readonly rowNumber?: number;
  } = {},
): Promise<readonly RowKept[]> {
  const query = tx
    .select(rowColumns)
    .from(rollInRow)
    .where(
      and(
        eq(rollInRow.areaId, who.areaId),
        eq(rollInRow.rollInId, rollInId),
        of.kind && eq(rollInRow.match, of.kind),
        of.rowNumber === undefined ? undefined : eq(rollInRow.rowNumber, of.rowNumber),
        of.withWarnings ? sql`${rollInRow.problems} @> '[{"severity": "warning"}]'` : undefined,
        of.after === undefined ? undefined : sql`${rollInRow.rowNumber} > ${of.after}`,
      ),
    )
    .orderBy(rollInRow.rowNumber);
  return (await (of.limit === undefined ? query : query.limit(of.limit))).map(rowKept);
}

export async function keepChoice(
  { tx, who }: Records,
  rollInId: string,
  rowNumber: number,
  choice: RowChoice,
): Promise<void> {
  await tx
    .update(rollInRow)
    .set({ choice })
    .where(and(eq(rollInRow.areaId, who.areaId), eq(rollInRow.rollInId, rollInId), eq(rollInRow.rowNumber, rowNumber)));
}

export type CandidateRow = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string | null;
  readonly group: string | null;
  readonly yearGroup: string | null;
};

const candidate = sql`c.child_id as "childId", c.search_name as "searchName", c.given_name as "givenName", c.family_name as "familyName",
  c.born_on::text as "bornOn", p."group", p.year_group as "yearGroup"`;
const onThisRoll = (
  establishmentId: string,
  today: string,
) => sql`place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
  where p.area_id = app_area() and p.establishment_id = ${establishmentId} and p.superseded_at is null and (upper(p.during) is null or upper(p.during) > ${today}::date)`;

/** Children of the roll that rows may be about. */
export const candidatesOnRoll = (
  { tx, today }: Records,
  establishmentId: string,
  childIds: readonly string[],
): Promise<readonly CandidateRow[]> =>
  rowsOf(
    tx,
    sql`select ${candidate} from ${onThisRoll(establishmentId, today)}
      and c.child_id = ${anyOf(childIds)} order by c.search_name, c.child_id`,
  );

/** Children of the roll whom no row of the list is about, a page by name and one row more. */
export const notInListPage = (
  { tx, today }: Records,
  { rollInId, establishmentId }: Pick<RollInKept, "rollInId" | "establishmentId">,
  after: NamePlace | undefined,
  limit = pageSize + 1,
): Promise<readonly CandidateRow[]> =>
  rowsOf(
    tx,
    sql`with listed as (
        select coalesce(r.choice ->> 'childId', r.child_id::text) as child_id from roll_in_row r where r.area_id = app_area() and r.roll_in_id = ${rollInId}
        union all
        select jsonb_array_elements_text(r.candidates) from roll_in_row r where r.area_id = app_area() and r.roll_in_id = ${rollInId} and r.choice is null
      )
      select ${candidate} from ${onThisRoll(establishmentId, today)}
        and not exists (select 1 from listed l where l.child_id = c.child_id::text)
        and (c.search_name, c.child_id) > (${after?.name ?? ""}, ${after?.id ?? nobody}::uuid)
      order by c.search_name, c.child_id limit ${limit}`,
  );

/** Whether a later list of the same roll was imported and stayed: the later one is undone first. */
export async function isFollowedByAnother(
  { tx, who }: Records,
  { establishmentId, confirmedAt }: RollInKept,
): Promise<boolean> {
  const found = await tx
    .select({ rollInId: rollIn.rollInId })
    .from(rollIn)
    .where(
      and(
        eq(rollIn.areaId, who.areaId),
        eq(rollIn.establishmentId, establishmentId),
        eq(rollIn.state, "confirmed"),
        sql`${rollIn.confirmedAt} > ${confirmedAt}::timestamptz`,
      ),
    )
    .limit(1);
  return found.length > 0;
}
