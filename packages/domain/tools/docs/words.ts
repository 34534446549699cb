import type { Clause } from "../../src/kernel/clause.ts";
import type { ParameterValue } from "../../src/kernel/decision.ts";

export const clauseInWords = ({ source, at }: Clause): string => `${source} ${at}`;

export const valueInWords = (value: ParameterValue): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") || "none" : String(value);
};
