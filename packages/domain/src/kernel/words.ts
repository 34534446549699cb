/** The few turns of phrase that sentences of every clause share. */

/** "a", "a and b", "a, b and c"; with "or" where one of them is meant. */
export const listed = (words: readonly string[], last: "and" | "or" = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

/** "1 action", "3 actions". */
export const counted = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** A label inside a sentence. Only its first letter changes. */
export const startingSmall = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** A phrase at the beginning of a sentence. */
export const startingLarge = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);
