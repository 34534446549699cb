import { type Decision, DomainError, ProposeLead } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { type Agreement, agreementOf, agreementWith, askStatutory } from "./agreement.ts";
import { askAllocation } from "./allocation.ts";
import { type Case, caseOf, lockPlan } from "./case-store.ts";
import { choiceFacts, unmetNeeds } from "./choice.ts";
import { type LoadOf, loadsWith } from "./load-store.ts";
import { recordedAlready } from "./prefilled.ts";
import { addEntries, addProposal, entryRow, type ProposalRow } from "./proposal-store.ts";
import { proposalView } from "./proposal-view.ts";
import { letIn, settle } from "./settle.ts";
import { type Criterion, criteriaOf, ratingsFor, shownOf } from "./sheet.ts";
import { askSuitsOf, refuseUnsuitable } from "./suits.ts";
import { ProposalView } from "./views.ts";

/**
 * Proposes somebody as lead professional. The rules are asked about the person, the choice and the load; what they
 * refuse is refused here, and everything else waits on the desks whose word the book asks for.
 */
export const propose = practitionerProcedure("lead-professional.propose")
  .input(ProposeLead)
  .output(ProposalView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const of = await lockedCase(records, input);
      refuseWhatCannotBe(of, input);
      const asked = await askTheRules(records, of, input);
      const { proposal, agreement } = await keepProposal(records, of, input, asked);
      await letIn(records, proposal, [input.practitionerId]);
      const { proposal: moved, last } = await settle(records, proposal, agreement, asked.load);
      const view = await proposalView(records, proposal.proposalId, { proposal: moved, agreement, load: asked.load });
      await last();
      return view;
    }),
  );

async function lockedCase(records: Records, { planId, version }: ProposeLead): Promise<Case> {
  await lockPlan(records, planId);
  const of = await caseOf(records, planId);
  await records.authorise(of.child.childId);
  if (of.plan.version !== version) throw new DomainError({ kind: "changed-since", what: "plan" });
  return of;
}

function refuseWhatCannotBe(of: Case, { practitionerId }: ProposeLead): void {
  if (of.plan.state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
  if (of.lead?.practitionerId === practitionerId)
    throw new DomainError({ kind: "already", because: `${of.lead.name} leads this plan already.` });
  const open = of.proposal;
  if (open !== undefined)
    throw new DomainError({
      kind: "already",
      because: `${open.proposedName} has been proposed for this plan. Open that proposal.`,
    });
  if (!of.team.some((one) => one.practitionerId === practitionerId))
    refuseInput("practitionerId", "Choose somebody who works with the child");
}

type Rules = {
  readonly decisions: readonly [choice: Decision, suitability: Decision, statutory: Decision];
  readonly load: LoadOf;
};

async function askTheRules(records: Records, of: Case, input: ProposeLead): Promise<Rules> {
  const inForce = records.book(of.plan.adoptionId);
  const { book } = inForce;
  const { practitionerId, reasons } = input;
  const statutory = askStatutory(records, of);
  refuseAgainstLaw(of, statutory, practitionerId);

  const suitability = await askSuitsOf(records, of, practitionerId, statutory);
  refuseUnsuitable(suitability);

  const loads = await loadsWith(
    records,
    of,
    of.team.map((one) => one.practitionerId),
    inForce,
  );
  const load = loads.get(practitionerId);
  if (!load) throw new Error("a person was weighed and has no load");
  const shown = await shownOf(records, of, statutory, loads);
  const criteria = criteriaOf(inForce, records);
  refuseOtherAnswers(criteria, input);
  const choosing = { records, of, inForce, statutory, criteria, shown };
  const facts = choiceFacts(choosing, {
    ...input,
    reasonGiven: true,
    isManagerConsulted: input.consulted !== undefined || of.consulted !== undefined ? true : "not-recorded",
  });
  const choice = book.gate("lead-professional.choice", facts, records.asAt);
  if (choice.answer === "prevents" || choice.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision: choice });

  const unmet = unmetNeeds([...suitability.needs, ...choice.needs], reasons);
  if (unmet.length > 0)
    throw new DomainError({
      kind: "input",
      problems: unmet.map(({ code, for: what }) => ({ path: `reasons.${code}`, message: `Enter ${what}` })),
    });
  return { decisions: [choice, suitability, statutory], load };
}

