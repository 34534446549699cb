import { z } from "zod";
import { orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** What may follow a concern. */
export const ConcernOutcome = z.enum(["nothing-more", "own-agency-help", "another-agency-needed"]);
export type ConcernOutcome = z.infer<typeof ConcernOutcome>;

/** Facts for "What is owed on this concern?" */
export const ConcernDutiesFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  reportedOn: LocalDateSchema,
  acknowledgedOn: orNone(LocalDateSchema),
  answeredOn: orNone(LocalDateSchema),
  calendar: WorkingDays,
});
export type ConcernDutiesFacts = z.infer<typeof ConcernDutiesFacts>;

const told = recorded(z.enum(["told", "reason-given", "none"]));
const view = recorded(z.enum(["given", "not-possible"]));

/** Facts for "May this concern be closed?" */
export const ConcernClosingFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  outcome: recorded(ConcernOutcome),
  /** The help given, or the named other through whom it is arranged. */
  helpRecorded: z.boolean(),
  childTold: told,
  familyTold: told,
  childsView: view,
  familysView: view,
  /** Another agency is needed: whether the named person has talked with a manager (HIG-41). */
  managerConsulted: recorded(z.boolean()),
  /** What named person and manager decided when another agency is needed; "none" is a decision not made. */
  leadDecision: recorded(z.enum(["become-lead", "appoint-another", "none"])),
});
export type ConcernClosingFacts = z.infer<typeof ConcernClosingFacts>;
