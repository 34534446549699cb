import type { Force, Strength } from "../kernel/clause.ts";
import type { Tier } from "../kernel/designation.ts";
import type { StageState } from "../kernel/ladder.ts";
import type { Shape } from "../kernel/question.ts";
import type { Need } from "../kernel/rule.ts";
import type { AnswerLabel } from "./answers.ts";
import type { Term } from "./term.ts";

/** The five shapes of answer, each as the question it answers. */
export const shapes = {
  gate: { label: "May this happen?" },
  designation: { label: "Who, or which?" },
  duty: { label: "Who must do what, by when?" },
  ladder: { label: "Which steps, in which order?" },
  measure: { label: "How much?" },
} as const satisfies Readonly<Record<Shape, Term>>;

/** Where a clause puts a person, post or agency. */
export const tierLabels = {
  must: { label: "Must" },
  expected: { label: "Expected" },
  suggested: { label: "Suggested" },
  may: { label: "May" },
  barred: { label: "May not" },
  "not-needed": { label: "Not needed" },
  unknown: { label: "Something is not recorded" },
} as const satisfies Readonly<Record<Tier | "barred" | "not-needed" | "unknown", Term>>;

/** How much a clause weighs. */
export const strengthLabels = {
  law: { label: "Law" },
  "statutory guidance": { label: "Statutory guidance" },
  "national standard": { label: "National standard" },
  "good practice": { label: "Good practice" },
  "local procedure": { label: "Local procedure" },
  ours: { label: "Our own default", meaning: "No document says so. An area may change it." },
} as const satisfies Readonly<Record<Strength, Term>>;

/** What a clause's own verb asks. */
export const forceLabels = {
  must: { label: "Must" },
  should: { label: "Should" },
  may: { label: "May" },
} as const satisfies Readonly<Record<Force, Term>>;

/** What a finding still asks for. */
export const needLabels = {
  reason: { label: "A reason" },
  evidence: { label: "Evidence" },
  approval: { label: "Approval" },
  agreement: { label: "Agreement" },
} as const satisfies Readonly<Record<Need["what"], Term>>;

/** Where a stage of an ordered process stands. */
export const stageStates: Readonly<Record<StageState, AnswerLabel>> = {
  through: { label: "Done", tone: "good" },
  next: { label: "Next", tone: "caution" },
  later: { label: "Later", tone: "neutral" },
  stopped: { label: "Stopped", tone: "stop" },
};
