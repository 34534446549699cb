import { isStorable } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { draftOf, dropDraftOf, keepDraftOf } from "./store.ts";
import { DraftView } from "./views.ts";

const Key = z.string().min(1).max(200).refine(isStorable);

/** What a form held, as text: bounded, since it is kept every few seconds. */
const Body = z
  .record(z.string().max(200), z.unknown())
  .refine((body) => JSON.stringify(body).length <= 50_000, "This is too long to keep while you write")
  .refine(
    (body) => isStorable(JSON.stringify(body).replaceAll("\\u0000", "\u0000")),
    "Remove the character that cannot be shown",
  );

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
