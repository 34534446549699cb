import { type Act, acts, isAboutChild } from "@linchpin/domain";
import type { Answers, Candidate, Candidates, Child, Concern, Plan, Proposal, Stage } from "../views.ts";

/** Ids that are there to be told apart. */
export const id = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const childId = id(1);
export const planId = id(400);
export const concernId = id(300);
export const proposalId = id(500);
export const establishmentId = id(200);

export const person = (number: number, name: string) => ({ practitionerId: id(number), name });
const schools = { agencyId: id(900), name: "Strathorran Schools", kind: "education" };
export const colleague = (number: number, name: string, postTitle = "Teacher") => ({
  ...person(number, name),
  postTitle,
  agency: schools,
});
export const euan = person(11, "Euan Sinclair");
export const restricted = { visibility: "restricted" as const };
export const inList = (number = 1, name = "Isla Fraser") => ({
  visibility: "full" as const,
  childId: id(number),
  name,
  bornOn: "2017-03-04",
});
export const term = (code: string, label: string) => ({ code, label });
export const aClause = (at = "H4, bullet 1") => ({ source: "Highland", at, sourceTitle: "Pathfinder guidance" });
export const aClock = (due = "by the end of 26 November 2026", dueBy = "2026-11-27T00:00:00.000Z") => ({
  due,
  dueBy,
  left: "2 working days left",
  state: "running" as const,
});

type Decision = Candidates["statutory"];
export const aDecision = (decision: Partial<Decision> = {}): Decision => ({
  question: "lead-professional.needed",
  title: "Is a lead professional needed?",
  shape: "designation",
  answer: "required",
  answerInWords: "Yes, a lead professional is needed",
  tone: "caution",
  decidedBy: [],
  missing: [],
  findings: [
    {
      rule: "two-agencies",
      title: "Help from two agencies needs a lead professional",
      because: "2 agencies have help planned or running.",
      force: "must",
      strength: "good practice",
      clause: aClause("H8, paragraph 1"),
      effect: "Says who it must be",
      needs: [],
    },
  ],
  hiddenFindings: 0,
  clauses: [],
  edition: "Highland, edition 1",
  adoptedFrom: "2024-08-01",
  asAt: "2026-11-23T09:00:00.000Z",
  asKnownAt: "2026-11-23T09:00:00.000Z",
  values: [],
  facts: [],
  hiddenFacts: 0,
  ...decision,
});

type Held = NonNullable<Extract<Child["namedPerson"], { known: true }>["current"]>;
export const aHeld = (held: Partial<Held> = {}): Held => ({
  namedPersonId: id(60),
  ...euan,
  title: "Principal teacher",
  phone: "01632 960006",
  email: "euan.sinclair@strathorran.example",
  establishment: "Inverlochan Primary School",
  stage: "Primary school",
  settledBy: "By year group P6",
  reason: null,
  from: "2026-08-18",
  until: null,
  decisionId: null,
  ...held,
});

const everyAct = Object.fromEntries(
  (Object.keys(acts) as Act[]).filter(isAboutChild).map((act) => [act, true]),
) as Child["can"];

export const aChild = (child: Partial<Child> = {}): Child => ({
  visibility: "full",
  childId,
  version: 3,
  name: { given: "Isla", family: "Fraser", preferred: null, full: "Isla Fraser", list: "Fraser, Isla" },
  bornOn: "2017-03-04",
  dueOn: null,
  age: "9 years",
  stage: "Primary 5",
  places: [
    {
      placeId: id(70),
      establishmentId,
      establishment: "Inverlochan Primary School",
      kind: "primary",
      group: "P5A",
      yearGroup: "Primary 5",
      house: null,
      fullTime: true,
      from: "2026-08-18",
      lastDay: null,
    },
  ],
  address: { line1: "4 Weir Close", town: "Inverlochan", postcode: "AY5 0DD" },
  carers: [{ carerId: id(80), name: "Moira Fraser", relationship: "Mother", phone: "07700 900065", email: null }],
  identifiers: [],
  midwiferyEndedOn: null,
  namedPerson: { known: true, current: aHeld(), why: null, next: null, previous: [] },
  lead: {
    state: "no-plan",
    words: "Not needed: there is no plan that several agencies work to.",
    planId: null,
    current: null,
    acting: null,
    neededSince: null,
    dueBy: null,
    isLate: false,
    proposalId: null,
  },
  contactOfRecord: null,
  legalStatuses: [],
  statusesConfirmedOn: null,
  openConcerns: 0,
  keptAway: [],
  flags: [],
  chosen: [],
  reached: [],
  youAre: ["named person"],
  can: everyAct,
  ...child,
});

export const aStatus = (status: Partial<Child["legalStatuses"][number]> = {}): Child["legalStatuses"][number] => ({
  legalStatusId: id(90),
  kind: "looked-after",
  label: "Looked after",
  detail: ["Care order"],
  from: "2026-02-16",
  lastDay: null,
  isCurrent: true,
  holder: person(21, "Neil Bannerman"),
  entered: {
    lookedAfterBasis: "care-order",
    accommodated: true,
    childInNeedPhase: null,
    careLeaverKind: null,
    youthOrderSetting: null,
  },
  ...status,
});

