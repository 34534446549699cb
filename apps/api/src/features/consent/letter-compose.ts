import {
  asCleared,
  type Copy,
  type CopyClearing,
  type CopyFinding,
  findingsIn,
  inWords,
  type LetterWay,
  localDate,
  uncleared,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import {
  type AddressRow,
  addressesOnRecord,
  type FamilyKnown,
  familiesKnown,
  keptAwayOf,
} from "./copy-family-store.ts";
import { htmlOf, sha256Of } from "./copy-html.ts";
import { askedAgain, type Destination, inLines, isWhereKeptAway } from "./copy-recipient.ts";
import { lettersSentOf } from "./letter-store.ts";
import { type TellingToWrite, tellingsToWrite } from "./letter-telling-store.ts";

/** One letter as it would go, with everything that has to be looked at first. */
export type Letter = {
  readonly telling: TellingToWrite;
  readonly copy: Copy;
  /** Left out where it is handed over to whoever it is for. */
  readonly destination: Destination | undefined;
  /** Why it cannot go this way. */
  readonly problem: string | undefined;
  readonly findings: readonly CopyFinding[];
  /** What nobody has decided about yet. */
  readonly left: readonly CopyFinding[];
  /** Why somebody makes sure of the address first. */
  readonly askedAgain: string | undefined;
  /** That a letter about it went already: somebody makes sure that another is to go. */
  readonly wentBefore: string | undefined;
  /** Adults who must not be brought near: somebody makes sure that they are not reached there. */
  readonly adultsToThinkOf: readonly string[];
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

type Clearings = ReadonlyMap<string, readonly CopyClearing[]>;
type Of = Parameters<typeof tellingsToWrite>[1];

export type Written = {
  readonly letters: readonly Letter[];
  /** Those to whom no letter goes. */
  readonly without: readonly TellingToWrite[];
  readonly hasMore: boolean;
};

/** The letters to those still to be told, each exactly as it would go today. */
export async function lettersOf(
  records: Records,
  of: Of,
  {
    way,
    clearings = new Map(),
    most,
  }: { readonly way: LetterWay; readonly clearings?: Clearings; readonly most: number },
): Promise<Written> {
  const all = await tellingsToWrite(records, of, most);
  const tellings = all.slice(0, most);
  const toWrite = tellings.filter(({ noLetter }) => noLetter === undefined);
  const children = [...new Set(toWrite.map(({ childId }) => childId))];
  const addresses = await addressesOnRecord(records, children);
  const known = await familiesKnown(records, children);
  const adults = await keptAwayOf(records, children);
  // also one that the caller may not open: it says on which day and by whom, and nothing of where it went
  const went = await areaWide(records.tx, () =>
    lettersSentOf(
      records,
      toWrite.map(({ tellingId }) => tellingId),
    ),
  );
  const letters: Letter[] = [];
  for (const telling of toWrite) {
    const near = (adults.get(telling.childId) ?? []).map(({ name }) => name);
    const family = known.get(telling.childId);
    if (family === undefined) continue;
    const address = addresses.get(telling.childId);
    letters.push(
      await letterOf(records, {
        telling,
        way,
        address,
        family,
        near,
        before: went.get(telling.tellingId),
        clearings: clearings.get(telling.tellingId) ?? [],
      }),
    );
  }
  return { letters, without: tellings.filter(({ noLetter }) => noLetter !== undefined), hasMore: all.length > most };
}

type Making = {
  readonly telling: TellingToWrite;
  readonly way: LetterWay;
  readonly address: AddressRow | undefined;
  readonly family: FamilyKnown;
  readonly near: readonly string[];
  readonly before: { readonly on: string; readonly by: string } | undefined;
  readonly clearings: readonly CopyClearing[];
};

async function letterOf(records: Records, making: Making): Promise<Letter> {
  const { telling, way, family, near, before, clearings } = making;
  const going = goingTo(making);
  const destination = typeof going === "string" ? undefined : going;
  const isNear =
    destination !== undefined &&
    near.length > 0 &&
    (await isWhereKeptAway(records, telling.childId, destination.address));
  const copy = copyOf(records, telling, destination, way);
  const isKept = telling.safeContact !== undefined;
  const mayBeNamed = [...family.child, telling.recipient.name, telling.who.name, telling.safeContact?.name ?? ""];
  const findings = findingsIn(copy, {
    mayBeNamed,
    others: family.others.filter((other) => !mayBeNamed.includes(other)),
    numbers: family.numbers,
    homes: family.homes,
    // to nobody who hears through a safe contact does a letter say where the child is
    ...(isKept ? { keptPlaces: family.places } : {}),
  });
  const bytes = new TextEncoder().encode(htmlOf(asCleared(copy, findings, clearings)));
  return {
    telling,
    copy,
    destination,
    problem:
      typeof going === "string"
        ? going
        : isNear
          ? "No letter goes to this address: see what is restricted on the child's page."
          : undefined,
    findings,
    left: uncleared(findings, clearings, { needsReason: true }),
    askedAgain: destination === undefined ? undefined : askedAgain(destination, records.today),
    wentBefore:
      before === undefined
        ? undefined
        : `A letter about it went on ${inWords(localDate(before.on))}, sent by ${before.by}. Make sure that another is to go.`,
    adultsToThinkOf: destination === undefined || destination.isSafeContact ? [] : near,
    bytes,
    sha256: sha256Of(bytes),
  };
}

/** Where a letter goes: to the safe contact while it is kept where the child is, by whatever way; or why it cannot. */
function goingTo({ telling: { safeContact, recipient }, way, address }: Making): Destination | string | undefined {
  if (safeContact !== undefined)
    return way === "post" && safeContact.address === undefined
      ? "It is kept private where this child is, and no address of the safe contact is recorded."
      : { to: safeContact.name, address: way === "post" ? (safeContact.address ?? "") : "", isSafeContact: true };
  if (way === "handed-over") return undefined;
  if (address === undefined || inLines(address) === "")
    return "No address is on record. Hand it over, or record the address first.";
  const { since, before } = address;
  return {
    to: recipient.name,
    address: inLines(address),
    since,
    isSafeContact: false,
    ...(before === null ? {} : { before }),
  };
}

/** A letter as it reads: what to call the child is known to whoever gets it. */
function copyOf(
  { today }: Records,
  { tellingId, child, recipient, establishment, words, who, safeContact }: TellingToWrite,
  destination: Destination | undefined,
  way: LetterWay,
): Copy {
  const role = who.as === "lead-professional" ? "lead professional" : "named person";
  const address = destination === undefined || way === "handed-over" ? [] : destination.address.split("\n");
  return {
    title: recipient.is === "child" ? `Your ${role}` : `${child}: the ${role}`,
    about: child,
    forWhom: recipient.name,
    made: "",
    letter: {
      from:
        establishment === null
          ? []
          : [establishment.name, establishment.address, establishment.phone].filter((line) => line !== null),
      to: [safeContact === undefined ? recipient.name : (destination?.to ?? safeContact.name), ...address],
      on: inWords(today),
    },
    sections: [
      {
        title: "",
        items: words.map((text, at) => ({
          key: `${tellingId}:${at}`,
          // whom they reach while it is kept where the child is was settled for that very purpose
          lines: [
            {
              key: `${tellingId}:${at}:words`,
              text,
              ...(safeContact === undefined ? { isOfWork: true } : { isOurs: true }),
            },
          ],
        })),
      },
    ],
  };
}
