import { Clock, Section } from "@linchpin/ui";
import type { Duty } from "../../views.ts";

/** What is owed, each with its clause and clock. */
export function Owed({ duties, title }: { readonly duties: readonly Duty[]; readonly title: string }) {
  if (duties.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="lp-work" aria-label={title}>
        {duties.map(({ dutyId, because, clause, owedBy, clock }) => (
          <li key={dutyId} className="lp-work__item">
            <div>
              {because}
              <p className="lp-work__about">
                {owedBy.name} · {clause}
              </p>
            </div>
            {clock && (
              <div className="lp-work__state">
                <Clock {...clock} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
