import { z } from "zod";
import { ChildInList, ControlView, nextCursor, PersonView } from "../../views.ts";

/** How much sealing ends, in numbers. */
export const SealingEndsView = z.object({
  people: z.int(),
  plans: z.int(),
  plansLeft: z.int(),
  actions: z.int(),
  duties: z.int(),
  notices: z.int(),
  consents: z.int(),
  releases: z.int(),
  elsewhere: z.int(),
});

/** One thing that was asked, in a list. Only while it waits does it say whose record it is about. */
const SealingInList = z.object({
  sealingId: z.string(),
  askedBy: PersonView,
  askedAt: z.string(),
  child: ChildInList.optional(),
  decided: z.object({ outcome: z.enum(["sealed", "not-sealed"]), by: PersonView, at: z.string() }).optional(),
});

export const SealingListView = z.object({
  waiting: z.array(SealingInList),
  decided: z.array(SealingInList),
  nextCursor,
});

/** One thing that was asked: while it waits, with whose record it is and what sealing would end; then what it ended. */
export const SealingView = SealingInList.extend({
  order: z.object({ on: z.string(), court: z.string(), reason: z.string() }).optional(),
  /** Everybody with a part in the child's care now, and by what. */
  people: z.array(PersonView.extend({ parts: z.string() })),
  ends: SealingEndsView.optional(),
  /** What was said where it was left as it is; of a sealed record nothing is said here. */
  words: z.string().optional(),
  may: z.object({ decide: ControlView }),
});
export type SealingView = z.infer<typeof SealingView>;

export const AskedView = z.object({ sealingId: z.string() });
