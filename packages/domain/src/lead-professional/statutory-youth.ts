import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { daysBetween, earlierOf, inWords, type LocalDate, lastDayOf, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatus } from "../people/model.ts";
import { type AgencyKind, agencyKinds } from "../vocabulary/agencies.ts";
import type { StatutoryFacts } from "./model.ts";
import {
  barsYouthOfficer,
  daysOf,
  holderOf,
  holding,
  lastLockBegan,
  locks,
  namedIn,
  postOf,
  type Statuses,
  sinceWhen,
  socialWorkerOf,
  staysOnTeam,
  youthTeam,
} from "./statuses.ts";
import { type DefiniteKind, needsOfTie } from "./statutory.ts";

type Statutory = DesignationRule<StatutoryFacts>;

const officer = "yot-supervising-officer";
const namesOf = (agencies: readonly AgencyKind[]) => agencies.map((agency) => agencyKinds[agency].label).join(", ");

/** The day a lock began that made lapse what was said up to it (RN-08); none while that still stands. */
export function lapsedOn(statuses: Statuses, givenOn: LocalDate, day: LocalDate): LocalDate | undefined {
  const began = lastLockBegan(statuses, day);
  return began !== undefined && givenOn <= began ? began : undefined;
}

/** Whether an answer counts on a day: given by then, and not lapsed. */
const countsOn =
  (day: LocalDate, { child }: StatutoryFacts) =>
  (givenOn: LocalDate | undefined): boolean =>
    givenOn === undefined || (givenOn <= day && lapsedOn(child.statuses, givenOn, day) === undefined);

/** The mainstream agencies whose support is not there: each one with an action on the plan, silence not being support. */
function supportMissing(facts: StatutoryFacts, day: LocalDate): readonly AgencyKind[] | "not-recorded" {
  const { help, youthGates } = facts;
  if (help === "not-recorded") return help;
  const counts = countsOn(day, facts);
  const relevant = help.filter(({ agency, liveActions }) => liveActions > 0 && agency !== "youth-justice");
  const supports = (agency: AgencyKind) => {
    const said = youthGates.agencies.filter((answer) => answer.agency === agency);
    return said.length > 0 && said.every((answer) => answer.supports === true && counts(answer.on));
  };
  return [...new Set(relevant.map(({ agency }) => agency))].filter((agency) => !supports(agency)).sort();
}

/** What is still missing before anyone of the youth offending team may lead: its own agreement, and the agencies' support. */
function gatesNeeded(facts: StatutoryFacts, day: LocalDate): readonly Need[] {
  const missing = supportMissing(facts, day);
  const { teamAgrees, teamAgreedOn } = facts.youthGates;
  return [
    ...(teamAgrees === true && countsOn(day, facts)(teamAgreedOn)
      ? []
      : [
          {
            what: "agreement" as const,
            from: "youth-offending-team" as const,
            for: "its supervising officer leading",
            code: "youth-offending-team-agrees",
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            what: "agreement" as const,
            from: "mainstream-agencies" as const,
            for:
              missing === "not-recorded"
                ? "the support of each agency with an action on the plan, once these are recorded"
                : `the support of ${namesOf(missing)}`,
            code: "mainstream-agencies-support",
          },
        ]),
  ];
}

/** For the reader, where somebody had said yes before a lock began: why the same is asked once more. */
function lapsed(facts: StatutoryFacts, day: LocalDate): string {
  const began = lastLockBegan(facts.child.statuses, day);
  const { teamAgrees, teamAgreedOn, agencies } = facts.youthGates;
  const given = [{ supports: teamAgrees, on: teamAgreedOn }, ...agencies];
  const hasLapsed = given.some(
    ({ supports, on }) =>
      supports === true && on !== undefined && lapsedOn(facts.child.statuses, on, day) !== undefined,
  );
  if (began === undefined || !hasLapsed) return "";
  return ` What was agreed up to ${inWords(began)} lapsed on that day, when the law put somebody else in the lead: ask for it again.`;
}

/** Whether the youth offending team's officer leads is decided locally: the team agrees and each mainstream agency supports it. */
export const officerMayLeadIfAgreed = (given: RuleHead): Statutory => ({
  ...given,
  title: "Youth order: the supervising officer may lead once that is agreed locally",
  force: "may",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { id, statuses } = facts.child;
    if (locks(statuses, day).length > 0) return undefined;
    return holding(statuses, day, "youth-order").map((order): DesignationSaid => {
      const needs = gatesNeeded(facts, day);
      return {
        tier: "may",
        holder: holderOf(namedIn(officer, order, facts.involved), officer),
        order: 3,
        ...daysOf(order),
        about: theChild(id),
        because:
          needs.length === 0
            ? `${sinceWhen(order)}: the team and the agencies on the plan agree that the supervising officer may lead.`
            : `${sinceWhen(order)}: who leads is decided locally. Whoever leads now goes on. The supervising officer can be proposed, and leads only once the team agrees and every agency with an action supports it. Until then those involved may choose somebody else, or open a dispute.${lapsed(facts, day)}`,
        ...(needs.length === 0 ? {} : { needs }),
      };
    });
  },
});

