import type { Ref } from "react";

export type SummaryError = {
  readonly text: string;
  /** The field to go to; a fault that belongs to no field on the screen has none. */
  readonly fieldId?: string | undefined;
};

export type ErrorSummaryProps = {
  readonly title?: string | undefined;
  readonly errors: readonly SummaryError[];
  readonly ref?: Ref<HTMLDivElement> | undefined;
};

/** The list of what to put right. Each line takes focus to its field. */
export function ErrorSummary({ title = "There is a problem", errors, ref }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={ref} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ text, fieldId }) => (
              <li key={`${fieldId} ${text}`}>{fieldId ? <ErrorLink fieldId={fieldId} text={text} /> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function ErrorLink({ fieldId, text }: { readonly fieldId: string; readonly text: string }) {
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault(); // the router owns the address
        goToField(fieldId);
      }}
    >
      {text}
    </a>
  );
}

/** Focuses a field with its label or legend in sight, which focusing alone would leave above the fold. */
export function goToField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!field) return;
  const title = field.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${fieldId}"]`);
  (title ?? field).scrollIntoView?.();
  field.focus({ preventScroll: true });
}
