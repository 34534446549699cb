import { codesOf, LocalDateSchema, lookKinds } from "@linchpin/domain";
import { z } from "zod";
import { ControlView, nextCursor, PersonView, TermView } from "../../views.ts";

/** What was found of one person's looks of one kind in a week. */
const FoundView = z.object({ outcome: TermView, words: z.string(), at: z.string(), by: z.string() });

/** One person's looks of one kind in a week: how many, and what was found of them last. No child is named. */
const PersonOfWeekView = PersonView.extend({
  postTitle: z.string().optional(),
  agency: z.string().optional(),
  looks: z.int(),
  children: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  /** Waits to be checked; of what everyday work does as well, only those do who did it more than others like them. */
  standsOut: z.boolean(),
  found: FoundView.optional(),
});

const LookKindView = z.object({ code: z.enum(codesOf(lookKinds)), label: z.string(), meaning: z.string() });

export const WeekOfLooksView = z.object({
  /** Monday and Sunday. */
  week: LocalDateSchema,
  lastDay: z.string(),
  /** The Mondays before and after; none after the week that is running. */
  before: LocalDateSchema,
  after: LocalDateSchema.optional(),
  kind: LookKindView,
  kinds: z.array(LookKindView.extend({ people: z.int(), unchecked: z.int() })),
  people: z.array(PersonOfWeekView),
  /** How many looks of the week were at records that are sealed by now. They are kept, and not shown. */
  sealed: z.int(),
  nextCursor,
});
export type WeekOfLooksView = z.infer<typeof WeekOfLooksView>;

export const LooksOfPersonView = PersonOfWeekView.extend({
  week: LocalDateSchema,
  lastDay: z.string(),
  kind: LookKindView,
  list: z.array(
    z.object({
      entryId: z.string(),
      at: z.string(),
      /** None where no child was found. */
      child: z.object({ childId: z.string(), name: z.string() }).optional(),
      /** "Looked at the plan of help" */
      what: z.string(),
      /** In the person's own words, where they gave a reason. */
      words: z.string().optional(),
      /** What the look rested on; none where it was refused. */
      basis: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
  /** How often they did each thing in the week. */
  sums: z.array(z.object({ what: z.string(), looks: z.int() })),
  checks: z.array(FoundView),
  /** Nobody checks their own looks. */
  mayCheck: ControlView,
});
export type LooksOfPersonView = z.infer<typeof LooksOfPersonView>;

export const LooksCheckedView = z.object({
  outcome: TermView,
  /** How many line managers were told. */
  told: z.int(),
});
