import { addMonths, ConfirmRollIn, DomainError, inWords } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { settleRoll } from "../named-person/follows.ts";
import { compare } from "./preview.ts";
import { addChildren, addDetails, addPlaces, lockPeople, lockRoll } from "./roll-in-add-store.ts";
import { changeChildren, endPlaces, keepConfirmed, noteMade } from "./roll-in-change-store.ts";
import { holdGiven } from "./roll-in-kept.ts";
import { madeBy } from "./roll-in-made.ts";
import { type Beyond, changesInWords, type MatchedRow, type OnRoll } from "./roll-in-match.ts";
import { type RowKept, rowsKept } from "./roll-in-rows-store.ts";
import { type Done, lockRollIn, refuseUnlessPreviewed, rememberMapping, rollInOf } from "./roll-in-store.ts";
import { holdBackImported } from "./roll-in-tied.ts";
import { keepSteps, tellOthers } from "./roll-in-told.ts";
import { rollInView } from "./roll-in-view.ts";
import { changedChild, newChild, placed, type Work } from "./roll-in-work.ts";
import { establishmentKept, type Kept, notInListPage } from "./roster-store.ts";
import { RollInView } from "./views.ts";

/** Makes the changes that the preview showed: children, places, carers and named persons, all together or not at all. */
export const confirm = practitionerProcedure("roll-in.confirm")
  .input(ConfirmRollIn)
  .output(RollInView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const rollIn = await lockRollIn(records, input.rollInId, input.version);
      refuseUnlessPreviewed(rollIn);
      const kept = await establishmentKept(records, rollIn.establishmentId);
      await lockRoll(records, kept.establishmentId);
      const rows = await rowsKept(records, rollIn.rollInId);
      await lockPeople(records, rows);
      const { matched, roster, beyond } = await compare(records, kept, rows);
      check(input, kept, rows, matched, records);
      const work = workOf(input, rows, matched, { roster, beyond }, records);
      const left = await leavers(records, rollIn, input);
      const done = await write(records, kept, work, input);
      await keepSteps(records, kept, work, input);
      await rememberMapping(records, kept.establishmentId, rollIn.mapping);
      await tellOthers(records, kept, work, matched);
      await holdGiven(records, kept, work, beyond);
      const unchanged = rows.filter(({ kind }) => kind === "same").length;
      const leftOut = rows.length - work.children.length - work.joining.length - work.changes.length - unchanged;
      await keepConfirmed(records, rollIn.rollInId, input.version, {
        ...done,
        unchanged,
        leftOut,
        left: left.length,
        leaverPlaces: left,
      });
      await holdBackImported(records, work);
      return rollInView(await rollInOf(records, rollIn.rollInId));
    }),
  );

/** The preview still stands, every row that asked for a person has an answer, and the days can be. */
function check(
  { onRollFrom, fullTime, leftOn }: ConfirmRollIn,
  { kind }: Kept,
  rows: readonly RowKept[],
  matched: readonly MatchedRow[],
  { today }: Records,
): void {
  const isStale = rows.some((row, at) => row.kind !== matched[at]?.kind || row.childId !== matched[at]?.childId);
  if (isStale) throw new DomainError({ kind: "changed-since", what: "roll" });
  const waiting = rows.filter((row) => row.kind === "possible-match" && row.choice === null).length;
  if (waiting > 0)
    refuseInput(
      "choices",
      waiting === 1
        ? "Say of 1 row whether two children are one"
        : `Say of ${waiting} rows whether two children are one`,
    );
  const isAdding = rows.some((row) => row.kind === "new" || row.choice?.is === "another-child");
  if (isAdding && onRollFrom === undefined) refuseInput("onRollFrom", "Enter the first day on the roll");
  if (onRollFrom !== undefined && onRollFrom > addMonths(today, 12))
    refuseInput("onRollFrom", "Enter a day within the next 12 months");
  if (leftOn !== undefined && leftOn > addMonths(today, 12))
    refuseInput("leftOn", "Enter a day within the next 12 months");
  if (isAdding && (kind === "primary" || kind === "special") && fullTime === undefined)
    refuseInput("fullTime", "Say whether the children who are new attend full-time");
}

