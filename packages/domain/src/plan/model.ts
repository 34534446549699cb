import { z } from "zod";
import { IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, optional, prose } from "../kernel/text.ts";
import { posts } from "../vocabulary/posts.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Somebody who works with the child, or is about to. */
export const JoinsPlan = z
  .object({
    practitionerId: IdSchema,
    /** Posts the person holds for this child. */
    posts: z.array(z.enum(codesOf(posts))).max(10, "Choose up to 10 posts"),
    involvement: z.enum(["involved", "about-to-start"], {
      error: "Choose whether the person already works with the child",
    }),
    startsOn: workingLifeDay("Enter the day the person starts").optional(),
    relationship: optional(prose({ max: limits.prose, enter: "Enter how the person knows the child or family" })),
    /** Left out where nobody has said. */
    basedInSchool: z.boolean().optional(),
  })
  .refine(({ involvement, startsOn }) => involvement === "involved" || startsOn !== undefined, {
    path: ["startsOn"],
    message: "Enter the day the person starts",
  });
export type JoinsPlan = z.infer<typeof JoinsPlan>;
