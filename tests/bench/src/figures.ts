/** The least, the middle and the most of what several rounds gave. */
export type Spread = { readonly least: number; readonly median: number; readonly most: number };

const ordered = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

/** The value below which this share of the others lies; the nearest one that was seen. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ordered(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = ordered(values);
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return {
    least: sorted[0] ?? Number.NaN,
    median: sorted.length % 2 === 0 ? (below + above) / 2 : above,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

/** Each round's figure over the same round's other figure: neighbours in time, so that a busy machine weighs on both. */
export const ratios = (of: readonly number[], to: readonly number[]): Spread =>
  spreadOf(of.flatMap((value, round) => (to[round] === undefined ? [] : [value / (to[round] as number)])));

/** What one run of requests measured. */
export type Measured = {
  readonly requests: number;
  readonly seconds: number;
  /** Of each request, in milliseconds. */
  readonly latencies: readonly number[];
  /** CPU time of the process that answered and of PostgreSQL, in milliseconds altogether. */
  readonly cpu: { readonly api: number; readonly postgres: number };
};

/** Several rounds of one thing, as they are reported. */
export type Figures = {
  readonly requests: number;
  readonly perSecond: Spread;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds a request. */
  readonly cpu: { readonly api: Spread; readonly postgres: Spread };
};

export function figuresOf(rounds: readonly Measured[]): Figures {
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
    perSecond: spreadOf(rounds.map(perSecond)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: {
      api: spreadOf(rounds.map(({ cpu, requests }) => cpu.api / requests)),
      postgres: spreadOf(rounds.map(({ cpu, requests }) => cpu.postgres / requests)),
    },
  };
}

export const perSecond = ({ requests, seconds }: Measured): number => requests / seconds;

/** A figure we hold ourselves to. */
export type Target = { readonly name: string; readonly value: number; readonly unit: string } & (
  | { readonly atLeast: number }
  | { readonly atMost: number }
);

/** "met", or by how much it was missed. */
export function verdict(target: Target): { readonly met: boolean; readonly words: string } {
  const { value } = target;
  const [limit, met] =
    "atLeast" in target ? [target.atLeast, value >= target.atLeast] : [target.atMost, value <= target.atMost];
  if (met) return { met, words: "met" };
  if (!Number.isFinite(value)) return { met, words: "not measured" };
  return { met, words: `missed by ${short(Math.abs(value - limit))}${target.unit}` };
}

/** Three figures that matter. What was not measured is no number, and nothing at all once it was JSON. */
export const short = (value: number | null): string => {
  if (value === null || !Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};
export const shortSpread = ({ least, median, most }: Spread): string =>
  [short(least), short(median), short(most)].every((one) => one === "-")
    ? "-"
    : `${short(least)} - ${short(median)} - ${short(most)}`;
