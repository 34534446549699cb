import {
  type Figures,
  figuresOf,
  type Measured,
  percentile,
  perSecond,
  ratios,
  type Spread,
  short,
  shortSpread,
  type Target,
  verdict,
} from "./figures.ts";
import { table } from "./table.ts";

/** Everything measured of one operation. Rounds of the three stand side by side. */
export type Run = {
  readonly name: string;
  readonly label: string;
  readonly connections: number;
  readonly product: readonly Measured[];
  readonly bare: readonly Measured[];
  readonly pgbench: readonly Measured[];
};

/** One operation alone in the large area and in the small one. */
export type Scaling = {
  readonly name: string;
  readonly label: string;
  readonly large: readonly Measured[];
  readonly small: readonly Measured[];
};

export type ColdStart = { readonly ready: number; readonly firstAnswer: number };

export type Found = {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly loaded: { readonly rows: number; readonly seconds: number; readonly megabytes: number };
  readonly runs: readonly Run[];
  readonly scaling: readonly Scaling[];
  readonly memory: { readonly now: number; readonly most: number };
  readonly coldStarts: readonly ColdStart[];
  readonly remarks: readonly string[];
};

const ofBare = ({ product, bare }: Run): Spread => ratios(product.map(perSecond), bare.map(perSecond));
const ofPgbench = ({ product, pgbench }: Run): Spread => ratios(product.map(perSecond), pgbench.map(perSecond));
const p50 = (rounds: readonly Measured[]): readonly number[] =>
  rounds.map(({ latencies }) => percentile(latencies, 0.5));
const growth = ({ large, small }: Scaling): Spread => ratios(p50(large), p50(small));
const firstAnswers = (found: Found): readonly number[] =>
  found.coldStarts.map(({ firstAnswer }) => firstAnswer / 1_000);

/** What we hold ourselves to, with what was found. */
export function targetsOf(found: Found): readonly Target[] {
  return [
    ...found.runs.map((run) => ({
      name: `${run.label}, ${connectionsIn(run)}: of the same statements through the driver alone`,
      value: ofBare(run).median,
      unit: "",
      atLeast: 0.5,
    })),
    ...found.scaling.map((one) => ({
      name: `${one.label}: time at 100,000 children against 1,000`,
      value: growth(one).median,
      unit: "",
      atMost: 1.3,
    })),
    { name: "Memory of the API, at its most", value: found.memory.most, unit: " MB", atMost: 250 },
    { name: "Cold start to the first answer", value: percentile(firstAnswers(found), 0.5), unit: " s", atMost: 2 },
  ];
}

const connectionsIn = ({ connections }: Run): string =>
  connections === 1 ? "1 connection" : `${connections} connections`;

/** The figures as a person reads them. */
export function report(found: Found): string {
  const runs = found.runs.flatMap((run) => rowsOf(run));
  const scaling = found.scaling.map((one) => [
    one.label,
    short(
      percentile(
        one.large.flatMap(({ latencies }) => latencies),
        0.5,
      ),
    ),
    short(
      percentile(
        one.small.flatMap(({ latencies }) => latencies),
        0.5,
      ),
    ),
    shortSpread(growth(one)),
  ]);
  const targets = targetsOf(found).map((target) => [
    target.name,
    "atLeast" in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`,
    `${short(target.value)}${target.unit}`,
    verdict(target).words,
  ]);
  const starts = found.coldStarts.map(({ ready }) => ready / 1_000);
  const { rows, seconds, megabytes } = found.loaded;
  return [
    Object.entries(found.machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join(" · "),
    `${rows.toLocaleString("en-GB")} rows copied in ${short(seconds)} s, ${short(megabytes)} MB with indexes.`,
    ...found.remarks,
    "",
    "Ratios are requests/s over the neighbouring round's: least - median - most. CPU is milliseconds a request.",
    table(["", "requests/s", "p50 ms", "p99 ms", "of bare", "of pgbench", "API CPU", "PostgreSQL CPU"], runs),
    "",
    table(["Alone, p50 in ms", "100,000 children", "1,000", "ratio"], scaling),
    "",
    `Memory of the API: ${short(found.memory.now)} MB now, ${short(found.memory.most)} MB at its most.`,
    `Cold start: ready after ${shortSpread(spread(starts))} s, first answer after ${shortSpread(spread(firstAnswers(found)))} s.`,
    "",
    table(["Target", "wanted", "found", ""], targets),
  ].join("\n");
}

const spread = (values: readonly number[]): Spread =>
  ratios(
    values,
    values.map(() => 1),
  );

function rowsOf(run: Run): readonly (readonly string[])[] {
  const [product, bare, pgbench] = [run.product, run.bare, run.pgbench].map(figuresOf);
  const row = (name: string, figures: Figures | undefined, more: readonly string[] = ["", ""]) =>
    figures && figures.requests > 0
      ? [
          [
            name,
            short(figures.perSecond.median),
            short(figures.p50),
            short(figures.p99),
            ...more,
            api(name, figures),
            short(figures.cpu.postgres.median),
          ],
        ]
      : [];
  return [
    ...row(`${run.label}, ${connectionsIn(run)}`, product, [
      shortSpread(ofBare(run)),
      run.pgbench.length > 0 ? shortSpread(ofPgbench(run)) : "",
    ]),
    ...row("  bare server", bare),
    ...row("  pgbench", pgbench),
  ];
}

const api = (name: string, { cpu }: Figures): string => (name === "  pgbench" ? "" : short(cpu.api.median));

/** The same, for machines: every round's figures, and what became of each target. */
export function asJson(found: Found): string {
  const rounds = (all: readonly Measured[]) =>
    all.map((one) => ({
      requests: one.requests,
      seconds: one.seconds,
      perSecond: perSecond(one),
      p50: percentile(one.latencies, 0.5),
      p99: percentile(one.latencies, 0.99),
      cpuMsPerRequest: { api: one.cpu.api / one.requests, postgres: one.cpu.postgres / one.requests },
    }));
  return JSON.stringify(
    {
      ...found,
      runs: found.runs.map((run) => ({
        name: run.name,
        label: run.label,
        connections: run.connections,
        ofBare: ofBare(run),
        ofPgbench: run.pgbench.length > 0 ? ofPgbench(run) : null,
        product: rounds(run.product),
        bare: rounds(run.bare),
        pgbench: rounds(run.pgbench),
      })),
      scaling: found.scaling.map((one) => ({
        name: one.name,
        label: one.label,
        ratio: growth(one),
        large: rounds(one.large),
        small: rounds(one.small),
      })),
      targets: targetsOf(found).map((target) => ({ ...target, ...verdict(target) })),
    },
    null,
    2,
  );
}
