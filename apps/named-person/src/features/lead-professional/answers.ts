import { ProposeLead, Weighed } from "@linchpin/domain";
import { z } from "zod";
import type { Candidates } from "../../views.ts";

const asked = Weighed.shape;

/** What is written of one criterion; all of it may still be blank. */
export const WeighedOnScreen = z.object({
  words: z.string().optional(),
  rating: asked.rating.nullish(),
  evidence: z.string().optional(),
});
export type WeighedOnScreen = z.infer<typeof WeighedOnScreen>;

/** What has been answered so far, as the pages of the journey hold it. */
export const AnswersSoFar = z.object({
  considered: z.array(z.string()).optional(),
  /** Once for the case, by criterion. */
  ofCase: z.record(z.string(), WeighedOnScreen).optional(),
  /** By criterion, then by person. */
  ofPeople: z.record(z.string(), z.record(z.string(), WeighedOnScreen)).optional(),
  practitionerId: z.string().nullish(),
  reason: z.string().optional(),
  reasons: z.record(z.string(), z.string().optional()).optional(),
  managerId: z.string().optional(),
  managerOn: z.string().optional(),
});
export type AnswersSoFar = z.infer<typeof AnswersSoFar>;

type Sheet = Candidates["sheet"];

/** What people weigh: the rest of the sheet is shown from records and typed by nobody. */
export const weighedByPeople = (sheet: Sheet): Sheet => sheet.filter(({ from }) => from === "people");

/** The people being considered, in the order of the page; the one chosen is always among them. */
export const consideredOf = ({ candidates }: Candidates, { considered = [], practitionerId }: AnswersSoFar) =>
  candidates.filter((one) => considered.includes(one.practitionerId) || one.practitionerId === practitionerId);

type Row = Sheet[number];

/** A row is answered in words, or with yes or no where that is what it asks. */
const isAnswered = ({ answer }: Row, said: WeighedOnScreen | undefined): boolean =>
  answer === "yes-no" ? Boolean(said?.rating) : Boolean(said?.words?.trim());

/** One page of the sheet: what is asked for the case, or of one person, and how much of it is answered. */
export type PartOfSheet = {
  /** Left out for the case. */
  readonly person?: Candidates["candidates"][number];
  readonly rows: Sheet;
  readonly answered: number;
};

/** The sheet page by page: for the case where it asks anything of it, then of each person who is considered. */
export function partsOfSheet(of: Candidates, answers: AnswersSoFar): readonly PartOfSheet[] {
  const sheet = weighedByPeople(of.sheet);
  const ofCase = sheet.filter((row) => row.of === "case");
  const ofEach = sheet.filter((row) => row.of === "candidate");
  const people = ofEach.length === 0 ? [] : consideredOf(of, answers);
  return [
    ...(ofCase.length === 0
      ? []
      : [{ rows: ofCase, answered: ofCase.filter((row) => isAnswered(row, answers.ofCase?.[row.code])).length }]),
    ...people.map((person) => ({
      person,
      rows: ofEach,
      answered: ofEach.filter((row) => isAnswered(row, answers.ofPeople?.[row.code]?.[person.practitionerId])).length,
    })),
  ];
}

/** Whose page of the sheet comes next; nobody's after the last. */
export function personAfter(of: Candidates, answers: AnswersSoFar, personId: string | undefined) {
  const people = partsOfSheet(of, answers).flatMap(({ person }) => person ?? []);
  return people[people.findIndex(({ practitionerId }) => practitionerId === personId) + 1];
}

/** How many answers of the sheet are still blank for these people. */
export const blanksIn = (of: Candidates, answers: AnswersSoFar): number =>
  partsOfSheet(of, answers).reduce((blanks, { rows, answered }) => blanks + rows.length - answered, 0);

/** The command for what was answered. Blanks are left out, and the rulebook says which of them it needs. */
export function commandOf(
  of: Candidates,
  answers: AnswersSoFar,
  given: { readonly idempotencyKey: string; readonly version: number },
) {
  const people = consideredOf(of, answers);
  const sheet = weighedByPeople(of.sheet);
  const line = (row: Row, said: WeighedOnScreen | undefined, candidateId?: string) =>
    said !== undefined && isAnswered(row, said)
      ? [
          {
            criterion: row.code,
            ...(said.words?.trim() ? { words: said.words } : {}),
            ...(candidateId === undefined ? {} : { candidateId }),
            ...(said.rating ? { rating: said.rating } : {}),
            ...(said.evidence?.trim() ? { evidence: said.evidence } : {}),
          },
        ]
      : [];
  const chosen = people.find(({ practitionerId }) => practitionerId === answers.practitionerId);
  const askedFor = chosen?.needs.map(({ code }) => code) ?? [];
  return ProposeLead.safeParse({
    ...given,
    planId: of.planId,
    practitionerId: answers.practitionerId ?? undefined,
    reason: answers.reason,
    reasons: Object.fromEntries(
      Object.entries(answers.reasons ?? {}).filter(([code, words]) => askedFor.includes(code) && words?.trim()),
    ),
    consideredIds: people.map(({ practitionerId }) => practitionerId),
    weighed: sheet.flatMap((row) =>
      row.of === "case"
        ? line(row, answers.ofCase?.[row.code])
        : people.flatMap(({ practitionerId }) =>
            line(row, answers.ofPeople?.[row.code]?.[practitionerId], practitionerId),
          ),
    ),
    ...(answers.managerId && answers.managerOn
      ? { consulted: { practitionerId: answers.managerId, on: answers.managerOn } }
      : {}),
  });
}
