import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { AgreeingFacts, ClearFacts, SigningFacts } from "../plan/agreeing-model.ts";
import type { ContentsFacts, FormatFacts, ItemFacts } from "../plan/contents-model.ts";
import type {
  ActionDutiesFacts,
  CopiesFacts,
  OverlapFacts,
  PlanDutiesFacts,
  StatutoryPlanFacts,
} from "../plan/duties-model.ts";
import type {
  ActionOwnerFacts,
  AdviceFacts,
  AmendFacts,
  FamilyPlanFacts,
  HearsFacts,
  SingleAgencyFacts,
} from "../plan/people-model.ts";

const child = { id: "child-1" };
const plan = { id: "plan-1" };
const day = localDate;
const england = workingCalendar("england-and-wales");

type Need = Exclude<ContentsFacts["needs"], string>[number];
type Outcome = Exclude<ContentsFacts["outcomes"], string>[number];
type Action = Exclude<ContentsFacts["actions"], string>[number];

/** A need that ranks first and is taken up. */
export const aPlanNeed = (of: Partial<Need> = {}): Need => ({
  id: "need-1",
  section: "child-1",
  tags: ["be-healthy"],
  rank: 1,
  inPlan: true,
  ...of,
});

export const anOutcome = (of: Partial<Outcome> = {}): Outcome => ({ id: "outcome-1", tags: ["be-healthy"], ...of });

/** An action of Orr's, of health, due in May 2026, followed by Keir and looked at in the joint review. */
export const anAction = (of: Partial<Action> = {}): Action => ({
  id: "1",
  tags: ["be-healthy"],
  owners: [{ id: "orr", agency: "health" }],
  dueOn: day("2026-05-29"),
  state: "running",
  monitor: "keir",
  review: "joint-review",
  ...of,
});

/** The smallest plan of two agencies, with everybody's views. */
export const planContentsFacts = (of: Partial<ContentsFacts> = {}): ContentsFacts => ({
  plan: { ...plan, reach: "multi-agency" },
  child,
  needs: [aPlanNeed()],
  outcomes: [anOutcome()],
  actions: [anAction(), anAction({ id: "2", owners: [{ id: "shaw", agency: "education" }] })],
  agencies: ["health", "education"],
  lead: "shaw",
  leadOwnsAllReasonGiven: false,
  reviewOn: day("2026-06-01"),
  views: {
    child: { on: day("2026-03-02"), reasonGiven: false },
    family: { on: day("2026-03-02"), reasonGiven: false },
  },
  ...of,
});

/** A short plan that no hearing asks for. */
export const formatFacts = (of: Partial<FormatFacts> = {}): FormatFacts => ({
  plan,
  child,
  headings: ["child", "needs", "outcomes", "actions", "review"],
  hearing: "none",
  ...of,
});

/** An entry of a school's record, picked and confirmed by the named person, Mrs Shaw. */
export const planItemFacts = (of: Partial<ItemFacts> = {}): ItemFacts => ({
  plan,
  child,
  item: { id: "entry-1", sourceOn: day("2026-01-20") },
  isPicked: true,
  namedPerson: "shaw",
  confirmed: { by: "shaw", on: day("2026-03-06"), isAccurate: true, isRelevant: true },
  ...of,
});

type Party = Exclude<AgreeingFacts["parties"], string>[number];

/** Somebody who agreed on 10 March 2026. */
export const agrees = (id: string, as: Party["as"], agency: Party["agency"] = "none", on = "2026-03-10"): Party => ({
  id,
  as,
  agency,
  word: { says: "agrees", on: day(on), reasonGiven: false },
});

/** Eilidh's plan: she, her mother, Ms Orr and Dan Reid agreed on 10 March, and Mrs Shaw records it. */
export const agreeingFacts = (of: Partial<AgreeingFacts> = {}): AgreeingFacts => ({
  plan: { ...plan, reach: "multi-agency" },
  child,
  lead: "shaw",
  by: "shaw",
  agencies: ["health", "social-work"],
  parties: [
    agrees("eilidh", "child"),
    agrees("mother", "family"),
    agrees("orr", "practitioner", "health"),
    agrees("reid", "practitioner", "social-work"),
  ],
  assessmentOn: day("2026-03-05"),
  ownPlans: [],
  coreGroup: [
    { id: "shaw", agency: "education", role: "teacher", from: day("2026-03-10") },
    { id: "orr", agency: "health", role: "therapist", from: day("2026-03-10") },
    { id: "reid", agency: "social-work", role: "family-support", from: day("2026-03-10") },
  ],
  ...of,
});

