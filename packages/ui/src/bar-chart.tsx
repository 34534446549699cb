import { scaleLinear } from "d3-scale";
import { ScrollRegion } from "./scroll-region.tsx";

export type BarChartProps = {
  readonly caption: string;
  /** What each row is: "Team". */
  readonly of: string;
  /** What is counted, one name for each number of a row: ["Led", "Waiting"]. At most three. */
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
};

/** Numbers as bars inside the table that says them: the table is the chart's text, so they cannot differ. */
export function BarChart({ caption, of, series, rows }: BarChartProps) {
  const totals = rows.map((row) => row.values.reduce((sum, value) => sum + value, 0));
  const along = scaleLinear()
    .domain([0, Math.max(1, ...totals)])
    .nice(4)
    .range([0, 100]);
  const ticks = along.ticks(4).filter(Number.isInteger);
  return (
    <ScrollRegion>
      {(id) => (
        <table className="govuk-table lp-bars">
          <caption className="govuk-table__caption lp-table__caption" id={id}>
            {caption}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="govuk-table__header">
                {of}
              </th>
              {series.map((name, place) => (
                <th key={name} scope="col" className="govuk-table__header govuk-table__header--numeric">
                  {series.length > 1 && <Swatch place={place} />}
                  {name}
                </th>
              ))}
              <td className="lp-bars__plot" aria-hidden="true">
                <svg width="100%" height="18" aria-hidden="true" focusable="false" className="lp-bars__axis">
                  {ticks.map((tick) => (
                    <text key={tick} x={`${along(tick)}%`} y="13" textAnchor={anchorOf(along(tick))}>
                      {tick}
                    </text>
                  ))}
                </svg>
              </td>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row" className="govuk-table__header">
                  {label}
                </th>
                {series.map((name, place) => (
                  <td key={name} className="govuk-table__cell govuk-table__cell--numeric">
                    {values[place] ?? 0}
                  </td>
                ))}
                <td className="lp-bars__plot" aria-hidden="true">
                  <svg width="100%" height="22" aria-hidden="true" focusable="false">
                    {ticks.map((tick) => (
                      <rect key={tick} className="lp-bars__grid" x={`${along(tick)}%`} width="1" height="22" />
                    ))}
                    {stack(values).map(({ from, value, place }) => (
                      <rect
                        key={series[place]}
                        className={`lp-bars__bar lp-bars__bar--${place}`}
                        x={`${along(from)}%`}
                        y="3"
                        width={`${along(value)}%`}
                        height="16"
                      />
                    ))}
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ScrollRegion>
  );
}

function Swatch({ place }: { readonly place: number }) {
  return (
    <svg className="lp-bars__swatch" width="12" height="12" aria-hidden="true" focusable="false">
      <rect className={`lp-bars__bar--${place}`} width="12" height="12" />
    </svg>
  );
}

function anchorOf(percent: number): "start" | "middle" | "end" {
  if (percent === 0) return "start";
  return percent >= 99 ? "end" : "middle";
}

function stack(values: readonly number[]): { from: number; value: number; place: number }[] {
  return values.map((value, place) => ({ from: values.slice(0, place).reduce((a, b) => a + b, 0), value, place }));
}
