import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";

/** What a session is about: the cases somebody leads, or the rest of their practice. */
export const strands = ["lead", "practice"] as const;
const Strand = z.enum(strands);
const Days = z.int().min(1);

/** Facts for "Who supervises this?" */
export const SupervisorFacts = z.strictObject({
  practitionerId: Ref,
  strand: Strand,
  lineManager: orNone(Ref),
  /** Whether the agency offers two supervisors, and this person has them. */
  isDual: recorded(z.boolean()),
  /** The manager or area co-ordinator of lead professionals who has the lead strand. */
  dedicated: orNone(z.strictObject({ id: Ref, as: z.enum(["lead-professionals-manager", "area-coordinator"]) })),
});
export type SupervisorFacts = z.infer<typeof SupervisorFacts>;

/** One case somebody leads, as far as supervision goes. Leads that have ended stay in the list: an ending is a fact. */
export const LeadSupervised = inOrder(
  z.strictObject({
    planId: Ref,
    ...during,
    lastDiscussedOn: DoneOn,
    /** Who supervises this lead, how often, and since when that is settled. */
    arrangement: orNone(z.strictObject({ setOn: LocalDateSchema, supervisor: orNone(Ref), everyDays: orNone(Days) })),
    riskIsHigh: recorded(z.boolean()),
  }),
);
export type LeadSupervised = z.infer<typeof LeadSupervised>;

/** Facts for "Who owes what about this person's supervision?" */
export const SupervisionDutiesFacts = z.strictObject({
  practitionerId: Ref,
  manager: orNone(Ref),
  leads: list(LeadSupervised),
  lastSessionOn: DoneOn,
  /** The agency's own cycle for everybody. */
  agencyCycleDays: orNone(Days),
  /** What was agreed instead for as long as this person leads. */
  changed: orNone(z.strictObject({ from: LocalDateSchema, everyDays: Days, reasonGiven: z.boolean() })),
  /** Extra sessions asked for. */
  requests: list(z.strictObject({ id: Ref, planId: Ref, askedOn: LocalDateSchema, answeredOn: DoneOn })),
  /** What the lead reported about the role. */
  reports: list(
    z.strictObject({
      id: Ref,
      kind: z.enum(["affects-the-role", "beyond-expertise"]),
      reportedOn: LocalDateSchema,
      answeredOn: DoneOn,
    }),
  ),
  /** What is there for whoever leads. */
  support: z.strictObject({
    supervisionModel: recorded(z.boolean()),
    mentor: recorded(z.boolean()),
    administrativeHelp: recorded(z.boolean()),
    adviceContact: recorded(z.boolean()),
  }),
  /** For how many children this person is the named person. */
  namedPersonFor: Count,
  /** What the manager asked about progress on a case, of the lead or of anybody else on it. */
  challenges: list(
    z.strictObject({
      id: Ref,
      to: Ref,
      askedOn: LocalDateSchema,
      answeredOn: DoneOn,
      outcomeKept: recorded(z.boolean()),
    }),
  ).exactOptional(),
  /** What the manager directed somebody else to do on a case. */
  directions: list(
    z.strictObject({
      id: Ref,
      to: Ref,
      issuedOn: LocalDateSchema,
      dueOn: LocalDateSchema,
      readOn: DoneOn,
      answeredOn: DoneOn,
    }),
  ).exactOptional(),
  /** Courses in negotiation and diplomacy, and the day each was talked about. */
  courses: list(z.strictObject({ id: Ref, on: LocalDateSchema, discussedOn: DoneOn })).exactOptional(),
  calendar: WorkingDays,
});
export type SupervisionDutiesFacts = z.infer<typeof SupervisionDutiesFacts>;

/** Facts for "May this session be closed?" */
export const SessionFacts = z.strictObject({
  id: Ref,
  practitionerId: Ref,
  kind: z.enum(["formal", "informal"]),
  heldOn: DoneOn,
  hasNote: z.boolean(),
  /** Every case the person leads that day, with its part of the session. */
  cases: list(
    z.strictObject({
      planId: Ref,
      isFilledIn: z.boolean(),
      /** What is needed, what the lead can do, where a specialist is needed, where others work with the child directly. */
      prompts: z.strictObject({
        presentingNeed: recorded(z.boolean()),
        whatTheLeadCanDo: recorded(z.boolean()),
        specialistSupport: recorded(z.boolean()),
        othersWorkDirectly: recorded(z.boolean()),
      }),
      risks: list(z.strictObject({ id: Ref, became: recorded(z.enum(["solved", "task", "dispute", "open"])) })),
    }),
  ),
  /** What somebody needs to learn, and what was done about it. */
  needs: list(z.strictObject({ id: Ref, became: recorded(z.enum(["booked", "reason-kept", "open"])) })),
});
export type SessionFacts = z.infer<typeof SessionFacts>;

/** Facts for "May this person read this of a supervision record?" */
export const NoteFacts = z.strictObject({
  practitionerId: Ref,
  strand: Strand,
  what: z.enum(["note", "shared-summary", "shared-actions"]),
  reader: z.strictObject({
    id: Ref,
    role: z.enum(roles),
    /** Which strand of this person the reader supervises. */
    supervises: orNone(Strand),
  }),
});
export type NoteFacts = z.infer<typeof NoteFacts>;

/** Facts for "How long did somebody wait for an extra session?" */
export const WaitFacts = z.strictObject({
  practitionerId: Ref,
  planId: Ref,
  askedOn: LocalDateSchema,
  offeredOn: orNone(LocalDateSchema),
  calendar: WorkingDays,
});
export type WaitFacts = z.infer<typeof WaitFacts>;

/** Facts for "When does this organisation look at its supervision again?" */
export const ArrangementsFacts = z.strictObject({
  organisation: z.strictObject({ id: Ref }),
  lastAuditClosedOn: DoneOn,
  calendar: WorkingDays,
});
export type ArrangementsFacts = z.infer<typeof ArrangementsFacts>;

/** Facts for "May it be confirmed that this team's leads are supported?" */
export const ConfirmFacts = z.strictObject({
  team: z.strictObject({ id: Ref }),
  by: z.enum(roles),
  management: recorded(z.boolean()),
  support: recorded(z.boolean()),
  supervision: recorded(z.boolean()),
  /** Whether the organisation's own supervision policy is linked. */
  policyLinked: recorded(z.boolean()),
});
export type ConfirmFacts = z.infer<typeof ConfirmFacts>;

/** Facts for "May the case be closed as allocated?" How whoever is to lead it is supervised. */
export const AllocatedFacts = z.strictObject({
  practitionerId: Ref,
  planId: Ref,
  /** The kind of supervision, who gives it and how often. */
  kind: orNone(z.enum(["usual", "changed-frequency", "extra-on-request", "dual"])),
  supervisor: orNone(Ref),
  everyDays: orNone(Days),
});
export type AllocatedFacts = z.infer<typeof AllocatedFacts>;

/** Facts for "How much advice was asked for in this time?" `until` is the first day after it. */
export const AdviceFacts = z.strictObject({
  practitionerId: Ref,
  from: LocalDateSchema,
  until: LocalDateSchema,
  contacts: list(z.strictObject({ id: Ref, planId: Ref, on: LocalDateSchema, planClosedOn: DoneOn })),
});
export type AdviceFacts = z.infer<typeof AdviceFacts>;
