import { IdSchema, planKinds, planReaches } from "@linchpin/domain";
import { z } from "zod";
import { clockFrom } from "../../clock-view.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { plansOfChild } from "./lists-store.ts";
import { authorisePlan, plansReached } from "./plan-reader.ts";
import { planView } from "./plan-view.ts";
import { PlansOfChildView, PlanView } from "./views.ts";

/** One plan: people, actions, who leads and what is owed. */
export const get = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema }))
  .output(PlanView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      await authorisePlan(records, input.planId);
      return planView(records, input.planId);
    }),
  );

/** A child's plans, the open ones first. */
export const forChild = practitionerProcedure("plan.read")
  .input(z.object({ childId: IdSchema }))
  .output(PlansOfChildView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(input.childId);
      const rows = await plansReached(records, held, await plansOfChild(records, input.childId));
      return {
        plans: rows.map((row) => {
          const clock = row.leadId === null ? clockFrom(row.leadDueBy, records.asAt, records.area.calendar) : undefined;
          return {
            planId: row.planId,
            kind: { code: row.kind, label: planKinds[row.kind].label },
            reach: { code: row.reach, label: planReaches[row.reach].label },
            state: row.state,
            openedAt: row.openedAt,
            ...(row.closedAt === null ? {} : { closedAt: row.closedAt }),
            ...(row.contactId === null
              ? {}
              : { contact: { practitionerId: row.contactId, name: row.contactName ?? "" } }),
            ...(row.leadId === null ? {} : { lead: { practitionerId: row.leadId, name: row.leadName ?? "" } }),
            ...(row.leadNeededSince === null ? {} : { leadNeededSince: row.leadNeededSince }),
            ...(clock === undefined ? {} : { leadClock: clock }),
          };
        }),
      };
    }),
  );
