import { DomainError, dayOf, inWords, momentAt, momentOn, RecordManagerTold } from "@linchpin/domain";
import { z } from "zod";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { closeDuty, myDuty } from "./duty-store.ts";

const telling: readonly string[] = ["lead-professional.tell-line-manager", "lead-professional.line-manager-told"];

/** A worker told their own line manager that nobody was agreed on. The day of telling and the day of recording are kept apart. */
export const recordManagerTold = practitionerProcedure("lead-professional.tell-manager")
  .input(RecordManagerTold)
  .output(z.object({ dutyId: z.string(), toldOn: z.string(), recordedAt: z.string(), inTime: z.boolean() }))
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const duty = await myDuty(records, input.dutyId);
      if (duty?.childId == null || !telling.includes(duty.act))
        throw new DomainError({ kind: "not-visible", what: "duty" });
      await records.authorise(duty.childId);
      if (input.toldOn > records.today) refuseInput("toldOn", "Enter a day that is not in the future");
      const began = dayOf(momentAt(new Date(duty.recordedAt)));
      if (input.toldOn < began)
        refuseInput("toldOn", `Enter a day that is not before ${inWords(began)}, when nobody was agreed on`);
      const toldAt = momentOn(input.toldOn, "12:00:00").at;
      await closeDuty(records, input.dutyId);
      await records.keep({
        childId: duty.childId,
        ...(duty.planId === null ? {} : { planId: duty.planId }),
        act: "lead-professional.manager-told",
        title: "A line manager was told that nobody was agreed on",
        happenedAt: toldAt,
      });
      return {
        dutyId: input.dutyId,
        toldOn: input.toldOn,
        recordedAt: records.now,
        inTime: duty.dueBy === null || toldAt < duty.dueBy,
      };
    }),
  );
