import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { CopyClearingSchema } from "./copy-commands.ts";
import { LetterSending, LetterWay } from "./letter-commands.ts";

/** Who of a family gets a paper: one of them, by name. */
export const PaperRecipient = z.discriminatedUnion(
  "is",
  [
    z.object({ is: z.literal("child") }),
    z.object({ is: z.literal("carer"), carerId: z.uuid({ version: "v7", error: "Choose the parent or carer" }) }),
  ],
  { error: "Choose who gets the paper" },
);
export type PaperRecipient = z.infer<typeof PaperRecipient>;

/** To whom a paper goes, and how. */
export const PaperTo = z.object({ recipient: PaperRecipient, way: LetterWay });
export type PaperTo = z.infer<typeof PaperTo>;

const clearings = z.array(CopyClearingSchema).max(500, "Ask for fewer days").default([]);
const shown = z.string().regex(/^[0-9a-f]{64}$/, "Look at the paper again");
const going = { idempotencyKey: IdempotencyKeySchema, to: PaperTo, clearings, hash: shown } as const;

/** Whose paper: as it reads today, or as on the first day at a school or clinic, for whoever keeps its roll. */
const ofFamily = { childId: IdSchema, establishmentId: IdSchema.optional() } as const;

/** The paper about a child's named person; before somebody is chosen, to whom it may go. */
export const FamilyPaperAsked = z.object({ ...ofFamily, to: PaperTo.optional(), clearings });
export type FamilyPaperAsked = z.infer<typeof FamilyPaperAsked>;

/** Send one of the family the paper about the named person: exactly the one that was shown. */
export const SendFamilyPaper = LetterSending.extend({ ...ofFamily, ...going });
export type SendFamilyPaper = z.infer<typeof SendFamilyPaper>;

const days = {
  from: workingLifeDay("Enter the first day").optional(),
  to: workingLifeDay("Enter the last day").optional(),
} as const;
const areInOrder = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const notInOrder = { path: ["to"], message: "Enter a day that is not before the first" };

/** Which of the sheets that a family is given of a child's record. */
export const SheetOf = z.discriminatedUnion("is", [
  z.object({ is: z.literal("who-does-what"), planId: IdSchema }),
  z.object({ is: z.literal("what-is-shared"), ...days }).refine(areInOrder, notInOrder),
  z.object({ is: z.literal("who-looked"), ...days }).refine(areInOrder, notInOrder),
]);
export type SheetOf = z.infer<typeof SheetOf>;

/** A sheet of a child's record for one of the family; before somebody is chosen, to whom it may go. */
export const SheetAsked = z.object({ childId: IdSchema, of: SheetOf, to: PaperTo.optional(), clearings });
export type SheetAsked = z.infer<typeof SheetAsked>;

/** Send one of the family a sheet of the child's record: exactly the one that was shown. */
export const SendSheet = LetterSending.extend({ childId: IdSchema, of: SheetOf, ...going });
export type SendSheet = z.infer<typeof SendSheet>;

/** As many packs as are made, looked at and sent in one go. */
export const mostPacks = 300;

/** Send packs: every part of each exactly as it was shown. */
export const SendPacks = z.object({
  idempotencyKey: IdempotencyKeySchema,
  establishmentId: IdSchema,
  way: LetterWay,
  packs: z
    .array(
      z.object({
        childId: IdSchema,
        /** The SHA-256 of all of its parts, as they were shown. */
        hash: shown,
      }),
    )
    .min(1, "Choose the packs")
    .max(mostPacks, "Choose fewer at a time"),
});
export type SendPacks = z.infer<typeof SendPacks>;
