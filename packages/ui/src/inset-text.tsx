import type { ReactNode } from "react";

/** Words set apart from those around them: a quotation, a note. */
export function InsetText({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

/** Something a person must not miss. */
export function WarningText({ children }: { readonly children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning: </span>
        {children}
      </strong>
    </div>
  );
}
