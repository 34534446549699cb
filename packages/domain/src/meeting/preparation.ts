import type { Due } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { workingDaysAfter } from "../kernel/working-days.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { MeetingKind } from "../vocabulary/meetings.ts";
import type { PreparationFacts } from "./model.ts";

type Preparation = DutyRule<PreparationFacts>;
type Person = PreparationFacts["people"][number];

type Before = {
  /** The kinds of meeting the clause speaks of; every kind, where it is left out. */
  readonly kinds?: readonly MeetingKind[];
  /** How many working days before the meeting it has to be done. */
  readonly workingDays: number;
  /** The officer who does it; the lead professional, where it is left out. */
  readonly by?: Role;
};

const speaks = (facts: PreparationFacts, day: LocalDate, kinds: Before["kinds"]) =>
  day <= facts.meeting.on && (kinds === undefined || kinds.includes(facts.meeting.kind));

/** Whoever gathers people: an officer, administration that helps, the lead, or the assessor until there is a lead. */
function organiser(facts: PreparationFacts, by: Role | undefined) {
  if (by !== undefined) return { who: by, onAccountOf: by } as const;
  const { help, lead, assessor } = facts;
  if (help !== "none" && help !== "not-recorded") return { who: help, onAccountOf: help } as const;
  if (lead === "none" && assessor !== "none" && assessor !== "not-recorded")
    return { who: "assessor", whoId: assessor, onAccountOf: "assessor" } as const;
  return {
    who: "lead-professional",
    ...byId(lead),
    onAccountOf: "lead-professional",
  } as const;
}

/** So many working days before the meeting; at once, where it was called later than that. */
function dueBefore({ meeting, calendar }: PreparationFacts, workingDays: number): Due | "at-once" | "not-published" {
  const day = workingDaysAfter(meeting.on, -workingDays, calendar);
  if (day === "not-published") return "not-published";
  return day < meeting.calledOn ? "at-once" : { day };
}

/** Everybody is invited in good time, the child and family as much as the services. */
export const everybodyIsInvited = (given: RuleHead, { kinds, workingDays, by }: Before): Preparation => ({
  ...given,
  title: "Everybody is invited in good time",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    if (!speaks(facts, dayOf(asAt), kinds)) return undefined;
    return facts.people
      .filter(({ invitedOn, isContactRisk }) => !isLocalDate(invitedOn) && isContactRisk !== true)
      .map((person): DutySaid => invitation(facts, person, workingDays, by));
  },
});

function invitation(facts: PreparationFacts, person: Person, workingDays: number, by: Role | undefined): DutySaid {
  const owed = { ...organiser(facts, by), about: aboutPerson(facts, person) };
  const meeting = `the meeting of ${inWords(facts.meeting.on)}`;
  const isFamily = person.as === "child" || person.as === "family";
  if (isFamily && person.isContactRisk === "not-recorded")
    return {
      ...owed,
      act: `meeting.find-out-contact-risk:${person.id}`,
      due: "at-once",
      because: `Before anybody of the family is invited to ${meeting}, find out whether contact with them is a risk.`,
    };
  return {
    ...owed,
    act: `meeting.invite:${person.id}`,
    due: dueBefore(facts, workingDays),
    because: `${whom[person.as]} is to be invited to ${meeting}.`,
  };
}

const whom = {
  child: "The child",
  family: "A parent, carer or other member of the family",
  practitioner: "A practitioner of the team",
  other: "Somebody who is asked to come",
} as const;

const aboutPerson = ({ child }: PreparationFacts, { id, as }: Person) =>
  as === "child" ? subject("child", child.id) : as === "family" ? subject("family", child.id) : thePractitioner(id);

/** Agenda and copies of the plan are ready for the meeting, with whoever has the administrative part. */
export const papersAreReady = (given: RuleHead, { kinds, workingDays, by }: Before): Preparation => ({
  ...given,
  title: "The papers are ready",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    if (!speaks(facts, dayOf(asAt), kinds)) return undefined;
    const papers = [
      ["agenda", "the agenda", facts.agendaReadyOn],
      ["plan-copies", "copies of the plan", facts.planCopiesReadyOn],
    ] as const;
    return papers
      .filter(([, , readyOn]) => !isLocalDate(readyOn))
      .map(
        ([code, words]): DutySaid => ({
          ...organiser(facts, by),
          act: `meeting.prepare:${code}`,
          due: dueBefore(facts, workingDays),
          about: subject("area", facts.plan.id),
          because: `The meeting of ${inWords(facts.meeting.on)} needs ${words}.`,
        }),
      );
  },
});

/** Before the meeting everybody involved says how their part stands; what is older than some days is out of date. */
export const everybodyIsUpToDate = (given: RuleHead, { days }: { readonly days: number }): Preparation => ({
  ...given,
  title: "Everybody shares what is up to date",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    if (!speaks(facts, dayOf(asAt), undefined)) return undefined;
    const freshFrom = addDays(facts.meeting.on, -days);
    return facts.people
      .filter(
        ({ as, lastUpdateOn }) => as === "practitioner" && !(isLocalDate(lastUpdateOn) && lastUpdateOn >= freshFrom),
      )
      .map(({ id, agency, lastUpdateOn }): DutySaid => {
        const who = agency === undefined ? "A practitioner" : agencyKinds[agency].label;
        return {
          who: "practitioner",
          whoId: id,
          act: `meeting.update:${id}`,
          due: { day: facts.meeting.on },
          ifMissed: "The agenda shows it as out of date.",
          onAccountOf: "practitioner",
          about: thePractitioner(id),
          because: isLocalDate(lastUpdateOn)
            ? `${who}: out of date, last updated on ${inWords(lastUpdateOn)}. Say before or at the meeting how it stands.`
            : `${who}: no update so far. Say before or at the meeting how it stands.`,
        };
      });
  },
});
