import { dayOf, type GateDecision, isLocalDate, type LocalDate, momentAt } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import { type Agreement, appoints, waitsIn } from "./agreement.ts";
import { askAllocation, asksManagersReason, awaitedBy, workloadStage, writesDownWhy } from "./allocation.ts";
import { appoint, type Ending, end } from "./appoint.ts";
import { type LoadOf, loadsWith } from "./load-store.ts";
import { afterNotAgreed } from "./owing.ts";
import { moveProposal, type ProposalRow, setWaits, type Wait } from "./proposal-store.ts";
import { askSuitsOf, refuseUnsuitable } from "./suits.ts";
import { managersToAsk } from "./workload-stage.ts";

/** What a proposal came to with what has just been recorded. Its last step ends access, so it is run when all is written. */
export type Settled = { readonly proposal: ProposalRow; readonly last: () => Promise<void> };

/** Moves a proposal on: to the next desks, to the appointment, or to a stop with the clocks that follow. */
export async function settle(
  records: Records,
  proposal: ProposalRow,
  agreement: Agreement,
  load: LoadOf,
): Promise<Settled> {
  const { ladder, entries } = agreement;
  const last = entries.at(-1);
  const declinedLoad = last?.stage === workloadStage && last.outcome === "declined";
  if (ladder.answer === "stopped" || declinedLoad) return stop(records, proposal, agreement);
  if (!ladder.permits.includes(appoints)) return goOn(records, proposal, waitsIn(agreement), agreement);
  const allocation = askAllocation(records, agreement, load, proposal.reasons);
  if (awaitedBy(allocation).length > 0)
    return goOn(records, proposal, [...waitsIn(agreement), ...managersAwaited(agreement)], agreement);
  return appointProposed(records, proposal, agreement, allocation);
}

/** The load of the person proposed, before and after. */
export async function loadOfProposed(records: Records, { of, proposal }: Agreement): Promise<LoadOf> {
  const loads = await loadsWith(records, of, [proposal.proposedId], records.book(proposal.adoptionId));
  const load = loads.get(proposal.proposedId);
  if (!load) throw new Error("a person was weighed and has no load");
  return load;
}

/** Managers who have not yet said yes to the load, where a complete agreement waits for them alone. */
const managersAwaited = (agreement: Agreement): readonly Wait[] =>
  managersToAsk({ agreement }).map((practitionerId) => ({ stage: workloadStage, practitionerId, dueBy: undefined }));

/** Puts it on the desks it waits on now. Whoever is asked may see the child from then on, for as long as it is open. */
async function goOn(
  records: Records,
  proposal: ProposalRow,
  waits: readonly Wait[],
  { of }: Agreement,
): Promise<Settled> {
  const { proposalId, proposedId, childId } = proposal;
  const added = await setWaits(records, proposalId, waits);
  const moved = await moveProposal(records, proposal);
  await letIn(
    records,
    proposal,
    added.map(({ practitionerId }) => practitionerId),
  );
  await tell(
    records,
    added
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId }) => ({
        practitionerId,
        childId,
        planId: of.plan.planId,
        act: "lead-professional.waits",
        words:
          practitionerId === proposedId
            ? "You are proposed as lead professional. It waits for your answer."
            : "A proposal of a lead professional waits for you.",
        link: practitionerId === proposedId ? linkTo.proposal(childId, proposalId) : linkTo.deskProposal(proposalId),
      })),
  );
  return { proposal: moved, last: async () => {} };
}

/** Lets those whose word is asked see the child: the one proposed as that, everybody else as a manager of theirs. */
export async function letIn(
  records: Records,
  {
    proposalId,
    childId,
    proposedId,
    proposedBy,
  }: Pick<ProposalRow, "proposalId" | "childId" | "proposedId" | "proposedBy">,
  people: readonly string[],
): Promise<void> {
  await beginRelations(
    records,
    [...new Set(people)]
      .filter((id) => id !== proposedBy)
      .map((practitionerId) => ({
        practitionerId,
        childId,
        basis: practitionerId === proposedId ? ("proposed-lead" as const) : ("line-manager" as const),
        sourceId: proposalId,
      })),
  );
}