export const may = { may: true };
export const mayNot = (why: string) => ({ may: false, why });

export const aDuty = (number = 1, because = "Whoever raised the concern hears that it has arrived.") => ({
  dutyId: id(600 + number),
  act: "concern.acknowledge",
  because,
  clause: "Highland H3, paragraph 2",
  owedBy: euan,
  clock: aClock(),
});

export const touches = [term("safe", "Safe"), term("nurtured", "Nurtured")];

export const aConcern = (concern: Partial<Concern> = {}): Concern => ({
  concernId,
  version: 2,
  childId,
  childName: "Isla Fraser",
  state: "open",
  beside: [],
  noticedOn: "2026-11-20",
  reportedOn: "2026-11-20",
  noticed: "Came in late on four days.",
  touches: [term("nurtured", "Nurtured")],
  recordedBy: euan,
  recordedAt: "2026-11-20T15:15:00.000Z",
  childsView: { asked: "given", words: "I am tired.", how: "Talking", saidOn: "2026-11-20", recordedBy: euan },
  familysView: { asked: "not-yet" },
  childTold: { told: "not-yet" },
  familyTold: { told: "not-yet" },
  duties: [aDuty()],
  closing: aDecision({ question: "concern.may-close", title: "May this concern be closed?", answerInWords: "No" }),
  managers: [person(31, "Ishbel MacAskill")],
  may: { decide: may, record: may },
  ...concern,
});

export const someConcerns = (
  concerns: Answers["concern"]["forChild"]["concerns"] = [],
): Answers["concern"]["forChild"] => ({ concerns, nextCursor: null, mayRecord: may, touches });

type PlanPerson = Plan["practitioners"][number];
export const onPlan = (number: number, name: string, more: Partial<PlanPerson> = {}): PlanPerson => ({
  ...colleague(number, name),
  planPractitionerId: id(700 + number),
  posts: [],
  involvement: "involved",
  since: "2026-11-20",
  openActions: 0,
  isLead: false,
  isNamedPerson: false,
  ...more,
});

export const aPlan = (plan: Partial<Plan> = {}): Plan => ({
  planId,
  version: 4,
  kind: term("childs-plan", "Child's Plan"),
  reach: term("multi-agency", "Multi-agency plan"),
  state: "open",
  openedAt: "2026-11-20T10:00:00.000Z",
  openedBy: euan,
  rulebook: { title: "Highland", adoptedFrom: "2024-08-01" },
  members: [inList()],
  practitioners: [onPlan(11, "Euan Sinclair", { isNamedPerson: true }), onPlan(21, "Neil Bannerman")],
  actions: [],
  answers: {},
  support: [],
  evidence: [],
  contact: {
    ...colleague(11, "Euan Sinclair"),
    as: term("opened-by", "Opened the plan"),
    since: "2026-11-20T10:00:00.000Z",
    isReachKept: false,
  },
  leadsBefore: [],
  leadNeeded: { since: "2026-11-20", clock: aClock(), decision: aDecision() },
  duties: [],
  whoDoesWhat: [{ childId, says: "The list has not been issued yet.", isClear: false, isIssued: false, isAsked: true }],
  outcomes: [],
  overlaps: [],
  notSignedUp: [],
  engagement: [],
  advocacyGaps: [],
  rests: [],
  level: { isAsked: false, changes: [] },
  joining: { asks: true, agencies: [], mayReadAnswers: true, mayRecordAnswer: true },
  may: { change: may, propose: may, recordViews: may, recordEngagement: may },
  ...plan,
});

export const aCandidate = (number: number, name: string, more: Partial<Candidate> = {}): Candidate => ({
  ...colleague(number, name),
  posts: [],
  involvement: "involved",
  since: "2026-11-20",
  openActions: 1,
  isNamedPerson: false,
  leadsNow: false,
  suitability: {
    decision: aDecision({ title: "May this practitioner lead?", answerInWords: "Yes", findings: [] }),
    askWho: [],
  },
  capacity: { loadBefore: 18, loadAfter: 22, capacity: 20, isLeast: false, isOver: true },
  isChildsWish: false,
  isFamilysWish: false,
  byLaw: { isHolder: false, isBarred: false },
  listedUnder: [],
  needs: [],
  mayBeProposed: may,
  ...more,
});

