import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  AgeLimitFacts,
  CloseAfterMoveFacts,
  CrossBorderFacts,
  GoverningFacts,
  KeyPoint,
  Transfer,
  TransitionFacts,
  TransitionReviewFacts,
} from "../transition/model.ts";

const plan = { id: "plan-1" };

/** The start of secondary school on 1 September 2027, of which nothing is planned yet. */
export const aKeyPoint = (of: Partial<KeyPoint> = {}): KeyPoint => ({
  id: "secondary",
  kind: "primary-to-secondary",
  on: localDate("2027-09-01"),
  additionalSupport: false,
  openedOn: "none",
  supportWritten: false,
  receiving: { is: "nobody-yet" },
  lastDayBefore: localDate("2027-07-21"),
  outgoingNotes: 1,
  adultOption: "none",
  reviewedOn: "none",
  ...of,
});

/** Somebody of fifteen with no key point ahead. */
export const transitionFacts = (of: Partial<TransitionFacts> = {}): TransitionFacts => ({
  child: { id: "child-1", bornOn: localDate("2011-05-03") },
  plan,
  lead: "fay",
  keyPoints: [],
  entitlementTalk: "none",
  adultMeetings: [],
  readinessGaps: [],
  ...of,
});

export const transitionReviewFacts = (of: Partial<TransitionReviewFacts> = {}): TransitionReviewFacts => ({
  child: { id: "child-1", bornOn: localDate("2009-12-02") },
  plan,
  reviewOn: localDate("2027-01-20"),
  keyPoints: [],
  readinessFilled: true,
  gapsWithoutAction: 0,
  ...of,
});

export const ageLimitFacts = (bornOn: string, on: string, bases: AgeLimitFacts["bases"] = []): AgeLimitFacts => ({
  child: { id: "child-1", bornOn: localDate(bornOn) },
  plan,
  on: localDate(on),
  bases,
});

/** A child who lives in the area that asks. */
export const governingFacts = (of: Partial<GoverningFacts> = {}): GoverningFacts => ({
  child: { id: "child-1" },
  area: "wigan",
  livesIn: "wigan",
  responsibleAuthority: "none",
  move: "none",
  ...of,
});

/** Nothing sent, nobody found. */
export const aTransfer = (of: Partial<Transfer> = {}): Transfer => ({
  receiver: "none",
  sentOn: "none",
  acceptedOn: "none",
  attempts: [],
  everyAttemptLogged: false,
  ...of,
});

export const aMove = (
  of: Partial<Exclude<CrossBorderFacts["move"], string>> = {},
): Exclude<CrossBorderFacts["move"], string> => ({
  on: localDate("2026-08-03"),
  from: "here",
  to: "there",
  acceptedOn: "none",
  sharingSettledOn: localDate("2026-08-03"),
  leadTransfer: aTransfer(),
  namedPersonTransfer: aTransfer(),
  recordReceivedOn: "none",
  reviewedOn: "none",
  ...of,
});

export const crossBorderFacts = (of: Partial<CrossBorderFacts> = {}): CrossBorderFacts => ({
  child: { id: "child-1" },
  plan,
  area: "here",
  livesIn: "here",
  lead: { id: "fay", area: "here" },
  noAgreedLeadSince: "none",
  escalatedOn: "none",
  move: "none",
  stay: "none",
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

export const closeAfterMoveFacts = (of: Partial<CloseAfterMoveFacts> = {}): CloseAfterMoveFacts => ({
  child: { id: "child-1" },
  plan,
  movedOn: localDate("2026-08-03"),
  leadTransfer: aTransfer(),
  namedPersonTransfer: aTransfer(),
  ...of,
});
