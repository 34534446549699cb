import { dutiesSeen, dutyView } from "../../duty-view.ts";
import type { Records } from "../../records.ts";
import { decisionViews } from "../record/views.ts";
import { figureOf } from "../workload/views.ts";
import { type Agreement, agreementOf, agreementWith, appoints } from "./agreement.ts";
import { askAllocation, awaitedBy } from "./allocation.ts";
import { caseOf, engagementOf } from "./case-store.ts";
import { decisionsOf } from "./decision-store.ts";
import type { LoadOf } from "./load-store.ts";
import { lineManagersOf } from "./people.ts";
import { namesOf } from "./people-store.ts";
import { entriesOf, type ProposalRow, proposalOf } from "./proposal-store.ts";
import { loadOfProposed } from "./settle.ts";
import { criteriaOf } from "./sheet.ts";
import { stageView } from "./stage-view.ts";
import type { ProposalView } from "./views.ts";
import { turnOf, workloadView } from "./workload-stage.ts";

const points = (quarterPoints: number) => quarterPoints / 4;

/** What a change has read already, so that its view reads none of it again. */
export type Known = { readonly proposal: ProposalRow; readonly agreement: Agreement; readonly load: LoadOf };

async function readKnown(records: Records, proposalId: string): Promise<Known> {
  const proposal = await proposalOf(records, proposalId);
  const of = await caseOf(records, proposal.planId);
  const agreement = await agreementOf(records, of, proposal, await entriesOf(records, proposalId));
  return { proposal, agreement, load: await loadOfProposed(records, agreement) };
}

/** The case as it stands after the change, where the change moved more than the proposal itself. */
async function renewed(records: Records, known: Known): Promise<Known> {
  const { proposal, agreement } = known;
  if (proposal.state === "open") return known;
  const of = await caseOf(records, proposal.planId);
  return { ...known, agreement: agreementWith(records, { ...agreement.cast, of }, proposal, agreement.entries) };
}

/** A proposal as this reader sees it: the book's own list of whose agreement is needed, and how each stands. */
export async function proposalView(records: Records, proposalId: string, known?: Known): Promise<ProposalView> {
  const { proposal, agreement, load } =
    known === undefined ? await readKnown(records, proposalId) : await renewed(records, known);
  const { of } = agreement;
  const allocation = askAllocation(records, agreement, load, proposal.reasons);
  const { book } = records.book(proposal.adoptionId);
  const isOpen = proposal.state === "open";
  const names = await namesOf(records, idsIn(agreement, proposal));
  const sourceTitle = (source: string) => book.sources[source]?.title ?? source;
  const seen = { records, agreement, allocation, isOpen, names, sourceTitle };
  const isComplete = agreement.ladder.permits.includes(appoints);
  const turn = turnOf(seen, proposal.state, isComplete);
  const workload = workloadView(seen, turn);
  const { choice, suits } = await decisionsOf(records, proposal);
  const [choiceView, agreementView, suitability] = await decisionViews(records, [
    choice,
    agreement.ladder,
    ...(suits ? [suits] : []),
  ]);
  if (!choiceView || !agreementView) throw new Error("a proposal without the decisions it rests on");
  const engagement = (await engagementOf(records, of.plan.planId)).find(({ childId }) => childId === of.child.childId);
  const duties = proposal.state === "stopped" ? dutiesSeen(records, of.duties) : [];
  return {
    ...headOf(proposal, agreement, names, load.isLeast),
    stages: [...agreement.ladder.stages.map((stage) => stageView(seen, stage)), ...(workload ? [workload] : [])],
    awaiting: turn === "before" ? [...awaitedBy(allocation)] : [],
    choice: { decision: choiceView, decisionId: proposal.choiceDecisionId },
    ...(suitability === undefined ? {} : { suitability }),
    ...loadView(records, agreement, load),
    agreement: { decision: agreementView, decisionId: proposal.agreementDecisionId },
    ...(of.lead?.practitionerId === proposal.proposedId && proposal.state === "appointed"
      ? { leadId: of.lead.leadId }
      : {}),
    weighed: proposal.weighed.map((one) =>
      weighedView(one, names, criteriaOf(records.book(proposal.adoptionId), records)),
    ),
    reasons: Object.entries(proposal.reasons).map(([code, words]) => ({
      code,
      for: wordsFor(choice, code),
      words,
    })),
    notAgreed: duties.map((row) => dutyView(records, row)),
    ...(of.contact
      ? {
          contact: {
            practitionerId: of.contact.practitionerId,
            name: of.contact.name,
            ...(of.contact.postTitle === null ? {} : { postTitle: of.contact.postTitle }),
            agency: of.contact.agency,
          },
        }
      : {}),
    ...(engagement === undefined ? {} : { engagement }),
    may: { withdraw: withdrawing(records, proposal) },
  };
}

