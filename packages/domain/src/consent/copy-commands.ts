import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema } from "../kernel/id.ts";
import { limits, line, optional, prose, tidied } from "../kernel/text.ts";
import { Told } from "../kernel/told.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { WayOfReaching } from "../vocabulary/people-around.ts";
import { sharingBases, sharingReasons } from "../vocabulary/sharing-bases.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** How a copy leaves. Linchpin makes it and keeps it; it sends no email of its own. */
export const copyWays = vocabulary({
  "handed-over": { label: "Handed over in person" },
  post: { label: "By post" },
  "secure-email": { label: "By secure email, which you send yourself" },
});
export type CopyWay = keyof typeof copyWays;

/** As which of the ways that may be agreed with somebody each counts: what is handed over is a letter, and is given in person. */
export const copyCountsAs: Readonly<Record<CopyWay, readonly [WayOfReaching, ...WayOfReaching[]]>> = {
  "handed-over": ["visit", "letter"],
  post: ["letter"],
  "secure-email": ["email"],
};

/** What a copy may rest on: for child and family, that it is their own; else as for anything that is shared. */
export const copyBases = vocabulary({
  "their-own": {
    label: "It is the child's and the family's own",
    meaning: "For the child, a parent or a carer.",
  },
  ...sharingBases,
});
export type CopyBasis = keyof typeof copyBases;

/** What a copy can be of. */
export const copyKinds = vocabulary({
  plan: { label: "The plan" },
  letter: { label: "A letter: who the named person is, or who leads" },
  "family-paper": { label: "The family's paper: who the named person is, and how to reach them" },
  pack: { label: "A pack: who the named person is, and how to reach them" },
  "who-does-what": { label: "The list of who does what" },
  "what-is-shared": { label: "What is shared, with whom and why" },
  "who-looked": { label: "Who has looked at the record" },
});
export type CopyKind = keyof typeof copyKinds;

export const CopyRecipient = z.discriminatedUnion(
  "is",
  [
    z.object({ is: z.literal("child") }),
    z.object({ is: z.literal("carer"), carerId: z.uuid({ version: "v7", error: "Choose the parent or carer" }) }),
    z.object({ is: z.literal("practitioner"), practitionerId: PersonIdSchema }),
    z.object({
      is: z.literal("body"),
      name: line({ max: limits.name, enter: "Enter the name of the person or body" }),
      agency: z.enum(codesOf(agencyKinds), { error: "Choose which service it is" }),
    }),
  ],
  { error: "Choose who gets the copy" },
);
export type CopyRecipient = z.infer<typeof CopyRecipient>;

const to = {
  recipient: CopyRecipient,
  way: z.enum(codesOf(copyWays), { error: "Choose how it goes" }),
  /** Where it goes, typed twice: for whoever has no address on record. */
  address: optional(prose({ max: limits.line, enter: "Enter the address" })),
  addressAgain: optional(prose({ max: limits.line, enter: "Enter the address again" })),
};

type To = {
  readonly recipient: { readonly is: string };
  readonly way: string;
  readonly address?: string | undefined;
  readonly addressAgain?: string | undefined;
};

/** Whether an address is typed, and not on record: a family's own is, and an email of somebody at work. */
export const isAddressTyped = ({ recipient: { is }, way }: Pick<To, "recipient" | "way">): boolean =>
  way !== "handed-over" && (is === "body" || (is === "practitioner" && way === "post"));

/** One address however it is broken into lines. */
const sameAddress = (one: string, other: string) =>
  tidied(one)
    .toLowerCase()
    .replace(/[\s,]+/g, " ") ===
  tidied(other)
    .toLowerCase()
    .replace(/[\s,]+/g, " ");

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

function asksOf(asked: To, context: z.RefinementCtx): void {
  if (!isAddressTyped(asked)) return;
  const problem = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const { address, addressAgain, way } = asked;
  if (address === undefined) problem("address", "Enter the address it goes to");
  else if (way === "secure-email" && !looksLikeEmail(address))
    problem("address", "Enter an email address, like name@example.org");
  else if (addressAgain === undefined) problem("addressAgain", "Enter the address again");
  else if (!sameAddress(address, addressAgain)) problem("addressAgain", "The two addresses are not the same");
}

/** One decision about one finding. */
export const CopyClearingSchema = z.discriminatedUnion("how", [
  z.object({ key: z.string().max(200), how: z.literal("out") }),
  z.object({
    key: z.string().max(200),
    how: z.literal("in"),
    because: optional(prose({ max: limits.line, enter: "Enter why it stays" })),
  }),
]);

const clearings = z.array(CopyClearingSchema).max(500, "Take out the longest parts of the plan first").default([]);

/** One recipient's copy of a plan as it would go, with what was decided about it so far. */
export const CopyAsked = z
  .object({
    planId: IdSchema,
    childId: IdSchema,
    ...to,
    clearings,
    /** A safeguarding referral: what is left in needs no reason of its own. */
    isReferral: z.boolean().default(false),
  })
  .superRefine(asksOf);
export type CopyAsked = z.infer<typeof CopyAsked>;

const why = {
  /** What it is sent for, in words that child and family are shown. */
  purpose: optional(prose({ max: limits.prose, enter: "Enter what it is sent for" })),
  basis: z.enum(codesOf(copyBases), { error: "Choose what it rests on" }),
  isPartOfAnswer: z.boolean().default(false),
  decidedById: PersonIdSchema.optional(),
  reason: z.enum(codesOf(sharingReasons)).optional(),
  reasonWords: optional(prose({ max: limits.prose, enter: "Enter the reason" })),
};

/** What the first step of sending a copy asks. */
export const CopyToSend = z.object({ ...to, ...why }).superRefine((asked, context) => {
  asksOf(asked, context);
  if (asked.purpose === undefined && asked.basis !== "safeguarding")
    context.addIssue({ code: "custom", path: ["purpose"], message: "Enter what it is sent for" });
});
export type CopyToSend = z.infer<typeof CopyToSend>;

/** Of something that goes otherwise than was agreed with whoever it is for (BOL-3.1). */
export const goingOtherwise = {
  /** Somebody was reminded of the agreed way, and sends it all the same. */
  otherWayConfirmed: z.boolean().default(false),
  otherWayBecause: optional(line({ max: limits.line, enter: "Enter why the agreed way is not used" })),
};

const sending = {
  childTold: Told.default({ told: "not-yet" }),
  familyTold: Told.default({ told: "not-yet" }),
  /** Somebody checked an address that changed lately. */
  addressConfirmed: z.boolean().default(false),
  /** Somebody made sure that an adult who must not be brought near is not reached there. */
  nobodyNearConfirmed: z.boolean().default(false),
  ...goingOtherwise,
};

/** What the last step asks. */
export const CopySending = z.object(sending);

/** Send one recipient's copy of a plan: exactly the one that was shown. */
export const SendCopy = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    planId: IdSchema,
    childId: IdSchema,
    ...to,
    ...why,
    clearings,
    ...sending,
    /** The SHA-256 of the copy as it was shown, and since when the address stood as it was shown. */
    hash: z.string().regex(/^[0-9a-f]{64}$/, "Look at the copy again"),
    addressSince: z.string().max(40).optional(),
  })
  .superRefine(asksOf);
export type SendCopy = z.infer<typeof SendCopy>;

/** Record that the child or the family was told of a copy that was sent, or why not. */
export const TellOfCopy = z.object({
  idempotencyKey: IdempotencyKeySchema,
  sentCopyId: IdSchema,
  whom: z.enum(["child", "family"]),
  told: Told,
});
export type TellOfCopy = z.infer<typeof TellOfCopy>;
