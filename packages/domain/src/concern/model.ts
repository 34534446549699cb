import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** What may follow a concern. */
export const ConcernOutcome = z.enum(["nothing-more", "own-agency-help", "another-agency-needed"]);
export type ConcernOutcome = z.infer<typeof ConcernOutcome>;

/** Facts for "What is owed on this concern?" */
export const ConcernDutiesFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  reportedOn: LocalDateSchema,
  acknowledgedOn: DoneOn,
  answeredOn: DoneOn,
  calendar: WorkingDays,
});
export type ConcernDutiesFacts = z.infer<typeof ConcernDutiesFacts>;

const told = recorded(z.enum(["told", "reason-given", "none"]));
const view = recorded(z.enum(["given", "not-possible"]));

/** Facts for "May this concern be closed?" */
export const ConcernClosingFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  outcome: recorded(ConcernOutcome),
  /** Whether the help given is written down, the named other through whom it is arranged, or the answer that was all. */
  helpRecorded: z.boolean(),
  childTold: told,
  familyTold: told,
  childsView: view,
  familysView: view,
  /** Another agency is needed: whether the named person has talked with a manager (HIG-41). */
  managerConsulted: recorded(z.boolean()),
  /** What named person and manager decided when another agency is needed; "none" is a decision not made. */
  leadDecision: recorded(z.enum(["become-lead", "appoint-another", "none"])),
});
export type ConcernClosingFacts = z.infer<typeof ConcernClosingFacts>;

/** Facts for "May a safeguarding referral be made now?": whatever else is open about the child. */
export const ReferralFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  by: orNone(Ref),
  reasonGiven: z.boolean(),
  consent: orNone(z.enum(["given", "refused", "withdrawn"])),
  /** What is still open about the child and would hold up something else. */
  waitingFor: list(
    z.enum(["dispute", "lead-professional", "workload", "agreement", "signature", "approval", "assessment", "meeting"]),
  ),
});
export type ReferralFacts = z.infer<typeof ReferralFacts>;

/** Facts for "Who receives this worry?" */
export const WorryFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  worry: z.strictObject({
    id: Ref,
    on: LocalDateSchema,
    /** Who brings it: anybody may, and nobody needs to know who the named person is. */
    by: z.enum(["child", "parent-or-carer", "staff", "professional", "other"]),
    /** The adult whom the child chose to talk to. */
    chosenAdult: orNone(Ref),
    about: orNone(z.enum(["school", "home", "both"])),
  }),
  namedPerson: orNone(Ref),
  /** Earlier worries about the same child, whoever raised them. */
  earlier: list(z.strictObject({ id: Ref, on: LocalDateSchema })),
});
export type WorryFacts = z.infer<typeof WorryFacts>;

/** Facts for "Whom would the child rather talk to, and was that offered?" */
export const WishFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  /** Somebody who knows the child's background and culture. A blank means that nobody wished for anything. */
  wish: orNone(
    z.strictObject({
      on: LocalDateSchema,
      offeredOn: DoneOn,
      answer: orNone(z.enum(["yes", "no"])),
    }),
  ),
});
export type WishFacts = z.infer<typeof WishFacts>;
