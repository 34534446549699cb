import { criteriaVersion, managerConsultedFirst, passingOver, writtenReason } from "../../lead-professional/choice.ts";
import { criterion, dutyOfAgency, shown, withEvidence } from "../../lead-professional/criteria.ts";
import { namedPersonFirst, ownOrOtherAgency } from "../../lead-professional/first-choice.ts";
import type { ChoiceFacts } from "../../lead-professional/model.ts";
import { exceptionToAgency, withinRequiredAgency } from "../../lead-professional/required-agency.ts";
import { viewsFirst, wishesAnswered } from "../../lead-professional/views.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const own = (at: string) => `Part 3, ${at} says it for Highland in its own words.`;

/** What Part 3 says in its own words instead of the national guidance. */
export const choiceSetsAside = {
  "scotland.best-placed-universal-first": "Part 3, H8, paragraph 1, sentence 3: the named person is considered first.",
  "scotland.best-placed-involved": own("H8, item 2"),
  "scotland.choice-universal-first":
    "Part 3, H8, paragraph 1, sentence 3: passing over the named person needs the reason.",
  "scotland.choice-within-agency": own("H9, paragraph 2"),
  "scotland.choice-agency-exception": own("H9, paragraph 2"),
  "scotland.choice-views": own("H9, paragraph 1, sentence 4"),
  "scotland.choice-wishes": own("H9, paragraph 1, sentence 4"),
  "scotland.choice-reason": own("H9, paragraph 1, sentence 1"),
  "scotland.criterion-leading": own("H9, paragraph 1, sentence 2"),
  "scotland.criterion-other-agencies": own("H9, paragraph 1, sentence 2"),
  "scotland.criterion-kind-of-help": own("H9, list 1, bullet 1"),
  "scotland.criterion-relationship": own("H9, list 1, bullet 2"),
  "scotland.criterion-statutory-duty": own("H9, list 1, bullet 3"),
};

const namedPerson = {
  /** Where the law asks for another agency than the named person's, there is nobody to pass over. */
  who: (facts: ChoiceFacts) =>
    facts.statutory.requiredAgency !== undefined && facts.statutory.requiredAgency !== facts.namedPersonAgency
      ? undefined
      : facts.namedPerson,
  words: "the named person",
  code: "passed-over-named-person",
};

/** Part 3 on choosing: the named person first, three factors, and criteria that all agencies signed. */
export const choice = chapter({
  parameters: {},
  rules: {
    "lead-professional.best-placed": () => [
      namedPersonFirst(rule("best-placed-named-person", "H8, paragraph 1, sentence 3")),
      ownOrOtherAgency(rule("best-placed-own-or-other", "H8, item 2")),
    ],
    "lead-professional.choice": () => [
      withinRequiredAgency(rule("choice-within-agency", "H9, paragraph 2"), { exceptionIsPossible: true }),
      exceptionToAgency(rule("choice-agency-exception", "H9, paragraph 2"), { lifts: "highland.choice-within-agency" }),
      passingOver(rule("choice-named-person-first", "H8, paragraph 1, sentence 3"), namedPerson),
      managerConsultedFirst(rule("choice-manager-consulted", "H4, bullet 10")),
      viewsFirst(rule("choice-views", "H9, paragraph 1, sentence 4")),
      wishesAnswered(rule("choice-wishes", "H9, paragraph 1, sentence 4")),
      criteriaVersion(rule("choice-criteria-version", "H9, paragraph 1, sentence 3"), {
        agreedBy: "signed by every agency",
      }),
      shown(
        rule("criterion-leading", "H9, paragraph 1, sentence 2"),
        { code: "leading", label: "Leading with confidence", of: "candidate", from: "records" },
        { whenBlank: "No evidence yet of this person leading. Offer support; it keeps nobody out." },
      ),
      shown(
        rule("criterion-other-agencies", "H9, paragraph 1, sentence 2"),
        { code: "other-agencies", label: "Knowing how other agencies work", of: "candidate", from: "records" },
        {
          whenBlank:
            "No evidence yet of this person knowing how other agencies work. Offer support; it keeps nobody out.",
        },
      ),
      criterion(rule("criterion-kind-of-help", "H9, list 1, bullet 1"), {
        code: "kind-of-help",
        label: "The kind of help that is needed",
        of: "candidate",
        from: "people",
      }),
      withEvidence(rule("criterion-relationship", "H9, list 1, bullet 2"), {
        code: "relationship",
        label: "Earlier contact, or a good relationship now",
        hint: "Either is enough. Say since when.",
        of: "candidate",
        from: "people",
      }),
      dutyOfAgency(rule("criterion-statutory-duty", "H9, list 1, bullet 3"), {
        code: "statutory-duty",
        label: "A responsibility in law to co-ordinate",
        of: "candidate",
        from: "records",
      }),
      writtenReason(rule("choice-reason", "H9, paragraph 1, sentence 1")),
    ],
  },
});
