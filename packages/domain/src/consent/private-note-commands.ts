import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { toldOf } from "../kernel/told.ts";
import { sharingReasons } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";

/** What a child answered when asked whether it may be passed on. */
export const childsAnswers = {
  yes: { label: "Yes, it may be passed on" },
  no: { label: "No" },
  "not-asked": { label: "I have not asked yet" },
} as const;
export type ChildsAnswer = keyof typeof childsAnswers;

const childSaid = z.enum(Object.keys(childsAnswers) as [ChildsAnswer, ...ChildsAnswer[]], {
  error: "Choose what the child said when asked",
});
const reason = z.enum(codesOf(sharingReasons));

const note = {
  /** Whom it is about, as the author writes it: never a link to a record. */
  about: line({ max: limits.name, enter: "Enter whom it is about" }),
  words: prose({ max: limits.prose, enter: "Enter what the child told you" }),
  heardOn: workingLifeDay("Enter the day the child told you"),
  childSaid,
};

/** What the form about a note asks. */
export const NoteOnScreen = z.object(note);

/** Keep to oneself what a child told. */
export const KeepNote = z.object({ idempotencyKey: IdempotencyKeySchema, ...note });
export type KeepNote = z.infer<typeof KeepNote>;

const seen = { idempotencyKey: IdempotencyKeySchema, noteId: IdSchema, version: VersionSchema };

/** Look again at the risk; the child may have been asked, or answered anew. */
export const LookAgain = z.object({ ...seen, childSaid });
export type LookAgain = z.infer<typeof LookAgain>;

const passing = {
  /** Whoever it goes to: the child's named person, or whoever takes a referral. */
  toId: PersonIdSchema,
  isReferral: z.boolean().default(false),
  /** Why it goes without a yes: how good the reason is, and the reason. */
  reason: reason.optional(),
  because: optional(prose({ max: limits.prose, enter: "Enter the reason" })),
  childTold: toldOf("the child was").default({ told: "not-yet" }),
};

/** What the form about passing a note on asks. */
export const PassOnScreen = z.object(passing);

/** Pass a note on, in full. */
export const PassNoteOn = z.object({ ...seen, ...passing });
export type PassNoteOn = z.infer<typeof PassNoteOn>;

/** Write down afterwards why a referral was made: it waited for nothing. */
export const WriteDownWhy = z.object({
  ...seen,
  reason: z.enum(codesOf(sharingReasons), { error: "Choose how good the reason was" }),
  because: prose({ max: limits.prose, enter: "Enter the reason" }),
});
export type WriteDownWhy = z.infer<typeof WriteDownWhy>;

/** Throw a note away: nothing of it is left. */
export const ThrowNoteAway = z.object({ ...seen });
export type ThrowNoteAway = z.infer<typeof ThrowNoteAway>;