export const someCandidates = (of: Partial<Candidates> = {}): Candidates => ({
  planId,
  planVersion: 4,
  members: [inList()],
  needed: aDecision(),
  statutory: aDecision({
    question: "lead-professional.statutory",
    title: "Who must lead, by law or procedure?",
    answer: "open",
    answerInWords: "No law or procedure settles it: people choose",
    tone: "neutral",
    findings: [],
  }),
  bestPlaced: aDecision({ title: "Who is best placed to lead?", answerInWords: "Open: people decide", findings: [] }),
  candidates: [aCandidate(11, "Euan Sinclair", { isNamedPerson: true }), aCandidate(21, "Neil Bannerman")],
  sheet: [
    {
      code: "help-needed",
      label: "The kind of help needed",
      of: "case",
      from: "people",
      answer: "words",
      clause: aClause("H9, list 1"),
      shown: [],
    },
    {
      code: "relationship",
      label: "Earlier contact, or a good relationship now",
      of: "candidate",
      from: "people",
      answer: "words",
      clause: aClause("H9, list 1"),
      shown: [],
    },
  ],
  views: [],
  engagement: [],
  may: { propose: may, recordViews: may },
  ...of,
});

export const aStage = (stage: Partial<Stage> = {}): Stage => ({
  stage: "acceptance",
  kind: term("acceptance", "Acceptance"),
  label: "The person proposed accepts",
  whose: "the person proposed",
  people: [person(21, "Neil Bannerman")],
  decides: true,
  mayBeLeftOut: false,
  state: "next",
  clause: aClause("H8, bullet 9"),
  because: "The person proposed accepts or declines for themselves.",
  clock: aClock(),
  entries: [],
  may: {
    enter: may,
    outcomes: [term("agreed", "Agreed"), term("declined", "Declined")],
    asks: ["words"],
    wordsNeededFor: ["declined"],
    wordsFor: {},
    evidenceNeededFor: [],
    evidenceFor: "",
  },
  ...stage,
});

export const aProposal = (proposal: Partial<Proposal> = {}): Proposal => ({
  proposalId,
  version: 2,
  planId,
  child: inList(),
  proposed: colleague(21, "Neil Bannerman", "Social worker"),
  proposedBy: euan,
  proposedAt: "2026-11-22T09:00:00.000Z",
  reason: "The help that is left is for the family at home.",
  reasons: [],
  weighed: [],
  state: "open",
  capacity: { loadBefore: 18, loadAfter: 22, capacity: 20, isLeast: false, isOver: true },
  stages: [aStage()],
  awaiting: [],
  choice: { decision: aDecision({ title: "May this choice be confirmed?", answerInWords: "Yes" }) },
  agreement: { decision: aDecision({ title: "Whose agreement is needed?", answerInWords: "In progress" }) },
  notAgreed: [],
  may: { withdraw: may },
  ...proposal,
});

type Mine = Answers["namedPerson"]["mine"]["children"][number];
export const aMine = (number: number, name: string, more: Partial<Mine> = {}): Mine => ({
  childId: id(number),
  name,
  fullName: name.split(", ").reverse().join(" "),
  preferredName: null,
  bornOn: "2017-03-04",
  age: "9 years",
  establishment: "Inverlochan Primary School",
  group: "P5A",
  yearGroup: "Primary 5",
  since: "2026-08-18",
  as: ["named person"],
  openConcerns: 0,
  legalStatuses: [],
  statusesRecorded: true,
  leadProfessional: null,
  leadPending: false,
  leadDueBy: null,
  ...more,
});

type Establishment = Answers["people"]["establishments"][number];
export const anEstablishment = (establishment: Partial<Establishment> = {}): Establishment => ({
  establishmentId,
  name: "Inverlochan Primary School",
  kind: "primary",
  listIs: "class-list",
  arrangement: "by-year-group",
  version: 1,
  onRoll: 177,
  withoutNamedPerson: 2,
  groups: {
    classes: [{ group: "P5A", words: "P5A", children: 25 }],
    yearGroups: [{ group: "P5", words: "Primary 5", children: 50 }],
    houses: [],
  },
  ...establishment,
});

type RollIn = Answers["people"]["rollIn"]["get"];
export const aRollIn = (rollIn: Partial<RollIn> = {}): RollIn => ({
  rollInId: id(800),
  establishmentId,
  establishment: "Inverlochan Primary School",
  fileName: "primary-school.csv",
  encoding: "utf-8",
  state: "previewed",
  version: 1,
  uploadedAt: "2026-11-22T09:00:00.000Z",
  uploadedBy: "Donella Reid",
  confirmedAt: null,
  undoneAt: null,
  mapping: { CHILD_FIRST_NAME: "Forename" },
  summary: { rows: 3, new: 1, same: 0, changed: 0, toDecide: 1, refused: 1, withWarnings: 0, notInList: 0 },
  done: null,
  sameFileImportedAt: null,
  words: "1 child is new to the roll.",
  ...rollIn,
});

type RollInRow = Answers["people"]["rollIn"]["rows"]["rows"][number];
export const aRow = (row: Partial<RollInRow> = {}): RollInRow => ({
  rowNumber: 2,
  kind: "new",
  name: "Isla Fraser",
  preferredName: null,
  bornOn: "2017-03-04",
  group: "P5A",
  yearGroup: "Primary 5",
  problems: [],
  because: null,
  changes: [],
  candidates: [],
  choice: null,
  ...row,
});
