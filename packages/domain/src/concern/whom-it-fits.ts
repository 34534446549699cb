import { nameKey } from "../kernel/names.ts";

/** A child on a roll, by what whoever brings a worry may know of them. */
export type OnRoll = {
  readonly childId: string;
  readonly given: string;
  readonly preferred?: string | undefined;
  readonly family: string;
  readonly group?: string | undefined;
};

const wordsOf = (text: string) => nameKey(text).split(" ").filter(Boolean);
/** "P 6", "p6" and "P6" are one class; so are "Primary 6" and "primary 6". */
const groupKey = (text: string) => nameKey(text).replaceAll(" ", "");

const beginsWith = (name: readonly string[], words: readonly string[]) =>
  words.length > 0 && words.every((word, at) => name[at] === word);

/**
 * The children of one roll whom a worry may be about, from a name as somebody knows it ("Ewan", "Ewan B", "Ewan Bell") and
 * a class where they know it. Only one child who fits is whom it is about: of none or several a person decides.
 */
export function whomItFits(
  said: { readonly about: string; readonly group?: string | undefined },
  roll: readonly OnRoll[],
): readonly OnRoll[] {
  const words = wordsOf(said.about);
  const group = said.group === undefined ? undefined : groupKey(said.group);
  return roll.filter((one) => {
    if (group !== undefined && group !== "" && (one.group === undefined || groupKey(one.group) !== group)) return false;
    const family = wordsOf(one.family);
    return [one.given, one.preferred].some((name) => {
      const called = name === undefined ? [] : wordsOf(name);
      if (called.length === 0 || !(beginsWith(called, words.slice(0, called.length)) || called[0] === words[0]))
        return false;
      const rest = beginsWith(words, called) ? words.slice(called.length) : words.slice(1);
      const isInitial = rest.length === 1 && rest[0]?.length === 1 && family[0]?.startsWith(rest[0]) === true;
      return rest.length === 0 || isInitial || beginsWith(family, rest);
    });
  });
}
