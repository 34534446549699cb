import {
  type DesignationDecision,
  deniedBecause,
  type GateDecision,
  IdSchema,
  type Need,
  posts,
  roleLabels,
  type Weighed,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { readerFor, toDecisionView } from "../record/views.ts";
import { askStatutory } from "./agreement.ts";
import { type Case, caseOf, engagementOf } from "./case-store.ts";
import { allWeighed, type Choosing, choiceFacts } from "./choice.ts";
import { bestPlacedFacts, openActionsOf, statutoryAnswer } from "./facts.ts";
import { type LoadOf, loadsWith } from "./load-store.ts";
import { askNeeded } from "./need.ts";
import { type Cast, castOf, lineManagersOf } from "./people.ts";
import { namesOf } from "./people-store.ts";
import { criteriaOf, shownOf } from "./sheet.ts";
import { askSuits } from "./suits.ts";
import { CandidatesView, type CandidateView } from "./views.ts";
import { wishView } from "./wish-view.ts";

/** Who may lead: the people involved side by side, by name. Nobody is preselected, nobody is ranked. */
export const candidates = practitionerProcedure("lead-professional.ask")
  .input(z.object({ planId: IdSchema }))
  .output(CandidatesView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const of = await caseOf(records, input.planId);
      const held = await records.authorise(of.child.childId);
      return candidatesView(records, of, held);
    }),
  );

type Asked = {
  readonly records: Records;
  readonly of: Case;
  readonly cast: Cast;
  readonly choosing: Choosing;
  readonly bestPlaced: DesignationDecision;
  readonly loads: ReadonlyMap<string, LoadOf>;
  readonly suits: ReadonlyMap<string, GateDecision>;
  readonly names: ReadonlyMap<string, string>;
  readonly openFor: string | undefined;
  readonly reader: Awaited<ReturnType<typeof readerFor>>;
};

async function candidatesView(records: Records, of: Case, held: readonly string[]): Promise<CandidatesView> {
  const asked = await ask(records, of);
  const { choosing, bestPlaced, reader } = asked;
  const seen = (decision: DesignationDecision) => toDecisionView(decision, reader);
  const open = of.proposal;
  const may = (act: "lead-professional.propose" | "lead-professional.record-view") => {
    const denial = deniedBecause(act, records.who.role, held);
    return denial === undefined ? { may: true } : { may: false, why: denial.words };
  };
  return {
    planId: of.plan.planId,
    planVersion: of.plan.version,
    members: of.members.map(({ childId, name, bornOn }) => ({
      visibility: "full" as const,
      childId,
      name,
      ...(bornOn === null ? {} : { bornOn }),
    })),
    needed: seen(askNeeded(records, of)),
    statutory: seen(choosing.statutory),
    bestPlaced: seen(bestPlaced),
    candidates: of.team.map((member) => candidateView(asked, member)),
    sheet: choosing.criteria.map(({ code, label, hint, of: whose, from, answer = "words", clause }) => ({
      code,
      label,
      ...(hint === undefined ? {} : { hint }),
      of: whose,
      from,
      answer,
      clause: clauseView(asked, clause),
      shown: [...(choosing.shown.get(code) ?? [])].map(([practitionerId, words]) => ({ practitionerId, words })),
    })),
    views: of.wishes.map((wish) => wishView(of.team, wish)),
    engagement: await engagementOf(records, of.plan.planId),
    ...(open === undefined ? {} : { openProposalId: open.proposalId }),
    may: {
      propose:
        open === undefined
          ? may("lead-professional.propose")
          : { may: false, why: `${open.proposedName} has been proposed. Open that proposal.` },
      recordViews: may("lead-professional.record-view"),
    },
  };
}

