import type { ReactNode } from "react";

export type DetailsProps = { readonly summary: ReactNode; readonly open?: boolean; readonly children: ReactNode };

/** Words that open on demand, and always on paper. */
export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
