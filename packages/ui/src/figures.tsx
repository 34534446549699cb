import { Anchor } from "./anchor.tsx";

export type Figure = {
  readonly label: string;
  readonly value: string | number;
  /** "of 12", "since Monday". */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
};

/** A few numbers a manager looks at first. Each may lead to the list behind it. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="lp-figures">
      {figures.map(({ label, value, note, href }) => (
        <div key={label} className="lp-figure">
          <dt className="lp-figure__label">{href ? <Anchor href={href}>{label}</Anchor> : label}</dt>
          <dd className="lp-figure__value">
            {value}
            {note && <span className="lp-figure__note"> {note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
