import type {
  AdditionalNeed,
  AssessmentDutiesFacts,
  BasisOfPlanFacts,
  CompleteFacts,
  PathwayFacts,
  ResourceFacts,
} from "../assessment/model.ts";
import type { SpecialistFacts } from "../assessment/specialist-model.ts";
import { localDate } from "../kernel/local-date.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };

/** A need about attendance, for a limited time. */
export const anAdditionalNeed = (id: string, of: Partial<AdditionalNeed> = {}): AdditionalNeed => ({
  id,
  category: "attendance",
  outcomes: ["enjoy-and-achieve"],
  lasts: "limited-period",
  ...of,
});

/** Complete by every book: one need, three parts, all indicators. */
export const completeFacts = (of: Partial<CompleteFacts> = {}): CompleteFacts => ({
  child,
  assessment: { id: "assessment-1" },
  needs: [anAdditionalNeed("a")],
  parts: ["strengths", "needs", "worries"],
  indicators: (
    ["safe", "healthy", "achieving", "nurtured", "active", "respected", "responsible", "included"] as const
  ).map((indicator) => ({ indicator, answer: "notes" })),
  ...of,
});

/** A plan of several agencies, about to be agreed with the family's words. */
export const basisOfPlanFacts = (of: Partial<BasisOfPlanFacts> = {}): BasisOfPlanFacts => ({
  child,
  plan: { id: "plan-1", reach: "multi-agency" },
  act: "agree",
  reviewed: "none",
  together: ["what-needs-to-change", "how", "what-sorted-looks-like"],
  outcomes: [{ id: "outcome-1", usesWordsOf: "sorted-1" }],
  ...of,
});

/** Nothing asked, nothing planned, and the main need as it was. */
export const assessmentDutiesFacts = (of: Partial<AssessmentDutiesFacts> = {}): AssessmentDutiesFacts => ({
  child,
  plan,
  requests: [],
  help: [],
  mainNeed: "none",
  ...of,
});

/** A child of six without a specialist assessment. */
export const specialistFacts = (of: Partial<SpecialistFacts> = {}): SpecialistFacts => ({
  child: { id: "child-1", bornOn: localDate("2020-05-01") },
  plan,
  inNeed: "none",
  needsAreComplex: false,
  keyWorker: "none",
  ...of,
});

export const pathwayFacts = (of: Partial<PathwayFacts> = {}): PathwayFacts => ({
  child,
  noticedOn: localDate("2026-11-02"),
  integratedResponse: "not-recorded",
  entries: [],
  ...of,
});

/** Ten hours a week from 4 January to 26 March 2027, agreed. */
export const resourceFacts = (of: Partial<ResourceFacts["resource"]> = {}): ResourceFacts => ({
  child,
  resource: {
    id: "ten-hours",
    hasAmountOrKind: true,
    from: localDate("2027-01-04"),
    lastDay: localDate("2027-03-26"),
    agreedBy: "manager",
    renewedTo: "none",
    ...of,
  },
});
