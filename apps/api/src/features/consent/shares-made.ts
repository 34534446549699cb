import {
  agencyKinds,
  asConsents,
  DomainError,
  type GateDecision,
  IdSchema,
  type LocalDate,
  momentAt,
  RecordShareMade,
  restsOn,
  SettleShareMade,
  type SharingBasis,
  shareSettlings,
  sharingBases,
  TellOfShareMade,
  type Told,
} from "@linchpin/domain";
import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { childAccess } from "../../db/schema/access.ts";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { keepOwed } from "./duties.ts";
import { ownAgency } from "./items-store.ts";
import { controlOf } from "./received-store.ts";
import {
  addShare,
  addShareTold,
  closeDutyOf,
  lockShare,
  type ShareRow,
  settleShare,
  sharesMadeOf,
  whoSettlesFor,
} from "./shares-made-store.ts";
import { answersOf, type ConsentRow, lockChild, namedPersonsOf, whereaboutsAreKept } from "./store.ts";
import { ToldOfView } from "./views.ts";

const SharesMadeView = z.object({
  shares: z.array(
    z.object({
      shareId: z.string(),
      version: z.int(),
      what: z.string(),
      toWhom: z.string(),
      toAgency: TermView,
      why: z.string(),
      sharedOn: z.string(),
      by: z.string(),
      /** What covers it; left out where nothing does. */
      basis: TermView.optional(),
      settled: z.object({ as: TermView, basis: TermView.optional(), because: z.string(), by: z.string() }).optional(),
      settle: ControlView,
      familyTold: ToldOfView,
    }),
  ),
  mayRecord: ControlView,
  mayTell: ControlView,
});
const ShareDone = z.object({ shareId: z.string() });
const ShareSettled = ShareDone.extend({
  /** Whether the child is still the caller's to read: it is not for a manager who had to settle this alone. */
  readsOn: z.boolean(),
});

const somebody = "Somebody who has left";
const ownShare = "Somebody else settles what you shared.";

/** What left by another way, and how what nothing covered was settled. */
const forChild = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema }))
  .output(SharesMadeView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const may = controlOf(records, "consent.settle-share", held);
      const rows = await sharesMadeOf(records, childId);
      return {
        shares: rows.map((row) => viewOf(records, row, may)),
        mayRecord: controlOf(records, "consent.record-share", held),
        mayTell: controlOf(records, "consent.tell", held),
      };
    }),
  );

const term = (basis: SharingBasis) => ({ code: basis, label: sharingBases[basis].label });

const toldView = (told: ShareRow["familyTold"]): ToldOfView =>
  told === null
    ? { told: "not-yet" }
    : told.on === null
      ? { told: "no", because: told.because ?? "" }
      : { told: "yes", on: told.on };

const viewOf = (records: Records, row: ShareRow, may: { may: boolean; why?: string }) => ({
  shareId: row.shareId,
  version: row.version,
  what: row.what,
  toWhom: row.toWhom,
  toAgency: { code: row.toAgency, label: agencyKinds[row.toAgency].label },
  why: row.why,
  sharedOn: row.sharedOn,
  by: row.sharer ?? somebody,
  ...(row.basis === null ? {} : { basis: term(row.basis) }),
  ...(row.settledAs === null
    ? {}
    : {
        settled: {
          as: { code: row.settledAs, label: shareSettlings[row.settledAs].label },
          because: row.settledBecause ?? "",
          by: row.settler ?? somebody,
          ...(row.settledBasis === null ? {} : { basis: term(row.settledBasis) }),
        },
      }),
  familyTold: toldView(row.familyTold),
  settle: row.sharedBy === records.who.practitionerId ? { may: false, why: ownShare } : may,
});

/**
 * Writes down that something left by another way, and checks it against consent and the exceptions (HIG-24). Nothing is
 * held up: it has gone. What nothing covers goes to the named person to settle; what they shared themselves, to their manager.
 */
