import { z } from "zod";
import { SharedByJoiningOf } from "../consent/model.ts";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { actionStates, levelsOfNeed, needRoutes } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";
import { BroughtToLight, JoinsPlan } from "./model.ts";

/** Put somebody on the plan who works with the child. */
export const AddPlanPractitioner = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  practitioner: JoinsPlan,
  /** A safeguarding referral waits for nobody's agreement that a new service comes in. */
  isReferral: z.boolean().default(false),
  /** What it rests on that they may read the plan, child by child: asked where nobody of their agency is on it yet. */
  sharing: z.array(SharedByJoiningOf).max(20, "Say it of 20 children or fewer").default([]),
});
export type AddPlanPractitioner = z.infer<typeof AddPlanPractitioner>;

/** Somebody no longer works with the child: access ends with it. */
export const EndPlanPractitioner = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planPractitionerId: IdSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the person no longer works with the child" }),
});
export type EndPlanPractitioner = z.infer<typeof EndPlanPractitioner>;

const whatIsDone = prose({ max: limits.prose, enter: "Enter what will be done" });
const whatItAchieves = prose({ max: limits.prose, enter: "Enter what this should achieve" });

/** Agree an action: one owner, whose agency it belongs to, and a day. */
export const AddPlanAction = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  childId: IdSchema,
  what: whatIsDone,
  outcome: whatItAchieves,
  /** A practitioner on the plan. */
  ownerId: IdSchema,
  startsOn: workingLifeDay("Enter the day it starts").optional(),
  dueOn: workingLifeDay("Enter the day it is due"),
});
export type AddPlanAction = z.infer<typeof AddPlanAction>;

/** Change an action, or say how it stands. What is left out stays as it is. */
export const ChangePlanAction = z.object({
  idempotencyKey: IdempotencyKeySchema,
  actionId: IdSchema,
  version: VersionSchema,
  what: whatIsDone.optional(),
  outcome: whatItAchieves.optional(),
  ownerId: IdSchema.optional(),
  startsOn: workingLifeDay("Enter the day it starts").optional(),
  dueOn: workingLifeDay("Enter the day it is due").optional(),
  state: z.enum(codesOf(actionStates), { error: "Choose how the action stands" }).optional(),
});
export type ChangePlanAction = z.infer<typeof ChangePlanAction>;

/** Answer what only people can say of a plan. What is left out stays as it is. */
export const AnswerPlan = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    planId: IdSchema,
    version: VersionSchema,
    integratedResponse: z.boolean().optional(),
    integratedResponseReason: optional(prose({ max: limits.prose, enter: "Enter why" })),
    safetyIsPrimary: z.boolean().optional(),
    needsAreComplexHealth: z.boolean().optional(),
    route: z.enum(codesOf(needRoutes), { error: "Choose how the need arose" }).optional(),
    trigger: BroughtToLight.optional(),
    levelOfNeed: z.enum(codesOf(levelsOfNeed), { error: "Choose the level of need" }).optional(),
    expectedMonths: z
      .int("Enter a whole number of months")
      .min(1, "Enter 1 month or more")
      .max(120, "Enter 120 months or fewer")
      .optional(),
  })
  .refine(
    ({ integratedResponse, integratedResponseReason: why }) => integratedResponse === undefined || why !== undefined,
    {
      path: ["integratedResponseReason"],
      message: "Enter why the help does or does not have to be one integrated response",
    },
  );
export type AnswerPlan = z.infer<typeof AnswerPlan>;

/** An agency says whether it supports the youth offending team's officer leading; that team's own word is its agreement. */
export const RecordAgencySupport = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  agency: z.enum(codesOf(agencyKinds), { error: "Choose an agency" }),
  supports: z.boolean({ error: "Choose whether the agency supports it" }),
  saidBy: line({ max: limits.line, enter: "Enter who said so" }),
  saidOn: workingLifeDay("Enter the day it was said"),
});
export type RecordAgencySupport = z.infer<typeof RecordAgencySupport>;

const entries = z.array(IdSchema).max(100, "Tick up to 100 entries at a time");

/** Tick dated entries of a child's chronology that show a growing concern, or take a tick back. */
export const TickEvidence = z
  .object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ticked: entries, unticked: entries })
  .refine(({ ticked, unticked }) => ticked.length + unticked.length > 0, {
    path: ["ticked"],
    message: "Tick the entries that show a growing concern",
  });
export type TickEvidence = z.infer<typeof TickEvidence>;
