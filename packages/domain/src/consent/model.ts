import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { sharingBases, sharingReasons } from "../vocabulary/sharing-bases.ts";
import { codesOf } from "../vocabulary/term.ts";

export { JoinsAndReads, SharedByJoiningOf } from "./joining-commands.ts";

const child = z.strictObject({ id: Ref });
const childWithAge = z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema) });
const giver = z.enum(["child", "parent-or-carer"]);

/** What an act of sharing rests on. */
export const Basis = z.enum(codesOf(sharingBases));

/** How good a reason is for doing without consent. */
export const Reason = z.enum(codesOf(sharingReasons));

/** That somebody was told on a day, or that it is written down why not. */
export const Told = orNone(z.union([LocalDateSchema, z.literal("reason-given")]));
export type Told = z.infer<typeof Told>;

/** One answer somebody gave: to what, for whom, and for which days. A withdrawal holds from its day on. */
export const Consent = inOrder(
  z.strictObject({
    id: Ref,
    by: giver,
    /** Which parent or carer, by an id that tells one of them from another and says nothing more; left out where that is not known. */
    adult: Ref.exactOptional(),
    answer: z.enum(["given", "refused"]),
    form: recorded(z.enum(["spoken", "written"])),
    items: list(Ref),
    agencies: list(Agency),
    recipients: list(Ref),
    withdrawnOn: LocalDateSchema.exactOptional(),
    ...during,
  }),
);
export type Consent = z.infer<typeof Consent>;

/** Facts for "May this item go to this recipient now?": one item, one recipient, one answer. */
export const ReleaseFacts = z.strictObject({
  child: childWithAge,
  item: z.strictObject({
    id: Ref,
    /** The children whom it is about. */
    about: list(Ref),
    isMeetingInvitation: z.boolean(),
  }),
  by: z.strictObject({ id: Ref, agency: recorded(Agency) }),
  recipient: z.strictObject({ id: orNone(Ref), agency: recorded(Agency) }),
  /** Whether it is said in words what it is shared for. */
  purposeStated: z.boolean(),
  basis: orNone(Basis),
  /** Who decided that it is shared on a basis other than consent. */
  decidedBy: orNone(Ref),
  reason: orNone(Reason),
  consents: recorded(list(Consent)),
});
export type ReleaseFacts = z.infer<typeof ReleaseFacts>;

/** Facts for "May this adult pass on what the child said?" */
export const PassOnFacts = z.strictObject({
  child,
  adult: z.strictObject({ id: Ref }),
  /** What the child answered when asked; "none" where nobody asked. */
  childSaid: orNone(z.enum(["yes", "no"])),
  reason: orNone(Reason),
  /** Whether the adult makes a safeguarding referral with it. */
  isReferral: z.boolean(),
  childTold: Told,
});
export type PassOnFacts = z.infer<typeof PassOnFacts>;

/** Facts for "What is owed on a note that the child did not want passed on?" It belongs to its author. */
export const KeptNoteFacts = z.strictObject({
  note: z.strictObject({ id: Ref, author: Ref, keptOn: LocalDateSchema }),
  lookedAgainOn: DoneOn,
  passedOnOn: DoneOn,
  calendar: WorkingDays,
});
export type KeptNoteFacts = z.infer<typeof KeptNoteFacts>;

/** Facts for "Is this consent complete?" A draft is shown to child and family before anybody answers. */
export const ContentsFacts = z.strictObject({
  child: childWithAge,
  step: z.enum(["show", "record"]),
  saysWhat: z.boolean(),
  saysWithWhom: z.boolean(),
  saysWhy: z.boolean(),
  by: recorded(giver),
  answer: recorded(z.enum(["given", "refused", "withdrawn"])),
  on: recorded(LocalDateSchema),
  form: recorded(z.enum(["spoken", "written"])),
  endsOn: orNone(LocalDateSchema),
  /** What is noted of the giver's understanding. */
  understanding: recorded(z.enum(["understands", "does-not-understand"])),
});
export type ContentsFacts = z.infer<typeof ContentsFacts>;

