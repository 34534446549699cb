/** What a plan shows of how its parts fit together (GIR-4): outcomes that nobody works towards, help that is given twice. */

/** An outcome is one and the same however it was typed. */
export const sameOutcome = (words: string): string =>
  words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[.!]+$/, "")
    .toLowerCase();

type Towards = { readonly outcome: string | null; readonly state: "planned" | "running" | "done" | "ended" };

/**
 * Takes the outcomes that were set and the actions, gives each outcome once, in the words it was first set in, with the
 * actions towards it. One that an action brought with it is an outcome of the plan too. A gap is one with no action that
 * is planned, running or done.
 */
export function outcomesOfPlan<Set extends { readonly words: string }, Action extends Towards>(
  set: readonly Set[],
  actions: readonly Action[],
): readonly {
  readonly words: string;
  readonly set?: Set;
  readonly actions: readonly Action[];
  readonly isGap: boolean;
}[] {
  const found = new Map<string, { words: string; set?: Set; actions: Action[] }>();
  for (const one of set) {
    const key = sameOutcome(one.words);
    if (!found.has(key)) found.set(key, { words: one.words, set: one, actions: [] });
  }
  for (const action of actions) {
    if (action.outcome === null || sameOutcome(action.outcome) === "") continue;
    const key = sameOutcome(action.outcome);
    const known = found.get(key);
    if (known !== undefined) known.actions.push(action);
    else if (action.state !== "ended") found.set(key, { words: action.outcome, actions: [action] });
  }
  return [...found.values()].map((one) => ({ ...one, isGap: !one.actions.some(({ state }) => state !== "ended") }));
}
