import { AdjustWeight, type CaseFacts, DomainError, quarters } from "@linchpin/domain";
import { lineTo } from "../../line-managers.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { keepAdjustment, lockCase } from "./change-store.ts";
import { mayAdjust, personWorkload } from "./person.ts";
import { PersonWorkloadView } from "./views.ts";

/** A manager's own estimate of what a case asks, kept with its reason beside the rulebook's; nothing added ends it (WIG-8.6). */
export const adjust = practitionerProcedure("workload.adjust")
  .input(AdjustWeight)
  .output(PersonWorkloadView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, practitionerId, points, reason } = input;
      const line = await lineTo(records, practitionerId);
      if (line === "none") throw new DomainError({ kind: "not-visible", what: "practitioner" });
      const { may, why } = mayAdjust(records, line);
      if (!may) throw new DomainError({ kind: "not-allowed", action: "workload.adjust", ...(why ? { why } : {}) });
      const held = await lockCase(records, planId, practitionerId);
      if (held === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      const quarterPoints = quarters(points);
      checkThatItCounts(records, practitionerId, { ...held, adjustment: quarterPoints });
      await keepAdjustment(records, { planId, practitionerId }, { quarterPoints, reason });
      await records.audit("changed", "workload.adjust", {
        planId,
        detail: { practitionerId, before: held.adjustment ?? 0, after: quarterPoints },
      });
      return personWorkload(records, practitionerId, line);
    }),
  );

/** Asks the book what would come of it: a change that it does not count, or counts only in part, is refused with the reason. */
function checkThatItCounts(records: Records, practitionerId: string, held: CaseFacts): void {
  if (held.adjustment === undefined || held.adjustment === 0) return;
  const { book } = records.book();
  const weigh = (of: CaseFacts) => book.measure("workload.weight", { practitionerId, case: of }, records.asAt);
  const { adjustment, ...estimated } = held;
  const [before, after] = [weigh(estimated), weigh(held)];
  if (after.parts.length === before.parts.length)
    refuseInput("points", "Cases are counted here, not weighed. Agree another capacity with the worker instead.");
  if (after.amount - before.amount !== adjustment)
    refuseInput(
      "points",
      "The lead professional of a case always weighs more than anybody who supports it. Enter a smaller change.",
    );
}
