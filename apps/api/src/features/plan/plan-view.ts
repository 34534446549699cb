import {
  actionStates,
  agencyKinds,
  deniedBecause,
  levelsOfNeed,
  needRoutes,
  planKinds,
  planReaches,
  posts,
} from "@linchpin/domain";
import { clockFrom } from "../../clock-view.ts";
import { dutyView } from "../../duty-view.ts";
import type { Records } from "../../records.ts";
import { decisionView } from "../record/views.ts";
import { contactKinds } from "./contact-kinds.ts";
import { keptNeed } from "./need-store.ts";
import {
  type ActionRow,
  actionsOf,
  contactOf,
  dutiesOn,
  leadsOf,
  membersOf,
  openProposalOf,
  type PlanRow,
  planOf,
  supportOf,
  type TeamMember,
  teamOf,
} from "./store.ts";
import type { PlanView } from "./views.ts";

const term = <V extends Readonly<Record<string, { readonly label: string }>>>(of: V, code: string) => ({
  code,
  label: of[code]?.label ?? code,
});

/** A plan as one reader sees it: who works on it, what was agreed, who leads or why nobody does yet. */
export async function planView(records: Records, planId: string, held: readonly string[]): Promise<PlanView> {
  const plan = await planOf(records, planId);
  const members = await membersOf(records, planId);
  const team = await teamOf(
    records,
    planId,
    members.map(({ childId }) => childId),
  );
  const actions = await actionsOf(records, planId);
  const leads = await leadsOf(records, planId);
  const lead = leads.find(({ isCurrent }) => isCurrent);
  const { book } = records.book(plan.adoptionId);
  const control = (act: "plan.change" | "lead-professional.propose" | "lead-professional.record-view") => {
    const denial = deniedBecause(act, records.who.role, held);
    return denial === undefined ? { may: true } : { may: false, why: denial.words };
  };
  return {
    planId,
    version: plan.version,
    kind: term(planKinds, plan.kind),
    reach: term(planReaches, plan.reach),
    state: plan.state,
    openedAt: plan.openedAt,
    openedBy: { practitionerId: plan.openedBy, name: nameIn(team, plan.openedBy) },
    rulebook: { title: book.edition.title, adoptedFrom: book.adoption.from },
    members: membersView(members, plan.members),
    practitioners: team.map((member) => memberView(member, actions, lead?.practitionerId)),
    actions: actions.map((action) => actionView(records, action)),
    answers: answersView(plan),
    support: (await supportOf(records, planId)).map(({ agency, ...rest }) => ({
      agency: term(agencyKinds, agency),
      ...rest,
    })),
    ...(await contactView(records, planId)),
    ...(lead === undefined ? {} : { lead: leadView(lead) }),
    leadsBefore: leads.filter(({ isCurrent }) => !isCurrent).map(leadView),
    ...(await needView(records, plan, lead !== undefined)),
    ...(await proposalIn(records, planId)),
    duties: (await dutiesOn(records, { planId })).map((row) => dutyView(records, row)),
    may: {
      change: plan.state === "closed" ? { may: false, why: "This plan is closed." } : control("plan.change"),
      propose: control("lead-professional.propose"),
      recordViews: control("lead-professional.record-view"),
    },
  };
}

const nameIn = (team: readonly TeamMember[], id: string): string =>
  team.find(({ practitionerId }) => practitionerId === id)?.name ?? "A practitioner";

/** The children this reader may see by name, and that there are others. */
const membersView = (members: Awaited<ReturnType<typeof membersOf>>, all: number): PlanView["members"] => [
  ...members.map(({ childId, name, bornOn }) => ({
    visibility: "full" as const,
    childId,
    name,
    ...(bornOn === null ? {} : { bornOn }),
  })),
  ...Array.from({ length: Math.max(0, all - members.length) }, () => ({ visibility: "restricted" as const })),
];

const isLive = ({ state }: Pick<ActionRow, "state">) => state === "planned" || state === "running";

function memberView(
  member: TeamMember,
  actions: readonly ActionRow[],
  leadId: string | undefined,
): PlanView["practitioners"][number] {
  const {
    practitionerId,
    planPractitionerId,
    name,
    agency,
    postTitle,
    involvement,
    startsOn,
    relationship,
    basedInSchool,
  } = member;
  return {
    practitionerId,
    name,
    agency,
    involvement,
    since: member.since,
    isNamedPerson: member.isNamedPerson,
    isLead: practitionerId === leadId,
    posts: member.posts.map((code) => term(posts, code)),
    openActions: actions.filter((action) => isLive(action) && action.ownerId === practitionerId).length,
    ...(planPractitionerId === undefined ? {} : { planPractitionerId }),
    ...(postTitle === null ? {} : { postTitle }),
    ...(startsOn === null ? {} : { startsOn }),
    ...(relationship === null ? {} : { relationship }),
    ...(basedInSchool === null ? {} : { basedInSchool }),
  };
}

