import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { BesideFacts, KeyWorkerFacts, YouthFacts } from "../lead-professional/key-worker-model.ts";
import type {
  BySettingFacts,
  ContactFacts,
  ReallocateFacts,
  SettledFacts,
  WithoutFacts,
} from "../lead-professional/leading-model.ts";
import type { Condition, ConditionalFacts, SearchFacts } from "../lead-professional/searching-model.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };

/** A plan of one child that nobody leads yet, and of which nothing else is known. */
export const contactFacts = (of: Partial<ContactFacts> = {}): ContactFacts => ({
  child,
  plan,
  byLaw: "none",
  lead: "none",
  acting: "none",
  pending: "none",
  assessor: "none",
  namedPerson: "none",
  chosen: "none",
  ...of,
});

/** The lead of record from a day, not paused. */
export const aLead = (id: string, from: string, isPaused = false) => ({
  stretch: { id, from: localDate(from) },
  isPaused,
});

/** Chosen on an assessment, once everything was agreed together. */
export const settledFacts = (of: Partial<SettledFacts> = {}): SettledFacts => ({
  child,
  plan,
  proposed: "family-worker",
  assessment: "assessment-1",
  wasOpen: true,
  ...of,
});

/** A pupil who is helped by two services, with nobody from outside the school. */
export const bySettingFacts = ({
  child: of,
  school,
  ...more
}: Partial<Omit<BySettingFacts, "child" | "school">> & {
  readonly child?: Partial<BySettingFacts["child"]>;
  readonly school?: Partial<BySettingFacts["school"]>;
} = {}): BySettingFacts => ({
  child: { ...child, statuses: [], ...of },
  setting: "school",
  involved: [],
  services: 2,
  outsidePractitioners: 0,
  school: { hasStrongestRelationship: true, needsAreMainlyInSchool: true, overviewIsUseful: true, ...school },
  ...more,
});

/** Helen, line manager, gives the case from Priya to Amina on 7 December 2026, with a reason; everybody is told. */
export const reallocateFacts = (of: Partial<ReallocateFacts> = {}): ReallocateFacts => ({
  child,
  plan,
  by: { id: "helen", role: "line-manager" },
  from: "priya",
  to: "amina",
  on: localDate("2026-12-07"),
  reasonGiven: true,
  told: ["present-worker", "next-worker", "family"],
  ...of,
});

export const withoutFacts = (of: Partial<WithoutFacts> = {}): WithoutFacts => ({
  child,
  plan,
  practitioners: 3,
  exceptionalCircumstances: "written-down",
  approvedBy: "operational-manager",
  ...of,
});

export const keyWorkerFacts = (of: Partial<KeyWorkerFacts> = {}): KeyWorkerFacts => ({
  child,
  person: "jo",
  as: "lead",
  kind: "disability",
  mainstream: [],
  ...of,
});

export const besideFacts = (of: Partial<BesideFacts> = {}): BesideFacts => ({
  child,
  plan,
  lead: "fay",
  placement: "none",
  provisions: [],
  offered: [],
  changes: [],
  ...of,
});

export const youthFacts = (of: Partial<YouthFacts> = {}): YouthFacts => ({
  child,
  plan,
  supervisingOfficer: "officer",
  custody: "none",
  finalWarning: "none",
  activities: [],
  changes: [],
  intensive: "none",
  ...of,
});

/** A condition that the proposed lead's manager sees to by the end of November. */
export const aCondition = (id: string, of: Partial<Condition> = {}): Condition => ({
  id,
  owner: "youth-workers-manager",
  dueOn: localDate("2026-11-30"),
  metOn: "none",
  brokenOn: "none",
  ...of,
});

/** Paresh's youth worker, agreed on 24 November by the team manager, on two conditions. */
export const conditionalFacts = (of: Partial<ConditionalFacts> = {}): ConditionalFacts => ({
  child,
  plan,
  proposed: "youth-worker",
  agreedOn: localDate("2026-11-24"),
  agreedBy: "team-manager",
  conditions: [aCondition("managers-support"), aCondition("plan-is-delivered")],
  firstReviewOn: "none",
  ...of,
});

export const searchFacts = (of: Partial<SearchFacts> = {}): SearchFacts => ({
  plan,
  neededSince: localDate("2026-11-24"),
  asked: [],
  foundOn: "none",
  calendar: workingCalendar("england-and-wales"),
  ...of,
});
