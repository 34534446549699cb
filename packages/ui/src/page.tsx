import { type ReactNode, useEffect, useRef } from "react";
import { Anchor, type LinkTo } from "./anchor.tsx";

export type PageProps = {
  /** The page's one h1, and its document title with " - Linchpin" behind it. */
  readonly title: string;
  /** A line above the title: the child's name, the step, the team. */
  readonly caption?: string | undefined;
  /** What can be done here, at the right of the title. */
  readonly actions?: ReactNode;
  readonly back?: LinkTo | undefined;
  /** False where a question's own label or legend is the h1 (`asPageHeading`). */
  readonly heading?: boolean | undefined;
  readonly children: ReactNode;
};

let lastPlace: string | undefined; // where the reader was, so that a new page or step, and only such a one, takes focus

/** One screen: sets the document title, and takes focus to the title when the reader comes from another page. */
export function Page({ title, caption, actions, back, heading = true, children }: PageProps) {
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    document.title = `${title} - Linchpin`;
    const { pathname, hash } = window.location;
    const place = `${pathname}${hash}`;
    if (lastPlace !== undefined && lastPlace !== place) top.current?.querySelector<HTMLElement>("h1")?.focus();
    lastPlace = place;
  }, [title]);

  return (
    <div className="lp-page" ref={top}>
      {back && (
        <Anchor href={back.href} className="govuk-back-link">
          {back.text}
        </Anchor>
      )}
      {heading && (
        <div className="lp-page__top">
          <div className="lp-page__title">
            {caption && <span className="govuk-caption-l">{caption}</span>}
            <h1 className="govuk-heading-l" tabIndex={-1}>
              {title}
            </h1>
          </div>
          {actions && <div className="lp-page__actions">{actions}</div>}
        </div>
      )}
      {children}
    </div>
  );
}

/** Two columns that become one on a phone: what the page is about, and `aside` beside it. */
export function PageGrid({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
      {aside && <div className="govuk-grid-column-one-third">{aside}</div>}
    </div>
  );
}

export type SectionProps = {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under its own h2. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="lp-section">
      <div className="lp-section__top">
        <h2 className="govuk-heading-m">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
