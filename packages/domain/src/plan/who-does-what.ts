import { inWords, type LocalDate } from "../kernel/local-date.ts";
import { counted } from "../kernel/words.ts";
import type { PartOf, StandsWithList, WordOnList } from "../vocabulary/part-words.ts";

/**
 * The list of who does what under a plan (GIR-70, HIG-128): what has changed since it was issued, and how it stands with
 * everybody on it. Whether it is clear is the rulebook's to say; this says of whom and since when.
 */

/** One thing somebody does under the plan, as the list had it. */
export type Doing = {
  readonly actionId: string;
  readonly what: string;
  readonly outcome: string | null;
  readonly startsOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
};

/** One person's part: of a practitioner by their id, of child and family by what they are; there is one line of each. */
export type PartInPlan = {
  readonly as: PartOf;
  readonly practitionerId: string | null;
  /** What they do beside the actions, in words: child and family have no actions of their own. */
  readonly part: string | null;
  readonly does: readonly Doing[];
};

const keyOf = ({ as, practitionerId }: Pick<PartInPlan, "as" | "practitionerId">): string => practitionerId ?? as;

/** The same actions, with the same words and days. An action that was done since is no change to who does what. */
const doesTheSame = (
  issued: readonly Doing[],
  now: readonly Doing[],
  isDone: (actionId: string) => boolean,
): boolean => {
  const left = issued.filter(({ actionId }) => !isDone(actionId) || now.some((doing) => doing.actionId === actionId));
  const inOrder = (all: readonly Doing[]) =>
    [...all]
      .sort((a, b) => a.actionId.localeCompare(b.actionId))
      .map(({ actionId, what, outcome, startsOn, dueOn }) => [actionId, what, outcome, startsOn, dueOn]);
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(now));
};

/** Whether somebody's part is as it was when the list was issued. */
export const isSamePart = (
  issued: PartInPlan,
  now: PartInPlan,
  isDone: (actionId: string) => boolean = () => false,
): boolean => keyOf(issued) === keyOf(now) && issued.part === now.part && doesTheSame(issued.does, now.does, isDone);

export type Changes<Issued, Now> = {
  /** On the plan now, and not on the list. */
  readonly joined: readonly Now[];
  /** On the list, and on the plan no more. */
  readonly left: readonly Issued[];
  /** On both, with another part. */
  readonly changed: readonly { readonly issued: Issued; readonly now: Now }[];
  /** On both, as it was issued. */
  readonly same: readonly { readonly issued: Issued; readonly now: Now }[];
};

/** What has changed between a list as it was issued and the plan as it stands. */
export function changesSince<Issued extends PartInPlan, Now extends PartInPlan>(
  issued: readonly Issued[],
  now: readonly Now[],
  isDone: (actionId: string) => boolean = () => false,
): Changes<Issued, Now> {
  const before = new Map(issued.map((one) => [keyOf(one), one]));
  const present = new Set(now.map(keyOf));
  const both = now.flatMap((one) => {
    const found = before.get(keyOf(one));
    return found === undefined ? [] : [{ issued: found, now: one }];
  });
  return {
    joined: now.filter((one) => !before.has(keyOf(one))),
    left: issued.filter((one) => !present.has(keyOf(one))),
    changed: both.filter((pair) => !isSamePart(pair.issued, pair.now, isDone)),
    same: both.filter((pair) => isSamePart(pair.issued, pair.now, isDone)),
  };
}

/** A word on the list, or an answer to one, in the order in which they were said. */
export type SaidOnList = { readonly says: WordOnList | "answer"; readonly on: LocalDate };

/** How the list stands with one person: by their last word, and the lead's answer to it. */
export function standsWith(said: readonly SaidOnList[]): {
  readonly stands: StandsWithList;
  readonly askedOn?: LocalDate;
  readonly answeredOn?: LocalDate;
} {
  const last = said.findLastIndex(({ says }) => says !== "answer");
  const word = said[last];
  if (word === undefined) return { stands: "not-yet" };
  if (word.says === "clear") return { stands: "clear" };
  const answer = said.slice(last + 1)[0];
  return answer === undefined
    ? { stands: "asked", askedOn: word.on }
    : { stands: "answered", askedOn: word.on, answeredOn: answer.on };
}

/**
 * How a list stands, in one sentence for a page: "Not yet clear: 1 of 7 asked a question on 12 October 2026." Takes how
 * it stands with each person on it, and how many parts have changed since it was issued.
 */
export function listInWords(
  people: readonly { readonly stands: StandsWithList; readonly askedOn?: LocalDate }[],
  changes: number,
): string {
  const all = people.length;
  const asked = people.flatMap(({ stands, askedOn }) => (stands === "asked" && askedOn ? [askedOn] : []));
  const [first] = [...asked].sort();
  const silent = people.filter(({ stands }) => stands === "not-yet").length;
  const open = [
    ...(changes === 0 ? [] : [`the plan has changed since for ${changes} of those on it, and is to be issued again`]),
    ...(first === undefined
      ? []
      : [
          asked.length === 1
            ? `1 of ${all} asked a question on ${inWords(first)}`
            : `${asked.length} of ${all} asked a question, the first on ${inWords(first)}`,
        ]),
    ...(silent === 0 ? [] : [`${silent} of ${all} ${silent === 1 ? "has" : "have"} not answered`]),
  ];
  if (open.length > 0) return `Not yet clear: ${open.join("; ")}.`;
  const answered = people.filter(({ stands }) => stands === "answered").length;
  if (answered === 0) return `It is clear to all ${all} on it who does what.`;
  return `Of ${all} on it ${all - answered} say that it is clear, and ${counted(answered, "question")} ${answered === 1 ? "was" : "were"} answered.`;
}
