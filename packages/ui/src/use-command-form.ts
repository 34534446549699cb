import { zodResolver } from "@hookform/resolvers/zod";
import { type FieldValues, type UseFormProps, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { inPlainWords } from "./error-words.ts";

type Options<Values extends FieldValues, Sent> = Pick<
  UseFormProps<Values, unknown, Sent>,
  "defaultValues" | "values" | "shouldUnregister"
>;

/**
 * React Hook Form, set the way our `<Form>` expects: checked on submit by the command's schema, focus left to the
 * error summary, and no sentence of zod's own shown to anyone.
 */
export function useCommandForm<Values extends FieldValues, Sent>(
  schema: z.ZodType<Sent, Values>,
  options: Options<Values, Sent> = {},
): UseFormReturn<Values, unknown, Sent> {
  return useForm<Values, unknown, Sent>({
    ...options,
    resolver: zodResolver(schema, { error: inPlainWords }),
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });
}
