import type { StageEntry } from "../kernel/ladder.ts";
import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { AgreementFacts, NotAgreedFacts } from "../lead-professional/model.ts";

/** What was recorded of a stage at noon of a day. */
export const recorded = (stage: string, outcome: StageEntry["outcome"] = "agreed", day = "2026-11-25"): StageEntry => ({
  stage,
  outcome,
  at: `${day}T12:00:00.000Z`,
});

/** A health practitioner with one manager, proposed on a Wednesday, nothing recorded yet. */
export const agreementFacts = (of: Partial<AgreementFacts> = {}): AgreementFacts => ({
  child: { id: "child-1" },
  plan: { id: "plan-1" },
  proposed: { id: "nurse", isNamedPerson: false, agency: "health", managers: 1 },
  isByLaw: false,
  route: "specialist-within-universal-services",
  proposedOn: localDate("2026-11-25"),
  namedPersonAgency: "health",
  entries: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** A discussion on a Monday that agreed on nobody, with two workers and no assessment. */
export const notAgreedFacts = (of: Partial<NotAgreedFacts> = {}): NotAgreedFacts => ({
  plan: { id: "plan-1" },
  neededSince: localDate("2026-11-16"),
  discussedOn: localDate("2026-11-23"),
  workers: [
    { id: "amina", toldManagerOn: "not-recorded" },
    { id: "dan", toldManagerOn: "not-recorded" },
  ],
  hasLead: false,
  proposedOn: "none",
  assessor: "none",
  convenor: "none",
  interimContact: "none",
  actions: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});
