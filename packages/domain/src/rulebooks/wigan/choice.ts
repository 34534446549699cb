import { writtenReason } from "../../lead-professional/choice.ts";
import { advocacyConflict, criterion, shown, yesOrNo } from "../../lead-professional/criteria.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const eight = "CP3.1 8.8 asks eight questions of its own.";

/** What CP3.1 8.8 asks in its own words instead of the managers' guide. */
export const choiceSetsAside = {
  "england.criterion-main-need": eight,
  "england.criterion-trust": eight,
  "england.criterion-wishes":
    "CP3.1 8.8 leaves wishes out of its eight; they are asked beforehand and inform (WIG-D11).",
  "england.criterion-responsibility": eight,
  "england.criterion-statutory-duty": eight,
  "england.criterion-relationship": eight,
  "england.criterion-leading": eight,
  "england.criterion-drawing-in": eight,
  "england.criterion-support-systems": eight,
  "england.choice-criteria-version": "CP3.1 is itself the agreed version; each decision keeps its issue and revision.",
  "england.choice-reason": "CP3.1 8.8 asks for the written reason.",
};

/** CP3.1 on choosing: eight questions on one sheet, a written reason, and no score. */
export const choice = chapter({
  parameters: {},
  rules: {
    "lead-professional.choice": () => [
      criterion(rule("criterion-principal-need", "8.8.1"), {
        code: "main-need",
        label: "The principal need of the child, or of the parent or carer",
        hint: "One main need; list the others after it",
        of: "case",
        from: "people",
      }),
      criterion(rule("criterion-responsible-agency", "8.8.2"), {
        code: "responsibility",
        label: "Which agency is mainly responsible for that need, and any duty in law behind it",
        of: "case",
        from: "people",
      }),
      criterion(rule("criterion-relationship", "8.8.3"), {
        code: "relationship",
        label: "Relationship with the child or the family, past or present",
        hint: "Since when, and until when if it ended",
        of: "candidate",
        from: "people",
      }),
      yesOrNo(rule("criterion-advocacy", "8.8.4"), {
        code: "advocacy",
        label: "A continuing duty to speak up for the child or a parent",
        hint: "For a yes: who gave the duty, since when and for whom",
        of: "candidate",
        from: "people",
      }),
      advocacyConflict(rule("choice-advocacy-conflict", "8.8.4"), { code: "advocacy" }),
      shown(
        rule("criterion-leading", "8.8.5"),
        {
          code: "leading",
          label: "Leading and co-ordinating, from the skills profile",
          of: "candidate",
          from: "records",
        },
        { whenBlank: "The skills profile has a gap here. It is a training need and keeps nobody out." },
      ),
      criterion(rule("criterion-drawing-in", "8.8.6"), {
        code: "drawing-in",
        label: "Bringing in universal and specialist services, and having a say with them",
        hint: "Cite other cases by number only",
        of: "candidate",
        from: "people",
      }),
      criterion(rule("criterion-support-systems", "8.8.7"), {
        code: "support-systems",
        label: "Knowing the support that will keep the work going",
        of: "candidate",
        from: "people",
      }),
      criterion(rule("criterion-capacity", "8.8.8"), {
        code: "capacity",
        label: "Present capacity, as a total",
        of: "candidate",
        from: "records",
      }),
      writtenReason(rule("choice-reason", "8.8")),
    ],
  },
});
