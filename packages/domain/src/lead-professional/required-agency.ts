import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type Agreement, order } from "./agreement.ts";
import { agencyInWords } from "./best-placed.ts";
import { type Choice, isByStatute } from "./criteria.ts";
import { isUniversal } from "./first-choice.ts";

/** What the ask for an exception is kept under, with why it is asked. */
const outsideRequiredAgency = "outside-required-agency";

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
    const about = theChild(facts.child.id); // an agency is no secret of a colleague's: whoever proposes has to read it
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
          code: outsideRequiredAgency,
        },
      ],
    };
  },
});

/**
 * Whoever proposes asks for the exception and says why; recording it is for a manager of the agency asked for. Until then
 * it holds on a condition and nobody leads by it.
 */
export const exceptionToAgency = (given: RuleHead, { lifts }: { lifts: string }): Choice => ({
  ...given,
  title: "An exception to the agency is asked for",
  force: "may",
  apply: (facts) =>
    facts.statutory.requiredAgency !== undefined &&
    facts.chosenAgency !== facts.statutory.requiredAgency &&
    facts.reasons.includes(outsideRequiredAgency)
      ? {
          effect: "permits-if",
          about: theChild(facts.child.id),
          because: `An exception is asked of ${agencyInWords(facts.statutory.requiredAgency)}. Nothing goes on until one of its managers records it, with the reason and what it rests on.`,
          lifts: [lifts],
          needs: [
            {
              what: "approval",
              from: "required-agency-manager",
              for: "an exception to the agency asked for",
              code: outsideRequiredAgency,
            },
          ],
        }
      : undefined,
});

/** The manager of the agency asked for records the exception themselves, before anybody else is asked; nobody does it for them. */
export const agencyException = (given: RuleHead): Agreement => ({
  ...given,
  title: "A manager of the agency asked for records an exception",
  force: "must",
  apply: ({ child, isByLaw, requiredAgency, proposed }) =>
    isByLaw || requiredAgency === undefined || proposed.agency === requiredAgency
      ? undefined
      : {
          stage: "agency-exception",
          kind: "agreement",
          order: order.exception,
          whose: "required-agency-manager",
          enteredBy: ["required-agency-manager"],
          decides: true,
          mayBeLeftOut: false,
          about: theChild(child.id),
          because: `The lead professional has to come from ${agencyInWords(requiredAgency)}, and the person proposed does not. One of its managers records an exception, or declines. Nobody else is asked before that.`,
          needs: [
            { what: "reason", from: "required-agency-manager", for: "why the agency may be another one here" },
            { what: "evidence", from: "required-agency-manager", for: "what the exception rests on" },
          ],
        },
});

/** Where safety or statute is the reason, somebody of health or education leads only with a manager's reason. */
export const universalLeadForSafety = (given: RuleHead): Choice => ({
  ...given,
  title: "Health or education may not fit where safety is the reason",
  apply: (facts) => {
    if (facts.route !== "safety-or-statute" || !isUniversal(facts.chosenAgency) || isByStatute(facts)) return undefined;
    const about = theChild(facts.child.id);
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
