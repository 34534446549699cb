import { concernOutcomes, IdSchema, touchesOf } from "@linchpin/domain";
import { z } from "zod";
import { mayOpen } from "../../may-open.ts";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { concernView, control, touchesView } from "./concern-view.ts";
import { concernOf, concernRows } from "./store.ts";
import { ConcernsView, ConcernView } from "./views.ts";

/** One concern with its views, clocks and what followed. */
export const get = practitionerProcedure("concern.read")
  .input(z.object({ concernId: IdSchema }))
  .output(ConcernView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { childId } = await concernOf(records, input.concernId);
      await records.authorise(childId);
      return concernView(records, input.concernId);
    }),
  );

/** A child's concerns, the newest first. */
export const forChild = practitionerProcedure("concern.read")
  .input(z.object({ childId: IdSchema, cursor: CursorSchema.optional() }))
  .output(ConcernsView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(input.childId);
      const rows = await concernRows(
        records,
        input.childId,
        input.cursor === undefined ? undefined : placeOf(input.cursor),
      );
      const { page, nextCursor = null } = pageOf(rows, ({ recordedAt, concernId }) => ({
        at: recordedAt,
        id: concernId,
      }));
      return {
        concerns: page.map((row) => ({
          concernId: row.concernId,
          noticedOn: row.noticedOn,
          reportedOn: row.reportedOn,
          beginning: row.beginning,
          touches: touchesView(row.touches),
          state: row.state,
          ...(row.outcome === null
            ? {}
            : { outcome: { code: row.outcome, label: concernOutcomes[row.outcome].label } }),
          recordedBy: { practitionerId: row.recordedBy, name: row.recordedByName },
          ...(row.planId === null || !mayOpen(records, "plan.read", held) ? {} : { planId: row.planId }),
        })),
        nextCursor,
        mayRecord: control(records, "concern.record", held),
        touches: touchesView(Object.keys(touchesOf(records.area.nation))),
      };
    }),
  );
