import { fullName, listName, yearGroupInWords } from "@linchpin/domain";

type Named = { readonly givenName: string; readonly familyName: string };

/** A row's names as the domain knows them: one name only has no last name. */
export const nameOf = ({ givenName, familyName }: Named) => ({
  given: givenName,
  ...(familyName === "" ? {} : { family: familyName }),
});

/** "Mòrag NicLeòid". */
export const inFull = (row: Named): string => fullName(nameOf(row));

/** "NicLeòid, Mòrag". */
export const inLists = (row: Named): string => listName(nameOf(row));

const stageOfKind: Readonly<Record<string, string>> = {
  "midwifery-team": "Before and just after birth",
  clinic: "Before school",
  nursery: "Nursery",
  primary: "Primary school",
  secondary: "Secondary school",
  special: "Special school",
};

/** Where a child stands, from the roll they are on: the year group if one is recorded, else what kind of roll it is. */
export const stageOf = (place: { readonly kind: string; readonly yearGroup: string | null } | undefined): string =>
  place === undefined
    ? "No school or clinic recorded"
    : (yearGroupInWords(place.yearGroup) ?? stageOfKind[place.kind] ?? "Not recorded");
