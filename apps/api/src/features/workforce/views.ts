import { z } from "zod";
import { ColleagueView, ControlView, PersonView } from "../../views.ts";
import { DecisionView } from "../record/views.ts";

export const StandingFactView = z.object({
  kind: z.string(),
  label: z.string(),
  /** What is recorded, in the shape of its kind; left out where nothing is. */
  fact: z.record(z.string(), z.unknown()).optional(),
  inWords: z.string(),
  recordedBy: PersonView.optional(),
  recordedAt: z.string().optional(),
});

export const StandingView = ColleagueView.extend({
  facts: z.array(StandingFactView),
  /** "May this practitioner be offered training for the role?" */
  training: DecisionView,
  exceptions: z.array(
    z.object({
      exceptionId: z.string(),
      planId: z.string(),
      reason: z.string(),
      planToReplace: z.string(),
      from: z.string(),
      lastDay: z.string(),
      approvedBy: PersonView,
    }),
  ),
  /** People who can be named as mentor: leads on record in the same area. */
  may: z.object({ record: ControlView, approveException: ControlView }),
});

export const ExceptionView = z.object({ exceptionId: z.string() });
