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

const outcomesOfKind: Readonly<Record<StageKind, readonly Outcome[]>> = {
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

/** What may be recorded of a stage. "Not possible" is offered where the rulebook lets a reason stand in its place. */
export const outcomesFor = (stage: {
  readonly kind: StageKind;
  readonly decides: boolean;
  readonly mayBeLeftOut: boolean;
}): readonly Outcome[] => [
  ...(stage.kind === "consultation" && stage.decides
    ? (["agreed", "not-agreed"] as const)
    : outcomesOfKind[stage.kind]),
  ...(stage.mayBeLeftOut ? (["not-possible"] as const) : []),
];
