import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { ChainFacts, DepartureFacts, PublishingFacts } from "../quality/accountability-model.ts";
import type { CheckFacts, LearningFacts } from "../quality/check-model.ts";
import type { CountFacts, ShareFacts } from "../quality/figures-model.ts";
import type { OrganisationFacts, ProcedureFacts, SignalsFacts } from "../quality/procedure-model.ts";
import type { MonitoringFacts, RiskStatementFacts, WatchingFacts } from "../quality/watching-model.ts";

/** An area asks to depart from a rule, with a reason and the director's approval of that day. */
export const departureFacts = (of: Partial<DepartureFacts> = {}): DepartureFacts => ({
  area: "northside",
  rule: "england.family-agreement",
  scope: "area",
  takes: "reason",
  askedBy: "area-admin",
  reasonGiven: true,
  approval: { id: "dcs", post: "director", on: localDate("2026-11-23") },
  startsOn: localDate("2026-11-23"),
  ...of,
});

/** A whole chain: Amina, Helen, the trust's board, the director. */
export const accountFacts = (of: Partial<ChainFacts> = {}): ChainFacts => ({
  practitioner: "amina",
  lineManager: "helen",
  accountableContact: "none",
  arrangement: "trust-board",
  director: "dcs",
  homeAgency: "health",
  lines: [
    { for: "own-work", manager: "helen", agency: "health" },
    { for: "leading", manager: "helen", agency: "health" },
  ],
  ...of,
});

/** Version 3, signed by all. */
export const publishingFacts = (of: Partial<PublishingFacts> = {}): PublishingFacts => ({
  area: "northside",
  version: 3,
  signatures: [
    { by: "director", on: localDate("2026-11-20") },
    { by: "lead-member", on: localDate("2026-11-20") },
    { by: "coordinator", on: localDate("2026-11-20") },
  ],
  partners: [],
  impactAssessed: true,
  ...of,
});

/** A procedure adopted on the first day of 2026; nothing else happened yet. */
export const procedureFacts = (of: Partial<ProcedureFacts> = {}): ProcedureFacts => ({
  area: "wigan",
  adoptedOn: localDate("2026-01-01"),
  reviews: [],
  lastEvaluatedOn: localDate("2026-11-20"),
  lastAuditedOn: localDate("2026-11-20"),
  author: "dev-anand",
  director: "dcs",
  changes: [],
  suggestions: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** An organisation that has done all it owes. */
export const organisationFacts = (of: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  of: { kind: "agency", id: "health-trust" },
  seniorManagers: [{ id: "kate-mold", from: localDate("2026-01-01") }],
  toldStaffOn: localDate("2026-11-24"),
  coordinator: "none",
  schoolGroups: [],
  ...of,
});

/** Nobody signalled anything. */
export const signalsFacts = (of: Partial<SignalsFacts> = {}): SignalsFacts => ({
  area: "northside",
  barriers: [],
  commitments: [],
  challenges: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** A check of one record, with nothing found. */
export const checkFacts = (of: Partial<CheckFacts> = {}): CheckFacts => ({
  id: "check-1",
  area: "inverness",
  kind: "check",
  records: [{ id: "record-1", childInvolved: true, followUpOwner: "none" }],
  findings: [],
  ...of,
});

/** A shared minibus, tried after a dispute about missed clinics. */
export const learningFacts = (of: Partial<LearningFacts> = {}): LearningFacts => ({
  area: "inverness",
  from: "dispute",
  solutionTried: true,
  resultGiven: true,
  familyDetails: 0,
  ...of,
});

/** Everything delivered, and the child slightly better. */
export const monitoringFacts = (of: Partial<MonitoringFacts> = {}): MonitoringFacts => ({
  child: { id: "eilidh" },
  delivered: { done: 6, of: 6 },
  situation: "slightly-better",
  ...of,
});

export const riskStatementFacts = (of: Partial<RiskStatementFacts> = {}): RiskStatementFacts => ({
  child: { id: "rory" },
  isEffective: true,
  isBetterOff: true,
  saysWhatWasDone: false,
  ...of,
});

/** Ms Keir leads Rory's plan since 5 October 2026, works with the family, and saw it that day; nothing is open. */
export const watchingFacts = (of: Partial<WatchingFacts> = {}): WatchingFacts => ({
  child: { id: "rory" },
  lead: "keir",
  manager: "area-manager",
  leadsSince: localDate("2026-10-05"),
  ownContactOn: localDate("2026-10-05"),
  worksDirectly: true,
  progressCheckedOn: "none",
  isAway: false,
  openRisk: "none",
  issues: [],
  custody: "none",
  ...of,
});

const november = { first: localDate("2026-11-01"), last: localDate("2026-11-30") };

/** So many rows that count, so many that do not, so many of which nobody knows. */
export const shareFacts = (
  figure: ShareFacts["figure"],
  [yes, no, unknown = 0]: readonly [number, number, number?],
): ShareFacts => ({
  area: "area-1",
  figure,
  period: november,
  rows: Array.from({ length: yes + no + unknown }, (_, at) => ({
    id: `row-${at + 1}`,
    counts: at < yes ? true : at < yes + no ? false : "not-recorded",
  })),
});

/** So many rows of each kind. */
export const countFacts = (
  figure: CountFacts["figure"],
  of: Readonly<Record<string, number>>,
  kinds: readonly string[] = [],
): CountFacts => ({
  area: "area-1",
  figure,
  period: november,
  kinds,
  rows: Object.entries(of).flatMap(([kind, many]) =>
    Array.from({ length: many }, (_, at) => ({ id: `${kind}-${at + 1}`, kind })),
  ),
});
