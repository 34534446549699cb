import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** Why a manager ends the sessions of somebody they manage. */
export const sessionEndReasons = vocabulary({
  lost: { label: "A phone or computer is lost or stolen" },
  "left-open": { label: "They left a computer signed in" },
  "somebody-else": { label: "Somebody else may be using it" },
  left: { label: "They have left, moved or are away" },
});
export type SessionEndReason = keyof typeof sessionEndReasons;

/** After how many minutes without work a session ends: what an area may set, and what holds where it sets nothing. */
export const idleMinutes = { least: 10, most: 30, usual: 15 } as const;

/** How long before its end somebody is warned. */
export const warnedMinutes = 2;

/** End one of your own sessions, or all but the one you are in. */
export const EndOwnSessions = z.object({
  idempotencyKey: IdempotencyKeySchema,
  which: z.discriminatedUnion("are", [
    z.object({ are: z.literal("one"), sessionId: IdSchema }),
    z.object({ are: z.literal("others") }),
  ]),
});
export type EndOwnSessions = z.infer<typeof EndOwnSessions>;

/** End every session of somebody you manage, wherever they are signed in. */
export const EndStaffSessions = z.object({
  idempotencyKey: IdempotencyKeySchema,
  practitionerId: IdSchema,
  reason: z.enum(codesOf(sessionEndReasons), { error: "Choose why you end their sessions" }),
});
export type EndStaffSessions = z.infer<typeof EndStaffSessions>;
