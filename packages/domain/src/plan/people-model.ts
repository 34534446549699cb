import { z } from "zod";
import { DoneOn, during, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref });
const child = z.strictObject({ id: Ref });

/** Facts for "May this Family Plan be active?" */
export const FamilyPlanFacts = z.strictObject({
  plan,
  /** Everybody the plan is for. */
  people: recorded(list(z.strictObject({ id: Ref, as: z.enum(["child", "adult"]) }))),
  /** Whom the plan's parts are about. */
  sections: recorded(list(Ref)),
  /** Those who lead it today: there should be one. */
  leads: recorded(list(Ref)),
  /** With whom the lead works in the post they hold. */
  leadWorksWith: recorded(z.enum(["all-ages", "one-age-range", "adults-only"])),
  deputy: orNone(Ref),
  subPlans: list(
    z.strictObject({ id: Ref, person: Ref, manager: orNone(Ref), managerIsOnTheTeam: recorded(z.boolean()) }),
  ),
});
export type FamilyPlanFacts = z.infer<typeof FamilyPlanFacts>;

/** Facts for "May this person lead the single-agency plan?" */
export const SingleAgencyFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, agency: Agency }),
  child,
  namedPerson: orNone(Ref),
  leader: orNone(z.strictObject({ id: Ref, agency: Agency })),
  /** Whether it is written down why somebody other than the named person leads. */
  reasonGiven: z.boolean(),
  /** The agencies that own its actions. */
  actionAgencies: recorded(list(Agency)),
});
export type SingleAgencyFacts = z.infer<typeof SingleAgencyFacts>;

/** As what somebody changes a plan. */
export const planHands = [
  "lead-professional",
  "contributor",
  "sub-plan-manager",
  "child",
  "family",
  "services-manager",
  "other",
] as const;

/** What somebody does to a plan. */
export const planChanges = [
  "amend",
  "draft",
  "approve-draft",
  "change-earlier-version",
  "change-sub-plan",
  "update-action",
  "end-action",
  "move-action",
  "add-views",
] as const;

/** Facts for "May this person make this change to the plan?" */
export const AmendFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, agreedOn: DoneOn }),
  child,
  by: z.strictObject({ id: Ref, as: z.enum(planHands) }),
  change: z.enum(planChanges),
  action: orNone(z.strictObject({ id: Ref, owner: orNone(Ref) })),
  subPlan: orNone(z.strictObject({ id: Ref, manager: orNone(Ref) })),
  /** Whether it is done only because somebody became lead. */
  becauseOfNewLead: z.boolean(),
  /** The day the next owner of an action said yes to it. */
  nextOwnerAcceptedOn: DoneOn,
  /** Whether it is written down what changed and why. */
  reasonGiven: z.boolean(),
  /** Who agreed to the change, each with the day. */
  agreed: recorded(list(z.strictObject({ id: Ref, on: LocalDateSchema }))),
});
export type AmendFacts = z.infer<typeof AmendFacts>;

/** Facts for "Whose is this action, and who supports it?" */
export const ActionOwnerFacts = z.strictObject({
  plan,
  child,
  action: z.strictObject({ id: Ref }),
  owner: orNone(
    z.strictObject({
      id: Ref,
      as: z.enum(["practitioner", "lead-professional", "named-person", "child", "parent-or-carer"]),
    }),
  ),
  /** What the owner said to it, and the day a query was settled. */
  word: orNone(z.strictObject({ says: z.enum(["accepts", "queries"]), on: LocalDateSchema, settledOn: DoneOn })),
  /** Those who help the owner to do it. */
  supporters: recorded(list(Ref)),
  /** The day somebody became lead of the plan. */
  newLeadOn: day,
  /** The plan set by law that this one is kept in, and who holds it. */
  planOfRecord: orNone(z.strictObject({ id: Ref, holder: orNone(Ref) })),
  /** The establishment's case manager and the supervising officer, where a young person is in custody. */
  custody: orNone(z.strictObject({ caseManager: orNone(Ref), supervisingOfficer: orNone(Ref) })),
});
export type ActionOwnerFacts = z.infer<typeof ActionOwnerFacts>;

/** Facts for "Who hears of this update?" */
export const HearsFacts = z.strictObject({
  plan,
  update: z.strictObject({ id: Ref, on: LocalDateSchema, by: Ref, subPlan: orNone(Ref) }),
  /** Who leads the plan; of a Family Plan, who leads the whole of it. */
  lead: orNone(Ref),
  /** Who acts in the lead's place, for the days of it. */
  deputy: orNone(inOrder(z.strictObject({ id: Ref, ...during }))),
});
export type HearsFacts = z.infer<typeof HearsFacts>;

/** Facts for "May a specialist be asked for advice?" */
export const AdviceFacts = z.strictObject({
  plan,
  child,
  specialist: z.strictObject({ id: Ref }),
  /** Whether nothing in the question shows who the child is. */
  isAnonymous: recorded(z.boolean()),
  consent: orNone(z.enum(["given", "refused"])),
});
export type AdviceFacts = z.infer<typeof AdviceFacts>;

/** Facts for "May this reader see this message of the core group?" */
export const MessageFacts = z.strictObject({
  plan,
  reader: z.strictObject({
    id: Ref,
    as: z.enum(["core-group-member", "lead-professional", "child", "family", "other"]),
  }),
  /** Whether it is meant for the child or the family as well as for the group. */
  meantFor: recorded(list(z.enum(["child", "family"]))),
});
export type MessageFacts = z.infer<typeof MessageFacts>;
