import type { Question } from "../../views.ts";
import type { RulebookSearch } from "./search.ts";

type Rule = Question["rules"][number];
type Value = Question["values"][number];

/** The questions, rules and values that the address asks for. A question that matches by its own words keeps all it holds. */
export function questionsShown(
  questions: readonly Question[],
  { search, topic, show }: RulebookSearch,
): readonly Question[] {
  const wanted = plain(search ?? "");
  return questions
    .filter((question) => topic === undefined || question.topic === topic)
    .flatMap((question) => {
      if (show === "silent") return question.silentBecause !== undefined && holds(question, wanted) ? [question] : [];
      const rules = question.rules.filter(
        (rule) => ruleIs(rule, show) && (holds(question, wanted) || has(rule, wanted)),
      );
      const values = question.values.filter(
        (value) => valueIs(value, show) && (holds(question, wanted) || valueHas(value, wanted)),
      );
      if (rules.length + values.length > 0) return [{ ...question, rules, values }];
      const saysNothing = question.rules.length + question.values.length === 0;
      return saysNothing && show === undefined && holds(question, wanted) ? [question] : [];
    });
}

const plain = (text: string): string => text.trim().toLowerCase();

const holds = ({ title, silentBecause }: Question, wanted: string): boolean =>
  plain(`${title} ${silentBecause ?? ""}`).includes(wanted);

const has = ({ title, clause, asks }: Rule, wanted: string): boolean =>
  plain(`${title} ${clause.source} ${clause.at} ${clause.sourceTitle} ${asks ?? ""}`).includes(wanted);

const valueHas = ({ name, clause, ours, reading }: Value, wanted: string): boolean =>
  plain(`${name} ${clause ? `${clause.source} ${clause.at}` : ""} ${ours ?? ""} ${reading ?? ""}`).includes(wanted);

function ruleIs({ force, strength, isDeparted }: Rule, show: RulebookSearch["show"]): boolean {
  if (show === undefined) return true;
  if (show === "must") return force === "must";
  if (show === "departed") return isDeparted;
  return show === "ours" && strength === "ours";
}

function valueIs({ clause, isAreasOwn }: Value, show: RulebookSearch["show"]): boolean {
  if (show === undefined) return true;
  if (show === "ours") return clause === undefined;
  return show === "own" && isAreasOwn;
}
