import {
  type AnswerOnRecord,
  carries,
  type Decision,
  type GateDecision,
  type LocalDate,
  restsOn,
  speaksTo,
  untilAfter,
  WeighAnswer,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { whatEnds } from "./ending.ts";
import { wentToThoseWhoLeft } from "./joining-store.ts";
import { askRelease, mayDecide, refuseUnlessItMayGo } from "./release.ts";
import { filesAreClosed, openOnConsent, type ReleaseRow } from "./release-store.ts";
import { calledInSteps, inFileOf, wordsInSteps } from "./release-view.ts";
import { stop } from "./stopping.ts";
import { answerOf, answersOf, childBornOn } from "./store.ts";
import { EndingView } from "./views.ts";

type Weighing = {
  readonly childId: string;
  readonly bornOn: LocalDate | null;
  /** All answers on record, the new one among them. */
  readonly answers: readonly AnswerOnRecord[];
  /** The one that was just given, or taken back. */
  readonly given: AnswerOnRecord;
};

type Weighed = {
  readonly row: ReleaseRow;
  readonly decision: GateDecision;
  /** There is a yes that bears it beside the no: a person decides which is followed. */
  readonly isSplit: boolean;
};

/**
 * Asks the rulebook again of what went on consent and an answer speaks to, as if it were to go today. Gives what it would not
 * let go. What rests on another basis is not asked about.
 */
export const notBorne = (
  records: Records,
  { childId, bornOn, answers, given }: Weighing,
  rows: readonly ReleaseRow[],
): readonly Weighed[] =>
  rows.flatMap((row) => {
    const crossing = { itemId: row.itemId, toId: row.toId, agency: row.toAgency };
    if (!speaksTo(given, crossing)) return [];
    const input = {
      childId,
      toId: row.toId,
      purpose: row.purpose,
      basis: "consent" as const,
      isPartOfAnswer: true,
      childTold: { told: "not-yet" as const },
      familyTold: { told: "not-yet" as const },
    };
    const item = { kind: row.itemKind, itemId: row.itemId, about: [childId] };
    const recipient = { name: row.toName ?? "", agency: row.toAgency };
    const decision = askRelease(records, { input, bornOn, item, by: row.ofAgency, recipient, answers });
    const isBorne = restsOn(answers, crossing, records.today) !== undefined;
    const { answer } = decision;
    const mayGo = answer !== "prevents" && answer !== "unknown" && answer !== "refers";
    return mayGo && isBorne ? [] : [{ row, decision, isSplit: answer === "refers" && isBorne }];
  });

type Ended = {
  readonly detail: string;
  readonly decisions: readonly Decision[];
  /** Keeps what is owed, with the id of the last of the decisions. */
  readonly keepWhatIsOwed: (decisionId: string) => Promise<void>;
  readonly left: () => Promise<void>;
};
const nothing: Ended = { detail: "", decisions: [], keepWhatIsOwed: async () => {}, left: async () => {} };

/**
 * A no that was just recorded stops what it speaks to from that moment, as taking a yes back does (HD-14, HIG-26). Where
 * somebody else's yes stands beside it, it ends too, unless whoever decides says why the yes is followed.
 */
export async function endOnNo(
  records: Records,
  of: {
    readonly childId: string;
    readonly bornOn: LocalDate | null;
    readonly consentId: string;
    readonly goesOnBecause: string | undefined;
  },
): Promise<Ended> {
  const { childId, bornOn, consentId, goesOnBecause } = of;
  const answers = await answersOf(records, childId);
  const given = answers.find((one) => one.consentId === consentId);
  if (given?.answer !== "refused") return nothing;
  const weighing = { childId, bornOn, answers, given };
  const found = notBorne(records, weighing, await areaWide(records.tx, () => openOnConsent(records, childId)));
  const gone = notBorne(records, weighing, await wentToThoseWhoLeft(records, childId, "any-answer"));
  const followed = goesOnBecause === undefined ? [] : found.filter(({ isSplit }) => isSplit);
  await goesOn(records, childId, followed, goesOnBecause);
  const ended = found.filter((one) => !followed.includes(one)).map(({ row }) => row);
  if (ended.length === 0 && gone.length === 0) return nothing;
  const { duties, ...stopped } = await stop(records, {
    ...{ childId, consentId, ended },
    familyTold: { told: "not-yet" },
    because: "The answer was no",
    gone: gone.map(({ row }) => row),
  });
  return { ...stopped, decisions: [duties] };
}

/** Of each thing that goes on, who said so and why, in the file it came from. */
async function goesOn(records: Records, childId: string, followed: readonly Weighed[], because: string | undefined) {
  if (because === undefined) return;
  const held = await records.relationsTo(childId);
  for (const { row, decision } of followed) {
    refuseUnlessItMayGo(decision, held, { reasonWords: because });
    await records.keep({
      childId,
      ...inFileOf(row),
      act: "consent.goes-on",
      title: `Goes on being shared with ${row.toName ?? "somebody who has left"}: ${calledInSteps(row)}`,
      ...(wordsInSteps(row, because) === undefined ? {} : { detail: because }),
      decisions: [decision],
    });
  }
}

/** What recording an answer would end, and from whom, before anything is saved. */
export const ending = practitionerProcedure("consent.read")
  .input(WeighAnswer)
  .output(EndingView)
  .query(({ ctx, input: { childId, consentId, ...said } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      if (consentId !== undefined) await answerOf(records, consentId);
      const given: AnswerOnRecord = {
        consentId: consentId ?? "to-be-recorded",
        ...said,
        answeredByName: said.answeredBy === "child" ? null : (said.answeredByName ?? null),
        form: null,
        during: { from: said.from, ...(said.ends.is === "on" ? { until: untilAfter(said.ends.lastDay) } : {}) },
        withdrawnOn: null,
      };
      const others = (await answersOf(records, childId)).filter((one) => one.consentId !== consentId);
      const open = await openOnConsent(records, childId);
      const weighing = { childId, bornOn: await childBornOn(records, childId), answers: [given, ...others], given };
      const found = given.answer === "refused" ? notBorne(records, weighing, open) : [];
      const corrected = open.filter(
        (row) =>
          row.consentId === consentId &&
          !found.some((one) => one.row === row) &&
          !carries(given, { itemId: row.itemId, toId: row.toId, agency: row.toAgency }, records.today),
      );
      const split = found.filter(({ isSplit }) => isSplit);
      const sure = found.filter(({ isSplit }) => !isSplit);
      return {
        ends: await whatEnds(records, childId, [...sure.map(({ row }) => row), ...corrected]),
        differ: await whatEnds(
          records,
          childId,
          split.map(({ row }) => row),
        ),
        mayDecide: split.every(({ decision }) => mayDecide(decision, held)),
        filesAreClosed: given.answer === "refused" && (await filesAreClosed(records, childId)),
      };
    }),
  );
