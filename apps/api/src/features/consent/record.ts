import {
  type AnswerAboutSharing,
  CorrectConsent,
  carries,
  DomainError,
  type GateDecision,
  isOffered,
  type LocalDate,
  mayBeSameAdult,
  RecordConsent,
  untilAfter,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { consentView } from "./consent-view.ts";
import { endAndTell } from "./ending.ts";
import { itemsOf } from "./items-store.ts";
import { wentToThoseWhoLeft } from "./joining-store.ts";
import { leavePlans } from "./leaving.ts";
import { allRestingOn, moveReleases, type ReleaseRow } from "./release-store.ts";
import { endOnNo } from "./saying-no.ts";
import {
  addAnswer,
  adultsNotToBeBroughtNear,
  answerOf,
  answersOf,
  lockChild,
  type NewAnswer,
  namesOf,
  saidOfAdults,
  supersede,
} from "./store.ts";
import { ConsentView } from "./views.ts";

/** Records what a child, or a parent or carer, answered about sharing, where the rulebook finds it whole. */
export const record = practitionerProcedure("consent.record")
  .input(RecordConsent)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId } = input;
      await records.authorise(childId);
      const left = await keepAnswer(records, childId, input);
      const view = await consentView(records, childId);
      await left();
      return view;
    }),
  );

/**
 * Keeps an answer, where the rulebook finds it whole, and the step that says so. A no ends what it speaks to. Gives what ends
 * people's access, which is the last thing the change does.
 */
export async function keepAnswer(
  records: Records,
  childId: string,
  said: AnswerAboutSharing,
): Promise<() => Promise<void>> {
  const { answer, decision, bornOn } = await checkedAnswer(records, childId, said);
  const consentId = await addAnswer(records, answer);
  const ended = await endOnNo(records, { childId, bornOn, consentId, goesOnBecause: said.goesOnBecause });
  const kept = await records.keep({
    childId,
    act: "consent.recorded",
    title: `${inTitle(said)} to sharing`,
    detail: inSentences(inDetail(said), ended.detail),
    decisions: [decision, ...ended.decisions],
  });
  await ended.keepWhatIsOwed(kept.at(-1) ?? "");
  return ended.left;
}

const inSentences = (...said: readonly string[]): string => said.filter((one) => one !== "").join(" ");

/** Corrects an answer: a row is added, and the wrong one is kept as it was known. One that was taken back stays so. */
export const correct = practitionerProcedure("consent.record")
  .input(CorrectConsent)
  .output(ConsentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { consentId, reason } = input;
      const { childId, items } = await answerOf(records, consentId);
      await records.authorise(childId);
      const { answer, decision, bornOn } = await checkedAnswer(records, childId, input, items);
      const was = await answerOf(records, consentId);
      if (was.withdrawnOn !== null)
        throw new DomainError({
          kind: "already",
          because: "This answer was taken back. It stays on record as it is: record the new answer beside it.",
        });
      await supersede(records, consentId);
      const corrected = await addAnswer(records, answer);
      await moveReleases(records, consentId, corrected);
      const left = await endWhatIsNotCarried(records, childId, corrected);
      const ended = await endOnNo(records, {
        ...{ childId, bornOn, consentId: corrected },
        goesOnBecause: input.goesOnBecause,
      });
      const kept = await records.keep({
        childId,
        act: "consent.corrected",
        title: `An answer about sharing was corrected: ${inTitle(input)}`,
        detail: inSentences(`${inDetail(input)} What was wrong: ${reason}`, ended.detail),
        decisions: [decision, ...ended.decisions],
      });
      await ended.keepWhatIsOwed(kept.at(-1) ?? "");
      const view = await consentView(records, childId);
      await left();
      await ended.left();
      return view;
    }),
  );

/** What went on the answer as it was first written down, and would not have gone on it as it is, ends now. */
async function endWhatIsNotCarried(records: Records, childId: string, consentId: string) {
  const answer = await answerOf(records, consentId);
  const isNotCarried = ({ itemId, toId, toAgency }: ReleaseRow) =>
    !carries(answer, { itemId, toId, agency: toAgency }, records.today);
  const ended = (await allRestingOn(records, consentId)).filter(isNotCarried);
  const gone = (await wentToThoseWhoLeft(records, childId, [consentId])).filter(isNotCarried);
  const because = "The answer it rested on was corrected";
  await endAndTell(records, childId, ended, because);
  return leavePlans(records, childId, [...ended, ...gone], because);
}

