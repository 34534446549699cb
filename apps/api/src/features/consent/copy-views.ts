import { copyFindings, copyHolders, copyWays } from "@linchpin/domain";
import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";
import { AnswerView, ToldOfView } from "./views.ts";

const kinds = Object.keys(copyFindings) as [keyof typeof copyFindings, ...(keyof typeof copyFindings)[]];
const ways = Object.keys(copyWays) as [keyof typeof copyWays, ...(keyof typeof copyWays)[]];

/** Where something goes, as it is written on the envelope. */
export const DestinationView = z.object({
  to: z.string(),
  address: z.string(),
  isSafeContact: z.boolean(),
  since: z.string().optional(),
  /** Why somebody makes sure of it first; left out where nobody has to. */
  askedAgain: z.string().optional(),
});

/** Who may get a copy, and what was answered about sharing. */
export const CopyRecipientsView = z.object({
  childId: z.string(),
  childName: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  carers: z.array(
    z.object({ carerId: z.string(), name: z.string(), relationship: z.string().optional(), hasEmail: z.boolean() }),
  ),
  /** Where letters to the family go; or why none can. */
  post: z.union([DestinationView, z.object({ problem: z.string() })]),
  /** It is kept private where the child is. */
  isKept: z.boolean(),
  answers: z.array(AnswerView),
  may: z.object({ send: ControlView }),
});

export const CopyFindingView = z.object({
  key: z.string(),
  kind: z.enum(kinds),
  label: z.string(),
  words: z.string(),
  /** What stands around them. */
  around: z.string().optional(),
  service: z.string().optional(),
  mustGo: z.boolean(),
});
export type CopyFindingView = z.infer<typeof CopyFindingView>;

/** That something goes otherwise than was agreed with whoever it is for (BOL-3.1). */
export const OtherWayView = z.object({
  because: z.string(),
  /** Left out where no clause says it, and what was agreed stands by itself. */
  clause: z.string().optional(),
});

/** One recipient's copy as it would go. */
export const CopyView = z.object({
  title: z.string(),
  recipient: z.string(),
  way: z.enum(ways),
  destination: DestinationView.optional(),
  findings: z.array(CopyFindingView),
  /** The keys of those that nobody decided about yet. */
  left: z.array(z.string()),
  html: z.string(),
  hash: z.string(),
  /** Adults who must not be brought near: somebody makes sure that they are not reached there. */
  adultsToThinkOf: z.array(z.string()),
  otherWay: OtherWayView.optional(),
});

export const SentCopyInList = z.object({
  sentCopyId: z.string(),
  planId: z.string().optional(),
  kind: TermView,
  title: z.string(),
  to: z.string(),
  way: TermView,
  purpose: z.string(),
  basis: TermView,
  by: z.string(),
  at: z.string(),
  childTold: ToldOfView,
  familyTold: ToldOfView,
});
export type SentCopyInList = z.infer<typeof SentCopyInList>;

export const SentCopiesView = z.object({
  childId: z.string(),
  childName: z.string(),
  copies: z.array(SentCopyInList),
  /** Why they are not shown to this reader. */
  kept: z.string().optional(),
  may: z.object({ send: ControlView }),
});

/** A copy that was sent, byte for byte. */
export const SentCopyView = z.object({
  childId: z.string(),
  childName: z.string(),
  copy: SentCopyInList,
  addressedTo: z.string().optional(),
  address: z.string().optional(),
  decidedBy: z.string().optional(),
  reason: z.string().optional(),
  reasonWords: z.string().optional(),
  otherWayBecause: z.string().optional(),
  decisionId: z.string().optional(),
  findings: z.array(
    z.object({
      label: z.string(),
      words: z.string(),
      how: z.enum(["out", "in", "with-its-item"]),
      because: z.string().optional(),
    }),
  ),
  html: z.string(),
  sha256: z.string(),
  /** The bytes still are what their hash says. */
  isIntact: z.boolean(),
  may: z.object({ tell: ControlView }),
});

/** Who has a copy of what was agreed, and who still gets one. */
export const CopyListView = z.object({
  childId: z.string(),
  planId: z.string(),
  childName: z.string(),
  planTitle: z.string(),
  /** The documents of this area ask that everybody concerned gets one, by a day. */
  isAskedHere: z.boolean(),
  agreed: z.object({ on: z.string(), by: z.string() }).optional(),
  rows: z.array(
    z.object({
      whom: z.enum(copyHolders),
      label: z.string(),
      /** They lead from here, and keep the plan itself. */
      keepsIt: z.boolean(),
      copies: z.array(
        z.object({
          name: z.string(),
          way: z.string(),
          on: z.string(),
          receivedOn: z.string().optional(),
          sentCopyId: z.string().optional(),
        }),
      ),
      leftOut: z.object({ because: z.string(), by: z.string(), on: z.string() }).optional(),
      /** By when a copy is owed, where none went and nobody said why not. */
      due: z.object({ words: z.string(), isLate: z.boolean() }).optional(),
    }),
  ),
  /** Why they are not shown to this reader. */
  kept: z.string().optional(),
  may: z.object({ agree: ControlView, send: ControlView }),
});
export type CopyListView = z.infer<typeof CopyListView>;
