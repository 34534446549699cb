import {
  type CarerChange,
  carerChanges,
  type IdentifierKind,
  type LocalDate,
  type RowAddress,
  searchName,
} from "@linchpin/domain";
import type { ListRow, OnRoll } from "./roll-in-match.ts";

/** What importing a list writes, before any of it is written. Ids are made here, so that rows can name each other. */
export type Work = {
  readonly children: readonly NewChild[];
  /** Children whom the area knows and this roll did not. */
  readonly joining: readonly Placed[];
  readonly changes: readonly ChangedChild[];
  /** What rows give of where a child is, of whom that is kept from whoever imports: a person who may know looks at it. */
  readonly kept: readonly { readonly childId: string; readonly row: ListRow }[];
};

export type Placed = {
  readonly rowNumber: number;
  readonly childId: string;
  readonly placeId: string;
  readonly row: ListRow;
  readonly from: LocalDate;
};
export type NewChild = Placed & {
  readonly names: Names;
  readonly identifiers: readonly NewIdentifier[];
  readonly addressId: string | undefined;
  readonly carers: readonly NewCarer[];
};
export type Names = {
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly searchName: string;
};
export type NewIdentifier = { readonly identifierId: string; readonly kind: IdentifierKind; readonly value: string };
export type NewCarer = Omit<CarerChange, "replaces"> & { readonly carerId: string; readonly position: string };
export type ChangedChild = {
  readonly rowNumber: number;
  readonly row: ListRow;
  readonly known: OnRoll;
  readonly names: Names | undefined;
  readonly groups: Groups | undefined;
  readonly identifiers: readonly NewIdentifier[];
  readonly address: (RowAddress & { readonly addressId: string }) | undefined;
  readonly carers: readonly NewCarer[];
  readonly replacedCarers: readonly string[];
  readonly what: readonly string[];
};
export type Groups = {
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly house: string | null;
};

export const groupsOf = ({ child }: ListRow): Groups => ({
  group: child.registration ?? null,
  yearGroup: child.stage ?? null,
  house: child.house ?? null,
});

function namesOf({ child: { name } }: ListRow): Names {
  if (!name) throw new Error("a row without a name was to be imported");
  return {
    givenName: name.given,
    familyName: name.family ?? "",
    preferredName: name.preferred ?? null,
    searchName: searchName(name),
  };
}

type Making = {
  readonly newId: () => string;
  readonly onRollFrom: LocalDate;
  readonly isTaken: (kind: string, value: string) => boolean;
};

const identifiersOf = ({ child }: ListRow, { newId, isTaken }: Making): readonly NewIdentifier[] =>
  (Object.entries(child.identifiers) as [IdentifierKind, string][])
    .filter(([kind, value]) => !isTaken(kind, value))
    .map(([kind, value]) => ({ identifierId: newId(), kind, value }));

export const numbered = (carers: readonly CarerChange[], from: number, newId: () => string): readonly NewCarer[] =>
  carers.map(({ replaces: _, ...carer }, at) => ({
    ...carer,
    carerId: newId(),
    position: String(from + at).padStart(2, "0"),
  }));

/** Nobody is on a roll before they are born. */
const startOf = ({ child }: ListRow, from: LocalDate): LocalDate =>
  child.bornOn !== undefined && child.bornOn > from ? child.bornOn : from;

export const placed = (row: ListRow, childId: string, { newId, onRollFrom }: Making): Placed => ({
  rowNumber: row.rowNumber,
  childId,
  placeId: newId(),
  row,
  from: startOf(row, onRollFrom),
});

export const newChild = (row: ListRow, making: Making): NewChild => ({
  ...placed(row, making.newId(), making),
  names: namesOf(row),
  identifiers: identifiersOf(row, making),
  addressId: row.child.address === undefined ? undefined : making.newId(),
  carers: numbered(carerChanges(row.carers, []), 1, making.newId),
});

/** What a row changes of a child of the roll. What it leaves out stays. */
export function changedChild(row: ListRow, known: OnRoll, what: readonly string[], making: Making): ChangedChild {
  const { child } = row;
  const names = namesOf(row);
  const kept = { ...names, preferredName: names.preferredName ?? known.name.preferred ?? null };
  const changed = searchNameOf(kept);
  const isRenamed =
    kept.givenName !== known.name.given ||
    kept.familyName !== (known.name.family ?? "") ||
    kept.preferredName !== (known.name.preferred ?? null);
  const groups = {
    group: child.registration ?? known.registration ?? null,
    yearGroup: child.stage ?? known.stage ?? null,
    house: child.house ?? known.house ?? null,
  };
  const isMoved =
    groups.group !== (known.registration ?? null) ||
    groups.yearGroup !== (known.stage ?? null) ||
    groups.house !== (known.house ?? null);
  const carers = carerChanges(known.isKept ? [] : row.carers, known.carers);
  return {
    rowNumber: row.rowNumber,
    row,
    known,
    names: isRenamed ? { ...kept, searchName: changed } : undefined,
    groups: isMoved ? groups : undefined,
    identifiers: identifiersOf(row, making).filter(({ kind, value }) => known.identifiers[kind] !== value),
    address: what.includes("Address")
      ? { ...definedIn(known.address), ...child.address, addressId: making.newId() }
      : undefined,
    carers: numbered(carers, known.carers.length + 1, making.newId),
    replacedCarers: carers.flatMap(({ replaces }) => replaces ?? []),
    what,
  };
}

const searchNameOf = ({ givenName, familyName, preferredName }: Omit<Names, "searchName">): string =>
  searchName({
    given: givenName,
    ...(familyName === "" ? {} : { family: familyName }),
    ...(preferredName === null ? {} : { preferred: preferredName }),
  });

const definedIn = (address: OnRoll["address"]): RowAddress =>
  Object.fromEntries(Object.entries(address ?? {}).filter(([, part]) => part !== undefined));
