import {
  addDays,
  dayOf,
  daysOfAPreview,
  fullName,
  type ImportField,
  importFields,
  momentAt,
  yearGroupInWords,
} from "@linchpin/domain";
import type { z } from "zod";
import { pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { type RowKept, rowsKept } from "./roll-in-rows-store.ts";
import type { RollInKept } from "./roll-in-store.ts";
import { type CandidateRow, candidatesOnRoll } from "./roster-store.ts";
import type { RollInRowsView, RollInRowView, RollInView } from "./views.ts";
import { inFull } from "./words.ts";

/** An import as pages show it. */
export const rollInView = ({ discardedAt, discardedBy, ...kept }: RollInKept): z.infer<typeof RollInView> => ({
  ...kept,
  ...(discardedAt === null
    ? {}
    : { discarded: { at: discardedAt, ...(discardedBy === null ? {} : { by: discardedBy }) } }),
  ...(kept.state === "previewed" ? { keptUntil: addDays(dayOf(momentAt(kept.uploadedAt)), daysOfAPreview) } : {}),
  sameFileImportedAt:
    kept.state === "previewed" && kept.sameFileImportedAt !== null ? momentAt(kept.sameFileImportedAt).at : null,
  words: wordsOf(kept),
});

/** What the import is, or did, in one sentence. */
function wordsOf({ state, summary, done }: Pick<RollInKept, "state" | "summary" | "done">): string {
  const counted = (count: number, one: string, many: string) =>
    count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`;
  if (state === "undone") return "This import was undone.";
  if (state === "discarded") return "This list was discarded. Nothing of it was imported.";
  if (state === "confirmed" && done !== null) {
    if (done.added + done.changed + done.left === 0) return "Nothing was new or changed, so nothing was imported.";
    return `${counted(done.added, "child was added", "children were added")} to the roll, ${done.changed} changed and ${done.left} marked as having left.`;
  }
  if (summary.toDecide > 0)
    return `${counted(summary.toDecide, "row waits", "rows wait")} for you to say whether two children are one.`;
  if (summary.new + summary.changed === 0) return "Nothing in this list is new or changed.";
  const added = summary.new === 0 ? "Nobody is" : counted(summary.new, "child is", "children are");
  const changed =
    summary.changed === 0 ? "nobody on it changes" : `${counted(summary.changed, "child", "children")} would change`;
  return `${added} new to the roll, and ${changed}.`;
}

/** A page of rows with the children of the roll they may be about. */
export async function rowsView(
  records: Records,
  rollIn: RollInKept,
  asked: {
    readonly kind?: RowKept["kind"] | undefined;
    readonly withWarnings?: boolean | undefined;
    readonly after?: number | undefined;
  },
): Promise<z.infer<typeof RollInRowsView>> {
  const rows = await rowsKept(records, rollIn.rollInId, { ...asked, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  return {
    rows: await rowViews(records, rollIn, page),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.rowNumber ?? null) : null,
  };
}

export async function rowViews(
  records: Records,
  { establishmentId }: Pick<RollInKept, "establishmentId">,
  rows: readonly RowKept[],
): Promise<z.infer<typeof RollInRowView>[]> {
  const wanted = [...new Set(rows.flatMap(({ candidates }) => candidates))];
  const children = wanted.length === 0 ? [] : await candidatesOnRoll(records, establishmentId, wanted);
  records.saw(
    children.map(({ childId }) => childId),
    records.who.role,
  );
  const known = new Map(children.map((one) => [one.childId, candidateView(one)]));
  return rows.map(({ child, candidates, childId: _, carers: __, problems, ...row }) => ({
    ...row,
    name: child.name ? fullName(child.name) : "The name could not be read",
    preferredName: child.name?.preferred ?? null,
    bornOn: child.bornOn ?? null,
    group: child.registration ?? null,
    yearGroup: yearGroupInWords(child.stage ?? null),
    problems: problems.map((problem) => ({ ...problem, label: importFields[problem.field as ImportField].label })),
    changes: [...row.changes],
    candidates: candidates.flatMap((id) => known.get(id) ?? []),
  }));
}

/** A child of this roll, as far as telling two apart needs. */
export const candidateView = ({ childId, bornOn, group, yearGroup, ...names }: CandidateRow) => ({
  childId,
  name: inFull(names),
  bornOn,
  group,
  yearGroup: yearGroupInWords(yearGroup),
});
