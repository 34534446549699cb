import type { Add } from "./copy.ts";
import type { Random } from "./random.ts";

/** How large an area is. Everybody has the same to do in each: 50 children a practitioner, 5 leads, a sixth of plans without. */
export type Size = {
  readonly children: number;
  readonly practitioners: number;
  readonly plans: number;
  /** Practitioners in each team. */
  readonly teams: readonly number[];
};

const evenly = (people: number, teams: number): readonly number[] =>
  Array.from(
    { length: teams },
    (_, team) => Math.floor((people * (team + 1)) / teams) - Math.floor((people * team) / teams),
  );

/** 100,000 children: one team of 200, one of 20 to compare with the small area's, and 18 more. */
export const largeArea: Size = {
  children: 100_000,
  practitioners: 2_000,
  plans: 12_000,
  teams: [200, 20, ...evenly(1_780, 18)],
};

/** A hundredth of it, in proportion. */
export const smallArea: Size = { children: 1_000, practitioners: 20, plans: 120, teams: [20] };

/** What every part of making an area needs. */
export type Making = {
  readonly size: Size;
  readonly random: Random;
  readonly areaId: string;
  readonly adoptionId: string;
  /** The moment it is made, in milliseconds: everything loaded lies before it. */
  readonly now: number;
  readonly add: Add;
};

export const day = 86_400_000;
export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const instantOf = (at: number): string => new Date(at).toISOString();
/** A half-open range that has not ended. */
export const since = (at: number): string => `[${instantOf(at)},)`;
export const sinceDay = (at: number): string => `[${dateOf(at)},)`;

/** A moment of the last two years, not of the last day. */
export const someTimeAgo = ({ now, random }: Making, atMost = 730): number => now - day - random.below(atMost * day);
