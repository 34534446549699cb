import { parseArgs } from "node:util";
import { isLocalDate } from "../../src/kernel/local-date.ts";
import { type Moment, momentAt, momentOn, noonOn } from "../../src/kernel/moment.ts";
import { everyRulebook, rulebook } from "../../src/rulebooks/index.ts";
import { type AdoptedRulebook, asItStands, type QuestionName, questions } from "../../src/rulebooks/questions.ts";

/** What was typed cannot be used: each mistake is a sentence for the person who typed it. */
export class Mistaken extends Error {
  readonly mistakes: readonly string[];
  constructor(...mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.mistakes = mistakes;
  }
}

export type Typed = { readonly words: readonly string[]; readonly options: Readonly<Record<string, string>> };

/** Takes what was typed after a command's name, gives its words and its options; every option has something after it. */
export function typed(args: readonly string[], names: readonly string[]): Typed {
  const { tokens } = parseArgs({
    args: args[0] === "--" ? args.slice(1) : [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [words, mistakes]: [string[], string[]] = [[], []];
  const options: Record<string, string> = {};
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    if (!names.includes(token.name))
      mistakes.push(`${token.rawName} is no option here. There are: ${names.map((name) => `--${name}`).join(", ")}.`);
    else if (Object.hasOwn(options, token.name)) mistakes.push(`--${token.name} is given twice.`);
    else if (
      token.value === undefined ||
      token.value.trim() === "" ||
      (!token.inlineValue && token.value.startsWith("--"))
    )
      mistakes.push(`--${token.name} needs something after it.`);
    else options[token.name] = token.value.trim();
  }
  if (mistakes.length > 0) throw new Mistaken(...mistakes);
  return { words, options };
}

/** The book of a name such as "wigan", the newest edition, or "wigan@1"; as it stands, with no setting of anybody's. */
export function bookNamed(name: string): AdoptedRulebook {
  const [, id = "", version] = /^([^@]*)(?:@(\d+))?$/.exec(name) ?? [];
  const edition = rulebook(id, version === undefined ? undefined : Number(version));
  if (edition) return asItStands(edition);
  const there = everyRulebook().map((one) => `${one.id}@${one.version}`);
  throw new Mistaken(`There is no rulebook ${name}. There are: ${there.join(", ")}.`);
}

export function questionNamed(name: string): QuestionName {
  if (Object.hasOwn(questions, name)) return name as QuestionName;
  throw new Mistaken(`There is no question ${name}. There are: ${Object.keys(questions).join(", ")}.`);
}

/** A day (its noon), a local time of a day ("2026-11-23T17:00"), or an instant ("2026-11-23T17:00:00Z"). */
export function momentTyped(text: string, what: string): Moment {
  if (isLocalDate(text)) return noonOn(text);
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)$/.exec(text) ?? [];
  if (isLocalDate(day)) return momentOn(day, time);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))) return momentAt(text);
  throw new Mistaken(
    `${what} takes a day, such as 2026-11-23, or an hour of it, such as 2026-11-23T17:00, and is ${text}.`,
  );
}

export function jsonIn(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")); // some editors begin a file with a mark
  } catch (error) {
    throw new Mistaken(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Runs a command of this folder: what it says goes to the screen, mistakes go to the side, and it ends with 1 for them. */
export async function runTyped(work: (args: readonly string[]) => Promise<void> | void): Promise<void> {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Mistaken)) throw error;
    console.error(error.mistakes.join("\n"));
    process.exitCode = 1;
  }
}
