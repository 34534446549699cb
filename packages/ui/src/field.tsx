import type { ReactNode } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { classes } from "./classes.ts";
import type { FieldParts } from "./form-context.ts";
import { Hidden } from "./hidden.tsx";

/** What every field takes. `name` is the field's place in the form: `TextField<Values>` checks it. */
export type FieldProps<Values extends FieldValues = FieldValues> = {
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Says "(optional)" after the label; what is left empty is then sent as nothing. */
  readonly optional?: boolean | undefined;
  /** Makes the label the page's h1, for a page that asks one thing (`<Page heading={false}>`). */
  readonly asPageHeading?: boolean | undefined;
};

type FrameProps = Omit<FieldProps, "name"> & { readonly parts: FieldParts; readonly children: ReactNode };

/** Label, hint, error and room for one control. */
export function FieldFrame({ parts, label, hint, optional, asPageHeading, children }: FrameProps) {
  const words = (
    <label className={classes("govuk-label", asPageHeading ? "govuk-label--l" : "govuk-label--s")} htmlFor={parts.id}>
      {label}
      {optional && <Optional />}
    </label>
  );
  return (
    <div className={classes("govuk-form-group", parts.error && "govuk-form-group--error")}>
      {asPageHeading ? (
        <h1 className="govuk-label-wrapper" tabIndex={-1}>
          {words}
        </h1>
      ) : (
        words
      )}
      <HintAndError parts={parts} hint={hint} />
      {children}
    </div>
  );
}

/** Legend, hint, error and room for several controls that answer one question. */
export function GroupFrame({ parts, label, hint, optional, asPageHeading, children }: FrameProps) {
  const words = (
    <>
      {label}
      {optional && <Optional />}
    </>
  );
  return (
    <div className={classes("govuk-form-group", parts.error && "govuk-form-group--error")}>
      <fieldset className="govuk-fieldset" aria-describedby={parts.describedBy}>
        <legend className={classes("govuk-fieldset__legend", `govuk-fieldset__legend--${asPageHeading ? "l" : "s"}`)}>
          {asPageHeading ? (
            <h1 className="govuk-fieldset__heading" tabIndex={-1}>
              {words}
            </h1>
          ) : (
            words
          )}
        </legend>
        <HintAndError parts={parts} hint={hint} />
        {children}
      </fieldset>
    </div>
  );
}

function Optional() {
  return <span className="lp-optional"> (optional)</span>;
}

function HintAndError({ parts, hint }: { readonly parts: FieldParts; readonly hint: ReactNode }) {
  return (
    <>
      {hint && (
        <div className="govuk-hint" id={parts.hintId}>
          {hint}
        </div>
      )}
      {parts.error && (
        <p className="govuk-error-message" id={parts.errorId}>
          <Hidden>Error: </Hidden>
          {parts.error}
        </p>
      )}
    </>
  );
}

/** An optional field left empty is sent as nothing at all. */
export function emptyIsNothing(optional: boolean | undefined): { setValueAs?: (value: unknown) => unknown } {
  return optional ? { setValueAs: (value) => (value === "" ? undefined : value) } : {};
}

/** Several fields under one legend. */
export function FieldGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset lp-field-group">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {children}
    </fieldset>
  );
}
