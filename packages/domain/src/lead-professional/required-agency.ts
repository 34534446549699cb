import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { agencyInWords } from "./best-placed.ts";
import { type Choice, isByStatute } from "./criteria.ts";
import { isUniversal } from "./first-choice.ts";

/** Where needs or the law ask for one agency, nobody of another leads, unless a book lets a manager of that agency record an exception. */
export const withinRequiredAgency = (
  given: RuleHead,
  { exceptionIsPossible }: { exceptionIsPossible: boolean },
): Choice => ({
  ...given,
  title: "The lead comes from the agency that the law asks for",
  force: "must",
  apply: (facts) => {
    const agency = facts.statutory.requiredAgency;
    if (agency === undefined || isByStatute(facts)) return undefined;
    const about = thePractitioner(facts.chosen);
    if (facts.chosenAgency === agency)
      return { effect: "permits", about, because: `This person comes from ${agencyInWords(agency)}, as is asked.` };
    const outside = `This person is outside ${agencyInWords(agency)}, which the lead professional has to come from`;
    if (!exceptionIsPossible) return { effect: "prevents", about, because: `${outside}.` };
    return {
      effect: "prevents",
      about,
      because: `${outside} unless one of its managers records an exception.`,
      needs: [
        {
          what: "approval",
          from: "required-agency-manager",
          for: "an exception to the agency asked for",
          code: "outside-required-agency",
        },
      ],
    };
  },
});

/** The exception itself, with its manager and reason on record. */
export const exceptionToAgency = (given: RuleHead, { lifts }: { lifts: string }): Choice => ({
  ...given,
  title: "A manager recorded an exception to the agency",
  force: "may",
  apply: (facts) =>
    facts.statutory.requiredAgency !== undefined &&
    facts.chosenAgency !== facts.statutory.requiredAgency &&
    facts.reasons.includes("outside-required-agency")
      ? {
          effect: "permits",
          about: thePractitioner(facts.chosen),
          because: `A manager of ${agencyInWords(facts.statutory.requiredAgency)} recorded an exception, with a reason.`,
          lifts: [lifts],
        }
      : undefined,
});

/** Where safety or statute is the reason, somebody of health or education leads only with a manager's reason. */
export const universalLeadForSafety = (given: RuleHead): Choice => ({
  ...given,
  title: "Health or education may not fit where safety is the reason",
  apply: (facts) => {
    if (facts.route !== "safety-or-statute" || !isUniversal(facts.chosenAgency) || isByStatute(facts)) return undefined;
    const about = thePractitioner(facts.chosen);
    if (facts.reasons.includes("universal-lead-for-safety"))
      return { effect: "permits", about, because: "A manager wrote down why health or education leads here." };
    return {
      effect: "permits-if",
      about,
      because:
        "Safety or statute is the reason for this plan, so a lead from health or education may not fit. A manager writes down why it does.",
      needs: [
        {
          what: "reason",
          from: "line-manager",
          for: "why health or education leads although safety is the reason",
          code: "universal-lead-for-safety",
        },
      ],
    };
  },
});
