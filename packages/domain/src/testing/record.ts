import { localDate } from "../kernel/local-date.ts";
import type { AnotherAssessmentFacts, ArrivalFacts, LevelChangeFacts, RecordDutiesFacts } from "../record/model.ts";

/** A specialist assessment of Zara, of whom there is none yet. */
export const assessmentBesideFacts = (of: Partial<AnotherAssessmentFacts> = {}): AnotherAssessmentFacts => ({
  child: { id: "zara" },
  kind: "specialist",
  existing: [],
  reasonGiven: false,
  ...of,
});

/** A change of level that says all it has to. */
export const levelChangeFacts = (of: Partial<LevelChangeFacts> = {}): LevelChangeFacts => ({
  child: { id: "zara" },
  saysAssessment: true,
  saysLead: true,
  saysConsent: true,
  ...of,
});

/** A young person who arrives at 16:00 on 20 November 2026, with the assessment complete at 15:40. */
export const arrivalFacts = (of: Partial<ArrivalFacts> = {}): ArrivalFacts => ({
  child: { id: "kai" },
  arrivedAt: "2026-11-20T16:00:00.000Z",
  finishedAt: "2026-11-20T15:40:00.000Z",
  departureRecorded: false,
  ...of,
});

/** A record of which everybody was told everything. */
export const recordDutiesFacts = (of: Partial<RecordDutiesFacts> = {}): RecordDutiesFacts => ({
  child: { id: "zara" },
  lead: "fay",
  problems: [],
  leadChange: "none",
  ...of,
});

export const aProblem = (of: Partial<RecordDutiesFacts["problems"][number]> = {}) => ({
  id: "exclusion",
  recordedOn: localDate("2026-12-03"),
  saysWhatWasDone: true,
  leadToldOn: "none" as const,
  ...of,
});
