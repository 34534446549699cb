import { Anchor, type LinkTo } from "./anchor.tsx";
import { Icon } from "./icon.tsx";

export type PaginationProps = {
  readonly label?: string | undefined;
  /** `text` says what lies there: "Overview". */
  readonly previous?: LinkTo | undefined;
  readonly next?: LinkTo | undefined;
};

/** The page before and the page after, each at its own address. */
export function Pagination({ label = "Pages", previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="lp-pages" aria-label={label}>
      {previous && (
        <Anchor href={previous.href} rel="prev" className="lp-pages__link">
          <Icon name="arrow" className="lp-pages__icon lp-pages__icon--back" />
          <span>
            <strong>Previous</strong>
            {previous.text}
          </span>
        </Anchor>
      )}
      {next && (
        <Anchor href={next.href} rel="next" className="lp-pages__link lp-pages__link--next">
          <span>
            <strong>Next</strong>
            {next.text}
          </span>
          <Icon name="arrow" className="lp-pages__icon" />
        </Anchor>
      )}
    </nav>
  );
}

export type MoreRowsProps = {
  /** What the list holds: "children". */
  readonly of: string;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly shown?: string | undefined;
};

/** Steps through a list that is paged by key: there is a next and a previous page, and no page number. */
export function MoreRows({ of, onPrevious, onNext, shown }: MoreRowsProps) {
  if (!onPrevious && !onNext) return null;
  return (
    <nav className="lp-more" aria-label={`More ${of}`}>
      <button type="button" className="lp-more__button" onClick={onPrevious} disabled={!onPrevious}>
        <Icon name="arrow" className="lp-pages__icon lp-pages__icon--back" />
        Previous {of}
      </button>
      {shown && <span className="lp-more__shown">{shown}</span>}
      <button type="button" className="lp-more__button" onClick={onNext} disabled={!onNext}>
        Next {of}
        <Icon name="arrow" className="lp-pages__icon" />
      </button>
    </nav>
  );
}
