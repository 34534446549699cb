import type { ReactNode } from "react";

/** Words for those who listen, not drawn on the screen. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
