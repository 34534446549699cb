import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { CaseFacts, LoadFacts } from "./model.ts";
import { ofLength, ofLevel, type Weights, weightOf } from "./points.ts";

type Load = MeasureRule<LoadFacts>;

/** One weight per person and plan: whoever supports and comes to lead swaps the one for the other. The heavier entry stands. */
export function oncePerPlan(cases: readonly CaseFacts[], weigh: (held: CaseFacts) => number): readonly CaseFacts[] {
  const held = new Map<string, CaseFacts>();
  for (const one of cases) {
    const before = held.get(one.planId);
    if (before === undefined || outweighs(one, before, weigh)) held.set(one.planId, one);
  }
  return [...held.values()];
}

const outweighs = (one: CaseFacts, before: CaseFacts, weigh: (held: CaseFacts) => number) =>
  one.role === before.role ? weigh(one) > weigh(before) : one.role === "lead";

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
      because: `Named person for ${children} children, of whom ${withSomethingOpen} ${withSomethingOpen === 1 ? "has" : "have"} something open. The others ask for normal work only.`,
    };
  },
});

/** Which of the children somebody is named person for stand on their task list: those with something open, and nobody else. */
export const onTaskList = <C extends { readonly hasSomethingOpen: boolean }>(children: readonly C[]): readonly C[] =>
  children.filter(({ hasSomethingOpen }) => hasSomethingOpen);

/** Cases led and cases supported side by side, each plan once, so that a heavy one can be offset by lighter ones. */
export const sideBySide = (cases: readonly CaseFacts[], weigh: (held: CaseFacts) => number) => {
  const plans = oncePerPlan(cases, weigh);
  const total = (of: readonly CaseFacts[]) => of.reduce((sum, held) => sum + weigh(held), 0);
  const led = plans.filter(({ role }) => role === "lead");
  const supported = plans.filter(({ role }) => role === "supporter");
  return { led, supported, total: total(led) + total(supported) };
};

/** How a team's leads are spread. Uneven: in a team of two or more one person holds more than half of them. */
export const spreadOfLeads = (team: readonly { readonly id: string; readonly leads: number }[]) => {
  const total = team.reduce((sum, { leads }) => sum + leads, 0);
  return {
    total,
    uneven: team.length < 2 || total < 2 ? [] : team.filter(({ leads }) => leads * 2 > total).map(({ id }) => id),
  };
};
