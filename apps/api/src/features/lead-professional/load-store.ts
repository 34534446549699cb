import type { MeasureDecision } from "@linchpin/domain";
import type { InForce } from "../../area-in-force.ts";
import type { Records } from "../../records.ts";
import { type Weighed, weighPeople } from "../workload/reads.ts";
import type { Case } from "./case-store.ts";

/** One person's load before and after taking the lead of a plan, in quarter-points. Totals only. */
export type LoadOf = {
  readonly before: number;
  readonly after: number;
  /** Undefined where worker and managers have not agreed one for every post. */
  readonly capacity: number | undefined;
  readonly isLeast: boolean;
  /** The measures these totals are of, with their parts. */
  readonly measures: {
    readonly before: MeasureDecision;
    readonly after: MeasureDecision;
    readonly capacity: MeasureDecision;
  };
};

/** Loads of several people, each as it is and as it would be with this plan's lead. */
export async function loadsWith(
  records: Records,
  of: Case,
  practitionerIds: readonly string[],
  inForce: InForce,
): Promise<ReadonlyMap<string, LoadOf>> {
  const weighed = await weighPeople(records, practitionerIds, inForce);
  return new Map(
    [...weighed].map(([practitionerId, own]) => [practitionerId, loadWith(records, of, practitionerId, own, inForce)]),
  );
}

function loadWith(records: Records, of: Case, practitionerId: string, own: Weighed, { book }: InForce): LoadOf {
  const { plan, team } = of;
  const onPlan = team.filter(({ planPractitionerId }) => planPractitionerId !== undefined);
  const joins = onPlan.some((one) => one.practitionerId === practitionerId) ? 0 : 1;
  const after = book.measure(
    "workload.load",
    {
      practitionerId,
      cases: [
        ...own.cases.filter(({ planId }) => planId !== plan.planId),
        {
          planId: plan.planId,
          role: "lead",
          level: plan.levelOfNeed ?? "not-recorded",
          practitioners: onPlan.length + joins,
          childSections: plan.members,
          expectedMonths: plan.expectedMonths ?? "not-recorded",
        },
      ],
      ...(own.namedPersonFor ? { namedPersonFor: own.namedPersonFor } : {}),
    },
    records.asAt,
  );
  return {
    before: own.load.amount,
    after: after.amount,
    capacity: own.capacity.answer === "measured" ? own.capacity.amount : undefined,
    isLeast: own.load.answer === "at-least" || after.answer === "at-least",
    measures: { before: own.load, after, capacity: own.capacity },
  };
}
