import {
  begins,
  type Filling,
  filled,
  filledValue,
  type Hole,
  type Part,
  type Pattern,
  type PatternStatement,
  type PatternValue,
  type Template,
} from "./statements.ts";

/** A hole as a variable of pgbench. */
const variable = (hole: Hole): string => ("own" in hole ? `:o${hole.own}` : `:f${hole.fresh}`);

/** A text as SQL that pgbench sees no variable and no end of a line in. */
const quoted = (text: string): string =>
  `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a").replaceAll("\n", "\\n")}'`;

/**
 * A value as SQL. A hole that is all of a value becomes a variable, and one within a text is joined to it where the
 * statement says the value's type; elsewhere the text stays as it was captured, of the same length.
 */
function sqlOf(value: PatternValue, isCast: boolean, captured: Filling): string {
  if (typeof value === "string") return quoted(value);
  if ("list" in value)
    return quoted(`{${value.list.map((one) => JSON.stringify(filledValue(one, captured))).join(",")}}`);
  if ("is" in value) return sqlOfOther(value.is);
  const [first, ...more] = value.parts;
  if (typeof first === "object" && more.length === 0) return variable(first);
  if (!isCast) return quoted(filled(value, captured));
  const joined = value.parts.map((part) => (typeof part === "string" ? quoted(part) : `${variable(part)}::text`));
  return `(${joined.join(" || ")})`;
}

function sqlOfOther(is: unknown): string {
  if (is === null || is === undefined) return "null";
  return typeof is === "boolean" || typeof is === "number" ? String(is) : quoted(JSON.stringify(is));
}

/**
 * What matters to pgbench in a statement: literals and quoted names, comments, places for values, and colons. It knows
 * nothing of quotes, and takes `:alnum` in '[:alnum:]' or `:MI` in 'HH24:MI' for variables of its own: the statement is
 * then prepared with "$1" within the literal, and given a value that it has no place for.
 */
const tokens =
  /(?<escaped>\bE'(?:[^'\\]|\\.|'')*')|(?<literal>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<comment>--[^\n]*|\/\*.*?\*\/)|\$(?<value>\d+)(?<cast>::)?|(?<casting>::+)|(?<colon>:)(?=\w)/gs;

/** A statement with its values written into it. */
function linesOf({ text, values }: PatternStatement, captured: Filling): readonly string[] {
  if (begins(text)) return opening(text);
  if (typeof text !== "string") throw new Error("only what opens a transaction has values written into it");
  const sql = text.replace(tokens, (all, ...found) => {
    const { escaped, literal, name, comment, value, cast, colon } = found.at(-1) as Record<string, string | undefined>;
    if (value) return `${sqlOf(values[Number(value) - 1] ?? { is: null }, cast !== undefined, captured)}${cast ?? ""}`;
    if (comment) return " ";
    if (colon) return ": "; // of a slice, such as [1:2]
    if (escaped) return escaped.replaceAll(":", "\\x3a");
    if (literal?.includes(":")) return quoted(literal.slice(1, -1).replaceAll("''", "'"));
    if (name?.includes(":")) throw new Error(`pgbench would take the colon in ${name} for a variable of its own`);
    return all;
  });
  return [`${sql.replaceAll("\n", " ")};`];
}

/** The statements that open a transaction travel together, as the product sends them. */
function opening(text: Pattern): readonly string[] {
  const parts: readonly Part[] = typeof text === "string" ? [text] : text.parts;
  const marked = parts.map((part) => (typeof part === "string" ? part : `\0${variable(part)}`)).join("");
  const sql = marked.replace(/'([^']*)'/g, (all, inside: string) =>
    inside.startsWith("\0") ? inside.slice(1) : inside.includes(":") ? quoted(inside) : all,
  );
  const statements = sql.split(";").map((one) => `${one.trim()};`);
  return statements.length === 1 ? statements : ["\\startpipeline", ...statements, "\\endpipeline"];
}

/** A template as a script of pgbench. What is different for the next plan comes from a table of our own, in turn. */
export function scriptOf({ requests, freshIds }: Template, captured: Filling): string {
  const own = usedOf(requests).map((place) => `o${place}`);
  const ids = Array.from({ length: freshIds }, (_, place) => `uuidv7() as f${place}`);
  return [
    ...(own.length > 0
      ? [
          "select nextval('bench_turn') as turn \\gset",
          `select ${own.join(", ")} from bench_own where turn = :turn \\gset`,
        ]
      : []),
    ...(ids.length > 0 ? [`select ${ids.join(", ")} \\gset`] : []),
    ...requests.flat().flatMap((one) => linesOf(one, captured)),
    "",
  ].join("\n");
}

/** A script that runs one of these each time: a transaction of pgbench is then one of theirs, as it is one request. */
export function oneOf(scripts: readonly string[]): string {
  if (scripts.length === 1) return scripts.join("");
  const branches = scripts.map((script, at) => `${at === 0 ? "\\if" : "\\elif"} :which = ${at}\n${script}`);
  return `\\set which random(0, ${scripts.length - 1})\n${branches.join("")}\\endif\n`;
}

/** Which of a plan's own strings the statements name. */
export function usedOf(requests: Template["requests"]): readonly number[] {
  const used = new Set<number>();
  const look = (value: PatternValue): void => {
    if (typeof value === "string" || "is" in value) return;
    if ("list" in value) for (const one of value.list) look(one);
    else for (const part of value.parts) if (typeof part === "object" && "own" in part) used.add(part.own);
  };
  for (const { text, values } of requests.flat()) for (const one of [text, ...values]) look(one);
  return [...used].toSorted((a, b) => a - b);
}
