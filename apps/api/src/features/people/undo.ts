import { DomainError, searchName, UndoRollIn } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { undoNamedPersons } from "../named-person/follows.ts";
import { lockChildren } from "./reads.ts";
import { lockRoll } from "./roll-in-add-store.ts";
import { isFollowedByAnother, lockRollIn, rollInOf } from "./roll-in-store.ts";
import { rollInView } from "./roll-in-view.ts";
import { establishmentKept } from "./roster-store.ts";
import {
  keepUndone,
  putBack,
  type RowToUndo,
  restore,
  rowsToUndo,
  type WorkedWith,
  withdraw,
  workedWithSince,
} from "./undo-store.ts";
import { UndoneView } from "./views.ts";
import { inFull } from "./words.ts";

/** Takes an import back. Children it added stay where somebody has recorded something of them since, and it says which. */
export const undo = practitionerProcedure("roll-in.undo")
  .input(UndoRollIn)
  .output(UndoneView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const rollIn = await lockRollIn(records, input.rollInId, input.version);
      const { confirmedAt } = rollIn;
      if (rollIn.state !== "confirmed" || confirmedAt === null)
        throw new DomainError({ kind: "already", because: "Only an import that was made can be undone." });
      await establishmentKept(records, rollIn.establishmentId);
      await lockRoll(records, rollIn.establishmentId);
      if (await isFollowedByAnother(records, rollIn))
        throw new DomainError({ kind: "already", because: "A later list was imported here. Undo that one first." });
      const rows = await rowsToUndo(records, rollIn.rollInId);
      await lockChildren(
        records,
        rows.map(({ childId }) => childId),
      ); // whoever is recording something of a child is waited for, and it counts
      const added = rows.filter(({ made }) => (made["place"] ?? []).length > 0);
      const worked = new Map(
        (await workedWithSince(records, madeHere(added), confirmedAt)).map((one) => [one.childId, one]),
      );
      const leaving = added.filter(({ childId }) => !worked.has(childId));
      const changed = rows.filter(({ before }) => before !== null);
      await keepSteps(records, leaving, changed, input.reason);
      await restore(records, changed, confirmedAt, searchNamesOf(changed));
      await undoNamedPersons(records, {
        settledAt: confirmedAt,
        childIds: leaving.map(({ childId }) => childId),
        withdrawn: new Set(madeHere(leaving)),
      });
      await putBack(records, rollIn.done?.leaverPlaces ?? []);
      await withdraw(records, leaving);
      await keepUndone(records, rollIn.rollInId, input.version, input.reason);
      return {
        rollIn: rollInView(await rollInOf(records, rollIn.rollInId)),
        removed: leaving.length,
        restored: changed.length + (rollIn.done?.leaverPlaces.length ?? 0),
        kept: [...worked.values()].map(keptView),
      };
    }),
  );

const madeHere = (rows: readonly RowToUndo[]) => rows.flatMap(({ made }) => made["child"] ?? []);

const keptView = ({ childId, what, ...names }: WorkedWith) => ({
  childId,
  name: inFull(names),
  why: `Something has been recorded about this child since: ${what}.`,
});

const searchNamesOf = (changed: readonly RowToUndo[]): ReadonlyMap<string, string> =>
  new Map(
    changed.map(({ childId, before }) => [
      childId,
      searchName({
        given: before?.["givenName"] ?? "",
        ...(before?.["familyName"] ? { family: before["familyName"] } : {}),
        ...(before?.["preferredName"] ? { preferred: before["preferredName"] } : {}),
      }),
    ]),
  );

async function keepSteps(
  records: Records,
  leaving: readonly RowToUndo[],
  changed: readonly RowToUndo[],
  reason: string,
): Promise<void> {
  const step = (childId: string, title: string) => ({
    childId,
    act: "roll-in.undone",
    title,
    detail: `Reason: ${reason}`,
  });
  await records.keepMany([
    ...leaving.map(({ childId }) => step(childId, "Taken off the roll: the list was imported by mistake")),
    ...changed.map(({ childId }) => step(childId, "Details are again as they were before a list was imported")),
  ]);
}
