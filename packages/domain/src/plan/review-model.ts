import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Part } from "../meeting/model.ts";
import { Agency, Statuses } from "../people/model.ts";
import { planReaches } from "../vocabulary/plan-kinds.ts";
import { levelsOfNeed } from "../vocabulary/plans.ts";
import { changesThatCallForReview, effectiveness, involvementAnswers, reviewResults } from "../vocabulary/reviews.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref, reach: z.enum(codesOf(planReaches)) });

/** What the days of reviews are counted from: agreement, the last review, each status and its own reviews. */
const counted = {
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  plan,
  agreedOn: DoneOn,
  lastReviewedOn: DoneOn,
  /** Reviews that the law asks for, each held for a status. */
  statutoryReviews: recorded(list(z.strictObject({ statusId: Ref, heldOn: LocalDateSchema }))),
  calendar: WorkingDays,
};

/** Facts for "May the plan stand with this review date?" */
export const ReviewPointFacts = z.strictObject({
  ...counted,
  reviewOn: day,
  /** Whether the plan also names what brings the review forward. */
  hasTrigger: recorded(z.boolean()),
  managersReasonGiven: z.boolean(),
  /** What the agencies settled on how the plan is watched over: who leads that, and how often it is reviewed. */
  agreement: orNone(
    z.strictObject({ on: LocalDateSchema, leadAgency: orNone(Agency), everyDays: orNone(z.int().min(1)) }),
  ),
});
export type ReviewPointFacts = z.infer<typeof ReviewPointFacts>;

/** Facts for "When is this plan reviewed, and who sees to it?" */
export const ReviewDueFacts = z.strictObject({
  ...counted,
  lead: orNone(Ref),
  leadsManager: orNone(Ref),
  reviewOn: day,
  /** What happened since that asks for a review before its day. */
  changes: list(
    z.strictObject({
      id: Ref,
      kind: z.enum(codesOf(changesThatCallForReview)),
      on: LocalDateSchema,
      reviewedOn: DoneOn,
    }),
  ),
  /** A training plan after custody: the day of the transfer to the community, and its review. */
  training: orNone(z.strictObject({ transferredOn: LocalDateSchema, reviewedOn: DoneOn, officer: orNone(Ref) })),
});
export type ReviewDueFacts = z.infer<typeof ReviewDueFacts>;

/** Facts for "What is still to come in for this review?" */
export const ReviewPreparationFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  plan,
  reviewOn: LocalDateSchema,
  isAtMeeting: recorded(z.boolean()),
  lead: orNone(Ref),
  contributors: list(
    z.strictObject({ id: Ref, agency: Agency, manager: orNone(Ref), askedOn: DoneOn, dueOn: day, arrivedOn: DoneOn }),
  ),
  calendar: WorkingDays,
});
export type ReviewPreparationFacts = z.infer<typeof ReviewPreparationFacts>;

/** Facts for "Have the materials of this review gone to everybody?" */
export const ReviewMaterialsFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  plan,
  reviewOn: LocalDateSchema,
  recipients: recorded(
    list(
      z.strictObject({
        id: Ref,
        as: z.enum(["child", "family", "practitioner"]),
        sentOn: DoneOn,
        /** Whether it is written down why this person gets none. */
        reasonGiven: z.boolean(),
      }),
    ),
  ),
  calendar: WorkingDays,
});
export type ReviewMaterialsFacts = z.infer<typeof ReviewMaterialsFacts>;

const level = z.enum(codesOf(levelsOfNeed));

/** Facts for "May this review be closed?" */
export const ReviewClosingFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  plan,
  heldOn: LocalDateSchema,
  result: orNone(z.enum(codesOf(reviewResults))),
  effectiveness: orNone(z.enum(codesOf(effectiveness))),
  nextOn: day,
  /** Whether the lead is still the right one, with the reason, and the handover that a "no" opens. */
  isLeadStillRight: recorded(z.boolean()),
  leadReasonGiven: z.boolean(),
  handoverOpenedOn: DoneOn,
  /** Each agency of the plan, and what it says of its own involvement. */
  agencies: recorded(
    list(
      z.strictObject({
        agency: Agency,
        hasOpenAction: recorded(z.boolean()),
        answer: orNone(z.enum(codesOf(involvementAnswers))),
      }),
    ),
  ),
  level: recorded(z.strictObject({ before: level, after: level })),
  /** Whether it was asked anew who must or may lead, and whether a lead is needed, at the new level. */
  askedAnewWhoLeads: recorded(z.boolean()),
  childsPart: Part,
  familysPart: Part,
});
export type ReviewClosingFacts = z.infer<typeof ReviewClosingFacts>;
