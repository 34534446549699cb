import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePlan } from "../kernel/subject.ts";
import type { ChangeFacts } from "./ending-model.ts";

/** Where one agency is left, nothing closes by itself: the lead is asked whether the plan ends, and stays until it is answered. */
export const askWhetherPlanEnds = (
  given: RuleHead,
  { workingDays }: { readonly workingDays: number },
): DutyRule<ChangeFacts> => ({
  ...given,
  title: "With one agency left the lead is asked whether the plan ends",
  force: "must",
  apply: (facts, asAt) => {
    const { oneAgencyLeft: left, lead, calendar } = facts;
    if (left === undefined || left === "none") return undefined;
    const owed = {
      who: "lead-professional",
      ...byId(lead),
      onAccountOf: "lead-professional",
      about: thePlan(facts),
    } as const;
    if (left === "not-recorded")
      return {
        ...owed,
        act: "lead-professional.record-agencies",
        due: "unknown",
        because:
          "It is not recorded whether two agencies still help. Record it: with one left, say whether the plan ends.",
      };
    const isAnswered = isLocalDate(left.answeredOn) && left.answeredOn >= left.since;
    if (isAnswered || dayOf(asAt) < left.since) return undefined;
    return {
      ...owed,
      act: "lead-professional.say-whether-plan-ends",
      due: dueAfter(left.since, { count: workingDays, unit: "working-days" }, calendar),
      ifMissed: "It shows as late to the lead's line manager. The lead stays.",
      because: `One agency has helped since ${inWords(left.since)}. Say with the family, and with each agency that has an open action, whether the plan ends. Nothing closes by itself: the lead stays until it is answered.`,
    };
  },
});
