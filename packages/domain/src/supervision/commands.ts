import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { sessionKinds, supervisionModels } from "../vocabulary/supervision.ts";
import { codesOf } from "../vocabulary/term.ts";
import { strands } from "./model.ts";

const everyDays = (enter: string) =>
  z.int({ error: enter }).min(1, "Enter 1 day or more").max(92, "Enter 92 days or fewer");
const words = (enter: string) => prose({ max: limits.prose, enter });

/** Settle who supervises somebody, in the role of lead professional and in their practice, and how often. */
export const ArrangeSupervision = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    practitionerId: IdSchema,
    /** The version of the arrangement that this one takes the place of; left out where there is none. */
    version: VersionSchema.optional(),
    model: z.enum(codesOf(supervisionModels), { error: "Choose how this person is supervised" }),
    /** Who supervises the practice; and the role too, but for two supervisors. */
    practiceSupervisorId: z.uuid({ error: "Choose who supervises this person" }),
    leadSupervisorId: z.uuid({ error: "Choose who supervises the role of lead professional" }).optional(),
    usualEveryDays: everyDays("Enter how many days lie between sessions"),
    /** While this person leads; left out where it is as usual. */
    leadEveryDays: everyDays("Enter how many days lie between sessions while this person leads").optional(),
    reason: optional(words("Enter the reason")),
  })
  .refine(({ model, leadSupervisorId }) => model !== "dual" || leadSupervisorId !== undefined, {
    path: ["leadSupervisorId"],
    message: "Choose who supervises the role of lead professional",
  })
  .refine(
    ({ model, leadSupervisorId, practiceSupervisorId }) =>
      model !== "dual" || leadSupervisorId !== practiceSupervisorId,
    { path: ["leadSupervisorId"], message: "Choose two people, or choose another way" },
  )
  .refine(({ model, leadEveryDays }) => model !== "frequency" || leadEveryDays !== undefined, {
    path: ["leadEveryDays"],
    message: "Enter how many days lie between sessions while this person leads",
  })
  .refine(({ model, reason }) => model !== "frequency" || reason !== undefined, {
    path: ["reason"],
    message: "Enter why the frequency is another one",
  });
export type ArrangeSupervision = z.infer<typeof ArrangeSupervision>;

/** What was said about one child in a session on the role of lead professional. */
export const CaseInSession = z.object({
  childId: IdSchema,
  planId: IdSchema,
  /** The demands, the support that was given, what was agreed to be done. */
  note: optional(words("Enter what was said")),
  presentingNeed: optional(words("Enter what is needed now")),
  whatTheLeadCanDo: optional(words("Enter what the lead professional can do")),
  specialistSupport: optional(words("Enter where specialist support is needed")),
  othersWorkDirectly: optional(words("Enter where others work with the child directly")),
  riskIsHigh: z.enum(["yes", "no", "not-said"], { error: "Choose whether the risk is high" }).default("not-said"),
  leftOutBecause: optional(words("Enter why this child was not talked about")),
});
export type CaseInSession = z.infer<typeof CaseInSession>;

/** Write down a session that was held: of one strand, so that the notes of the other stay apart. */
export const RecordSession = z.object({
  idempotencyKey: IdempotencyKeySchema,
  practitionerId: IdSchema,
  strand: z.enum(strands, { error: "Choose what it was about" }),
  kind: z.enum(codesOf(sessionKinds), { error: "Choose how it was held" }),
  heldOn: workingLifeDay("Enter the day it was held"),
  note: words("Enter a line on what it was about"),
  /** What the two of them agreed to show the other supervisor. */
  summary: optional(words("Enter the agreed summary")),
  /** What was agreed to be done. */
  actions: optional(words("Enter what was agreed to be done")),
  cases: z.array(CaseInSession).max(60).default([]),
});
export type RecordSession = z.infer<typeof RecordSession>;

/** Ask for extra supervision about one child somebody leads for. */
export const AskForSupervision = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: z.uuid({ version: "v7", error: "Choose the child it is about" }),
  reason: words("Enter what you need to talk about"),
});
export type AskForSupervision = z.infer<typeof AskForSupervision>;

/** Answer somebody who asked for extra supervision: a day, or why not. */
export const AnswerForSupervision = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    requestId: IdSchema,
    version: VersionSchema,
    answer: z.enum(["offered", "not-now"], { error: "Choose what you answer" }),
    offeredOn: workingLifeDay("Enter the day you offer").optional(),
    words: optional(line({ max: limits.line, enter: "Enter why not" })),
  })
  .refine(({ answer, offeredOn }) => answer !== "offered" || offeredOn !== undefined, {
    path: ["offeredOn"],
    message: "Enter the day you offer",
  })
  .refine(({ answer, words: said }) => answer !== "not-now" || said !== undefined, {
    path: ["words"],
    message: "Enter why not",
  });
export type AnswerForSupervision = z.infer<typeof AnswerForSupervision>;
