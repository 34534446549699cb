import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseFacts } from "../../src/kernel/parse-facts.ts";
import type { AdoptedRulebook } from "../../src/rulebooks/questions.ts";
import { bookNamed, jsonIn, Mistaken, momentTyped, questionNamed, runTyped, typed } from "./asked.ts";
import { type Change, changeBetween } from "./change.ts";
import { clauseInWords } from "./in-words.ts";

const usage = "Ask like this: npm run rules:impact -- --from wigan@1 --to wigan@2 --facts facts.jsonl";
const shownMistakes = 20;

/** What a line of the file is: facts of one question, and the moment they are asked about. */
type Line = { readonly question?: unknown; readonly on?: unknown; readonly id?: unknown; readonly facts?: unknown };

/** One decision that would change. */
export type Changed = Change & {
  readonly line: number;
  readonly id?: string;
  readonly question: string;
  readonly on: string;
};

/** Replays recorded facts through two books; keeps count of what it saw, and of what could not be read. */
export class Replay {
  readonly #from: AdoptedRulebook;
  readonly #to: AdoptedRulebook;
  replayed = 0;
  changed = 0;
  readonly mistakes: string[] = [];
  mistaken = 0;
  /** How often a clause was responsible, by question and clause. */
  readonly responsible = new Map<string, Map<string, number>>();

  constructor(from: AdoptedRulebook, to: AdoptedRulebook) {
    this.#from = from;
    this.#to = to;
  }

  /** Takes a line of the file by its number, gives the decision that would change, or undefined. */
  line(text: string, line: number): Changed | undefined {
    if (text.trim() === "") return undefined;
    try {
      const asked = this.#read(text, line);
      this.replayed += 1;
      const [one, other] = [this.#from, this.#to].map((book) => book.decide(asked.question, asked.facts, asked.asAt));
      const change = one && other ? changeBetween(one, other) : undefined;
      return change && this.#kept({ line, ...asked.said, question: asked.question, ...change });
    } catch (error) {
      this.mistaken += 1;
      const mistakes = error instanceof Mistaken ? error.mistakes : [`cannot be decided: ${String(error)}.`];
      if (this.mistakes.length < shownMistakes) this.mistakes.push(`Line ${line}: ${mistakes.join(" ")}`);
      return undefined;
    }
  }

  #read(text: string, line: number) {
    const json = jsonIn(text, "it");
    if (typeof json !== "object" || json === null || Array.isArray(json))
      throw new Mistaken('it is no line of facts. One looks like {"question": …, "on": "2026-11-23", "facts": { … }}.');
    const { question: name, on, id, facts: given } = json as Line;
    if (typeof name !== "string") throw new Mistaken("question is missing: say which question the facts are of.");
    if (typeof on !== "string") throw new Mistaken("on is missing: say the day they are asked about.");
    const question = questionNamed(name);
    const asAt = momentTyped(on, "on");
    const { facts, problems } = parseFacts<unknown>(this.#from.questions[question], given);
    if (problems)
      throw new Mistaken(...problems.map(({ path, message }) => (path === "" ? `facts: ${message}` : message)));
    return { question, asAt, facts, said: { on, ...(id === undefined ? {} : { id: String(id) }) }, line };
  }

  #kept(changed: Changed): Changed {
    this.changed += 1;
    const clauses = this.responsible.get(changed.question) ?? new Map<string, number>();
    for (const { rule, clause, how } of changed.responsible) {
      const key = `${clauseInWords(clause)} (${rule}) ${how}`;
      clauses.set(key, (clauses.get(key) ?? 0) + 1);
    }
    this.responsible.set(changed.question, clauses);
    return changed;
  }

  /** What it came to, as a manager would want to hear it. */
  summary(): string {
    const many = (count: number) => count.toLocaleString("en-GB");
    const totals = [...this.responsible].flatMap(([question, clauses]) => [
      `  ${question}\n`,
      ...[...clauses].sort(([, a], [, b]) => b - a).map(([clause, count]) => `    ${many(count)} times: ${clause}\n`),
    ]);
    const left = this.mistaken === 0 ? "" : `${many(this.mistaken)} lines could not be read and are left out.\n`;
    return `${many(this.changed)} of ${many(this.replayed)} decisions would change.\n${totals.join("")}${left}`;
  }
}

export const changeInWords = ({ line, id, question, on, before, after, responsible }: Changed): string =>
  `Line ${line}${id === undefined ? "" : ` (${id})`}: ${question}, ${on}\n  was: ${before}\n  would be: ${after}\n${responsible
    .map(({ rule, clause, how }) => `  ${clauseInWords(clause)} (${rule}) ${how}\n`)
    .join("")}`;

/** Replays a file of facts, one JSON text on each line, and writes each decision that would change as it is found. */
export async function impact(
  args: readonly string[],
  lines: (file: string) => AsyncIterable<string>,
  write: (text: string) => void,
): Promise<Replay> {
  const { words, options } = typed(args, ["from", "to", "facts"]);
  const { from, to, facts } = options;
  if (from === undefined || to === undefined || facts === undefined || words.length > 0)
    throw new Mistaken(
      ...words.map((word) => `"${word}" stands alone.`),
      ...(from === undefined ? ["--from is missing: name the rulebook as it is, such as wigan@1."] : []),
      ...(to === undefined ? ["--to is missing: name the rulebook as it would be."] : []),
      ...(facts === undefined ? ["--facts is missing: name the file of recorded facts."] : []),
      usage,
    );
  const replay = new Replay(bookNamed(from), bookNamed(to));
  let [number, text] = [0, ""];
  for await (const line of lines(facts)) {
    number += 1;
    const changed = replay.line(line, number);
    if (changed) text += changeInWords(changed);
    if (text.length > 65_536) {
      write(text);
      text = "";
    }
  }
  write(`${text}${text === "" && replay.changed === 0 ? "" : "\n"}${replay.summary()}`);
  return replay;
}

if (import.meta.main)
  await runTyped(async (args) => {
    const linesOf = (file: string) => {
      if (!statSync(resolve(file), { throwIfNoEntry: false })?.isFile()) throw new Mistaken(`${file} cannot be read.`);
      return createInterface({ input: createReadStream(resolve(file)), crlfDelay: Number.POSITIVE_INFINITY });
    };
    const { mistakes } = await impact(args, linesOf, (text) => process.stdout.write(text));
    if (mistakes.length > 0) throw new Mistaken(...mistakes);
  });
