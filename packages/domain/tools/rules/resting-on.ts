import type { Decision, ParameterValue, ValueUsed } from "../../src/kernel/decision.ts";
import type { Parameter } from "../../src/kernel/edition.ts";
import { type AdoptedRulebook, adopt, type QuestionName } from "../../src/rulebooks/questions.ts";

/**
 * The values that a decision rests on: those with which, set otherwise, a clause that stands would say something else.
 * A value read only by clauses that are set aside, or that do not bear on these facts, is none of them.
 */
export function restingOn(book: AdoptedRulebook, facts: unknown, decision: Decision): readonly ValueUsed[] {
  const said = sayings(decision);
  const saidWith = (name: string, value: ParameterValue) => {
    const other = adopt(book.edition, { ...book.adoption, settings: { ...book.adoption.settings, [name]: value } });
    return sayings(other.decide(decision.question as QuestionName, facts, decision.asAt, decision.asKnownAt));
  };
  return decision.values.filter(({ name, value }) => {
    const parameter = book.parameters[name];
    return parameter !== undefined && otherwise(parameter, value).some((other) => saidWith(name, other) !== said);
  });
}

/** What is said by the clauses that stand, and what it comes to. */
const sayings = ({ values: _, facts: __, findings, ...outcome }: Decision): string =>
  JSON.stringify([outcome, findings.filter(({ liftedBy }) => liftedBy === undefined)]);

/** Other values in place of one: the furthest that an area may set, and each other choice. */
function otherwise({ least, most, oneOf }: Parameter, value: ParameterValue): readonly ParameterValue[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [least ?? 0, most ?? value * 10 + 10].filter((one) => one !== value);
  if (typeof value === "string") return (oneOf ?? [`not ${value}`]).filter((one) => one !== value);
  return [[], oneOf ?? []].filter((one) => one.join() !== value.join());
}
