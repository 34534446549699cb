import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePlan } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { NotAgreedFacts } from "./model.ts";

type NotAgreed = DutyRule<NotAgreedFacts>;
type Limit = { readonly workingDays: number };
const passed = (due: Due | "not-published", asAt: Moment) => due !== "not-published" && isLate(due, asAt);

/** Somebody is the contact for now, and is not the lead: a lead already there, else who made the assessment, else who called the discussion. */
export const interimContact = (
  given: RuleHead,
  {
    from,
    elseConvenor,
    namedBy,
  }: { readonly from: "need" | "discussion"; readonly elseConvenor: boolean; readonly namedBy: Role },
): NotAgreed => ({
  ...given,
  title: "Somebody is the contact for now",
  force: "must",
  apply: (facts, asAt) => {
    const since = from === "need" ? facts.neededSince : facts.discussedOn;
    const isNamedAlready = facts.interimContact !== "none" && facts.interimContact !== "not-recorded";
    if (facts.hasLead || isNamedAlready || !isLocalDate(since) || dayOf(asAt) < since) return undefined;
    const contact = isKnown(facts.assessor)
      ? facts.assessor
      : elseConvenor && isKnown(facts.convenor)
        ? facts.convenor
        : undefined;
    const name: DutySaid = {
      who: namedBy,
      act: "lead-professional.name-interim-contact",
      due: "at-once",
      onAccountOf: namedBy,
      about: thePlan(facts),
      because:
        "Nobody leads yet. Name who the family turns to for now; help goes on meanwhile, and it settles nothing about who will lead.",
    };
    if (contact === undefined) return name;
    return {
      ...name,
      whoId: contact,
      who: contact === facts.assessor ? "assessor" : "practitioner",
      act: "lead-professional.be-interim-contact",
      because:
        "Until somebody leads this person is the contact for now, and is shown to the family as that and not as lead professional.",
    };
  },
});

type Managers = Limit & {
  readonly start: "proposal" | "first-manager-told" | "discussion";
  readonly closesAt?: string;
  readonly next: string;
};

/** The line managers of those involved settle it between them, within some working days. */
export const managersAgree = (given: RuleHead, { workingDays, start, closesAt, next }: Managers): NotAgreed => ({
  ...given,
  title: "The line managers settle it",
  force: "must",
  apply: (facts) => {
    const day = startOf(facts, start);
    if (facts.hasLead || day === undefined) return undefined;
    return {
      who: "line-managers-involved",
      act: "lead-professional.managers-agree",
      due: dueAfter(day, { count: workingDays, unit: "working-days" }, facts.calendar, closesAt),
      ifMissed: next,
      onAccountOf: "line-managers-involved",
      about: thePlan(facts),
      because: `The line managers of those involved agree who leads. Counted from ${inWords(day)}.`,
    };
  },
});

/** The day from which the managers' time is counted; nothing while nobody talked it over. */
export function startOf(
  { proposedOn, discussedOn, workers }: NotAgreedFacts,
  start: Managers["start"],
): LocalDate | undefined {
  if (!isLocalDate(discussedOn)) return undefined;
  if (start === "discussion") return discussedOn;
  if (start === "proposal") return isLocalDate(proposedOn) ? proposedOn : discussedOn;
  return workers
    .map(({ toldManagerOn }) => toldManagerOn)
    .filter(isLocalDate)
    .sort()[0];
}

/** A line manager contacts the other service's manager. */
export const managersInTouch = (given: RuleHead, { workingDays }: Limit): NotAgreed => ({
  ...given,
  title: "The line manager contacts the other manager",
  apply: (facts) =>
    facts.hasLead || !isLocalDate(facts.discussedOn)
      ? undefined
      : {
          who: "line-manager",
          act: "lead-professional.contact-other-manager",
          due: dueAfter(facts.discussedOn, { count: workingDays, unit: "working-days" }, facts.calendar),
          ifMissed: "The managers' own days to settle it are running meanwhile.",
          onAccountOf: "line-manager",
          about: thePlan(facts),
          because: "Nobody was agreed on, so the line manager takes it up with the manager of the other service.",
        },
});

/** Nobody waits longer than some working days for a lead; after that it is a disagreement, with somebody to turn to meanwhile. */
export const longestWait = (given: RuleHead, { workingDays }: Limit): NotAgreed => ({
  ...given,
  title: "Nobody waits longer than this for a lead",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    if (facts.hasLead) return undefined;
    const due = dueAfter(facts.neededSince, { count: workingDays, unit: "working-days" }, facts.calendar);
    const owed = {
      who: "line-managers-involved",
      onAccountOf: "line-managers-involved",
      about: thePlan(facts),
    } as const;
    if (passed(due, asAt))
      return {
        ...owed,
        act: "lead-professional.open-dispute",
        due: "at-once",
        because: `A lead professional has been needed since ${inWords(facts.neededSince)} and there is none. It is now a disagreement and goes the way of one.`,
      };
    return {
      ...owed,
      act: "lead-professional.agree-lead",
      due,
      ifMissed: "It becomes a disagreement, and goes the way of one.",
      because: `A lead professional is needed since ${inWords(facts.neededSince)}. Help may start meanwhile.`,
    };
  },
});

/** Help that was agreed and has not begun while nobody leads is put before the managers of the agencies named on it that day. */
export const helpNotHeldUp = (given: RuleHead): NotAgreed => ({
  ...given,
  title: "Help does not wait for a lead",
  force: "must",
  apply: (facts, asAt) =>
    facts.hasLead
      ? undefined
      : facts.actions
          .filter(({ toStartOn, startedOn }) => !isDoneBy(startedOn, dayOf(asAt)) && toStartOn < dayOf(asAt))
          .flatMap(({ agency, withAgencies = [], toStartOn, startedOn }) =>
            [...new Set([agency, ...withAgencies])].map((one) => ({
              who: "line-manager" as const,
              act: "lead-professional.help-held-up",
              due: "at-once" as const,
              onAccountOf: "line-manager" as const,
              about: subject("agency", one),
              because: `Help from ${startingSmall(agencyKinds[one].label)} was to start on ${inWords(toStartOn)} and ${startedOn === "not-recorded" ? "it is not recorded that it has" : "has not"}, while a lead has been pending since ${inWords(facts.neededSince)}. Help does not wait for a lead: start it, or record why it cannot.`,
            })),
          ),
});
