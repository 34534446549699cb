import { LocalDateSchema } from "@linchpin/domain";
import { z } from "zod";
import { ControlView } from "../../views.ts";

/**
 * Who has looked at a child's record or changed it, as the family reads it: grouped by person, whoever looked last
 * first. Refusals are not in it: they showed nobody anything.
 */
export const WhoLookedView = z.object({
  childName: z.string(),
  /** It is kept private where the child is, so nobody is named whose place of work would tell. */
  isKept: z.boolean(),
  /** The first and the last day that were asked for. */
  from: LocalDateSchema,
  to: LocalDateSchema,
  people: z.array(
    z.object({
      key: z.string(),
      /** By name, with where they work; "Linchpin itself" for what nobody did. */
      name: z.string(),
      post: z.string().optional(),
      agency: z.string().optional(),
      /** Where the child is, is kept private, and this person's name or place of work would tell. */
      isWithheld: z.boolean(),
      looks: z.int(),
      changes: z.int(),
      rows: z.array(
        z.object({
          day: z.string(),
          /** "Looked at the plan of help" */
          what: z.string(),
          /** "They are your child's named person." */
          why: z.string(),
          times: z.int(),
        }),
      ),
      /** How many rows more this person has. */
      more: z.int(),
      emergencies: z.array(
        z.object({
          at: z.string(),
          reason: z.string(),
          words: z.string().optional(),
          /** "Looked at since, and found right." */
          found: z.string(),
          foundWords: z.string().optional(),
        }),
      ),
    }),
  ),
  nextCursor: z.string().optional(),
  /** Whether whoever reads it may give it to one of the family. */
  may: z.object({ give: ControlView }),
});
export type WhoLookedView = z.infer<typeof WhoLookedView>;
