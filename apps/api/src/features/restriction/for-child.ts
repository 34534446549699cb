import { IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { restrictionsView } from "./restrictions-view.ts";
import { RestrictionsView } from "./views.ts";

/** What is kept private about a child: that it is, who answers for it and whom to write to; why, for those who may know. */
export const forChild = practitionerProcedure("restriction.read")
  .input(z.object({ childId: IdSchema }))
  .output(RestrictionsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return restrictionsView(records, childId);
    }),
  );
