import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { counted as inWords } from "../kernel/words.ts";
import { oncePerPlan } from "./cases.ts";
import type { CaseFacts, LoadFacts } from "./model.ts";
import { ofLength, ofLevel, type Weights, weightOf } from "./points.ts";

type Load = MeasureRule<LoadFacts>;

/** A person's load is the sum over their plans, each once, whoever of their managers looks. */
const summed = (
  given: RuleHead,
  title: string,
  weigh: (held: CaseFacts) => number,
  missingIn: (held: CaseFacts) => string | undefined,
): Load => ({
  ...given,
  title,
  apply: ({ practitionerId, cases }): MeasureSaid | readonly MeasureSaid[] => {
    const about = thePractitioner(practitionerId);
    const plans = oncePerPlan(cases, weigh);
    if (plans.length === 0)
      return { amount: 0, label: "No cases", about, because: "This person leads and supports no case." };
    return plans.map((held) => {
      const missing = missingIn(held);
      return {
        amount: weigh(held),
        label: held.role === "lead" ? "Case led" : "Case supported",
        about,
        ...(missing === undefined ? {} : { missing }),
        because: held.role === "lead" ? "Leads this case." : "Supports this case.",
      };
    });
  },
});

/** The load of weighted cases. A family plan counts once. */
export const weighted = (given: RuleHead, weights: Weights): Load =>
  summed(
    given,
    "The load is the weight of all cases, each once",
    (held) => weightOf(held, weights),
    (held) => ofLevel(held, weights).missing ?? ofLength(held, weights).missing,
  );

/** The load of cases that are counted, in quarter-points for each. */
export const counted = (
  given: RuleHead,
  { lead, supporter }: { readonly lead: number; readonly supporter: number },
): Load =>
  summed(
    given,
    "The load is the number of cases, each once",
    (held) => (held.role === "lead" ? lead : supporter),
    () => undefined,
  );

/** Being the named person of children with nothing open asks for no more than normal work. */
export const namedPersonAddsNothing = (given: RuleHead): Load => ({
  ...given,
  title: "Being a named person adds nothing where nothing is open",
  apply: ({ practitionerId, namedPersonFor }) => {
    if (namedPersonFor === undefined) return undefined;
    const { children, withSomethingOpen } = namedPersonFor;
    return {
      amount: 0,
      label: "Named person",
      about: thePractitioner(practitionerId),
      because: `Named person for ${inWords(children, "child", "children")}, of whom ${withSomethingOpen} ${withSomethingOpen === 1 ? "has" : "have"} something open. The others ask for normal work only.`,
    };
  },
});
