import type { ReactNode } from "react";
import { Anchor } from "./anchor.tsx";
import { Clock, type ClockProps } from "./clock.tsx";

export type WorkItem = {
  readonly id: string;
  readonly title: string;
  /** Where it is done; left out where no page of it opens to the reader. */
  readonly href?: string | undefined;
  /** Whose, where, why: one line. */
  readonly about?: ReactNode;
  readonly clock?: ClockProps | undefined;
  readonly tag?: ReactNode;
};

/** What waits for somebody, in the order given: nearest clock first is the server's to arrange. */
export function WorkList({ label, items }: { readonly label: string; readonly items: readonly WorkItem[] }) {
  return (
    <ul className="lp-work" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className="lp-work__item">
          <div>
            {item.href === undefined ? (
              <span className="lp-work__title">{item.title}</span>
            ) : (
              <Anchor href={item.href} className="govuk-link lp-work__title">
                {item.title}
              </Anchor>
            )}
            {item.about && <p className="lp-work__about">{item.about}</p>}
          </div>
          <div className="lp-work__state">
            {item.tag}
            {item.clock && <Clock {...item.clock} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
