import { z } from "zod";
import { ChildInList, ColleagueView, ControlView, nextCursor, PersonView } from "../../views.ts";

/** A figure in points with the parts that make it, each with where it is written. */
export const FigureView = z.object({
  points: z.number(),
  /** A fact is missing: the figure is a least figure. */
  isLeast: z.boolean(),
  missing: z.array(z.string()),
  /** False where no clause speaks of it. */
  isKnown: z.boolean(),
  /** `clause` is the source and the place in it, or "ours". */
  parts: z.array(z.object({ label: z.string(), points: z.number(), clause: z.string(), because: z.string() })),
});
export type FigureView = z.infer<typeof FigureView>;

export const PostView = z.object({
  postId: z.string(),
  version: z.int(),
  title: z.string(),
  agencyName: z.string(),
  teamName: z.string().optional(),
  hours: z.int(),
  agreedPoints: z.number().optional(),
  agreedOn: z.string().optional(),
  /** When worker and manager look at it again. */
  reviewOn: z.string().optional(),
  leading: z.enum(["everyday", "occasional"]).optional(),
  lineManager: PersonView.optional(),
  /** The reader is this post's line manager. */
  isMine: z.boolean(),
  /** Whether the reader may record what was agreed for this post. */
  mayAgree: ControlView,
});
export type PostView = z.infer<typeof PostView>;

export const WorkloadRow = ColleagueView.extend({
  posts: z.array(PostView),
  load: FigureView,
  capacity: FigureView,
  /** The load as a share of what was agreed, in whole per cent; left out where nothing or not everything is agreed. */
  percent: z.int().optional(),
  /** Away today: the first day back, where it is known. */
  away: z.object({ backOn: z.string().optional() }).optional(),
  leads: z.int(),
  supports: z.int(),
  isOver: z.boolean(),
});
export type WorkloadRow = z.infer<typeof WorkloadRow>;

export const TeamWorkloadView = z.object({
  practitioners: z.array(WorkloadRow),
  nextCursor,
  teams: z.array(z.object({ teamId: z.string(), name: z.string() })),
  /** How the leads are spread over everybody in the team, whatever page is shown; who holds more than half of them. */
  spread: z.object({ leads: z.int(), people: z.int(), most: z.int(), uneven: z.array(PersonView) }),
});

export const CaseView = z.object({
  planId: z.string(),
  /** Of a family plan, the first child the reader may see. */
  child: ChildInList,
  role: z.enum(["lead", "supporter"]),
  level: z.string(),
  practitioners: z.int(),
  sections: z.int(),
  expectedMonths: z.int().optional(),
  weight: FigureView,
  adjustment: z.object({ points: z.number(), reason: z.string(), by: PersonView, at: z.string() }).optional(),
});
export type CaseView = z.infer<typeof CaseView>;

export const PersonWorkloadView = WorkloadRow.extend({
  /** Cases led first, then cases supported: a heavy one is offset by lighter ones. */
  cases: z.array(CaseView),
  namedPersonFor: z.object({ children: z.int(), withSomethingOpen: z.int() }).optional(),
  may: z.object({ adjust: ControlView }),
});
export type PersonWorkloadView = z.infer<typeof PersonWorkloadView>;

export { figureOf } from "./figures.ts";
