import { z } from "zod";

/** A question that may go without an answer: radios with nothing ticked say null. */
export const maybe = <S extends z.ZodType>(schema: S) =>
  z
    .union([z.null(), schema])
    .optional()
    .transform((value) => value ?? undefined);

/** Yes or no, as radios hold it. `enter` is what is said when neither is ticked. */
export const yesOrNo = (enter: string) => z.enum(["yes", "no"], { error: enter }).transform((said) => said === "yes");

export const yesNoOptions = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

/** The options of a closed list for radios, checkboxes and selects. */
export const optionsOf = (terms: Readonly<Record<string, { readonly label: string }>>) =>
  Object.entries(terms).map(([value, { label }]) => ({ value, label }));

/** The same for a list the api gave. */
export const optionsOfTerms = (terms: readonly { readonly code: string; readonly label: string }[]) =>
  terms.map(({ code, label }) => ({ value: code, label }));

/** Several things typed one on a line, as a list. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** A command as a form with radios fills it: one of several that nobody ticked is null there, and no answer to the command. */
export const fromForm = <S extends z.ZodType>(command: S): z.ZodType<z.output<S>, z.input<S>> =>
  z.preprocess(withoutNulls, command) as unknown as z.ZodType<z.output<S>, z.input<S>>;

const withoutNulls = (values: unknown): unknown =>
  typeof values === "object" && values !== null && !Array.isArray(values)
    ? Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, withoutNulls(value)]),
      )
    : values;
