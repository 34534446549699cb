import { AskWhetherNeeded, IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { clockFrom } from "../../clock-view.ts";
import { dutiesSeen, dutyView } from "../../duty-view.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { decisionView } from "../record/views.ts";
import { askStatutory } from "./agreement.ts";
import { type Case, caseOf, lockPlan } from "./case-store.ts";
import { askNeeded, keepNeed } from "./need.ts";
import { AskedView, WhetherNeededView } from "./views.ts";

async function neededView(records: Records, of: Case): Promise<WhetherNeededView> {
  const { plan } = of;
  const clock = of.lead === undefined ? clockFrom(plan.leadDueBy, records.asAt, records.area.calendar) : undefined;
  return {
    planId: plan.planId,
    planVersion: plan.version,
    decision: await decisionView(records, askNeeded(records, of)),
    ...(plan.neededDecisionId === null ? {} : { decisionId: plan.neededDecisionId }),
    ...(plan.leadNeededSince === null ? {} : { leadNeededSince: plan.leadNeededSince }),
    ...(clock === undefined ? {} : { clock }),
    duties: dutiesSeen(records, of.duties)
      .filter(({ act }) => act.startsWith("lead-professional."))
      .map((row) => dutyView(records, row)),
  };
}

/** Whether a lead professional is needed, as the record stands. Keeps nothing. */
export const needed = practitionerProcedure("lead-professional.ask")
  .input(z.object({ planId: IdSchema }))
  .output(WhetherNeededView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const of = await caseOf(records, input.planId);
      await records.authorise(of.child.childId);
      return neededView(records, of);
    }),
  );

/** The same, kept: the answer goes into the record, and the clocks that the book sets start. */
export const ask = practitionerProcedure("lead-professional.ask")
  .input(AskWhetherNeeded)
  .output(WhetherNeededView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await lockPlan(records, input.planId);
      const of = await caseOf(records, input.planId);
      await records.authorise(of.child.childId);
      await keepNeed(records, of);
      return neededView(records, await caseOf(records, input.planId));
    }),
  );

/** Who must lead by law or procedure, as the record stands. */
export const statutory = practitionerProcedure("lead-professional.ask")
  .input(z.object({ planId: IdSchema }))
  .output(AskedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const of = await caseOf(records, input.planId);
      await records.authorise(of.child.childId);
      return { decision: await decisionView(records, askStatutory(records, of)) };
    }),
  );
