import { type CaseFacts, DomainError, deniedBecause, IdSchema, oncePerPlan } from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { type Line, lineTo } from "../../line-managers.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ControlView } from "../../views.ts";
import { figureOf, levelInWords, rowOf } from "./figures.ts";
import { adjustmentsOf } from "./person-store.ts";
import { childrenSeen, weighPeople } from "./reads.ts";
import { type CaseView, PersonWorkloadView } from "./views.ts";

/** One person's cases, led and supported side by side, for whoever manages them. */
export const person = practitionerProcedure("workload.team.read")
  .input(z.object({ practitionerId: IdSchema }))
  .output(PersonWorkloadView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const line = await lineTo(records, input.practitionerId);
      if (line === "none") throw new DomainError({ kind: "not-visible", what: "practitioner" });
      return personWorkload(records, input.practitionerId, line);
    }),
  );

/** The caller's own cases and what they ask. */
export const own = practitionerProcedure("workload.own.read")
  .output(PersonWorkloadView)
  .query(({ ctx }) => ctx.read((records) => personWorkload(records, records.who.practitionerId, "self")));

/** What one person's page shows. A child is named only to whoever may open that child's plan. */
export async function personWorkload(
  records: Records,
  practitionerId: string,
  line: Line,
): Promise<PersonWorkloadView> {
  const weighed = (await weighPeople(records, [practitionerId])).get(practitionerId);
  const row = weighed && rowOf(records, practitionerId, weighed);
  if (weighed === undefined || row === undefined) throw new DomainError({ kind: "not-visible", what: "practitioner" });
  const cases = inOrder(weighed.cases);
  const children = await childrenSeen(
    records,
    cases.map(({ planId }) => planId),
  );
  const adjustments = await adjustmentsOf(records, practitionerId);
  const { namedPersonFor } = weighed;
  return {
    ...row,
    cases: cases.map((held): CaseView => {
      const adjusted = adjustments.get(held.planId);
      return {
        planId: held.planId,
        child: childInList(records, children.get(held.planId)),
        role: held.role,
        level: levelInWords(held.level),
        practitioners: held.practitioners,
        sections: held.childSections,
        ...(held.expectedMonths === "not-recorded" ? {} : { expectedMonths: held.expectedMonths }),
        weight: figureOf(records.book().book.measure("workload.weight", { practitionerId, case: held }, records.asAt)),
        ...(adjusted === undefined
          ? {}
          : {
              adjustment: {
                points: adjusted.quarterPoints / 4,
                reason: adjusted.reason,
                by: { practitionerId: adjusted.byId, name: adjusted.byName },
                at: adjusted.at,
              },
            }),
      };
    }),
    ...(namedPersonFor === undefined ? {} : { namedPersonFor }),
    may: { adjust: mayAdjust(records, line) },
  };
}

/** Leads first; whoever leads a plan and stands among its practitioners leads it. */
const inOrder = (cases: readonly CaseFacts[]): readonly CaseFacts[] =>
  [...oncePerPlan(cases, () => 0)].sort((a, b) =>
    a.role === b.role ? (a.planId < b.planId ? -1 : 1) : a.role === "lead" ? -1 : 1,
  );

/** Whether the caller may set an estimate of their own beside the rulebook's. */
export function mayAdjust({ who }: Pick<Records, "who">, line: Line): ControlView {
  const denial = deniedBecause("workload.adjust", who.role);
  if (denial) return { may: false, why: denial.words };
  return line === "manager"
    ? { may: true }
    : { may: false, why: "This person's own manager changes what a case weighs." };
}
