import { z } from "zod";
import { DoneOn, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** Facts for "What does the annual review at school bring?" */
export const AnnualReviewFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  yearGroup: recorded(z.int().min(-2).max(14)),
  reviewOn: LocalDateSchema,
  adviserInvitedOn: DoneOn,
  transitionPlanOn: DoneOn,
  /** Whose post co-ordinates the delivery of the plan. */
  planCoordinator: orNone(z.enum(["personal-adviser", "senco", "other"])),
});
export type AnnualReviewFacts = z.infer<typeof AnnualReviewFacts>;
