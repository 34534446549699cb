import type { FieldError } from "react-hook-form";
import { inSentence } from "./words.ts";

/** What a schema says when it has no words of its own for a fault. The field then finds its words: "Enter a reason". */
export const unsaid = "Check this answer";

type Issue = {
  readonly code?: string;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
};

/** Our words for faults a schema has none for, so that "Invalid input" never reaches a person. */
export function inPlainWords({ code, origin, minimum, maximum }: Issue): string {
  if (code === "too_big" && origin === "string") return `Shorten this to ${maximum} characters or fewer`;
  if (code === "too_big" && origin === "number") return `Enter ${maximum} or less`;
  if (code === "too_small" && origin === "number") return `Enter ${minimum} or more`;
  if (code === "too_small" && origin === "string" && Number(minimum) > 1) return `Enter at least ${minimum} characters`;
  return unsaid;
}

export type FieldWords = {
  readonly label: string;
  readonly verb: "Enter" | "Choose";
  /** A closer account of the fault than any schema can give: "Date of birth must include a year". */
  readonly explain?: (() => string | undefined) | undefined;
};

/** The sentence shown for a fault: the field's own account, else the schema's, else "Enter a reason" from the label. */
export function wordsFor(message: string | undefined, field: FieldWords | undefined): string {
  const explained = field?.explain?.();
  if (explained) return explained;
  if (message && message !== unsaid) return message;
  if (!field) return unsaid;
  return field.label.endsWith("?") ? `Answer: ${field.label}` : `${field.verb} ${inSentence(field.label)}`;
}

export type Fault = { readonly name: string; readonly message: string | undefined };

/** The faults of a form, whatever its nesting, as a flat list of field names. */
export function faultsIn(errors: object, under = ""): Fault[] {
  return Object.entries(errors).flatMap(([key, node]) => {
    if (key === "ref" || typeof node !== "object" || node === null) return [];
    const name = key === "root" && under ? under : under + key;
    return isFault(node) ? [{ name, message: node.message }] : faultsIn(node, `${name}.`);
  });
}

function isFault(node: object): node is FieldError {
  return "type" in node && (typeof node.type === "string" || typeof node.type === "number");
}
