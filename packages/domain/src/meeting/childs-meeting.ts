import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { Recorded } from "../kernel/facts.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { statusesOn } from "../people/model.ts";
import { type MeetingTrigger, meetingTriggers } from "../vocabulary/meetings.ts";
import type { MeetingFacts } from "./model.ts";

/**
 * A child's meeting is arranged where one of the triggers holds that the rulebook or the area names; it may name none.
 * Whether one holds that is named is found out first where nobody recorded it.
 */
export const childsMeeting = (
  given: RuleHead,
  { triggers }: { readonly triggers: readonly string[] },
): DutyRule<MeetingFacts> => ({
  ...given,
  title: "What calls for a child's meeting",
  apply: (facts, asAt) =>
    triggers
      .filter(isTrigger)
      .flatMap((trigger): readonly DutySaid[] => dutyOf(trigger, holds(trigger, facts, dayOf(asAt)), facts)),
});

function dutyOf(trigger: MeetingTrigger, stands: Recorded<boolean>, { child }: MeetingFacts): readonly DutySaid[] {
  if (stands === false) return [];
  const owed = { who: "named-person", onAccountOf: "named-person", about: theChild(child.id) } as const;
  const label = meetingTriggers[trigger].label;
  return stands === "not-recorded"
    ? [
        {
          ...owed,
          act: `meeting.record-trigger:${trigger}`,
          due: "unknown",
          because: `Record whether this is so: ${startingSmall(label)}. If it is, a child's meeting is arranged.`,
        },
      ]
    : [
        {
          ...owed,
          act: `meeting.arrange:${trigger}`,
          due: "at-once",
          because: `${label}: arrange a child's meeting, with its members, notes and what was decided.`,
        },
      ];
}

const isTrigger = (code: string): code is MeetingTrigger => code in meetingTriggers;

function holds(trigger: MeetingTrigger, facts: MeetingFacts, day: LocalDate): Recorded<boolean> {
  switch (trigger) {
    case "lead-from-another-agency":
      return facts.leadIsFromAnotherAgency;
    case "safety-is-primary":
      return facts.safetyIsThePrimaryIssue;
    case "not-agreed":
      return facts.notAgreed;
    case "looked-after":
    case "child-protection-register":
    case "co-ordinated-support-plan":
      return facts.child.statuses === "not-recorded"
        ? "not-recorded"
        : statusesOn(facts.child.statuses, day, [trigger]).length > 0;
  }
}
