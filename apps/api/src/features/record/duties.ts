import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { childAsSeen } from "./child-as-seen.ts";
import { dutiesOf } from "./desk-store.ts";
import { partsOf } from "./opened.ts";
import { DutiesView } from "./views.ts";

/** What is owed, nearest clock first, each with its clause: by the caller, or by others on the caller's account. */
export const duties = practitionerProcedure("duty.list-own")
  .input(z.object({ whose: z.enum(["mine", "on-my-account"]).default("mine"), cursor: CursorSchema.optional() }))
  .output(DutiesView)
  .query(({ ctx, input: { whose, cursor } }) =>
    ctx.read(async (records) => {
      const after = cursor === undefined ? undefined : placeOf(cursor);
      const rows = await dutiesOf(records, { whose, after });
      const { page, ...more } = pageOf(rows, ({ dueBy, dutyId }) => ({ at: dueBy ?? "infinity", id: dutyId }));
      return {
        ...more,
        duties: page.map((row) => ({
          dutyId: row.dutyId,
          act: row.act,
          because: row.because,
          clause: row.clause,
          owedBy: { practitionerId: row.owedBy, name: row.owedByName },
          isLate: row.dueBy !== null && row.dueBy <= records.now,
          ...(row.dueBy === null ? {} : { dueBy: row.dueBy }),
          ...childAsSeen(records, "duty", row.childId, row.childName),
          ...partsOf(records, row),
        })),
      };
    }),
  );