type Signer = Exclude<SigningFacts["parties"], string>[number];

export const signs = (id: string, as: Signer["as"], of: Partial<Signer> = {}): Signer => ({
  id,
  as,
  agency: as === "practitioner" ? "health" : "none",
  signature: { by: "ink", on: day("2026-11-24"), witness: "none" },
  refusal: "none",
  ...of,
});

/** Five people signed on 24 November 2026. */
export const signingFacts = (of: Partial<SigningFacts> = {}): SigningFacts => ({
  plan,
  child,
  versionOn: day("2026-11-24"),
  parties: [
    signs("rafi", "child"),
    signs("mother", "family"),
    signs("nurse", "practitioner"),
    signs("teacher", "practitioner", { agency: "education" }),
    signs("housing", "practitioner", { agency: "housing" }),
  ],
  ...of,
});

type OnList = Exclude<ClearFacts["people"], string>[number];

export const isClear = (id: string, of: Partial<OnList> = {}): OnList => ({
  id,
  as: "practitioner",
  agency: "health",
  attends: true,
  word: { says: "clear", on: day("2026-03-02") },
  answeredOn: "none",
  ...of,
});

export const clearFacts = (of: Partial<ClearFacts> = {}): ClearFacts => ({
  plan,
  child,
  issuedOn: day("2026-03-02"),
  people: [isClear("kai", { as: "child", agency: "none" }), isClear("nurse")],
  ...of,
});

/** The Iqbals: four children, two adults, one lead. */
export const familyPlanFacts = (of: Partial<FamilyPlanFacts> = {}): FamilyPlanFacts => ({
  plan,
  people: [
    ...["ali", "bina", "cem", "dara"].map((id) => ({ id, as: "child" as const })),
    ...["mr-iqbal", "mrs-iqbal"].map((id) => ({ id, as: "adult" as const })),
  ],
  sections: ["ali", "bina", "cem", "dara", "mr-iqbal", "mrs-iqbal"],
  leads: ["sian"],
  leadWorksWith: "all-ages",
  deputy: "rob",
  subPlans: [],
  ...of,
});

/** Isla's plan, led by her named person; its actions are the school's. */
export const singleAgencyFacts = (of: Partial<SingleAgencyFacts> = {}): SingleAgencyFacts => ({
  plan: { ...plan, agency: "education" },
  child,
  namedPerson: "head",
  leader: { id: "head", agency: "education" },
  reasonGiven: false,
  actionAgencies: ["education", "education", "education"],
  ...of,
});

/** The physiotherapist says how her own action goes. */
export const amendFacts = (of: Partial<AmendFacts> = {}): AmendFacts => ({
  plan: { ...plan, agreedOn: day("2026-03-10") },
  child,
  by: { id: "physio", as: "contributor" },
  change: "update-action",
  action: { id: "1", owner: "physio" },
  subPlan: "none",
  becauseOfNewLead: false,
  nextOwnerAcceptedOn: "none",
  reasonGiven: true,
  agreed: [{ id: "mother", on: day("2026-06-01") }],
  ...of,
});

/** An action that a practitioner said yes to. */
export const actionOwnerFacts = (of: Partial<ActionOwnerFacts> = {}): ActionOwnerFacts => ({
  plan,
  child,
  action: { id: "1" },
  owner: { id: "physio", as: "practitioner" },
  word: { says: "accepts", on: day("2026-10-06"), settledOn: "none" },
  supporters: [],
  newLeadOn: "none",
  planOfRecord: "none",
  custody: "none",
  ...of,
});

/** Housing posts an update of the plan that Fay leads. */
export const hearsFacts = (of: Partial<HearsFacts> = {}): HearsFacts => ({
  plan,
  update: { id: "update-1", on: day("2026-12-15"), by: "housing", subPlan: "none" },
  lead: "fay",
  deputy: "none",
  ...of,
});

