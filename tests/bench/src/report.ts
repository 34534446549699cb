import { type Figures, short, shortSpread } from "./figures.ts";
import { connectionsIn, type Summary } from "./summary.ts";
import { markdownTable, table } from "./table.ts";

type Rows = readonly (readonly string[])[];
type Table = (headings: readonly string[], rows: Rows) => string;

/** The figures as a person reads them on a screen. */
export function report(summary: Summary): string {
  return [
    factsOf(summary),
    ...summary.remarks,
    "",
    howToRead,
    ...tablesOf(summary, table),
    ...(summary.failures.length > 0 ? ["", "What could not be measured:", ...failuresOf(summary)] : []),
  ].join("\n");
}

/** The same for a page of the documentation. */
export function markdown(summary: Summary): string {
  return [
    factsOf(summary),
    ...summary.remarks.flatMap((remark) => ["", remark]),
    "",
    ...tablesOf(summary, markdownTable),
    ...(summary.failures.length > 0 ? ["", "What could not be measured:", "", ...failuresOf(summary)] : []),
  ].join("\n");
}

const howToRead =
  "Ratios are requests/s over the neighbouring round's: least - median - most. CPU is milliseconds a request.";

const factsOf = ({ machine, loaded }: Summary): string =>
  [
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join(" · "),
    `${loaded.rows.toLocaleString("en-GB")} rows copied in ${short(loaded.seconds)} s, ${short(loaded.megabytes)} MB with indexes.`,
  ].join("\n");

const failuresOf = ({ failures }: Summary): readonly string[] => failures.map(({ part, why }) => `- ${part}: ${why}`);

function tablesOf(summary: Summary, drawn: Table): readonly string[] {
  const { memory, coldStarts, statements } = summary;
  const headings = ["", "requests/s", "p50 ms", "p99 ms", "of bare", "of pgbench", "API CPU", "PostgreSQL CPU"];
  const sent = Object.entries(statements).map(([name, one]) => [name, `${one.statements}`, `${one.requests}`]);
  const grown = summary.scaling.map(({ label, large, small, ratio }) => [
    label,
    short(large.p50),
    short(small.p50),
    shortSpread(ratio),
  ]);
  const measured: Rows = [
    ["Cold start: ready, s", shortSpread(coldStarts.ready)],
    ["Cold start: first answer, s", shortSpread(coldStarts.firstAnswer)],
    ["Memory of the API, MB: at the end", short(memory?.now ?? null)],
    ["Memory of the API, MB: at its most", short(memory?.most ?? null)],
  ];
  const targets = summary.targets.map((target) => [
    target.name,
    "atLeast" in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`,
    `${short(target.value)}${target.unit}`,
    target.words,
  ]);
  return [
    drawn(headings, summary.runs.flatMap(rowsOf)),
    "",
    drawn(["Alone, p50 in ms", "100,000 children", "1,000", "ratio"], grown),
    "",
    drawn(["", "statements", "requests"], sent),
    "",
    drawn([`A process of its own, ${coldStarts.times} times`, "found"], measured),
    "",
    drawn(["Target", "wanted", "found", ""], targets),
  ];
}

function rowsOf(run: Summary["runs"][number]): Rows {
  const row = (name: string, figures: Figures, { ratio = ["", ""], api = short(figures.cpu.api.median) }) => [
    name,
    short(figures.perSecond.median),
    short(figures.p50),
    short(figures.p99),
    ...ratio,
    api,
    short(figures.cpu.postgres.median),
  ];
  const ratio = [run.ofBare, run.ofPgbench].map(shortSpread);
  return [
    row(`${run.label}, ${connectionsIn(run)}`, run.product, { ratio }),
    row("  bare server", run.bare, {}),
    row("  pgbench", run.pgbench, { api: "" }),
  ].filter((_, side) => ([run.product, run.bare, run.pgbench][side]?.requests ?? 0) > 0);
}
