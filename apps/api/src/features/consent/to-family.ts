import {
  asCleared,
  type Copy,
  type CopyClearing,
  type CopyFinding,
  copyCountsAs,
  findingsIn,
  inWords,
  type LetterWay,
  lastOfReach,
  uncleared,
} from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import { type Reminded, remindedOf, remindedView } from "./agreed-way.ts";
import { type AgreedWayRow, agreedWaysOf } from "./agreed-way-store.ts";
import { findingView } from "./copies.ts";
import {
  type AddressRow,
  addressesOnRecord,
  type FamilyKnown,
  familiesKnown,
  keptAwayOf,
} from "./copy-family-store.ts";
import { htmlOf, sha256Of } from "./copy-html.ts";
import { askedAgain, type Destination, inLines, isWhereKeptAway } from "./copy-recipient.ts";
import type { ToFamilyKind, WentBefore } from "./letter-store.ts";
import type { LookedView } from "./letter-views.ts";

/** Whom something reaches while it is kept private where the child is. */
type SafeContact = { readonly name: string; readonly address?: string | undefined };

/** Something for one of a child's family: a letter, a paper, a part of a pack. */
export type ToFamily = {
  readonly childId: string;
  /** As whoever gets it is called on record. */
  readonly recipient: string;
  readonly isChild: boolean;
  /** Everybody else who may be named in it, such as the person whom it tells of. */
  readonly mayBeNamed: readonly string[];
  /** While it is kept private where the child is. */
  readonly safeContact: SafeContact | undefined;
  /** What went to them about the same before. */
  readonly before: WentBefore | undefined;
  /** What it says, once it is known where it goes. */
  readonly copy: (destination: Destination | undefined) => Copy;
};

/** The same as it would go, with everything that has to be looked at first. */
export type Looked = {
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
  /** That something about it went to them already: somebody makes sure that another is to go. */
  readonly wentBefore: string | undefined;
  /** Adults who must not be brought near: somebody makes sure that they are not reached there. */
  readonly adultsToThinkOf: readonly string[];
  /** What was agreed about how they are reached, where this is another way, or that nothing is. */
  readonly reminded: Reminded | undefined;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** What was seen: the bytes, and what went before. Another one that went meanwhile was not seen. */
  readonly seen: string;
};

const goneBefore: Readonly<Record<ToFamilyKind, string>> = {
  letter: "A letter about it",
  "family-paper": "The family's paper",
  pack: "A pack",
  "who-does-what": "This list",
  "what-is-shared": "A sheet of what is shared",
  "who-looked": "A list of who has looked",
};

const goneInWords = ({ kind, on, by }: WentBefore): string =>
  `${goneBefore[kind]} went on ${inWords(on)}, sent by ${by}. Make sure that another is to go.`;

/** What the area knows of families, to look through what goes to them. */
export type FamiliesToLook = {
  readonly addresses: ReadonlyMap<string, AddressRow>;
  readonly known: ReadonlyMap<string, FamilyKnown>;
  readonly adults: ReadonlyMap<string, readonly { readonly name: string }[]>;
  /** How they want to be reached. */
  readonly ways: ReadonlyMap<string, readonly AgreedWayRow[]>;
};

export async function familiesToLook(records: Records, childIds: readonly string[]): Promise<FamiliesToLook> {
  const children = [...new Set(childIds)];
  return {
    addresses: await addressesOnRecord(records, children),
    known: await familiesKnown(records, children),
    adults: await keptAwayOf(records, children),
    ways: await agreedWaysOf(records, children),
  };
}

type Going = { readonly way: LetterWay; readonly clearings: readonly CopyClearing[] };

/** One thing for one of a family exactly as it would go today, looked through; undefined for a child of whom nothing is known. */
export async function lookedThrough(
  records: Records,
  families: FamiliesToLook,
  of: ToFamily,
  { way, clearings }: Going,
): Promise<Looked | undefined> {
  const { childId, safeContact } = of;
  const family = families.known.get(childId);
  if (family === undefined) return undefined;
  const near = (families.adults.get(childId) ?? []).map(({ name }) => name);
  const going = goingTo(of, way, families.addresses.get(childId));
  const destination = typeof going === "string" ? undefined : going;
  const isNear =
    destination !== undefined && near.length > 0 && (await isWhereKeptAway(records, childId, destination.address));
  const copy = of.copy(destination);
  const mayBeNamed = [...family.child, of.recipient, ...of.mayBeNamed, safeContact?.name ?? ""];
  const findings = findingsIn(copy, {
    mayBeNamed,
    others: family.others.filter((other) => !mayBeNamed.includes(other)),
    numbers: family.numbers,
    homes: family.homes,
    // to nobody who hears through a safe contact does it say where the child is
    ...(safeContact === undefined ? {} : { keptPlaces: family.places }),
  });
  const bytes = new TextEncoder().encode(htmlOf(asCleared(copy, findings, clearings)));
  const sha256 = sha256Of(bytes);
  return {
    copy,
    destination,
    problem:
      typeof going === "string"
        ? going
        : isNear
          ? "Nothing goes to this address: see what is restricted on the child's page."
          : undefined,
    findings,
    left: uncleared(findings, clearings, { needsReason: true }),
    askedAgain: destination === undefined ? undefined : askedAgain(destination, records.today),
    wentBefore: of.before === undefined ? undefined : goneInWords(of.before),
    adultsToThinkOf: destination === undefined || destination.isSafeContact ? [] : near,
    reminded: remindedOfThis(records, of, way, families.ways.get(childId) ?? []),
    bytes,
    sha256,
    seen: of.before === undefined ? sha256 : sha256Of(new TextEncoder().encode(`${sha256} ${of.before.sentCopyId}`)),
  };
}

