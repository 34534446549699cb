import {
  type AdoptedRulebook,
  asItStands,
  type QuestionName,
  questions,
  type Rulebook,
} from "../../src/rulebooks/questions.ts";
import { strengthLabels } from "../../src/vocabulary/rule-words.ts";
import { type Page, table, written } from "./pages.ts";
import { clauseInWords, valueInWords } from "./words.ts";

/** What is said on one line of the page: in each rulebook, by which clause; undefined where it does not say it. */
type Row = { readonly what: string; readonly cells: readonly (string | undefined)[] };

const differ = ({ cells }: Row) => new Set(cells).size > 1;
const shown = (cell: string | undefined) => cell ?? "";

/** Every question on which the rulebooks differ: what each says and does not say, by which clause, with which values. */
export function differencesPage(editions: readonly Rulebook[]): Page {
  const books = editions.map(asItStands);
  const names = Object.keys(questions) as QuestionName[];
  const text = [
    written,
    "# Where the rulebooks differ\n\n",
    "A line is something a clause says. A cell names the clause that says it and its weight; an empty cell means that the rulebook does not say it. What all of them say by the same clause is left out. A rulebook that is based on another says what that one says, unless it is set aside.\n\n",
    ...names.map((name) => questionPart(books, name)),
    wordsPart(books),
  ].join("");
  return { name: "differences.md", text: `${text.trimEnd()}\n` };
}

function questionPart(books: readonly AdoptedRulebook[], name: QuestionName): string {
  const said = books.map((book) => clausesByWhat(book, name));
  const whats = [...new Set(said.flatMap((clauses) => [...clauses.keys()]))];
  const rows = whats.map((what): Row => ({ what, cells: said.map((clauses) => clauses.get(what)) })).filter(differ);
  const read = books.map(
    (book) => new Map(book.valuesFor(name).map(({ name: key, value }) => [key, valueInWords(value)])),
  );
  const keys = [...new Set(read.flatMap((values) => [...values.keys()]))].sort();
  const values = keys.map((key): Row => ({ what: `\`${key}\``, cells: read.map((of) => of.get(key)) })).filter(differ);
  if (rows.length + values.length === 0) return "";
  const silent = books.flatMap((book) =>
    book.rulesFor(name).length === 0 ? [`${book.edition.id}: ${book.silence(name) ?? "silent."}`] : [],
  );
  const headings = books.map(({ edition }) => edition.id);
  return [
    `## ${questions[name].title}\n\n\`${name}\`\n\n`,
    silent.length === 0 ? "" : `Silent:\n\n${silent.map((line) => `- ${line}\n`).join("")}\n`,
    tableOf("What a clause says", headings, rows),
    tableOf("Value", headings, values),
  ].join("");
}

const tableOf = (first: string, headings: readonly string[], rows: readonly Row[]): string =>
  table(
    [first, ...headings],
    rows.map(({ what, cells }) => [what, ...cells.map(shown)]),
  );

/** What a rulebook's clauses say on a question, each with where it says it. */
function clausesByWhat(book: AdoptedRulebook, name: QuestionName): ReadonlyMap<string, string> {
  const clauses = new Map<string, string>();
  for (const { title, asks, clause, strength } of book.rulesFor(name)) {
    const what = `${title}${asks ? ` Asks: "${asks.label}".` : ""}`;
    const weight = strengthLabels[strength ?? book.sources[clause.source]?.status ?? "ours"].label;
    const cell = `${clauseInWords(clause)} (${weight.toLowerCase()})`;
    const before = clauses.get(what);
    clauses.set(what, before === undefined || before.includes(cell) ? cell : `${before}; ${cell}`);
  }
  return clauses;
}

function wordsPart(books: readonly AdoptedRulebook[]): string {
  const words = [...new Set(books.flatMap(({ terms }) => Object.keys(terms)))].sort();
  const rows = words.map((word): Row => ({ what: `\`${word}\``, cells: books.map(({ terms }) => terms[word]) }));
  const part = tableOf(
    "We say",
    books.map(({ edition }) => edition.id),
    rows.filter(differ),
  );
  return part === "" ? "" : `## Words\n\n${part}`;
}
