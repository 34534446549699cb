import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** Why somebody stands in for the lead. A lead's own circumstances stay theirs: the record holds no more than this. */
export const standInReasons = vocabulary({
  leave: { label: "Planned leave" },
  absence: { label: "An absence that nobody expected" },
  unsafe: { label: "It is not safe for the family to turn to the lead" },
  other: { label: "Another reason" },
});
export type StandInReason = keyof typeof standInReasons;

/** As what somebody stands in: the deputy whom the team agreed on before, or somebody else for the days in between. */
export const standInKinds = vocabulary({
  deputy: { label: "Deputy" },
  interim: { label: "In between" },
});
export type StandInKind = keyof typeof standInKinds;

const person = z.uuid({ version: "v7", error: "Choose a person" });

export const DeputyOnScreen = z.object({
  practitionerId: person,
  agreedOn: workingLifeDay("Enter the day it was agreed"),
  /** The line manager's, where the person has no action on the plan and nobody else on the team has one (BOL-6.4). */
  reason: optional(prose({ max: limits.prose, enter: "Enter why" })),
});
/** Record whom the team agreed on as deputy. It opens nothing: that begins when the deputy is put in (BOL-6.1, BOL-6.2). */
export const AgreeDeputy = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  ...DeputyOnScreen.shape,
});
export type AgreeDeputy = z.infer<typeof AgreeDeputy>;

/** End that somebody is deputy. */
export const EndDeputy = z.object({
  idempotencyKey: IdempotencyKeySchema,
  deputyId: IdSchema,
  reason: prose({ max: limits.prose, enter: "Enter why this person is no longer deputy" }),
});
export type EndDeputy = z.infer<typeof EndDeputy>;

export const StandInOnScreen = z.object({
  practitionerId: person,
  reason: z.enum(codesOf(standInReasons), { error: "Choose why somebody stands in" }),
  /** What those on the plan have to know. Everybody on it reads this. */
  words: optional(prose({ max: limits.prose, enter: "Enter what they have to know" })),
  expectedBackOn: workingLifeDay("Enter the day the lead is expected back").optional(),
});
/** Put somebody in for the lead from now on. The lead is paused, not ended (BOL-6.3, BOL-10.3, WIG-8.8.10). */
export const BeginStandIn = z.object({
  idempotencyKey: IdempotencyKeySchema,
  planId: IdSchema,
  ...StandInOnScreen.shape,
});
export type BeginStandIn = z.infer<typeof BeginStandIn>;

export const HandBackOnScreen = z.object({
  handover: prose({ max: limits.prose, enter: "Enter what happened meanwhile, for whoever goes on" }),
});
/** The role comes back to the lead, with a handover note (BOL-10.5). */
export const EndStandIn = z.object({
  idempotencyKey: IdempotencyKeySchema,
  actingLeadId: IdSchema,
  ...HandBackOnScreen.shape,
});
export type EndStandIn = z.infer<typeof EndStandIn>;
