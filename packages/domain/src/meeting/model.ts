import { z } from "zod";
import { Ref, recorded } from "../kernel/facts.ts";
import { Statuses } from "../people/model.ts";

/** Facts for "Is a child's meeting called for?" */
export const MeetingFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  /** Whether the lead professional comes, or is to come, from another agency than the named person's. */
  leadIsFromAnotherAgency: recorded(z.boolean()),
  safetyIsThePrimaryIssue: recorded(z.boolean()),
  notAgreed: recorded(z.boolean()),
});
export type MeetingFacts = z.infer<typeof MeetingFacts>;
