import {
  type ColumnMapping,
  type ImportField,
  PreviewRollIn,
  problemsOfMapping,
  type RowContext,
  readRow,
  suggestMapping,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { type ListLine, readListFile } from "./list-file.ts";
import { type ListRow, type MatchedRow, matchList, type OnRoll } from "./roll-in-match.ts";
import { keepPreview } from "./roll-in-rows-store.ts";
import { rememberedMapping, rememberMapping, rollInOf, type Summary } from "./roll-in-store.ts";
import { withoutOwn } from "./roll-in-tied.ts";
import { rollInView, rowsView } from "./roll-in-view.ts";
import { beyondRoll, establishmentKept, type Kept, rosterOf, schoolCodes } from "./roster-store.ts";
import { PreviewView } from "./views.ts";

/** Reads a class list or caseload and says, row by row, what importing it would do. No child's record changes. */
export const preview = practitionerProcedure("roll-in.preview")
  .input(PreviewRollIn)
  .output(PreviewView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const kept = await establishmentKept(records, input.establishmentId);
      const file = readListFile(input.content);
      if ("problem" in file) return refuseInput("content", file.problem);
      const { headings, lines, hash, encoding } = file;
      const mapping = input.mapping ?? suggestMapping(headings, await rememberedMapping(records, kept.establishmentId));
      const problems = problemsOfMapping(mapping, headings);
      if (problems.length > 0)
        return {
          outcome: "needs-columns" as const,
          headings: [...headings],
          mapping: chosenIn(mapping),
          problems: [...problems],
          examples: examplesOf(lines),
        };
      if (input.mapping) await rememberMapping(records, kept.establishmentId, mapping); // chosen once, whatever becomes of this list
      const rows = await readLines(records, kept, lines, mapping);
      const { matched, roster } = await compare(records, kept, rows);
      const { establishmentId } = kept;
      const { fileName } = input;
      const summary = summaryOf(matched, roster);
      const rollInId = await keepPreview(
        records,
        { establishmentId, fileName, fileHash: hash, encoding, mapping, summary },
        matched,
      );
      await records.audit("changed", "roll-in.previewed", { detail: { rollInId, rows: matched.length } });
      const rollIn = await rollInOf(records, rollInId);
      return { outcome: "previewed" as const, rollIn: rollInView(rollIn), rows: await rowsView(records, rollIn, {}) };
    }),
  );

const chosenIn = (mapping: ColumnMapping) =>
  Object.fromEntries(
    Object.entries(mapping).filter((one): one is [ImportField, string] => one[1] !== undefined),
  ) as Partial<Record<ImportField, string>>; // those left out are gone

const examplesOf = (lines: readonly ListLine[]) =>
  lines
    .slice(0, 2)
    .map(({ record }) =>
      Object.fromEntries(Object.entries(record).map(([heading, cell]) => [heading, (cell ?? "").slice(0, 100)])),
    );

/** Reads each line as a child with their carers; a line of another school's is kept out. */
async function readLines(
  records: Records,
  { establishmentId, kind }: Kept,
  lines: readonly ListLine[],
  mapping: ColumnMapping,
): Promise<readonly ListRow[]> {
  const schools = await schoolCodes(records);
  const context: RowContext = {
    nation: records.area.nation,
    isDemonstration: records.area.isDemonstration,
    today: records.today,
    knownSchoolUrn: (code) => schools.has(code),
  };
  const isSchool = kind !== "clinic" && kind !== "midwifery-team";
  return lines.map(({ rowNumber, record }): ListRow => {
    const { child, carers, problems } = readRow(record, mapping, context);
    const school = child.school === undefined ? undefined : schools.get(child.school);
    const isElsewhere = isSchool && school !== undefined && school !== establishmentId;
    const message = "This row is for another school. Import it there, or leave the number of the school empty.";
    return {
      rowNumber,
      child: { ...child, school: establishmentId },
      carers,
      problems: isElsewhere ? [...problems, { field: "CHILD_SCHOOL_URN", severity: "error", message }] : problems,
    };
  });
}

/** Compares rows with the roll as it is at this moment, and with the area. */
export async function compare(
  records: Records,
  { establishmentId }: Pick<Kept, "establishmentId">,
  rows: readonly ListRow[],
) {
  const roster = await rosterOf(records, establishmentId);
  const beyond = await beyondRoll(records, establishmentId, rows);
  return { roster, beyond, matched: await withoutOwn(records, matchList(rows, roster, beyond)) };
}

function summaryOf(rows: readonly MatchedRow[], roster: readonly OnRoll[]): Summary {
  const listed = new Set(rows.flatMap(({ childId, candidates }) => (childId === null ? candidates : [childId])));
  const count = (kind: MatchedRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  return {
    rows: rows.length,
    new: count("new"),
    same: count("same"),
    changed: count("changed"),
    toDecide: count("possible-match"),
    refused: count("refused"),
    withWarnings: rows.filter(({ problems }) => problems.some(({ severity }) => severity === "warning")).length,
    notInList: roster.filter(({ id }) => !listed.has(id)).length,
  };
}
