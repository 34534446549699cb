import type { Work } from "./roll-in-work.ts";

export type RowMade = {
  readonly rowNumber: number;
  readonly childId: string;
  readonly made: Readonly<Record<string, readonly string[]>>;
  readonly before: Readonly<Record<string, string | null>> | null;
};

/** What each row made, and what its child's own row said before. */
export const madeBy = ({ children, joining, changes }: Work): readonly RowMade[] => [
  ...children.map(({ rowNumber, childId, placeId, identifiers, addressId, carers }) => ({
    rowNumber,
    childId,
    made: {
      child: [childId],
      place: [placeId],
      identifier: identifiers.map(({ identifierId }) => identifierId),
      address: addressId === undefined ? [] : [addressId],
      carer: carers.map(({ carerId }) => carerId),
    },
    before: null,
  })),
  ...joining.map(({ rowNumber, childId, placeId }) => ({
    rowNumber,
    childId,
    made: { place: [placeId] },
    before: null,
  })),
  ...changes.map(({ rowNumber, known, identifiers, address, carers, replacedCarers }) => ({
    rowNumber,
    childId: known.id,
    made: {
      identifier: identifiers.map(({ identifierId }) => identifierId),
      address: address === undefined ? [] : [address.addressId],
      carer: carers.map(({ carerId }) => carerId),
      replacedCarer: replacedCarers,
    },
    before: {
      givenName: known.name.given,
      familyName: known.name.family ?? "",
      preferredName: known.name.preferred ?? null,
      group: known.registration ?? null,
      yearGroup: known.stage ?? null,
      house: known.house ?? null,
    },
  })),
];
