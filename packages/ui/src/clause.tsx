import type { ClauseView } from "./decision-view.ts";

/** A clause as it is cited: "CP3.1 8.4.2", with the document's title behind it. */
export function Clause({ clause }: { readonly clause: ClauseView }) {
  return (
    <cite className="lp-clause">
      <span className="lp-clause__at">
        {clause.source} {clause.at}
      </span>
      {clause.sourceTitle && <span className="lp-clause__title"> {clause.sourceTitle}</span>}
    </cite>
  );
}
