import type {
  Answers,
  Decision,
  Figure,
  PersonWorkload,
  Proposal,
  Stage,
  Waiting,
  WithoutLead,
  WorkloadRow,
} from "../views.ts";

/** Ids that are there to be told apart. */
export const id = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const agency = { agencyId: id(900), name: "Ashbeck Community Health", kind: "health" };
export const person = (number: number, name: string) => ({ practitionerId: id(number), name });
export const colleague = (number: number, name: string, postTitle = "Health visitor") => ({
  ...person(number, name),
  postTitle,
  agency,
});

export const aChild = (number: number, name: string) => ({
  visibility: "full" as const,
  childId: id(number),
  name,
  bornOn: "2021-03-04",
});
export const aRestrictedChild = { visibility: "restricted" as const };

export const aClock = (due = "by the end of 26 November 2026", left = "2 working days left") => ({
  due,
  dueBy: "2026-11-27T00:00:00.000Z",
  left,
  state: "running" as const,
});

export const aClause = (at: string) => ({ source: "CP3.1", at, sourceTitle: "Procedure for Lead Professional" });

export const aFigure = (points: number, figure: Partial<Figure> = {}): Figure => ({
  points,
  isLeast: false,
  missing: [],
  isKnown: true,
  parts: [{ label: "Case led", points, clause: "CP3.1 8.6", because: "Leads this case." }],
  ...figure,
});

export const aDecision = (decision: Partial<Decision> = {}): Decision => ({
  question: "lead-professional.choice",
  title: "May this choice be confirmed?",
  shape: "gate",
  answer: "permits",
  answerInWords: "Nothing stands in the way",
  tone: "good",
  decidedBy: [],
  missing: [],
  findings: [],
  hiddenFindings: 0,
  clauses: [],
  edition: "The procedure, edition 1",
  adoptedFrom: "2024-09-01",
  asAt: "2026-11-24T09:00:00.000Z",
  asKnownAt: "2026-11-24T09:00:00.000Z",
  values: [],
  facts: [],
  hiddenFacts: 0,
  ...decision,
});

export const aStage = (stage: Partial<Stage> = {}): Stage => ({
  stage: "line-manager",
  kind: { code: "agreement", label: "Agreement" },
  label: "Agreement of the line manager",
  whose: "Line manager",
  people: [person(1, "Helen Mold")],
  decides: true,
  mayBeLeftOut: false,
  state: "next",
  clause: aClause("8.7.4"),
  because: "The line manager of the person proposed agrees or declines.",
  clock: aClock(),
  entries: [],
  may: {
    enter: { may: true },
    outcomes: [
      { code: "agreed", label: "Agreed" },
      { code: "declined", label: "Declined" },
    ],
    asks: ["words"],
    wordsNeededFor: ["declined"],
    wordsFor: { declined: "the reason" },
    evidenceNeededFor: [],
    evidenceFor: "",
  },
  ...stage,
});

export const aProposal = (proposal: Partial<Proposal> = {}): Proposal => ({
  proposalId: id(500),
  version: 3,
  planId: id(400),
  child: aChild(300, "Leo Barlow"),
  proposed: colleague(10, "Amina Yusuf"),
  proposedBy: person(20, "Claire Ormond"),
  proposedAt: "2026-11-23T14:00:00.000Z",
  reason: "She knows the family best.",
  reasons: [],
  weighed: [],
  state: "open",
  capacity: { loadBefore: 18, loadAfter: 22, capacity: 20, isLeast: false, isOver: true },
  stages: [aStage()],
  awaiting: [],
  choice: { decision: aDecision() },
  suitability: aDecision({ question: "lead-professional.suitability", title: "May this practitioner lead?" }),
  load: { before: aFigure(18), after: aFigure(22), capacity: aFigure(20) },
  agreement: { decision: aDecision({ question: "lead-professional.agreement", shape: "ladder" }) },
  notAgreed: [],
  contact: colleague(20, "Claire Ormond", "Clinical team leader"),
  may: { withdraw: { may: false, why: "Only the person who proposed withdraws it." } },
  ...proposal,
});

export const aWaiting = (number: number, waiting: Partial<Waiting> = {}): Waiting => ({
  proposalId: id(500 + number),
  planId: id(400 + number),
  child: aChild(300 + number, `Child ${number}`),
  mayOpen: true,
  proposed: person(10, "Amina Yusuf"),
  proposedAt: "2026-11-23T14:00:00.000Z",
  stage: "line-manager",
  label: "Agreement of the line manager",
  clause: "CP3.1 8.7.4",
  since: "2026-11-23T14:00:00.000Z",
  clock: aClock(),
  ...waiting,
});

export const aDesk = (
  waiting: readonly Waiting[] = [],
  decided: Answers["leadProfessional"]["desk"]["decided"] = [],
) => ({
  waiting: [...waiting],
  nextCursor: null,
  decided,
});

export const aPlanWithoutLead = (number: number, plan: Partial<WithoutLead> = {}): WithoutLead => ({
  planId: id(400 + number),
  child: aChild(300 + number, `Child ${number}`),
  mayOpen: true,
  since: "2026-11-10T10:00:00.000Z",
  daysWaiting: 14,
  clock: aClock(),
  contact: colleague(20, "Claire Ormond", "Clinical team leader"),
  why: "Nobody is proposed yet.",
  ...plan,
});

export const aPost = (
  number: number,
  post: Partial<WorkloadRow["posts"][number]> = {},
): WorkloadRow["posts"][number] => ({
  postId: id(600 + number),
  version: 1,
  title: "Health visitor",
  agencyName: agency.name,
  teamName: "Children's community health",
  hours: 37,
  agreedPoints: 20,
  agreedOn: "2026-09-01",
  lineManager: person(1, "Helen Mold"),
  isMine: true,
  mayAgree: { may: true },
  ...post,
});

export const aRow = (number: number, name: string, row: Partial<WorkloadRow> = {}): WorkloadRow => ({
  ...colleague(number, name),
  posts: [aPost(number)],
  load: aFigure(15),
  capacity: aFigure(20, {
    parts: [
      { label: "Post", points: 20, clause: "ours", because: "Worker and manager agreed 20 points for this post." },
    ],
  }),
  percent: 75,
  leads: 2,
  supports: 3,
  isOver: false,
  ...row,
});

export const aTeam = (rows: readonly WorkloadRow[], team: Partial<Answers["workload"]["team"]> = {}) => ({
  practitioners: [...rows],
  nextCursor: null,
  teams: [{ teamId: id(700), name: "Children's community health" }],
  spread: { leads: rows.reduce((sum, { leads }) => sum + leads, 0), people: rows.length, most: 4, uneven: [] },
  ...team,
});

export const aPersonsWork = (work: Partial<PersonWorkload> = {}): PersonWorkload => ({
  ...aRow(10, "Amina Yusuf"),
  cases: [
    {
      planId: id(400),
      child: aChild(300, "Leo Barlow"),
      role: "lead",
      level: "Help from several, as one response",
      practitioners: 4,
      sections: 1,
      expectedMonths: 9,
      weight: aFigure(4),
    },
  ],
  may: { adjust: { may: true } },
  ...work,
});
