import { DomainError, type GateDecision, RecordStage, type Stage, stageOutcomes } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { type Agreement, agreementOf, agreementWith, appoints, findingOf } from "./agreement.ts";
import { askAllocation, awaitedBy, workloadStage } from "./allocation.ts";
import { caseOf, lockPlan } from "./case-store.ts";
import { answersForThemselves, lineManagersOf, peopleIn } from "./people.ts";
import { addEntries, entriesOf, type ProposalRow, proposalOf } from "./proposal-store.ts";
import { proposalView } from "./proposal-view.ts";
import { recordReasonAfterwards } from "./record-load.ts";
import { loadOfProposed, settle } from "./settle.ts";
import {
  asksOf,
  evidenceFor,
  evidenceNeededFor,
  mayEnterNow,
  outcomesOpenTo,
  wordsFor,
  wordsNeededFor,
} from "./stage-view.ts";
import { ProposalView } from "./views.ts";

/**
 * Records what came of one stage of a proposal, whatever the rulebook calls it. The plan's row is held meanwhile: of two
 * who answer at once the second waits, and then reads what the first recorded.
 */
export const recordStage = practitionerProcedure("lead-professional.record-stage")
  .input(RecordStage)
  .output(ProposalView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      if (await recordReasonAfterwards(records, input)) return proposalView(records, input.proposalId);
      const { proposal, agreement, allocation, load } = await heldOpen(records, input);
      const { proposalId, childId, planId } = proposal;
      const entry = checked(records, agreement, allocation, input);
      const added = await addEntries(records, [{ ...entry, proposalId, childId }]);
      const after = agreementWith(records, agreement.cast, proposal, [...agreement.entries, ...added]);
      await records.keep({
        childId,
        planId,
        act: "lead-professional.stage-recorded",
        title: `${titleOf(agreement, allocation, input.stage)}: ${stageOutcomes[input.outcome].label.toLowerCase()}`,
        ...(input.words === undefined ? {} : { detail: input.words }),
      });
      const { proposal: moved, last } = await settle(records, proposal, after, load);
      const view = await proposalView(records, proposalId, { proposal: moved, agreement: after, load });
      await last();
      return view;
    }),
  );

async function heldOpen(records: Records, input: RecordStage) {
  const seen = await proposalOf(records, input.proposalId);
  await records.authorise(seen.childId);
  await lockPlan(records, seen.planId);
  const proposal = await proposalOf(records, input.proposalId);
  if (proposal.state !== "open") throw new DomainError({ kind: "already", because: endedInWords(proposal) });
  const of = await caseOf(records, proposal.planId);
  const agreement = await agreementOf(records, of, proposal, await entriesOf(records, proposal.proposalId));
  if (proposal.version !== input.version) refuseOverlap(agreement, input.stage);
  const load = await loadOfProposed(records, agreement);
  const allocation = askAllocation(records, agreement, load, proposal.reasons);
  return { proposal, agreement, allocation, load };
}

const endings = {
  appointed: "This was agreed a moment ago, and the lead professional is appointed.",
  stopped: "This proposal stopped, because it was not agreed.",
  withdrawn: "This proposal was withdrawn.",
} as const;

const endedInWords = ({ state, endedBecause }: ProposalRow): string =>
  state === "open"
    ? ""
    : state === "stopped" && endedBecause !== null
      ? `${endings.stopped} ${endedBecause}`
      : endings[state];

/** The proposal moved on since it was read: says so, and who recorded the stage where that is why. */
function refuseOverlap({ ladder, entries }: Agreement, stage: string): never {
  const before = entries.findLast((entry) => entry.stage === stage);
  const isThrough = ladder.stages.some((one) => one.stage === stage && one.state === "through");
  if (before !== undefined && isThrough)
    throw new DomainError({
      kind: "already",
      because: `${before.recordedByName} recorded this already. Reload the page to see it.`,
    });
  throw new DomainError({ kind: "changed-since", what: "proposal" });
}

const titleOf = (agreement: Agreement, allocation: GateDecision, stage: string): string => {
  const found = agreement.ladder.stages.find((one) => one.stage === stage);
  return (found && findingOf(agreement, found)?.title) ?? allocation.findings[0]?.title ?? "Workload";
};

