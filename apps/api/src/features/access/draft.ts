import { isStorable } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { draftOf, dropDraftOf, keepDraftOf } from "./store.ts";
import { DraftView } from "./views.ts";

const Key = z.string().min(1).max(200).refine(isStorable);

/** What a form held, as text: bounded, since it is kept every few seconds. */
const Body = z.record(z.string().max(200), z.unknown()).superRefine((body, ctx) => {
  const problem = problemOf(body);
  if (problem !== undefined) ctx.addIssue(problem);
});

const levels = 20;

/** Looks at every text in it as it is, not as it is written down: written down, half a pair of surrogates is six letters. */
function problemOf(value: unknown): string | undefined {
  if (deepest(value, levels) < 0 || JSON.stringify(value).length > 50_000)
    return "This is too long to keep while you write";
  return textsIn(value).every(isStorable) ? undefined : "Remove the character that cannot be shown";
}

const partsOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

/** How many levels are left below the deepest part; negative where there are too many, and no further is looked. */
const deepest = (value: unknown, left: number): number =>
  left < 0 ? left : partsOf(value).reduce<number>((least, part) => Math.min(least, deepest(part, left - 1)), left);

const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : [
        ...(Array.isArray(value) || typeof value !== "object" || value === null ? [] : Object.keys(value)),
        ...partsOf(value).flatMap(textsIn),
      ];

/** Keeps what the person is writing, so that a session that runs out loses nothing. Only they can read it. */
export const keepDraft = practitionerProcedure("draft.keep")
  .input(z.object({ key: Key, body: Body.nullable() }))
  .output(z.object({ kept: z.boolean() }))
  .mutation(({ ctx, input }) =>
    ctx.read(async (records) => {
      if (input.body === null) await dropDraftOf(records, input.key);
      else await keepDraftOf(records, input.key, input.body);
      return { kept: input.body !== null };
    }),
  );

export const draft = practitionerProcedure("draft.read")
  .input(z.object({ key: Key }))
  .output(DraftView)
  .query(({ ctx, input }) => ctx.read((records) => draftOf(records, input.key)));
