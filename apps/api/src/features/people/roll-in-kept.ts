import { type CarerChange, carerChanges, nameKey, type RowAddress } from "@linchpin/domain";
import type { GivenByList } from "../../db/schema/access.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { keepGiven, type OnRecord, ownersOf, whatIsKept } from "./roll-in-kept-store.ts";
import type { Beyond, ListRow } from "./roll-in-match.ts";
import type { Work } from "./roll-in-work.ts";
import type { Kept } from "./roster-store.ts";

const parts = ["line1", "town", "postcode"] as const;

/** What a list gives of where a child is, as far as the record says otherwise. */
export function differing(
  { address, carers }: GivenByList,
  known: Pick<OnRecord, "address" | "carers">,
): { readonly address: RowAddress | undefined; readonly carers: readonly CarerChange[] } {
  const isOther = parts.some((part) => address?.[part] !== undefined && address[part] !== known.address[part]);
  const whole = Object.fromEntries(
    Object.entries({ ...known.address, ...address }).filter(([, text]) => text !== undefined),
  );
  return { address: isOther ? whole : undefined, carers: carerChanges(carers, known.carers) };
}

/**
 * What a list says of where a child is goes to whoever answers for that, where whoever imports may not know: nothing of it
 * is written and nothing of it answered. So does a new record that may be of such a child.
 */
export async function holdGiven(
  records: Records,
  { establishmentId }: Pick<Kept, "establishmentId">,
  { kept, children }: Work,
  beyond: readonly Beyond[],
): Promise<void> {
  const known = await whatIsKept(
    records,
    kept.map(({ childId }) => childId),
  );
  const held = kept.flatMap(({ childId, row }) => {
    const of = known.get(childId);
    const given = givenBy(row);
    if (of === undefined || of.held.some((one) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(given))))
      return [];
    const { address, carers } = differing(given, of);
    return address === undefined && carers.length === 0 ? [] : [{ childId, given }];
  });
  await keepGiven(records, establishmentId, held);
  const alike = beyond.filter((one) => one.isKept && children.some(({ row }) => isNamed(row, one))).map(({ id }) => id);
  await tellOwners(records, [
    ...held.map(({ childId }) => ({
      childId,
      act: "roll-in.held",
      words:
        "A list gave an address or carers of a child whose whereabouts are kept private. Nothing of it is on record: say what becomes of it.",
    })),
    ...alike.map((childId) => ({
      childId,
      act: "roll-in.alike",
      words:
        "A list named a child with the names and date of birth of one whose whereabouts are kept private, and a record of its own was begun. Find out whether they are one child.",
    })),
  ]);
}

async function tellOwners(
  records: Records,
  told: readonly { readonly childId: string; readonly act: string; readonly words: string }[],
): Promise<void> {
  if (told.length === 0) return;
  const owners = await ownersOf(
    records,
    told.map(({ childId }) => childId),
  );
  await tell(
    records,
    told.flatMap((one) =>
      owners
        .filter(({ childId }) => childId === one.childId)
        .map(({ ownerId }) => ({ ...one, practitionerId: ownerId, link: linkTo.keptPrivate(one.childId) })),
    ),
  );
}

const givenBy = ({ child: { address }, carers }: ListRow): GivenByList => ({
  ...(address === undefined ? {} : { address }),
  carers,
});

/** As it compares: the database keeps the parts of what it holds in an order of its own. */
const inOrder = ({ address, carers }: GivenByList) => [
  parts.map((part) => address?.[part] ?? null),
  carers.map((one) => [
    one.name,
    one.relationship,
    one.relationshipAsWritten ?? null,
    one.phone ?? null,
    one.email ?? null,
  ]),
];

const isNamed = ({ child: { name, bornOn } }: ListRow, known: Beyond): boolean =>
  name !== undefined &&
  bornOn === known.bornOn &&
  nameKey(name.given) === nameKey(known.name.given) &&
  nameKey(name.family ?? "") === nameKey(known.name.family ?? "");
