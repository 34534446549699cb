import { itemKinds } from "@linchpin/domain";
import { z } from "zod";
import { ControlView, DutyView, PersonView, TermView } from "../../views.ts";

export const AnswerView = z.object({
  consentId: z.string(),
  version: z.int(),
  by: z.object({ is: z.enum(["child", "parent-or-carer"]), name: z.string().optional() }),
  answer: z.enum(["given", "refused"]),
  standing: z.enum(["in-force", "refused", "taken-back", "ended", "not-yet"]),
  form: z.enum(["spoken", "written"]).optional(),
  understanding: z.enum(["understands", "does-not-understand"]).optional(),
  understandingWords: z.string().optional(),
  says: z.object({ what: z.string(), withWhom: z.string(), why: z.string() }),
  agencies: z.array(TermView),
  recipients: z.array(PersonView),
  /** The items it names; none where it is about all that its words name. */
  items: z.array(z.object({ itemId: z.string(), title: z.string() })),
  from: z.string(),
  lastDay: z.string().optional(),
  takenBack: z.object({ on: z.string(), because: z.string() }).optional(),
  /** Whoever said this yes has said no since, to all of it or to a part. */
  saidNoSince: z.object({ on: z.string(), toAll: z.boolean() }).optional(),
  recordedBy: PersonView,
  recordedAt: z.string(),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** Whether somebody was told of sharing, and when; or why not. */
export const ToldOfView = z.discriminatedUnion("told", [
  z.object({ told: z.literal("yes"), on: z.string() }),
  z.object({ told: z.literal("no"), because: z.string() }),
  z.object({ told: z.literal("not-yet") }),
]);
export type ToldOfView = z.infer<typeof ToldOfView>;

export const ReleaseInList = z.object({
  releaseId: z.string(),
  title: z.string(),
  /** The service whose file it is in. */
  from: z.string(),
  to: PersonView.extend({ agency: z.string() }),
  purpose: z.string(),
  basis: TermView,
  consentId: z.string().optional(),
  decidedBy: z.string().optional(),
  reason: z.string().optional(),
  reasonWords: z.string().optional(),
  /** It went before anybody wrote down who decided it, and why. */
  isIncomplete: z.boolean(),
  by: PersonView,
  on: z.string(),
  isEnded: z.boolean(),
  lastDay: z.string().optional(),
  ended: z.object({ on: z.string(), because: z.string() }).optional(),
  childTold: ToldOfView,
  familyTold: ToldOfView,
  decisionId: z.string(),
});
export type ReleaseInList = z.infer<typeof ReleaseInList>;

/** A release with the copy as it went, for a reader whom the copy is for. */
export const ReleaseView = z.object({
  childId: z.string(),
  childName: z.string(),
  release: ReleaseInList,
  copy: z.string().optional(),
  /** Managers who read the copy, for a reader whom it is for. */
  openings: z.array(z.object({ openingId: z.string(), name: z.string(), because: z.string(), at: z.string() })),
  may: z.object({ tell: ControlView, complete: ControlView, openCopy: ControlView }),
});

/** Something that is shared with the reader, and nothing else of the child. */
export const ReceivedInList = z.object({
  releaseId: z.string(),
  title: z.string(),
  childName: z.string(),
  /** Whoever shared it, and the service whose file it is in. */
  by: PersonView,
  from: z.string(),
  purpose: z.string(),
  on: z.string(),
  lastDay: z.string().optional(),
  filed: z.object({ as: TermView, because: z.string() }).optional(),
  /** It came from another agency to the child's named person, who has not filed it yet. */
  isToFile: z.boolean(),
});
export type ReceivedInList = z.infer<typeof ReceivedInList>;

export const ReceivedListView = z.object({ received: z.array(ReceivedInList) });

export const ReceivedView = z.object({
  received: ReceivedInList,
  copy: z.string(),
  basis: z.string(),
  /** The child's own page about sharing, for a reader who has a part in the child's care. */
  childId: z.string().optional(),
  /** To whom the reader shared it on. */
  sharedOn: z.array(z.object({ releaseId: z.string(), to: z.string(), on: z.string(), isEnded: z.boolean() })),
  may: z.object({ file: ControlView, shareOn: ControlView }),
});
export type ReceivedView = z.infer<typeof ReceivedView>;

/** What a change answers that shows nothing of its own. */
export const ReleaseDone = z.object({ releaseId: z.string() });

/** One item as it would go, with what was answered that speaks to sharing. */
export const ItemToShareView = z.object({
  childId: z.string(),
  childName: z.string(),
  kind: z.enum(itemKinds),
  itemId: z.string(),
  title: z.string(),
  copy: z.string(),
  agency: z.string(),
  answers: z.array(AnswerView),
  may: z.object({ release: ControlView }),
});

/** Something that was shared and is about to end, for whom. */
const EndsView = z.object({
  releaseId: z.string(),
  title: z.string(),
  to: z.string(),
  since: z.string(),
  /** How many actions they still have to do on the child's plans. */
  openActions: z.int(),
});

/** What taking a yes back ends and what stays, before it is saved. */
export const TakingBackView = z.object({
  childId: z.string(),
  childName: z.string(),
  answer: AnswerView,
  ends: z.array(EndsView),
  /** Other agencies' files are closed to the reader: what those shared on this answer ends too, and is not listed. */
  filesAreClosed: z.boolean(),
  may: z.object({ takeBack: ControlView }),
});

/** What recording an answer ends, before it is saved. */
export const EndingView = z.object({
  ends: z.array(EndsView),
  /** Somebody else said yes to these: they end too, unless whoever decides says why the yes is followed. */
  differ: z.array(EndsView),
  /** It is for the reader to decide about those. */
  mayDecide: z.boolean(),
  /** Other agencies' files are closed to the reader: what those shared ends too, and is not listed. */
  filesAreClosed: z.boolean(),
});

export const SharedSheet = z.object({
  childName: z.string(),
  /** It is kept private where the child is: nobody is named whose place of work would tell. */
  isKept: z.boolean(),
  from: z.string(),
  to: z.string(),
  inForce: z.array(
    z.object({
      key: z.string(),
      who: z.string(),
      what: z.string(),
      withWhom: z.string(),
      why: z.string().optional(),
      from: z.string(),
      lastDay: z.string().optional(),
    }),
  ),
  shares: z.array(
    z.object({
      key: z.string(),
      on: z.string(),
      what: z.string(),
      withWhom: z.string(),
      why: z.string().optional(),
      basis: z.string(),
      by: z.string(),
      childTold: ToldOfView,
      familyTold: ToldOfView,
    }),
  ),
  /** How many, by what they rest on, as the rulebook counts; left out where it does not. */
  counts: z.array(z.object({ label: z.string(), amount: z.number(), clause: z.string() })),
  silent: z.string().optional(),
});
export type SharedSheet = z.infer<typeof SharedSheet>;

/** The same on the screen, and whether whoever reads it may give it to one of the family. */
export const SharedView = SharedSheet.extend({ may: z.object({ give: ControlView }) });

export const ItemView = z.object({
  kind: z.enum(itemKinds),
  itemId: z.string(),
  title: z.string(),
  on: z.string(),
  /** Whose file it is in. */
  agency: z.string(),
  /** It is in the file of the reader's own agency, who decides whether it goes to anybody. */
  isOwn: z.boolean(),
});

export const ConsentView = z.object({
  childId: z.string(),
  childName: z.string(),
  answers: z.array(AnswerView),
  items: z.array(ItemView),
  /** The parents and carers on record, to say who answered. */
  carers: z.array(z.string()),
  /** It is kept from the reader where the child is, and who cares for them with it. */
  carersAreKept: z.boolean(),
  /** Agencies of the area of which no signed sharing agreement is on file (CWDC-2.20d). */
  withoutAgreement: z.array(z.string()),
  releases: z.array(ReleaseInList),
  duties: z.array(DutyView),
  may: z.object({ record: ControlView, release: ControlView, tell: ControlView, takeBack: ControlView }),
});
export type ConsentView = z.infer<typeof ConsentView>;

const Signed = z.object({
  on: z.string(),
  by: z.string(),
  /** The day by which it was to be looked at again has passed. */
  isToLookAt: z.boolean(),
  keptAt: z.string().optional(),
  recordedBy: z.string(),
});
export const AgreementsView = z.object({
  agencies: z.array(
    z.object({
      agencyId: z.string(),
      agency: z.string(),
      /** How information is shared; left out where nothing is on file. */
      signed: Signed.extend({ reviewOn: z.string() }).optional(),
      /** Working together with the others; left out where it has not signed. */
      signedUp: Signed.extend({ reviewOn: z.string().optional() }).optional(),
      /** The clause by which it is marked on plans as not signed up. */
      notSignedUp: z.object({ because: z.string(), clause: z.string() }).optional(),
    }),
  ),
  /** Whether the area's documents ask that agencies sign up to working together. */
  isSigningUpAsked: z.boolean(),
  record: ControlView,
});
export const AgreementDone = z.object({ agreementId: z.string() });
