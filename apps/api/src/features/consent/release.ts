import {
  type AgencyKind,
  type AnswerOnRecord,
  addDays,
  asConsents,
  CompleteRelease,
  type Decision,
  DomainError,
  dayOf,
  type GateDecision,
  type LocalDate,
  lateFrom,
  momentAt,
  type Relation,
  ReleaseItem,
  restsOn,
  sharingBases,
  TellOfRelease,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { consentView } from "./consent-view.ts";
import { askAfterSharing, keepOwed } from "./duties.ts";
import { type Item, itemOf, ownAgency } from "./items-store.ts";
import {
  addRelease,
  completeRelease,
  concernOfItem,
  keepTold,
  type Recipient,
  recipientOf,
  releaseOf,
} from "./release-store.ts";
import { calledInSteps, inFileOf, wordsInSteps } from "./release-view.ts";
import { answersOf, type ConsentRow, lockChild, namesOf } from "./store.ts";
import { ConsentView } from "./views.ts";

/** Shares one item of the caller's own agency with one person: the copy as it goes, the decision, and what follows. */
export const release = practitionerProcedure("consent.release")
  .input(ReleaseItem)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId } = input;
      const held = await records.authorise(childId);
      const { bornOn } = await lockChild(records, childId);
      const item = await ownItem(records, input);
      await share(records, { input, held, bornOn, item, by: item.agency });
      return consentView(records, childId);
    }),
  );

type OneItem = Omit<Item, "agency"> & { readonly agency: AgencyKind };
/** What is said of one act of sharing, whatever is shared. */
export type Asked = Omit<ReleaseItem, "idempotencyKey" | "kind" | "itemId">;
type Sharing = {
  readonly input: Asked;
  readonly held: readonly Relation[];
  readonly bornOn: LocalDate | null;
  readonly item: OneItem;
  /** The agency that it leaves. */
  readonly by: AgencyKind;
  /** What it came by, where it is shared on. */
  readonly from?: string;
  /** Asked once it is known whom it goes to. */
  readonly alsoAsk?: (recipient: Recipient) => Promise<readonly Decision[]>;
};

/** Shares one item with one person, where the rulebook lets it go: the child is held already. Gives the release's id. */
export async function share(records: Records, { input, held, bornOn, item, by, from, alsoAsk }: Sharing) {
  const recipient = await checkedRecipient(records, input);
  await refuseDays(records, input);
  const answers = await answersOf(records, input.childId);
  const decision = askRelease(records, { input, bornOn, item, by, recipient, answers });
  refuseUnlessItMayGo(decision, held, input);
  const also = (await alsoAsk?.(recipient)) ?? [];
  const crossing = { itemId: item.itemId, toId: input.toId, agency: recipient.agency };
  const answer = input.basis === "consent" ? restsOn(answers, crossing, records.today) : undefined;
  if (input.basis === "consent" && answer === undefined)
    refuseInput(
      "basis",
      "No answer that is in force covers this person and this item. Ask first, or choose another basis",
    );
  if (input.basis === "consent" && !input.isPartOfAnswer)
    refuseInput("isPartOfAnswer", "Read what was put to them, and tick that this is part of it");
  return keepRelease(records, { input, item, recipient, decision, also, answer, fromReleaseId: from });
}

/** An item is shared by the agency whose file it is in. */
async function ownItem(records: Records, { childId, kind, itemId }: ReleaseItem): Promise<OneItem> {
  const item = await itemOf(records, childId, kind, itemId);
  const own = await ownAgency(records);
  if (item.agency === null || item.agencyId !== own.agencyId)
    throw new DomainError({
      kind: "not-allowed",
      action: "consent.release",
      why: `This is in the file of ${item.agencyName ?? "another agency"}. Somebody who works there decides whether it goes to anybody.`,
    });
  return { ...item, agency: item.agency };
}

async function checkedRecipient(records: Records, { childId, toId, decidedById }: Asked): Promise<Recipient> {
  if (toId === records.who.practitionerId) refuseInput("toId", "Choose somebody else: you can read it already");
  const found = await recipientOf(records, childId, toId);
  if (found === undefined) refuseInput("toId", "Choose somebody who works in this area");
  if (found.isHeldBack) refuseInput("toId", "Choose somebody else: this person cannot act for this child");
  if (found.isLight)
    refuseInput("toId", "Choose somebody else: this person has a light account, and opens nothing that is shared");
  if (decidedById !== undefined && !(await namesOf(records, [decidedById])).has(decidedById))
    refuseInput("decidedById", "Choose somebody who works in this area");
  return found;
}

