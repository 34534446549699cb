import { type DesignationDecision, DomainError, type GateDecision, type LocalDate } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { askStatutory } from "./agreement.ts";
import type { Case } from "./case-store.ts";
import { suitabilityFacts } from "./facts.ts";
import { peopleForPlan } from "./skills-store.ts";

/** "May this practitioner lead?", of several people who would start on one day (today unless said), by the plan's own book. */
export async function askSuits(
  records: Records,
  of: Case,
  practitionerIds: readonly string[],
  { statutory, startsOn = records.today }: { readonly statutory: DesignationDecision; readonly startsOn?: LocalDate },
): Promise<ReadonlyMap<string, GateDecision>> {
  const { planId, adoptionId } = of.plan;
  const { calendar } = records.area;
  const { book } = records.book(adoptionId);
  const people = await peopleForPlan(records, practitionerIds, { planId, startsOn });
  return new Map(
    [...people].map(([id, person]) => {
      const facts = suitabilityFacts(of, person, { statutory, startsOn, calendar });
      return [id, book.gate("lead-professional.suitability", facts, records.asAt)];
    }),
  );
}

/** The same of one person. */
export async function askSuitsOf(
  records: Records,
  of: Case,
  practitionerId: string,
  statutory: DesignationDecision = askStatutory(records, of),
): Promise<GateDecision> {
  const decision = (await askSuits(records, of, [practitionerId], { statutory })).get(practitionerId);
  if (decision === undefined) throw new Error("a person's standing was asked and not answered");
  return decision;
}

/** Refuses where a clause stands in the way, or where what it rests on is not recorded. */
export function refuseUnsuitable(decision: GateDecision): void {
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
}
