import { DiscardRollIn } from "@linchpin/domain";
import { practitionerProcedure } from "../../trpc.ts";
import { discardLists } from "./discard-store.ts";
import { lockRollIn, refuseUnlessPreviewed, rollInOf } from "./roll-in-store.ts";
import { rollInView } from "./roll-in-view.ts";
import { RollInView } from "./views.ts";

/** Puts a list aside that nobody will import: its rows go, and who put it aside is kept. No child's record changes. */
export const discard = practitionerProcedure("roll-in.discard")
  .input(DiscardRollIn)
  .output(RollInView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const rollIn = await lockRollIn(records, input.rollInId, input.version);
      refuseUnlessPreviewed(rollIn);
      const { tx, who, now } = records;
      await discardLists(tx, who.areaId, [rollIn.rollInId], { at: now, by: who.practitionerId });
      await records.audit("changed", "roll-in.discarded", {
        detail: { rollInId: rollIn.rollInId, rows: rollIn.summary.rows },
      });
      return rollInView(await rollInOf(records, rollIn.rollInId));
    }),
  );