export async function refuseDays(
  records: Records,
  { lastDay, childTold, familyTold }: Pick<Asked, "lastDay" | "childTold" | "familyTold">,
  under = "",
): Promise<void> {
  if (lastDay !== undefined && lastDay < records.today)
    refuseInput(`${under}lastDay`, "Enter a day that is not in the past");
  for (const [path, told] of [
    ["childTold.on", childTold],
    ["familyTold.on", familyTold],
  ] as const)
    if (told.told === "yes" && told.on > records.today)
      refuseInput(`${under}${path}`, "Enter a day that is not in the future");
}

type Asking = Pick<Sharing, "input" | "bornOn" | "item" | "by"> & {
  readonly recipient: Pick<Recipient, "name" | "agency">;
  readonly answers: readonly ConsentRow[];
};

/** Asks the rulebook whether one item may go to somebody now. */
export const askRelease = (
  records: Records,
  {
    input,
    bornOn,
    item,
    by,
    recipient,
    answers,
  }: Omit<Asking, "input" | "item" | "answers"> & {
    readonly item: Pick<OneItem, "itemId" | "about">;
    readonly answers: readonly AnswerOnRecord[];
    readonly input: Omit<Asked, "basis"> & { readonly basis: Asked["basis"] | "none" };
  },
): GateDecision =>
  records.book().book.gate(
    "consent.release",
    {
      child: { id: input.childId, bornOn: bornOn ?? "not-recorded" },
      item: { id: item.itemId, about: item.about, isMeetingInvitation: false },
      by: { id: records.who.practitionerId, agency: by },
      recipient: { id: input.toId, agency: recipient.agency },
      purposeStated: input.purpose !== undefined,
      basis: input.basis,
      decidedBy: input.decidedById ?? "none",
      reason: input.reason !== undefined && input.reasonWords !== undefined ? input.reason : "none",
      consents: asConsents(answers, item.itemId),
    },
    records.asAt,
  );

const decidersOf: Readonly<Record<string, readonly Relation[]>> = {
  "named-person": ["named-person"],
  "lead-professional": ["lead", "acting-lead"],
};

/** Whether what the rulebook leaves to somebody is left to the caller. */
export const mayDecide = (decision: GateDecision, held: readonly Relation[]): boolean =>
  decision.answer === "refers" &&
  decision.decidedBy.some((role) => decidersOf[role]?.some((relation) => held.includes(relation)));

/** What the rulebook leaves to somebody is decided by whoever holds that role, with the reason in words. */
export function refuseUnlessItMayGo(
  decision: GateDecision,
  held: readonly Relation[],
  { reasonWords }: Pick<ReleaseItem, "reasonWords">,
): void {
  if (mayDecide(decision, held)) {
    if (reasonWords === undefined) refuseInput("reasonWords", "Enter which answer is followed, and why");
    return;
  }
  if (decision.answer === "prevents" || decision.answer === "unknown" || decision.answer === "refers")
    throw new DomainError({ kind: "rule-prevents", decision });
}

type Going = Pick<Asking, "input" | "item" | "recipient"> & {
  readonly decision: GateDecision;
  readonly also: readonly Decision[];
  readonly answer: ConsentRow | undefined;
  readonly fromReleaseId: string | undefined;
  /** Whoever it goes to hears of it with what it goes with. */
  readonly isToldOtherwise?: boolean;
};

