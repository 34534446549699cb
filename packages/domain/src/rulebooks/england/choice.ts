import { heldByStatute, limitedToAgency, thoseInvolved } from "../../lead-professional/best-placed.ts";
import { criteriaVersion, statuteLeavesNoChoice, writtenReason } from "../../lead-professional/choice.ts";
import { criterion, dutyOfAgency } from "../../lead-professional/criteria.ts";
import { listedByStatus, namedByStatusOrReason } from "../../lead-professional/named-by-status.ts";
import { withinRequiredAgency } from "../../lead-professional/required-agency.ts";
import { childIsToldWhy, viewsFirst, wishesAnswered } from "../../lead-professional/views.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const weighed = (code: string, label: string, hint?: string) =>
  ({ code, label, of: "candidate", from: "people", ...(hint === undefined ? {} : { hint }) }) as const;

/** The managers' guide on choosing: nine criteria for every person considered, and nobody preselected. */
export const choice = chapter({
  parameters: {},
  rules: {
    "lead-professional.best-placed": () => [
      heldByStatute(rule("best-placed-by-statute", "3.14")),
      listedByStatus(rule("best-placed-named-by-status", "Box 1")),
      limitedToAgency(rule("best-placed-within-agency", "Box 1")),
      thoseInvolved(rule("best-placed-involved", "3.15")),
    ],
    "lead-professional.choice": () => [
      statuteLeavesNoChoice(rule("choice-by-statute", "3.14")),
      namedByStatusOrReason(rule("choice-named-by-status", "Box 1")),
      withinRequiredAgency(rule("choice-within-agency", "Box 1"), { exceptionIsPossible: false }),
      viewsFirst(rule("choice-views", "2.8")),
      wishesAnswered(rule("choice-wishes", "2.15")),
      childIsToldWhy(rule("choice-child-told-why", "2.15")),
      criterion(rule("criterion-main-need", "3.14"), weighed("main-need", "How the person fits the child's main need")),
      criterion(rule("criterion-trust", "3.14"), weighed("trust", "Trust built with the child and the family")),
      criterion(rule("criterion-wishes", "3.14"), weighed("wishes", "What the child or the family want")),
      criterion(
        rule("criterion-responsibility", "3.14"),
        weighed("responsibility", "Whether their service is the one mainly responsible for the need"),
      ),
      dutyOfAgency(rule("criterion-statutory-duty", "3.14"), {
        code: "statutory-duty",
        label: "A clear duty in law to lead",
        of: "candidate",
        from: "records",
      }),
      criterion(
        rule("criterion-relationship", "3.14"),
        weighed("relationship", "Earlier contact, and whether it can go on", "Since when, and until when if it ended"),
      ),
      criterion(
        rule("criterion-leading", "3.14"),
        weighed("leading", "Skill, ability and room to lead and co-ordinate others"),
      ),
      criterion(
        rule("criterion-drawing-in", "3.14"),
        weighed("drawing-in", "Whether universal and specialist services come when they ask"),
      ),
      criterion(
        rule("criterion-support-systems", "3.14"),
        weighed("support-systems", "Knowing the support that keeps the role going"),
      ),
      criteriaVersion(rule("choice-criteria-version", "3.14"), { agreedBy: "published" }),
      writtenReason(rule("choice-reason", "3.14")),
    ],
  },
});
