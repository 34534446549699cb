/** A seeded source of choices: the same seed always draws the same lists. */
export type Draw = {
  /** A whole number from 0 up to, not including, `below`. */
  readonly number: (below: number) => number;
  readonly from: <T>(list: readonly [T, ...T[]]) => T;
  /** True so many times in a hundred. */
  readonly inHundred: (times: number) => boolean;
};

/** Mulberry32, which is enough for invented lists. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    from: (list) => list[number(list.length)] ?? list[0],
    inHundred: (times) => number(100) < times,
  };
}