const record = practitionerProcedure("consent.record-share")
  .input(RecordShareMade)
  .output(ShareDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _, childId, basis, reason, reasonWords, familyTold, ...said } = input;
      await records.authorise(childId);
      refuseTold(records, "familyTold.on", familyTold, said.sharedOn);
      if (said.sharedOn > records.today) refuseInput("sharedOn", "Enter a day that is not in the future");
      const { bornOn } = await lockChild(records, childId);
      const shareId = records.newId();
      const answers = await answersOf(records, childId);
      const asked = { childId, shareId, bornOn, answers, toAgency: said.toAgency, on: said.sharedOn };
      const checked = basis === "none" ? undefined : await check(records, { ...asked, basis, reason, reasonWords });
      const covered = checked?.covers === true ? (basis as SharingBasis) : null;
      const duties = askUnmatched(records, childId, { shareId, on: said.sharedOn, basis: covered });
      const [decisionId = ""] = await records.keep({
        childId,
        act: "consent.share-recorded",
        title:
          covered === null ? "Something was shared that nothing covers yet" : "Something was shared by another way",
        detail: `${said.what}, with ${said.toWhom}. What for: ${said.why}`,
        decisions: [duties, ...(checked === undefined ? [] : [checked.decision])],
      });
      await addShare(records, {
        ...said,
        shareId,
        childId,
        basis: covered,
        consentId: checked?.consentId ?? null,
        reason: reason ?? null,
        reasonWords: reasonWords ?? null,
        decisionId,
      });
      await addShareTold(records, { shareId, childId, told: familyTold });
      if (covered === null) await goesToSettle(records, { childId, shareId }, duties.owed, decisionId);
      return { shareId };
    }),
  );

/** Nobody was told before it left, or on a day to come. */
function refuseTold({ today }: Records, path: string, told: Told, sharedOn: string): void {
  if (told.told !== "yes") return;
  if (told.on > today) refuseInput(path, "Enter a day that is not in the future");
  if (told.on < sharedOn) refuseInput(path, "Enter a day that is not before it was shared");
}

/** Records that the family was told of what left by another way, or why not. */
const tellOf = practitionerProcedure("consent.tell")
  .input(TellOfShareMade)
  .output(ShareDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { shareId, told } = input;
      const row = await lockShare(records, shareId);
      await records.authorise(row.childId);
      if (told.told === "not-yet") refuseInput("told", "Enter when and how they were told, or why not");
      refuseTold(records, "told.on", told, row.sharedOn);
      await addShareTold(records, { shareId, childId: row.childId, told });
      const isKept = (await whereaboutsAreKept(records, row.childId)) !== undefined;
      await records.keep({
        childId: row.childId,
        act: "consent.share-told",
        title:
          told.told === "yes"
            ? "The family was told of what was shared by another way"
            : "The family was not told of what was shared by another way",
        // while it is kept where the child is, how they were told may tell
        ...(isKept ? {} : { detail: told.told === "yes" ? told.how : told.because }),
      });
      return { shareId };
    }),
  );

type Checking = {
  readonly childId: string;
  readonly shareId: string;
  readonly bornOn: LocalDate | null;
  readonly answers: readonly ConsentRow[];
  readonly toAgency: RecordShareMade["toAgency"];
  readonly on: LocalDate;
  readonly basis: SharingBasis;
  readonly reason?: RecordShareMade["reason"];
  readonly reasonWords?: string | undefined;
};

/** Whether what somebody says a share rested on covers it, as the rulebook has it for that day. */
async function check(
  records: Records,
  { childId, shareId, bornOn, answers, toAgency, on, basis, reason, reasonWords }: Checking,
): Promise<{ readonly decision: GateDecision; readonly covers: boolean; readonly consentId?: string }> {
  const { kind: by } = await ownAgency(records);
  const asAt = on === records.today ? records.asAt : momentAt(`${on}T12:00:00.000Z`);
  const decision = records.book().book.gate(
    "consent.release",
    {
      child: { id: childId, bornOn: bornOn ?? "not-recorded" },
      item: { id: shareId, about: [childId], isMeetingInvitation: false },
      by: { id: records.who.practitionerId, agency: by },
      recipient: { id: shareId, agency: toAgency },
      purposeStated: true,
      basis,
      decidedBy: records.who.practitionerId,
      reason: reason !== undefined && reasonWords !== undefined ? reason : "none",
      consents: asConsents(answers, shareId),
    },
    asAt,
  );
  const answer =
    basis === "consent" ? restsOn(answers, { itemId: shareId, toId: shareId, agency: toAgency }, on) : undefined;
  const mayGo = decision.answer !== "prevents" && decision.answer !== "unknown" && decision.answer !== "refers";
  return {
    decision,
    covers: mayGo && (basis !== "consent" || answer !== undefined),
    ...(answer === undefined ? {} : { consentId: answer.consentId }),
  };
}

const settles = "consent.settle-unmatched-share";

