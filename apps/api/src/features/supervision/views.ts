import { z } from "zod";
import { ChildInList, ClockView, ControlView, PersonView, TermView } from "../../views.ts";

const Strand = z.enum(["lead", "practice"]);

/** Something owed about somebody's supervision, as the rulebook says it. */
export const SupervisionDuty = z.object({
  act: z.string(),
  because: z.string(),
  clause: z.string(),
  clock: ClockView.optional(),
  /** Owed now, whatever the clock: at once, or past its day. */
  isLate: z.boolean(),
});
export type SupervisionDuty = z.infer<typeof SupervisionDuty>;

const Arrangement = z.object({
  version: z.int(),
  model: TermView,
  lead: PersonView,
  practice: PersonView,
  usualEveryDays: z.int(),
  leadEveryDays: z.int().optional(),
  reason: z.string().optional(),
  since: z.string(),
});
export type ArrangementView = z.infer<typeof Arrangement>;

/** Somebody the reader supervises, or manages and ought to see to. */
const Supervisee = z.object({
  practitionerId: z.string(),
  name: z.string(),
  postTitle: z.string().optional(),
  agency: z.string().optional(),
  /** What the reader supervises of this person; neither where they manage the person only. */
  strands: z.array(Strand),
  isManagedByYou: z.boolean(),
  /** How many children this person leads for now. */
  leads: z.int(),
  arrangement: Arrangement.optional(),
  duties: z.array(SupervisionDuty),
  /** The nearest session that is due. */
  next: ClockView.optional(),
  waiting: z.int(),
});
export type SuperviseeView = z.infer<typeof Supervisee>;

export const PeopleView = z.object({ people: z.array(Supervisee) });
export type PeopleView = z.infer<typeof PeopleView>;

const CaseSaid = z.object({
  child: ChildInList,
  note: z.string().optional(),
  presentingNeed: z.string().optional(),
  whatTheLeadCanDo: z.string().optional(),
  specialistSupport: z.string().optional(),
  othersWorkDirectly: z.string().optional(),
  riskIsHigh: z.boolean().optional(),
  leftOutBecause: z.string().optional(),
});
export type CaseSaidView = z.infer<typeof CaseSaid>;

const Session = z.object({
  sessionId: z.string(),
  strand: TermView,
  kind: TermView,
  heldOn: z.string(),
  by: z.string(),
  note: z.string(),
  summary: z.string().optional(),
  actions: z.string().optional(),
  cases: z.array(CaseSaid),
});
export type SessionView = z.infer<typeof Session>;

const Request = z.object({
  requestId: z.string(),
  version: z.int(),
  child: ChildInList,
  reason: z.string(),
  askedOn: z.string(),
  to: z.string(),
  clock: ClockView.optional(),
  answer: z
    .object({
      is: z.enum(["offered", "not-now"]),
      on: z.string(),
      by: z.string(),
      offeredOn: z.string().optional(),
      words: z.string().optional(),
    })
    .optional(),
});
export type RequestView = z.infer<typeof Request>;

/** One child on the agenda of a session, the one that waited longest first. */
const OnAgenda = z.object({
  child: ChildInList,
  planId: z.string().optional(),
  since: z.string(),
  lastDiscussedOn: z.string().optional(),
  riskIsHigh: z.boolean().optional(),
  /** What the family asked or reported and waits: how many things and since when, and none of the words. */
  familyWaits: z.object({ many: z.int(), since: z.string() }).optional(),
});
export type OnAgendaView = z.infer<typeof OnAgenda>;

/** One person whom the reader supervises or manages. */
export const PersonSupervisedView = Supervisee.extend({
  agenda: z.array(OnAgenda),
  /** Whether the rulebook asks the four questions of each child. */
  asksFourQuestions: z.boolean(),
  /** What the two supervisors show each other of a session, as the rulebook has it. */
  shares: z.object({ summary: z.boolean(), actions: z.boolean() }),
  sessions: z.array(Session),
  /** What another supervisor agreed with the person to show. */
  agreedElsewhere: z.array(
    z.object({
      strand: TermView,
      heldOn: z.string(),
      by: z.string(),
      summary: z.string().optional(),
      actions: z.string().optional(),
    }),
  ),
  requests: z.array(Request),
  may: z.object({ arrange: ControlView, record: ControlView }),
});
export type PersonSupervisedView = z.infer<typeof PersonSupervisedView>;

/** Who may supervise somebody, for the form that settles it. */
export const ArrangeFormView = z.object({
  person: PersonView,
  arrangement: Arrangement.optional(),
  supervisors: z.array(
    z.object({ practitionerId: z.string(), name: z.string(), postTitle: z.string(), agency: z.string() }),
  ),
});
export type ArrangeFormView = z.infer<typeof ArrangeFormView>;

/** How the reader is supervised. */
export const OwnSupervisionView = z.object({
  arrangement: Arrangement.optional(),
  /** Who manages the reader, where nobody settled yet who supervises them. */
  manager: PersonView.optional(),
  next: z.array(z.object({ strand: TermView, clock: ClockView })),
  sessions: z.array(Session),
  requests: z.array(Request),
  /** The children the reader leads for, to ask about. */
  leads: z.array(z.object({ childId: z.string(), child: ChildInList })),
  may: z.object({ ask: ControlView }),
});
export type OwnSupervisionView = z.infer<typeof OwnSupervisionView>;

export const SupervisionDone = z.object({ practitionerId: z.string() });

const Shown = z.union([z.int(), z.enum(["fewer-than-5", "not-shown"])]);

/** How many leads of each agency are past their interval. */
export const LateByAgencyView = z.object({
  smallLeftOut: z.boolean(),
  agencies: z.array(z.object({ agency: z.string(), leads: Shown, late: Shown, supervisors: z.array(z.string()) })),
});
export type LateByAgencyView = z.infer<typeof LateByAgencyView>;
