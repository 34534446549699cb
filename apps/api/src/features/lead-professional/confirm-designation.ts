import { ConfirmDesignation, DomainError } from "@linchpin/domain";
import { z } from "zod";
import { confirmsDesignation } from "../../duty-view.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { caseOf, lockPlan } from "./case-store.ts";
import { closeDutyOn, myDuty } from "./duty-store.ts";
import { namesOf } from "./people-store.ts";

/** The line manager of somebody who leads by law or procedure confirms them. What was open on their own record is not written down here. */
export const confirmDesignation = practitionerProcedure("lead-professional.confirm-designation")
  .input(ConfirmDesignation)
  .output(z.object({ dutyId: z.string(), planId: z.string(), confirmedAt: z.string() }))
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const duty = await myDuty(records, input.dutyId);
      if (duty?.act !== confirmsDesignation || duty.childId === null || duty.planId === null)
        throw new DomainError({ kind: "not-visible", what: "duty" });
      await records.authorise(duty.childId);
      await lockPlan(records, duty.planId);
      const { lead } = await caseOf(records, duty.planId);
      if (lead?.basis !== "by-law")
        throw new DomainError({ kind: "already", because: "Nobody leads this plan by law or procedure any more." });
      const { adviserId } = input;
      if (adviserId === lead.practitionerId)
        throw new DomainError({
          kind: "input",
          problems: [{ path: "adviserId", message: "Choose somebody else: nobody advises themselves" }],
        });
      const adviser = adviserId === undefined ? undefined : (await namesOf(records, [adviserId])).get(adviserId);
      if (adviserId !== undefined && adviser === undefined)
        throw new DomainError({ kind: "input", problems: [{ path: "adviserId", message: "Choose a colleague" }] });
      await closeDutyOn(records, duty.planId, confirmsDesignation);
      await records.keep({
        childId: duty.childId,
        planId: duty.planId,
        act: "lead-professional.designation-confirmed",
        title: `${lead.name} was confirmed as leading by law or procedure`,
        detail: adviser === undefined ? "Confirmed by the line manager." : `${adviser} advises.`,
      });
      return { dutyId: input.dutyId, planId: duty.planId, confirmedAt: records.now };
    }),
  );
