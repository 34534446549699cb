import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  ChangeFacts,
  EndingFacts,
  HandoverFacts,
  ReopeningFacts,
  StepDownFacts,
} from "../lead-professional/ending-model.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };

/** Ms Keir hands to Nan Sim with everything done: accepted, told, introduced, written down. */
export const handoverFacts = (of: Partial<HandoverFacts> = {}): HandoverFacts => ({
  child,
  plan,
  outgoing: { id: "keir", isNamedPerson: false },
  incoming: { id: "sim", isNamedPerson: true },
  isByLaw: false,
  effectiveOn: localDate("2027-01-18"),
  reason: "risk-reduced",
  reasonHasWords: false,
  acceptedOn: localDate("2027-01-08"),
  familyToldOn: localDate("2027-01-11"),
  passedOnInWriting: true,
  introducedOn: localDate("2027-01-13"),
  noIntroductionReasonGiven: false,
  familysWords: true,
  ...of,
});

/** Nothing has changed around the lead. */
export const changeFacts = (of: Partial<ChangeFacts> = {}): ChangeFacts => ({
  child,
  plan,
  lead: "fay",
  nextMeetingOn: "none",
  joined: [],
  proposals: [],
  levelChange: "none",
  specialistServices: [],
  keyPoint: "none",
  trustedPerson: "none",
  notices: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** A transfer nobody has opened yet, to which the school is invited. */
export const stepDownFacts = (of: Partial<StepDownFacts> = {}): StepDownFacts => ({
  child,
  plan,
  lead: "sw",
  decided: "not-recorded",
  othersInvited: true,
  entries: [],
  ...of,
});

/** A plan of several agencies that ends on 25 September with everything settled. */
export const endingFacts = (of: Partial<EndingFacts> = {}): EndingFacts => ({
  child,
  plan,
  ends: "plan",
  on: localDate("2026-09-25"),
  because: "no-longer-needed",
  isStillNeeded: false,
  successor: "none",
  openSteps: [],
  specialistServices: [],
  namedPerson: { id: "head", toldOn: localDate("2026-09-21"), confirmedOn: localDate("2026-09-23") },
  childToldOn: localDate("2026-09-07"),
  familyToldOn: localDate("2026-09-07"),
  agencies: [{ agency: "health", lastDay: localDate("2026-09-25") }],
  openActions: 0,
  remainingHelp: "none",
  contactAfterwards: "shaw",
  outcomesRecorded: true,
  familysViewRecorded: true,
  ...of,
});

export const reopeningFacts = (of: Partial<ReopeningFacts> = {}): ReopeningFacts => ({
  child,
  plan,
  endedOn: localDate("2026-09-25"),
  isLinkedToEarlier: true,
  ...of,
});