/** A row of the sheet is answered as the rulebook asks it: with yes or no, or with how the person is placed. */
function refuseOtherAnswers(criteria: readonly Criterion[], { weighed }: ProposeLead): void {
  const problems = weighed.flatMap(({ criterion, rating }, at) => {
    const asked = criteria.find(({ code }) => code === criterion);
    return rating === undefined || asked === undefined || ratingsFor(asked).includes(rating)
      ? []
      : [{ path: `weighed.${at}.rating`, message: `Answer as it is asked: ${asked.label}` }];
  });
  if (problems.length > 0) throw new DomainError({ kind: "input", problems });
}

/** A lock set by law leaves no choice, and whoever a clause bars is never proposed. */
function refuseAgainstLaw(of: Case, statutory: ReturnType<typeof askStatutory>, practitionerId: string): void {
  const posts = of.team.find((one) => one.practitionerId === practitionerId)?.posts ?? [];
  const isIt = (holder: (typeof statutory.holders)[number]) =>
    (holder.kind === "person" && holder.id === practitionerId) ||
    (holder.kind === "post" && posts.includes(holder.post));
  const isLocked = statutory.tier === "must" && statutory.holders.some(({ kind }) => kind !== "agency");
  if (statutory.barred.some(isIt) || (isLocked && !statutory.holders.some(isIt)))
    throw new DomainError({ kind: "rule-prevents", decision: statutory });
}

type Kept = { readonly proposal: ProposalRow; readonly agreement: Agreement };

async function keepProposal(records: Records, of: Case, input: ProposeLead, { decisions, load }: Rules): Promise<Kept> {
  const proposalId = records.newId();
  const { planId, adoptionId } = of.plan;
  const { childId } = of.child;
  const { practitionerId: proposedBy, practitionerName: proposedByName } = records.who;
  const stub = { proposalId, proposedId: input.practitionerId, proposedBy, proposedAt: records.now, adoptionId };
  const first = await agreementOf(records, of, stub, []);
  if (first.ladder.answer === "silent") throw new DomainError({ kind: "rule-prevents", decision: first.ladder });
  const entries = recordedAlready(first, input.consulted ?? undefined);
  const by = { recordedBy: proposedBy, recordedByName: proposedByName, recordedAt: records.now };
  const agreement = agreementWith(
    records,
    first.cast,
    stub,
    entries.map((entry) => entryRow(entry, by)),
  );
  const allocation = askAllocation(records, agreement, load, input.reasons);
  const proposed = of.team.find((one) => one.practitionerId === input.practitionerId);
  const [choiceDecisionId, , , agreementDecisionId] = await records.keep({
    childId,
    planId,
    act: "lead-professional.proposed",
    title: `${proposed?.name ?? "Somebody"} was proposed as lead professional`,
    detail: input.reason,
    decisions: [...decisions, agreement.ladder, allocation],
  });
  if (choiceDecisionId === undefined || agreementDecisionId === undefined)
    throw new Error("a decision was kept without an id");
  const proposal = await addProposal(records, {
    proposalId,
    planId,
    childId,
    proposedId: input.practitionerId,
    reason: input.reason,
    reasons: input.reasons,
    considered: [...input.consideredIds],
    weighed: input.weighed,
    adoptionId,
    choiceDecisionId,
    agreementDecisionId,
    loadBefore: load.before,
    loadAfter: load.after,
    capacity: load.capacity ?? null,
  });
  await addEntries(
    records,
    entries.map((entry) => ({ ...entry, proposalId, childId })),
  );
  return { proposal, agreement };
}
