import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  ReviewClosingFacts,
  ReviewDueFacts,
  ReviewMaterialsFacts,
  ReviewPointFacts,
  ReviewPreparationFacts,
} from "../plan/review-model.ts";

const child = { id: "child-1", statuses: [] };
const plan = { id: "plan-1", reach: "multi-agency" } as const;
const calendar = workingCalendar("scotland");

/** A multi-agency plan that is being agreed, with a review date and nothing set by law. */
export const reviewPointFacts = (of: Partial<ReviewPointFacts> = {}): ReviewPointFacts => ({
  child,
  plan,
  agreedOn: "none",
  lastReviewedOn: "none",
  statutoryReviews: [],
  reviewOn: localDate("2026-12-18"),
  hasTrigger: false,
  managersReasonGiven: false,
  agreement: "none",
  calendar,
  ...of,
});

/** A plan agreed on 24 November 2026, whose review is set for 12 January 2027. */
export const reviewDueFacts = (of: Partial<ReviewDueFacts> = {}): ReviewDueFacts => ({
  child,
  plan,
  agreedOn: localDate("2026-11-24"),
  lastReviewedOn: "none",
  statutoryReviews: [],
  lead: "fay",
  leadsManager: "carl",
  reviewOn: localDate("2027-01-12"),
  changes: [],
  training: "none",
  calendar,
  ...of,
});

/** Somebody's part of a review, asked for and come. */
export const aContributor = (
  id: string,
  of: Partial<ReviewPreparationFacts["contributors"][number]> = {},
): ReviewPreparationFacts["contributors"][number] => ({
  id,
  agency: "education",
  manager: "laing",
  askedOn: localDate("2026-08-11"),
  dueOn: localDate("2026-08-21"),
  arrivedOn: localDate("2026-08-20"),
  ...of,
});

/** A review meeting of 1 September 2026. */
export const reviewPreparationFacts = (of: Partial<ReviewPreparationFacts> = {}): ReviewPreparationFacts => ({
  child: { id: child.id },
  plan,
  reviewOn: localDate("2026-09-01"),
  isAtMeeting: true,
  lead: "shaw",
  contributors: [],
  calendar,
  ...of,
});

type Recipient = Exclude<ReviewMaterialsFacts["recipients"], string>[number];

/** Somebody who gets the materials, sent on 24 August 2026. */
export const aRecipient = (id: string, as: Recipient["as"], of: Partial<Recipient> = {}): Recipient => ({
  id,
  as,
  sentOn: localDate("2026-08-24"),
  reasonGiven: false,
  ...of,
});

/** Materials of that meeting, sent to Lewis, his mother and a practitioner. */
export const reviewMaterialsFacts = (of: Partial<ReviewMaterialsFacts> = {}): ReviewMaterialsFacts => ({
  child: { id: child.id },
  plan,
  reviewOn: localDate("2026-09-01"),
  recipients: [aRecipient("lewis", "child"), aRecipient("mother", "family"), aRecipient("orr", "practitioner")],
  calendar,
  ...of,
});

/** A review of 30 November 2026 with nothing left open. */
export const reviewClosingFacts = (of: Partial<ReviewClosingFacts> = {}): ReviewClosingFacts => ({
  child: { id: child.id },
  plan,
  heldOn: localDate("2026-11-30"),
  result: "continue",
  effectiveness: "none",
  nextOn: localDate("2027-01-15"),
  isLeadStillRight: true,
  leadReasonGiven: true,
  handoverOpenedOn: "none",
  agencies: [{ agency: "health", hasOpenAction: true, answer: "stays" }],
  level: { before: "integrated", after: "integrated" },
  askedAnewWhoLeads: "not-recorded",
  childsPart: "present",
  familysPart: "present",
  ...of,
});
