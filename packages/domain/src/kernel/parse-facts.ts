import type { z } from "zod";
import type { Question } from "./question.ts";

/** What is wrong with one field of the facts, as a sentence that begins with the field. */
export type FactsProblem = { readonly path: string; readonly message: string };

export type ParsedFacts<Facts> =
  | { readonly facts: Facts; readonly problems?: never }
  | { readonly facts?: never; readonly problems: readonly [FactsProblem, ...FactsProblem[]] };

/** Takes a question and what came from outside (parsed JSON), gives the facts, or what is wrong with them. */
export function parseFacts<Facts>(question: Pick<Question<Facts>, "facts">, json: unknown): ParsedFacts<Facts> {
  const parsed = question.facts.safeParse(json);
  if (parsed.success) return { facts: parsed.data };
  const [first, ...more] = parsed.error.issues.flatMap((issue) => problemsOf(issue, json, []));
  return { problems: [first ?? { path: "", message: "The facts cannot be read." }, ...more] };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const inDots = (path: Path): string =>
  path.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`)).join("");

const valueAt = (json: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined | null)?.[key], json);

function problemsOf(issue: Issue, json: unknown, above: Path): readonly FactsProblem[] {
  const path = [...above, ...issue.path];
  const field = inDots(path);
  const name = field === "" ? "The file of facts" : field;
  const value = valueAt(json, path);
  const says = (message: string): readonly FactsProblem[] => [{ path: field, message: `${name} ${message}.` }];

  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const unknown = inDots([...path, key]);
      return { path: unknown, message: `${unknown} is no field of these facts.` };
    });
  if (value === undefined && field !== "") return says("is missing");
  if (issue.code === "invalid_union") {
    const closest = closestOf(issue.errors);
    if (closest) return closest.flatMap((one) => problemsOf(one, json, path));
  }
  return says(`takes ${takenBy(issue).join(" or ")}${shown(value)}`);
}

/** What is wrong with a value as each of the kinds it may be; a choice inside a choice is one choice. */
const branchesOf = (errors: readonly (readonly Issue[])[]): readonly (readonly Issue[])[] =>
  errors.flatMap((branch) => {
    const [only, ...more] = branch;
    return only?.code === "invalid_union" && only.path.length === 0 && more.length === 0
      ? branchesOf(only.errors)
      : [branch];
  });

/** Of the kinds a field may be, the one that the value is meant to be: the kind itself fits, and least is wrong inside. */
function closestOf(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isInside = ({ path, code }: Issue) => path.length > 0 || code === "unrecognized_keys";
  const wrongWords = (branch: readonly Issue[]) => branch.filter(({ code }) => code === "invalid_value").length;
  return branchesOf(errors)
    .filter((branch) => branch.every(isInside))
    .sort((a, b) => wrongWords(a) - wrongWords(b) || a.length - b.length)[0];
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "fields in braces",
  array: "a list",
};

/** What would have been taken instead, in words. */
function takenBy(issue: Issue): readonly string[] {
  switch (issue.code) {
    case "invalid_type":
      return [kinds[issue.expected] ?? issue.expected];
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value) ?? String(value));
    case "too_small":
      return [issue.origin === "string" ? "text that is not empty" : `${String(issue.minimum)} or more`];
    case "too_big":
      return [`${String(issue.maximum)} or less`];
    case "invalid_format":
      return [issue.format === "datetime" ? "a moment, such as 2026-11-23T09:00:00Z" : `text as ${issue.format}`];
    case "invalid_union":
      return [...new Set(issue.errors.flatMap((branch) => branch.flatMap(takenBy)))];
    case "custom":
      return [typeof issue.params?.takes === "string" ? issue.params.takes : "another value"];
    default:
      return ["another value"];
  }
}

const shown = (value: unknown): string => {
  if (typeof value === "object" && value !== null) return "";
  const text = JSON.stringify(value) ?? String(value);
  return `, and is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
};
