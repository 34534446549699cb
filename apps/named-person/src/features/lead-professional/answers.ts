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

/** How many answers of the sheet are still blank for these people. */
export function blanksIn(of: Candidates, answers: AnswersSoFar): number {
  const people = consideredOf(of, answers);
  const isBlank = (said: WeighedOnScreen | undefined) => !said?.words?.trim();
  return weighedByPeople(of.sheet)
    .flatMap(({ code, of: each }) =>
      each === "case"
        ? [answers.ofCase?.[code]]
        : people.map(({ practitionerId }) => answers.ofPeople?.[code]?.[practitionerId]),
    )
    .filter(isBlank).length;
}

/** The command for what was answered. Blanks are left out, and the rulebook says which of them it needs. */
export function commandOf(
  of: Candidates,
  answers: AnswersSoFar,
  given: { readonly idempotencyKey: string; readonly version: number },
) {
  const people = consideredOf(of, answers);
  const sheet = weighedByPeople(of.sheet);
  const line = (criterion: string, said: WeighedOnScreen | undefined, candidateId?: string) =>
    said?.words?.trim()
      ? [
          {
            criterion,
            words: said.words,
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
    weighed: sheet.flatMap(({ code, of: each }) =>
      each === "case"
        ? line(code, answers.ofCase?.[code])
        : people.flatMap(({ practitionerId }) =>
            line(code, answers.ofPeople?.[code]?.[practitionerId], practitionerId),
          ),
    ),
    ...(answers.managerId && answers.managerOn
      ? { consulted: { practitionerId: answers.managerId, on: answers.managerOn } }
      : {}),
  });
}