async function ask(records: Records, of: Case): Promise<Asked> {
  const inForce = records.book(of.plan.adoptionId);
  const { book } = inForce;
  const statutory = askStatutory(records, of);
  const people = of.team.map(({ practitionerId }) => practitionerId);
  const loads = await loadsWith(records, of, people, inForce);
  const shown = await shownOf(records, of, statutory, loads);
  const suits = await askSuits(records, of, people, { statutory });
  const cast = await castOf(records, of);
  const managers = people.flatMap((id) => lineManagersOf(cast, id));
  const bestPlaced = book.designation(
    "lead-professional.best-placed",
    bestPlacedFacts(of, statutory, records.area.calendar),
    records.asAt,
  );
  const open = of.proposal;
  return {
    records,
    of,
    cast,
    choosing: { records, of, inForce, statutory, criteria: criteriaOf(inForce, records), shown },
    bestPlaced,
    loads,
    suits,
    names: await namesOf(records, [...new Set(managers)]),
    openFor: open?.proposedName,
    reader: await readerFor(records, [askNeeded(records, of), statutory, bestPlaced, ...suits.values()]),
  };
}

const points = (quarterPoints: number) => quarterPoints / 4;

function candidateView(asked: Asked, member: Case["team"][number]): CandidateView {
  const { of, choosing, loads, suits, reader, cast, names } = asked;
  const { practitionerId } = member;
  const suitability = suits.get(practitionerId);
  const load = loads.get(practitionerId);
  if (!suitability || !load) throw new Error("a person was asked about and not answered");
  const view = toDecisionView(suitability, reader);
  const wish = (whose: "child" | "family") =>
    of.wishes.some((one) => one.whose === whose && one.wishedForId === practitionerId);
  return {
    practitionerId,
    name: member.name,
    ...(member.postTitle === null ? {} : { postTitle: member.postTitle }),
    agency: member.agency,
    posts: member.posts.map((code) => ({ code, label: postLabel(code) })),
    involvement: member.involvement,
    ...(member.startsOn === null ? {} : { startsOn: member.startsOn }),
    since: member.since,
    ...(member.relationship === null ? {} : { relationship: member.relationship }),
    openActions: openActionsOf(of, practitionerId),
    isNamedPerson: member.isNamedPerson,
    leadsNow: of.lead?.practitionerId === practitionerId,
    suitability: {
      decision: view,
      askWho:
        view.hiddenFindings === 0
          ? []
          : lineManagersOf(cast, practitionerId).map((id) => ({
              practitionerId: id,
              name: names.get(id) ?? "Somebody",
            })),
    },
    capacity: {
      loadBefore: points(load.before),
      loadAfter: points(load.after),
      ...(load.capacity === undefined ? {} : { capacity: points(load.capacity) }),
      isLeast: load.isLeast,
      isOver: load.capacity !== undefined && load.after > load.capacity,
    },
    isChildsWish: wish("child"),
    isFamilysWish: wish("family"),
    byLaw: byLaw(choosing.statutory, member),
    listedUnder: listedUnder(asked, member),
    needs: needsOf(asked, practitionerId, suitability),
    mayBeProposed: mayBeProposed(asked, member, suitability),
  };
}

const postLabel = (code: string): string => (code in posts ? posts[code as keyof typeof posts].label : code);

function byLaw(
  statutory: DesignationDecision,
  { practitionerId, agency, posts: held }: Case["team"][number],
): CandidateView["byLaw"] {
  const { holders, requiredAgency, named = [] } = statutoryAnswer(statutory);
  const isIt = (holder: (typeof statutory.barred)[number]) =>
    (holder.kind === "person" && holder.id === practitionerId) ||
    (holder.kind === "post" && held.includes(holder.post));
  const names = named.find(({ holder }) => isIt(holder));
  return {
    isHolder: holders.includes(practitionerId),
    isBarred: statutory.barred.some(isIt),
    ...(requiredAgency === undefined ? {} : { isOfRequiredAgency: requiredAgency === agency.kind }),
    ...(names === undefined ? {} : { named: names.tier }),
  };
}

