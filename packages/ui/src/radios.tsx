import { Fragment, type ReactNode } from "react";
import { type FieldValues, useWatch } from "react-hook-form";
import { classes } from "./classes.ts";
import { type FieldProps, GroupFrame } from "./field.tsx";
import { type FieldParts, useField } from "./form-context.ts";

export type RadioOption = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Drawn below the option while it is chosen: the questions that follow from it. */
  readonly reveal?: ReactNode;
  /** Why this option may not be chosen. It stays in sight and says so. */
  readonly notAllowed?: string | undefined;
};

/** Options under a heading of their own, such as the clause that lists them: "First choice under GIR-11". */
export type RadioOptionGroup = { readonly heading: string; readonly options: readonly RadioOption[] };

export type RadiosProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  readonly options: readonly (RadioOption | RadioOptionGroup)[];
  readonly inline?: boolean | undefined;
};

/** One answer out of several, bound to the form by name. Nothing is ticked until a person ticks it. */
export function Radios<Values extends FieldValues = FieldValues>({
  name,
  options,
  inline,
  ...props
}: RadiosProps<Values>) {
  const parts = useField(name, { label: props.label, hint: props.hint, verb: "Choose" });
  const chosen: unknown = useWatch({ control: parts.form.control, name });
  const first = options.flatMap((one) => ("options" in one ? one.options : one)).find((one) => !one.notAllowed);

  const draw = (option: RadioOption) => (
    <Radio
      key={option.value}
      name={name}
      option={option}
      parts={parts}
      id={option === first ? parts.id : `${parts.id}-${option.value}`}
      chosen={chosen === option.value}
    />
  );
  return (
    <GroupFrame parts={parts} {...props}>
      <div className={classes("govuk-radios", inline && "govuk-radios--inline")}>
        {options.map((one, place) =>
          "options" in one ? (
            <fieldset key={one.heading} className="lp-options" id={`${parts.id}-group-${place}`}>
              <legend className="lp-options__heading">{one.heading}</legend>
              {one.options.map(draw)}
            </fieldset>
          ) : (
            draw(one)
          ),
        )}
      </div>
    </GroupFrame>
  );
}

type RadioProps = {
  readonly name: string;
  readonly option: RadioOption;
  readonly parts: FieldParts;
  readonly id: string;
  readonly chosen: boolean;
};

function Radio({ name, option, parts, id, chosen }: RadioProps) {
  const note = option.hint || option.notAllowed ? `${id}-note` : undefined;
  return (
    <Fragment>
      <div className="govuk-radios__item">
        <input
          {...parts.form.register(name)}
          id={id}
          type="radio"
          value={option.value}
          disabled={option.notAllowed !== undefined}
          aria-describedby={note}
          className="govuk-radios__input"
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {option.label}
        </label>
        {note && (
          <div className="govuk-hint govuk-radios__hint" id={note}>
            {option.hint}
            {option.notAllowed && <p className="lp-not-allowed__why">{option.notAllowed}</p>}
          </div>
        )}
      </div>
      {chosen && option.reveal && <div className="govuk-radios__conditional">{option.reveal}</div>}
    </Fragment>
  );
}
