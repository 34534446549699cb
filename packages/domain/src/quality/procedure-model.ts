import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** Facts for "Who owes what about the procedure itself?" */
export const ProcedureFacts = z.strictObject({
  area: Ref,
  adoptedOn: DoneOn,
  /** Meetings that reviewed it, and whether each was one that is designated for it. */
  reviews: recorded(list(z.strictObject({ on: LocalDateSchema, isDesignated: recorded(z.boolean()) }))),
  /** When it was last looked at how the work with lead professionals goes. */
  lastEvaluatedOn: DoneOn,
  lastAuditedOn: DoneOn,
  /** Who holds the post of its author, and who would name a stand-in. */
  author: orNone(Ref),
  director: orNone(Ref),
  changes: list(
    z.strictObject({
      id: Ref,
      publishedOn: DoneOn,
      loggedOn: DoneOn,
      toldOn: DoneOn,
    }),
  ),
  suggestions: list(z.strictObject({ id: Ref, receivedOn: LocalDateSchema, answeredOn: DoneOn })),
  calendar: WorkingDays,
});
export type ProcedureFacts = z.infer<typeof ProcedureFacts>;

/** Facts for "Which of its own duties does this organisation or area still owe?" */
export const OrganisationFacts = z.strictObject({
  of: z.strictObject({ kind: z.enum(["agency", "area"]), id: Ref }),
  /** Senior managers named to see that lead professionals are identified, each from a day. */
  seniorManagers: recorded(list(z.strictObject({ id: Ref, from: LocalDateSchema }))),
  /** When information on the role last went out to its staff. */
  toldStaffOn: DoneOn,
  /** The area's one co-ordinator. */
  coordinator: orNone(Ref),
  /** The area's school groups, and the team of children and family social work that each is linked to. */
  schoolGroups: list(z.strictObject({ id: Ref, team: orNone(Ref) })),
});
export type OrganisationFacts = z.infer<typeof OrganisationFacts>;

/** What gets in the way on a case, as a practitioner flags it. */
export const barrierKinds = [
  "specialist-hard-to-reach",
  "poor-referral",
  "sharing-barrier",
  "meeting-too-large",
] as const;

/** Facts for "Who has to answer what people signalled?" */
export const SignalsFacts = z.strictObject({
  area: Ref,
  barriers: list(
    z.strictObject({ id: Ref, kind: z.enum(barrierKinds), agency: Ref, on: LocalDateSchema, manager: orNone(Ref) }),
  ),
  /** What agencies took on, when each owner accepted it, and on which days the lead professional had to ask. */
  commitments: list(
    z.strictObject({
      actionId: Ref,
      owner: Ref,
      manager: orNone(Ref),
      acceptedOn: DoneOn,
      askedOn: list(LocalDateSchema),
      doneOn: DoneOn,
    }),
  ),
  challenges: list(
    z.strictObject({
      id: Ref,
      kind: z.enum(["unsupported", "agency-not-delivering"]),
      raisedOn: LocalDateSchema,
      answeredOn: DoneOn,
    }),
  ),
  calendar: WorkingDays,
});
export type SignalsFacts = z.infer<typeof SignalsFacts>;
