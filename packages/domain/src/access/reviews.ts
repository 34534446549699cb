import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { addDays, daysBetween, type LocalDate } from "../kernel/local-date.ts";
import { isStorable, limits, optional, prose } from "../kernel/text.ts";
import { vocabulary } from "../vocabulary/term.ts";

/** What is ours to set: no document says how often a manager goes through what their staff can see. */
export const accessReviews = {
  /** Days from one review of a person to the next, where the area sets no other number. */
  everyDays: { usual: 90, least: 30, most: 366 },
  /** Days without one look after which a part is asked about. */
  daysWithoutLook: 90,
  /** Days before a post ends from which it is said. */
  daysBeforePostEnds: 30,
  /** Days a manager has at least from the day a round is on their desk. */
  daysOfNotice: 14,
  /** The duty and the act by which it is done. */
  act: "access-review.record",
} as const;

/** What a manager asks about when they go through what somebody can see. */
export const accessFlags = vocabulary({
  "no-look": { label: "Not looked at for 90 days" },
  "outside-team": { label: "Nobody in their team leads or is named person for the child" },
  "post-ends": { label: "Their post ends within 30 days" },
  emergency: { label: "Opened a record in an emergency" },
  whereabouts: { label: "May know where a protected child is" },
});
export type AccessFlag = keyof typeof accessFlags;

/** A part that went on for 90 days at least, of which not one look was made in the last 90. */
export function isWithoutLook(
  part: { readonly since: LocalDate; readonly lastLook?: LocalDate | undefined },
  today: LocalDate,
): boolean {
  const { daysWithoutLook } = accessReviews;
  if (daysBetween(part.since, today) < daysWithoutLook) return false;
  return part.lastLook === undefined || daysBetween(part.lastLook, today) >= daysWithoutLook;
}

/** The last day for the next review of a person: counted from the last one, else from the day they came to the post. */
export const reviewDueOn = (
  person: { readonly reviewedOn?: LocalDate | undefined; readonly inPostSince: LocalDate },
  everyDays: number = accessReviews.everyDays.usual,
): LocalDate => addDays(person.reviewedOn ?? person.inPostSince, everyDays);

/**
 * The last day of the round that a manager owes, by the days on which each of their people is due: none while the nearest
 * is further off than the notice they get, and never less than that notice.
 */
export function roundDueOn(dueDays: readonly LocalDate[], today: LocalDate): LocalDate | undefined {
  const [nearest] = [...dueDays].sort();
  const soonest = addDays(today, accessReviews.daysOfNotice);
  if (nearest === undefined || nearest > soonest) return undefined;
  return soonest;
}

/** One line of what somebody can see: a child by name, or all children together whom the manager may not name. */
const PartKey = z
  .string()
  .max(100, "Reload the page and try again")
  .refine(isStorable, "Reload the page and try again");

/** Go through what somebody you manage can see: what is not asked to end is kept. */
export const RecordAccessReview = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    practitionerId: IdSchema,
    /** The lines that are asked to end. */
    end: z.array(PartKey).max(2_000),
    words: optional(prose({ max: limits.prose, enter: "Enter why it should end" })),
  })
  .refine(({ end, words }) => end.length === 0 || words !== undefined, {
    path: ["words"],
    message: "Enter why it should end",
  });
export type RecordAccessReview = z.infer<typeof RecordAccessReview>;
