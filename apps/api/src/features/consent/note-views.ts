import { z } from "zod";
import { ClockView, ControlView } from "../../views.ts";
import { ToldOfView } from "./views.ts";

const ChildSaid = z.enum(["yes", "no", "not-asked"]);

/** One of the reader's own notes. */
export const NoteView = z.object({
  noteId: z.string(),
  version: z.int(),
  about: z.string(),
  words: z.string(),
  childSaid: ChildSaid,
  heardOn: z.string(),
  keptAt: z.string(),
  lookAgain: z.object({ because: z.string(), clause: z.string(), clock: ClockView.optional() }).optional(),
  lookedAgainOn: z.string().optional(),
  passed: z
    .object({
      to: z.string(),
      at: z.string(),
      isReferral: z.boolean(),
      reason: z.string().optional(),
      because: z.string().optional(),
      /** A referral that went before anybody wrote down why. */
      isIncomplete: z.boolean(),
      childTold: ToldOfView,
    })
    .optional(),
  may: z.object({ passOn: ControlView, throwAway: ControlView }),
});
export type NoteView = z.infer<typeof NoteView>;

/** A note that somebody passed on to the reader, in full. */
export const PassedNoteView = z.object({
  noteId: z.string(),
  about: z.string(),
  words: z.string(),
  childSaid: ChildSaid,
  heardOn: z.string(),
  by: z.string(),
  at: z.string(),
  isReferral: z.boolean(),
  because: z.string().optional(),
  childTold: ToldOfView,
});
export type PassedNoteView = z.infer<typeof PassedNoteView>;

export const NotesView = z.object({ notes: z.array(NoteView), passedToYou: z.array(PassedNoteView) });

/** What a change of a note answers: nothing of the note itself is kept with the answer. */
export const NoteDone = z.object({ noteId: z.string() });

/** What the rulebook says of passing a note on as it stands, before anything is sent. */
export const PassingOnView = z.object({
  note: NoteView,
  says: z.array(z.object({ because: z.string(), clause: z.string() })),
  silent: z.string().optional(),
});
