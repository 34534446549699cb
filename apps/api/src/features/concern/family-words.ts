import {
  AnswerFamily,
  changeMarks,
  DomainError,
  type DutyFinding,
  deniedBecause,
  IdSchema,
  familyWords as kinds,
  LogFamilyWord,
  lateFrom,
  MarkChange,
} from "@linchpin/domain";
import { z } from "zod";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { type Owed, owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { doneWith } from "./arrival-store.ts";
import {
  addFamilyWord,
  answersFamily,
  type FamilyWordRow,
  familyWordsOf,
  lockFamilyWord,
  settleFamilyWord,
  waitingForMe,
} from "./family-word-store.ts";

/**
 * What a child or family asks (CWDC-2.10b) or reports (GIR-30). It is of the child's record, whichever agency wrote it
 * down, and stays on the list of whoever answers the family until it is answered, or marked.
 */

const OneView = z.object({
  wordId: z.string(),
  version: z.int(),
  childId: z.string(),
  childName: z.string(),
  kind: TermView,
  raisedBy: z.string(),
  raisedOn: z.string(),
  words: z.string(),
  recordedBy: z.string(),
  answered: z.object({ words: z.string(), on: z.string(), by: z.string() }).optional(),
  marked: z.object({ as: TermView, because: z.string(), by: z.string(), at: z.string() }).optional(),
});
const OfChildView = z.object({
  words: z.array(OneView),
  log: ControlView,
  answer: ControlView,
  /** Whether the reader says what a change means for the plan. */
  mark: ControlView,
});
const WaitingView = z.object({ words: z.array(OneView) });
const FamilyWordDone = z.object({ wordId: z.string() });

const somebody = "Somebody who has left";
const view = (row: FamilyWordRow): z.infer<typeof OneView> => ({
  wordId: row.wordId,
  version: row.version,
  childId: row.childId,
  childName: row.childName,
  kind: { code: row.kind, label: kinds[row.kind].label },
  raisedBy: row.raisedBy,
  raisedOn: row.raisedOn,
  words: row.words,
  recordedBy: row.recordedBy ?? somebody,
  ...(row.answer === null || row.answeredOn === null
    ? {}
    : { answered: { words: row.answer, on: row.answeredOn, by: row.settledBy ?? somebody } }),
  ...(row.mark === null || row.settledAt === null
    ? {}
    : {
        marked: {
          as: { code: row.mark, label: changeMarks[row.mark].label },
          because: row.markBecause ?? "",
          by: row.settledBy ?? somebody,
          at: row.settledAt,
        },
      }),
});

const marksAlone = "Whoever leads says whether the plan is affected. Where nobody leads, the named person does.";

const ofChild = practitionerProcedure("family-word.read")
  .input(z.object({ childId: IdSchema }))
  .output(OfChildView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const words = await familyWordsOf(records, childId);
      const denied = (act: "family-word.log" | "family-word.settle") =>
        deniedBecause(act, records.who.role, held)?.words;
      const control = (why: string | undefined) => (why === undefined ? { may: true } : { may: false, why });
      const marks = (await answersFamily(records, childId)).includes(records.who.practitionerId);
      return {
        words: words.map(view),
        log: control(denied("family-word.log")),
        answer: control(denied("family-word.settle")),
        mark: control(denied("family-word.settle") ?? (marks ? undefined : marksAlone)),
      };
    }),
  );

/** Families who wait for an answer from the caller. */
const waiting = practitionerProcedure("family-word.list-own")
  .output(WaitingView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await waitingForMe(records);
      for (const childId of new Set(rows.map((row) => row.childId)))
        records.saw([childId], (await records.relationsTo(childId)).join(" "));
      return { words: rows.map(view) };
    }),
  );

const log = practitionerProcedure("family-word.log")
  .input(LogFamilyWord)
  .output(FamilyWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, kind, raisedOn } = input;
      await records.authorise(childId);
      if (raisedOn > records.today) refuseInput("raisedOn", "Enter a day that is not in the future");
      const wordId = records.newId();
      const answering = await answersFamily(records, childId);
      const dutyIds = await oweAnswer(records, input, wordId, answering);
      await addFamilyWord(records, input, { wordId, dutyIds });
      await records.keep({ childId, act: "family-word.logged", title: titles[kind] });
      await tell(
        records,
        answering
          .filter((practitionerId) => practitionerId !== records.who.practitionerId)
          .map((practitionerId) => ({
            practitionerId,
            childId,
            act: "family-word.logged",
            words:
              kind === "change"
                ? "A family reported a change. Say whether the plan is affected."
                : "A family asked something and waits for an answer.",
            link: linkTo.familyAsked(childId),
          })),
      );
      return { wordId };
    }),
  );

