import { codesOf, letterWays } from "@linchpin/domain";
import { z } from "zod";
import { CopyFindingView, DestinationView, OtherWayView } from "./copy-views.ts";

/** To whom a letter is, in a list. */
const LetterTo = z.object({
  tellingId: z.string(),
  childId: z.string(),
  child: z.string(),
  to: z.string(),
  relationship: z.string().nullable(),
});
export type LetterTo = z.infer<typeof LetterTo>;

/** The letters to those still to be told, each as it would go. */
export const LettersView = z.object({
  /** Nothing in these has to be looked at first: they go in one go, each exactly as it stands in the sheet. */
  ready: z.array(LetterTo.extend({ hash: z.string(), isToSafeContact: z.boolean() })),
  sheet: z.string(),
  /** These are looked at one by one, and why. */
  oneByOne: z.array(LetterTo.extend({ why: z.array(z.string()) })),
  /** No letter goes to these, and why. */
  without: z.array(LetterTo.extend({ why: z.string() })),
  /** There are more than are made in one go. */
  hasMore: z.boolean(),
  /** With how many of those who are written to nothing is agreed about how they are reached; left out where no clause asks for it. */
  nothingAgreed: z.object({ letters: z.number(), because: z.string(), clause: z.string() }).optional(),
});

/** Something for one of a family exactly as it would go, with each thing in it that has to be looked at first. */
export const LookedView = z.object({
  title: z.string(),
  recipient: z.string(),
  way: z.enum(codesOf(letterWays)),
  destination: DestinationView.optional(),
  problem: z.string().optional(),
  findings: z.array(CopyFindingView),
  /** The keys of those that nobody decided about yet. */
  left: z.array(z.string()),
  html: z.string(),
  hash: z.string(),
  /** That something about it went to them already: somebody makes sure that another is to go. */
  wentBefore: z.string().optional(),
  adultsToThinkOf: z.array(z.string()),
  /** What is not on it, and why: for whoever gives it, and not on the paper. */
  leftOut: z.string().optional(),
  otherWay: OtherWayView.optional(),
});

/** One letter exactly as it would go. */
export const LetterView = LookedView.extend({ tellingId: z.string(), childId: z.string() });

export const LettersSentView = z.object({
  /** One of the letters that were sent, by which all of them open; none where none was. */
  sentCopyId: z.string().nullable(),
  sent: z.number(),
  /** These changed since they were shown: nothing was sent, and somebody looks at them again. */
  changed: z.array(z.string()),
});

/** Letters that went together, as they went. */
export const LettersSentWithView = z.object({
  /** What they are: those that went together are all of a kind. */
  kind: z.enum(["letter", "family-paper", "pack"]),
  on: z.string(),
  by: z.string(),
  letters: z.array(
    z.object({
      sentCopyId: z.string(),
      childId: z.string(),
      child: z.string(),
      to: z.string(),
      addressedTo: z.string().nullable(),
      address: z.string().nullable(),
      way: z.string(),
      /** Why it went otherwise than was agreed with them, where that was written down. */
      otherWayBecause: z.string().nullable(),
      sha256: z.string(),
      /** The bytes still are what their hash says. */
      isIntact: z.boolean(),
    }),
  ),
  /** All of them to print, one to a page. */
  sheet: z.string(),
});
