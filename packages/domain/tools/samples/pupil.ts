import { addDays, daysBetween, type LocalDate, localDate } from "../../src/kernel/local-date.ts";
import { modulus11CheckDigit } from "../../src/people/identifiers.ts";
import type { ImportField } from "../../src/people/import-fields.ts";
import type { Draw } from "./draw.ts";
import { relationships, streets, type Words } from "./words.ts";

/** A row of a sample, by our own field names; a sample with other headings turns them last. */
export type Pupil = { readonly [Field in ImportField]?: string };

/** The day the samples are made for: stages and ages are right on it. */
export const today = localDate("2026-11-22");

/** Test numbers only: 999, a serial, a check digit. Serials that have none are passed over. */
export function testNhsNumbers(from: number): () => string {
  let serial = from;
  return () => {
    for (;;) {
      const nine = `999${String(serial++).padStart(6, "0")}`;
      const check = modulus11CheckDigit(nine);
      if (check !== undefined) return `${nine}${check}`;
    }
  };
}

export const dayBetween = (draw: Draw, first: LocalDate, last: LocalDate): LocalDate =>
  addDays(first, draw.number(daysBetween(first, last) + 1));

/** 27/03/2015, as exports write it. */
export const dayFirst = (day: LocalDate): string => day.split("-").reverse().join("/");

/** Where a sample is set. The postcode area is one that no town has. */
export type Place = { readonly town: string; readonly outward: string };

/** One household: an address and one or two carers, with the numbers and domains kept for examples. */
export function household(draw: Draw, place: Place, family: string, givenNames: Words): Pupil {
  const hasTwo = draw.inHundred(55);
  const letters = "ABDEFGHJLNPQRSTUWXYZ";
  const inward = `${draw.number(10)}${letters[draw.number(20)]}${letters[draw.number(20)]}`;
  const carer = (which: 1 | 2): Pupil => {
    const given = draw.from(givenNames);
    const mailbox = `${given}.${family}`
      .normalize("NFKD")
      .replace(/[^A-Za-z.]/g, "")
      .toLowerCase();
    return {
      [`PARENT_${which}_NAME`]: `${given} ${family}`,
      [`PARENT_${which}_RELATIONSHIP`]: draw.from(relationships),
      [`PARENT_${which}_PHONE`]: draw.inHundred(80)
        ? `07700 900${String(draw.number(1000)).padStart(3, "0")}`
        : `01632 960${String(draw.number(1000)).padStart(3, "0")}`,
      [`PARENT_${which}_EMAIL`]: draw.inHundred(70) ? `${mailbox}@example.com` : "",
    };
  };
  const flat = draw.inHundred(12) ? `Flat ${1 + draw.number(8)}, ` : "";
  return {
    CHILD_ADDRESS_LINE_1: `${flat}${1 + draw.number(140)} ${draw.from(streets)}`,
    CHILD_TOWN: place.town,
    CHILD_POSTCODE: `${place.outward}${1 + draw.number(9)} ${inward}`,
    ...carer(1),
    ...(hasTwo ? carer(2) : {}),
  };
}

/**
 * A list of so many children, home by home: brothers and sisters share an address and carers. `child` gives what is
 * the child's own.
 */
export function children(
  draw: Draw,
  count: number,
  home: { readonly family: () => string; readonly carers: Words; readonly place: Place },
  child: (at: number) => Pupil,
): readonly Pupil[] {
  const all: Pupil[] = [];
  while (all.length < count) {
    const family = home.family();
    const shared = household(draw, home.place, family, home.carers);
    const siblings = Math.min(draw.inHundred(18) ? 2 : 1, count - all.length);
    for (let left = siblings; left > 0; left -= 1)
      all.push({ CHILD_LAST_NAME: family, ...shared, ...child(all.length) });
  }
  return all;
}

/** The list with some cells as people write them by mistake, by row from 0, and one row that stands in it twice. */
export function withFaults(
  pupils: readonly Pupil[],
  cells: Readonly<Record<number, Pupil>>,
  repeat: { readonly row: number; readonly before: number },
): readonly Pupil[] {
  const spoiled = pupils.map((pupil, row) => ({ ...pupil, ...cells[row] }));
  return spoiled.toSpliced(repeat.before, 0, spoiled[repeat.row] ?? {});
}

/** The same number with another last digit. */
export const mistyped = (number: string): string => `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`;
