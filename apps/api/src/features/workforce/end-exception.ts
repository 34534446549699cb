import { DomainError, EndException, inWords } from "@linchpin/domain";
import { lineTo } from "../../line-managers.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { watchEnding } from "./exception-clocks.ts";
import { cutException, type ExceptionRow, exceptionOf, partOf, planToExcept, toldOf } from "./exception-store.ts";
import { exceptionView } from "./exceptions.ts";
import { namesOf } from "./standing-store.ts";
import { ExceptionView } from "./views.ts";

/** Ends an exception from today, with the reason. Whoever leads under it stays the family's contact until another leads. */
export const endException = practitionerProcedure("workforce.exception.end")
  .input(EndException)
  .output(ExceptionView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { today, who } = records;
      const found = await exceptionToEnd(records, input.exceptionId);
      if (exceptionView(found, today).state === "lapsed" || found.endedBecause !== null)
        throw new DomainError({ kind: "already", because: "This exception has ended already." });
      const exceptionId = await cutException(records, found, input.reason);
      if (exceptionId === undefined) throw new DomainError({ kind: "changed-since", what: "exception" });
      const { planId, practitionerId } = found;
      await records.audit("changed", "workforce.exception.end", {
        planId,
        detail: { practitionerId, exceptionId, ended: found.exceptionId },
      });
      await tellOf(records, practitionerId);
      const { adoptionId } = await planToExcept(records, planId);
      const exception = { from: found.during.from, until: today };
      await watchEnding(records, { exceptionId, planId, practitionerId, adoptionId, exception });
      const by = { endedBy: who.practitionerId, endedByName: who.practitionerName };
      const kept = (await exceptionOf(records, exceptionId)) ?? { ...found, ...by, endedBecause: input.reason };
      return exceptionView(kept, today);
    }),
  );

/** The exception, for a senior manager in the person's line or of the organisation that hosts them. */
async function exceptionToEnd(records: Records, exceptionId: string): Promise<ExceptionRow> {
  const found = await exceptionOf(records, exceptionId);
  const isTheirs =
    found !== undefined &&
    found.practitionerId !== records.who.practitionerId &&
    ((await lineTo(records, found.practitionerId)) !== "none" || (await partOf(records, found)).isHosted);
  if (!isTheirs) throw new DomainError({ kind: "not-visible", what: "exception" });
  return found;
}

async function tellOf(records: Records, practitionerId: string): Promise<void> {
  const name = (await namesOf(records, [practitionerId])).get(practitionerId) ?? "a practitioner";
  const words = `${records.who.practitionerName} ended the exception for ${name} to lead on one plan, from ${inWords(records.today)}.`;
  const told = await toldOf(records, practitionerId);
  await tell(
    records,
    told.map((id) => ({ practitionerId: id, act: "workforce.exception.end", words })),
  );
}
