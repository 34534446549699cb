import type { GateDecision, LocalDate, PractitionerFacts, SuitabilityFacts } from "@linchpin/domain";
import type { InForce } from "../../area-in-force.ts";
import type { Records } from "../../records.ts";
import { practitionerFactsOf } from "./reads.ts";

/**
 * Somebody as the gates of the role ask about them outside of a case: as if they worked with the child already, and
 * held no post that puts them in the lead.
 */
const outsideACase = (
  { area, today }: Records,
  practitioner: PractitionerFacts,
  startsOn: LocalDate = today,
): SuitabilityFacts => ({
  practitioner,
  startsOn: startsOn > today ? startsOn : today,
  isStatutoryPostHolder: false,
  involvement: "involved",
  openActions: 1,
  calendar: area.calendar,
});

/** "May this practitioner lead?", asked outside of a case. */
export const askSuitability = (
  records: Records,
  practitioner: PractitionerFacts,
  startsOn?: LocalDate,
  { book }: InForce = records.book(),
): GateDecision =>
  book.gate("lead-professional.suitability", outsideACase(records, practitioner, startsOn), records.asAt);

/** "May this practitioner be offered training for the role?" */
export const askTraining = (records: Records, practitioner: PractitionerFacts): GateDecision =>
  records.book().book.gate("lead-professional.training", outsideACase(records, practitioner), records.asAt);

/** One person's facts for the rules. */
export async function factsOf(
  records: Records,
  practitionerId: string,
  planId?: string,
  startsOn?: LocalDate,
): Promise<PractitionerFacts> {
  const found = (await practitionerFactsOf(records, [practitionerId], planId, startsOn)).get(practitionerId);
  if (found === undefined) throw new Error("facts of somebody who was asked about are missing");
  return found;
}