/** What the chronology says: that there was something, and never the words, which may tell what is kept from a reader. */
const titles = {
  question: "The child or family asked a question",
  concern: "The child or family raised a concern about the help or the plan",
  change: "The child or family reported a change",
} as const;

/** What the book says is owed: an answer or a mark by whoever answers the family, and later by their line manager. */
async function oweAnswer(
  records: Records,
  { childId, kind, raisedOn }: LogFamilyWord,
  id: string,
  answering: readonly string[],
): Promise<readonly string[]> {
  const { book } = records.book();
  if (book.silence("people.heard") !== undefined) return [];
  const { owed } = book.duty(
    "people.heard",
    {
      child: { id: childId },
      questions: kind === "change" ? [] : [{ id, raisedOn, answeredOn: "none" }],
      changes: kind === "change" ? [{ id, reportedOn: raisedOn, marked: "none" }] : [],
      review: "none",
    },
    records.asAt,
  );
  const managers = await managersOf(records, answering);
  const rows: Owed[] = [];
  for (const finding of owed)
    for (const lead of answering) {
      const [manager] = managers.get(lead) ?? [];
      const isManagers = finding.who === "line-manager";
      const owedBy = isManagers ? manager : lead;
      if (owedBy === undefined) continue;
      rows.push({
        ...owedRow(records, childId, finding),
        owedBy,
        ...(isManagers || !manager ? {} : { onAccountOf: manager }),
      });
    }
  return owe(records, rows);
}

const owedRow = ({ today }: Records, childId: string, { act, rule, clause, because, due }: DutyFinding) => ({
  childId,
  act,
  rule,
  clause: `${clause.source} ${clause.at}`,
  because,
  ...(typeof due === "object"
    ? { dueBy: lateFrom(due).at }
    : due === "at-once"
      ? { dueBy: lateFrom({ day: today }).at }
      : {}),
});

async function waits(records: Records, wordId: string): Promise<FamilyWordRow> {
  const row = await lockFamilyWord(records, wordId);
  await records.authorise(row.childId);
  if (row.settledAt !== null)
    throw new DomainError({ kind: "already", because: "This was answered already. Reload the page to see how." });
  return row;
}

const answer = practitionerProcedure("family-word.settle")
  .input(AnswerFamily)
  .output(FamilyWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { wordId, answeredOn } = input;
      const row = await waits(records, wordId);
      if (row.kind === "change") refuseInput("answer", "Say of a change whether the plan is affected");
      if (answeredOn > records.today) refuseInput("answeredOn", "Enter a day that is not in the future");
      if (answeredOn < row.raisedOn) refuseInput("answeredOn", "Enter a day that is not before they asked");
      await settleFamilyWord(records, input, { answer: input.answer, answeredOn });
      await doneWith(records, row.dutyIds);
      await records.keep({
        childId: row.childId,
        act: "family-word.answered",
        title: "The child or family was answered",
      });
      return { wordId };
    }),
  );

/** Marks whether the plan is affected: by whoever leads, and by the named person where nobody does. */
const mark = practitionerProcedure("family-word.settle")
  .input(MarkChange)
  .output(FamilyWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { wordId } = input;
      const row = await waits(records, wordId);
      if (row.kind !== "change") refuseInput("mark", "A question is answered, not marked");
      const answering = await answersFamily(records, row.childId);
      if (!answering.includes(records.who.practitionerId)) refuseInput("mark", marksAlone);
      await settleFamilyWord(records, input, { mark: input.mark, markBecause: input.because });
      await doneWith(records, row.dutyIds);
      await records.keep({
        childId: row.childId,
        act: "family-word.marked",
        title: `A change the family reported was marked: ${changeMarks[input.mark].label.toLowerCase()}`,
      });
      return { wordId };
    }),
  );

export const familyWords = router({ ofChild, waiting, log, answer, mark });