const inTitle = ({ answeredBy, answeredByName, answer }: AnswerAboutSharing): string =>
  `${answeredBy === "child" ? "The child" : answeredByName} said ${answer === "given" ? "yes" : "no"}`;

const inDetail = ({ saysWhat, saysWithWhom, saysWhy }: AnswerAboutSharing): string =>
  `What: ${saysWhat} With whom: ${saysWithWhom} Why: ${saysWhy}`;

type Checked = {
  readonly answer: NewAnswer;
  readonly decision: GateDecision;
  readonly bornOn: LocalDate | null;
};

/** Holds the child, and gives the answer as it will be kept with what the rulebook says of it. */
async function checkedAnswer(
  records: Records,
  childId: string,
  said: AnswerAboutSharing,
  named: readonly string[] = [],
): Promise<Checked> {
  const { bornOn } = await lockChild(records, childId);
  if (said.from > records.today) refuseInput("from", "Enter a day that is not in the future");
  await refuseUnknown(records, childId, said, named);
  await refuseKeptAway(records, childId, said);
  const isChild = said.answeredBy === "child";
  const endsOn: LocalDate | "none" = said.ends.is === "on" ? said.ends.lastDay : "none";
  const decision = records.book().book.gate(
    "consent.contents",
    {
      child: { id: childId, bornOn: bornOn ?? "not-recorded" },
      step: "record",
      saysWhat: said.saysWhat !== "",
      saysWithWhom: said.saysWithWhom !== "",
      saysWhy: said.saysWhy !== "",
      by: said.answeredBy,
      answer: said.answer,
      on: said.from,
      form: said.form,
      endsOn,
      understanding: said.understanding ?? "not-recorded",
    },
    records.asAt,
  );
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
  const answer: NewAnswer = {
    childId,
    answeredBy: said.answeredBy,
    answeredByName: isChild ? null : (said.answeredByName ?? null),
    answer: said.answer,
    form: said.form,
    understanding: said.understanding ?? null,
    understandingWords: said.understandingWords ?? null,
    saysWhat: said.saysWhat,
    saysWithWhom: said.saysWithWhom,
    saysWhy: said.saysWhy,
    items: [...new Set(said.items)],
    agencies: [...new Set(said.agencies)],
    recipients: [...new Set(said.recipients)],
    during: { from: said.from, ...(said.ends.is === "on" ? { until: untilAfter(said.ends.lastDay) } : {}) },
  };
  return { answer, decision, bornOn };
}

/** An adult who must not be brought near, or takes no part in sharing, is asked nothing: they are named where the record says already that they answered. */
async function refuseKeptAway(
  records: Records,
  childId: string,
  { answeredBy, answeredByName: name }: AnswerAboutSharing,
) {
  if (answeredBy === "child" || name === undefined) return;
  const adults = await adultsNotToBeBroughtNear(records, childId);
  const isKeptAway = adults.some((adult) => mayBeSameAdult(adult.name, name));
  const said = (await saidOfAdults(records, [childId])).get(childId) ?? [];
  if (!isKeptAway && isOffered(name, "sharing", said)) return;
  const before = await answersOf(records, childId);
  if (before.some(({ answeredByName }) => answeredByName !== null && mayBeSameAdult(answeredByName, name))) return;
  refuseInput(
    "answeredByName",
    isKeptAway
      ? "This adult must not be brought near the child. Name somebody else."
      : "It is recorded that this adult takes no part in sharing. Name somebody else, or change that first.",
  );
}

/** Items are this child's, or were named in the answer that is corrected, and recipients people of this area. */
async function refuseUnknown(
  records: Records,
  childId: string,
  { items, recipients }: AnswerAboutSharing,
  named: readonly string[],
) {
  if (items.length > 0) {
    const known = new Set([...named, ...(await itemsOf(records, childId)).map(({ itemId }) => itemId)]);
    if (!items.every((item) => known.has(item))) refuseInput("items", "Choose what is on record about this child");
  }
  const names = await namesOf(records, recipients);
  if (!recipients.every((id) => names.has(id))) refuseInput("recipients", "Choose somebody who works in this area");
}
