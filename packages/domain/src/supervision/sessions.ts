import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import {
  addDays,
  earliestOf,
  holdsOn,
  inWords,
  isLocalDate,
  type LocalDate,
  lastDayOf,
  laterOf,
  latestOf,
} from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { LeadSupervised, SupervisionDutiesFacts } from "./model.ts";

export type Supervision = DutyRule<SupervisionDutiesFacts>;

export const byManager = ({ practitionerId, manager }: SupervisionDutiesFacts) =>
  ({
    who: "line-manager",
    ...byId(manager),
    onAccountOf: "line-manager",
    about: thePractitioner(practitionerId),
  }) as const;

const live = ({ leads }: SupervisionDutiesFacts, on: LocalDate): readonly LeadSupervised[] =>
  leads.filter((lead) => holdsOn(lead, on));

type Cycle = {
  /** How often while somebody leads, where the agency has no cycle of its own. */
  readonly leadDays: number;
  /** How often otherwise; left out where a book speaks only of those who lead. */
  readonly usualDays?: number;
};

/**
 * The next session: by what was agreed for as long as somebody leads, else by the agency's own cycle, else by the
 * book's. When the last lead ends the former cycle holds again, counted from the last session, or from that last day.
 */
export const nextSession = (given: RuleHead, { leadDays, usualDays }: Cycle): Supervision => ({
  ...given,
  title: "The next session",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const on = dayOf(asAt);
    const leads = live(facts, on);
    const isLeading = leads.length > 0;
    const own = typeof facts.agencyCycleDays === "number" ? facts.agencyCycleDays : undefined;
    const usual = own ?? (isLeading ? leadDays : usualDays);
    const { changed } = facts;
    const isChanged = isLeading && typeof changed !== "string" && changed.from <= on;
    const everyDays = isChanged ? changed.everyDays : usual;
    if (everyDays === undefined) return undefined;
    const owed = { ...byManager(facts), act: "supervision.hold-session" } as const;
    if (facts.lastSessionOn === "not-recorded")
      return {
        ...owed,
        due: "unknown",
        because: `A session is due every ${everyDays} days, and it is not recorded when the last one was.`,
      };
    const ended = facts.leads.flatMap(({ until }) => (until !== undefined && until <= on ? [lastDayOf(until)] : []));
    const lastEnd = isLeading || typeof changed === "string" ? undefined : latestOf(ended);
    const begun = earliestOf(leads.map(({ from }) => from));
    const start =
      latestOf([facts.lastSessionOn, lastEnd].filter((day) => day !== undefined).filter(isLocalDate)) ?? begun;
    if (start === undefined) return undefined;
    const planned = addDays(start, everyDays);
    const day = isChanged ? laterOf(planned, changed.from) : planned;
    return {
      ...owed,
      due: { day },
      because: isChanged
        ? `While this person leads, a session is due every ${everyDays} days; when the last lead ends the former cycle holds again.`
        : `A session is due every ${everyDays} days, counted from ${inWords(start)}.`,
    };
  },
});

/**
 * Every case somebody leads is talked about with the line manager, the one that waited longest first: as often as was
 * settled for it, else by the agency's own cycle, else by the book's where it has one.
 */
export const casesAreDiscussed = (given: RuleHead, { days }: { readonly days?: number } = {}): Supervision => ({
  ...given,
  title: "Every case led is discussed",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    live(facts, dayOf(asAt)).flatMap((lead): DutySaid[] => {
      const { planId, lastDiscussedOn } = lead;
      const every = everyDaysOf(lead, facts) ?? days;
      if (every === undefined) return [];
      const owed = { ...byManager(facts), act: "supervision.discuss-case" } as const;
      if (lastDiscussedOn === "not-recorded")
        return [{ ...owed, due: "unknown", because: `It is not recorded when case ${planId} was last discussed.` }];
      return [
        isLocalDate(lastDiscussedOn)
          ? {
              ...owed,
              due: { day: addDays(lastDiscussedOn, every) },
              because: `Case ${planId} was last discussed on ${inWords(lastDiscussedOn)}.`,
            }
          : {
              ...owed,
              due: { day: addDays(lead.from, every) },
              because: `Case ${planId} has been led since ${inWords(lead.from)} and was never discussed.`,
            },
      ];
    }),
});

function everyDaysOf({ arrangement }: LeadSupervised, facts: SupervisionDutiesFacts): number | undefined {
  if (typeof arrangement !== "string" && typeof arrangement.everyDays === "number") return arrangement.everyDays;
  return typeof facts.agencyCycleDays === "number" ? facts.agencyCycleDays : undefined;
}

/** A supervisor and an interval are settled before or on the day a lead starts; where the risk is high, no further apart than a book says. */
export const isSetUp = (
  given: RuleHead,
  { daysWhileRiskIsHigh }: { readonly daysWhileRiskIsHigh?: number },
): Supervision => ({
  ...given,
  title: "Supervision of a lead is set up",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.leads
      .filter(({ until }) => until === undefined || dayOf(asAt) < until)
      .flatMap((lead): DutySaid[] => {
        const owed = { ...byManager(facts), act: "supervision.set-up", due: { day: lead.from } } as const;
        const { arrangement } = lead;
        const isComplete =
          typeof arrangement !== "string" &&
          arrangement.supervisor !== "none" &&
          arrangement.supervisor !== "not-recorded" &&
          typeof arrangement.everyDays === "number";
        if (!isComplete)
          return [
            {
              ...owed,
              because: `Say who supervises the lead of case ${lead.planId} and how often, before or on the day it starts.`,
            },
          ];
        const { everyDays } = arrangement;
        if (daysWhileRiskIsHigh === undefined || typeof everyDays !== "number") return [];
        if (lead.riskIsHigh === false || everyDays <= daysWhileRiskIsHigh) return [];
        if (lead.riskIsHigh === "not-recorded")
          return [
            {
              ...owed,
              due: "unknown",
              because: `It is not recorded whether risk is high in case ${lead.planId}. Say so: while it is, sessions are at most ${daysWhileRiskIsHigh} days apart, and ${everyDays} are agreed.`,
            },
          ];
        return [
          {
            ...owed,
            due: "at-once",
            because: `While risk is high, sessions on case ${lead.planId} are at most ${daysWhileRiskIsHigh} days apart; ${everyDays} are agreed.`,
          },
        ];
      }),
});

