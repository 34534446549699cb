import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { carerParts, chosenAs, chosenBy, daysOfWeek, waysOfReaching } from "../vocabulary/people-around.ts";
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

const reached = {
  agreed: z.discriminatedUnion(
    "is",
    [
      z.object({
        is: z.literal("way"),
        way: z.enum(codesOf(waysOfReaching), { error: "Choose how they are reached" }),
        /** What the list does not say, such as when in the day. */
        words: optional(prose({ max: limits.prose, enter: "Enter what was agreed" })),
        howOften: line({ max: limits.line, enter: "Enter how often, such as once a week" }),
        days: z
          .array(z.enum(codesOf(daysOfWeek)), { error: "Choose the days" })
          .min(1, "Choose the days")
          .max(7),
      }),
      z.object({ is: z.literal("none"), words: prose({ max: limits.prose, enter: "Enter what they said" }) }),
    ],
    { error: "Choose whether a way was agreed" },
  ),
  agreedWith: line({ max: limits.line, enter: "Enter who said so" }),
  from: workingLifeDay("Enter the day it is from"),
};

/** What the form about how somebody is reached asks. */
export const AgreedWayOnScreen = z.object(reached);

/** Record how and how often a child, a parent or a carer is reached, as it was agreed with them; what is recorded last counts (BOL-3.1). */
export const RecordAgreedWay = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  /** The parent or carer; left out for the child. */
  carerId: IdSchema.optional(),
  ...reached,
});
export type RecordAgreedWay = z.infer<typeof RecordAgreedWay>;