export const adviceFacts = (of: Partial<AdviceFacts> = {}): AdviceFacts => ({
  plan,
  child,
  specialist: { id: "camhs" },
  isAnonymous: true,
  consent: "none",
  ...of,
});

/** Nothing is owed about this plan. */
export const planDutiesFacts = (of: Partial<PlanDutiesFacts> = {}): PlanDutiesFacts => ({
  plan: { ...plan, reach: "multi-agency" },
  child: { ...child, statuses: [] },
  lead: "fay",
  leadsManager: "manager",
  needs: [],
  contacts: [{ on: day("2026-11-20"), about: ["progress", "new-changes", "new-difficulties"] }],
  leadSince: day("2026-09-01"),
  issues: [],
  requests: [],
  helpOutside: [],
  missingServices: [],
  coreGroup: [],
  safetySince: "none",
  calendar: england,
  ...of,
});

type OfAction = Omit<Partial<ActionDutiesFacts>, "action"> & { readonly action?: Partial<ActionDutiesFacts["action"]> };

/** An action of a plan agreed on 10 March 2026, checked and noted that day; nothing is owed then. */
export const actionDutiesFacts = ({ action = {}, ...of }: OfAction = {}): ActionDutiesFacts => ({
  plan: { ...plan, agreedOn: day("2026-03-10") },
  child,
  lead: "fay",
  action: {
    id: "1",
    owner: "orr",
    state: "running",
    startedOn: day("2026-03-10"),
    noStartReasonGiven: false,
    checkedOn: day("2026-03-10"),
    notedOn: day("2026-03-10"),
    endedOn: "none",
    familyEvaluatedOn: "none",
    practitionersEvaluatedOn: "none",
    queriedOn: "none",
    querySettledOn: "none",
    ...action,
  },
  offers: [],
  helpToUseOn: "none",
  calendar: england,
  ...of,
});

type Help = OverlapFacts["help"][number];

/** A parenting course of the school's for the mother, from May 2026 on. */
export const someHelp = (id: string, of: Partial<Help> = {}): Help => ({
  id,
  service: id,
  agency: "education",
  kind: "parenting-course",
  forWhom: "mother",
  outcome: "none",
  from: day("2026-05-01"),
  ...of,
});

type MissingService = PlanDutiesFacts["missingServices"][number];

/** A place with the mental health service for children that nobody has got yet, noticed on 20 November 2026. */
export const aMissingService = (of: Partial<MissingService> = {}): MissingService => ({
  id: "place",
  service: "camhs",
  noticedOn: day("2026-11-20"),
  reasonGiven: true,
  state: "open",
  passedOn: "none",
  updatedOn: "none",
  ...of,
});

/** Nothing is given twice. */
export const overlapFacts = (of: Partial<OverlapFacts> = {}): OverlapFacts => ({
  plan,
  child,
  lead: "ann",
  help: [],
  assessments: [],
  visits: [],
  settled: [],
  ...of,
});

type Recipient = CopiesFacts["recipients"][number];

export const aCopyFor = (id: string, as: Recipient["as"], of: Partial<Recipient> = {}): Recipient => ({
  id,
  as,
  agency: "none",
  sentOn: day("2026-03-11"),
  leftOutReasonGiven: false,
  ...of,
});

/** Version 1, agreed on 10 March 2026 and sent to four the day after. */
export const copiesFacts = (of: Partial<CopiesFacts> = {}): CopiesFacts => ({
  plan: { ...plan, version: "1", agreedOn: day("2026-03-10") },
  child,
  lead: "shaw",
  agencies: ["health", "social-work"],
  recipients: [
    aCopyFor("eilidh", "child"),
    aCopyFor("mother", "family"),
    aCopyFor("orr", "practitioner", { agency: "health" }),
    aCopyFor("reid", "practitioner", { agency: "social-work" }),
  ],
  calendar: workingCalendar("scotland"),
  ...of,
});

/** A child protection conference on 18 November 2026; nothing is linked yet. */
export const statutoryPlanFacts = (of: Partial<StatutoryPlanFacts> = {}): StatutoryPlanFacts => ({
  child,
  kind: "protection-plan",
  holder: "key-worker",
  holdersManager: "manager",
  conferenceOn: day("2026-11-18"),
  detailedPlanOn: "none",
  savedOn: "none",
  coreAssessment: "none",
  calendar: england,
  ...of,
});
