import { z } from "zod";
import { ChildInList, nextCursor, PersonView, TermView } from "../../views.ts";

/** How it stands with going through what somebody can see. */
const Round = z.object({
  lastOn: z.string().optional(),
  lastBy: z.string().optional(),
  dueOn: z.string(),
  isLate: z.boolean(),
});

const Staff = PersonView.extend({ postTitle: z.string(), agency: z.string(), round: Round });

/** What one of the caller's staff can see, in numbers. */
export const StaffAccessView = Staff.extend({
  /** By relation: for how many children, since when the oldest, and when one of them was last looked at. */
  parts: z.array(
    TermView.extend({
      children: z.number(),
      since: z.string(),
      lastLook: z.string().optional(),
      withoutLook: z.number(),
    }),
  ),
  children: z.number(),
  /** For how many children something is open to them without a part in the child's care. */
  childrenApart: z.number(),
  withoutLook: z.number(),
  /** What a manager asks about, each with its number; a day for a post that ends. */
  flags: z.array(TermView.extend({ count: z.number(), on: z.string().optional() })),
  openAsks: z.number(),
});
export type StaffAccessView = z.infer<typeof StaffAccessView>;
export const StaffAccessListView = z.object({
  people: z.array(StaffAccessView),
  nextCursor,
  /** After how many days somebody is gone through again, and from how many without a look a part is asked about. */
  everyDays: z.number(),
});

/** What one person can see, line by line: a child whom the reader works with by name, the others as a number. */
export const PersonAccessView = StaffAccessView.extend({
  lines: z.array(
    z.object({
      key: z.string(),
      relation: TermView,
      child: ChildInList,
      children: z.number(),
      since: z.string(),
      lastLook: z.string().optional(),
      flags: z.array(TermView),
      /** A review asked for it to end, and it goes on. */
      isAsked: z.boolean(),
    }),
  ),
  /** What is open to them without a part: a child whom the reader works with by name, the others as a number. */
  apart: z.array(
    z.object({
      key: z.string(),
      what: TermView,
      child: ChildInList,
      children: z.number(),
      things: z.number(),
      since: z.string(),
    }),
  ),
  reviews: z.array(
    z.object({
      reviewId: z.string(),
      on: z.string(),
      by: z.string(),
      outcome: z.enum(["keep", "ask-to-end"]),
      words: z.string().optional(),
      children: z.number(),
      asked: z.number(),
      stillOpen: z.number(),
    }),
  ),
});
export type PersonAccessView = z.infer<typeof PersonAccessView>;
