import { Anchor, Clock, Section } from "@linchpin/ui";
import type { Duty } from "../../views.ts";

type OwedProps = {
  readonly duties: readonly Duty[];
  readonly title: string;
  /** Where this reader does it, if it is theirs to do. */
  readonly hrefOf?: (duty: Duty) => string | undefined;
};

/** What is owed, each with its clause and clock. */
export function Owed({ duties, title, hrefOf }: OwedProps) {
  if (duties.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="lp-work" aria-label={title}>
        {duties.map((duty) => (
          <li key={duty.dutyId} className="lp-work__item">
            <div>
              <What duty={duty} href={hrefOf?.(duty)} />
              <p className="lp-work__about">
                {duty.owedBy.name} · {duty.clause}
              </p>
            </div>
            {duty.clock && (
              <div className="lp-work__state">
                <Clock {...duty.clock} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function What({ duty, href }: { readonly duty: Duty; readonly href: string | undefined }) {
  return href === undefined ? duty.because : <Anchor href={href}>{duty.because}</Anchor>;
}
