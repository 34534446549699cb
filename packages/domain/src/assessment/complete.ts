import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";
import { listed } from "../kernel/words.ts";
import { assessmentParts } from "../vocabulary/assessments.ts";
import { codesOf } from "../vocabulary/term.ts";
import { type WellbeingIndicator, wellbeingIndicators } from "../vocabulary/wellbeing-indicators.ts";
import type { ChangePartFacts, CompleteFacts } from "./model.ts";

type Complete = GateRule<CompleteFacts>;

/** Each additional need says what it is about, which outcomes it puts at risk and how long it is expected to last. */
export const needsAreDescribed = (given: RuleHead): Complete => ({
  ...given,
  title: "Each need has a category, an outcome and how long it lasts",
  force: "must",
  apply: ({ child, needs }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (needs === "not-recorded")
      return say.unknown("additional needs", "Record the additional needs, or that none were found.");
    const open = needs.filter(
      ({ category, outcomes, lasts }) =>
        category === "not-recorded" || lasts === "not-recorded" || outcomes.length === 0,
    ).length;
    if (open > 0)
      return say.prevents(
        `${open} of ${needs.length} needs ${open === 1 ? "is" : "are"} not described in full: say what each is about, which outcomes it puts at risk, and how long it is expected to last.`,
      );
    return say.permits(
      needs.length === 0
        ? "It is recorded that no additional need was found."
        : `${needs.length} ${needs.length === 1 ? "need is" : "needs are"} described in full.`,
    );
  },
});

/** An assessment made with the family holds strengths, needs and worries: all three. */
export const allThreeParts = (given: RuleHead): Complete => ({
  ...given,
  title: "Strengths, needs and worries are all written",
  force: "must",
  apply: ({ child, parts }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (parts === "not-recorded")
      return say.unknown(
        "strengths, needs and worries",
        "It is not recorded which parts of the assessment are written.",
      );
    const left = codesOf(assessmentParts).filter((part) => !parts.includes(part));
    return left.length === 0
      ? say.permits("Strengths, needs and worries are written.")
      : say.prevents(
          `Write with the family, too: ${listed(left.map((part) => assessmentParts[part].label.toLowerCase()))}.`,
        );
  },
});

/** Each well-being indicator is answered, with notes or with "no issue"; some books read two of them as one. */
export const everyIndicator = (
  given: RuleHead,
  { indicators }: { readonly indicators: readonly (readonly WellbeingIndicator[])[] },
): Complete => ({
  ...given,
  title: "Each well-being indicator is answered",
  force: "must",
  apply: ({ child, indicators: answers }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (answers === "not-recorded")
      return say.unknown("well-being indicators", "It is not recorded which well-being indicators are answered.");
    const given = new Set(answers.map(({ indicator }) => indicator));
    const left = indicators.filter((one) => !one.some((code) => given.has(code)));
    if (left.length === 0) return say.permits(`All ${indicators.length} well-being indicators are answered.`);
    const names = left.map((one) => one.map((code) => wellbeingIndicators[code].label.toLowerCase()).join(" and "));
    return say.prevents(
      `${indicators.length - left.length} of ${indicators.length} answered. Write notes or "no issue" for: ${names.join(", ")}.`,
    );
  },
});

/** What an agency adds to an assessment stays its own: it stands under its name, and nobody else changes it. */
export const ownPartOnly = (given: RuleHead): GateRule<ChangePartFacts> => ({
  ...given,
  title: "What an agency adds is changed by that agency alone",
  force: "must",
  apply: ({ child, part, by }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (part.agency === "not-recorded")
      return say.unknown("whose part it is", "It is not recorded which agency this part of the assessment came from.");
    if (by.agency === "not-recorded")
      return say.unknown("the person's agency", "It is not recorded which agency this person works for.");
    return by.agency === part.agency
      ? say.permits("This part is the person's own agency's, and may be changed by it.")
      : say.prevents("This part was added by another agency and stands under its name: ask that agency to change it.");
  },
});
