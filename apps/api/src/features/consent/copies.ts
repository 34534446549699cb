import {
  type AgencyKind,
  agencyKinds,
  CopyAsked,
  type CopyFinding,
  copyBases,
  copyFindings,
  copyKinds,
  copyWays,
  DomainError,
  dayOf,
  IdSchema,
  momentAt,
  planKinds,
  sharingReasons,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { remindedOfCopy, remindedView } from "./agreed-way.ts";
import { answerViews, control, itemsForReader } from "./consent-view.ts";
import { type Composed, composed } from "./copy-compose.ts";
import { whereaboutsOf } from "./copy-family-store.ts";
import { sha256Of } from "./copy-html.ts";
import { planOnPaper } from "./copy-plan-store.ts";
import { adultsToThinkOf, askedAgain, type Destination, familysAddress, familyToSendTo } from "./copy-recipient.ts";
import { keptBytesOf, type SentCopyRow, sentCopiesOf, sentCopyOf } from "./copy-store.ts";
import { CopyRecipientsView, CopyView, SentCopiesView, type SentCopyInList, SentCopyView } from "./copy-views.ts";
import { answersOf, childOnPaper } from "./store.ts";
import type { ToldOfView } from "./views.ts";

const notShown = "Their own email address at work. It is not shown here: it may tell where this child is.";

const destinationView = (
  records: Records,
  { to, address, since, isSafeContact, before }: Destination,
  isShown = true,
) => {
  const asked = askedAgain(
    { to, address, isSafeContact, ...(since && { since }), ...(before && { before }) },
    records.today,
  );
  return {
    to,
    address: isShown ? address : notShown,
    isSafeContact,
    ...(since === undefined ? {} : { since }),
    ...(asked === undefined ? {} : { askedAgain: asked }),
  };
};

/** Who may get a copy of a plan, where letters to the family go, and what was answered about sharing. */
export const recipients = practitionerProcedure("consent.read")
  .input(z.object({ planId: IdSchema, childId: IdSchema }))
  .output(CopyRecipientsView)
  .query(({ ctx, input: { planId, childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const { childName, kind, state } = await planOnPaper(records, planId, childId);
      const post = await familysAddress(records, childId, childName);
      const speaking = (await answersOf(records, childId)).filter(
        ({ items }) => items.length === 0 || items.includes(planId),
      );
      const closed = { may: false, why: "This plan is closed." };
      return {
        childId,
        childName,
        planId,
        planTitle: planKinds[kind as keyof typeof planKinds]?.label ?? "Plan",
        carers: (await familyToSendTo(records, childId)).map(({ carerId, name, relationship, email }) => ({
          carerId,
          name,
          hasEmail: email !== null,
          ...(relationship ? { relationship } : {}),
        })),
        post: typeof post === "string" ? { problem: post } : destinationView(records, post),
        isKept: (await whereaboutsOf(records, childId)) !== undefined,
        answers: await answerViews(records, speaking, await itemsForReader(records, childId)),
        may: { send: state === "closed" ? closed : control(records, "consent.send", held) },
      };
    }),
  );

/** How many characters on each side of what was found are shown with it. */
const aroundIt = 60;

/** Something that was found in a copy, with the words around it. */
export function findingView(finding: CopyFinding, { copy }: Pick<Composed, "copy">) {
  const { key, kind, words, at, service, mustGo } = finding;
  const text = copy.sections
    .flatMap(({ items }) => items.flatMap(({ lines }) => lines))
    .find((line) => line.key === at?.lineKey)?.text;
  return {
    key,
    kind,
    label: copyFindings[kind].label,
    words,
    mustGo,
    ...(service === undefined ? {} : { service }),
    ...(at === undefined || text === undefined ? {} : { around: aroundOf(text, at) }),
  };
}

const aroundOf = (text: string, { from, to }: NonNullable<CopyFinding["at"]>): string =>
  `${from > aroundIt ? "…" : ""}${text.slice(Math.max(0, from - aroundIt), to + aroundIt)}${to + aroundIt < text.length ? "…" : ""}`;

/** One recipient's copy exactly as it would go, with each thing in it that has to be looked at first. */
export const look = practitionerProcedure("consent.send")
  .input(CopyAsked)
  .output(CopyView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      await records.authorise(input.childId);
      const made = await composed(records, input);
      const { destination, isAddressShown } = made.recipient;
      return {
        title: made.copy.title,
        recipient: made.recipient.name,
        way: input.way,
        ...(destination === undefined ? {} : { destination: destinationView(records, destination, isAddressShown) }),
        findings: made.findings.map((finding) => findingView(finding, made)),
        left: made.left.map(({ key }) => key),
        html: new TextDecoder().decode(made.bytes),
        hash: made.sha256,
        adultsToThinkOf: destination === undefined ? [] : [...(await adultsToThinkOf(records, input.childId))],
        ...remindedView(await remindedOfCopy(records, input, made)),
      };
    }),
  );

