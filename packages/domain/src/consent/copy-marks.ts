import { nameKey } from "../kernel/names.ts";
import { type CopyFindingKind, type KnownHome, type KnownOfFamily, takenOut } from "./copy-finding.ts";

/** A stretch of a text that somebody has to look at. */
export type Mark = { readonly from: number; readonly to: number; readonly kind: CopyFindingKind };

/**
 * How far a text is looked through: for everything; for what is known of the family alone, where numbers and addresses in it
 * are those of somebody at work; or for places that are kept alone, where it is put together by us.
 */
export type LookedFor = "all" | "known" | "places";

type Word = { readonly from: number; readonly to: number; readonly text: string; readonly keys: readonly string[] };

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’‘ʼ`´′][\p{L}\p{M}\p{Cf}]+)*/gu)].map(({ 0: word, index }) => {
    const plain = word.replace(/\p{Cf}/gu, "");
    const bare = plain.replace(/['’‘ʼ`´′]s$/iu, "");
    return {
      from: index,
      to: index + word.length,
      text: plain,
      keys: [...new Set([nameKey(plain), nameKey(bare)])].filter((key) => key !== ""),
    };
  });

/** Words that a name may hold and that tell nobody. */
const tellNobody = new Set(
  "mr mrs ms miss mx dr rev sir the of and de la le du da di del van der den von bin ibn al el ap ab mac mc ni nic".split(
    " ",
  ),
);

/** First names that are everyday words too: a name where they are written with a capital. */
const everyday = new Set(
  "will may grace hope faith joy mark bill rose lily ivy daisy summer autumn june april august drew rob pat sue art ray dean jack frank rich rusty dawn eve iris jasmine poppy olive violet amber ruby pearl gene guy grant chase hunter mason sky skye star river brook brooke young brown green white black gray grey king lord page wood hill ford bell fox wolf long short little sharp best day knight lamb moon cook baker smith carter walker fisher hall church temple banks rivers fields stone waters field park marsh peel holt".split(
    " ",
  ),
);

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Where somebody of a family is named in a text, in part or whole, however the name is spelt, never a longer name that begins alike. */
function namesIn(text: string, { others, mayBeNamed }: KnownOfFamily): readonly Mark[] {
  const shared = new Set(mayBeNamed.flatMap((name) => nameKey(name).split(" ")));
  const words = wordsOf(text);
  return others.flatMap((name) => {
    const whole = new Set(
      nameKey(name)
        .split(" ")
        .filter((word) => word.length > 1 && !tellNobody.has(word)),
    );
    const own = new Set([...whole].filter((word) => !shared.has(word)));
    // somebody called exactly like the child or the recipient cannot be told from them
    if (own.size === 0) return [];
    const is = (word: Word, of: ReadonlySet<string>) =>
      word.keys.some((key) => of.has(key) && (!everyday.has(key) || isCapital(word.text)));
    const isNext = (one: Word, next: Word) => /^[\s-]{1,3}$/.test(text.slice(one.to, next.from));
    return runsOf(words, (word) => is(word, whole), isNext)
      .filter((run) => run.some((word) => is(word, own)))
      .map((run) => ({ from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0, kind: "family-member" as const }));
  });
}

/** Words that stand beside each other and are all of a kind, run by run. */
function runsOf(
  words: readonly Word[],
  belongs: (word: Word) => boolean,
  isNext: (one: Word, next: Word) => boolean,
): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  for (const word of words) {
    if (!belongs(word)) continue;
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && words.indexOf(word) === words.indexOf(before) + 1 && isNext(before, word)) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

const edge = { before: "(?<![\\p{L}\\p{N}])", after: "(?![\\p{L}\\p{N}])" } as const;
const whole = (pattern: string) => new RegExp(`${edge.before}(?:${pattern})${edge.after}`, "giu");

const street =
  "road|rd|street|st|avenue|ave|close|crescent|cres|drive|dr|gardens|gdns|lane|ln|place|pl|square|sq|terrace|ter|way|court|ct|grove|hill|park|row|view|walk|wynd|brae|loan|mews|rise|green|quay|parade";

