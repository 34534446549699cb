import { vocabulary } from "./term.ts";

/** What a review of a plan may come to. Each rulebook has its own few of these. */
export const reviewResults = vocabulary({
  continue: { label: "Go on as it is" },
  change: { label: "Go on, changed" },
  end: { label: "End the plan" },
  "go-multi-agency": { label: "Become a multi-agency plan" },
  "change-lead": { label: "Go on with another lead" },
  "step-up": { label: "Step up to specialist help" },
  "step-down": { label: "Step down" },
  close: { label: "Close the case" },
});
export type ReviewResult = keyof typeof reviewResults;

export const effectiveness = vocabulary({
  effective: { label: "Effective" },
  "partly-effective": { label: "Partly effective" },
  "not-effective": { label: "Not effective" },
});

/** What an agency with an open action says at a joint review of its own involvement. */
export const involvementAnswers = vocabulary({
  stays: { label: "Stays" },
  changes: { label: "Changes" },
  ends: { label: "Ends" },
});

/** What happened that asks for a review before its day. */
export const changesThatCallForReview = vocabulary({
  "stated-trigger": { label: "What the plan itself named as a trigger" },
  "change-of-placement": { label: "The child moved to another placement" },
  "change-of-legal-status": { label: "A legal status began or ended" },
  "change-of-risk": { label: "The child's safety is seen otherwise" },
  "asked-by-family": { label: "The child or family asked for it" },
});
