import { z } from "zod";
import { Count, Ref } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { thePractitioner } from "../kernel/subject.ts";

/** Facts for "May whoever leads commit this money?" */
export const CommitmentFacts = z.strictObject({
  practitionerId: Ref,
  planId: Ref,
  pounds: Count,
  provider: z.enum(["statutory", "private", "voluntary"]),
});
export type CommitmentFacts = z.infer<typeof CommitmentFacts>;

export const commitment: GateQuestion<CommitmentFacts> = {
  shape: "gate",
  title: "May whoever leads commit this money?",
  facts: CommitmentFacts,
  factsUsed: ({ practitionerId, planId, pounds, provider }) =>
    used(thePractitioner(practitionerId), { plan: planId, pounds, provider }),
};

/** Leading holds no budget, unless an area says that it does: then whoever leads commissions for the family. */
export const holdsBudget = (
  given: RuleHead,
  { budgetHolding }: { readonly budgetHolding: boolean },
): GateRule<CommitmentFacts> => ({
  ...given,
  title: "Leading and budgets",
  apply: ({ practitionerId, pounds }) => {
    const say = sayOf(thePractitioner(practitionerId));
    return budgetHolding
      ? say.permits(
          `This area's leads hold a budget: ${pounds} pounds can be committed, from a provider of any sector.`,
        )
      : say.prevents("No budget authority: whoever leads commits no money here. Ask the service whose help it is.");
  },
});
