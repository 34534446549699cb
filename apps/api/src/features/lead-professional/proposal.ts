import { IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { proposalOf } from "./proposal-store.ts";
import { proposalView } from "./proposal-view.ts";
import { ProposalView } from "./views.ts";

/** One proposal: whose agreement the book asks for, how each stands, and what the reader may record now. */
export const proposal = practitionerProcedure("lead-professional.ask")
  .input(z.object({ proposalId: IdSchema }))
  .output(ProposalView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { childId } = await proposalOf(records, input.proposalId);
      await records.authorise(childId);
      return proposalView(records, input.proposalId);
    }),
  );
