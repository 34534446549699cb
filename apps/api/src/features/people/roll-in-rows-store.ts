import type { ColumnMapping, RowChoice } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { insertMany } from "../../db/many.ts";
import { rollIn, rollInRow } from "../../db/schema/roll-in.ts";
import type { Records } from "../../records.ts";
import type { Encoding } from "./list-file.ts";
import { fingerprintOf, type MatchedRow } from "./roll-in-match.ts";
import type { Summary } from "./roll-in-store.ts";

/** Keeps a list as it was read and compared. Gives the import's id. */
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