/** What each row comes to, with the choices made. A number that another child has stays with that child. */
function workOf(
  { onRollFrom }: ConfirmRollIn,
  rows: readonly RowKept[],
  matched: readonly MatchedRow[],
  { roster, beyond }: { readonly roster: readonly OnRoll[]; readonly beyond: readonly Beyond[] },
  { newId, today }: Records,
): Work {
  const known = new Map(roster.map((one) => [one.id, one]));
  const holders = new Map(
    [...roster, ...beyond].flatMap(({ id, identifiers }) =>
      Object.entries(identifiers).map(([kind, value]) => [`${kind} ${value ?? ""}`, id]),
    ),
  );
  const making = (row: MatchedRow | undefined, childId: string | null) => ({
    newId,
    onRollFrom: onRollFrom ?? today, // left out only where nobody is new
    isTaken: (kind: string, value: string) =>
      row?.heldElsewhere != null || (holders.get(`${kind} ${value}`) ?? childId) !== childId,
  });
  const all = rows.map((row, at) => ({ row, match: matched[at] }));
  const isAdded = ({ row, match }: (typeof all)[number]) =>
    (row.kind === "new" && match?.childId === null) || row.choice?.is === "another-child";
  const keptFrom = new Set([...roster, ...beyond].flatMap(({ id, isKept }) => (isKept ? [id] : [])));
  return {
    kept: all.flatMap(({ row, match }) => {
      const childId = row.choice?.is === "this-child" ? row.choice.childId : (match?.childId ?? null);
      return childId !== null && keptFrom.has(childId) ? [{ childId, row }] : [];
    }),
    children: all.filter(isAdded).map(({ row, match }) => newChild(row, making(match, null))),
    joining: all.flatMap(({ row, match }) =>
      row.kind === "new" && match?.childId ? [placed(row, match.childId, making(match, match.childId))] : [],
    ),
    changes: all.flatMap(({ row, match }) => {
      const childId =
        row.choice?.is === "this-child" ? row.choice.childId : row.kind === "changed" ? row.childId : null;
      const child = childId === null ? undefined : known.get(childId);
      if (child === undefined) return [];
      const what = [...new Set(changesInWords(row, child).map((change) => change.what))];
      return what.length === 0 ? [] : [changedChild(row, child, what, making(match, child.id))];
    }),
  };
}

async function write(
  records: Records,
  kept: Kept,
  work: Work,
  { rollInId, fullTime }: ConfirmRollIn,
): Promise<Pick<Done, "added" | "changed" | "namedPersons">> {
  const added = [...work.children, ...work.joining];
  await addChildren(records, work.children);
  await addPlaces(records, kept.establishmentId, fullTime, added);
  await addDetails(records, work.children);
  await changeChildren(records, work.changes);
  await noteMade(records, rollInId, madeBy(work));
  const moved = work.changes.filter(({ groups }) => groups !== undefined).map(({ known }) => known.id);
  const childIds = new Set([...added.map(({ childId }) => childId), ...moved]);
  const named = await settleRoll(records, { establishment: kept, from: records.today, childIds });
  return {
    added: added.length,
    changed: work.changes.length,
    namedPersons: named
      ? {
          assigned: named.settled.changed.length,
          unassigned: named.arranged.unassigned.length + named.settled.refused.length,
        }
      : null,
  };
}

/** Ends the places of children ticked as having left: those that the list indeed does not name. */
async function leavers(
  records: Records,
  rollIn: { readonly rollInId: string; readonly establishmentId: string },
  { leaverIds, leftOn }: ConfirmRollIn,
): Promise<readonly string[]> {
  if (leaverIds.length === 0 || leftOn === undefined) return [];
  const missing = new Set((await notInListPage(records, rollIn, undefined, 20_000)).map(({ childId }) => childId));
  if (leaverIds.some((id) => !missing.has(id)))
    refuseInput("leaverIds", "Tick only children who are on the roll and not in the list");
  await records.keepMany(
    leaverIds.map((childId) => ({ childId, act: "roll-in.left", title: `Left the roll: last day ${inWords(leftOn)}` })),
  );
  const ended = await endPlaces(records, rollIn.establishmentId, leaverIds, leftOn);
  if (ended.length !== leaverIds.length)
    refuseInput("leftOn", "Enter a last day that is not before the first day on the roll");
  return ended;
}
