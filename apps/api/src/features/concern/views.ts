import { z } from "zod";
import { ControlView, DutyView, JoiningView, nextCursor, PersonView, TermView } from "../../views.ts";
import { DecisionView } from "../record/views.ts";

/** What a child or family said, or why they could not be asked, or that nobody has yet. */
export const ViewOfConcern = z.discriminatedUnion("asked", [
  z.object({
    asked: z.literal("given"),
    words: z.string(),
    how: z.string(),
    saidOn: z.string(),
    recordedBy: PersonView,
  }),
  z.object({ asked: z.literal("not-possible"), because: z.string(), saidOn: z.string(), recordedBy: PersonView }),
  z.object({ asked: z.literal("not-yet") }),
]);
export type ViewOfConcern = z.infer<typeof ViewOfConcern>;

export const ToldView = z.discriminatedUnion("told", [
  z.object({ told: z.literal("yes"), on: z.string(), how: z.string() }),
  z.object({ told: z.literal("no"), because: z.string() }),
  z.object({ told: z.literal("not-yet") }),
]);
export type ToldView = z.infer<typeof ToldView>;

export const ConcernView = z.object({
  concernId: z.string(),
  version: z.int(),
  childId: z.string(),
  childName: z.string(),
  state: z.enum(["open", "closed"]),
  noticedOn: z.string(),
  reportedOn: z.string(),
  noticed: z.string(),
  /** What had been done about it when it was recorded. */
  doneSoFar: z.string().optional(),
  touches: z.array(TermView),
  raisedBy: z.string().optional(),
  broughtBy: TermView.optional(),
  aboutPlace: TermView.optional(),
  /** The adult the child chose to talk to, in words. */
  chosenAdult: z.string().optional(),
  /** Whom the child would rather talk to, and what came of the offer; left out where nobody wished for anything. */
  wish: z
    .object({
      words: z.string(),
      on: z.string(),
      offered: z.object({ words: z.string(), on: z.string(), answer: z.enum(["yes", "no"]).optional() }).optional(),
    })
    .optional(),
  /** All worries about the child, this one among them, in the order of their days. */
  beside: z.array(
    z.object({
      concernId: z.string(),
      noticedOn: z.string(),
      beginning: z.string(),
      state: z.enum(["open", "closed"]),
      from: z.string(),
    }),
  ),
  recordedBy: PersonView,
  recordedAt: z.string(),
  childsView: ViewOfConcern,
  familysView: ViewOfConcern,
  acknowledgedOn: z.string().optional(),
  childTold: ToldView,
  familyTold: ToldView,
  duties: z.array(DutyView),
  /** What followed; left out while it is open. */
  decided: z
    .object({
      outcome: TermView,
      reason: z.string(),
      help: z.string().optional(),
      on: z.string(),
      by: PersonView,
      manager: z.object({ name: z.string(), on: z.string() }).optional(),
      leadDecision: z.enum(["become-lead", "appoint-another"]).optional(),
      planId: z.string().optional(),
      decisionId: z.string().optional(),
    })
    .optional(),
  /** What the rulebook would say to closing it as it stands, with nothing decided yet; left out once it is closed. */
  closing: DecisionView.optional(),
  /** The reader's own line managers, to name the one who was consulted. */
  managers: z.array(PersonView),
  /** A multi-agency plan that is open for this child: what needs another agency joins it. */
  openPlanId: z.string().optional(),
  /** For whoever decides what follows. */
  joining: JoiningView.optional(),
  may: z.object({ decide: ControlView, record: ControlView }),
});
export type ConcernView = z.infer<typeof ConcernView>;

export const ConcernsView = z.object({
  concerns: z.array(
    z.object({
      concernId: z.string(),
      noticedOn: z.string(),
      reportedOn: z.string(),
      /** The first words of what was noticed. */
      beginning: z.string(),
      touches: z.array(TermView),
      state: z.enum(["open", "closed"]),
      outcome: TermView.optional(),
      recordedBy: PersonView,
      planId: z.string().optional(),
    }),
  ),
  nextCursor,
  mayRecord: ControlView,
  /** What a concern can touch, by this nation's list. */
  touches: z.array(TermView),
});
