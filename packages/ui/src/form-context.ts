import { createContext, use, useEffect, useMemo } from "react";
import { type Control, type FieldValues, type UseFormReturn, useFormContext, useFormState } from "react-hook-form";
import { type Fault, type FieldWords, faultsIn, wordsFor } from "./error-words.ts";

type FormFrame = {
  readonly idFor: (name: string) => string;
  readonly introduce: (name: string, field: FieldWords) => void;
};

/** What a Form lends its fields. A field outside a Form uses its name as its id. */
export const FormFrameContext = createContext<FormFrame>({ idFor: asId, introduce: () => {} });

export function asId(name: string): string {
  return name.replace(/[^\w-]+/g, "-");
}

/** The faults of a form. `shown` changes when it is sent or its faults change, and not while somebody types. */
export function useFaults<Values extends FieldValues, Sent>(
  control: Control<Values, unknown, Sent>,
): { readonly faults: Fault[]; readonly shown: string } {
  const { errors, submitCount } = useFormState({ control });
  const faults = faultsIn(errors);
  return { faults, shown: JSON.stringify([submitCount, faults]) };
}

export type FieldParts = {
  readonly form: UseFormReturn<FieldValues>;
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly error: string | undefined;
  /** For `aria-describedby`: the hint, then the error. */
  readonly describedBy: string | undefined;
};

/** What every bound field needs: its ids, its error in words, and an introduction to the form's error summary. */
export function useField(name: string, { hint, ...words }: FieldWords & { readonly hint?: unknown }): FieldParts {
  const { idFor, introduce } = use(FormFrameContext);
  const form = useFormContext();
  const { faults, shown } = useFaults(form.control);
  useEffect(() => {
    introduce(name, words);
  });

  // The words stand as they were when the form was sent
  const error = useMemo(() => {
    const fault = faults.find((one) => one.name === name || one.name.startsWith(`${name}.`));
    return fault && wordsFor(fault.message, words);
  }, [shown, name]);
  const id = idFor(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return { form, id, hintId, errorId, error, describedBy };
}