/** A cycle that was changed for somebody keeps its reason. */
export const changeKeepsReason = (given: RuleHead): Supervision => ({
  ...given,
  title: "A changed cycle keeps its reason",
  apply: (facts) =>
    typeof facts.changed === "string" || facts.changed.reasonGiven
      ? undefined
      : {
          ...byManager(facts),
          act: "supervision.say-why-changed",
          due: "at-once",
          because: `From ${inWords(facts.changed.from)} sessions are every ${facts.changed.everyDays} days. Write down why.`,
        },
});

/** An extra session that was asked for is answered; where nobody answers, and a book says so, senior management is told. */
export const requestIsAnswered = (
  given: RuleHead,
  { workingDays, escalates }: { readonly workingDays: number; readonly escalates: boolean },
): Supervision => ({
  ...given,
  title: "An extra session is answered",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.requests
      .filter(({ askedOn, answeredOn }) => !isLocalDate(answeredOn) && askedOn <= dayOf(asAt))
      .map(({ planId, askedOn }): DutySaid => {
        const due: Due | "not-published" = dueAfter(
          askedOn,
          { count: workingDays, unit: "working-days" },
          facts.calendar,
        );
        const was = `An extra session on case ${planId} was asked for on ${inWords(askedOn)}`;
        return escalates && due !== "not-published" && isLate(due, asAt)
          ? {
              who: "senior-manager",
              act: "supervision.answer-request-above",
              due: "at-once",
              onAccountOf: "line-manager",
              about: thePractitioner(facts.practitionerId),
              because: `${was}, and the line manager has not answered. Senior management is told.`,
            }
          : {
              ...byManager(facts),
              act: "supervision.answer-request",
              due,
              ...(escalates ? { ifMissed: "Senior management is told." } : {}),
              because: `${was}. Offer a day, or say why not.`,
            };
      }),
});

/** What a lead reports about the role reaches the line manager at once and is answered in time. */
export const reportIsAnswered = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Supervision => ({
  ...given,
  title: "What affects the role is answered",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.reports
      .filter(
        ({ kind, reportedOn, answeredOn }) =>
          kind === "affects-the-role" && !isLocalDate(answeredOn) && reportedOn <= dayOf(asAt),
      )
      .flatMap(({ reportedOn }): DutySaid[] => [
        {
          ...byManager(facts),
          act: "supervision.answer-report",
          due: dueAfter(reportedOn, { count: workingDays, unit: "working-days" }, facts.calendar),
          because: `On ${inWords(reportedOn)} this person reported something that affects the role. The line manager was told at once, and answers.`,
        },
      ]),
});

/** Nobody is left with what is too serious or beyond them: the manager is told at once and asks whether this is still the right lead. */
export const beyondExpertise = (given: RuleHead): Supervision => ({
  ...given,
  title: "Nobody is left with what is beyond them",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.reports
      .filter(
        ({ kind, reportedOn, answeredOn }) =>
          kind === "beyond-expertise" && !isLocalDate(answeredOn) && reportedOn <= dayOf(asAt),
      )
      .map(
        ({ reportedOn }): DutySaid => ({
          ...byManager(facts),
          act: "supervision.still-the-right-lead",
          due: "at-once",
          because: `On ${inWords(reportedOn)} this person said that something is too serious or beyond them. Act now: is this still the right lead professional? A safeguarding referral is open at any time.`,
        }),
      ),
});

const helps = {
  supervisionModel: "how they are supervised",
  mentor: "a mentor",
  administrativeHelp: "administrative help",
  adviceContact: "whom to ask for advice",
} as const;

/** What is there for whoever leads is listed; what is missing is shown to the operational manager. */
export const supportIsListed = (given: RuleHead): Supervision => ({
  ...given,
  title: "What supports a lead is listed",
  apply: (facts, asAt): DutySaid | undefined => {
    if (live(facts, dayOf(asAt)).length === 0) return undefined;
    const gaps = (Object.keys(helps) as (keyof typeof helps)[]).filter((help) => facts.support[help] !== true);
    return gaps.length === 0
      ? undefined
      : {
          ...byManager(facts),
          act: "supervision.fill-gap",
          due: "at-once",
          because: `This person leads, and these are missing or not recorded: ${gaps.map((gap) => helps[gap]).join(", ")}.`,
        };
  },
});

/** Named persons too have a manager to turn to. */
export const namedPersonHasManager = (given: RuleHead): Supervision => ({
  ...given,
  title: "A named person has a manager to turn to",
  force: "must",
  apply: ({ practitionerId, manager, namedPersonFor }): DutySaid | undefined =>
    namedPersonFor === 0 || (manager !== "none" && manager !== "not-recorded")
      ? undefined
      : {
          who: "head-teacher",
          act: "supervision.name-manager",
          due: "at-once",
          onAccountOf: "head-teacher",
          about: thePractitioner(practitionerId),
          because: `Named person for ${namedPersonFor} ${namedPersonFor === 1 ? "child" : "children"}, with no manager to turn to. Name one.`,
        },
});
