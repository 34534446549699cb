import type { ReactNode } from "react";
import { Anchor } from "./anchor.tsx";
import { Hidden } from "./hidden.tsx";
import { inSentence } from "./words.ts";

export type SummaryRow = {
  readonly key: string;
  readonly value: ReactNode;
  /** A link to change it. `text` is said with the key behind it: "Change date of birth"; `of` where a page has the key twice. */
  readonly action?: { readonly href: string; readonly text: string; readonly of?: string } | undefined;
};

/** Facts about one thing: a key and its value on each line. */
export function SummaryList({
  rows,
  compact = false,
}: {
  readonly rows: readonly SummaryRow[];
  readonly compact?: boolean;
}) {
  const anyAction = rows.some((row) => row.action);
  return (
    <dl className={compact ? "govuk-summary-list lp-summary--compact" : "govuk-summary-list"}>
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={
            anyAction && !action
              ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
              : "govuk-summary-list__row"
          }
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="govuk-summary-list__actions">
              <Anchor href={action.href}>
                {action.text}{" "}
                <Hidden>
                  {action.of === undefined ? inSentence(key) : `${inSentence(key)}: ${inSentence(action.of)}`}
                </Hidden>
              </Anchor>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
