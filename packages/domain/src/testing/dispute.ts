import type {
  DaysOpenFacts,
  DisputeDutiesFacts,
  LateActionFacts,
  MayFacts,
  RaiseFacts,
  SanctionFacts,
  WayFacts,
} from "../dispute/model.ts";
import { type LocalDate, localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";

const england = workingCalendar("england-and-wales");

/** A practitioner raises who should lead: health and youth justice differ. */
export const raiseFacts = (of: Partial<RaiseFacts> = {}): RaiseFacts => ({
  plan: { id: "plan-1" },
  kind: "who-leads",
  by: { id: "amina", role: "practitioner", agency: "health" },
  agencies: ["health", "youth-justice"],
  action: "none",
  discussed: "none",
  meetingUnsafeReason: false,
  attempts: 1,
  inWords: true,
  failureOrInability: "none",
  lastUpdateOn: "none",
  putTo: "none",
  decidedOn: "none",
  hasNewFacts: false,
  ...of,
});

/** Raised on Wednesday 25 November 2026 between two managers, each told that day; nothing recorded yet. */
export const wayFacts = (of: Partial<WayFacts> = {}): WayFacts => ({
  dispute: { id: "dispute-1", kind: "who-leads", raisedOn: localDate("2026-11-25") },
  managers: [
    { id: "helen", agency: "health", toldOn: localDate("2026-11-25") },
    { id: "gary", agency: "youth-justice", toldOn: localDate("2026-11-25") },
  ],
  otherAgencyAffected: false,
  model: "lent",
  middleManagerLeads: false,
  impasseOn: "none",
  passedOn: "none",
  mediation: "none",
  referredOn: "none",
  papersAcceptedOn: "none",
  appeal: "none",
  entries: [],
  calendar: england,
  ...of,
});

/** A line manager holds it, nothing decided yet. */
export const mayFacts = (of: Partial<MayFacts> = {}): MayFacts => ({
  dispute: { id: "dispute-1", kind: "who-leads" },
  act: "own",
  by: { id: "gary", role: "line-manager", agency: "youth-justice" },
  level: "line-managers",
  decision: "none",
  finalDecisionOn: "none",
  exceptionalCircumstancesStated: false,
  lateAppealAccepted: false,
  reason: "none",
  tried: [],
  triedLocally: "not-recorded",
  seats: [],
  calendar: england,
  ...of,
});

/** Raised on Wednesday 25 November 2026, open, with two managers. */
export const disputeDutiesFacts = (of: Partial<DisputeDutiesFacts> = {}): DisputeDutiesFacts => ({
  dispute: { id: "dispute-1", kind: "will-not-deliver", raisedOn: localDate("2026-11-25") },
  managers: wayFacts().managers,
  raisersManager: "helen",
  otherManagerContactedOn: "none",
  isSettled: false,
  impasseOn: "none",
  referredOn: "none",
  decision: "none",
  closedOn: "none",
  hears: [],
  contacts: [],
  calendar: england,
  ...of,
});

/** Housing's action, due on Friday 30 October 2026 and not done. */
export const lateActionFacts = (of: Partial<LateActionFacts> = {}): LateActionFacts => ({
  action: {
    id: "action-3",
    agency: "housing",
    owner: "joe",
    ownersManager: "rita",
    dueOn: localDate("2026-10-30"),
    doneOn: "none",
  },
  lead: "keir",
  reportedOn: "none",
  calendar: england,
  ...of,
});

export const daysOpenFacts = (raisedOn: LocalDate, closedOn: DaysOpenFacts["dispute"]["closedOn"]): DaysOpenFacts => ({
  dispute: { id: "dispute-1", raisedOn, closedOn },
  calendar: england,
});

/** Nine thousand pounds a year, inside the area. */
export const sanctionFacts = (of: Partial<SanctionFacts> = {}): SanctionFacts => ({
  action: { id: "action-3" },
  poundsAYear: 9_000,
  placementOutside: false,
  sanctionedOn: "none",
  ...of,
});
