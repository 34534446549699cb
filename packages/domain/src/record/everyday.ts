import { z } from "zod";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, prose } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { codesOf } from "../vocabulary/term.ts";

/** The routine development and health checks of a child's first years. */
export const routineChecks = {
  antenatal: { label: "Visit before the birth" },
  "first-visit": { label: "First visit, 10 to 14 days" },
  "6-8-weeks": { label: "6 to 8 week review" },
  "13-15-months": { label: "13 to 15 month review" },
  "27-30-months": { label: "27 to 30 month review" },
  "4-5-years": { label: "4 to 5 year review" },
  "primary-1": { label: "Primary 1 check" },
  hearing: { label: "Hearing check" },
  sight: { label: "Sight check" },
  other: { label: "Another routine check" },
} as const;
export type RoutineCheck = keyof typeof routineChecks;

const check = {
  kind: z.enum(codesOf(routineChecks), { error: "Choose which check it was" }),
  doneOn: workingLifeDay("Enter the day of the check"),
  outcome: line({ max: limits.line, enter: "Enter the outcome in a few words" }),
};

/** What the form about a routine check asks. */
export const RoutineCheckOnScreen = z.object(check);

/** Record that a routine check was done, and its outcome in a few words (HIG-14). */
export const RecordRoutineCheck = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...check });
export type RecordRoutineCheck = z.infer<typeof RecordRoutineCheck>;

const discussion = {
  heldOn: workingLifeDay("Enter the day you talked"),
  people: line({ max: limits.line, enter: "Enter who talked" }),
  agencies: z
    .array(z.enum(codesOf(agencyKinds)))
    .min(1, "Choose each agency that took part")
    .max(20),
  suggested: prose({ max: 2000, enter: "Enter what was suggested" }),
};

/** What the form about an informal discussion asks. */
export const DiscussionOnScreen = z.object(discussion);

/** Log a talk about how best to help a child whom nobody named: it is its writer's, and of no record (HIG-6). */
export const LogDiscussion = z.object({ idempotencyKey: IdempotencyKeySchema, ...discussion });
export type LogDiscussion = z.infer<typeof LogDiscussion>;

/** Log a talk about a child who was identified: on that child's record, as the writer's agency's item. */
export const LogDiscussionOfChild = LogDiscussion.extend({ childId: IdSchema });
export type LogDiscussionOfChild = z.infer<typeof LogDiscussionOfChild>;
