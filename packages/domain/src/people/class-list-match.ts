import type { LocalDate } from "../kernel/local-date.ts";
import { nameKey, type PersonName } from "../kernel/names.ts";
import { type IdentifierKind, identifierKinds } from "../vocabulary/identifier-kinds.ts";
import type { SchoolStage } from "../vocabulary/school-stages.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { ReadRow, RepeatedRow, RowAddress, RowChild } from "./class-list.ts";
import { canBeImported, personKey } from "./class-list.ts";

/**
 * A child the area already knows, as far as matching needs. The store offers only children whose identifiers stand:
 * a number closed off after an adoption is never offered, so the two are never linked here.
 */
export type KnownChild = {
  readonly id: string;
  readonly name: PersonName;
  readonly bornOn: LocalDate | "not-recorded";
  readonly identifiers: { readonly [Kind in IdentifierKind]?: string | undefined };
  readonly stage?: SchoolStage | undefined;
  readonly registration?: string | undefined;
  readonly house?: string | undefined;
  readonly address?: { readonly [Part in keyof RowAddress]?: string | undefined } | undefined;
  readonly school?: string | undefined;
};

/** What of a child a row would change. Details that a row does not give are never taken away. */
export type ChangedDetail =
  | "name"
  | "preferred-name"
  | "identifier"
  | "stage"
  | "registration"
  | "house"
  | "address"
  | "school";

export type RowMatch =
  | { readonly outcome: "new"; readonly because: string }
  | { readonly outcome: "same"; readonly childId: string; readonly because: string }
  | {
      readonly outcome: "changed";
      readonly childId: string;
      readonly changes: readonly ChangedDetail[];
      readonly because: string;
    }
  /** A person compares the two and says whether they are one child. */
  | { readonly outcome: "possible-match"; readonly childIds: readonly string[]; readonly because: string };

const kinds = codesOf(identifierKinds);

const sharedIdentifier = (row: RowChild, known: KnownChild) =>
  kinds.find((kind) => row.identifiers[kind] !== undefined && row.identifiers[kind] === known.identifiers[kind]);

const identifiersDiffer = (row: RowChild, known: KnownChild) =>
  kinds.some((kind) => {
    const [given, recorded] = [row.identifiers[kind], known.identifiers[kind]];
    return given !== undefined && recorded !== undefined && given !== recorded;
  });

const sameNames = (row: RowChild, known: KnownChild) =>
  row.name !== undefined &&
  nameKey(row.name.given) === nameKey(known.name.given) &&
  nameKey(row.name.family ?? "") === nameKey(known.name.family ?? "");

const sharesPlace = (row: RowChild, known: KnownChild) =>
  (row.school !== undefined && row.school === known.school) ||
  (row.address?.postcode !== undefined && row.address.postcode === known.address?.postcode);

/** The same given name, or one is what the other asks to be called. */
function sharesGivenName({ name }: RowChild, known: KnownChild): boolean {
  const names = [name?.given, name?.preferred].filter((one) => one !== undefined).map(nameKey);
  return [known.name.given, known.name.preferred].some((one) => one !== undefined && names.includes(nameKey(one)));
}

const hasDayAndMonthSwapped = (a: LocalDate, b: LocalDate) =>
  a !== b && a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);

/**
 * Takes a row that can be read and the children it might be, gives which it is. Only an equal number with equal names
 * and date of birth, or equal names, date of birth and school or postcode, makes a match without a person; whatever is
 * less certain is a possible match. Twins (one date of birth and last name, other first names) are two children.
 */
export function matchRow(row: RowChild, candidates: readonly KnownChild[]): RowMatch {
  const isPerson = (known: KnownChild) => sameNames(row, known) && row.bornOn === known.bornOn;
  const byNumber = candidates.filter((known) => sharedIdentifier(row, known) !== undefined);
  if (byNumber.length > 0) {
    const [one] = byNumber;
    if (one && byNumber.length === 1 && isPerson(one) && !identifiersDiffer(row, one))
      return sameOrChanged(row, one, "The number, the names and the date of birth are the same.");
    return possible(
      byNumber,
      "A child here has the same number, but not the same names, date of birth or other numbers.",
    );
  }
  const people = candidates.filter(isPerson);
  if (people.length > 0) {
    const [one] = people;
    if (one && people.length === 1 && sharesPlace(row, one) && !identifiersDiffer(row, one))
      return sameOrChanged(row, one, "The names, the date of birth and the school or postcode are the same.");
    return possible(people, "A child here has the same names and date of birth. Compare the two.");
  }
  const near = candidates.filter((known) => isNear(row, known));
  if (near.length > 0) return possible(near, "A child here is nearly the same. Compare the names and dates of birth.");
  return { outcome: "new", because: "Nobody here has this number, or these names and date of birth." };
}

