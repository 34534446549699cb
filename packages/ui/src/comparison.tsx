// biome-ignore-all lint/a11y/noRedundantRoles: laid out as cards, a table loses its own roles in some browsers
import { type ReactNode, useId } from "react";
import { Clause } from "./clause.tsx";
import type { ClauseView } from "./decision-view.ts";
import { Hidden } from "./hidden.tsx";

export type ComparisonProps = {
  readonly caption: string;
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly note?: string | undefined }[];
  readonly criteria: readonly {
    readonly id: string;
    readonly label: string;
    readonly clause?: ClauseView | undefined;
    /** What is known of each candidate, by candidate id. What is absent reads "Not recorded". */
    readonly cells: { readonly [candidate: string]: ReactNode };
  }[];
};

/**
 * People side by side, clause by clause, in the order given. Nothing is added up, ranked or ticked: the choice is a
 * question of its own, below. On a phone each clause becomes a card.
 */
export function Comparison({ caption, candidates, criteria }: ComparisonProps) {
  const id = useId();
  return (
    <table className="lp-comparison" role="table" aria-labelledby={id}>
      <caption className="lp-comparison__caption" id={id}>
        {caption}
      </caption>
      <thead role="rowgroup" className="lp-comparison__head">
        <tr role="row">
          <td role="cell" className="lp-comparison__corner">
            <Hidden>What is compared</Hidden>
          </td>
          {candidates.map((candidate) => (
            <th role="columnheader" scope="col" key={candidate.id} className="lp-comparison__name">
              {candidate.name}
              {candidate.note && <span className="lp-comparison__note">{candidate.note}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {criteria.map((criterion) => (
          <tr role="row" className="lp-comparison__row" key={criterion.id}>
            <th role="rowheader" scope="row" className="lp-comparison__criterion">
              {criterion.label}
              {criterion.clause && <Clause clause={criterion.clause} />}
            </th>
            {candidates.map(({ id: candidate, name }) => (
              <td role="cell" key={candidate} className="lp-comparison__cell">
                <span className="lp-comparison__who" aria-hidden="true">
                  {name}
                </span>
                {criterion.cells[candidate] ?? <em className="lp-not-recorded">Not recorded</em>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
