import type { FactUsed, Subject } from "./subject.ts";

/** A fact as it is kept: a word or a number as it is, a list or some fields as codes and days. */
const flat = (value: unknown): FactUsed["value"] => {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const parts = Array.isArray(value) ? value : Object.values(value);
  return parts.map((part) => [flat(part)].flat().join(" "));
};

/** What a question keeps of its facts about one subject: each by the name a reader knows it by. */
export const factsUsedOf = (about: Subject, facts: Readonly<Record<string, unknown>>): readonly FactUsed[] =>
  Object.entries(facts).map(([name, value]) => ({ about, name, value: flat(value) }));
