import {
  AskWhetherNeeded,
  IdSchema,
  ProposeLead,
  RecordLeadView,
  RecordStage,
  WithdrawProposal,
} from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { notBuilt } from "../not-built.ts";
import {
  AskedView,
  CandidatesView,
  DeskView,
  LeadWishView,
  PlansILeadView,
  ProposalView,
  WaitingForMeView,
  WhetherNeededView,
  WithoutLeadView,
} from "./views.ts";

const ofPlan = z.object({ planId: IdSchema });
const page = z.object({ cursor: z.string().optional() });

export const leadProfessional = router({
  needed: practitionerProcedure("lead-professional.ask").input(ofPlan).output(WhetherNeededView).query(notBuilt),
  ask: practitionerProcedure("lead-professional.ask")
    .input(AskWhetherNeeded)
    .output(WhetherNeededView)
    .mutation(notBuilt),
  statutory: practitionerProcedure("lead-professional.ask").input(ofPlan).output(AskedView).query(notBuilt),
  candidates: practitionerProcedure("lead-professional.ask").input(ofPlan).output(CandidatesView).query(notBuilt),
  recordView: practitionerProcedure("lead-professional.record-view")
    .input(RecordLeadView)
    .output(LeadWishView)
    .mutation(notBuilt),
  propose: practitionerProcedure("lead-professional.propose")
    .input(ProposeLead)
    .output(ProposalView)
    .mutation(notBuilt),
  proposal: practitionerProcedure("lead-professional.ask")
    .input(z.object({ proposalId: IdSchema }))
    .output(ProposalView)
    .query(notBuilt),
  recordStage: practitionerProcedure("lead-professional.record-stage")
    .input(RecordStage)
    .output(ProposalView)
    .mutation(notBuilt),
  withdraw: practitionerProcedure("lead-professional.withdraw")
    .input(WithdrawProposal)
    .output(ProposalView)
    .mutation(notBuilt),
  waitingForMe: practitionerProcedure("lead-professional.list-own")
    .input(page)
    .output(WaitingForMeView)
    .query(notBuilt),
  mine: practitionerProcedure("lead-professional.list-own").input(page).output(PlansILeadView).query(notBuilt),
  desk: practitionerProcedure("allocation.desk.read").input(page).output(DeskView).query(notBuilt),
  withoutLead: practitionerProcedure("allocation.without-lead.read")
    .input(page)
    .output(WithoutLeadView)
    .query(notBuilt),
});
