import type { AnyRule } from "../../src/kernel/book.ts";
import { lineage, type Parameter } from "../../src/kernel/edition.ts";
import { inWords, lastDayOf } from "../../src/kernel/local-date.ts";
import { type AdoptedRulebook, asItStands, type QuestionName, type Rulebook } from "../../src/rulebooks/questions.ts";
import { forceLabels, shapes, strengthLabels } from "../../src/vocabulary/rule-words.ts";
import type { HeldBy } from "./held-by.ts";
import { type Page, table, written } from "./pages.ts";
import { clauseInWords, valueInWords } from "./words.ts";

const inForce = ({ from, until }: AnyRule) =>
  until === undefined ? `from ${inWords(from)}` : `${inWords(from)} to ${inWords(lastDayOf(until))}`;

/** One rulebook as a page that an area's managers can check against their document, clause by clause. */
export function rulesPage(edition: Rulebook, heldBy: HeldBy = {}): Page {
  const book = asItStands(edition);
  const names = Object.keys(book.questions) as QuestionName[];
  const base = edition.basedOn;
  const text = [
    written,
    `# ${edition.title}\n\n`,
    `Rulebook \`${edition.id}\`, edition ${edition.version}, from ${inWords(edition.from)}.`,
    base ? ` Based on [${base.title}](${base.id}.md): what is not set aside there holds here too.\n\n` : "\n\n",
    "## Documents\n\n",
    table(
      ["Cited as", "Document", "Issued", "Weight"],
      Object.entries(book.sources).map(([key, { title, issued, status }]) => [
        ...[key, title, inWords(issued), strengthLabels[status].label],
      ]),
    ),
    ...names.map((name) => questionPart(book, name, heldBy)),
    setAsidePart(edition),
    wordsPart(book),
  ].join("");
  return { name: `${edition.id}.md`, text: `${text.trimEnd()}\n` };
}

function questionPart(book: AdoptedRulebook, name: QuestionName, heldBy: HeldBy): string {
  const { title, shape } = book.questions[name];
  const heading = `## ${title}\n\n\`${name}\` · ${shapes[shape].label}\n\n`;
  const rules = book.rulesFor(name);
  if (rules.length === 0)
    return `${heading}Silent. ${book.silence(name) ?? "No clause of these documents speaks to it."}\n\n`;
  const rows = rules.map((rule) => {
    const strength = rule.strength ?? book.sources[rule.clause.source]?.status ?? "ours";
    return [
      `${rule.title}${rule.asks ? ` Asks: "${rule.asks.label}".` : ""}`,
      clauseInWords(rule.clause),
      strengthLabels[strength].label,
      forceLabels[rule.force ?? "should"].label,
      inForce(rule),
      `\`${rule.id}\``,
      testsOf(rule.id, heldBy),
    ];
  });
  const headings = ["What it says", "Clause", "Weight", "Force", "In force", "Rule", "Held by the tests of"];
  return `${heading}${table(headings, rows)}${valuesPart(book, name)}`;
}

/** Rows of the catalogues whose tests fail without the rule; a few are enough to find them. */
function testsOf(rule: string, heldBy: HeldBy): string {
  const rows = heldBy[rule] ?? [];
  return rows.length > 5 ? `${rows.slice(0, 5).join(", ")} and ${rows.length - 5} more` : rows.join(", ");
}

/** The values a question's rules read, found by watching them being made. */
function valuesRead(book: AdoptedRulebook, name: QuestionName): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(book.values, {
    get: (values, key) => {
      read.add(String(key));
      return values[String(key)];
    },
  });
  for (const level of lineage(book.edition))
    for (const chapter of level.chapters) chapter.rules[name]?.(watched as never);
  return Object.keys(book.parameters).filter((key) => read.has(key));
}

function valuesPart(book: AdoptedRulebook, name: QuestionName): string {
  const rows = valuesRead(book, name).flatMap((key) => {
    const parameter = book.parameters[key];
    return parameter ? [[`\`${key}\``, valueInWords(parameter.value), mayBe(parameter), comesFrom(parameter)]] : [];
  });
  return rows.length === 0
    ? ""
    : `Values it reads:\n\n${table(["Value", "Is", "An area may set", "Comes from"], rows)}`;
}

function mayBe({ least, most, oneOf, value }: Parameter): string {
  if (oneOf) return `one of ${oneOf.join(", ")}`;
  if (typeof value === "boolean") return "yes or no";
  if (least !== undefined && most !== undefined) return least === most ? "nothing else" : `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  return most === undefined ? "another" : `up to ${most}`;
}

function comesFrom(parameter: Parameter): string {
  const clause = parameter.clause ? clauseInWords(parameter.clause) : "";
  const reading = parameter.reading ?? "";
  const ours = "ours" in parameter ? `our reading ${parameter.ours}` : "";
  const from = [clause, ours].filter((part) => part !== "").join(", ");
  return reading === "" ? from : `${from}: ${reading}`;
}

function setAsidePart(edition: Rulebook): string {
  const rows = lineage(edition).flatMap((level) =>
    Object.entries(level.setsAside).map(([rule, why]) => [`\`${rule}\``, why]),
  );
  return rows.length === 0
    ? ""
    : `## Set aside\n\nRules of the base that do not hold here.\n\n${table(["Rule", "Why"], rows)}`;
}

function wordsPart({ terms }: AdoptedRulebook): string {
  const rows = Object.entries(terms).map(([ours, theirs]) => [`\`${ours}\``, theirs]);
  return rows.length === 0 ? "" : `## Words\n\n${table(["We say", "Here it is called"], rows)}`;
}

/** The page that lists the others. */
export const rulesIndex = (editions: readonly Rulebook[]): Page => ({
  name: "README.md",
  text: `${written}# Rulebooks\n\nWhat each area's documents say, as the product applies it. Show these pages to the people who know the documents. [Where they differ](differences.md) is a page of its own.\n\n${table(
    ["Rulebook", "From", "Based on"],
    editions.map(({ id, title, from, basedOn }) => [`[${title}](${id}.md)`, inWords(from), basedOn?.title ?? ""]),
  ).trimEnd()}\n`,
});
