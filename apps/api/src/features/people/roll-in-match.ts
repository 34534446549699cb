import { createHash } from "node:crypto";
import {
  type CarerChange,
  type ChangedDetail,
  canBeImported,
  candidateKeys,
  carerChanges,
  changesTo,
  type KnownCarer,
  type KnownChild,
  matchRow,
  nameKey,
  type ReadRow,
  type RowCarer,
  type RowChild,
  type RowMatch,
  type RowProblem,
  relationshipInWords,
  repeatedRows,
  rowFingerprint,
  yearGroupInWords,
} from "@linchpin/domain";
import type { rowKinds } from "./views.ts";

export type Kind = (typeof rowKinds)[number];

/** A row of a list as it was read, with what is the matter with it. */
export type ListRow = {
  readonly rowNumber: number;
  readonly child: RowChild;
  readonly carers: readonly RowCarer[];
  readonly problems: readonly RowProblem[];
};

/** A child of this roll, as far as a list can tell of one. */
export type OnRoll = KnownChild & {
  readonly carers: readonly KnownCarer[];
  readonly placeId: string;
  readonly version: number;
  /** It is kept from whoever imports where this child is: a list tells them nothing of it, and changes nothing of it. */
  readonly isKept: boolean;
};

/** A child of the area off this roll. Of one whose whereabouts are kept the address is not there: a guess is not answered. */
export type Beyond = KnownChild & { readonly isKept: boolean };

export type Change = { readonly what: string; readonly from: string | null; readonly to: string };

export type MatchedRow = ListRow & {
  readonly kind: Kind;
  readonly because: string | null;
  /** The child it is about: of this roll, or of the area, where the row says exactly who it is. */
  readonly childId: string | null;
  readonly candidates: readonly string[];
  readonly changes: readonly Change[];
  /** A child of the area who is not on this roll has the row's number, and is not the row's child. */
  readonly heldElsewhere: string | null;
};

/** Names, dates and numbers of a row in one way of writing, hashed: what was imported before is told by it. */
export const fingerprintOf = (row: Pick<ReadRow, "child" | "carers">): string =>
  createHash("sha256").update(rowFingerprint(row)).digest("hex");

/**
 * Compares a list with its roll and, for whoever is not on it, with the area. A child of the area who is surely the
 * same is joined when the list is imported; the preview says no more of them than of a child nobody knows.
 */
export function matchList(
  rows: readonly ListRow[],
  roll: readonly OnRoll[],
  beyond: readonly KnownChild[],
): readonly MatchedRow[] {
  const [ofRoll, ofArea] = [indexed(roll), indexed(beyond)];
  const known = new Map(roll.map((one) => [one.id, one]));
  const repeats = new Map(repeatedRows(rows).map((repeat) => [repeat.row, repeat]));
  const taken = new Set<string>();
  return rows.map((row, at): MatchedRow => {
    const repeat = repeats.get(at);
    if (repeat !== undefined)
      return refused(row, `${repeat.because} It is row ${rows[repeat.first]?.rowNumber ?? ""}.`);
    if (!canBeImported(row)) return { ...row, ...unmatched, kind: "refused" };
    const match = matchRow(row.child, ofRoll(row.child));
    const found = match.outcome === "new" ? elsewhere(row, ofArea(row.child)) : onRoll(row, match, known);
    if (found.childId !== null && taken.has(found.childId))
      return refused(row, "An earlier row is about the same child.");
    if (found.childId !== null) taken.add(found.childId);
    return found;
  });
}

const unmatched = { because: null, childId: null, candidates: [], changes: [], heldElsewhere: null };
const unknown = "Nobody on this roll has this number, or these names and date of birth.";

/** It rests on the row alone: whether somebody knows such a child is not to be told from it. */
const cannotBeKnown =
  "With no number and no postcode, nobody can tell whether another school or clinic knows this child already, and a second record is begun: add one of them where you can.";

const canBeKnown = ({ identifiers, address }: RowChild): boolean =>
  Object.keys(identifiers).length > 0 || address?.postcode !== undefined;

const refused = (row: ListRow, message: string): MatchedRow => ({
  ...row,
  ...unmatched,
  problems: [...row.problems, { field: "CHILD_FIRST_NAME", severity: "error", message }],
  kind: "refused",
});

