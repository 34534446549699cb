import type { FieldValues } from "react-hook-form";
import { classes } from "./classes.ts";
import { emptyIsNothing, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";

export type TextFieldProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  readonly type?: "text" | "email" | "tel" | "time" | undefined;
  /** How many characters the box is drawn for, where the answer's length is known. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  readonly autoComplete?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** One line of text, bound to the form by name. */
export function TextField<Values extends FieldValues = FieldValues>(props: TextFieldProps<Values>) {
  return <LineField {...props} registered={emptyIsNothing(props.optional)} />;
}

/** A number, typed as text. Out: a number; what is no number goes to the schema as it was typed. */
export function NumberField<Values extends FieldValues = FieldValues>(props: Omit<TextFieldProps<Values>, "type">) {
  return <LineField {...props} inputMode="decimal" registered={{ setValueAs: asNumber }} />;
}

function asNumber(typed: unknown): unknown {
  const text = typeof typed === "string" ? typed.trim().replaceAll(",", "") : typed;
  if (text === "" || text === undefined) return undefined;
  return Number.isNaN(Number(text)) ? typed : Number(text);
}

type LineFieldProps<Values extends FieldValues> = TextFieldProps<Values> & {
  readonly inputMode?: "decimal" | undefined;
  readonly registered: { readonly setValueAs?: (value: unknown) => unknown };
};

function LineField<Values extends FieldValues>({ name, registered, ...props }: LineFieldProps<Values>) {
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Enter" });
  const input = (
    <input
      {...parts.form.register(name, registered)}
      id={parts.id}
      type={props.type ?? "text"}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? "off"}
      aria-describedby={parts.describedBy}
      aria-invalid={parts.error ? true : undefined}
      className={classes(
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        parts.error && "govuk-input--error",
      )}
    />
  );
  return (
    <FieldFrame parts={parts} {...props}>
      {props.prefix || props.suffix ? (
        <div className="govuk-input__wrapper">
          {props.prefix && <div className="govuk-input__prefix">{props.prefix}</div>}
          {input}
          {props.suffix && <div className="govuk-input__suffix">{props.suffix}</div>}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