const toldView = (told: SentCopyRow["childTold"]): ToldOfView =>
  told === null
    ? { told: "not-yet" }
    : told.on === null
      ? { told: "no", because: told.because ?? "" }
      : { told: "yes", on: told.on };

/** A copy that was sent as it stands in a list: everything of it but the copy. */
export const inList = (row: SentCopyRow): SentCopyInList => ({
  sentCopyId: row.sentCopyId,
  ...(row.planId === null ? {} : { planId: row.planId }),
  kind: { code: row.kind, label: copyKinds[row.kind].label },
  title: row.title,
  to: toWhom(row),
  way: { code: row.way, label: copyWays[row.way].label },
  purpose: row.purpose,
  basis: { code: row.basis, label: copyBases[row.basis].label },
  by: row.sentByName ?? "Somebody who has left",
  at: row.sentAt,
  ...toldOfRow(row),
});

const toWhom = ({ kind, recipientKind, recipientName, recipientAgency }: SentCopyRow): string =>
  recipientKind === "child"
    ? kind === "plan"
      ? `${recipientName}, whose plan it is`
      : recipientName
    : recipientAgency === null
      ? recipientName
      : `${recipientName}, ${agencyKinds[recipientAgency as AgencyKind].label}`;

/** Whoever got it themselves knows of it. */
function toldOfRow(row: SentCopyRow): Pick<SentCopyInList, "childTold" | "familyTold"> {
  const on = dayOf(momentAt(row.sentAt));
  return {
    childTold: row.recipientKind === "child" && row.childTold === null ? { told: "yes", on } : toldView(row.childTold),
    familyTold:
      row.recipientKind === "carer" && row.familyTold === null ? { told: "yes", on } : toldView(row.familyTold),
  };
}

/** What was sent about a child: who, when, to whom and why. */
export const sent = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema, planId: IdSchema.optional() }))
  .output(SentCopiesView)
  .query(({ ctx, input: { childId, planId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const { childName } = await childOnPaper(records, childId);
      const kept = await whereaboutsOf(records, childId);
      return {
        childId,
        childName,
        copies: (await sentCopiesOf(records, childId, planId)).map(inList),
        ...(kept === undefined || kept.mayKnow
          ? {}
          : {
              kept: `It is kept private where this child is. What was sent opens to those who may know: ask ${kept.owner.name}.`,
            }),
        may: { send: control(records, "consent.send", held) },
      };
    }),
  );

/** One copy that was sent, byte for byte, with what was found in it and what became of each. */
export const kept = practitionerProcedure("consent.read")
  .input(z.object({ sentCopyId: IdSchema }))
  .output(SentCopyView)
  .query(({ ctx, input: { sentCopyId } }) =>
    ctx.read(async (records) => {
      const row = await sentCopyOf(records, sentCopyId);
      const held = await records.authorise(row.childId);
      const { bytes, findings } = await keptBytesOf(records, sentCopyId);
      const { childName } = await childOnPaper(records, row.childId);
      return {
        childId: row.childId,
        childName,
        copy: inList(row),
        ...(row.addressedTo === null ? {} : { addressedTo: row.addressedTo }),
        ...(row.address === null ? {} : { address: row.address }),
        ...(row.decidedByName === null ? {} : { decidedBy: row.decidedByName }),
        ...(row.reason === null ? {} : { reason: sharingReasons[row.reason].label }),
        ...(row.reasonWords === null ? {} : { reasonWords: row.reasonWords }),
        ...(row.otherWayBecause === null ? {} : { otherWayBecause: row.otherWayBecause }),
        ...(row.decisionId === null ? {} : { decisionId: row.decisionId }),
        findings: findings.map(({ kind, words, cleared }) => ({
          label: copyFindings[kind].label,
          words,
          how: cleared === "with-its-item" ? cleared : cleared.how,
          ...(cleared !== "with-its-item" && cleared.how === "in" && cleared.because !== undefined
            ? { because: cleared.because }
            : {}),
        })),
        html: decoded(bytes),
        sha256: row.sha256,
        isIntact: sha256Of(bytes) === row.sha256,
        may: { tell: control(records, "consent.tell", held) },
      };
    }),
  );

/** A browser shows exactly these bytes: what is not text of ours is not shown as if it were. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DomainError({ kind: "not-visible", what: "copy" });
  }
}
