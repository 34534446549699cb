import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { statusesOn } from "../people/model.ts";
import { type MeetingTrigger, meetingTriggers } from "../vocabulary/meetings.ts";
import type { MeetingFacts } from "./model.ts";

/** A child's meeting is arranged where one of the triggers holds that the rulebook or the area names; it may name none. */
export const childsMeeting = (
  given: RuleHead,
  { triggers }: { readonly triggers: readonly string[] },
): DutyRule<MeetingFacts> => ({
  ...given,
  title: "What calls for a child's meeting",
  apply: (facts, asAt) =>
    triggers.filter(isTrigger).flatMap((trigger): readonly DutySaid[] =>
      holds(trigger, facts, dayOf(asAt))
        ? [
            {
              who: "named-person",
              act: `meeting.arrange:${trigger}`,
              due: "at-once",
              onAccountOf: "named-person",
              about: theChild(facts.child.id),
              because: `${meetingTriggers[trigger].label}: arrange a child's meeting, with its members, notes and what was decided.`,
            },
          ]
        : [],
    ),
});

const isTrigger = (code: string): code is MeetingTrigger => code in meetingTriggers;

function holds(trigger: MeetingTrigger, facts: MeetingFacts, day: LocalDate): boolean {
  switch (trigger) {
    case "lead-from-another-agency":
      return facts.leadIsFromAnotherAgency === true;
    case "safety-is-primary":
      return facts.safetyIsThePrimaryIssue === true;
    case "not-agreed":
      return facts.notAgreed === true;
    default:
      return statusesOn(facts.child.statuses, day, [trigger]).length > 0;
  }
}
