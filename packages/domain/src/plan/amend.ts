import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import type { AmendFacts } from "./people-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

type Amend = GateRule<AmendFacts>;

/** The lead changes the plan, each contributor their own actions, child and family add what they say; nobody else. */
export const eachTheirOwnPart = (given: RuleHead): Amend => ({
  ...given,
  title: "Who changes what in a plan",
  force: "must",
  apply: (facts): GateSaid => {
    const { by, change } = facts;
    switch (by.as) {
      case "lead-professional":
        return permits(thePlan(facts), "The lead professional changes the plan.");
      case "child":
      case "family":
        return change === "add-views"
          ? permits(ofFamily(facts), "What the child and the family say goes into the plan in their words.")
          : prevents(
              ofFamily(facts),
              "The child and the family read the plan and add what they say. Ask the lead professional for a change.",
            );
      case "contributor":
      case "sub-plan-manager":
        return ofContributor(facts);
      default:
        return prevents(thePlan(facts), "The plan is changed by its lead professional and those who work to it.");
    }
  },
});

const ofFamily = ({ by, child }: AmendFacts) => (by.as === "child" ? theChild(child.id) : subject("family", child.id));

function ofContributor(facts: AmendFacts): GateSaid {
  const { by, change, action } = facts;
  const about = thePractitioner(by.id);
  if (change !== "update-action" && change !== "end-action" && change !== "move-action")
    return change === "change-sub-plan"
      ? ofSubPlan(facts)
      : prevents(
          about,
          "Only the lead professional changes the plan itself. Ask for the change; your own actions are yours.",
        );
  if (action === "not-recorded" || action === "none") return lacks(about, "which action it is");
  if (action.owner === "not-recorded") return lacks(about, "who owns the action");
  return action.owner === by.id
    ? permits(about, "Whoever owns an action says how it goes.")
    : prevents(about, "The action is somebody else's: only its owner says how it goes.");
}

function ofSubPlan(facts: AmendFacts): GateSaid {
  const about = thePractitioner(facts.by.id);
  const { subPlan } = facts;
  if (subPlan === "not-recorded" || subPlan === "none") return lacks(about, "which sub-plan it is");
  if (subPlan.manager === "not-recorded") return lacks(about, "who runs the sub-plan");
  return subPlan.manager === facts.by.id
    ? permits(about, "Whoever runs a sub-plan changes it.")
    : prevents(about, "Somebody else runs that sub-plan: each changes their own only.");
}

/** Whoever runs a sub-plan changes that one and no other. */
export const ownSubPlanOnly = (given: RuleHead): Amend => ({
  ...given,
  title: "A sub-plan is changed by whoever runs it",
  force: "should",
  apply: (facts): GateSaid | undefined => {
    if (facts.by.as !== "sub-plan-manager") return undefined;
    return facts.change === "change-sub-plan"
      ? ofSubPlan(facts)
      : facts.change === "update-action" || facts.change === "end-action" || facts.change === "move-action"
        ? ofContributor(facts)
        : prevents(thePractitioner(facts.by.id), "Whoever runs a sub-plan changes that one, and not the Family Plan.");
  },
});

/** A new lead moves and ends nothing of anybody else's; an action moves only when the next owner has said yes. */
export const nothingMovesWithTheLead = (given: RuleHead): Amend => ({
  ...given,
  title: "A new lead moves nobody's work",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const about = thePlan(facts);
    const { change, nextOwnerAcceptedOn: accepted } = facts;
    if (change !== "end-action" && change !== "move-action") return undefined;
    if (facts.becauseOfNewLead)
      return prevents(
        about,
        "Somebody became lead, and that alone ends or moves nothing: roles, direct work and assessments stay with those who hold them.",
      );
    if (change === "end-action") return undefined;
    if (accepted === "not-recorded") return lacks(about, "whether the next owner said yes");
    return isLocalDate(accepted)
      ? permits(about, `The next owner said yes on ${inWords(accepted)}.`)
      : prevents(about, "An action moves when its next owner has said yes to it. It stays with its owner until then.");
  },
});

/** A change to an agreed plan is a new version: what changed, why, and who agreed. Earlier ones stay as they were. */
export const changesMakeAVersion = (given: RuleHead): Amend => ({
  ...given,
  title: "A change is a new version, with its reason",
  force: "must",
  apply: (facts, asAt): GateSaid | undefined => {
    const about = thePlan(facts);
    const { change, plan, reasonGiven, agreed } = facts;
    if (change === "change-earlier-version")
      return prevents(about, "An earlier version stays as it was: make the change in a new one.");
    if (change !== "amend") return undefined;
    if (plan.agreedOn === "not-recorded") return lacks(about, "whether the plan is agreed");
    if (plan.agreedOn === "none") return permits(about, "The plan is a draft: it can be changed as it is.");
    if (!reasonGiven) return prevents(about, "Write down what changes in the plan, and why.");
    if (agreed === "not-recorded") return lacks(about, "who agreed to the change");
    const by = agreed.filter(({ on }) => on <= dayOf(asAt));
    if (by.length === 0) return prevents(about, "Nobody has agreed to the change: record who did, and when.");
    return permits(
      about,
      `It becomes a new version with its reason, agreed by ${counted(by.length, "person", "people")}. The earlier one stays as it was.`,
    );
  },
});

/** Where an area has managers who help to write plans, they may draft one; it stays the lead's, who approves it. */
export const draftedForTheLead = (given: RuleHead, { mayDraft }: { readonly mayDraft: boolean }): Amend => ({
  ...given,
  title: "Others may draft; the lead approves",
  force: "may",
  apply: (facts): GateSaid | undefined => {
    const { by, change } = facts;
    const about = thePlan(facts);
    if (change === "approve-draft")
      return by.as === "lead-professional"
        ? permits(about, "The plan is the lead professional's, who approves the draft. Both names stay with it.")
        : prevents(about, "The lead professional approves the draft: the plan stays theirs.");
    if (change !== "draft" || by.as !== "services-manager") return undefined;
    return mayDraft
      ? permits(about, "The manager may draft the plan on the lead professional's behalf, who approves it.")
      : prevents(about, "In this area nobody drafts a plan for the lead professional.");
  },
});
