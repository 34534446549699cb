import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { carerParts, chosenAs, chosenBy } from "../vocabulary/people-around.ts";
import { codesOf } from "../vocabulary/term.ts";

const parts = {
  takesPartIn: z.array(z.enum(codesOf(carerParts))).max(4),
  because: optional(prose({ max: limits.prose, enter: "Enter why" })),
};

export const CarerPartOnScreen = z.object(parts);

/** Say what a parent, carer or other adult takes part in (CWDC-TERM-PARENT). */
export const RecordCarerPart = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  carerId: IdSchema,
  ...parts,
});
export type RecordCarerPart = z.infer<typeof RecordCarerPart>;

const name = line({ max: limits.name, enter: "Enter their name" });
const chosen = {
  as: z.enum(codesOf(chosenAs), { error: "Choose what this person is" }),
  chosenBy: z.enum(codesOf(chosenBy), { error: "Choose who chose" }),
  who: z.discriminatedUnion(
    "is",
    [
      z.object({ is: z.literal("practitioner"), practitionerId: PersonIdSchema }),
      z.object({
        is: z.literal("other"),
        name,
        whoTheyAre: line({ max: limits.line, enter: "Enter who they are to the child" }),
        reach: optional(line({ max: limits.line, enter: "Enter how they are reached" })),
      }),
      z.object({ is: z.literal("nobody") }),
    ],
    { error: "Choose who it is" },
  ),
  words: prose({ max: limits.prose, enter: "Enter why, in their own words" }),
  from: workingLifeDay("Enter the day it is from"),
};

/** What the form asks. */
export const ChosenContactOnScreen = z.object(chosen);

/** Record whom a child would rather talk to, or whom a family turns to day by day: beside the lead, who stays the lead. */
export const RecordChosenContact = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...chosen });
export type RecordChosenContact = z.infer<typeof RecordChosenContact>;

const ending = { because: prose({ max: limits.prose, enter: "Enter why it ends" }) };
export const EndChosenContactOnScreen = z.object(ending);

/** Record that this person is not turned to any more. */
export const EndChosenContact = z.object({
  idempotencyKey: IdempotencyKeySchema,
  contactId: IdSchema,
  version: VersionSchema,
  ...ending,
});
export type EndChosenContact = z.infer<typeof EndChosenContact>;

const settled = {
  what: prose({ max: limits.prose, enter: "Enter what is shared" }),
  how: prose({ max: limits.prose, enter: "Enter how it is shared" }),
  howQuickly: line({ max: limits.line, enter: "Enter how quickly" }),
  agreedOn: workingLifeDay("Enter the day it was settled or looked at"),
};
export const ContactProtocolOnScreen = z.object(settled);

/** Record what lead and trusted person share, how and how quickly; and again when it is looked at with the plan (CWDC-4.6b). */
export const SettleContactProtocol = z.object({
  idempotencyKey: IdempotencyKeySchema,
  contactId: IdSchema,
  version: VersionSchema,
  ...settled,
});
export type SettleContactProtocol = z.infer<typeof SettleContactProtocol>;
