import { z } from "zod";
import { JoinsAndReads } from "../consent/model.ts";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { Told, toldOf } from "../kernel/told.ts";
import { BroughtToLight } from "../plan/model.ts";
import { concernTouches } from "../vocabulary/concern-touches.ts";
import { needRoutes } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";
import { worryBringers, worryPlaces } from "./brought.ts";

/** A view in the person's own words with how it was asked, or why it could not be had, or that nobody has asked yet. */
export const SaidView = z.discriminatedUnion(
  "asked",
  [
    z.object({
      asked: z.literal("given"),
      words: prose({ max: limits.prose, enter: "Enter what was said, in their own words" }),
      how: line({ max: limits.line, enter: "Enter how they were asked" }),
    }),
    z.object({
      asked: z.literal("not-possible"),
      because: prose({ max: limits.prose, enter: "Enter why they could not be asked" }),
    }),
    z.object({ asked: z.literal("not-yet") }),
  ],
  { error: "Choose whether they were asked" },
);
export type SaidView = z.infer<typeof SaidView>;

/** Record something noticed about a child. */
export const RecordConcern = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    childId: IdSchema,
    noticedOn: workingLifeDay("Enter the day it was noticed"),
    /** The day it was first reported; the day of recording where it is left out. */
    reportedOn: workingLifeDay("Enter the day it was reported").optional(),
    noticed: prose({ max: limits.prose, enter: "Enter what was noticed" }),
    /** What has been done about it already, where something has (BOL-11.9). */
    doneSoFar: optional(prose({ max: limits.prose, enter: "Enter what has been done" })),
    /** Whoever raised it, where that is somebody else. */
    raisedBy: optional(line({ max: limits.line, enter: "Enter who raised it" })),
    /** What kind of person that is, and what it is about: nobody has to say (HIG-67). */
    broughtBy: z.enum(codesOf(worryBringers)).optional(),
    aboutPlace: z.enum(codesOf(worryPlaces)).optional(),
    /** The adult the child chose to talk to: anybody, in words. It gives them no part in the record (HIG-68). */
    chosenAdult: optional(line({ max: limits.line, enter: "Enter whom the child chose to talk to" })),
    touches: z
      .array(z.enum(codesOf(concernTouches)))
      .min(1, "Choose what the concern touches")
      .max(13),
    childsView: SaidView,
    familysView: SaidView,
  })
  .refine(({ noticedOn, reportedOn }) => reportedOn === undefined || reportedOn >= noticedOn, {
    path: ["reportedOn"],
    message: "Enter a day that is not before it was noticed",
  });
export type RecordConcern = z.infer<typeof RecordConcern>;

/** Record a view that was asked for later. */
export const RecordConcernView = z.object({
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  whose: z.enum(["child", "family"]),
  view: SaidView,
});
export type RecordConcernView = z.infer<typeof RecordConcernView>;

/** Whoever raised the concern heard that it arrived. */
export const AcknowledgeConcern = z.object({
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  version: VersionSchema,
  on: workingLifeDay("Enter the day it was acknowledged"),
});
export type AcknowledgeConcern = z.infer<typeof AcknowledgeConcern>;

/** Log what the child or the family was told of a concern. */
export const TellOfConcern = z.object({
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  whom: z.enum(["child", "family"]),
  told: Told,
});
export type TellOfConcern = z.infer<typeof TellOfConcern>;

const decided = {
  idempotencyKey: IdempotencyKeySchema,
  concernId: IdSchema,
  version: VersionSchema,
  reason: prose({ max: limits.prose, enter: "Enter the reason" }),
  childTold: toldOf("the child has been"),
  familyTold: toldOf("the family has been"),
};

/** Decide what follows a concern. */
export const DecideConcern = z.discriminatedUnion(
  "outcome",
  [
    z.object({ ...decided, outcome: z.literal("nothing-more") }),
    z.object({
      ...decided,
      outcome: z.literal("own-agency-help"),
      help: prose({ max: limits.prose, enter: "Enter the help given, or the person through whom it is arranged" }),
    }),
    z.object({
      ...decided,
      outcome: z.literal("another-agency-needed"),
      help: optional(prose({ max: limits.prose, enter: "Enter the help that starts now" })),
      /** The manager who was consulted, and when. */
      manager: z
        .object({ practitionerId: IdSchema, on: workingLifeDay("Enter the day the manager was consulted") })
        .optional(),
      leadDecision: z
        .enum(["become-lead", "appoint-another"], { error: "Choose what was decided about who leads" })
        .optional(),
      route: z.enum(codesOf(needRoutes), { error: "Choose how the need arose" }).optional(),
      trigger: BroughtToLight.optional(),
      practitioners: z.array(JoinsAndReads).max(20, "Add up to 20 people now, and the others on the plan").default([]),
      /** A safeguarding referral waits for nobody's agreement that a new service comes in (BOL-4.14). */
      isReferral: z.boolean().default(false),
    }),
  ],
  { error: "Choose what follows the concern" },
);
export type DecideConcern = z.infer<typeof DecideConcern>;
