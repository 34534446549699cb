import { DomainError, engagementStates, RecordEngagement } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { addEngagement } from "./engagement-store.ts";
import { changePlan } from "./plan-reader.ts";
import { planView } from "./plan-view.ts";
import { PlanView } from "./views.ts";

/**
 * Records how far a child's family is engaged, from which day, and what shows it (CWDC-2.10a). What shows it is read with the
 * plan; the chronology says the state alone. A day put in later takes its place among the others: the latest day counts.
 */
export const recordEngagement = practitionerProcedure("plan.engagement.record")
  .input(RecordEngagement)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, state, on } = input;
      const { members } = await changePlan(records, planId);
      if (!members.some((member) => member.childId === childId))
        throw new DomainError({ kind: "not-visible", what: "child" });
      if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
      await addEngagement(records, input);
      await records.keep({
        ...{ childId, planId, act: "plan.engagement-recorded" },
        title: `How far the family is engaged: ${engagementStates[state].label.toLowerCase()}`,
      });
      return planView(records, planId);
    }),
  );