/** What is protected whoever it belongs to: what reaches somebody, and what a system knows somebody by. */
const protectedShapes: readonly RegExp[] = [
  /(?<![^\s@<>()[\]|,;:])[^\s@<>()[\]|,;:]+@[^\s@<>()[\]|,;:]+\.[^\s@<>()[\]|,;:.]+(?:\.[^\s@<>()[\]|,;:.]+)*/gu,
  whole("[A-Z]{1,2}\\d[A-Z\\d]? {0,3}\\d[A-Z]{2}"), // a postcode
  whole("\\+?\\(?\\d(?:[ .()\\-\u00A0\u2010-\u2015]{0,3}\\d){8,}"), // a phone number, an NHS or a CHI number
  whole("(?=[A-Z]*\\d)[A-Z\\d]*\\d{6,}[A-Z\\d]*"), // a number with letters: a UPN, a hospital's own
  whole("[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]"), // a National Insurance number
  whole(`(?:flat \\d+[a-z]?,? )?\\d+[a-z]?(?:[/-]\\d+[a-z]?)?,? (?:[\\p{L}'’-]+ ){1,3}(?:${street})`),
  /(?<=\b(?:tel|telephone|phone|ring|call|mobile|text|fax)\b[^\d\n|]{0,12})\d(?:[ -]?\d){5,}/giu,
];

/** Words of a text however they are spaced and whatever stands between them. */
const phrase = (words: string): RegExp | undefined => {
  const parts = [...words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => part);
  return parts.length === 0 ? undefined : whole(parts.join("[\\s,.'’/-]{0,4}"));
};

const marksOf = (text: string, shapes: readonly (RegExp | undefined)[], kind: CopyFindingKind): readonly Mark[] =>
  shapes.flatMap((shape) =>
    shape === undefined
      ? []
      : [...text.matchAll(shape)].flatMap(({ 0: found, index }) =>
          found === "" ? [] : [{ from: index, to: index + found.length, kind }],
        ),
  );

const linesOfHomes = (homes: readonly KnownHome[]) => homes.flatMap(({ line1 }) => line1 ?? []);

const numbersOf = ({ numbers, homes }: KnownOfFamily) =>
  [...numbers, ...homes.flatMap(({ phone, postcode, email }) => [phone, postcode, email])].filter(
    (one) => typeof one === "string" && one.length > 3,
  ) as readonly string[];

/** Words that say what kind of place it is, and not which. */
const kindsOfPlace = new Set(
  "school primary secondary academy high nursery infant infants junior college centre center clinic st saint the of and community catholic rc ce cofe church unit team health hospital surgery".split(
    " ",
  ),
);

/** A place by its whole name, and by what is left of it without what kind of place it is ("Tern Lane" School). */
const namesOfPlace = (place: string): readonly string[] => {
  const own = [...place.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)]
    .map(([word]) => word)
    .filter((word) => !kindsOfPlace.has(nameKey(word)));
  return own.join("").length < 4 ? [place] : [place, own.join(" ")];
};

/**
 * Everything in a text that has to be looked at, in its order; what overlaps is one. Looked for until nothing more is
 * found: what was written without a space beside something else stands by itself once that is out.
 */
export function marksIn(text: string, known: KnownOfFamily, lookFor: LookedFor): readonly Mark[] {
  // what was taken out is not looked at again, and joins nothing to the words around it
  let seen = text.replaceAll(takenOut, blank);
  const all: Mark[] = [];
  for (let found = marksOnce(seen, known, lookFor); found.length > 0; found = marksOnce(seen, known, lookFor)) {
    all.push(...found);
    for (const { from, to } of found) seen = seen.slice(0, from) + blank(seen.slice(from, to)) + seen.slice(to);
  }
  return joined(all);
}

const blank = (words: string): string => "|".repeat(words.length);

function marksOnce(seen: string, known: KnownOfFamily, lookFor: LookedFor): readonly Mark[] {
  const isKept = known.keptPlaces !== undefined;
  const kind = isKept ? "whereabouts" : "protected";
  const places = (known.keptPlaces ?? []).flatMap(namesOfPlace);
  const towns = isKept ? known.homes.flatMap(({ town }) => town ?? []) : [];
  const ofPlaces = marksOf(seen, [...places, ...towns].map(phrase), "whereabouts");
  if (lookFor === "places") return joined(ofPlaces);
  const shapes = lookFor === "all" ? protectedShapes : [];
  return joined([
    ...namesIn(seen, known),
    ...marksOf(seen, [...shapes, ...[...linesOfHomes(known.homes), ...numbersOf(known)].map(phrase)], kind),
    ...ofPlaces,
  ]);
}

const graver: readonly CopyFindingKind[] = ["whereabouts", "protected", "family-member"];

function joined(marks: readonly Mark[]): readonly Mark[] {
  const all: Mark[] = [];
  for (const mark of marks.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = all.at(-1);
    if (last === undefined || mark.from >= last.to) all.push(mark);
    else
      all[all.length - 1] = {
        from: last.from,
        to: Math.max(last.to, mark.to),
        kind: graver.find((kind) => kind === last.kind || kind === mark.kind) ?? last.kind,
      };
  }
  return all;
}