/** The parts of somebody's load are theirs and their line managers' to see. */
function loadView({ who }: Records, { cast, proposal }: Of, { measures }: LoadOf): Pick<ProposalView, "load"> {
  const sees = [proposal.proposedId, ...lineManagersOf(cast, proposal.proposedId)].includes(who.practitionerId);
  if (!sees) return {};
  return {
    load: {
      before: figureOf(measures.before),
      after: figureOf(measures.after),
      capacity: figureOf(measures.capacity),
    },
  };
}

/** Only whoever proposed takes a proposal back, while it is open. */
export const withdrawing = ({ who }: Records, { state, proposedBy }: Pick<ProposalRow, "state" | "proposedBy">) =>
  state !== "open"
    ? { may: false, why: "This proposal has ended." }
    : proposedBy === who.practitionerId
      ? { may: true }
      : { may: false, why: "Only the person who proposed can withdraw it." };

type Of = Agreement;

function headOf(proposal: ProposalRow, { of }: Of, names: ReadonlyMap<string, string>, isLeast: boolean) {
  const member = of.team.find(({ practitionerId }) => practitionerId === proposal.proposedId);
  const name = member?.name ?? names.get(proposal.proposedId) ?? "Somebody";
  return {
    proposalId: proposal.proposalId,
    version: proposal.version,
    planId: proposal.planId,
    child: {
      visibility: "full" as const,
      childId: of.child.childId,
      name: of.child.name,
      ...(of.child.bornOn === null ? {} : { bornOn: of.child.bornOn }),
    },
    proposed: {
      practitionerId: proposal.proposedId,
      name,
      ...(member?.postTitle ? { postTitle: member.postTitle } : {}),
      agency: member?.agency ?? { agencyId: "", name: "", kind: "other" },
    },
    proposedBy: { practitionerId: proposal.proposedBy, name: proposal.proposedByName },
    proposedAt: proposal.proposedAt,
    reason: proposal.reason,
    state: proposal.state,
    ...(proposal.endedAt === null ? {} : { endedAt: proposal.endedAt }),
    ...(proposal.endedBecause === null ? {} : { endedBecause: proposal.endedBecause }),
    capacity: {
      loadBefore: points(proposal.loadBefore ?? 0),
      loadAfter: points(proposal.loadAfter ?? 0),
      ...(proposal.capacity === null ? {} : { capacity: points(proposal.capacity) }),
      isLeast,
      isOver: proposal.capacity !== null && (proposal.loadAfter ?? 0) > proposal.capacity,
    },
  };
}

type Weighed = ProposalRow["weighed"][number];

function weighedView(
  { criterion, candidateId, words, rating, evidence }: Weighed,
  names: ReadonlyMap<string, string>,
  criteria: ReturnType<typeof criteriaOf>,
) {
  return {
    criterion,
    label: criteria.find(({ code }) => code === criterion)?.label ?? criterion,
    ...(candidateId === undefined
      ? {}
      : { candidate: { practitionerId: candidateId, name: names.get(candidateId) ?? "Somebody" } }),
    ...(words === undefined ? {} : { words }),
    ...(rating === undefined ? {} : { rating }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

const wordsFor = (
  choice:
    | { readonly findings: readonly { readonly needs?: readonly { readonly code?: string; readonly for: string }[] }[] }
    | undefined,
  code: string,
): string =>
  choice?.findings.flatMap(({ needs }) => needs ?? []).find((need) => need.code === code)?.for ??
  code.replaceAll("-", " ");

const idsIn = ({ cast, entries, of }: Of, proposal: ProposalRow): readonly string[] => [
  ...new Set(
    [
      proposal.proposedId,
      proposal.proposedBy,
      ...proposal.considered,
      ...proposal.weighed.map(({ candidateId }) => candidateId),
      ...of.team.map(({ practitionerId }) => practitionerId),
      ...[...cast.posts.values()].flat().flatMap(({ lineManagerId, teamManagerId }) => [lineManagerId, teamManagerId]),
      ...[...cast.managers, ...cast.requiredAgencysManagers].map(({ practitionerId }) => practitionerId),
      ...entries.flatMap(({ answeredBy, participants }) => [
        answeredBy,
        ...(participants ?? []).filter((one) => /^[0-9a-f-]{36}$/.test(one)),
      ]),
    ].filter((id) => id !== undefined && id !== null),
  ),
];