function isNear(row: RowChild, known: KnownChild): boolean {
  if (row.name === undefined || row.bornOn === undefined) return false;
  const sameFamilyName = nameKey(row.name.family ?? "") === nameKey(known.name.family ?? "");
  if (known.bornOn === "not-recorded") return sameNames(row, known);
  if (row.bornOn === known.bornOn) return sharesGivenName(row, known) && (sameFamilyName || sharesPlace(row, known));
  return sameNames(row, known) && (hasDayAndMonthSwapped(row.bornOn, known.bornOn) || sharesPlace(row, known));
}

const possible = (known: readonly KnownChild[], because: string): RowMatch => ({
  outcome: "possible-match",
  childIds: known.map(({ id }) => id),
  because,
});

function sameOrChanged(row: RowChild, known: KnownChild, because: string): RowMatch {
  const changes = changesTo(row, known);
  return changes.length === 0
    ? { outcome: "same", childId: known.id, because }
    : { outcome: "changed", childId: known.id, changes, because };
}

/** What of a known child a row would change. */
export function changesTo(row: RowChild, known: KnownChild): readonly ChangedDetail[] {
  const differs = (given: string | undefined, recorded: string | undefined) =>
    given !== undefined && given !== recorded;
  const isChanged: Readonly<Record<ChangedDetail, boolean>> = {
    name: differs(row.name?.given, known.name.given) || differs(row.name?.family, known.name.family),
    "preferred-name": differs(row.name?.preferred, known.name.preferred),
    identifier: kinds.some((kind) => differs(row.identifiers[kind], known.identifiers[kind])),
    stage: differs(row.stage, known.stage),
    registration: differs(row.registration, known.registration),
    house: differs(row.house, known.house),
    address: (["line1", "town", "postcode"] as const).some((part) =>
      differs(row.address?.[part], known.address?.[part]),
    ),
    school: differs(row.school, known.school),
  };
  return (Object.keys(isChanged) as ChangedDetail[]).filter((detail) => isChanged[detail]);
}

/** One row of the preview, as the person who imports sees it. */
export type PreviewRow = {
  /** The line of the file, as a spreadsheet numbers it. */
  readonly line: number;
  readonly row: ReadRow;
  readonly repeats?: RepeatedRow;
  readonly match?: RowMatch;
};

/** What confirming would do, in figures. The rows that stay out are listed and can be saved as a file to mend. */
export type ImportSummary = {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Rows that wait for a person to say whether two are one child. */
  readonly toDecide: number;
  readonly repeated: number;
  readonly withErrors: number;
  readonly withWarnings: number;
};

/** Adds up a preview. Each row counts once: an error first, then a repeat, then what it matched; warnings are beside. */
export function summaryOf(rows: readonly PreviewRow[]): ImportSummary {
  const kindOf = ({ row, repeats, match }: PreviewRow) => {
    if (!canBeImported(row)) return "withErrors";
    if (repeats) return "repeated";
    return match === undefined ? "new" : match.outcome === "possible-match" ? "toDecide" : match.outcome;
  };
  const counts = { new: 0, changed: 0, same: 0, toDecide: 0, repeated: 0, withErrors: 0 };
  for (const row of rows) counts[kindOf(row)] += 1;
  const withWarnings = rows.filter(({ row }) => row.problems.some(({ severity }) => severity === "warning")).length;
  return { rows: rows.length, ...counts, withWarnings };
}

/** The key to look candidates up by, beside their identifiers: the date of birth. See also personKey. */
export const candidateKeys = (row: RowChild) => ({
  identifiers: kinds.flatMap((kind) => {
    const value = row.identifiers[kind];
    return value === undefined ? [] : [{ kind, value }];
  }),
  bornOn: row.bornOn,
  person: personKey(row),
});
