import { ChooseMatch } from "@linchpin/domain";
import { pageByName, pageOf, placeOf } from "../../paging.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { NotInList, RollInId, RollInRows, RollIns } from "./inputs.ts";
import { keepChoice, rowsKept } from "./roll-in-rows-store.ts";
import { lockRollIn, refuseUnlessPreviewed, rollInOf, rollInsOf } from "./roll-in-store.ts";
import { candidateView, rollInView, rowsView, rowViews } from "./roll-in-view.ts";
import { establishmentKept, notInListPage } from "./roster-store.ts";
import { NotInListView, RollInListView, RollInRowsView, RollInRowView, RollInView } from "./views.ts";

/** One import: what it would do, or did. */
export const getRollIn = practitionerProcedure("roll-in.read")
  .input(RollInId)
  .output(RollInView)
  .query(({ ctx, input }) => ctx.read(async (records) => rollInView(await rollInOf(records, input.rollInId))));

/** Its rows, a page at a time in the order of the file, of one kind or all. */
export const rollInRows = practitionerProcedure("roll-in.read")
  .input(RollInRows)
  .output(RollInRowsView)
  .query(({ ctx, input: { rollInId, cursor, ...asked } }) =>
    ctx.read(async (records) => rowsView(records, await rollInOf(records, rollInId), { ...asked, after: cursor })),
  );

/** Children on the roll whom the list does not name. Nothing happens to them without a tick. */
export const notInList = practitionerProcedure("roll-in.read")
  .input(NotInList)
  .output(NotInListView)
  .query(({ ctx, input: { rollInId, cursor } }) =>
    ctx.read(async (records) => {
      const rows = await notInListPage(records, await rollInOf(records, rollInId), cursor);
      const { page, nextCursor } = pageByName(rows, ({ searchName, childId }) => ({ name: searchName, id: childId }));
      records.saw(
        page.map(({ childId }) => childId),
        records.who.role,
      );
      return { children: page.map(candidateView), nextCursor };
    }),
  );

/** The imports of a school or clinic, newest first. */
export const rollInList = practitionerProcedure("roll-in.read")
  .input(RollIns)
  .output(RollInListView)
  .query(({ ctx, input: { establishmentId, cursor } }) =>
    ctx.read(async (records) => {
      await establishmentKept(records, establishmentId);
      const rows = await rollInsOf(records, establishmentId, cursor === undefined ? undefined : placeOf(cursor));
      const { page, nextCursor } = pageOf(rows, ({ uploadedAt, rollInId }) => ({ at: uploadedAt, id: rollInId }));
      return { rollIns: page.map(rollInView), nextCursor: nextCursor ?? null };
    }),
  );

/** A person compares a row with a child of the roll and says whether they are one. */
export const chooseMatch = practitionerProcedure("roll-in.confirm")
  .input(ChooseMatch)
  .output(RollInRowView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { rollInId, rowNumber, choice } = input;
      const rollIn = await lockRollIn(records, rollInId);
      refuseUnlessPreviewed(rollIn);
      const [row] = await rowsKept(records, rollInId, { rowNumber });
      if (row?.kind !== "possible-match")
        return refuseInput("rowNumber", "Choose a row that may be about a child of this roll");
      if (choice.is === "this-child" && !row.candidates.includes(choice.childId))
        return refuseInput("choice.childId", "Choose one of the children shown");
      await keepChoice(records, rollInId, rowNumber, choice);
      await records.audit("changed", "roll-in.match-chosen", {
        detail: { rollInId, rowNumber, choice: choice.is },
        ...(choice.is === "this-child" ? { childId: choice.childId } : {}),
      });
      const [view] = await rowViews(records, rollIn, [{ ...row, choice }]);
      if (!view) throw new Error("a row that was just read is not there");
      return view;
    }),
  );
