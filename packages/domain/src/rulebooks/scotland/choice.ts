import { heldByStatute, limitedToAgency, thoseInvolved } from "../../lead-professional/best-placed.ts";
import { passingOver, routeFirst, statuteLeavesNoChoice, writtenReason } from "../../lead-professional/choice.ts";
import { criterion, dutyOfAgency, shown, withEvidence } from "../../lead-professional/criteria.ts";
import {
  complexHealthSuggests,
  routeIsKnown,
  socialWorkForSafety,
  specialistsOfUniversalServices,
  universalPractitionerFirst,
} from "../../lead-professional/first-choice.ts";
import type { ChoiceFacts } from "../../lead-professional/model.ts";
import {
  exceptionToAgency,
  universalLeadForSafety,
  withinRequiredAgency,
} from "../../lead-professional/required-agency.ts";
import { viewsFirst, wishesAnswered } from "../../lead-professional/views.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });

const universalFirst = {
  who: ({ route, universalPractitioner }: ChoiceFacts) =>
    route === "evidence-from-universal-services" ? universalPractitioner : undefined,
  words: "the universal practitioner already working with the child",
  code: "passed-over-universal-practitioner",
};

/** With one specialist on the case that one is suggested; with several, choosing any of them passes over nobody. */
const healthSpecialist = {
  who: ({ needsAreComplexHealth, involved, chosen }: ChoiceFacts) => {
    if (needsAreComplexHealth !== true) return undefined;
    const nurses = involved.filter(({ posts }) => posts.includes("specialist-health-practitioner")).map(({ id }) => id);
    return nurses.find((id) => id === chosen) ?? nurses[0];
  },
  words: "the specialist health practitioner",
  code: "passed-over-health-specialist",
};

/** The national guidance on choosing: three factors for each person, child and family in every case, and a reason kept. */
export const choice = chapter({
  parameters: {},
  rules: {
    "lead-professional.best-placed": () => [
      heldByStatute(rule("best-placed-by-statute", "G2, paragraph 2")),
      limitedToAgency(rule("best-placed-within-agency", "G2, paragraph 2")),
      routeIsKnown(rule("best-placed-route", "G1, opening line")),
      universalPractitionerFirst(rule("best-placed-universal-first", "G1, item 1, sentence 4")),
      complexHealthSuggests(rule("best-placed-complex-health", "G1, item 2, sentence 3")),
      socialWorkForSafety(rule("best-placed-social-work", "G1, item 3, sentence 4")),
      specialistsOfUniversalServices(rule("best-placed-specialists", "G1, item 2, sentences 1-2")),
      thoseInvolved(rule("best-placed-involved", "G2, paragraph 1, sentence 1")),
    ],
    "lead-professional.choice": () => [
      statuteLeavesNoChoice(rule("choice-by-statute", "G2, paragraph 2")),
      routeFirst(rule("choice-route", "G1, opening line")),
      withinRequiredAgency(rule("choice-within-agency", "G2, paragraph 2"), { exceptionIsPossible: true }),
      exceptionToAgency(rule("choice-agency-exception", "G2, paragraph 2"), { lifts: "scotland.choice-within-agency" }),
      universalLeadForSafety(rule("choice-universal-for-safety", "G1, item 3, sentences 2-3")),
      passingOver(rule("choice-universal-first", "G1, item 1, sentence 4"), universalFirst),
      passingOver({ ...rule("choice-complex-health", "G1, item 2, sentence 3"), force: "should" }, healthSpecialist),
      viewsFirst(rule("choice-views", "G1, item 3, sentence 6")),
      wishesAnswered(rule("choice-wishes", "G2, paragraph 1, sentence 3")),
      shown(
        rule("criterion-leading", "G2, paragraph 1, sentence 2"),
        { code: "leading", label: "Leading with confidence", of: "candidate", from: "records" },
        { whenBlank: "Nothing is on record yet of this person leading. Offer a mentor; it keeps nobody out." },
      ),
      shown(
        rule("criterion-other-agencies", "G2, paragraph 1, sentence 2"),
        { code: "other-agencies", label: "Knowing what other agencies do", of: "candidate", from: "records" },
        {
          whenBlank:
            "Nothing is on record yet of this person knowing other agencies' work. Offer support; it keeps nobody out.",
        },
      ),
      criterion(rule("criterion-kind-of-help", "G2, list 1, bullet 1"), {
        code: "kind-of-help",
        label: "The kind of help that is needed",
        of: "candidate",
        from: "people",
      }),
      withEvidence(rule("criterion-relationship", "G2, list 1, bullet 2"), {
        code: "relationship",
        label: "Earlier contact with the child, or a good relationship now",
        hint: "Either counts. Say since when.",
        of: "candidate",
        from: "people",
      }),
      dutyOfAgency(rule("criterion-statutory-duty", "G2, list 1, bullet 3"), {
        code: "statutory-duty",
        label: "A duty in law to co-ordinate",
        of: "candidate",
        from: "records",
      }),
      writtenReason(rule("choice-reason", "G2, paragraph 1, sentence 1")),
    ],
  },
});
