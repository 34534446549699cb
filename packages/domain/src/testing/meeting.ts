import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type {
  ArrangeFacts,
  ClosingFacts,
  FollowUpFacts,
  GoAheadFacts,
  GroupItemFacts,
  JobsFacts,
  MayChairFacts,
  MayInviteFacts,
  ModelFacts,
  NeedFacts,
  PreparationFacts,
  WhoChairsFacts,
} from "../meeting/model.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };
const meeting = { id: "meeting-1" };

/** A practitioner asked for a meeting on 24 November 2026, and the family agrees. */
export const needFacts = (of: Partial<NeedFacts> = {}): NeedFacts => ({
  child,
  plan,
  lead: "fay",
  leadsManager: "carl",
  need: { raisedOn: localDate("2026-11-24"), by: "practitioner", familySays: "agrees" },
  heldOn: "none",
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** Fay, who leads since 2 November, calls an action meeting; the family has no other. */
export const arrangeFacts = (of: Partial<ArrangeFacts> = {}): ArrangeFacts => ({
  plan,
  meeting: { ...meeting, kind: "action-meeting" },
  act: "call",
  by: { id: "fay", role: "lead-professional" },
  lead: { id: "fay", from: localDate("2026-11-02") },
  assessor: "none",
  hasAdministrativeHelp: false,
  existing: "none",
  extraMeetingReasonGiven: false,
  ...of,
});

/** A review of 14 December 2026 on a child with no status and nothing out of the usual. */
export const whoChairsFacts = ({
  child: ofChild,
  plan: ofPlan,
  ...of
}: Partial<Omit<WhoChairsFacts, "child" | "plan">> & {
  readonly child?: Partial<WhoChairsFacts["child"]>;
  readonly plan?: Partial<WhoChairsFacts["plan"]>;
} = {}): WhoChairsFacts => ({
  child: { ...child, statuses: [], hasHighLevelNeeds: false, ...ofChild },
  plan: { ...plan, isEspeciallyComplex: false, lead: "keir", reviewOfficer: "munro", ...ofPlan },
  meeting: { ...meeting, kind: "review-meeting", on: localDate("2026-12-14") },
  namedByLead: "none",
  ...of,
});

/** The same, with the lead proposed as chair. */
export const mayChairFacts = ({
  candidate,
  ...of
}: Parameters<typeof whoChairsFacts>[0] & {
  readonly candidate?: Partial<MayChairFacts["candidate"]>;
} = {}): MayChairFacts => ({
  ...whoChairsFacts(of),
  candidate: { id: "keir", posts: ["social-worker"], ...candidate },
});

/** Fay leads; the SENCO chairs, Rob takes notes and the nurse supports the family. */
export const jobsFacts = (of: Partial<JobsFacts> = {}): JobsFacts => ({
  meeting,
  lead: "fay",
  chair: "senco",
  notes: "rob",
  familySupport: "nurse",
  notesOfferedTo: [],
  ...of,
});

export const mayInviteFacts = (of: Partial<MayInviteFacts> = {}): MayInviteFacts => ({
  child,
  meeting,
  person: { id: "father", as: "family" },
  isContactRisk: false,
  decidedOtherwise: "none",
  ...of,
});

/** Somebody who is invited and up to date. */
export const aGuest = (
  id: string,
  of: Partial<PreparationFacts["people"][number]> = {},
): PreparationFacts["people"][number] => ({
  id,
  as: "practitioner",
  agency: "education",
  invitedOn: localDate("2026-11-24"),
  isContactRisk: false,
  lastUpdateOn: localDate("2026-11-24"),
  ...of,
});

/** A meeting of 8 December 2026, called by Fay on 24 November, for which everything is ready. */
export const preparationFacts = (of: Partial<PreparationFacts> = {}): PreparationFacts => ({
  child,
  plan,
  meeting: { ...meeting, kind: "action-meeting", on: localDate("2026-12-08"), calledOn: localDate("2026-11-24") },
  lead: "fay",
  assessor: "none",
  help: "none",
  people: [],
  agendaReadyOn: localDate("2026-11-10"),
  planCopiesReadyOn: localDate("2026-11-10"),
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** The SENCO chairs, Fay leads, and child and family are there. */
export const goAheadFacts = (of: Partial<GoAheadFacts> = {}): GoAheadFacts => ({
  child,
  meeting,
  present: ["senco", "fay"],
  chair: "senco",
  lead: "fay",
  standIn: "none",
  childsPart: "present",
  familysPart: "present",
  ...of,
});

export const closingFacts = (of: Partial<ClosingFacts> = {}): ClosingFacts => ({
  meeting: { ...meeting, kind: "action-meeting" },
  needs: [],
  leadAgreed: true,
  planAgreed: true,
  ...of,
});

/** A meeting of 1 December 2026 whose minutes were drafted, approved on the 4th and sent. */
export const followUpFacts = (of: Partial<FollowUpFacts> = {}): FollowUpFacts => ({
  child,
  plan,
  meeting: { ...meeting, heldOn: localDate("2026-12-01") },
  lead: "fay",
  noteTaker: "admin",
  draftedOn: localDate("2026-12-02"),
  approvedOn: localDate("2026-12-04"),
  recipients: [],
  attendance: [],
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

/** An item on a child who offends, to which the Reporter was invited. */
export const groupItemFacts = (of: Partial<GroupItemFacts> = {}): GroupItemFacts => ({
  item: { id: "item-1" },
  act: "publish",
  by: { id: "grant", role: "coordinator" },
  isAboutYoungOffender: true,
  reporterInvitedOn: localDate("2026-12-14"),
  reportersPart: "attended",
  housing: "none",
  housingManagerInvitedOn: "none",
  ...of,
});

export const modelFacts = (of: Partial<ModelFacts> = {}): ModelFacts => ({
  child,
  plan,
  locality: { id: "a", from: localDate("2026-09-01") },
  localityUses: ["panel"],
  settled: [{ locality: "a", model: "panel", from: localDate("2026-09-01") }],
  ...of,
});
