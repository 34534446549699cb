import {
  type AgencyHelp,
  type AgencyKind,
  type BestPlacedFacts,
  type DesignationDecision,
  dayOf,
  type Holder,
  type Involved,
  momentAt,
  type NamedByStatus,
  type NeededFacts,
  type PractitionerFacts,
  type Recorded,
  type Route,
  type StatutoryFacts,
  type SuitabilityFacts,
  type WorkingCalendar,
} from "@linchpin/domain";
import type { Case } from "./case-store.ts";

const recorded = <T>(value: T | null | undefined): Recorded<T> => value ?? "not-recorded";
const isLive = ({ state }: { readonly state: string }) => state === "planned" || state === "running";

/** Open actions of the plan that somebody owns. */
export const openActionsOf = ({ actions }: Pick<Case, "actions">, practitionerId: string): number =>
  actions.filter((action) => isLive(action) && action.ownerId === practitionerId).length;

/**
 * Each agency's part in the help. An agency counts by its actions that are planned or running, and by each of its people
 * who works with the child on the plan and has no action yet; "practitioners" are those who own one (RN-04). Voluntary
 * and other bodies are each their own (GD-1). A plan that names nobody and nothing says nothing of help.
 */
export function helpOf({ actions, team }: Pick<Case, "actions" | "team">): Recorded<readonly AgencyHelp[]> {
  const onPlan = team.filter(({ planPractitionerId }) => planPractitionerId !== undefined);
  const live = actions.filter(isLive);
  if (onPlan.length === 0 && live.length === 0) return "not-recorded";
  const bodies = new Map<string, { agency: AgencyKind; agencyIds: Set<string> }>();
  const note = (agencyId: string, agency: AgencyKind) => {
    const key = agency === "voluntary" || agency === "other" ? agencyId : agency;
    const body = bodies.get(key) ?? { agency, agencyIds: new Set() };
    body.agencyIds.add(agencyId);
    bodies.set(key, body);
  };
  for (const { agencyId, agencyKind } of live) note(agencyId, agencyKind);
  for (const { agency } of onPlan) note(agency.agencyId, agency.kind);
  return [...bodies.values()].map(({ agency, agencyIds }) => {
    const own = live.filter(({ agencyId }) => agencyIds.has(agencyId));
    const owners = new Set(own.map(({ ownerId, ownerWords }) => ownerId ?? ownerWords));
    const people = onPlan.filter((one) => agencyIds.has(one.agency.agencyId));
    return {
      agency,
      practitioners: owners.size,
      liveActions: own.length + people.filter(({ practitionerId }) => !owners.has(practitionerId)).length,
      outsideSchool: outsideSchool(people.map(({ basedInSchool }) => basedInSchool)),
    };
  });
}

function outsideSchool(based: readonly (boolean | null)[]): Recorded<boolean> {
  if (based.some((one) => one === false)) return true;
  return based.length > 0 && based.every((one) => one === true) ? false : "not-recorded";
}

export const involvedOf = (of: Case): readonly Involved[] =>
  of.team.map((one) => ({
    id: one.practitionerId,
    agency: one.agency.kind,
    posts: one.isNamedPerson ? [...new Set([...one.posts, "named-person"])] : one.posts,
    involvement: one.involvement,
    ...(one.startsOn === null ? {} : { startsOn: one.startsOn }),
    openActions: openActionsOf(of, one.practitionerId),
    basedInSchool: recorded(one.basedInSchool),
  }));

const childOf = ({ child, statuses }: Case) => ({ id: child.childId, bornOn: recorded(child.bornOn), statuses });

/** Facts for "Is a lead professional needed?" */
export const neededFacts = (of: Case): NeededFacts => ({
  child: childOf(of),
  help: helpOf(of),
  integratedResponse: recorded(of.plan.integratedResponse),
  safetyIsThePrimaryIssue: recorded(of.plan.safetyIsPrimary),
  route: routeOf(of),
  involved: involvedOf(of),
});

const routeOf = ({ plan }: Case): Recorded<Route> => recorded(plan.route as Route | null); // written by its own closed list

