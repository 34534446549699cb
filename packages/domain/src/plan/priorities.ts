import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePlan } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { outcomeAreas } from "../vocabulary/outcome-areas.ts";
import type { ContentsFacts } from "./contents-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

type Contents = GateRule<ContentsFacts>;
const areas = Object.values(outcomeAreas).length;

/** Needs are listed and ranked; the first few of each part become the plan, the others wait with their rank. */
export const topPriorities = (given: RuleHead, { most }: { readonly most: number }): Contents => ({
  ...given,
  title: "The first priorities become the plan",
  force: "should",
  apply: (facts): readonly GateSaid[] => {
    const about = thePlan(facts);
    const { needs } = facts;
    if (needs === "not-recorded") return [lacks(about, "which needs the plan is for")];
    const said = [...new Set(needs.map(({ section }) => section))].flatMap((section) =>
      ofSection(
        needs.filter((need) => need.section === section),
        most,
        about,
      ),
    );
    if (said.length > 0) return said;
    const taken = needs.filter(({ inPlan }) => inPlan).length;
    return taken === 0
      ? [prevents(about, "Choose the needs that the plan takes up first.")]
      : [
          permits(
            about,
            `The plan takes up ${counted(taken, "need")} now; ${counted(needs.length - taken, "need")} stay${needs.length - taken === 1 ? "s" : ""} listed as "not now" with ${needs.length - taken === 1 ? "its" : "their"} rank.`,
          ),
        ];
  },
});

type Need = Exclude<ContentsFacts["needs"], string>[number];

function ofSection(needs: readonly Need[], most: number, about: ReturnType<typeof thePlan>): readonly GateSaid[] {
  const ranked = needs.flatMap(({ rank, inPlan }) => (typeof rank === "number" ? [{ rank, inPlan }] : []));
  if (ranked.length < needs.length)
    return [lacks(about, "the rank of every need", "Rank every need with the child and the family.")];
  const taken = ranked.filter(({ inPlan }) => inPlan);
  if (taken.length > most)
    return [
      prevents(
        about,
        `A part of the plan takes up ${taken.length} needs: at most ${most} at a time for each person. List the others as "not now".`,
      ),
    ];
  return ranked.some(({ rank, inPlan }) => !inPlan && taken.some((one) => one.rank > rank))
    ? [
        prevents(
          about,
          "A need that ranks lower is in the plan before one that ranks higher. Rank them again, or change them round.",
        ),
      ]
    : [];
}

/** Every need, outcome and action says which of the outcome areas it serves. */
export const everythingIsTagged = (given: RuleHead): Contents => ({
  ...given,
  title: "Everything serves an outcome",
  force: "must",
  apply: (facts): readonly GateSaid[] => [
    ...tagged(facts, facts.needs, "need"),
    ...tagged(facts, facts.outcomes, "outcome"),
    ...tagged(facts, facts.actions, "action"),
  ],
});

function tagged(
  facts: ContentsFacts,
  all: "not-recorded" | readonly { readonly id: string; readonly tags: readonly string[] | "not-recorded" }[],
  what: string,
): readonly GateSaid[] {
  const about = thePlan(facts);
  if (all === "not-recorded") return [lacks(about, `which ${what}s the plan holds`)];
  return all.flatMap(({ id, tags }) =>
    tags === "not-recorded"
      ? [lacks(about, `which outcome areas ${what} ${id} serves`)]
      : tags.length === 0
        ? [
            prevents(
              about,
              `Say which of the ${areas} outcome areas ${what} ${id} serves. The plan stays a draft until then.`,
            ),
          ]
        : [],
  );
}