/** Keeps that an item went, with what it rests on, and what is owed for it. Gives the release's id. */
export async function keepRelease(
  records: Records,
  { input, item, recipient, decision, also, answer, fromReleaseId, isToldOtherwise = false }: Going,
): Promise<string> {
  const { childId, toId, basis, childTold, familyTold } = input;
  const releaseId = records.newId();
  const purpose = input.purpose ?? "A safeguarding referral";
  const duties = askAfterSharing(records, childId, { releaseId, basis, childTold, familyTold });
  const concernId = await concernOfItem(records, item);
  const of = concernId === undefined ? {} : { concernId };
  const went = { itemKind: item.kind, title: item.title, ofAgency: item.agency };
  const [decisionId = ""] = await records.keep({
    childId,
    ...of,
    act: "consent.released",
    title: `Shared with ${recipient.name}: ${calledInSteps(went)}`,
    detail: [wordsInSteps(went, `What for: ${purpose}`), `It rests on this: ${sharingBases[basis].label}.`]
      .filter(Boolean)
      .join(" "),
    decisions: [decision, ...also, duties],
  });
  const isReferred = decision.answer === "refers";
  await addRelease(records, releaseId, {
    childId,
    itemKind: item.kind,
    itemId: item.itemId,
    ofAgency: item.agency,
    toId,
    toAgency: recipient.agency,
    purpose,
    basis,
    consentId: answer?.consentId ?? null,
    decidedBy: isReferred ? records.who.practitionerId : (input.decidedById ?? null),
    reason: input.reason ?? null,
    reasonWords: input.reasonWords ?? null,
    title: item.title,
    copy: item.copy,
    fromReleaseId: fromReleaseId ?? null,
    until: untilOf(input.lastDay, answer),
    childTold,
    familyTold,
    decisionId,
  });
  await keepOwed(records, { childId, ...of }, duties.owed, decisionId);
  if (isToldOtherwise) return releaseId;
  const { practitionerName: name } = records.who;
  await tell(records, [
    {
      practitionerId: toId,
      childId,
      act: "consent.released",
      words: `${name} shared something about a child with you. It opens to you for as long as it is shared.`,
      link: linkTo.received(releaseId),
    },
  ]);
  return releaseId;
}

/** It ends with the answer it rests on, or earlier where that was asked. */
export function untilOf(lastDay: LocalDate | undefined, answer: ConsentRow | undefined): string | undefined {
  const ends = answer?.during.until;
  const days = [lastDay, ...(ends === undefined ? [] : [addDays(ends, -1)])].filter((day) => day !== undefined).sort();
  return days[0] === undefined ? undefined : lateFrom({ day: days[0] }).at;
}

/** Records that the child or the family was told what went, to whom and when, or why not. */
export const tellOf = practitionerProcedure("consent.tell")
  .input(TellOfRelease)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { releaseId, whom, told } = input;
      const row = await releaseOf(records, releaseId);
      await records.authorise(row.childId);
      if (told.told === "not-yet") refuseInput("told", "Enter when and how they were told, or why not");
      if (told.told === "yes" && told.on > records.today)
        refuseInput("told.on", "Enter a day that is not in the future");
      if (told.told === "yes" && told.on < dayOf(momentAt(row.releasedAt)))
        refuseInput("told.on", "Enter a day that is not before it was shared");
      await keepTold(records, row, whom, told);
      const who = whom === "child" ? "The child" : "The family";
      await records.keep({
        childId: row.childId,
        ...inFileOf(row),
        act: "consent.told",
        title: told.told === "yes" ? `${who} was told what was shared` : `${who} was not told what was shared`,
        detail: [`${calledInSteps(row)}.`, wordsInSteps(row, told.told === "yes" ? told.how : told.because)]
          .filter(Boolean)
          .join(" "),
      });
      return consentView(records, row.childId);
    }),
  );

/** Writes down afterwards who decided to share and why, where it went before anybody had. */
export const complete = practitionerProcedure("consent.release")
  .input(CompleteRelease)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { releaseId, decidedById, reason, reasonWords } = input;
      const row = await releaseOf(records, releaseId);
      const { childId, basis } = row;
      await records.authorise(childId);
      if (!(await namesOf(records, [decidedById])).has(decidedById))
        refuseInput("decidedById", "Choose somebody who works in this area");
      if (
        basis === "consent" ||
        !(await completeRelease(records, releaseId, { decidedBy: decidedById, reason, reasonWords }))
      )
        throw new DomainError({ kind: "already", because: "It is written down already who decided this, and why." });
      await records.keep({
        childId,
        ...inFileOf(row),
        act: "consent.completed",
        title: `Written down who decided to share, and why: ${calledInSteps(row)}`,
        ...(wordsInSteps(row, reasonWords) === undefined ? {} : { detail: reasonWords }),
      });
      return consentView(records, childId);
    }),
  );
