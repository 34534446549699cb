import type { ReactNode } from "react";
import { Page } from "./page.tsx";

/** The end of a journey: what was done, then what happens next. */
export function Confirmation({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Page title={title} heading={false}>
      <div className="govuk-panel govuk-panel--confirmation lp-confirmation">
        <h1 className="govuk-panel__title" tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
    </Page>
  );
}
