import {
  asConsents,
  type CopyAsked,
  type CopyWay,
  copyBases,
  copyWays,
  DomainError,
  dayOf,
  type GateDecision,
  momentAt,
  restsOn,
  SendCopy,
  TellOfCopy,
  type Told,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { decisionsOf, type Reminded, remindedOfCopy, whyOtherwise } from "./agreed-way.ts";
import { type Composed, composed } from "./copy-compose.ts";
import { whereaboutsOf } from "./copy-family-store.ts";
import { followCopies } from "./copy-list.ts";
import { adultsToThinkOf, askedAgain, type Resolved } from "./copy-recipient.ts";
import { addSentCopy, addTold, closeToldDuty, sentCopyOf, withClearings } from "./copy-store.ts";
import { askAfterSharing, keepOwed } from "./duties.ts";
import { ownAgency } from "./items-store.ts";
import { refuseUnlessItMayGo } from "./release.ts";
import { answersOf, type ConsentRow, lockChild, namesOf } from "./store.ts";

const Sent = z.object({ sentCopyId: z.string() });

/**
 * Sends one recipient's copy of a plan: exactly the one that was shown. It is made anew here, and where the plan, the
 * address or what is known of the family changed since, nothing goes and the sender looks again.
 */
export const send = practitionerProcedure("consent.send")
  .input(SendCopy)
  .output(Sent)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId } = input;
      const held = await records.authorise(childId);
      const { bornOn } = await lockChild(records, childId);
      const made = await composed(records, { ...input, isReferral: input.basis === "safeguarding" });
      if (made.left.length > 0)
        refuseInput("clearings", "Decide about each thing that was found in the copy before it goes");
      if (made.sha256 !== input.hash) throw new DomainError({ kind: "changed-since", what: "copy" });
      await refuseAddress(records, input, made);
      await refuseReasons(records, input, made);
      const reminded = await remindedOfCopy(records, input, made);
      if (reminded?.of === "other-way" && !input.otherWayConfirmed) refuseInput("otherWayConfirmed", reminded.because);
      const answers = await answersOf(records, childId);
      const decision = isTheirOwn(input)
        ? undefined
        : ask(records, { input, bornOn, made, answers }, (await ownAgency(records)).kind);
      if (decision !== undefined) refuseUnlessItMayGo(decision, held, input);
      return {
        sentCopyId: await keepCopy(records, {
          input,
          made,
          decision,
          reminded,
          answer: answerFor(records, input, made, answers),
        }),
      };
    }),
  );

const isTheirOwn = ({ basis }: Pick<SendCopy, "basis">) => basis === "their-own";

/** An address that changed, lately or since it was looked at, is made sure of; so is that nobody is reached there who must not be. */
async function refuseAddress(
  records: Records,
  input: SendCopy,
  { recipient: { destination } }: Composed,
): Promise<void> {
  if (destination === undefined) return;
  if (destination.since !== input.addressSince) throw new DomainError({ kind: "changed-since", what: "address" });
  const asked = askedAgain(destination, records.today);
  if (asked !== undefined && !input.addressConfirmed) refuseInput("addressConfirmed", asked);
  if (!input.nobodyNearConfirmed && (await adultsToThinkOf(records, input.childId)).length > 0)
    refuseInput(
      "nobodyNearConfirmed",
      "Make sure that no adult who must not be brought near is reached at this address",
    );
}

async function refuseReasons(records: Records, input: SendCopy, { recipient: { kind } }: Composed): Promise<void> {
  const isFamily = kind === "child" || kind === "carer";
  if (isTheirOwn(input) && !isFamily)
    refuseInput("basis", "Choose what sharing with somebody outside the family rests on");
  if (input.basis === "consent" && isFamily)
    refuseInput("basis", "Child and family need no consent for their own plan: choose another basis");
  if (input.purpose === undefined && input.basis !== "safeguarding")
    refuseInput("purpose", "Enter what it is sent for");
  if (input.decidedById !== undefined && !(await namesOf(records, [input.decidedById])).has(input.decidedById))
    refuseInput("decidedById", "Choose somebody who works in this area");
  if (isFamily && !isTheirOwn(input) && input.basis !== "safeguarding" && input.decidedById === undefined)
    refuseInput("decidedById", "Choose who decided it");
  for (const [path, told] of [
    ["childTold.on", input.childTold],
    ["familyTold.on", input.familyTold],
  ] as const)
    if (told.told === "yes" && told.on > records.today) refuseInput(path, "Enter a day that is not in the future");
}

