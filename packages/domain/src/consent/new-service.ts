import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { NewServiceFacts } from "./model.ts";

/** A new service comes in when the young person or the family agreed, and is invited after that and not before. */
export const agreedBeforeInvited = (given: RuleHead): GateRule<NewServiceFacts> => ({
  ...given,
  title: "A new service is invited once they agreed",
  force: "must",
  apply: ({ child, service, agreement, isReferral }, asAt): GateSaid => {
    if (isReferral)
      return {
        effect: "permits",
        about: theChild(child.id),
        because: "This is a safeguarding referral. It waits for nobody's agreement.",
      };
    const about = subject("family", child.id);
    const name = agencyKinds[service].label;
    const needs: readonly Need[] = [
      { what: "agreement", from: "family", for: "that this service comes in", code: "service-agreed" },
    ];
    if (agreement === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether they agree that the service comes in",
        about,
        because: `It is not recorded whether the young person or the family agrees that this service comes in: ${name}.`,
      };
    if (agreement === "none")
      return {
        effect: "prevents",
        about,
        needs,
        because: `Nobody has agreed with the young person or the family that this service comes in: ${name}. Ask first; the invitation goes out after that.`,
      };
    const on = inWords(agreement.on);
    if (agreement.on > dayOf(asAt))
      return {
        effect: "prevents",
        from: agreement.on,
        about,
        because: `The agreement is recorded for ${on}. The invitation goes out then.`,
      };
    if (agreement.answer === "agreed")
      return { effect: "permits", about, because: `They agreed on ${on} that this service comes in: ${name}.` };
    return {
      effect: "prevents",
      about,
      needs: agreement.answer === "undecided" ? needs : [],
      because:
        agreement.answer === "undecided"
          ? `On ${on} they had not decided. It stays theirs to decide, and nobody is invited until they say yes.`
          : `On ${on} they said no. The service is not invited; ask again when something has changed.`,
    };
  },
});
