import {
  type FamilyTie,
  type Home,
  keysOfHome,
  type LocalDate,
  type PersonName,
  type SameHome,
  sameHome,
  searchName,
} from "@linchpin/domain";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { addBlocks, namesOf, type Tied } from "./block-store.ts";
import { homesLike, saidByStaff } from "./ties-store.ts";

/**
 * Holds records back from people who are tied to the children outside work. Their line managers hear that somebody else
 * has to be put in, where the person had a part in the child's care, and never what the tie is. The last thing a change
 * does: from here on the caller may be one of those who no longer see the child.
 */
export async function holdBack(records: Records, tied: readonly Tied[]): Promise<void> {
  const added = await addBlocks(records, tied);
  if (added.length === 0) return;
  for (const { blockId } of added) await records.audit("system", "access.held-back", { detail: { blockId } });
  const hadPart = [
    ...new Map(added.filter((one) => one.hadPart).map((one) => [`${one.practitionerId} ${one.childId}`, one])).values(),
  ];
  await tellManagers(
    records,
    hadPart,
    "access.held-back",
    (name) => `${name} can no longer act for one child whom they work with. Put somebody else in.`,
  );
}

/** Tells the line managers of each of these people, about one child each. */
export async function tellManagers(
  records: Records,
  about: readonly { readonly practitionerId: string; readonly childId: string }[],
  act: string,
  words: (name: string) => string,
): Promise<void> {
  const people = about.map(({ practitionerId }) => practitionerId);
  const managers = await managersOf(records, people);
  const names = await namesOf(records, people);
  await tell(
    records,
    about.flatMap(({ practitionerId, childId }) =>
      (managers.get(practitionerId) ?? []).map((managerId) => ({
        practitionerId: managerId,
        childId,
        act,
        words: words(names.get(practitionerId) ?? "Somebody you manage"),
        link: linkTo.child(childId),
      })),
    ),
  );
}

/** What was newly written down of a child by which a tie may show. */
export type NewOfChild = {
  readonly childId: string;
  /** The names asked for, and what they are known by: either may be what somebody said. */
  readonly name?: PersonName;
  readonly bornOn?: LocalDate | "not-recorded" | undefined;
  readonly numbers?: readonly string[];
  /** The address, and each parent's or carer's phone and email. */
  readonly homes: readonly Home[];
};

/** Holds what was newly written down of children against what everybody on the staff said of themselves. */
export async function holdBackTied(records: Records, news: readonly NewOfChild[]): Promise<void> {
  if (news.length === 0) return;
  const { homes, known } = await saidByStaff(records);
  if (homes.length === 0 && known.length === 0) return;
  const atHome = manyBy(homes.flatMap((one) => keysOfHome(one).map(([how, key]) => [`${how} ${key}`, one] as const)));
  const byName = manyBy(
    known.flatMap((one) => (one.searchName === null ? [] : [[`${one.searchName}|${one.bornOn}`, one] as const])),
  );
  const byNumber = manyBy(known.flatMap((one) => (one.number === null ? [] : [[one.number, one] as const])));
  const tied = news.flatMap((child): readonly Tied[] => [
    ...child.homes
      .flatMap(keysOfHome)
      .flatMap(([how, key]) =>
        (atHome.get(`${how} ${key}`) ?? []).map((one) => tiedBy(child, one.practitionerId, how)),
      ),
    ...[
      ...(byName.get(nameAndBirth(child)) ?? []),
      ...(child.numbers ?? []).flatMap((number) => byNumber.get(number) ?? []),
    ].map(({ practitionerId, tie }) => tiedBy(child, practitionerId, "declared", tie)),
  ]);
  await holdBack(records, tied);
}

const tiedBy = (
  { childId }: { readonly childId: string },
  practitionerId: string,
  because: Tied["because"],
  tie?: FamilyTie,
): Tied => ({ practitionerId, childId, because, ...(tie === undefined ? {} : { tie }) });

const nameAndBirth = ({ name, bornOn }: NewOfChild): string =>
  name === undefined
    ? ""
    : `${searchName({ given: name.given, ...(name.family === undefined ? {} : { family: name.family }) })}|${bornOn}`;

/** The other way: holds where the caller lives against the children of the area. */
export async function holdBackFromHome(records: Records, home: Home): Promise<void> {
  const like = await homesLike(records, home);
  const { practitionerId } = records.who;
  await holdBack(
    records,
    like.flatMap((child) => sameHome(home, child).map((because: SameHome) => tiedBy(child, practitionerId, because))),
  );
}

function manyBy<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const [key, one] of entries) {
    const there = found.get(key);
    if (there) there.push(one);
    else found.set(key, [one]);
  }
  return found;
}
