import { type ColumnMapping, DomainError, type ImportField } from "@linchpin/domain";
import { and, desc, eq, sql } from "drizzle-orm";
import { establishment } from "../../db/schema/area.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { columnMapping, rollIn } from "../../db/schema/roll-in.ts";
import { type Place, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import type { Encoding } from "./list-file.ts";

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
  readonly state: "previewed" | "confirmed" | "undone" | "discarded";
  readonly summary: Summary;
  readonly done: Done | null;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly confirmedAt: string | null;
  readonly undoneAt: string | null;
  readonly discardedAt: string | null;
  /** Who discarded it; nobody where its time was up. */
  readonly discardedBy: string | null;
  readonly version: number;
  /** When the very same file was imported here before, and stayed. */
  readonly sameFileImportedAt: string | null;
};

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
  discardedAt: rollIn.discardedAt,
  discardedBy: sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = roll_in.area_id and p.practitioner_id = roll_in.discarded_by)`,
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

/** Only a list that waits to be imported can be: one that was, or was discarded, says which. */
export function refuseUnlessPreviewed({ state }: Pick<RollInKept, "state">): void {
  if (state === "previewed") return;
  throw new DomainError({
    kind: "already",
    because:
      state === "discarded" ? "This list was discarded. Upload it again." : "This list has been imported already.",
  });
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