function onRoll(
  row: ListRow,
  match: Exclude<RowMatch, { outcome: "new" }>,
  roll: ReadonlyMap<string, OnRoll>,
): MatchedRow {
  const { because } = match;
  if (match.outcome === "possible-match")
    return { ...row, ...unmatched, kind: "possible-match", because, candidates: match.childIds };
  const known = roll.get(match.childId);
  const changes = known === undefined ? [] : changesInWords(row, known);
  return {
    ...row,
    ...unmatched,
    kind: changes.length === 0 ? "same" : "changed",
    because,
    childId: match.childId,
    changes,
  };
}

function elsewhere(row: ListRow, candidates: readonly KnownChild[]): MatchedRow {
  const match = matchRow(row.child, candidates);
  const held = candidates.find((known) =>
    candidateKeys(row.child).identifiers.some(({ kind, value }) => known.identifiers[kind] === value),
  );
  const childId = match.outcome === "same" || match.outcome === "changed" ? match.childId : null;
  return {
    ...row,
    ...unmatched,
    kind: "new",
    because: canBeKnown(row.child) ? unknown : `${unknown} ${cannotBeKnown}`,
    childId,
    heldElsewhere: childId === null ? (held?.id ?? null) : null,
  };
}

/** Those who share with a row a number, the names, or a date of birth and a first name: nobody else can be a match. */
function indexed<K extends KnownChild>(children: readonly K[]): (row: RowChild) => readonly K[] {
  const found = new Map<string, K[]>();
  for (const one of children)
    for (const key of keysOf(one)) {
      const there = found.get(key);
      if (there) there.push(one);
      else found.set(key, [one]);
    }
  return (row) => [...new Set(keysOf(row).flatMap((key) => found.get(key) ?? []))];
}

type Known = {
  readonly identifiers: KnownChild["identifiers"];
  readonly name?: KnownChild["name"];
  readonly bornOn?: string;
};

function keysOf({ identifiers, name, bornOn }: Known): readonly string[] {
  const numbers = Object.entries(identifiers).flatMap(([kind, value]) =>
    value === undefined ? [] : [`${kind} ${value}`],
  );
  if (name === undefined) return numbers;
  const calledThat = [name.given, name.preferred].flatMap((one) =>
    one === undefined ? [] : [`${bornOn ?? ""}|${nameKey(one)}`],
  );
  return [...numbers, ...calledThat, `|${nameKey(name.given)}|${nameKey(name.family ?? "")}`];
}

const labels: Readonly<Record<ChangedDetail, string>> = {
  name: "Name",
  "preferred-name": "Name the child asks to be called",
  identifier: "Number",
  stage: "Year group",
  registration: "Class",
  house: "House",
  address: "Address",
  school: "School",
};

/** What a row would change of a child of this roll, as whoever imports sees it. */
export function changesInWords({ child, carers }: ListRow, known: OnRoll): readonly Change[] {
  const full = (name: { given: string; family?: string | undefined } | undefined) =>
    name ? [name.given, name.family].filter(Boolean).join(" ") : "";
  const words: Readonly<Record<ChangedDetail, readonly [from: string | null | undefined, to: string | undefined]>> = {
    name: [full(known.name), full(child.name)],
    "preferred-name": [known.name.preferred, child.name?.preferred],
    identifier: [undefined, "A number the record does not have"],
    stage: [yearGroupInWords(known.stage ?? null), yearGroupInWords(child.stage ?? null) ?? undefined],
    registration: [known.registration, child.registration],
    house: [known.house, child.house],
    address: [
      undefined,
      [child.address?.line1, child.address?.town, child.address?.postcode].filter(Boolean).join(", "),
    ],
    school: [undefined, undefined],
  };
  return [
    ...changesTo(known.isKept ? withoutAddress(child) : child, known).map((detail) => ({
      what: labels[detail],
      from: words[detail][0] ?? null,
      to: words[detail][1] ?? "",
    })),
    ...carerChanges(known.isKept ? [] : carers, known.carers).map((change) => ({
      what: "Parents and carers",
      from: null,
      to: carerInWords(change),
    })),
  ];
}

const withoutAddress = ({ address: _, ...child }: RowChild): RowChild => child;

const carerInWords = ({ name, relationship, phone, email }: CarerChange): string =>
  [name, relationshipInWords(relationship), phone, email].filter((part) => part !== null).join(", ");
