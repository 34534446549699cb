import { IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { consentView } from "./consent-view.ts";
import { ConsentView } from "./views.ts";

/** What child and family answered about sharing: in force, refused, taken back, ended. */
export const forChild = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema }))
  .output(ConsentView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return consentView(records, childId);
    }),
  );