type Asking = {
  readonly input: SendCopy;
  readonly bornOn: Awaited<ReturnType<typeof lockChild>>["bornOn"];
  readonly made: Composed;
  readonly answers: readonly ConsentRow[];
};

/** The book's own question about sharing. A copy is about one child alone: of others whom the plan is for it says nothing. */
function ask(
  records: Records,
  { input, bornOn, made, answers }: Asking,
  ownKind: Awaited<ReturnType<typeof ownAgency>>["kind"],
): GateDecision {
  const { recipient } = made;
  return records.book().book.gate(
    "consent.release",
    {
      child: { id: input.childId, bornOn: bornOn ?? "not-recorded" },
      item: { id: input.planId, about: [input.childId], isMeetingInvitation: false },
      by: { id: records.who.practitionerId, agency: ownKind },
      recipient: { id: recipient.id ?? "none", agency: recipient.agency ?? "other" },
      purposeStated: input.purpose !== undefined,
      basis: input.basis === "their-own" ? "none" : input.basis,
      decidedBy: input.decidedById ?? "none",
      reason: input.reason !== undefined && input.reasonWords !== undefined ? input.reason : "none",
      consents: asConsents(answers, input.planId),
    },
    records.asAt,
  );
}

/** The answer it rests on, where it rests on one. */
function answerFor(
  records: Records,
  input: SendCopy,
  { recipient }: Composed,
  answers: readonly ConsentRow[],
): ConsentRow | undefined {
  if (input.basis !== "consent") return undefined;
  const crossing = { itemId: input.planId, toId: recipient.id ?? "none", agency: recipient.agency ?? "other" };
  const answer = restsOn(answers, crossing, records.today);
  if (answer === undefined)
    refuseInput(
      "basis",
      "No answer that is in force covers this recipient and the plan. Ask first, or choose another basis",
    );
  if (!input.isPartOfAnswer)
    refuseInput("isPartOfAnswer", "Read what was put to them, and tick that this is part of it");
  return answer;
}

type Going = {
  readonly input: SendCopy;
  readonly made: Composed;
  readonly decision: GateDecision | undefined;
  readonly reminded: Reminded | undefined;
  readonly answer: ConsentRow | undefined;
};

async function keepCopy(records: Records, { input, made, decision, reminded, answer }: Going): Promise<string> {
  const sentCopyId = records.newId();
  const { childId, planId, way, basis } = input;
  const { recipient, copy } = made;
  const { destination } = recipient;
  const purpose = input.purpose ?? "A safeguarding referral";
  const told = {
    childTold: toldOf(input.childTold, recipient.kind === "child", records),
    familyTold: toldOf(input.familyTold, recipient.kind === "carer", records),
  };
  const duties =
    basis === "their-own" ? undefined : askAfterSharing(records, childId, { releaseId: sentCopyId, basis, ...told });
  // the first is the one that the copy, and what is owed about it, rest on
  const decisions = [decision, duties, ...decisionsOf(reminded, input)].filter((one) => one !== undefined);
  const [decisionId] = await records.keep({
    childId,
    planId,
    act: "consent.copy-sent",
    ...inChronology(made, input, purpose),
    decisions,
  });
  await addSentCopy(records, {
    sentCopyId,
    childId,
    planId,
    kind: "plan",
    title: copy.title,
    recipientKind: recipient.kind,
    recipientId: recipient.id,
    recipientName: recipient.name,
    recipientAgency: recipient.agency,
    way,
    addressedTo: destination?.to ?? null,
    address: destination?.address ?? null,
    addressSince: destination?.since ?? null,
    addressConfirmed: input.addressConfirmed ? "yes" : "not-needed",
    purpose,
    basis,
    consentId: answer?.consentId ?? null,
    decidedBy: input.decidedById ?? (decision?.answer === "refers" ? records.who.practitionerId : null),
    reason: input.reason ?? null,
    reasonWords: input.reasonWords ?? null,
    otherWayBecause: whyOtherwise(reminded, input),
    findings: withClearings(made.findings, input.clearings),
    bytes: made.bytes,
    sha256: made.sha256,
    decisionId: decision === undefined && duties === undefined ? null : (decisionId ?? null),
  });
  await addTold(records, { sentCopyId, childId, whom: "child", told: input.childTold });
  await addTold(records, { sentCopyId, childId, whom: "family", told: input.familyTold });
  if (duties !== undefined && decisionId !== undefined) await keepOwed(records, { childId }, duties.owed, decisionId);
  await followCopies(records, { planId, childId });
  await tellRecipient(records, { childId, recipient, way });
  return sentCopyId;
}

