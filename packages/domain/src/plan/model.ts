import { z } from "zod";
import { list, orNone, Ref } from "../kernel/facts.ts";
import { IdSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { Statuses } from "../people/model.ts";
import { particularTriggers } from "../vocabulary/plans.ts";
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

/** What brought a need to light: it built up over time, or something particular of one day did (GIR-9). */
export const BroughtToLight = z.discriminatedUnion(
  "is",
  [
    z.object({ is: z.literal("built-up") }),
    z.object({
      is: z.literal("particular"),
      kind: z.enum(codesOf(particularTriggers), { error: "Choose what kind of trigger it was" }),
      on: workingLifeDay("Enter the day of the trigger"),
      words: line({ max: limits.line, enter: "Enter what happened" }),
    }),
  ],
  { error: "Choose what brought the need to light" },
);
export type BroughtToLight = z.infer<typeof BroughtToLight>;

/** Facts for "May a plan of its own be opened?" */
export const OpenPlanFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  /** The plan that is open for the child. */
  plan: orNone(Ref),
  /** A plan set by law that is the plan of record; left out where nobody has to ask. */
  planOfRecord: orNone(Ref).exactOptional(),
  /** Whether it is for help that several agencies give, or for what the law asks because of a legal status. */
  purpose: z.enum(["help", "statutory"]),
});
export type OpenPlanFacts = z.infer<typeof OpenPlanFacts>;

/** Facts for "What does the law ask to be written into this plan?" */
export const RequirementsFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  plan: z.strictObject({ id: Ref }),
  /** Ids of the statuses for which the plan holds a dated action. */
  answered: list(Ref),
});
export type RequirementsFacts = z.infer<typeof RequirementsFacts>;
