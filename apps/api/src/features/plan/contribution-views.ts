import { z } from "zod";
import { ControlView, PersonView, TermView } from "../../views.ts";

/** The plans a light account was asked to contribute to: of each child a name as far as the plan lets it be said. */
export const OwnContributionsView = z.object({
  plans: z.array(
    z.object({ contributorId: z.string(), child: z.string(), invitedBy: z.string(), invitedAt: z.string() }),
  ),
});
export type OwnContributionsView = z.infer<typeof OwnContributionsView>;

/** All that a contributor reads of one child's plan, and what they sent to it. */
export const PlanSummaryView = z.object({
  contributorId: z.string(),
  child: z.string(),
  kind: TermView,
  invitedBy: z.string(),
  invitedAt: z.string(),
  contact: z
    .object({
      name: z.string(),
      as: TermView,
      agency: z.string(),
      phone: z.string().optional(),
      email: z.string().optional(),
    })
    .optional(),
  outcomes: z.array(z.string()),
  actions: z.array(
    z.object({
      actionId: z.string(),
      what: z.string(),
      outcome: z.string().optional(),
      who: z.string(),
      dueOn: z.string().optional(),
      state: TermView,
    }),
  ),
  /** The newest fifty of their own, newest first. */
  sent: z.array(z.object({ contributionId: z.string(), words: z.string(), at: z.string() })),
});
export type PlanSummaryView = z.infer<typeof PlanSummaryView>;

/** Who contributes to a plan by a limited link, what they sent, and who else on it has a light account. */
export const ContributionsOfPlanView = z.object({
  contributors: z.array(
    z.object({
      contributorId: z.string(),
      childId: z.string(),
      who: PersonView,
      invitedBy: z.string(),
      invitedAt: z.string(),
    }),
  ),
  /** On the plan with a light account, with whom it is shared about this child, and not asked about them yet. */
  invitable: z.array(z.object({ childId: z.string(), planPractitionerId: z.string(), who: PersonView })),
  /** The newest fifty, newest first. */
  updates: z.array(
    z.object({
      contributionId: z.string(),
      childId: z.string(),
      by: z.string(),
      at: z.string(),
      words: z.string(),
    }),
  ),
  may: z.object({ invite: ControlView }),
});
export type ContributionsOfPlanView = z.infer<typeof ContributionsOfPlanView>;
