import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Whether a form holds something its starting values did not. React Hook Form's own `isDirty` is true as soon as a
 * group of radios is drawn with nothing ticked, and ours never are ticked.
 */
export function useUnsaved<Values extends FieldValues, Sent>(form: UseFormReturn<Values, unknown, Sent>): boolean {
  const [unsaved, setUnsaved] = useState(false);
  useEffect(() => {
    // Read at the moment of looking: a reset changes answers and starting values in one step.
    const look = () => setUnsaved(differs(form.getValues(), form.control._defaultValues));
    look();
    return form.subscribe({ formState: { values: true }, callback: look });
  }, [form]);
  return unsaved;
}

/** Whether two sets of answers differ. All that is empty is the same: nothing, an empty text, an empty list, unticked. */
export function differs(one: unknown, other: unknown): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) !== isEmpty(other);
  if (isPlain(one) && isPlain(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].some((key) => differs(one[key], other[key]));
  }
  return !Object.is(one, other);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return isPlain(value) && Object.values(value).every(isEmpty);
}

/** Lists and records, but not files and other things with a life of their own. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
}
