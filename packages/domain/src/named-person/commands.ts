import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, PersonIdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";
import { waysOfTelling } from "../vocabulary/ways-of-telling.ts";

/** How a school or clinic settles who is named person for whom (HIG-15). */
export const arrangementPatterns = vocabulary({
  "one-person": { label: "One person for everybody" },
  "by-class": { label: "By class" },
  "by-year-group": { label: "By year group" },
  "by-house": { label: "By house" },
  "by-name": { label: "Child by child" },
});
export type ArrangementPattern = keyof typeof arrangementPatterns;

/** The group that stands for the whole roll. */
export const wholeRoll = "*";

/** Record a school's arrangement and apply it to its whole roll from a day, with single exceptions (HIG-62). */
export const ArrangeNamedPersons = z.object({
  idempotencyKey: IdempotencyKeySchema,
  establishmentId: IdSchema,
  version: VersionSchema,
  pattern: z.enum(codesOf(arrangementPatterns), { error: "Choose how named persons are settled" }),
  /** Who for which group; the group is "*" where one person is named for everybody. */
  groups: z
    .array(z.object({ group: line({ max: limits.line, enter: "Choose a group" }), practitionerId: IdSchema }))
    .max(500, "Name fewer groups at a time")
    .refine(
      (groups) => new Set(groups.map(({ group }) => group)).size === groups.length,
      "Choose one person for each group",
    ),
  exceptions: z
    .array(
      z.object({
        childId: IdSchema,
        practitionerId: IdSchema,
        reason: prose({ max: limits.prose, enter: "Enter why this child has somebody else" }),
      }),
    )
    .max(500, "Make fewer exceptions at a time")
    .default([]),
  from: workingLifeDay("Enter the day it starts"),
});
export type ArrangeNamedPersons = z.infer<typeof ArrangeNamedPersons>;

/** Assign one child's named person from a day. The one before stays to the day itself: no gap, no overlap (HIG-59). */
export const AssignNamedPerson = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  practitionerId: IdSchema,
  from: workingLifeDay("Enter the day it starts"),
  /** Why this child has somebody else than the arrangement says. */
  reason: optional(prose({ max: limits.prose, enter: "Enter why" })),
  /** The row that was current when the page was opened, so that two people do not change it over each other; null for none. */
  insteadOfId: IdSchema.nullable(),
});
export type AssignNamedPerson = z.infer<typeof AssignNamedPerson>;

/** The midwife's care has ended. The health visitor takes over on the later of that day and the day of accepting (HD-1). */
export const EndMidwifery = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    childId: IdSchema,
    version: VersionSchema,
    endedOn: workingLifeDay("Enter the day the midwife's care ended"),
    healthVisitorId: PersonIdSchema.optional(),
    acceptedOn: workingLifeDay("Enter the day the health visitor accepted").optional(),
    /** Why the handover is late, where it is. */
    reason: optional(prose({ max: limits.prose, enter: "Enter why the handover is late" })),
  })
  .refine(({ healthVisitorId, acceptedOn }) => (healthVisitorId === undefined) === (acceptedOn === undefined), {
    path: ["acceptedOn"],
    message: "Choose the health visitor and enter the day they accepted",
  });
export type EndMidwifery = z.infer<typeof EndMidwifery>;

/** Log that children or carers were told who the named person is, or why they were not (HIG-63). */
export const RecordTold = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    tellingIds: z.array(IdSchema).min(1, "Choose who was told").max(1_000, "Choose fewer at a time"),
    toldOn: workingLifeDay("Enter the day they were told").optional(),
    how: z.enum(codesOf(waysOfTelling), { error: "Choose how they were told" }).optional(),
    notToldBecause: optional(prose({ max: limits.prose, enter: "Enter why they were not told" })),
  })
  .refine(
    ({ toldOn, how, notToldBecause }) => (toldOn !== undefined && how !== undefined) !== (notToldBecause !== undefined),
    {
      path: ["toldOn"],
      message: "Enter the day and how they were told, or why they were not",
    },
  );
export type RecordTold = z.infer<typeof RecordTold>;
