import { DomainError, type RecordStage } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { agreementOf } from "./agreement.ts";
import { askAllocation, workloadStage, writesDownWhy } from "./allocation.ts";
import { caseOf, lockPlan } from "./case-store.ts";
import { closeDutyOn } from "./duty-store.ts";
import { addEntries, entriesOf, moveProposal, proposalOf } from "./proposal-store.ts";
import { loadOfProposed } from "./settle.ts";
import { managersToAsk, turnOf } from "./workload-stage.ts";

/**
 * A manager writes down why the load is right, of somebody who leads already. True when that is what was recorded; false
 * where the proposal is still open and its agreement goes on.
 */
export async function recordReasonAfterwards(records: Records, input: RecordStage): Promise<boolean> {
  if (input.stage !== workloadStage) return false;
  const seen = await proposalOf(records, input.proposalId);
  if (seen.state !== "appointed") return false;
  await records.authorise(seen.childId);
  await lockPlan(records, seen.planId);
  const proposal = await proposalOf(records, input.proposalId);
  const of = await caseOf(records, proposal.planId);
  const agreement = await agreementOf(records, of, proposal, await entriesOf(records, proposal.proposalId));
  const allocation = askAllocation(records, agreement, await loadOfProposed(records, agreement), proposal.reasons);
  const me = records.who.practitionerId;
  if (turnOf({ agreement, allocation }, proposal.state, true) !== "after" || !managersToAsk({ agreement }).includes(me))
    throw new DomainError({ kind: "already", because: "This step is not open." });
  if (input.outcome !== "agreed" || input.words === undefined)
    throw new DomainError({ kind: "input", problems: [{ path: "words", message: "Enter why the load is right" }] });
  const { proposalId, childId, planId } = proposal;
  await moveProposal(records, { ...proposal, version: input.version });
  await addEntries(records, [
    { proposalId, childId, stage: workloadStage, outcome: "agreed", words: input.words, answeredBy: me },
  ]);
  await closeDutyOn(records, planId, writesDownWhy);
  await records.keep({
    childId,
    planId,
    act: "workload.reason-recorded",
    title: "The manager wrote down why the load is right",
  });
  return true;
}
