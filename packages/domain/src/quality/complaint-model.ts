import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** A complaint by child, family or practitioner; an issue of performance that a manager takes up; feedback on how an organisation uses the role. */
export const complaintKinds = ["complaint", "performance", "about-organisation"] as const;

/** Facts for "May this person do this about a complaint?" */
export const ComplaintFacts = z.strictObject({
  complaint: z.strictObject({ id: Ref, kind: z.enum(complaintKinds) }),
  act: z.enum(["handle", "read", "raise-level"]),
  /** Who it is about, who manages them, and whom they manage. */
  about: Ref,
  manager: orNone(Ref),
  manages: list(Ref),
  by: z.strictObject({ id: Ref, isInManagementLine: recorded(z.boolean()) }),
  /** Whether the manager has shown it to the person it is about. */
  isReleased: z.boolean(),
  /** Whether it is written down why the level goes up, and to whom. */
  reasonGiven: z.boolean(),
  raisedTo: orNone(Ref),
});
export type ComplaintFacts = z.infer<typeof ComplaintFacts>;

/** Facts for "Who owes what about a complaint?" */
export const ComplaintDutiesFacts = z.strictObject({
  complaint: z.strictObject({ id: Ref, kind: z.enum(complaintKinds), receivedOn: LocalDateSchema }),
  /** The practitioner, or the organisation, that it is about. */
  about: Ref,
  handler: orNone(Ref),
  acknowledgedOn: DoneOn,
  answeredOn: DoneOn,
  /** Whether more time was taken, with its reason. */
  extension: orNone(z.strictObject({ reasonGiven: z.boolean() })),
  outcomeToldOn: DoneOn,
  /** Whether an answer that was given settled it. */
  isSettled: recorded(z.boolean()),
  calendar: WorkingDays,
});
export type ComplaintDutiesFacts = z.infer<typeof ComplaintDutiesFacts>;
