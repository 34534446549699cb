import { useState } from "react";
import { type FieldValues, useController, useFormContext } from "react-hook-form";
import { classes } from "./classes.ts";
import { type FieldProps, GroupFrame } from "./field.tsx";
import { useField } from "./form-context.ts";
import { listInWords, monthNumber } from "./words.ts";

type Parts = { readonly day: string; readonly month: string; readonly year: string };

/** Day, month and year in three boxes. Out: "YYYY-MM-DD"; nothing typed is "" (or nothing at all when optional). */
export function DateField<Values extends FieldValues = FieldValues>({ name, ...props }: FieldProps<Values>) {
  const { getValues } = useFormContext();
  const explain = () => faultOf(getValues(name), props.label);
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Enter", explain });
  const { field } = useController({ name, control: parts.form.control });
  const value = typeof field.value === "string" ? field.value : "";
  const [typed, setTyped] = useState(() => splitDate(value));
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value); // the form was reset, or a draft came back
    setTyped(splitDate(value));
  }

  const type = (change: Partial<Parts>) => {
    const next = { ...typed, ...change };
    const joined = joinDate(next);
    setTyped(next);
    setKnown(joined);
    field.onChange(joined === "" && props.optional ? undefined : joined);
  };

  const box = (part: keyof Parts, label: string, width: 2 | 4) => {
    const id = part === "day" ? parts.id : `${parts.id}-${part}`; // the error summary goes to the first box
    return (
      <div className="govuk-date-input__item">
        <label className="govuk-label govuk-date-input__label" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          ref={part === "day" ? field.ref : undefined}
          type="text"
          inputMode={part === "month" ? "text" : "numeric"}
          autoComplete="off"
          aria-invalid={parts.error ? true : undefined}
          className={classes(
            "govuk-input govuk-date-input__input",
            `govuk-input--width-${width}`,
            parts.error && "govuk-input--error",
          )}
          value={typed[part]}
          onChange={(event) => type({ [part]: event.target.value })}
          onBlur={field.onBlur}
        />
      </div>
    );
  };

  return (
    <GroupFrame parts={parts} {...props}>
      <div className="govuk-date-input">
        {box("day", "Day", 2)}
        {box("month", "Month", 2)}
        {box("year", "Year", 4)}
      </div>
    </GroupFrame>
  );
}

/** "2008-05-05" as the three texts a person typed, without leading noughts. */
export function splitDate(value: string): Parts {
  const [year = "", month = "", day = ""] = value.split("-");
  return { day: day.replace(/^0(?=\d)/, ""), month: month.replace(/^0(?=\d)/, ""), year };
}

/** The three texts as one: a whole date where they make one, else what there is, for the schema to refuse. */
export function joinDate({ day, month, year }: Parts): string {
  const [d, m, y] = [day.trim(), String(monthNumber(month) ?? month.trim()), year.trim()];
  return d || m || y ? `${y}-${twoFigures(m)}-${twoFigures(d)}` : "";
}

function twoFigures(text: string): string {
  return text === "" ? "" : text.padStart(2, "0");
}

/** What is wrong with a date, closer than a schema can say; undefined where nothing is, or nothing was typed. */
export function faultOf(value: unknown, label: string): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const { day, month, year } = splitDate(value);
  const whole = label.endsWith("?") ? "The date" : label; // a question is no beginning of a sentence
  const absent = [!day && "day", !month && "month", !year && "year"].filter((part) => part !== false);
  if (absent.length > 0) return `${whole} must include a ${listInWords(absent)}`;
  if (!/^\d{4}$/.test(year)) return `${whole} must have a year of 4 numbers`;
  return isRealDate(value) ? undefined : `${whole} must be a real date`;
}

function isRealDate(value: string): boolean {
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}
