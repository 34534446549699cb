import {
  type Decision,
  dayOf,
  type LocalDate,
  momentAt,
  type OnRoll,
  type WorryBringer,
  whomItFits,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { siblingsHear } from "../people/follows.ts";
import { keepDuties } from "./rules.ts";
import { type Answering, aboutWhom, answeringFor, besideOf, concernOf } from "./store.ts";
import { addConcernOfWorry, keepersOf, markPlaced, rollOf, wholeWorry } from "./worry-store.ts";

/**
 * What becomes of a worry. Everything here runs for the whole area: whoever passes a worry on, and whoever says whom it is
 * about, reads nothing of the child by it.
 */

type Arriving = {
  readonly worryId: string;
  readonly establishmentId: string;
  readonly about: string;
  readonly group?: string | undefined;
};

/** Where one child of the roll fits, it is on that child's record at once; else whoever keeps the roll is asked. */
export async function arrive(records: Records, worry: Arriving): Promise<void> {
  const fits = whomItFits(worry, await rollOf(records, worry.establishmentId));
  const [only] = fits as readonly (OnRoll | undefined)[];
  const arrived =
    fits.length === 1 && only !== undefined && (await standOnRecord(records, worry.worryId, only.childId));
  if (!arrived) await askKeepers(records, worry.establishmentId);
}

/** Puts a worry on a child's record, for whoever receives it there; false where nobody does yet. */
export async function standOnRecord(
  records: Records,
  worryId: string,
  childId: string,
  { byPerson = false }: { readonly byPerson?: boolean } = {},
): Promise<boolean> {
  const receivers = await answeringFor(records, childId);
  const [first] = receivers;
  if (first === undefined) return false;
  const worry = await wholeWorry(records, worryId);
  const on = dayOf(momentAt(worry.passedOnAt));
  const concernId = await addConcernOfWorry(records, { childId, worry, on });
  const duties = await keepDuties(records, await concernOf(records, concernId), first.practitionerId);
  const received = await askReceiver(records, { childId, concernId, on, worry, first });
  await records.keep({
    childId,
    concernId,
    act: "worry.passed-on",
    title: `${whose[worry.broughtBy] ?? "A worry"} was passed on by ${worry.sender}`,
    detail: worry.words,
    decisions: [...received, duties],
  });
  await markPlaced(records, worryId, { childId, concernId, byPerson });
  await tell(
    records,
    receivers.map((receiver) => ({
      practitionerId: receiver.practitionerId,
      childId,
      act: "worry.passed-on",
      words: `A worry was passed on ${aboutWhom[receiver.as]}`,
      link: linkTo.concern(childId, concernId),
    })),
  );
  await siblingsHear(records, childId, { of: "concern", is: "opened", on: records.today });
  return true;
}

/** Whose worry it is, where that is not whoever passed it on. */
const whose: Readonly<Partial<Record<WorryBringer, string>>> = {
  child: "A worry of the child's own",
  "parent-or-carer": "A worry of a parent or carer",
};

type Received = {
  readonly childId: string;
  readonly concernId: string;
  readonly on: LocalDate;
  readonly worry: Awaited<ReturnType<typeof wholeWorry>>;
  readonly first: Answering;
};

/** What the book says of who has it; nothing where it says nothing. */
async function askReceiver(
  records: Records,
  { childId, concernId, on, worry, first }: Received,
): Promise<readonly Decision[]> {
  const { book } = records.book();
  if (book.silence("concern.receiver") !== undefined) return [];
  const earlier = (await besideOf(records, childId)).filter((one) => one.concernId !== concernId);
  const facts = {
    child: { id: childId },
    worry: {
      id: concernId,
      on,
      by: worry.broughtBy,
      chosenAdult: worry.childChoseSender ? worry.sentBy : "none",
      about: worry.aboutPlace ?? "none",
    },
    namedPerson: first.as === "named-person" ? first.practitionerId : "none",
    earlier: earlier.map((one) => ({ id: one.concernId, on: one.noticedOn })),
  } as const;
  return [book.designation("concern.receiver", facts, records.asAt)];
}

/** Asks whoever keeps a roll to say whom a worry is about. */
async function askKeepers(records: Records, establishmentId: string): Promise<void> {
  const keepers = await keepersOf(records, establishmentId);
  await tell(
    records,
    keepers.map((practitionerId) => ({
      practitionerId,
      act: "worry.to-place",
      words: "A worry was passed on that is not yet with anybody. Say which child of the roll it is about.",
      link: linkTo.worriesToPlace,
    })),
  );
}