/** Days may have passed since the proposal: whether the person may lead is asked again of the day the lead starts. */
async function appointProposed(
  records: Records,
  proposal: ProposalRow,
  agreement: Agreement,
  allocation: GateDecision,
): Promise<Settled> {
  const { of, cast, ladder } = agreement;
  const { proposalId, proposedId } = proposal;
  const name = of.team.find(({ practitionerId }) => practitionerId === proposedId)?.name ?? "The person proposed";
  const suitability = await askSuitsOf(records, of, proposedId);
  refuseUnsuitable(suitability);
  await setWaits(records, proposalId, []);
  const { ending } = await appoint(records, of, cast, {
    practitionerId: proposedId,
    name,
    basis: "by-agreement",
    proposalId,
    decisionId: proposal.choiceDecisionId,
    decisions: [ladder, allocation, suitability],
    bestPlacedBecause: proposal.reason,
    endedBecause: `${name} was agreed as lead professional.`,
    title: `${name} became lead professional`,
    detail: proposal.reason,
  });
  const moved = await moveProposal(records, proposal, { state: "appointed", endedAt: records.now });
  if (asksManagersReason(allocation)) await oweReason(records, agreement, allocation);
  return { proposal: moved, last: () => end(records, ending) };
}

/** A load above what was agreed stops nobody: the managers owe the reason in writing, and are told. */
async function oweReason(records: Records, agreement: Agreement, allocation: GateDecision): Promise<void> {
  const { of, proposal } = agreement;
  const finding = allocation.findings.find(({ effect, liftedBy }) => effect === "permits-if" && liftedBy === undefined);
  if (finding === undefined) return;
  const { childId } = of.child;
  const { planId } = of.plan;
  const managers = managersToAsk({ agreement });
  await owe(
    records,
    managers.map((owedBy) => ({
      childId,
      planId,
      act: writesDownWhy,
      rule: finding.rule,
      clause: `${finding.clause.source} ${finding.clause.at}`,
      because: finding.because,
      owedBy,
    })),
  );
  await tell(
    records,
    managers.map((practitionerId) => ({
      practitionerId,
      childId,
      planId,
      act: writesDownWhy,
      words: "Somebody you manage leads one more plan. Write down why the load is right.",
      link: linkTo.deskProposal(proposal.proposalId),
    })),
  );
}

/** Stops a proposal at a refusal: the reason is kept, the clocks that the book sets start, and managers are told at once. */
async function stop(records: Records, proposal: ProposalRow, agreement: Agreement): Promise<Settled> {
  const { of, cast, entries } = agreement;
  const refusal = entries.at(-1);
  const name =
    of.team.find(({ practitionerId }) => practitionerId === proposal.proposedId)?.name ?? "the person proposed";
  await setWaits(records, proposal.proposalId, []);
  const moved = await moveProposal(records, proposal, {
    state: "stopped",
    endedAt: records.now,
    endedBecause: refusal?.words ?? "It was not agreed.",
  });
  const { decision, managers } = await afterNotAgreed(records, of, cast, {
    on: heldOn(refusal?.heldOn) ?? records.today,
    workerIds: workersOf(agreement),
    proposedOn: dayOf(momentAt(proposal.proposedAt)),
  });
  await records.keep({
    childId: proposal.childId,
    planId: proposal.planId,
    act: "lead-professional.not-agreed",
    title: `It was not agreed that ${name} leads`,
    ...(refusal?.words ? { detail: refusal.words } : {}),
    decisions: [agreement.ladder, decision],
  });
  await letIn(records, proposal, managers);
  await tellOfStop(records, proposal, [proposal.proposedBy, proposal.proposedId, of.contact?.practitionerId], managers);
  const ending: Ending = { sourceIds: [proposal.proposalId] };
  return { proposal: moved, last: () => endRelations(records, ending.sourceIds, "proposed-lead") };
}

const heldOn = (text: string | null | undefined): LocalDate | undefined =>
  text && isLocalDate(text) ? text : undefined;

/** The workers in the discussion where it says who took part, else everybody who works with the child. */
function workersOf({ of, entries }: Agreement): readonly string[] {
  const involved = of.team.map(({ practitionerId }) => practitionerId);
  const discussed = entries.findLast(({ participants }) => (participants ?? []).some((id) => involved.includes(id)));
  return discussed === undefined ? involved : (discussed.participants ?? []).filter((id) => involved.includes(id));
}

async function tellOfStop(
  records: Records,
  { proposalId, childId, planId }: ProposalRow,
  people: readonly (string | undefined)[],
  managers: readonly string[],
): Promise<void> {
  const told = new Set(
    people.filter((id) => id !== undefined && id !== records.who.practitionerId && !managers.includes(id)),
  );
  await tell(
    records,
    [...told].flatMap((practitionerId) =>
      practitionerId === undefined
        ? []
        : [
            {
              practitionerId,
              childId,
              planId,
              act: "lead-professional.not-agreed",
              words: "A proposal of a lead professional was not agreed. What follows is on the plan.",
              link: linkTo.proposal(childId, proposalId),
            },
          ],
    ),
  );
}