/** Something that went out, by whoever in the agency. */
export const Share = z.strictObject({
  id: Ref,
  on: LocalDateSchema,
  by: orNone(Ref),
  basis: orNone(Basis),
  /** Of what, to whom and why: what the entry leaves out. */
  leavesOut: list(z.enum(["what", "to-whom", "why"])),
  childTold: Told,
  familyTold: Told,
});
export type Share = z.infer<typeof Share>;

/** A consent that was taken back, and each recipient who had something because of it. */
export const Withdrawal = z.strictObject({
  consent: Ref,
  on: LocalDateSchema,
  familyTold: Told,
  recipients: list(
    z.strictObject({
      id: Ref,
      agency: Agency,
      toldOn: DoneOn,
      /** Whether the recipient may see it on another recorded basis as well. */
      hasOtherBasis: recorded(z.boolean()),
      accessEndedOn: DoneOn,
      openActions: Count,
      /** The day the lead professional decided about the recipient's actions. */
      actionsDecidedOn: DoneOn,
    }),
  ),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** Facts for "What is owed about consent, and about what was shared?" */
export const ConsentDutiesFacts = z.strictObject({
  child,
  shares: list(Share),
  withdrawals: list(Withdrawal),
  calendar: WorkingDays,
});
export type ConsentDutiesFacts = z.infer<typeof ConsentDutiesFacts>;

/** Facts for "How much was shared, and on what?" */
export const SharedFacts = inOrder(
  z.strictObject({
    child,
    shares: list(z.strictObject({ id: Ref, on: LocalDateSchema, basis: orNone(Basis) })),
    ...during,
  }),
);
export type SharedFacts = z.infer<typeof SharedFacts>;

/** Facts for "May this person see this item?" */
export const ItemFacts = z.strictObject({
  child,
  item: z.strictObject({
    id: Ref,
    /** The agency whose file it is in. */
    agency: Agency,
    /** The part of the help that it belongs to, such as speech. */
    part: orNone(Ref),
    isShared: z.boolean(),
    /** Whether it came in from another agency and waits for the named person to open it. */
    cameIn: z.boolean(),
    filed: orNone(z.enum(["relevant", "not-relevant"])),
    openedTo: list(z.strictObject({ id: Ref, on: LocalDateSchema, reasonGiven: z.boolean() })),
  }),
  reader: z.strictObject({
    id: Ref,
    agency: recorded(Agency),
    /** What the reader is to this child. The adult whom a child chose to talk to has no more than that. */
    role: orNone(z.enum(["named-person", "lead-professional", "core-group", "chosen-adult"])),
    parts: list(Ref),
  }),
});
export type ItemFacts = z.infer<typeof ItemFacts>;

/** Facts for "May this new service be brought in?" */
export const NewServiceFacts = z.strictObject({
  child,
  service: Agency,
  agreement: orNone(
    z.strictObject({
      answer: z.enum(["agreed", "refused", "undecided"]),
      on: LocalDateSchema,
      by: z.enum(["child", "family"]),
    }),
  ),
  isReferral: z.boolean(),
});
export type NewServiceFacts = z.infer<typeof NewServiceFacts>;

const answered = orNone(
  z.strictObject({ answer: z.enum(["agreed", "not-agreed"]), on: LocalDateSchema, saysWhy: z.boolean() }),
);

/** What child and family said to one action of the plan, each apart. "None" where nobody asked. */
export const AgreedAction = z.strictObject({
  id: Ref,
  needsAgreement: recorded(z.boolean()),
  isSafeguarding: z.boolean(),
  child: answered,
  family: answered,
});
export type AgreedAction = z.infer<typeof AgreedAction>;

/** Facts for "Is it recorded what child and family agree to?" */
export const AgreementFacts = z.strictObject({ child, plan: z.strictObject({ id: Ref }), actions: list(AgreedAction) });
export type AgreementFacts = z.infer<typeof AgreementFacts>;

/** Facts for "May this action go ahead?", as far as child and family agree. */
export const ActionFacts = z.strictObject({ child, action: AgreedAction });
export type ActionFacts = z.infer<typeof ActionFacts>;
