import type { Outcome, StageKind } from "../kernel/ladder.ts";
import type { Term } from "./term.ts";

/** What a stage of an ordered process is called on the screen. */
export const stageKinds = {
  views: { label: "Views" },
  discussion: { label: "Discussion" },
  meeting: { label: "Meeting" },
  consultation: { label: "Consultation" },
  acceptance: { label: "Acceptance" },
  agreement: { label: "Agreement" },
  notice: { label: "Telling people" },
  referral: { label: "Referral" },
  decision: { label: "Decision" },
  appeal: { label: "Appeal" },
} as const satisfies Readonly<Record<StageKind, Term>>;

/** What came out of a stage. */
export const stageOutcomes = {
  done: { label: "Done" },
  agreed: { label: "Agreed" },
  "not-agreed": { label: "Not agreed" },
  declined: { label: "Declined" },
  "not-possible": { label: "Not possible" },
} as const satisfies Readonly<Record<Outcome, Term>>;

/** What may be recorded of each kind of stage. "Not possible" is offered besides where the rulebook lets a reason stand in. */
export const outcomesOfStage: Readonly<Record<StageKind, readonly Outcome[]>> = {
  views: ["done"],
  discussion: ["agreed", "not-agreed"],
  meeting: ["agreed", "not-agreed"],
  consultation: ["done"],
  acceptance: ["agreed", "declined"],
  agreement: ["agreed", "declined"],
  notice: ["done"],
  referral: ["done"],
  decision: ["agreed", "not-agreed"],
  appeal: ["agreed", "not-agreed"],
};
