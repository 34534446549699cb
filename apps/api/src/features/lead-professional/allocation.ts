import { type AllocationFacts, type GateDecision, isLate, type Recorded } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { Agreement } from "./agreement.ts";
import type { LoadOf } from "./load-store.ts";
import { lineManagersOf } from "./people.ts";
import type { EntryRow } from "./proposal-store.ts";

/** The desk of managers that no stage of the agreement asks, though the book asks them about the load. */
export const workloadStage = "workload";

/** What managers owe once somebody was appointed above what was agreed, where the book stops nobody for it. */
export const writesDownWhy = "workload.write-down-why";

const goodWord = ["agreed", "done"];

/** What a manager last said of this proposal: yes, no, or nothing yet. */
function acknowledged(entries: readonly EntryRow[], managerId: string): Recorded<boolean> {
  const last = entries.findLast(({ answeredBy }) => answeredBy === managerId);
  return last === undefined ? "not-recorded" : goodWord.includes(last.outcome);
}

/** Facts for "May this person be given one more case to lead?", with what the managers have said so far. */
export function allocationFacts(
  records: Records,
  agreement: Agreement,
  load: LoadOf,
  reasons: Readonly<Record<string, string>>,
): AllocationFacts {
  const { proposal, entries, cast, ladder } = agreement;
  const managers = lineManagersOf(cast, proposal.proposedId);
  const second = ladder.stages.find(({ whose }) => whose === "second-line-manager");
  return {
    practitionerId: proposal.proposedId,
    load: load.before,
    loadAfter: load.after,
    capacity: load.capacity ?? "not-recorded",
    managers: managers.map((id) => ({ id, acknowledged: acknowledged(entries, id) })),
    secondManagerWaitIsOver: typeof second?.clock === "object" && isLate(second.clock, records.asAt),
    reasonGiven: hasManagersReason(entries, managers) || (managers.includes(proposal.proposedBy) && hasReason(reasons)),
  };
}

const hasManagersReason = (entries: readonly EntryRow[], managers: readonly string[]): boolean =>
  entries.some(
    ({ answeredBy, words, outcome }) =>
      answeredBy !== null && managers.includes(answeredBy) && words !== null && goodWord.includes(outcome),
  );

const hasReason = (reasons: Readonly<Record<string, string>>): boolean =>
  ["over-capacity", "near-capacity", "capacity-not-agreed"].some((code) => reasons[code] !== undefined);

export const askAllocation = (
  records: Records,
  agreement: Agreement,
  load: LoadOf,
  reasons: Readonly<Record<string, string>>,
): GateDecision =>
  records
    .book(agreement.proposal.adoptionId)
    .book.gate("workload.allocation", allocationFacts(records, agreement, load, reasons), records.asAt);

/** What the book still waits for before this person is given the case: a manager's word. A reason is asked and stops nobody. */
export const awaitedBy = ({ answer, findings }: GateDecision): readonly string[] =>
  answer === "prevents" || answer === "unknown" || answer === "refers"
    ? findings
        .filter(({ effect, liftedBy }) => liftedBy === undefined && ["prevents", "unknown", "refers"].includes(effect))
        .map(({ because }) => because)
    : [];

/** Whether a manager has to write down why, when agreeing. */
export const asksManagersReason = ({ needs }: GateDecision): boolean => needs.some(({ what }) => what === "reason");
