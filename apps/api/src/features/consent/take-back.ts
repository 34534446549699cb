import { DomainError, IdSchema, SettleTakenBack, TakeBackConsent } from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { answerViews, consentView, control, itemsForReader } from "./consent-view.ts";
import { whatEnds } from "./ending.ts";
import { wentToThoseWhoLeft } from "./joining-store.ts";
import {
  allRestingOn,
  closeDuty,
  filesAreClosed,
  openDuty,
  openOnConsent,
  type ReleaseRow,
  restingOn,
} from "./release-store.ts";
import { notBorne } from "./saying-no.ts";
import { stop } from "./stopping.ts";
import { answerOf, answersOf, type ConsentRow, childBornOn, childOnPaper, lockChild, takeBackAnswer } from "./store.ts";
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
      const withIt = await endsWithIt(records, row, await openOnConsent(records, childId));
      const { childName } = await childOnPaper(records, childId);
      const [answer] = await answerViews(records, [row], await itemsForReader(records, childId));
      if (answer === undefined) throw new Error("an answer that was just read is not there");
      return {
        childId,
        childName,
        answer,
        ends: await whatEnds(records, childId, [...resting, ...withIt]),
        filesAreClosed: await filesAreClosed(records, childId),
        may: { takeBack: control(records, "consent.take-back", held) },
      };
    }),
  );

/**
 * What went on somebody else's yes and the rulebook lets go on that no more once this one is taken back: a child who may decide
 * has said no by it. Where it leaves to a person which answer is followed, nothing ends by itself.
 */
async function endsWithIt(
  records: Records,
  { childId, consentId }: ConsentRow,
  open: readonly ReleaseRow[],
): Promise<readonly ReleaseRow[]> {
  const answers = (await answersOf(records, childId)).map((one) =>
    one.consentId === consentId ? { ...one, withdrawnOn: records.today } : one,
  );
  const given = answers.find((one) => one.consentId === consentId);
  if (given === undefined) return [];
  const others = open.filter((row) => row.consentId !== consentId);
  const weighing = { childId, bornOn: await childBornOn(records, childId), answers, given };
  return notBorne(records, weighing, others).flatMap(({ row, isSplit }) => (isSplit ? [] : [row]));
}

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
      const stopped = await stop(records, {
        ...{ childId, consentId, familyTold },
        because: "The consent it rested on was taken back",
        ended: [
          ...(await allRestingOn(records, consentId)),
          ...(await endsWithIt(records, row, await areaWide(records.tx, () => openOnConsent(records, childId)))),
        ],
        gone: [
          ...(await wentToThoseWhoLeft(records, childId, [consentId])),
          ...(await endsWithIt(records, row, await wentToThoseWhoLeft(records, childId, "any-answer"))),
        ],
      });
      const who = row.answeredBy === "child" ? "The child" : (row.answeredByName ?? "A parent or carer");
      const [decisionId = ""] = await records.keep({
        childId,
        act: "consent.taken-back",
        title: `${who} took consent back: ${row.saysWhat}`,
        detail: [
          input.because,
          stopped.detail,
          familyTold.told === "no" ? `The family was not told what stays: ${familyTold.because}` : "",
        ]
          .filter((said) => said !== "")
          .join(" "),
        decisions: [stopped.duties],
      });
      await stopped.keepWhatIsOwed(decisionId);
      const view = await consentView(records, childId);
      await stopped.left();
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

const settled: Readonly<Record<string, string>> = {
  "consent.tell-family-what-stays": "The family was told what was shared before and stays on record",
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