const cameBy: Readonly<Record<CopyWay, string>> = {
  "handed-over": "in person",
  post: "by post",
  "secure-email": "by secure email",
};

/**
 * A colleague hears that a copy is theirs, and no more than it says itself: not from whom, where they may not know where the
 * child is. Whoever took it for themselves knows.
 */
async function tellRecipient(
  records: Records,
  { childId, recipient, way }: { readonly childId: string; readonly recipient: Resolved; readonly way: CopyWay },
): Promise<void> {
  if (recipient.kind !== "practitioner" || recipient.id === null || recipient.id === records.who.practitionerId) return;
  await tell(records, [
    {
      practitionerId: recipient.id,
      childId,
      act: "consent.copy-sent",
      words: recipient.mayKnow
        ? `${records.who.practitionerName} sent you a copy of a plan ${cameBy[way]}. If you do not have it, ask them.`
        : `A copy of a plan was sent to you ${cameBy[way]}.`,
      link: linkTo.sentCopies(childId),
    },
  ]);
}

/** Whoever gets it themselves is told by that. */
const toldOf = (told: Told, getsIt: boolean, { today }: Records): Told =>
  told.told === "not-yet" && getsIt ? { told: "yes", on: today, how: "Got the copy" } : told;

/** Where it is kept where the child is, neither the recipient nor what it was for is written into the chronology: they may tell. */
function inChronology(
  { copy, recipient }: Composed,
  { way, basis }: Pick<CopyAsked, "way"> & Pick<SendCopy, "basis">,
  purpose: string,
): { readonly title: string; readonly detail: string } {
  const rests = `It rests on this: ${copyBases[basis].label}.`;
  const what = copy.title.split(":")[0] ?? "The plan";
  return recipient.isKept
    ? { title: `A copy was sent: ${what}`, detail: `${copyWays[way].label}. ${rests}` }
    : {
        title: `A copy went to ${recipient.name}: ${what}`,
        detail: `${copyWays[way].label}. What for: ${purpose} ${rests}`,
      };
}

/** Records that the child or the family was told of a copy, or why not. */
export const tellOfCopy = practitionerProcedure("consent.tell")
  .input(TellOfCopy)
  .output(Sent)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { sentCopyId, whom, told } = input;
      const row = await sentCopyOf(records, sentCopyId);
      await records.authorise(row.childId);
      if (told.told === "not-yet") refuseInput("told", "Enter when and how they were told, or why not");
      if (told.told === "yes" && told.on > records.today)
        refuseInput("told.on", "Enter a day that is not in the future");
      if (told.told === "yes" && told.on < dayOf(momentAt(row.sentAt)))
        refuseInput("told.on", "Enter a day that is not before it was sent");
      await addTold(records, { sentCopyId, childId: row.childId, whom, told });
      await closeToldDuty(records, row.decisionId, whom);
      const who = whom === "child" ? "The child" : "The family";
      const isKept = (await whereaboutsOf(records, row.childId)) !== undefined;
      await records.keep({
        childId: row.childId,
        ...(row.planId === null ? {} : { planId: row.planId }),
        act: "consent.told",
        title:
          told.told === "yes"
            ? `${who} was told of a copy that was sent`
            : `${who} was not told of a copy that was sent`,
        // while it is kept where the child is, how they were told may tell
        ...(isKept ? {} : { detail: told.told === "yes" ? told.how : told.because }),
      });
      return { sentCopyId };
    }),
  );
