import type { ReactNode } from "react";
import { Details } from "./details.tsx";

export type TimelineEntry = {
  readonly id: string;
  readonly title: ReactNode;
  /** A day or an instant, for machines. */
  readonly at: string;
  /** The same in words. */
  readonly when: string;
  readonly by?: string | undefined;
  readonly tag?: ReactNode;
  readonly text?: ReactNode;
  /** Opens under the entry. */
  readonly detail?: { readonly summary: string; readonly content: ReactNode } | undefined;
};

/** What happened, one entry after another, in the order given. `label` names the list. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="lp-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="lp-timeline__entry">
          <div className="lp-timeline__top">
            <h3 className="lp-timeline__title">{entry.title}</h3>
            {entry.tag}
          </div>
          <p className="lp-timeline__when">
            <time dateTime={entry.at}>{entry.when}</time>
            {entry.by && <>, {entry.by}</>}
          </p>
          {entry.text && <div className="lp-timeline__text">{entry.text}</div>}
          {entry.detail && <Details summary={entry.detail.summary}>{entry.detail.content}</Details>}
        </li>
      ))}
    </ol>
  );
}
