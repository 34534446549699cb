import { DomainError, IdSchema, SettleTakenBack, TakeBackConsent } from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { answerViews, consentView, control, itemsForReader } from "./consent-view.ts";
import { askAfterTakingBack, keepOwed } from "./duties.ts";
import { endAndTell, sharedOn } from "./ending.ts";
import { wentToThoseWhoLeft } from "./joining-store.ts";
import { leavePlans } from "./leaving.ts";
import {
  allRestingOn,
  closeDuty,
  filesAreClosed,
  openActionsOf,
  openDuty,
  type ReleaseRow,
  releasesOf,
  restingOn,
} from "./release-store.ts";
import { answerOf, type ConsentRow, childOnPaper, lockChild, takeBackAnswer } from "./store.ts";
import { ConsentView, TakingBackView } from "./views.ts";

/** What taking a yes back would end, and from whom, before anything is saved. */
export const takingBack = practitionerProcedure("consent.read")
  .input(z.object({ consentId: IdSchema }))
  .output(TakingBackView)
  .query(({ ctx, input: { consentId } }) =>
    ctx.read(async (records) => {
      const row = await answerOf(records, consentId);
      const { childId } = row;
      const held = await records.authorise(childId);
      const resting = await restingOn(records, consentId);
      const actions = await openActionsOf(records, childId, peopleOf(resting));
      const { childName } = await childOnPaper(records, childId);
      const [answer] = await answerViews(records, [row], await itemsForReader(records, childId));
      if (answer === undefined) throw new Error("an answer that was just read is not there");
      return {
        childId,
        childName,
        answer,
        ends: resting.map((one) => ({
          releaseId: one.releaseId,
          title: one.title,
          to: one.toName ?? "Somebody who has left",
          since: sharedOn(one),
          openActions: actions.get(one.toId) ?? 0,
        })),
        filesAreClosed: await filesAreClosed(records, childId),
        may: { takeBack: control(records, "consent.take-back", held) },
      };
    }),
  );

const peopleOf = (releases: readonly ReleaseRow[]) => [...new Set(releases.map(({ toId }) => toId))];

/** Takes a yes back: what rests on it ends in this moment, recipients are told nothing of its content, and duties follow. */
export const takeBack = practitionerProcedure("consent.take-back")
  .input(TakeBackConsent)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { consentId, version, familyTold } = input;
      const { childId } = await answerOf(records, consentId);
      await records.authorise(childId);
      await lockChild(records, childId);
      const row = await answerOf(records, consentId);
      refuseUnlessItStands(row, records);
      if (familyTold.told === "yes" && familyTold.on > records.today)
        refuseInput("familyTold.on", "Enter a day that is not in the future");
      await takeBackAnswer(records, { consentId, version, because: input.because });
      const ended = await allRestingOn(records, consentId);
      const because = "The consent it rested on was taken back";
      await endAndTell(records, childId, ended, because);
      const gone = await wentToThoseWhoLeft(records, consentId);
      const left = await leavePlans(records, childId, [...ended, ...gone], because);
      const duties = askAfterTakingBack(records, childId, {
        consentId,
        familyTold,
        recipients: await recipientsOf(
          records,
          childId,
          ended.filter(({ concernId }) => concernId === null),
        ),
      });
      const who = row.answeredBy === "child" ? "The child" : (row.answeredByName ?? "A parent or carer");
      const [decisionId = ""] = await records.keep({
        childId,
        act: "consent.taken-back",
        title: `${who} took consent back: ${row.saysWhat}`,
        detail: [
          input.because,
          inDetail(ended),
          familyTold.told === "no" ? `The family was not told what stays: ${familyTold.because}` : "",
        ]
          .filter((said) => said !== "")
          .join(" "),
        decisions: [duties],
      });
      await keepOwed(records, { childId }, duties.owed, decisionId);
      await keepOwedInFiles(records, { childId, consentId, familyTold }, ended);
      const view = await consentView(records, childId);
      await left();
      return view;
    }),
  );

function refuseUnlessItStands({ answer, withdrawnOn }: ConsentRow, { today }: Records): void {
  if (withdrawnOn !== null && withdrawnOn <= today)
    throw new DomainError({ kind: "already", because: "This was taken back already. Reload the page to see when." });
  if (answer === "refused")
    throw new DomainError({
      kind: "already",
      because: "The answer was no, so there is nothing to take back. Record the new answer beside it.",
    });
}

/** What everybody who reads the record may know of; what went from a concern's file stands with its share, in that file. */
function inDetail(ended: readonly ReleaseRow[]): string {
  const open = ended.filter(({ concernId }) => concernId === null);
  return open.length === 0
    ? ""
    : `From now on these are not shared: ${open.map(({ title, toName }) => `${title}, with ${toName}`).join("; ")}. That they were stays on record.`;
}

/**
 * What is owed to people to whom something went from a concern's file is in that file, with what it rests on: whoever records
 * that the answer was taken back may not know that it went. The family is told once, of everything.
 */
async function keepOwedInFiles(
  records: Records,
  { childId, ...taken }: { readonly childId: string } & Pick<TakeBackConsent, "consentId" | "familyTold">,
  ended: readonly ReleaseRow[],
): Promise<void> {
  for (const concernId of new Set(ended.flatMap((row) => row.concernId ?? []))) {
    const rows = ended.filter((row) => row.concernId === concernId);
    const decision = askAfterTakingBack(records, childId, {
      ...taken,
      recipients: await recipientsOf(records, childId, rows),
    });
    const owed = decision.owed.filter(({ act }) => act !== tellsFamily);
    if (owed.length === 0) continue;
    await keepOwed(records, { childId, concernId }, owed, await records.keepDecision(decision, { childId }));
  }
}

/** Whom it had gone to, and whether the same thing is open to them on something else. */
async function recipientsOf(records: Records, childId: string, ended: readonly ReleaseRow[]) {
  const actions = await openActionsOf(records, childId, peopleOf(ended));
  const gone = new Set(ended.map(({ releaseId }) => releaseId));
  const open = (await areaWide(records.tx, () => releasesOf(records, childId))).filter(
    ({ releaseId, during }) => !gone.has(releaseId) && (during.until === undefined || during.until > records.now),
  );
  return peopleOf(ended).map((id) => {
    const theirs = ended.filter(({ toId }) => toId === id);
    return {
      id,
      agency: theirs[0]?.toAgency ?? ("other" as const),
      hasOtherBasis: theirs.every(({ itemId }) => open.some((one) => one.toId === id && one.itemId === itemId)),
      openActions: actions.get(id) ?? 0,
    };
  });
}

const tellsFamily = "consent.tell-family-what-stays";
const settled: Readonly<Record<string, string>> = {
  [tellsFamily]: "The family was told what was shared before and stays on record",
  "consent.decide-actions-on-hold": "It was decided what becomes of actions that were on hold",
};

/** Records what was owed after a yes was taken back, by whoever owes it. */
export const settle = practitionerProcedure("consent.tell")
  .input(SettleTakenBack)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { dutyId, words } = input;
      const found = await openDuty(records, dutyId);
      const title = settled[found?.act ?? ""];
      if (found === undefined || found.childId === null || title === undefined)
        throw new DomainError({ kind: "not-visible", what: "duty" });
      await records.authorise(found.childId);
      if (found.owedBy !== records.who.practitionerId)
        throw new DomainError({
          kind: "not-allowed",
          action: "consent.tell",
          why: "Whoever owes it records that it was done.",
        });
      await closeDuty(records, dutyId);
      await records.keep({ childId: found.childId, act: "consent.settled", title, detail: words });
      return consentView(records, found.childId);
    }),
  );