/** While it is kept where the child is, everything goes to the safe contact, whatever was agreed before. */
const remindedOfThis = (
  records: Records,
  { childId, recipient, isChild, safeContact }: ToFamily,
  way: LetterWay,
  said: readonly AgreedWayRow[],
): Reminded | undefined =>
  safeContact === undefined
    ? remindedOf(records, lastOfReach(isChild ? null : recipient, said), {
        id: childId,
        childId,
        as: copyCountsAs[way],
      })
    : undefined;

/** Where it goes: to the safe contact while it is kept where the child is, by whatever way; or why it cannot. */
function goingTo(
  { safeContact, recipient }: ToFamily,
  way: LetterWay,
  address: AddressRow | undefined,
): Destination | string | undefined {
  if (safeContact !== undefined)
    return way === "post" && safeContact.address === undefined
      ? "It is kept private where this child is, and no address of the safe contact is recorded."
      : { to: safeContact.name, address: way === "post" ? (safeContact.address ?? "") : "", isSafeContact: true };
  if (way === "handed-over") return undefined;
  if (address === undefined || inLines(address) === "")
    return "No address is on record. Hand it over, or record the address first.";
  const { since, before } = address;
  return {
    to: recipient,
    address: inLines(address),
    since,
    isSafeContact: false,
    ...(before === null ? {} : { before }),
  };
}

/** To whom and where it goes, line by line, as the head of a letter has it. */
export const addressedTo = (
  { recipient, safeContact }: Pick<ToFamily, "recipient" | "safeContact">,
  destination: Destination | undefined,
  way: LetterWay,
): readonly string[] => [
  safeContact === undefined ? recipient : (destination?.to ?? safeContact.name),
  ...(destination === undefined || way === "handed-over" ? [] : destination.address.split("\n")),
];

/** The same for the screen. */
export const lookedView = (looked: Looked, recipient: string, way: LetterWay): z.infer<typeof LookedView> => {
  const { copy, destination, problem, findings, left, askedAgain: again, wentBefore } = looked;
  return {
    title: copy.title,
    recipient,
    way,
    ...(destination === undefined
      ? {}
      : {
          destination: {
            to: destination.to,
            address: destination.address,
            isSafeContact: destination.isSafeContact,
            ...(destination.since === undefined ? {} : { since: destination.since }),
            ...(again === undefined ? {} : { askedAgain: again }),
          },
        }),
    ...(problem === undefined ? {} : { problem }),
    findings: findings.map((finding) => findingView(finding, { copy })),
    left: left.map(({ key }) => key),
    html: new TextDecoder().decode(looked.bytes),
    hash: looked.seen,
    ...(wentBefore === undefined ? {} : { wentBefore }),
    adultsToThinkOf: [...looked.adultsToThinkOf],
    ...remindedView(looked.reminded),
  };
};

/**
 * Whether it is what was shown. Whoever confirms that another is to go has seen the last one that went; without that the answer
 * says what went.
 */
export const isAsShown = (
  { sha256, seen }: Pick<Looked, "sha256" | "seen">,
  { hash, againConfirmed }: { readonly hash: string; readonly againConfirmed: boolean },
): boolean => hash === seen || (hash === sha256 && !againConfirmed);

type Confirmed = {
  readonly otherWayConfirmed: boolean;
  readonly addressConfirmed: boolean;
  readonly againConfirmed: boolean;
  readonly nobodyNearConfirmed: boolean;
};

/** What somebody still has to look at before this goes. */
export function unlookedOf(
  {
    left,
    askedAgain: again,
    wentBefore,
    adultsToThinkOf,
    reminded,
  }: Pick<Looked, "left" | "askedAgain" | "wentBefore" | "adultsToThinkOf" | "reminded">,
  as: Confirmed,
  called: string,
): { readonly path: string; readonly message: string } | undefined {
  if (left.length > 0)
    return { path: "clearings", message: `Decide about each thing that was found in the ${called} before it goes` };
  if (wentBefore !== undefined && !as.againConfirmed) return { path: "againConfirmed", message: wentBefore };
  if (again !== undefined && !as.addressConfirmed) return { path: "addressConfirmed", message: again };
  if (adultsToThinkOf.length > 0 && !as.nobodyNearConfirmed)
    return {
      path: "nobodyNearConfirmed",
      message: "Make sure that no adult who must not be brought near is reached at this address",
    };
  if (reminded?.of === "other-way" && !as.otherWayConfirmed)
    return { path: "otherWayConfirmed", message: reminded.because };
  return undefined;
}
