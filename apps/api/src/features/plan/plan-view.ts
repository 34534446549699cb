import {
  actionStates,
  agencyKinds,
  DomainError,
  deniedBecause,
  lapsedOn,
  levelsOfNeed,
  needRoutes,
  planKinds,
  planReaches,
  posts,
  type Relation,
} from "@linchpin/domain";
import { clockFrom } from "../../clock-view.ts";
import { dutiesSeen, dutyView } from "../../duty-view.ts";
import type { Records } from "../../records.ts";
import { advocacyGapsOf, joiningView, notSignedUp } from "../consent/follows.ts";
import { type Ending, end } from "../lead-professional/follows.ts";
import { decisionView } from "../record/views.ts";
import { triggerView } from "./brought-to-light.ts";
import { contactKinds } from "./contact-kinds.ts";
import { engagementOf } from "./engagement-store.ts";
import { evidenceOfPlan } from "./evidence-store.ts";
import { levelView } from "./level-view.ts";
import { keptNeed } from "./need-store.ts";
import {
  type ActionRow,
  type Member,
  membersOf,
  type PlanRow,
  recordsOfCase,
  type TeamMember,
  type WholePlan,
  wholePlanOf,
} from "./store.ts";
import type { PlanView } from "./views.ts";
import type { ProgressRow } from "./workspace-store.ts";
import { workspaceView } from "./workspace-view.ts";

const term = <V extends Readonly<Record<string, { readonly label: string }>>>(of: V, code: string) => ({
  code,
  label: of[code]?.label ?? code,
});

/**
 * A plan as whoever changed it sees it: what came of the change, and what they may do from now on. What ends with the
 * change ends between the two: row security shows the plan no longer to somebody whose last part in it that was.
 */
export async function planAfter(records: Records, planId: string, ending: Ending): Promise<PlanView> {
  const view = await planView(records, planId);
  await end(records, ending);
  return { ...view, may: controlsOf(records, view.state, await heldTo(records, await membersOf(records, planId))) };
}

/**
 * A plan as one reader sees it: who works on it, what was agreed, who leads or why nobody does yet. What the reader may
 * do is read anew: a change may have begun or ended their own part in it.
 */
export async function planView(records: Records, planId: string): Promise<PlanView> {
  const whole = await wholePlanOf(records, planId);
  if (!whole) throw new DomainError({ kind: "not-visible", what: "plan" });
  const { plan, members, team, actions, leads, contact, duties } = whole;
  const lead = leads.find(({ isCurrent }) => isCurrent);
  records.together(members.map(({ childId }) => childId));
  const { book } = records.book(plan.adoptionId);
  const held = await heldTo(records, members);
  const rests = await restsOn(records, members);
  const { progress, ...workspace } = await workspaceView(records, whole);
  const onPlan = new Set(
    [...team, ...(lead ? [lead] : []), ...(contact ? [contact] : [])].map((one) => one.practitionerId),
  );
  return {
    ...workspace,
    planId,
    version: plan.version,
    kind: term(planKinds, plan.kind),
    reach: term(planReaches, plan.reach),
    state: plan.state,
    openedAt: plan.openedAt,
    openedBy: { practitionerId: plan.openedBy, name: plan.openedByName ?? "A practitioner" },
    ...(held.includes("emergency") ? { isOpenInEmergency: true as const } : {}),
    rulebook: { title: book.edition.title, adoptedFrom: book.adoption.from },
    members: membersView(members, plan.members),
    practitioners: team.map((member) => memberView(member, actions, lead?.practitionerId)),
    actions: actions.map((action) => actionView(records, action, progress, onPlan)),
    answers: answersView(plan),
    evidence: (await evidenceOfPlan(records, planId)).map((row) => ({
      entryId: row.entryId,
      title: row.title,
      happenedAt: row.happenedAt,
      by: row.by,
      tickedBy: { practitionerId: row.attachedById, name: row.attachedBy },
      planId,
    })),
    support: whole.support.map((said) => supportView(records, whole, said)),
    ...contactView(whole),
    ...(lead === undefined ? {} : { lead: leadView(lead) }),
    leadsBefore: leads.filter(({ isCurrent }) => !isCurrent).map(leadView),
    ...(await needView(records, plan, lead !== undefined)),
    ...proposalIn(whole),
    duties: dutiesSeen(records, duties).map((row) => dutyView(records, row)),
    notSignedUp: [
      ...(await notSignedUp(
        records,
        plan.adoptionId,
        new Set([...team.map(({ agency }) => agency.agencyId), ...actions.map(({ agencyId }) => agencyId)]),
      )),
    ],
    engagement: await engagementOf(records, planId),
    advocacyGaps: [...(await advocacyGapsOf(records, { planId, childIds: members.map(({ childId }) => childId) }))],
    rests,
    level: await levelView(records, {
      planId,
      isAsked: book.silence("record.level-change") === undefined,
      mayReadConsent: rests.some(({ mayReadConsent }) => mayReadConsent),
    }),
    joining: await joiningView(records, { planId, childIds: members.map(({ childId }) => childId), held }),
    may: controlsOf(records, plan.state, held),
  };
}

