import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { ContentsFacts, PlannedAction } from "./contents-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

type Contents = GateRule<ContentsFacts>;

const ownersOf = ({ owners }: PlannedAction) => (owners === "not-recorded" ? [] : owners);

/** One need, one outcome, an owned and dated action for each agency, and a review: nothing longer is compulsory. */
export const smallestPlan = (given: RuleHead): Contents => ({
  ...given,
  title: "The smallest plan of several agencies",
  force: "must",
  apply: (facts): readonly GateSaid[] | undefined => {
    if (facts.plan.reach !== "multi-agency") return undefined;
    const about = thePlan(facts);
    const short = [
      ...atLeastOne(facts, facts.needs, "needs", "Write down at least one need."),
      ...atLeastOne(facts, facts.outcomes, "outcomes", "Write down what is to be better: at least one outcome."),
      ...eachAgencyActs(facts),
      ...hasReviewPoint(facts),
    ];
    return short.length > 0
      ? short
      : [
          permits(
            about,
            "It has a need, an outcome, an owned and dated action for each agency, and a review. Nothing longer is compulsory.",
          ),
        ];
  },
});

function atLeastOne(
  facts: ContentsFacts,
  all: readonly unknown[] | "not-recorded",
  what: string,
  ask: string,
): readonly GateSaid[] {
  const about = thePlan(facts);
  if (all === "not-recorded") return [lacks(about, `which ${what} the plan holds`)];
  return all.length === 0 ? [prevents(about, ask)] : [];
}

function eachAgencyActs(facts: ContentsFacts): readonly GateSaid[] {
  const about = thePlan(facts);
  const { agencies, actions } = facts;
  if (agencies === "not-recorded") return [lacks(about, "which agencies work to the plan")];
  if (actions === "not-recorded") return [lacks(about, "which actions the plan holds")];
  if (new Set(agencies).size < 2)
    return [prevents(about, "A plan of several agencies names at least two, each with an action of its own.")];
  const acts = (agency: (typeof agencies)[number]) =>
    actions.some((action) => isLocalDate(action.dueOn) && ownersOf(action).some((owner) => owner.agency === agency));
  return [...new Set(agencies)]
    .filter((agency) => !acts(agency))
    .map((agency) =>
      prevents(
        subject("agency", agency),
        `${agencyKinds[agency].label} has no action with an owner and a day: agree at least one.`,
      ),
    );
}

const hasReviewPoint = (facts: ContentsFacts): readonly GateSaid[] =>
  facts.reviewOn === "not-recorded"
    ? [lacks(thePlan(facts), "when the plan is reviewed")]
    : facts.reviewOn === "none"
      ? [prevents(thePlan(facts), "Give the day on which the plan is reviewed.")]
      : [];

/** A plan in the name of two agencies in which the lead owns everything: other owners, or a reason. */
export const leadDoesNotOwnAll = (given: RuleHead): Contents => ({
  ...given,
  title: "The lead does not do all of it",
  force: "should",
  apply: (facts) => {
    const { actions, agencies, lead } = facts;
    if (actions === "not-recorded" || actions.length === 0 || !isKnown(lead)) return undefined;
    if (agencies === "not-recorded" || new Set(agencies).size < 2) return undefined;
    const isTheLeads = (action: PlannedAction) =>
      ownersOf(action).length > 0 && ownersOf(action).every(({ id }) => id === lead);
    if (!actions.every(isTheLeads)) return undefined;
    const about = thePlan(facts);
    return facts.leadOwnsAllReasonGiven
      ? permits(about, "The lead professional owns every action, and it is written down why.")
      : {
          effect: "permits-if",
          about,
          because: `The lead professional owns ${actions.length} of ${actions.length} actions of a plan in the name of ${new Set(agencies).size} agencies. Agree other owners, or write down why.`,
          needs: [
            { what: "reason", from: "lead-professional", for: "why the lead owns every action", code: "lead-owns-all" },
          ],
        };
  },
});

/** Every part says who does it, who follows it and who looks at it again. */
export const eachPartIsFollowed = (given: RuleHead): Contents => ({
  ...given,
  title: "Who does it, who follows it, who reviews it",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const about = thePlan(facts);
    if (facts.actions === "not-recorded") return [lacks(about, "which actions the plan holds")];
    return facts.actions.flatMap((action) => [
      ...(action.owners === "not-recorded"
        ? [lacks(about, `who carries out action ${action.id}`)]
        : action.owners.length === 0
          ? [prevents(about, `Say who carries out action ${action.id}.`)]
          : []),
      ...followed(action.monitor, about, `who follows action ${action.id}`),
      ...followed(action.review, about, `who reviews action ${action.id}, or which review does`),
    ]);
  },
});

function followed(who: string, about: ReturnType<typeof thePlan>, what: string): readonly GateSaid[] {
  if (who === "not-recorded") return [lacks(about, what)];
  return who === "none" ? [prevents(about, `Say ${what}.`)] : [];
}

/** What the child and the family say stands in the plan, or why it does not. */
export const viewsAreInPlan = (given: RuleHead): Contents => ({
  ...given,
  title: "The child's and the family's own views are in the plan",
  force: "should",
  apply: (facts): readonly GateSaid[] => [
    view(facts.views.child, "child", theChild(facts.child.id)),
    view(facts.views.family, "family", subject("family", facts.child.id)),
  ],
});

function view(
  of: ContentsFacts["views"]["child"],
  whose: "child" | "family",
  about: ReturnType<typeof thePlan>,
): GateSaid {
  const what = whose === "child" ? "child's view" : "family's view";
  if (isLocalDate(of.on)) return permits(about, `The ${what} of ${inWords(of.on)} is in the plan.`);
  if (of.reasonGiven) return permits(about, `The ${what} is not in the plan, and it is written down why.`);
  const needs = [
    { what: "reason", from: "lead-professional", for: `why the ${what} is not in the plan`, code: `no-${whose}-view` },
  ] as const;
  const because = `The ${what} is missing: ask for it, or write down why it is not in the plan.`;
  return of.on === "not-recorded"
    ? { effect: "unknown", missing: `the ${what}`, about, because, needs }
    : { effect: "permits-if", about, because, needs };
}
