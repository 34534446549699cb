import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  ConfirmFacts,
  LeadSupervised,
  NoteFacts,
  SessionFacts,
  SupervisionDutiesFacts,
  SupervisorFacts,
} from "../supervision/model.ts";

/** A case led since 1 September 2026, supervised by Helen every six weeks. */
export const aLeadSupervised = (of: Partial<LeadSupervised> = {}): LeadSupervised => ({
  planId: "plan-1",
  from: localDate("2026-09-01"),
  lastDiscussedOn: localDate("2026-11-20"),
  arrangement: { setOn: localDate("2026-09-01"), supervisor: "helen", everyDays: 42 },
  riskIsHigh: false,
  ...of,
});

/** Somebody who leads one case, was supervised on 20 November 2026, and has everything there is for leads. */
export const supervisionFacts = (of: Partial<SupervisionDutiesFacts> = {}): SupervisionDutiesFacts => ({
  practitionerId: "amina",
  manager: "helen",
  leads: [aLeadSupervised()],
  lastSessionOn: localDate("2026-11-20"),
  agencyCycleDays: "none",
  changed: "none",
  requests: [],
  reports: [],
  support: { supervisionModel: true, mentor: true, administrativeHelp: true, adviceContact: true },
  namedPersonFor: 0,
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** One supervisor for everything. */
export const supervisorFacts = (of: Partial<SupervisorFacts> = {}): SupervisorFacts => ({
  practitionerId: "amina",
  strand: "lead",
  lineManager: "helen",
  isDual: false,
  dedicated: "none",
  ...of,
});

export const aCaseDiscussed = (of: Partial<SessionFacts["cases"][number]> = {}): SessionFacts["cases"][number] => ({
  planId: "ines",
  isFilledIn: true,
  prompts: { presentingNeed: true, whatTheLeadCanDo: true, specialistSupport: true, othersWorkDirectly: true },
  risks: [],
  ...of,
});

/** A formal session of 26 November 2026 on one case, complete. */
export const sessionFacts = (of: Partial<SessionFacts> = {}): SessionFacts => ({
  id: "session-1",
  practitionerId: "amina",
  kind: "formal",
  heldOn: localDate("2026-11-26"),
  hasNote: true,
  cases: [aCaseDiscussed()],
  needs: [],
  ...of,
});

/** Ruth, who supervises the cases Amina leads, reads a note of that strand. */
export const noteFacts = (of: Partial<NoteFacts> = {}): NoteFacts => ({
  practitionerId: "amina",
  strand: "lead",
  what: "note",
  reader: { id: "ruth", role: "area-coordinator", supervises: "lead" },
  ...of,
});

/** Everything is in place. */
export const confirmFacts = (of: Partial<ConfirmFacts> = {}): ConfirmFacts => ({
  team: { id: "north" },
  by: "senior-manager",
  management: true,
  support: true,
  supervision: true,
  policyLinked: true,
  ...of,
});