/** What the book says is owed where nothing covers it. Whom child and family were told is kept with what they were told. */
function askUnmatched(
  records: Records,
  childId: string,
  { shareId, on, basis }: { readonly shareId: string; readonly on: LocalDate; readonly basis: SharingBasis | null },
) {
  const decision = records.book().book.duty(
    "consent.duties",
    {
      child: { id: childId },
      shares: [
        {
          id: shareId,
          on,
          by: records.who.practitionerId,
          basis: basis ?? "none",
          leavesOut: [],
          childTold: "reason-given",
          familyTold: "reason-given",
        },
      ],
      withdrawals: [],
      calendar: records.area.calendar,
    },
    records.asAt,
  );
  return { ...decision, owed: decision.owed.filter(({ act }) => act === settles) };
}

/**
 * To the named person; what the named person shared goes to whoever manages them: nobody settles their own. Where
 * nobody manages them it goes to the area's service managers. A manager sees the child from then until it is settled.
 */
async function goesToSettle(
  records: Records,
  { childId, shareId }: { readonly childId: string; readonly shareId: string },
  owed: Parameters<typeof keepOwed>[2],
  decisionId: string,
): Promise<void> {
  const me = records.who.practitionerId;
  const [named] = await namedPersonsOf(records, [childId]);
  const isTheirs = named !== undefined && named.practitionerId !== me;
  const people = isTheirs
    ? [named.practitionerId]
    : await whoSettlesFor(records, (await managersOf(records, [me])).get(me) ?? []);
  if (!isTheirs)
    await beginRelations(
      records,
      people.map((practitionerId) => ({ practitionerId, childId, basis: "line-manager", sourceId: shareId })),
    );
  for (const whoId of people)
    await keepOwed(
      records,
      { childId },
      owed.map((finding) => ({ ...finding, whoId })),
      decisionId,
    );
  await tell(
    records,
    people.map((practitionerId) => ({
      practitionerId,
      childId,
      act: "consent.share-recorded",
      words:
        "Something about a child was shared that no consent and no exception covers. It waits for you to settle it.",
      link: linkTo.sharesMade(childId),
    })),
  );
}

/** Whether the caller has a part in the child's care beside the one that this share gave them. */
async function readsWithout({ tx, who, now }: Records, { childId, shareId }: ShareRow): Promise<boolean> {
  const rows = await tx
    .select({ id: childAccess.accessId })
    .from(childAccess)
    .where(
      and(
        eq(childAccess.areaId, who.areaId),
        eq(childAccess.practitionerId, who.practitionerId),
        eq(childAccess.childId, childId),
        ne(childAccess.sourceId, shareId),
        sql`${childAccess.during} @> ${now}::timestamptz`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Lets it stand on a stated basis, records that it was taken back, or says why it was right. */
const settle = practitionerProcedure("consent.settle-share")
  .input(SettleShareMade)
  .output(ShareSettled)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { shareId, as, basis, because } = input;
      const row = await lockShare(records, shareId);
      await records.authorise(row.childId);
      if (row.sharedBy === records.who.practitionerId)
        throw new DomainError({ kind: "not-allowed", action: "consent.settle-share", why: ownShare });
      if (row.basis !== null || row.settledAs !== null)
        throw new DomainError({ kind: "already", because: "This is settled already. Reload the page to see how." });
      if (as === "released" && basis === undefined) refuseInput("basis", "Choose what it stands on");
      if (as === "released" && basis === "consent") await refuseWithoutAnswer(records, row);
      await settleShare(records, input, { as, basis: as === "released" ? basis : undefined, because });
      if (row.decisionId !== null) await closeDutyOf(records, row.decisionId);
      await records.keep({
        childId: row.childId,
        act: "consent.share-settled",
        title: `Sharing that nothing covered was settled: ${shareSettlings[as].label.toLowerCase()}`,
        detail: because,
      });
      await tell(records, [
        {
          practitionerId: row.sharedBy,
          childId: row.childId,
          act: "consent.share-settled",
          words: "Something you shared about a child, which nothing covered, was settled.",
          link: linkTo.sharesMade(row.childId),
        },
      ]);
      const readsOn = await readsWithout(records, row);
      await endRelations(records, [shareId]);
      return { shareId, readsOn };
    }),
  );

async function refuseWithoutAnswer(records: Records, { childId, shareId, toAgency }: ShareRow): Promise<void> {
  const answers = await answersOf(records, childId);
  if (restsOn(answers, { itemId: shareId, toId: shareId, agency: toAgency }, records.today) === undefined)
    refuseInput("basis", "No answer that is in force covers this. Ask first, or choose another basis");
}

export const sharesMade = router({ forChild, record, settle, tell: tellOf });
