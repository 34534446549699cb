import { client, trpc } from "../../api.ts";

export const departuresToDecideQuery = () => trpc.quality.departures.toDecide.queryOptions();
export const ownDeparturesQuery = () => trpc.quality.departures.mine.queryOptions();

/** How many rules a search shows: more than one page says nothing. */
const mostFound = 20;

/** Looks for rules of the rulebook in force by their words or clause, for a LookupField. */
export async function findRules(search: string) {
  const { questions } = await client.area.rulebook.query({});
  const wanted = search.trim().toLowerCase();
  const rules = new Map(
    questions.flatMap(({ title: question, rules }) =>
      rules.filter(({ isInForce }) => isInForce).map((rule) => [rule.rule, { ...rule, question }] as const),
    ),
  );
  return [...rules.values()]
    .filter(({ title, clause, question }) =>
      `${title} ${clause.source} ${clause.at} ${question}`.toLowerCase().includes(wanted),
    )
    .slice(0, mostFound)
    .map(({ rule, title, clause, question }) => ({
      value: rule,
      label: title,
      note: `${clause.source} ${clause.at}: ${question}`,
    }));
}
