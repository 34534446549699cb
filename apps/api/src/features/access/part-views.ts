import { z } from "zod";
import { ChildInList, ColleagueView, ControlView, PersonView, TermView } from "../../views.ts";

/** A part somebody was given in a child's case, and what became of it. */
export const PartView = z.object({
  partId: z.string(),
  part: TermView,
  who: ColleagueView,
  why: z.string(),
  agenda: z.string().optional(),
  plan: z.object({ planId: z.string(), kind: TermView }).optional(),
  from: z.string(),
  /** The last day it was given for. */
  lastDay: z.string(),
  state: z.enum(["current", "run-out", "ended"]),
  givenBy: PersonView,
  ended: z.object({ at: z.string(), by: PersonView, because: z.string() }).optional(),
  may: z.object({ end: ControlView }),
});
export type PartView = z.infer<typeof PartView>;

export const PartsOfChildView = z.object({
  child: ChildInList,
  /** The last day that a part given today can have. */
  latestDay: z.string(),
  plans: z.array(z.object({ planId: z.string(), kind: TermView, openedAt: z.string() })),
  parts: z.array(PartView),
  may: z.object({ give: ControlView }),
});
export type PartsOfChildView = z.infer<typeof PartsOfChildView>;

/** What the caller was given a part in, and may read because of it; and whom the caller gave a part that goes on. */
export const OwnPartsView = z.object({
  parts: z.array(
    z.object({
      partId: z.string(),
      part: TermView,
      child: ChildInList,
      why: z.string(),
      agenda: z.string().optional(),
      lastDay: z.string(),
      givenBy: PersonView,
      plans: z.array(z.object({ planId: z.string(), kind: TermView })),
      /** Whether the child's own page opens as well. */
      opensRecord: z.boolean(),
    }),
  ),
  given: z.array(PartView.extend({ child: ChildInList })),
});
export type OwnPartsView = z.infer<typeof OwnPartsView>;
