import { Fragment, type ReactNode } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, GroupFrame } from "./field.tsx";
import { useField } from "./form-context.ts";
import { Hidden } from "./hidden.tsx";

export type CheckboxOption = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly reveal?: ReactNode;
  /** "None of these": unticks the others, and they untick it. */
  readonly alone?: boolean | undefined;
};

export type CheckboxesProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  readonly options: readonly CheckboxOption[];
};

/** Any number of answers, bound to the form by name. Out: a list of values, in the order of the options. */
export function Checkboxes<Values extends FieldValues = FieldValues>({
  name,
  options,
  ...props
}: CheckboxesProps<Values>) {
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Choose" });
  const { field } = useController({ name, control: parts.form.control });
  const ticked = new Set<string>(Array.isArray(field.value) ? field.value : []);

  const toggle = (option: CheckboxOption, on: boolean) => {
    const stays = (one: CheckboxOption) =>
      one === option ? on : ticked.has(one.value) && !(on && (option.alone || one.alone));
    field.onChange(options.filter(stays).map((one) => one.value));
  };
  return (
    <GroupFrame parts={parts} {...props}>
      <div className="govuk-checkboxes">
        {options.map((option, place) => (
          <Tick
            key={option.value}
            id={place === 0 ? parts.id : `${parts.id}-${option.value}`}
            name={name}
            option={option}
            checked={ticked.has(option.value)}
            onChange={(on) => toggle(option, on)}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

type TickProps = {
  readonly id: string;
  readonly name: string;
  readonly option: CheckboxOption;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
};

function Tick({ id, name, option, checked, onChange }: TickProps) {
  const hint = option.hint ? `${id}-note` : undefined;
  return (
    <Fragment>
      {option.alone && <div className="govuk-checkboxes__divider">or</div>}
      <div className="govuk-checkboxes__item">
        <input
          id={id}
          name={name}
          type="checkbox"
          checked={checked}
          aria-describedby={hint}
          className="govuk-checkboxes__input"
          onChange={(event) => onChange(event.target.checked)}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {option.label}
        </label>
        {hint && (
          <div className="govuk-hint govuk-checkboxes__hint" id={hint}>
            {option.hint}
          </div>
        )}
      </div>
      {checked && option.reveal && <div className="govuk-checkboxes__conditional">{option.reveal}</div>}
    </Fragment>
  );
}

/** One statement to tick, bound to the form by name. Out: true or false. */
export function Checkbox<Values extends FieldValues = FieldValues>({ name, label, hint }: FieldProps<Values>) {
  const parts = useField(name, { label, hint, verb: "Choose" });
  const { field } = useController({ name, control: parts.form.control });
  return (
    <div className={parts.error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      {parts.error && (
        <p className="govuk-error-message" id={parts.errorId}>
          <Hidden>Error: </Hidden>
          {parts.error}
        </p>
      )}
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            id={parts.id}
            name={name}
            type="checkbox"
            checked={field.value === true}
            ref={field.ref}
            aria-describedby={parts.describedBy}
            aria-invalid={parts.error ? true : undefined}
            className="govuk-checkboxes__input"
            onChange={(event) => field.onChange(event.target.checked)}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={parts.id}>
            {label}
          </label>
          {hint && (
            <div className="govuk-hint govuk-checkboxes__hint" id={parts.hintId}>
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
