import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";

/** Posts that may approve a departure, and others that may not. */
export const approvers = [
  "director",
  "strategic-manager",
  "operational-manager",
  "yot-manager",
  "governor",
  "head-of-establishment",
  "other",
] as const;

/** Facts for "May this rule be departed from?" */
export const DepartureFacts = z.strictObject({
  area: Ref,
  rule: Ref,
  /** For everybody in the area from now on, or in one case. */
  scope: z.enum(["area", "case"]),
  /** How much it takes: exceptional circumstances, a post that the youth standard names, or a reason. */
  takes: z.enum(["exceptional", "youth-standard", "reason"]),
  askedBy: Ref,
  reasonGiven: z.boolean(),
  approval: orNone(z.strictObject({ id: Ref, post: z.enum(approvers), on: LocalDateSchema })),
  startsOn: orNone(LocalDateSchema),
});
export type DepartureFacts = z.infer<typeof DepartureFacts>;

/** Facts for "Is everybody named to whom this lead professional answers?" */
export const ChainFacts = z.strictObject({
  practitioner: Ref,
  lineManager: orNone(Ref),
  /** Who answers for somebody without a line manager: a practice manager, a chair of governors, a board. */
  accountableContact: orNone(Ref),
  /** The arrangement that brings the area's services together. */
  arrangement: orNone(Ref),
  director: orNone(Ref),
  homeAgency: recorded(Agency),
  /** Who has a line over this person, for what, and from which agency. */
  lines: list(z.strictObject({ for: z.enum(["own-work", "leading"]), manager: Ref, agency: recorded(Agency) })),
});
export type ChainFacts = z.infer<typeof ChainFacts>;

const SignedBy = z.strictObject({ id: Ref, signedOn: DoneOn });

/** Facts for "May this area begin?" */
export const AreaStartFacts = z.strictObject({
  area: Ref,
  director: orNone(Ref),
  /** The agencies that answer for it beside the director, and when each signed up. */
  partners: recorded(list(SignedBy)),
});
export type AreaStartFacts = z.infer<typeof AreaStartFacts>;

/** Facts for "May this version of the rulebook go live?" */
export const PublishingFacts = z.strictObject({
  area: Ref,
  version: Count,
  signatures: list(z.strictObject({ by: z.enum(["director", "lead-member", "coordinator"]), on: LocalDateSchema })),
  partners: recorded(list(SignedBy)),
  /** Whether it is written down what the change means for equality. */
  impactAssessed: recorded(z.boolean()),
});
export type PublishingFacts = z.infer<typeof PublishingFacts>;

/** Posts of an area, and kinds of item, that may be entered anew or belong to the past. */
export const entryKinds = [
  "integrated-services-coordinator",
  "integrated-services-officer",
  "senior-family-liaison-officer",
  "service-managers-group",
  "caseworking-subgroup",
  "youth-offender-forum",
] as const;

/** Facts for "May this be entered anew?" A post with who holds it, or an item of a kind. */
export const NewEntryFacts = z.strictObject({
  area: Ref,
  entry: z.enum(entryKinds),
  person: orNone(Ref),
  holder: orNone(Ref),
});
export type NewEntryFacts = z.infer<typeof NewEntryFacts>;
