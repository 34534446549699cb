import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { ReferralFacts } from "./model.ts";

const open = {
  dispute: "a disagreement",
  "lead-professional": "who leads",
  workload: "somebody's workload",
  agreement: "an agreement",
  signature: "a signature",
  approval: "an approval",
  assessment: "an assessment",
  meeting: "a meeting",
} as const;

/**
 * A safeguarding referral may be made at any time, by anybody who works with the child. What it needs is who makes it and
 * why, and that can be written down afterwards: there are no facts for which this answers no.
 */
export const referralAtAnyTime = (given: RuleHead): GateRule<ReferralFacts> => ({
  ...given,
  title: "A safeguarding referral is open at any time",
  force: "must",
  apply: ({ child, by, reasonGiven, consent, waitingFor }): GateSaid => {
    const about = theChild(child.id);
    const waits = [...new Set(waitingFor.map((one) => open[one])), ...(consent === "given" ? [] : ["consent"])];
    const says = `A safeguarding referral can be made now. It does not wait for ${waits.length > 0 ? waits.join(", ") : "anything"}.`;
    const needs: readonly Need[] = [
      ...(by === "none" || by === "not-recorded"
        ? [{ what: "evidence", from: "practitioner", for: "who makes the referral", code: "referred-by" } as const]
        : []),
      ...(reasonGiven
        ? []
        : [{ what: "reason", from: "practitioner", for: "why a referral is made", code: "referral-reason" } as const]),
    ];
    return needs.length === 0
      ? { effect: "permits", about, because: says }
      : {
          effect: "permits-if",
          needs,
          about,
          because: `${says} Write down who makes it and why; that may be done straight afterwards.`,
        };
  },
});
