import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseFacts } from "../../src/kernel/parse-facts.ts";
import { bookNamed, jsonIn, Mistaken, momentTyped, questionNamed, runTyped, typed } from "./asked.ts";
import { decisionInWords } from "./in-words.ts";
import { restingOn } from "./resting-on.ts";

const usage =
  "Ask like this: npm run rules:ask -- wigan lead-professional.statutory --facts facts.json --on 2026-11-23";

/** One question to one rulebook about the facts in a file. Gives the decision in words; throws what cannot be used. */
export function ask(args: readonly string[], readText: (file: string) => string): string {
  const { words, options } = typed(args, ["facts", "on", "known-on"]);
  const [bookName, question, ...more] = words;
  const { facts: file, on } = options;
  if (bookName === undefined || question === undefined || more.length > 0 || file === undefined || on === undefined)
    throw new Mistaken(
      ...(bookName === undefined ? ["Say which rulebook to ask."] : []),
      ...(question === undefined ? ["Say which question to ask it."] : []),
      ...more.map((word) => `"${word}" stands alone: there is one rulebook and one question.`),
      ...(file === undefined ? ["--facts is missing: name the file of the facts."] : []),
      ...(on === undefined ? ["--on is missing: say the day, such as 2026-11-23."] : []),
      usage,
    );
  const book = bookNamed(bookName);
  const name = questionNamed(question);
  const asAt = momentTyped(on, "--on");
  const asKnownAt = options["known-on"] === undefined ? asAt : momentTyped(options["known-on"], "--known-on");
  const { facts, problems } = parseFacts<unknown>(book.questions[name], jsonIn(read(file, readText), file));
  if (problems)
    throw new Mistaken(`${file} does not hold the facts of ${name}.`, ...problems.map(({ message }) => message));
  const decision = book.decide(name, facts, asAt, asKnownAt);
  return decisionInWords(book, decision, restingOn(book, facts, decision));
}

function read(file: string, readText: (file: string) => string): string {
  try {
    return readText(file);
  } catch {
    throw new Mistaken(`${file} cannot be read.`);
  }
}

if (import.meta.main)
  await runTyped((args) => {
    process.stdout.write(ask(args, (file) => readFileSync(resolve(file), "utf8")));
  });
