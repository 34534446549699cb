import type { Failure } from "./attempts.ts";
import {
  type Figures,
  figuresOf,
  type Measured,
  percentile,
  perSecond,
  ratios,
  type Spread,
  spreadOf,
  type Target,
  verdict,
} from "./figures.ts";

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
  /** How many statements each operation sends, in how many requests. */
  readonly statements: Readonly<Record<string, { readonly statements: number; readonly requests: number }>>;
  readonly runs: readonly Run[];
  readonly scaling: readonly Scaling[];
  readonly memory: { readonly now: number; readonly most: number } | undefined;
  readonly coldStarts: readonly ColdStart[];
  readonly remarks: readonly string[];
  readonly failures: readonly Failure[];
};

type Round = {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMsPerRequest: { readonly api: number; readonly postgres: number };
};
type Rounds = Figures & { readonly rounds: readonly Round[] };

/** What a run found, with ratios and verdicts: what is printed, and what `--json` writes. */
export type Summary = Omit<Found, "runs" | "scaling" | "coldStarts"> & {
  readonly runs: readonly (Omit<Run, "product" | "bare" | "pgbench"> & {
    readonly ofBare: Spread;
    readonly ofPgbench: Spread;
    readonly product: Rounds;
    readonly bare: Rounds;
    readonly pgbench: Rounds;
  })[];
  readonly scaling: readonly (Omit<Scaling, "large" | "small"> & {
    readonly ratio: Spread;
    readonly large: Rounds;
    readonly small: Rounds;
  })[];
  /** Seconds from starting the process. */
  readonly coldStarts: { readonly ready: Spread; readonly firstAnswer: Spread; readonly times: number };
  readonly targets: readonly (Target & ReturnType<typeof verdict>)[];
};

export const connectionsIn = ({ connections }: Pick<Run, "connections">): string =>
  connections === 1 ? "1 connection" : `${connections} connections`;

/** Works out ratios, and whether each target was met. */
export function summaryOf(found: Found): Summary {
  const runs = found.runs.map(({ product, bare, pgbench, ...run }) => ({
    ...run,
    ofBare: ratios(product.map(perSecond), bare.map(perSecond)),
    ofPgbench: ratios(product.map(perSecond), pgbench.map(perSecond)),
    product: roundsOf(product),
    bare: roundsOf(bare),
    pgbench: roundsOf(pgbench),
  }));
  const scaling = found.scaling.map(({ large, small, ...one }) => ({
    ...one,
    ratio: ratios(large.map(p50), small.map(p50)),
    large: roundsOf(large),
    small: roundsOf(small),
  }));
  const seconds = (of: keyof ColdStart) => spreadOf(found.coldStarts.map((start) => start[of] / 1_000));
  const coldStarts = {
    ready: seconds("ready"),
    firstAnswer: seconds("firstAnswer"),
    times: found.coldStarts.length,
  };
  const targets: readonly Target[] = [
    ...runs.map((run) => ({
      name: `${run.label}, ${connectionsIn(run)}: of the same statements through the driver alone`,
      value: run.ofBare.median,
      unit: "",
      atLeast: 0.5,
    })),
    ...scaling.map(({ label, ratio }) => ({
      name: `${label}: time at 100,000 children against 1,000`,
      value: ratio.median,
      unit: "",
      atMost: 1.3,
    })),
    { name: "Memory of the API, at its most", value: found.memory?.most ?? Number.NaN, unit: " MB", atMost: 250 },
    { name: "Cold start to the first answer", value: coldStarts.firstAnswer.median, unit: " s", atMost: 2 },
  ];
  return {
    ...found,
    runs,
    scaling,
    coldStarts,
    targets: targets.map((target) => ({ ...target, ...verdict(target) })),
  };
}

const p50 = ({ latencies }: Measured): number => percentile(latencies, 0.5);

const roundsOf = (rounds: readonly Measured[]): Rounds => ({
  ...figuresOf(rounds),
  rounds: rounds.map((one) => ({
    requests: one.requests,
    seconds: one.seconds,
    perSecond: perSecond(one),
    p50: p50(one),
    p99: percentile(one.latencies, 0.99),
    cpuMsPerRequest: { api: one.cpu.api / one.requests, postgres: one.cpu.postgres / one.requests },
  })),
});
