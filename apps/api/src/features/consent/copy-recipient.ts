import {
  type AgencyKind,
  type CopyAsked,
  dayOf,
  inWords,
  isNewAddress,
  isOffered,
  type KnownHome,
  keysOfHome,
  type LocalDate,
  mayBeSameAdult,
  momentAt,
  notKeptAway,
  relationshipInWords,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import {
  type AddressRow,
  addressOnRecord,
  carersOnRecord,
  colleagueOnRecord,
  homesOfAdults,
  keptAwayFrom,
  partsSaid,
  whereaboutsOf,
  whoMayKnow,
} from "./copy-family-store.ts";
import { recipientOf } from "./release-store.ts";

/** Where a copy goes: to whom and where as it is written on the envelope, and since when that stands on record. */
export type Destination = {
  readonly to: string;
  readonly address: string;
  /** Left out for what was typed, and for a safe contact. */
  readonly since?: string;
  readonly before?: LocalDate;
  readonly isSafeContact: boolean;
};

export type Resolved = {
  readonly kind: CopyAsked["recipient"]["is"];
  readonly id: string | null;
  readonly name: string;
  readonly agency: AgencyKind | null;
  /** The services they work for. */
  readonly services: readonly string[];
  /** Whether they may know where the child is, where that is kept. */
  readonly mayKnow: boolean;
  readonly isKept: boolean;
  /** None where it is handed over. */
  readonly destination: Destination | undefined;
  /** A colleague's address at work may tell a school: it is not shown to a sender who does not know where the child is. */
  readonly isAddressShown: boolean;
};

/** Those on record who may be sent something and were not left out of the plan, and where letters to the child and the family go. */
export async function familyToSendTo(records: Records, childId: string) {
  const carers = notKeptAway(await carersOnRecord(records, childId), await keptAwayFrom(records, childId));
  const said = (await partsSaid(records, [childId])).get(childId) ?? [];
  const offered = carers.filter(({ name }) => isOffered(name, "plan", said));
  return offered.map((carer) => ({ ...carer, relationship: relationshipInWords(carer.relationship) }));
}

export const inLines = ({ line1, town, postcode }: AddressRow): string =>
  [line1, town, postcode].filter(Boolean).join("\n");

/** Where letters to the child and the family go; while it is kept where the child is, to the safe contact. */
export async function familysAddress(records: Records, childId: string, name: string): Promise<Destination | string> {
  const kept = await whereaboutsOf(records, childId);
  if (kept !== undefined)
    return kept.safeContact?.address === undefined
      ? `It is kept private where this child is, and no address of the safe contact is recorded. Ask ${kept.owner.name}.`
      : { to: kept.safeContact.name, address: kept.safeContact.address, isSafeContact: true };
  const row = await addressOnRecord(records, childId);
  if (row === undefined || inLines(row) === "")
    return "No address is on record. Hand the copy over, or record the address first.";
  return {
    to: name,
    address: inLines(row),
    since: row.since,
    isSafeContact: false,
    ...(row.before === null ? {} : { before: row.before }),
  };
}

/** Whether somebody has to make sure of an address before anything goes there: naming days, never the address before. */
export function askedAgain({ since, before }: Destination, today: LocalDate): string | undefined {
  if (since === undefined) return undefined;
  const on = dayOf(momentAt(since));
  if (!isNewAddress({ since: on, before }, today)) return undefined;
  return before === undefined
    ? `This address has been on record since ${inWords(on)} only. Make sure of it with the family.`
    : `This address changed on ${inWords(on)}. The one before had been on record since ${inWords(before)}. Make sure of it with the family.`;
}

/** Takes whom the caller chose, gives who that is on record and where it goes; or refuses in words for the field. */
export async function resolved(records: Records, asked: CopyAsked, childName: string): Promise<Resolved> {
  const kept = await whereaboutsOf(records, asked.childId);
  const isKept = kept !== undefined;
  const found = await personOf(records, asked, childName, isKept);
  const isAddressShown = kept?.mayKnow !== false || found.kind !== "practitioner" || asked.way !== "secure-email";
  return { ...found, isKept, isAddressShown, destination: await destinationOf(records, asked, found) };
}

type Found = Omit<Resolved, "destination" | "isKept" | "isAddressShown"> & {
  readonly email: string | null;
  readonly emailSince?: string;
};

async function personOf(
  records: Records,
  { childId, recipient }: CopyAsked,
  childName: string,
  isKept: boolean,
): Promise<Found> {
  const family = { agency: null, services: [], mayKnow: !isKept } as const;
  switch (recipient.is) {
    case "child":
      return { ...family, kind: "child", id: null, name: childName, email: null };
    case "carer": {
      const carer = (await familyToSendTo(records, childId)).find(({ carerId }) => carerId === recipient.carerId);
      if (carer === undefined) refuseInput("recipient.carerId", "Choose a parent or carer of the list");
      const { name, email, since } = carer;
      return { ...family, kind: "carer", id: carer.carerId, name, email, emailSince: since };
    }
    case "practitioner": {
      const { practitionerId: id } = recipient;
      const colleague = await recipientOf(records, childId, id);
      if (colleague === undefined) refuseInput("recipient.practitionerId", "Choose somebody who works in this area");
      if (colleague.isHeldBack)
        refuseInput("recipient.practitionerId", "Choose somebody else: this person cannot act for this child");
      const { email, services } = await colleagueOnRecord(records, id);
      const mayKnow = !isKept || (await whoMayKnow(records, childId, [id])).has(id);
      return { kind: "practitioner", id, name: colleague.name, agency: colleague.agency, services, mayKnow, email };
    }
    case "body": {
      await refuseKeptAway(records, childId, recipient.name);
      const { name, agency } = recipient;
      return { ...family, kind: "body", id: null, name, agency, email: null };
    }
  }
}

/** Nobody who must not be brought near the child gets a copy, by whatever way. */
export async function refuseKeptAway(
  records: Records,
  childId: string,
  name: string,
  path = "recipient.name",
): Promise<void> {
  const adults = await keptAwayFrom(records, childId);
  if (adults.some((adult) => mayBeSameAdult(adult.name, name)))
    refuseInput(path, "No copy goes to this person. See what is restricted on the child's page");
}

async function destinationOf(records: Records, asked: CopyAsked, found: Found): Promise<Destination | undefined> {
  const { way, childId } = asked;
  if (way === "handed-over") return undefined;
  const destination = await wayTo(records, asked, found);
  if (typeof destination === "string") refuseInput("way", destination);
  await refuseWhereKeptAway(records, childId, destination.address);
  return destination;
}

async function wayTo(
  records: Records,
  { way, childId, address }: CopyAsked,
  found: Found,
): Promise<Destination | string> {
  const { kind, name, email, emailSince } = found;
  if (kind === "body" || (kind === "practitioner" && way === "post"))
    return { to: name, address: address ?? "", isSafeContact: false };
  if (way === "post") return familysAddress(records, childId, name);
  if (email === null) return `No email address of ${name} is on record. Choose another way.`;
  return { to: name, address: email, isSafeContact: false, ...(emailSince === undefined ? {} : { since: emailSince }) };
}

/** The homes that an address, or an email address, written as one text may be: by its whole, its first line, its first part. */
function homesIn(address: string): readonly KnownHome[] {
  if (address.includes("@")) return [{ email: address }];
  const postcode = /[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}/i.exec(address)?.[0] ?? "";
  const rest = address.replace(postcode, "");
  return [rest, rest.split("\n")[0] ?? "", rest.split(/[\n,]/)[0] ?? ""].map((line1) => ({ line1, postcode }));
}

/** Nothing goes where an adult who must not be brought near is known to be reached, whoever it is for. */
async function refuseWhereKeptAway(records: Records, childId: string, address: string): Promise<void> {
  if (await isWhereKeptAway(records, childId, address))
    refuseInput("way", "No copy goes to this address. Hand it over, or see what is restricted on the child's page");
}

/** Whether an adult who must not be brought near the child is known to be reached at an address. */
export async function isWhereKeptAway(records: Records, childId: string, address: string): Promise<boolean> {
  const adults = await keptAwayFrom(records, childId);
  if (adults.length === 0) return false;
  const there = new Set(homesIn(address).flatMap((home) => keysOfHome(home).map(([, key]) => key)));
  const homes = await homesOfAdults(records, childId);
  return homes
    .filter(({ name }) => adults.some((adult) => mayBeSameAdult(adult.name, name)))
    .some((home) => keysOfHome(home).some(([, key]) => there.has(key)));
}

/** The adults of whom somebody makes sure, before something leaves by post or email, that they are not reached there. */
export const adultsToThinkOf = async (records: Records, childId: string): Promise<readonly string[]> =>
  (await keptAwayFrom(records, childId)).map(({ name }) => name);
