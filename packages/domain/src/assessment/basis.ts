import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";
import { changeParts } from "../vocabulary/assessments.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { BasisOfPlanFacts } from "./model.ts";

type Basis = GateRule<BasisOfPlanFacts>;

/** Before a plan of one agency is written, everything that agency holds has been looked through, and it is listed what that was. */
export const sourcesAreReviewed = (given: RuleHead): Basis => ({
  ...given,
  title: "What the agency holds is looked through before its plan is written",
  force: "must",
  apply: ({ child, plan, act, reviewed }, asAt): GateSaid | undefined => {
    if (plan.reach !== "single-agency" || act !== "write") return undefined;
    const say = sayOf(theChild(child.id));
    if (reviewed === "not-recorded")
      return say.unknown(
        "what the agency holds",
        "It is not recorded whether everything the agency holds was looked through.",
      );
    if (reviewed === "none" || reviewed.sources.length === 0 || reviewed.on > dayOf(asAt))
      return say.prevents(
        "Look through everything the agency holds about the child, list what it was, and confirm it. Then write the plan.",
      );
    const { on, sources } = reviewed;
    return say.permits(
      `What the agency holds was looked through on ${inWords(on)}: ${sources.length} source${sources.length === 1 ? "" : "s"}.`,
    );
  },
});

/** What has to change, how, and what "sorted" would be is written with the family first, and the plan's outcomes use those words. */
export const outcomesAreTheFamilys = (given: RuleHead): Basis => ({
  ...given,
  title: "The plan's outcomes are what the family said sorted would be",
  force: "must",
  apply: ({ child, act, together, outcomes }): GateSaid | readonly GateSaid[] | undefined => {
    if (act !== "agree") return undefined;
    const say = sayOf(theChild(child.id));
    if (together === "not-recorded" || outcomes === "not-recorded")
      return say.unknown(
        "what was written together with the family",
        "It is not recorded what was written together with the family: what needs to change, how, and what sorted would be.",
      );
    const left = codesOf(changeParts).filter((part) => !together.includes(part));
    if (left.length > 0)
      return say.prevents(
        `Write together with the family, too: ${left.map((part) => changeParts[part].label).join("; ")}.`,
      );
    const own = outcomes.filter(({ usesWordsOf }) => usesWordsOf === "none" || usesWordsOf === "not-recorded").length;
    if (outcomes.length === 0) return say.prevents("The plan has no outcome yet. Take it from what sorted would be.");
    return own === 0
      ? say.permits("Each outcome of the plan uses the family's words of what sorted would be.")
      : say.prevents(
          `${own} of ${outcomes.length} outcomes ${own === 1 ? "does" : "do"} not come from what the family said sorted would be. Use their words.`,
        );
  },
});
