import { capital } from "@linchpin/portal";
import { Details, listInWords } from "@linchpin/ui";
import type { Figure } from "../../views.ts";

/** A figure's parts, each with its clause or "ours", behind its words. */
export function FigureParts({ of, figure }: { readonly of: string; readonly figure: Figure }) {
  const { parts, missing, isKnown } = figure;
  return (
    <Details summary={of}>
      {!isKnown && <p>No clause of this area's documents speaks of it.</p>}
      {parts.length > 0 && (
        <ul className="mp-parts">
          {parts.map(({ label, points, clause, because }, place) => (
            <li key={place} className="mp-parts__part">
              <strong className="mp-parts__points">{points}</strong>
              <span>
                {label}
                <span className="mp-note">
                  {because} {capital(clause)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <p className="mp-note">Not recorded: {listInWords(missing)}.</p>}
    </Details>
  );
}
