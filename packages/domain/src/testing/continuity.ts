import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  ActingFacts,
  Assignment,
  ChainFacts,
  CoverFacts,
  StandInFacts,
} from "../lead-professional/continuity-model.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };

/** Fay leads since 24 November; nobody is away and nobody follows. */
export const actingFacts = (of: Partial<ActingFacts> = {}): ActingFacts => ({
  child,
  plan,
  lead: { id: "fay", from: localDate("2026-11-24"), ends: "none" },
  away: "none",
  deputy: "none",
  cover: "none",
  afterwards: "none",
  successor: "none",
  ...of,
});

/** Rob, on the team, owner of one action. */
export const standInFacts = ({
  candidate,
  ...of
}: Partial<Omit<StandInFacts, "candidate">> & {
  readonly candidate?: Partial<StandInFacts["candidate"]>;
} = {}): StandInFacts => ({
  child,
  plan,
  as: "deputy",
  candidate: { id: "rob", isOnTeam: true, openActions: 1, mayLead: true, isLineManagerOfLead: false, ...candidate },
  somebodyQualifies: true,
  managersReasonGiven: false,
  ...of,
});

/** One stretch as lead or in between, agreed and told well before. */
export const anAssignment = (id: string, from: string, until?: string, of: Partial<Assignment> = {}): Assignment => ({
  id,
  as: "lead",
  from: localDate(from),
  ...(until === undefined ? {} : { until: localDate(until) }),
  agreedOn: localDate("2026-01-05"),
  familyToldOn: localDate("2026-01-05"),
  ...of,
});

export const chainFacts = (assignments: ChainFacts["assignments"], of: Partial<ChainFacts> = {}): ChainFacts => ({
  child,
  plan,
  neededFrom: localDate("2026-09-01"),
  assignments,
  ...of,
});

/** A plan of two services, led by Fay under Carl, with a deputy; nobody is away and nobody leaves. */
export const coverFacts = (
  of: Partial<Omit<CoverFacts, "absence">> & { readonly absence?: CoverFacts["absence"] } = {},
): CoverFacts => ({
  child,
  plan: { id: "plan-1", activeFrom: localDate("2026-11-02"), services: 2 },
  lead: "fay",
  lineManager: "carl",
  team: ["fay", "rob", "nurse", "senco", "housing"],
  deputy: { id: "rob", openActions: 1 },
  absence: "none",
  cover: "none",
  coverDecidedOn: "none",
  changeReviewedOn: "none",
  leaving: "none",
  holding: "none",
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** Days away, as they were known. */
export const anAbsence = (
  of: Partial<Exclude<CoverFacts["absence"], string>> = {},
): Exclude<CoverFacts["absence"], string> => ({
  isPlanned: true,
  knownOn: localDate("2026-11-24"),
  from: localDate("2026-12-14"),
  expectedBackOn: localDate("2027-01-11"),
  backOn: "none",
  returnFamilyToldOn: "none",
  ...of,
});