/** The reader's relations to the first of the children whom they may see, as `authorise` would find. */
const heldTo = async (records: Records, [first]: readonly Pick<Member, "childId">[]): Promise<readonly Relation[]> =>
  first === undefined ? [] : records.relationsTo(first.childId);

/** What the reader may do now by these relations. */
function controlsOf(records: Records, state: PlanView["state"], held: readonly Relation[]): PlanView["may"] {
  const control = (
    act: "plan.change" | "plan.engagement.record" | "lead-professional.propose" | "lead-professional.record-view",
  ) => {
    const denial = deniedBecause(act, records.who.role, held);
    return denial === undefined ? { may: true } : { may: false, why: denial.words };
  };
  const whileOpen = (act: "plan.change" | "plan.engagement.record") =>
    state === "closed" ? { may: false, why: "This plan is closed." } : control(act);
  return {
    change: whileOpen("plan.change"),
    recordEngagement: whileOpen("plan.engagement.record"),
    propose: control("lead-professional.propose"),
    recordViews: control("lead-professional.record-view"),
  };
}

/** One child after the other: what ties the reader to each decides what they know of its records. */
export async function restsOn(records: Records, members: WholePlan["members"]): Promise<PlanView["rests"]> {
  const rests: PlanView["rests"] = [];
  for (const { childId } of members)
    rests.push(await recordsOfCase(records, { childId, held: await records.relationsTo(childId) }));
  return rests;
}

/** The children this reader may see by name, and that there are others. */
const membersView = (members: WholePlan["members"], all: number): PlanView["members"] => [
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

const actionView = (
  { today, who }: Records,
  action: ActionRow,
  progress: readonly ProgressRow[],
  onPlan: ReadonlySet<string>,
): PlanView["actions"][number] => ({
  progress: progress
    .filter(({ actionId }) => actionId === action.actionId)
    .map(({ words, on, by }) => ({ words, on, by })),
  actionId: action.actionId,
  version: action.version,
  childId: action.childId,
  what: action.what,
  agency: { agencyId: action.agencyId, name: action.agencyName },
  state: term(actionStates, action.state),
  isLate: isLive(action) && action.dueOn !== null && action.dueOn < today,
  isMine: action.ownerId === who.practitionerId,
  ownerHasLeft: isLive(action) && action.ownerId !== null && !onPlan.has(action.ownerId),
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
  ...triggerView(plan),
  ...(plan.levelOfNeed === null ? {} : { levelOfNeed: term(levelsOfNeed, plan.levelOfNeed) }),
  ...(plan.expectedMonths === null ? {} : { expectedMonths: plan.expectedMonths }),
});

function supportView(
  { today }: Records,
  { statuses }: WholePlan,
  { agency, ...said }: WholePlan["support"][number],
): PlanView["support"][number] {
  const lapsed = said.supports ? lapsedOn(statuses, said.saidOn, today) : undefined;
  return { agency: term(agencyKinds, agency), ...said, ...(lapsed === undefined ? {} : { lapsedOn: lapsed }) };
}

function contactView({ contact }: WholePlan): Pick<PlanView, "contact"> {
  if (contact === undefined) return {};
  const { practitionerId, name, postTitle, agency, since, phone, email, isReachKept } = contact;
  return {
    contact: {
      practitionerId,
      name,
      agency,
      as: term(contactKinds, contact.as),
      since,
      isReachKept,
      ...(postTitle === null ? {} : { postTitle }),
      ...(phone === null ? {} : { phone }),
      ...(email === null ? {} : { email }),
    },
  };
}

function leadView(lead: WholePlan["leads"][number]): NonNullable<PlanView["lead"]> {
  const { leadId, practitionerId, name, postTitle, agency, basis, since, until } = lead;
  return {
    leadId,
    practitionerId,
    name,
    basis,
    agency,
    since,
    ...(postTitle === null ? {} : { postTitle }),
    ...(until === null ? {} : { until }),
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

function proposalIn({ proposal }: WholePlan): Pick<PlanView, "proposal"> {
  if (proposal === undefined) return {};
  const { proposalId, proposedId, proposedName, proposedAt, waitsFor } = proposal;
  return {
    proposal: {
      proposalId,
      proposed: { practitionerId: proposedId, name: proposedName },
      proposedAt,
      waitsFor: [...waitsFor],
    },
  };
}
