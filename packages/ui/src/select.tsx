import type { FieldValues } from "react-hook-form";
import { classes } from "./classes.ts";
import { emptyIsNothing, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

export type SelectOption = { readonly value: string; readonly label: string };

export type SelectProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  readonly options: readonly SelectOption[];
};

/** One answer from a long list, bound to the form by name. It starts at "Choose", which is no answer. */
export function Select<Values extends FieldValues = FieldValues>({ name, options, ...props }: SelectProps<Values>) {
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Choose" });
  return (
    <FieldFrame parts={parts} {...props}>
      <select
        {...parts.form.register(name, emptyIsNothing(props.optional))}
        id={parts.id}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.error ? true : undefined}
        className={classes("govuk-select", parts.error && "govuk-select--error")}
      >
        <option value="">Choose</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