/** Facts for "Who must lead, by law or procedure?" */
export function statutoryFacts(of: Case): StatutoryFacts {
  const seconded = of.team.find(({ posts }) => posts.includes("seconded-social-worker"));
  const team = of.support.find(({ agency }) => agency === "youth-justice");
  const year = /^Y?(\d{1,2})$/.exec(of.yearGroup ?? "")?.[1];
  return {
    child: { ...childOf(of), yearGroup: year === undefined ? "not-recorded" : Number(year) },
    involved: involvedOf(of),
    lead: of.lead === undefined ? "none" : { id: of.lead.practitionerId, from: dayOf(momentAt(of.lead.since)) },
    help: helpOf(of),
    youthGates: {
      teamAgrees: recorded(team?.supports),
      ...(team === undefined ? {} : { teamAgreedOn: team.saidOn }),
      agencies: of.support
        .filter(({ agency }) => agency !== "youth-justice")
        .map(({ agency, supports, saidOn }) => ({ agency, supports, on: saidOn })),
    },
    ...(seconded === undefined ? {} : { secondedSocialWorker: seconded.practitionerId }),
    needsAreComplexHealth: recorded(of.plan.needsAreComplexHealth),
    safetyIsThePrimaryIssue: recorded(of.plan.safetyIsPrimary),
  };
}

/** What "lead-professional.statutory" said, as the next questions take it: who holds the lead by law, and from which agency. */
export function statutoryAnswer(statutory: DesignationDecision): BestPlacedFacts["statutory"] {
  const { answer, tier, holders } = statutory;
  const binds = tier === "must" && answer !== "silent";
  const agency = holders.find((holder): holder is Extract<Holder, { kind: "agency" }> => holder.kind === "agency");
  return {
    ...(binds && agency ? { requiredAgency: agency.agency as AgencyKind } : {}), // rules name agencies of the vocabulary
    holders: binds ? holders.flatMap((holder) => (holder.kind === "person" ? [holder.id] : [])) : [],
    named: tier === "must" ? [] : namedByStatus(statutory),
  };
}

/** Whom its findings name without putting them in the lead; that anybody on the team may lead names nobody. */
const namedByStatus = ({ findings }: DesignationDecision): readonly NamedByStatus[] =>
  findings.flatMap((finding) => {
    if (finding.liftedBy !== undefined || !("holder" in finding)) return [];
    const { tier, holder, order, needs = [] } = finding;
    if (tier === "must" || tier === "barred" || holder.kind === "agency") return [];
    if (holder.kind === "post" && holder.post === "practitioner-on-the-team") return [];
    return [{ holder, tier, ...(order === undefined ? {} : { order }), needs }];
  });

/** Facts for "Who is best placed to lead?" */
export function bestPlacedFacts(of: Case, statutory: DesignationDecision, calendar: WorkingCalendar): BestPlacedFacts {
  const named = of.team.find(({ isNamedPerson }) => isNamedPerson);
  const holding = (post: string) => of.team.find(({ posts }) => posts.includes(post))?.practitionerId;
  const isUniversal = named?.agency.kind === "health" || named?.agency.kind === "education";
  return {
    child: { id: of.child.childId },
    namedPerson: named?.practitionerId ?? "none",
    assessor: recorded(holding("assessor")),
    route: routeOf(of),
    involved: involvedOf(of),
    universalPractitioner: holding("universal-practitioner") ?? (isUniversal ? named.practitionerId : "none"),
    statutory: statutoryAnswer(statutory),
    namedPersonAgency: named?.agency.kind ?? "none",
    needsAreComplexHealth: recorded(of.plan.needsAreComplexHealth),
    calendar,
  };
}

/** Facts for "May this practitioner lead?" Somebody who is not on the team is not involved. */
export function suitabilityFacts(
  of: Case,
  practitioner: PractitionerFacts,
  asked: {
    readonly statutory: DesignationDecision;
    readonly startsOn: SuitabilityFacts["startsOn"];
    readonly calendar: WorkingCalendar;
  },
): SuitabilityFacts {
  const member = of.team.find(({ practitionerId }) => practitionerId === practitioner.id);
  return {
    practitioner,
    startsOn: asked.startsOn,
    isStatutoryPostHolder: isPostHolder(asked.statutory, practitioner.id),
    involvement: member?.involvement ?? "not-involved",
    ...(member?.startsOn ? { involvementStartsOn: member.startsOn } : {}),
    openActions: openActionsOf(of, practitioner.id),
    calendar: asked.calendar,
  };
}

/** Whether law or procedure makes this person's post the lead of this child. */
const isPostHolder = ({ tier, holders }: DesignationDecision, id: string): boolean =>
  (tier === "must" || tier === "expected") &&
  holders.some((holder) => holder.kind === "person" && holder.id === id && holder.post !== undefined);
