import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { stageOutcomes } from "../vocabulary/stages.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Ask whether a lead professional is needed, and keep the answer. */
export const AskWhetherNeeded = z.object({ idempotencyKey: IdempotencyKeySchema, planId: IdSchema });
export type AskWhetherNeeded = z.infer<typeof AskWhetherNeeded>;

/** Whom the child or the family would like to lead, in their own words; or why they could not be asked. */
export const RecordLeadView = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  childId: IdSchema,
  whose: z.enum(["child", "family"], { error: "Choose whose view it is" }),
  saidOn: workingLifeDay("Enter the day they were asked"),
  view: z.discriminatedUnion(
    "asked",
    [
      z.object({
        asked: z.literal("given"),
        words: prose({ max: limits.prose, enter: "Enter what was said, in their own words" }),
        how: line({ max: limits.line, enter: "Enter how they were asked" }),
        /** A person they know who works with the child; left out where they named nobody, or somebody else. */
        wishedForId: IdSchema.optional(),
        wishedFor: optional(line({ max: limits.line, enter: "Enter whom they would like" })),
      }),
      z.object({
        asked: z.literal("not-possible"),
        because: prose({ max: limits.prose, enter: "Enter why they could not be asked" }),
      }),
    ],
    { error: "Choose whether they were asked" },
  ),
});
export type RecordLeadView = z.infer<typeof RecordLeadView>;

/** What the people who weighed a criterion wrote. Never added up. */
export const Weighed = z.object({
  criterion: z.string().min(1).max(100),
  /** Left out for what is answered once for the case. */
  candidateId: IdSchema.optional(),
  /** Left out only where yes or no is the whole answer. */
  words: optional(prose({ max: limits.prose, enter: "Enter an answer" })),
  /** How the person is placed on it, or yes or no, as the rulebook asks. */
  rating: z
    .enum(["strong", "partial", "none", "yes", "no"], { error: "Choose how the person is placed on this" })
    .optional(),
  evidence: optional(prose({ max: limits.prose, enter: "Enter what this rests on" })),
});
export type Weighed = z.infer<typeof Weighed>;

/** Propose somebody as lead professional. Leads nobody until every agreement is in. */
export const ProposeLead = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  version: VersionSchema,
  practitionerId: z.uuid({ version: "v7", error: "Choose a person" }),
  reason: prose({ max: limits.prose, enter: "Enter why this person is best placed to lead" }),
  /** Answers to what a clause asks a reason for, by the need's code. */
  reasons: z.record(z.string().max(100), prose({ max: limits.prose, enter: "Enter the reason" })).default({}),
  /** Everybody who was considered beside the one proposed. */
  consideredIds: z.array(IdSchema).max(50).default([]),
  weighed: z.array(Weighed).max(400).default([]),
  /** The manager who was consulted, where that was not recorded with a concern. */
  consulted: z
    .object({ practitionerId: IdSchema, on: workingLifeDay("Enter the day the manager was consulted") })
    .optional(),
});
export type ProposeLead = z.infer<typeof ProposeLead>;

/** Record what came out of one stage of a proposal's agreement. */
export const RecordStage = z.object({
  idempotencyKey: IdempotencyKeySchema,
  proposalId: IdSchema,
  version: VersionSchema,
  stage: z.string().min(1).max(100),
  outcome: z.enum(codesOf(stageOutcomes), { error: "Choose what came of it" }),
  words: optional(prose({ max: limits.prose, enter: "Enter what was said" })),
  /** What a yes rests on, where a clause asks for evidence. */
  evidence: optional(prose({ max: limits.prose, enter: "Enter what this rests on" })),
  /** For a meeting, a discussion or a conversation: its day. */
  heldOn: workingLifeDay("Enter the day").optional(),
  /** Practitioners who took part. */
  participantIds: z.array(IdSchema).max(50).default([]),
  /** Others who took part, by name. */
  others: z
    .array(line({ max: limits.line, enter: "Enter a name" }))
    .max(50)
    .default([]),
});
export type RecordStage = z.infer<typeof RecordStage>;

/** Take a proposal back. */
export const WithdrawProposal = z.object({
  idempotencyKey: IdempotencyKeySchema,
  proposalId: IdSchema,
  version: VersionSchema,
  reason: prose({ max: limits.prose, enter: "Enter why the proposal is withdrawn" }),
});
export type WithdrawProposal = z.infer<typeof WithdrawProposal>;

/** A worker told their own line manager that nobody was agreed on. The day of telling and of recording are two days. */
export const RecordManagerTold = z.object({
  idempotencyKey: IdempotencyKeySchema,
  dutyId: IdSchema,
  toldOn: workingLifeDay("Enter the day you told your line manager"),
});
export type RecordManagerTold = z.infer<typeof RecordManagerTold>;

/** A line manager confirms somebody who leads by law or procedure, and names who advises them meanwhile (WIG-D10). */
export const ConfirmDesignation = z.object({
  idempotencyKey: IdempotencyKeySchema,
  dutyId: IdSchema,
  /** An experienced lead professional. */
  adviserId: IdSchema.optional(),
});
export type ConfirmDesignation = z.infer<typeof ConfirmDesignation>;
