import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import type { FollowUpFacts } from "./model.ts";

type FollowUp = DutyRule<FollowUpFacts>;
type Recipient = FollowUpFacts["recipients"][number];

const ofMeeting = (facts: FollowUpFacts) => `the meeting of ${inWords(facts.meeting.heldOn)}`;
const lead = (facts: FollowUpFacts) =>
  ({ who: "lead-professional", ...byId(facts.lead), onAccountOf: "lead-professional" }) as const;

type Minutes = {
  /** Working days from the meeting in which the draft is written. */
  readonly draft: number;
  /** Working days from the meeting in which everybody has the minutes. */
  readonly sent: number;
};

/** The minutes are drafted by who took them, approved by the lead, and sent to everybody, the family among them. */
export const minutesAreSent = (given: RuleHead, { draft, sent }: Minutes): FollowUp => ({
  ...given,
  title: "The minutes are drafted, approved and sent",
  force: "should",
  apply: (facts, asAt): DutySaid | readonly DutySaid[] | undefined => {
    const { heldOn } = facts.meeting;
    if (dayOf(asAt) < heldOn) return undefined;
    const about = subject("area", facts.plan.id);
    const within = (count: number) => dueAfter(heldOn, { count, unit: "working-days" }, facts.calendar);
    if (!isLocalDate(facts.draftedOn))
      return {
        who: "administrator",
        ...byId(facts.noteTaker),
        act: "meeting.draft-minutes",
        due: within(draft),
        onAccountOf: "administrator",
        about,
        because: `The minutes of ${ofMeeting(facts)} are written by whoever took them, and go to the lead professional.`,
      };
    if (!isLocalDate(facts.approvedOn))
      return {
        ...lead(facts),
        act: "meeting.approve-minutes",
        due: within(sent),
        about,
        because: `The minutes of ${ofMeeting(facts)} were drafted on ${inWords(facts.draftedOn)} and wait for approval.`,
      };
    return facts.recipients
      .filter(({ sentOn }) => !isLocalDate(sentOn))
      .map(
        (one): DutySaid => ({
          who: "administrator",
          act: `meeting.send-minutes:${one.id}`,
          due: within(sent),
          onAccountOf: "administrator",
          about: aboutRecipient(facts, one),
          because: `The minutes of ${ofMeeting(facts)} go to ${whom[one.as]} too.`,
        }),
      );
  },
});

const whom: Readonly<Record<Recipient["as"], string>> = {
  child: "the child",
  family: "the parents, carers and family",
  practitioner: "this practitioner",
  other: "this person",
};

const aboutRecipient = ({ child }: FollowUpFacts, { id, as }: Recipient) =>
  as === "child" ? theChild(child.id) : as === "family" ? subject("family", child.id) : thePractitioner(id);

/** Team members come to meetings or send how their part stands; the lead sees who does neither time after time, and may raise it. */
export const absenceIsSeen = (given: RuleHead, { meetings }: { readonly meetings: number }): FollowUp => ({
  ...given,
  title: "Somebody who stays away and says nothing is seen",
  force: "may",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.attendance
      .filter((one) => missedInARow(one.meetings, dayOf(asAt)) >= meetings)
      .map(
        ({ id, meetings: all }): DutySaid => ({
          ...lead(facts),
          act: `meeting.raise-absence:${id}`,
          due: "at-once",
          about: thePractitioner(id),
          because: `This practitioner missed the last ${missedInARow(all, dayOf(asAt))} meetings and sent no update. The lead professional may raise it with them or with their manager.`,
        }),
      ),
});

/** How many meetings up to a day were missed in a row without an update; one of which nothing is recorded ends the row. */
function missedInARow(meetings: FollowUpFacts["attendance"][number]["meetings"], day: string): number {
  const latestFirst = meetings.filter(({ on }) => on <= day).sort((a, b) => (a.on < b.on ? 1 : -1));
  const ended = latestFirst.findIndex(({ cameTo, sentUpdate }) => !(cameTo === false && sentUpdate === false));
  return ended === -1 ? latestFirst.length : ended;
}