function checked(records: Records, agreement: Agreement, allocation: GateDecision, input: RecordStage) {
  const me = records.who.practitionerId;
  if (input.stage === workloadStage) return checkedLoad(agreement, allocation, input, me);
  const stage = agreement.ladder.stages.find((one) => one.stage === input.stage);
  if (!stage) throw new DomainError({ kind: "not-visible", what: "step" });
  const enter = mayEnterNow(agreement, stage, me, true);
  if (!enter.may && (stage.state === "through" || stage.state === "later"))
    throw new DomainError({ kind: "already", because: enter.why ?? "This step is not open." });
  if (!enter.may)
    throw new DomainError({
      kind: "not-allowed",
      action: "lead-professional.record-stage",
      ...(enter.why ? { why: enter.why } : {}),
    });
  refuseProblems(records, agreement, allocation, stage, input);
  return {
    stage: stage.stage,
    outcome: input.outcome,
    words: input.words ?? null,
    evidence: evidenceNeededFor(agreement, stage).includes(input.outcome) ? (input.evidence ?? null) : null,
    heldOn: input.heldOn ?? null,
    participants: [...input.participantIds, ...input.others],
    answeredBy: whoseWord(agreement, stage, input, me),
  };
}

/** Whose word it is: the person's own; of a consultation that somebody else writes down, the one who was consulted. */
function whoseWord(
  { cast }: Agreement,
  stage: Stage,
  { participantIds, outcome }: RecordStage,
  me: string,
): string | null {
  if (!answersForThemselves.includes(stage.whose) || outcome === "not-possible") return null;
  const own = peopleIn(cast, stage.whose);
  return own.includes(me) ? me : (participantIds.find((id) => own.includes(id)) ?? null);
}

function refuseProblems(
  records: Records,
  agreement: Agreement,
  allocation: GateDecision,
  stage: Stage,
  input: RecordStage,
): void {
  const { cast } = agreement;
  const problems: { path: string; message: string }[] = [];
  const isOpen = outcomesOpenTo(agreement, stage, records.who.practitionerId).includes(input.outcome);
  if (!isOpen) problems.push({ path: "outcome", message: "Choose what came of it" });
  const asked = { agreement, allocation };
  if (wordsNeededFor(asked, stage).includes(input.outcome) && input.words === undefined)
    problems.push({ path: "words", message: `Enter ${wordsFor(asked, stage, input.outcome)}` });
  if (evidenceNeededFor(agreement, stage).includes(input.outcome) && input.evidence === undefined)
    problems.push({ path: "evidence", message: `Enter ${evidenceFor(agreement, stage)}` });
  const isHeld = asksOf(stage).includes("held-on") && input.outcome !== "not-possible";
  if (isHeld && input.heldOn === undefined) problems.push({ path: "heldOn", message: "Enter the day" });
  if (input.heldOn !== undefined && input.heldOn > records.today)
    problems.push({ path: "heldOn", message: "Enter a day that is not in the future" });
  const takesPart = isHeld && stage.kind !== "consultation";
  if (takesPart && input.participantIds.length + input.others.length === 0)
    problems.push({ path: "participantIds", message: "Choose who took part" });
  const consultedByAnother =
    stage.kind === "consultation" && !peopleIn(cast, stage.whose).includes(records.who.practitionerId);
  if (consultedByAnother && !input.participantIds.some((id) => peopleIn(cast, stage.whose).includes(id)))
    problems.push({ path: "participantIds", message: "Choose who was consulted" });
  if (problems.length > 0) throw new DomainError({ kind: "input", problems });
}

function checkedLoad(agreement: Agreement, allocation: GateDecision, input: RecordStage, me: string) {
  const isTurn = agreement.ladder.permits.includes(appoints) && awaitedBy(allocation).length > 0;
  if (!isTurn) throw new DomainError({ kind: "already", because: "This step is not open." });
  if (!lineManagersOf(agreement.cast, agreement.proposal.proposedId).includes(me))
    throw new DomainError({
      kind: "not-allowed",
      action: "lead-professional.record-stage",
      why: "This is for the line managers of the person proposed.",
    });
  const problems = [
    ...(input.outcome === "agreed" || input.outcome === "declined"
      ? []
      : [{ path: "outcome", message: "Choose what came of it" }]),
    ...(input.outcome === "declined" && input.words === undefined
      ? [{ path: "words", message: "Enter the reason" }]
      : []),
  ];
  if (problems.length > 0) throw new DomainError({ kind: "input", problems });
  return {
    stage: workloadStage,
    outcome: input.outcome,
    words: input.words ?? null,
    heldOn: null,
    participants: [],
    answeredBy: me,
  };
}