const actionView = ({ today, who }: Records, action: ActionRow): PlanView["actions"][number] => ({
  actionId: action.actionId,
  version: action.version,
  childId: action.childId,
  what: action.what,
  agency: { agencyId: action.agencyId, name: action.agencyName },
  state: term(actionStates, action.state),
  isLate: isLive(action) && action.dueOn !== null && action.dueOn < today,
  isMine: action.ownerId === who.practitionerId,
  ...(action.outcome === null ? {} : { outcome: action.outcome }),
  ...(action.ownerId === null ? {} : { owner: { practitionerId: action.ownerId, name: action.ownerName ?? "" } }),
  ...(action.startsOn === null ? {} : { startsOn: action.startsOn }),
  ...(action.dueOn === null ? {} : { dueOn: action.dueOn }),
});

const answersView = (plan: PlanRow): PlanView["answers"] => ({
  ...(plan.integratedResponse === null ? {} : { integratedResponse: plan.integratedResponse }),
  ...(plan.integratedResponseReason === null ? {} : { integratedResponseReason: plan.integratedResponseReason }),
  ...(plan.safetyIsPrimary === null ? {} : { safetyIsPrimary: plan.safetyIsPrimary }),
  ...(plan.needsAreComplexHealth === null ? {} : { needsAreComplexHealth: plan.needsAreComplexHealth }),
  ...(plan.route === null ? {} : { route: term(needRoutes, plan.route) }),
  ...(plan.levelOfNeed === null ? {} : { levelOfNeed: term(levelsOfNeed, plan.levelOfNeed) }),
  ...(plan.expectedMonths === null ? {} : { expectedMonths: plan.expectedMonths }),
});

async function contactView(records: Records, planId: string): Promise<Pick<PlanView, "contact">> {
  const contact = await contactOf(records, planId);
  if (contact === undefined) return {};
  const { practitionerId, name, postTitle, agencyId, agencyName, agencyKind, phone, email } = contact;
  return {
    contact: {
      practitionerId,
      name,
      agency: { agencyId, name: agencyName, kind: agencyKind },
      as: term(contactKinds, contact.as),
      since: contact.during.from,
      ...(postTitle === null ? {} : { postTitle }),
      ...(phone === null ? {} : { phone }),
      ...(email === null ? {} : { email }),
    },
  };
}

function leadView(lead: Awaited<ReturnType<typeof leadsOf>>[number]): NonNullable<PlanView["lead"]> {
  const { leadId, practitionerId, name, postTitle, agencyId, agencyName, agencyKind, basis, during } = lead;
  return {
    leadId,
    practitionerId,
    name,
    basis,
    agency: { agencyId, name: agencyName, kind: agencyKind },
    since: during.from,
    ...(postTitle === null ? {} : { postTitle }),
    ...(during.until === undefined ? {} : { until: during.until }),
    ...(lead.bestPlacedBecause === null ? {} : { bestPlacedBecause: lead.bestPlacedBecause }),
    ...(lead.endedBecause === null ? {} : { endedBecause: lead.endedBecause }),
    ...(lead.decisionId === null ? {} : { decisionId: lead.decisionId }),
  };
}

async function needView(records: Records, plan: PlanRow, hasLead: boolean): Promise<Pick<PlanView, "leadNeeded">> {
  const kept = await keptNeed(records, plan.neededDecisionId);
  if (kept === undefined) return {};
  const clock = hasLead ? undefined : clockFrom(plan.leadDueBy, records.asAt, records.area.calendar);
  return {
    leadNeeded: {
      decision: await decisionView(records, kept.decision),
      decisionId: kept.decisionId,
      ...(plan.leadNeededSince === null ? {} : { since: plan.leadNeededSince }),
      ...(clock === undefined ? {} : { clock }),
    },
  };
}

async function proposalIn(records: Records, planId: string): Promise<Pick<PlanView, "proposal">> {
  const open = await openProposalOf(records, planId);
  if (open === undefined) return {};
  return {
    proposal: {
      proposalId: open.proposalId,
      proposed: { practitionerId: open.proposedId, name: open.proposedName },
      proposedAt: open.proposedAt,
      waitsFor: [...open.waitsFor],
    },
  };
}
