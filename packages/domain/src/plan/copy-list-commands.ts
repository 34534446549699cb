import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Whose copy a row of a plan's list is about: the child's, the family's, or one agency's. */
export const copyHolders = ["child", "family", ...codesOf(agencyKinds)] as const;
export type CopyHolder = (typeof copyHolders)[number];
const whom = z.enum(copyHolders, { error: "Choose whose copy it is" });

const ofPlan = { idempotencyKey: IdempotencyKeySchema, planId: IdSchema, childId: IdSchema };

export const PlanAgreedOnScreen = z.object({ agreedOn: workingLifeDay("Enter the day the plan was agreed") });

/** Record that the plan was agreed, or agreed again after it changed: from that day everybody concerned gets a copy. */
export const RecordPlanAgreed = z.object({ ...ofPlan, ...PlanAgreedOnScreen.shape });
export type RecordPlanAgreed = z.infer<typeof RecordPlanAgreed>;

export const HandedOverOnScreen = z.object({
  /** Who of the family or the agency; the child is known. */
  name: optional(line({ max: limits.name, enter: "Enter who was given it" })),
  handedOverOn: workingLifeDay("Enter the day it was handed over"),
  receivedOn: workingLifeDay("Enter the day they had it").optional(),
});

/** Record that a copy on paper was handed over, which was not made here. */
export const RecordCopyHandedOver = z.object({ ...ofPlan, whom, ...HandedOverOnScreen.shape });
export type RecordCopyHandedOver = z.infer<typeof RecordCopyHandedOver>;

export const CopyReceivedOnScreen = z.object({ receivedOn: workingLifeDay("Enter the day they had it") });

/** Record that a copy which was sent from here arrived. */
export const RecordCopyReceived = z.object({
  idempotencyKey: IdempotencyKeySchema,
  sentCopyId: IdSchema,
  ...CopyReceivedOnScreen.shape,
});
export type RecordCopyReceived = z.infer<typeof RecordCopyReceived>;

export const LeftOutOnScreen = z.object({ because: line({ max: limits.line, enter: "Enter why they get no copy" }) });

/** Write down why the child, the family or an agency gets no copy of what was agreed. */
export const RecordLeftOut = z.object({ ...ofPlan, whom, ...LeftOutOnScreen.shape });
export type RecordLeftOut = z.infer<typeof RecordLeftOut>;
