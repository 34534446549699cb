import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { moveProposal, proposalOf, setWaits } from "./proposal-store.ts";

/** A proposal that is open when the law decides comes to nothing. Gives the row whose access ends. */
export async function stopOpenProposal(records: Records, of: Case, because: string): Promise<readonly string[]> {
  const open = of.proposal;
  if (open === undefined) return [];
  const proposal = await proposalOf(records, open.proposalId);
  await setWaits(records, proposal.proposalId, []);
  await moveProposal(records, proposal, { state: "stopped", endedAt: records.now, endedBecause: because });
  return [proposal.proposalId];
}
