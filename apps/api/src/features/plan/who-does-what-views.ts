import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";

const Doing = z.object({
  what: z.string(),
  outcome: z.string().optional(),
  startsOn: z.string().optional(),
  dueOn: z.string().optional(),
});
const Said = z.object({
  /** "clear", "asks", "answer". */
  says: TermView,
  words: z.string().optional(),
  on: z.string(),
  how: z.string().optional(),
  name: z.string().optional(),
  by: z.string(),
});
const Part = z.object({
  as: TermView,
  practitionerId: z.string().optional(),
  name: z.string(),
  role: z.string().optional(),
  agency: z.string().optional(),
  part: z.string().optional(),
  does: z.array(Doing),
});
const Line = Part.extend({
  lineId: z.string(),
  stands: TermView,
  said: z.array(Said),
  isMine: z.boolean(),
  /** Whether the lead writes their word down: they have no account, or are the child or the family. */
  isRecordedForThem: z.boolean(),
  /** Why the line is no longer as it was issued. */
  changedBecause: z.string().optional(),
});

/** The list of who does what under a plan, as it was issued, and what has changed since. */
export const WhoDoesWhatView = z.object({
  planId: z.string(),
  childId: z.string(),
  childName: z.string(),
  planTitle: z.string(),
  issued: z
    .object({ listId: z.string(), on: z.string(), by: z.string(), childIsNotAskedBecause: z.string().optional() })
    .optional(),
  lines: z.array(Line),
  /** People who joined since it was issued. */
  joined: z.array(Part),
  says: z.string(),
  isClear: z.boolean(),
  hasChanged: z.boolean(),
  /** Where the child is, is kept private: a paper of it may tell. */
  isWhereKept: z.boolean(),
  /** What the area's documents say of it. */
  ofBook: z.object({ isAsked: z.boolean(), says: z.array(z.object({ words: z.string(), clause: z.string() })) }),
  /** The practitioners' parts as the plan stands: what would be issued now. */
  now: z.array(Part),
  /** Whether the reader may issue it, and give it to one of the family. */
  may: z.object({ issue: ControlView, give: ControlView }),
});
export type WhoDoesWhatView = z.infer<typeof WhoDoesWhatView>;

/** What a light account sees of lists: their own line, and what was said of it. */
export const OwnLinesView = z.object({
  lines: z.array(
    z.object({
      lineId: z.string(),
      child: z.string(),
      issuedOn: z.string(),
      issuedBy: z.string(),
      does: z.array(Doing),
      stands: TermView,
      said: z.array(Said.pick({ says: true, words: true, on: true, by: true })),
    }),
  ),
});
export type OwnLinesView = z.infer<typeof OwnLinesView>;
