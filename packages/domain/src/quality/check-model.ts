import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Statuses } from "../people/model.ts";

/** Facts for "May this check be closed?" A check of quality, an audit or a review of how things are done. */
export const CheckFacts = z.strictObject({
  id: Ref,
  area: Ref,
  kind: z.enum(["check", "audit", "review"]),
  /** The records looked at; of each whether the child was involved appropriately, and who follows it up where not. */
  records: recorded(
    list(z.strictObject({ id: Ref, childInvolved: recorded(z.boolean()), followUpOwner: orNone(Ref) })),
  ),
  findings: recorded(
    list(
      z.strictObject({
        id: Ref,
        owner: orNone(Ref),
        dueOn: orNone(LocalDateSchema),
        /** Whether the lead professional whose case it is was told, and answered. */
        toldLeadOn: DoneOn,
      }),
    ),
  ),
});
export type CheckFacts = z.infer<typeof CheckFacts>;

/** Facts for "Does this plan of early intervention pass?" */
export const EarlyPlanFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  owner: Ref,
  outcomes: recorded(Count),
});
export type EarlyPlanFacts = z.infer<typeof EarlyPlanFacts>;

/** Facts for "May this be kept as something learnt?" */
export const LearningFacts = z.strictObject({
  area: Ref,
  from: z.enum(["issue", "dispute", "good-solution"]),
  solutionTried: recorded(z.boolean()),
  resultGiven: recorded(z.boolean()),
  /** How many names and other details of a family somebody found in the text; "not-recorded" while nobody looked. */
  familyDetails: recorded(Count),
});
export type LearningFacts = z.infer<typeof LearningFacts>;

/** Facts for "May this figure be shown?" A cell of a table of people. */
export const CellFacts = z.strictObject({
  area: Ref,
  of: z.enum(["needs", "equality"]),
  people: recorded(Count),
  use: z.enum(["in-a-report", "on-a-case"]),
});
export type CellFacts = z.infer<typeof CellFacts>;

/** Facts for "Is a review officer named for this plan?" */
export const ReviewOfficerFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  statuses: Statuses,
  reviewOfficer: orNone(Ref),
});
export type ReviewOfficerFacts = z.infer<typeof ReviewOfficerFacts>;
