import { DomainError, WithdrawProposal } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import { endRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { lockPlan } from "./case-store.ts";
import { moveProposal, proposalOf, setWaits, waitsOf } from "./proposal-store.ts";
import { proposalView, withdrawing } from "./proposal-view.ts";
import { ProposalView } from "./views.ts";

/** Takes a proposal back. Whoever was let in because of it is let out, and the plan waits for another proposal. */
export const withdraw = practitionerProcedure("lead-professional.withdraw")
  .input(WithdrawProposal)
  .output(ProposalView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const seen = await proposalOf(records, input.proposalId);
      await records.authorise(seen.childId);
      await lockPlan(records, seen.planId);
      const proposal = await proposalOf(records, input.proposalId);
      const may = withdrawing(records, proposal);
      if (proposal.state !== "open")
        throw new DomainError({ kind: "already", because: may.why ?? "This proposal has ended." });
      if (!may.may)
        throw new DomainError({
          kind: "not-allowed",
          action: "lead-professional.withdraw",
          ...(may.why ? { why: may.why } : {}),
        });
      const { proposalId, planId, childId, proposedId } = proposal;
      const desks = await waitsOf(records, proposalId);
      await setWaits(records, proposalId, []);
      await moveProposal(
        records,
        { ...proposal, version: input.version },
        {
          state: "withdrawn",
          endedAt: records.now,
          endedBecause: input.reason,
        },
      );
      await records.keep({
        childId,
        planId,
        act: "lead-professional.withdrawn",
        title: "The proposal of a lead professional was withdrawn",
        detail: input.reason,
      });
      const told = new Set([proposedId, ...desks.map(({ practitionerId }) => practitionerId)]);
      told.delete(records.who.practitionerId);
      await tell(
        records,
        [...told].map((practitionerId) => ({
          practitionerId,
          planId,
          act: "lead-professional.withdrawn",
          words: "A proposal of a lead professional was withdrawn. It no longer waits for you.",
          link: linkTo.plan(planId),
        })),
      );
      const view = await proposalView(records, proposalId);
      await endRelations(records, [proposalId]);
      return view;
    }),
  );
