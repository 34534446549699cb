import { useEffect, useState } from "react";
import { type FieldValues, useWatch } from "react-hook-form";
import { classes } from "./classes.ts";
import { emptyIsNothing, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";
import { count } from "./words.ts";

export type TextAreaProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  readonly rows?: number | undefined;
  /** Counts down from here. Going past it is the schema's to refuse, never cut off. */
  readonly most?: number | undefined;
};

/** Several lines of text, bound to the form by name, with a count of characters where `most` is given. */
export function TextArea<Values extends FieldValues = FieldValues>({ name, ...props }: TextAreaProps<Values>) {
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Enter" });
  const counted = props.most === undefined ? undefined : `${parts.id}-count`;
  return (
    <FieldFrame parts={parts} {...props}>
      <textarea
        {...parts.form.register(name, emptyIsNothing(props.optional))}
        id={parts.id}
        rows={props.rows ?? 5}
        aria-describedby={[parts.describedBy, counted].filter(Boolean).join(" ") || undefined}
        aria-invalid={parts.error ? true : undefined}
        className={classes("govuk-textarea", parts.error && "govuk-textarea--error")}
      />
      {props.most !== undefined && <CharacterCount name={name} most={props.most} id={counted} />}
    </FieldFrame>
  );
}

type CharacterCountProps = { readonly name: string; readonly most: number; readonly id: string | undefined };

function CharacterCount({ name, most, id }: CharacterCountProps) {
  const written: unknown = useWatch({ name });
  const left = most - (typeof written === "string" ? written.length : 0);
  const words =
    left < 0
      ? `${count(-left, "character")} too many`
      : `${count(left, "character")} ${left === most ? "at most" : "left"}`;
  return (
    <>
      <p className={classes("lp-count", left < 0 && "govuk-error-message")} id={id}>
        {words}
      </p>
      <output className="govuk-visually-hidden">{useSettled(left === most ? "" : words)}</output>
    </>
  );
}

/** The words as they were once typing stopped, so that a screen reader is not told every letter. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
