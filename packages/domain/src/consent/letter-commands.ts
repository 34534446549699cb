import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";
import { CopyClearingSchema, copyWays, goingOtherwise } from "./copy-commands.ts";

/** How a letter to a family leaves. */
export const letterWays = vocabulary({ post: copyWays.post, "handed-over": copyWays["handed-over"] });
export type LetterWay = keyof typeof letterWays;
export const LetterWay = z.enum(codesOf(letterWays), { error: "Choose how it goes: by post, or handed over" });

/** As many letters as are made, looked at and sent in one go. */
export const mostLetters = 500;

const clearings = z.array(CopyClearingSchema).max(100).default([]);

/** One letter as it would go, with what was decided about it so far. */
export const LetterAsked = z.object({ tellingId: IdSchema, way: LetterWay, clearings });
export type LetterAsked = z.infer<typeof LetterAsked>;

/** What the last step of one letter, or of one paper, asks. */
export const LetterSending = z.object({
  /** Somebody checked an address that changed lately. */
  addressConfirmed: z.boolean().default(false),
  /** A letter about it went already, and somebody made sure that another is to go. */
  againConfirmed: z.boolean().default(false),
  /** Somebody made sure that an adult who must not be brought near is not reached there. */
  nobodyNearConfirmed: z.boolean().default(false),
  ...goingOtherwise,
});

/** Send letters to families: each exactly as it was shown. */
export const SendLetters = z.object({
  idempotencyKey: IdempotencyKeySchema,
  way: LetterWay,
  letters: z
    .array(
      LetterSending.extend({
        tellingId: IdSchema,
        clearings,
        /** The SHA-256 of the letter as it was shown. */
        hash: z.string().regex(/^[0-9a-f]{64}$/, "Look at the letter again"),
      }),
    )
    .min(1, "Choose the letters")
    .max(mostLetters, "Choose fewer at a time"),
});
export type SendLetters = z.infer<typeof SendLetters>;
