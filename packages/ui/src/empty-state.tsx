import type { ReactNode } from "react";

/** Nothing is here yet. Children offer the next step. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="lp-empty">
      <p className="lp-empty__title">{title}</p>
      {children}
    </div>
  );
}
