import {
  type AgreementFacts,
  type DesignationDecision,
  dayOf,
  type LadderDecision,
  type LadderFinding,
  lateFrom,
  momentAt,
  type Stage,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { agencyOf } from "./choice.ts";
import { statutoryAnswer, statutoryFacts } from "./facts.ts";
import { answersForThemselves, type Cast, castOf, lineManagersOf, peopleIn } from "./people.ts";
import { asEntries, type EntryRow, type ProposalRow, type Wait } from "./proposal-store.ts";

/** The command that a complete agreement permits. */
export const appoints = "lead-professional.appoint";

/** A proposal with where its agreement stands. */
export type Agreement = {
  readonly of: Case;
  readonly proposal: Pick<ProposalRow, "proposalId" | "proposedId" | "proposedBy" | "proposedAt" | "adoptionId">;
  readonly entries: readonly EntryRow[];
  readonly cast: Cast;
  readonly ladder: LadderDecision;
};

/** What the law says of this case, by the book the plan opened under. */
export const askStatutory = (records: Records, of: Case): DesignationDecision =>
  records.book(of.plan.adoptionId).book.designation("lead-professional.statutory", statutoryFacts(of), records.asAt);

function agreementFacts(
  records: Records,
  of: Case,
  { proposedId, proposedAt }: Agreement["proposal"],
  cast: Cast,
  entries: readonly EntryRow[],
): AgreementFacts {
  const member = of.team.find(({ practitionerId }) => practitionerId === proposedId);
  const named = of.team.find(({ isNamedPerson }) => isNamedPerson);
  const law = statutoryAnswer(askStatutory(records, of));
  return {
    child: { id: of.child.childId },
    plan: { id: of.plan.planId },
    proposed: {
      id: proposedId,
      isNamedPerson: member?.isNamedPerson === true,
      agency: member?.agency.kind ?? cast.posts.get(proposedId)?.[0]?.agencyKind ?? "other",
      managers: lineManagersOf(cast, proposedId).length,
    },
    isByLaw: law.holders.includes(proposedId),
    ...(law.requiredAgency === undefined ? {} : { requiredAgency: law.requiredAgency }),
    route: (of.plan.route as AgreementFacts["route"] | null) ?? "not-recorded", // written by its own closed list
    proposedOn: dayOf(momentAt(proposedAt)),
    namedPersonAgency: named?.agency.kind ?? "none",
    entries: asEntries(entries),
    calendar: records.area.calendar,
  };
}

/** Asks the plan's own book whose agreement is needed, and where it stands with what has been recorded. */
export function agreementWith(
  records: Records,
  cast: Cast,
  proposal: Agreement["proposal"],
  entries: readonly EntryRow[],
): Agreement {
  const { of } = cast;
  const { book } = records.book(proposal.adoptionId);
  const ladder = book.ladder(
    "lead-professional.agreement",
    agreementFacts(records, of, proposal, cast, entries),
    records.asAt,
  );
  return { of, proposal, entries, cast: { ...cast, answeredManagers: managersWhoAnswered(ladder, entries) }, ladder };
}

/** The same, with the people read first. */
export const agreementOf = async (
  records: Records,
  of: Case,
  proposal: Agreement["proposal"],
  entries: readonly EntryRow[],
): Promise<Agreement> => {
  const { requiredAgency } = statutoryAnswer(askStatutory(records, of));
  const { proposedBy: proposerId, proposedId } = proposal;
  const isOutside = requiredAgency !== undefined && agencyOf(of, proposedId) !== requiredAgency;
  const cast = await castOf(records, of, { proposerId, proposedId, ...(isOutside ? { requiredAgency } : {}) });
  return agreementWith(records, cast, proposal, entries);
};

function managersWhoAnswered({ stages }: LadderDecision, entries: readonly EntryRow[]): Cast["answeredManagers"] {
  const answeredFor = (whose: Stage["whose"]) => {
    const own = stages.filter((stage) => stage.whose === whose).map(({ stage }) => stage);
    return entries.findLast(({ stage, answeredBy }) => own.includes(stage) && answeredBy !== null)?.answeredBy;
  };
  const [first, second] = [answeredFor("proposed-leads-line-manager"), answeredFor("second-line-manager")];
  return { ...(first ? { first } : {}), ...(second ? { second } : {}) };
}

/** The finding that a stage comes from. */
export const findingOf = ({ ladder }: Agreement, { rule }: Pick<Stage, "rule">): LadderFinding | undefined =>
  ladder.findings.find((finding) => finding.rule === rule && finding.liftedBy === undefined);

/**
 * Whose desk a stage waits on: those whose own word it is; where it is a family's, a group's or a meeting's, whoever
 * proposed, who writes it down. Who consults somebody is waited for as well as the one consulted.
 */
export function desksOf({ cast, proposal }: Agreement, stage: Stage): readonly string[] {
  const own = answersForThemselves.includes(stage.whose) ? peopleIn(cast, stage.whose) : [];
  if (own.length === 0) return [proposal.proposedBy];
  const recordsIt = stage.kind === "consultation" && mayEnter(cast, stage, proposal.proposedBy);
  return recordsIt ? [...new Set([...own, proposal.proposedBy])] : own;
}

/** The people a rulebook lets enter a stage; where it names only a family, a group or a meeting, those who write for it. */
export function enterersOf(cast: Cast, { enteredBy, whose }: Pick<Stage, "enteredBy" | "whose">): ReadonlySet<string> {
  const named = [...enteredBy, whose].flatMap((role) =>
    role === whose && !enteredBy.includes(role) ? [] : peopleIn(cast, role),
  );
  const writes =
    answersForThemselves.includes(whose) && named.length > 0 ? [] : [cast.proposerId, cast.of.contact?.practitionerId];
  return new Set([...named, ...writes].filter((id) => id !== undefined));
}

export const mayEnter = (cast: Cast, stage: Pick<Stage, "enteredBy" | "whose">, practitionerId: string): boolean =>
  enterersOf(cast, stage).has(practitionerId);

/** The desks a proposal waits on as its agreement stands. */
export const waitsIn = (agreement: Agreement): readonly Wait[] =>
  agreement.ladder.stages
    .filter(({ state }) => state === "next")
    .flatMap((stage) =>
      desksOf(agreement, stage).map((practitionerId) => ({
        stage: stage.stage,
        practitionerId,
        dueBy: typeof stage.clock === "object" ? lateFrom(stage.clock).at : undefined,
      })),
    );