/** The clauses that list this person: the heading is the clause, and its order of mention is the document's. */
function listedUnder(
  asked: Asked,
  { practitionerId, agency, posts: held }: Case["team"][number],
): CandidateView["listedUnder"] {
  return asked.bestPlaced.findings.flatMap((finding) => {
    if (finding.liftedBy !== undefined || !("holder" in finding) || finding.tier === "barred" || finding.tier === "may")
      return [];
    const { holder } = finding;
    const isIt =
      (holder.kind === "person" && holder.id === practitionerId) ||
      (holder.kind === "post" && held.includes(holder.post)) ||
      (holder.kind === "agency" && holder.agency === agency.kind);
    return isIt ? [{ clause: clauseView(asked, finding.clause), title: finding.title, because: finding.because }] : [];
  });
}

const clauseView = ({ choosing }: Asked, { source, at }: { readonly source: string; readonly at: string }) => ({
  source,
  at,
  sourceTitle: choosing.inForce.book.sources[source]?.title ?? source,
});

/** What this choice would ask for beside the sheet: reasons, evidence and approvals, each under its code. */
function needsOf(asked: Asked, practitionerId: string, suitability: GateDecision): CandidateView["needs"] {
  const { choosing } = asked;
  const seen = new Map<string, CandidateView["needs"][number]>();
  const note = (findings: GateDecision["findings"], ifRated?: string) => {
    for (const finding of findings) {
      if (finding.liftedBy !== undefined) continue;
      for (const need of (finding.needs ?? []) as readonly Need[])
        if (need.code !== undefined && need.what !== "agreement" && !seen.has(need.code))
          seen.set(need.code, {
            code: need.code,
            what: need.what,
            for: need.for,
            from: roleLabels[need.from].label,
            clause: clauseView(asked, finding.clause),
            because: asked.reader.sees(finding.about) ? finding.because : "",
            ...(ifRated === undefined ? {} : { ifRated }),
          });
    }
  };
  note([...suitability.findings, ...trialOf(asked, practitionerId).findings]);
  // What is asked only of somebody who is rated on a criterion, such as an advocate who would also lead.
  for (const { code, of, from, answer } of choosing.criteria)
    if (of === "candidate" && from === "people")
      note(
        trialOf(asked, practitionerId, { criterion: code, rating: answer === "yes-no" ? "yes" : "strong" }).findings,
        code,
      );
  return [...seen.values()];
}

/** The choice of this person as if everything had been weighed, and the person rated on one criterion, if any. */
const trialOf = (
  { choosing, records }: Asked,
  practitionerId: string,
  rated?: Pick<Weighed, "criterion" | "rating">,
): GateDecision =>
  choosing.inForce.book.gate(
    "lead-professional.choice",
    choiceFacts(choosing, {
      practitionerId,
      consideredIds: [],
      weighed: allWeighed(choosing.criteria, [practitionerId]).map((one) =>
        one.criterion === rated?.criterion ? { ...one, ...rated } : one,
      ),
      reasons: {},
      reasonGiven: true,
      isManagerConsulted: true,
    }),
    records.asAt,
  );

function mayBeProposed(
  { of, openFor, choosing }: Asked,
  member: Case["team"][number],
  { answer }: GateDecision,
): CandidateView["mayBeProposed"] {
  if (of.lead?.practitionerId === member.practitionerId) return { may: false, why: `${member.name} leads now.` };
  if (openFor !== undefined) return { may: false, why: `${openFor} has been proposed. Open that proposal.` };
  if (byLaw(choosing.statutory, member).isBarred)
    return { may: false, why: "A clause rules this person out for this child." };
  if (answer === "prevents") return { may: false, why: "A clause stands in the way of this person leading now." };
  if (answer === "unknown")
    return { may: false, why: "Something is not recorded that the rules need to know of this person." };
  return { may: true };
}
