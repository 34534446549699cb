import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { statusesOn } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import type { OpenPlanFacts, RequirementsFacts } from "./model.ts";

/** A child has one plan: what the law asks goes into it, and no plan of its own is opened for that, nor a second one. */
export const onePlan = (given: RuleHead): GateRule<OpenPlanFacts> => ({
  ...given,
  title: "One plan for a child, with what the law asks inside it",
  force: "must",
  apply: ({ child, plan, purpose }) => {
    const about = theChild(child.id);
    if (purpose === "statutory")
      return {
        effect: "prevents",
        about,
        because:
          "What the law asks is written into the one Child's Plan as a dated action. No plan of its own is opened for it.",
      };
    if (plan === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether a plan is open for the child",
        about,
        because: "Find out whether a plan is open for this child already.",
      };
    if (plan !== "none")
      return { effect: "prevents", about, because: "A plan is open for this child already: add to it." };
    return { effect: "permits", about, because: "No plan is open for this child: this becomes the one Child's Plan." };
  },
});

/** Where a plan set by law is the plan of record, its actions are not doubled in another one. */
export const inThePlanOfRecord = (given: RuleHead): GateRule<OpenPlanFacts> => ({
  ...given,
  title: "A plan set by law is not doubled",
  force: "should",
  apply: ({ child, planOfRecord, purpose }) => {
    if (planOfRecord === undefined || purpose === "statutory") return undefined;
    const about = theChild(child.id);
    if (planOfRecord === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether a plan set by law is the plan of record",
        about,
        because: "Find out whether a plan set by law is the plan of record for this child.",
      };
    return planOfRecord === "none"
      ? { effect: "permits", about, because: "No plan set by law is the plan of record." }
      : {
          effect: "prevents",
          about,
          because:
            "A plan set by law is the plan of record: its actions show here, and a new action goes to whoever holds that plan. No second plan is opened.",
        };
  },
});

/** Each legal status that asks something of the services has its own dated action in the plan. */
export const requirementsInThePlan = (
  given: RuleHead,
  { kinds }: { readonly kinds: readonly LegalStatusKind[] },
): DutyRule<RequirementsFacts> => ({
  ...given,
  title: "What the law asks is in the plan as a dated action",
  force: "must",
  apply: ({ child, answered }, asAt) => {
    const owed = { who: "lead-professional", onAccountOf: "lead-professional", about: theChild(child.id) } as const;
    if (child.statuses === "not-recorded" && kinds.length > 0)
      return {
        ...owed,
        act: "plan.record-statuses",
        due: "unknown",
        because:
          "It is not recorded which legal statuses the child has. Record them: what each asks for is written into this plan as an action with its day.",
      };
    return statusesOn(child.statuses, dayOf(asAt), kinds)
      .filter(({ id }) => !answered.includes(id))
      .map(
        ({ id, kind, from }): DutySaid => ({
          ...owed,
          act: `plan.write-requirement:${id}`,
          due: "at-once",
          because: `${legalStatuses[kind].label} since ${inWords(from)}: write what the law asks for it into this plan, as an action with its day.`,
        }),
      );
  },
});
