import { countedDays, stoppedOn } from "../kernel/counted-days.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import {
  addDays,
  addMonths,
  type DayRange,
  daysBetween,
  inWords,
  type LocalDate,
  laterOf,
} from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, thePractitioner } from "../kernel/subject.ts";
import type { PractitionerFacts, SuitabilityFacts } from "./model.ts";
import { readOn } from "./suitability.ts";
import { trainedBeforeQualifying } from "./training.ts";

type Suitability = GateRule<SuitabilityFacts>;

const mentored = ({ mentor, mentoredBefore }: PractitionerFacts, daysOff: number): readonly DayRange[] => [
  ...(mentoredBefore === "not-recorded" ? [] : mentoredBefore),
  ...(typeof mentor === "string" ? [] : countedDays(mentor, daysOff)),
];

/**
 * The day the mentored period is served: whole months from the first day in role with a mentor, later by each day
 * without one. Undefined while nobody can tell, because the mentor has left and none has followed (WIG-D5).
 */
export function mentoredUntil(
  firstLedOn: LocalDate,
  ranges: readonly DayRange[],
  months: number,
): LocalDate | undefined {
  const inRole = ranges
    .filter(({ from, until }) => until === undefined || (until > firstLedOn && until > from))
    .map(({ from, until }) => ({ from: laterOf(from, firstLedOn), until }))
    .sort((a, b) => a.from.localeCompare(b.from));
  const [first, ...rest] = inRole;
  if (first === undefined) return undefined;
  let served = addMonths(first.from, months);
  let covered: LocalDate | undefined = first.until;
  for (const next of rest) {
    if (covered === undefined || covered >= served) return served;
    served = addDays(served, Math.max(0, daysBetween(covered, next.from)));
    covered = next.until === undefined ? undefined : laterOf(covered, next.until);
  }
  return covered === undefined || covered >= served ? served : undefined;
}

type Mentoring = {
  readonly monthsStillNew: number;
  readonly monthsUnderMentor: number;
  /** For how many days a mentor may be off and still count. */
  readonly daysOff: number;
};

/** Why a mentor is needed on a day, and until when; false where none is, and "not-recorded" where it cannot be told. */
function needsMentor(
  facts: SuitabilityFacts,
  day: LocalDate,
  { monthsStillNew, monthsUnderMentor, daysOff }: Mentoring,
) {
  const { practitioner } = facts;
  const { qualification, firstLedOn } = practitioner;
  if (qualification === "none" || trainedBeforeQualifying(practitioner)) return false;
  if (qualification === "not-recorded" || firstLedOn === "not-recorded") return "not-recorded";
  const firstLead = firstLedOn === "never" ? facts.startsOn : firstLedOn;
  if (firstLead >= addMonths(qualification.on, monthsStillNew)) return false;
  if (firstLedOn === "never") return true;
  if (practitioner.mentoredBefore === "not-recorded") return "not-recorded";
  const served = mentoredUntil(firstLedOn, mentored(practitioner, daysOff), monthsUnderMentor);
  return served === undefined || served > day;
}

/** Somebody who came in newly qualified first leads under an active mentor, until the mentored months are served. */
export const mentorIsActive = (given: RuleHead, mentoring: Mentoring): Suitability => ({
  ...given,
  title: "Newly qualified practitioners lead under a mentor",
  apply: (facts, asAt) => {
    const { id, mentor, qualification } = facts.practitioner;
    const about = thePractitioner(id);
    const day = readOn("day-of-leading", facts, asAt);
    const needed = needsMentor(facts, day, mentoring);
    if (needed === "not-recorded")
      return {
        effect: "unknown",
        missing: "first lead and mentored time",
        about,
        because: "Record when this person qualified, first led and was mentored.",
      };
    if (!needed)
      return {
        effect: "permits",
        about,
        because:
          qualification === "none"
            ? "Came in on life experience: a mentor is offered, and the manager records the decision."
            : "No mentor is required now.",
      };
    const waived = "Only a senior manager can set this aside, with the reason, and tells the Co-ordinator.";
    if (mentor === "not-recorded")
      return { effect: "unknown", missing: "mentor", about, because: "Record who the mentor is, and from when." };
    if (mentor === "none")
      return {
        effect: "prevents",
        about,
        because: `No mentor is named, and one is needed for the first ${mentoring.monthsUnderMentor} months. ${waived}`,
      };
    if (mentor.from > day)
      return {
        effect: "prevents",
        from: mentor.from,
        about,
        because: `No active mentor until ${inWords(mentor.from)}. ${waived}`,
      };
    const stopped = stoppedOn(mentor, day, mentoring.daysOff);
    if (stopped?.is === "gone")
      return {
        effect: "prevents",
        about,
        because: `The mentor stopped, and no new lead starts until another is named. ${waived}`,
      };
    if (stopped !== undefined)
      return {
        effect: "prevents",
        ...(stopped.backOn === undefined ? {} : { from: stopped.backOn }),
        about: thePractitioner(mentor.id), // an absence is the mentor's own
        because: `The mentor is off for more than ${mentoring.daysOff} days: from ${inWords(stopped.since)} no new lead starts until another is named${stopped.backOn === undefined ? ", or the mentor is back" : `, or the mentor is back on ${inWords(stopped.backOn)}`}. ${waived}`,
      };
    return {
      effect: "permits",
      about,
      because: `Leads under a mentor since ${inWords(mentor.from)}, for ${mentoring.monthsUnderMentor} months with one in all.`,
    };
  },
});

/** The mentor is an experienced lead professional: trained, long enough in the role, and not under a mentor. */
export const mentorIsExperienced = (
  given: RuleHead,
  { monthsAsLead: least, ...mentoring }: Mentoring & { monthsAsLead: number },
): Suitability => ({
  ...given,
  title: "The mentor is an experienced lead professional",
  apply: (facts, asAt): GateSaid | undefined => {
    const { mentor } = facts.practitioner;
    if (typeof mentor === "string" || needsMentor(facts, readOn("day-of-leading", facts, asAt), mentoring) !== true)
      return undefined;
    const about: Subject = thePractitioner(mentor.id);
    if (mentor.isMentee)
      return { effect: "prevents", about, because: "The mentor is still under a mentor: name somebody experienced." };
    if (mentor.trained === false)
      return {
        effect: "prevents",
        about,
        because: "The mentor is not trained for the role: name somebody experienced.",
      };
    if (typeof mentor.monthsAsLead === "number" && mentor.monthsAsLead < least)
      return {
        effect: "prevents",
        about,
        because: `The mentor has led for ${mentor.monthsAsLead} months: ${least} are needed.`,
      };
    if (mentor.trained === "not-recorded" || mentor.monthsAsLead === "not-recorded")
      return {
        effect: "unknown",
        missing: "the mentor's own record",
        about,
        because: "Record the mentor's own training and months in the role.",
      };
    return {
      effect: "permits",
      about,
      because: mentor.isLineManager
        ? "The mentor is experienced, and is also the line manager: somebody else would be better. That stops nothing."
        : `The mentor is experienced: ${mentor.monthsAsLead} months in the role.`,
    };
  },
});