/** On an order the supervising officer leads; with a short one a deputy who will carry on is identified first. */
export const officerLeads = (
  given: RuleHead,
  { shortOrderDays, among }: { shortOrderDays: number; among: readonly DefiniteKind[] },
): Statutory => ({
  ...given,
  title: "Youth order: the supervising officer leads",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const isLocked = locks(facts.child.statuses, day).length > 0;
    return holding(facts.child.statuses, day, "youth-order").map((order): DesignationSaid => {
      const id = namedIn(officer, order, facts.involved);
      const tie = needsOfTie(facts, day, among);
      const needs = [
        ...("needs" in tie ? tie.needs : []),
        ...(isShort(order, firstDayAsLead(order, id, facts.lead, day), shortOrderDays) ? [deputyFirst(order)] : []),
      ];
      return {
        tier: "expected",
        holder: holderOf(id, officer),
        ...(id === undefined ? { accountable: postOf("youth-offending-team-manager") } : {}),
        order: among.indexOf("youth-order") + 1,
        ...daysOf(order),
        about: theChild(facts.child.id),
        because: isLocked
          ? staysOnTeam(order, officer)
          : `${sinceWhen(order)}${lastDay(order)}: the youth offending team's supervising officer leads.`,
        ...(needs.length === 0 ? {} : { needs }),
      };
    });
  },
});

const lastDay = ({ until }: LegalStatus) => (until === undefined ? "" : `, to ${inWords(lastDayOf(until))}`);

/**
 * The first day on which an officer leads under an order: the day that began, for an officer who leads already; else the
 * day asked about. What is left of a long order grows less as it runs, and makes it no short one (BOL-D2).
 */
export function firstDayAsLead(
  { from }: LegalStatus,
  officerId: string | undefined,
  lead: StatutoryFacts["lead"],
  day: LocalDate,
): LocalDate {
  if (lead === undefined || typeof lead === "string" || lead.id !== officerId) return day;
  return earlierOf(laterOf(lead.from, from), day);
}

/** An order is short when, counting the first day of the officer's lead and the order's last day, this many days are left or fewer. */
export const isShort = ({ until }: LegalStatus, day: LocalDate, shortOrderDays: number): boolean =>
  until !== undefined && daysBetween(day, until) <= shortOrderDays;

const deputyFirst = ({ until }: LegalStatus): Need => ({
  what: "agreement",
  from: "practitioners-involved",
  for: `a deputy who can carry on${until === undefined ? "" : ` after ${inWords(lastDayOf(until))}`}, or a manager's dated reason for having none`,
  code: "deputy-on-short-order",
});

/**
 * Whether the seconded social worker leads under the youth offending team's exception: the child is looked after and
 * under no other lock, the accountable social worker is named, and both gates are met (RN-07).
 */
function secondedLeads(
  facts: StatutoryFacts,
  day: LocalDate,
): { readonly id: string; readonly accountable: string } | undefined {
  const { statuses } = facts.child;
  const [lookedAfter] = holding(statuses, day, "looked-after");
  const hasOtherLock = locks(statuses, day).some(({ kind }) => kind !== "looked-after" && kind !== "care-leaver");
  if (facts.secondedSocialWorker === undefined || lookedAfter === undefined || hasOtherLock) return undefined;
  if (holding(statuses, day, "youth-order").length === 0 || gatesNeeded(facts, day).length > 0) return undefined;
  const accountable = socialWorkerOf(lookedAfter, facts, day);
  return accountable === undefined ? undefined : { id: facts.secondedSocialWorker, accountable };
}

/** Nobody of the youth offending team leads while the child is looked after or on a protection plan, from the day that starts. */
export const officerNeverLeads = (given: RuleHead, { secondedMayLead }: { secondedMayLead: boolean }): Statutory => ({
  ...given,
  title: "Looked after or on a protection plan: nobody of the youth offending team leads",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { id, statuses } = facts.child;
    const [bar] = barsYouthOfficer(statuses, day);
    const team = youthTeam(facts, day);
    if (bar === undefined || (team.size === 0 && holding(statuses, day, "youth-order").length === 0)) return undefined;
    const seconded = secondedMayLead ? secondedLeads(facts, day)?.id : undefined;
    const people = [...team].filter((one) => one !== seconded).sort();
    const holders: readonly Holder[] = [postOf(officer), ...people.map((one): Holder => ({ kind: "person", id: one }))];
    return holders.map(
      (holder): DesignationSaid => ({
        tier: "barred",
        holder,
        ...daysOf(bar),
        about: theChild(id),
        because:
          holder.kind === "person"
            ? `${sinceWhen(bar)}: this person is of the youth offending team, and does not lead from that day.`
            : `${sinceWhen(bar)}: from that day nobody of the youth offending team leads. A supervising officer keeps that post and its duties on the team.`,
      }),
    );
  },
});

/** Where the area allows it, a social worker seconded to the team may lead a looked-after offender; the named social worker answers for it. */
export const secondedSocialWorkerLeads = (
  given: RuleHead,
  { allowed, inPlaceOf }: { allowed: boolean; inPlaceOf: readonly string[] },
): Statutory => ({
  ...given,
  title: "Looked after and on an order: a seconded social worker may lead",
  force: "may",
  apply: (facts, asAt) => {
    const leads = allowed ? secondedLeads(facts, dayOf(asAt)) : undefined;
    if (leads === undefined) return undefined;
    return {
      tier: "must",
      holder: holderOf(leads.id, "seconded-social-worker"),
      accountable: holderOf(leads.accountable, "named-social-worker"),
      about: theChild(facts.child.id),
      because:
        "The team and the agencies agree that the social worker seconded to the youth offending team leads. The named social worker stays accountable, and leads again from the day a protection plan starts, or the order or being looked after ends.",
      lifts: inPlaceOf,
    };
  },
});
