import { localDate } from "../kernel/local-date.ts";
import type { InterpretersFacts, RoleExplainedFacts } from "../meeting/family-model.ts";
import type {
  DirectContactFacts,
  FamilyContactFacts,
  HeardFacts,
  MessageFacts,
  YoungChildFacts,
} from "../people/family-model.ts";
import type { Explained, TakingPartFacts, View, VoicesFacts } from "../plan/voices-model.ts";

/** A child's view of 3 February 2026, had by drawing and talk, and answered. */
export const aView = (of: Partial<View> = {}): View => ({
  id: "view-1",
  of: "child",
  on: localDate("2026-02-03"),
  saysHow: true,
  by: "lead-1",
  answeredOn: localDate("2026-02-05"),
  ...of,
});

/** Something told on 14 May 2026 and understood. */
export const anExplanation = (of: Partial<Explained> = {}): Explained => ({
  what: "lead",
  to: "child",
  on: localDate("2026-05-14"),
  saysHow: true,
  understood: "understood",
  ...of,
});

/** Both heard, both told, advocacy thought about and not needed. */
export const voicesFacts = (of: Partial<VoicesFacts> = {}): VoicesFacts => ({
  child: { id: "child-1" },
  plan: { id: "plan-1", isInDispute: false },
  views: [aView(), aView({ id: "view-2", of: "family", on: localDate("2026-02-04") })],
  explained: [
    anExplanation(),
    anExplanation({ to: "family" }),
    anExplanation({ what: "plan" }),
    anExplanation({ what: "plan", to: "family" }),
  ],
  advocacy: {
    consideredOn: localDate("2026-02-03"),
    isNeeded: false,
    offeredOn: "none",
    answer: "none",
    advocate: "none",
    linkedOn: "none",
  },
  ...of,
});

const part = { on: localDate("2026-03-09"), how: "took-part", saysHow: true } as const;

/** Both took part on 9 March 2026, and every view has its answer. */
export const takingPartFacts = (of: Partial<TakingPartFacts> = {}): TakingPartFacts => ({
  child: { id: "child-1" },
  plan: { id: "plan-1" },
  childsPart: part,
  familysPart: part,
  views: [aView()],
  ...of,
});

/** Fay leads since 24 November 2026, and Rob covers. */
export const familyContactFacts = (of: Partial<FamilyContactFacts> = {}): FamilyContactFacts => ({
  child: { id: "child-1" },
  namedPerson: "none",
  lead: { id: "fay", from: localDate("2026-11-24") },
  cover: { id: "rob", from: localDate("2026-11-24") },
  leadIsAway: false,
  chosen: "none",
  outOfHours: "none",
  ...of,
});

/** A text on a Tuesday to a family that wants texts on weekdays. */
export const messageFacts = (of: Partial<MessageFacts> = {}): MessageFacts => ({
  child: { id: "child-1" },
  agreed: {
    way: "text",
    days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    on: localDate("2026-11-02"),
  },
  message: { id: "message-1", way: "text", on: localDate("2026-11-24"), reasonGiven: false },
  ...of,
});

/** A contact of 1 April 2026 with all three answers. */
export const directContactFacts = (of: Partial<DirectContactFacts> = {}): DirectContactFacts => ({
  child: { id: "child-1" },
  contact: { id: "contact-1", on: localDate("2026-04-01"), by: "lead-1" },
  feelsInformed: "yes",
  planWorks: "partly",
  saysEffect: true,
  ...of,
});

/** A family that asked and reported nothing. */
export const heardFacts = (of: Partial<HeardFacts> = {}): HeardFacts => ({
  child: { id: "child-1" },
  questions: [],
  changes: [],
  review: "none",
  ...of,
});

/** Maya, four: picture cards, and everything else on record. */
export const youngChildFacts = (of: Partial<YoungChildFacts> = {}): YoungChildFacts => ({
  child: { id: "child-1" },
  isYoung: true,
  way: "pictures",
  understanding: true,
  viewsHad: true,
  carersPart: true,
  transitions: ["reception-2027-09"],
  ...of,
});

/** A meeting of 3 December 2026; the mother speaks Tigrinya and needs an interpreter. */
export const interpretersFacts = (interpreter: "booked" | "declined" | "none" | "not-recorded"): InterpretersFacts => ({
  child: { id: "child-1" },
  meeting: { id: "meeting-1", on: localDate("2026-12-03") },
  people: [{ id: "mother-1", firstLanguage: "tigrinya", needsInterpreter: true, interpreter }],
});

/** Explained at the conference of 18 November 2026 and at the core group of 25 November. */
export const roleExplainedFacts = (of: Partial<RoleExplainedFacts> = {}): RoleExplainedFacts => ({
  child: { id: "child-1" },
  keyWorker: "worker-1",
  atConference: { on: localDate("2026-11-18"), heardBy: ["parents"] },
  atCoreGroup: { on: localDate("2026-11-25"), heardBy: ["parents", "core-group"] },
  ...of,
});
