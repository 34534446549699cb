import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { outcomeAreas } from "../vocabulary/outcome-areas.ts";
import { planHeadings } from "../vocabulary/plan-headings.ts";
import { planReaches } from "../vocabulary/plan-kinds.ts";
import { actionStates } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
/** The outcome areas something is tagged with; an empty list is tagged with none. */
const tags = recorded(list(z.enum(codesOf(outcomeAreas))));

/** A need as it is listed: the part of the plan it belongs to, its rank there, and whether the plan takes it up now. */
export const PlanNeed = z.strictObject({
  id: Ref,
  section: Ref,
  tags,
  rank: orNone(z.int().min(1)),
  inPlan: z.boolean(),
});

/** Who owns an action. A family member has no agency. */
export const ActionOwner = z.strictObject({ id: Ref, agency: orNone(Agency) });

/** An action of the plan, with who follows it and who (or which review) looks at it again. */
export const PlannedAction = z.strictObject({
  id: Ref,
  tags,
  owners: recorded(list(ActionOwner)),
  dueOn: day,
  state: recorded(z.enum(codesOf(actionStates))),
  monitor: orNone(Ref),
  review: orNone(Ref),
});
export type PlannedAction = z.infer<typeof PlannedAction>;

/** Whose views the plan holds: the day they were last asked, and whether it is written down why there are none. */
const View = z.strictObject({ on: day, reasonGiven: z.boolean() });

/** Facts for "Does this plan hold what it must?" */
export const ContentsFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, reach: z.enum(codesOf(planReaches)) }),
  child: z.strictObject({ id: Ref }),
  needs: recorded(list(PlanNeed)),
  outcomes: recorded(list(z.strictObject({ id: Ref, tags }))),
  actions: recorded(list(PlannedAction)),
  /** The agencies that the plan names. */
  agencies: recorded(list(Agency)),
  lead: orNone(Ref),
  /** Whether it is written down why the lead owns every action. */
  leadOwnsAllReasonGiven: z.boolean(),
  reviewOn: day,
  views: z.strictObject({ child: View, family: View }),
});
export type ContentsFacts = z.infer<typeof ContentsFacts>;

/** Facts for "Are the plan's headings the usual ones?" */
export const FormatFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  child: z.strictObject({ id: Ref }),
  /** The headings in use, in the order in which they are printed. */
  headings: list(z.enum(codesOf(planHeadings))),
  /** The children's hearing for which compulsory measures ask for a plan, and the day the reasons were written. */
  hearing: orNone(z.strictObject({ on: LocalDateSchema, reasonsWrittenOn: DoneOn })),
});
export type FormatFacts = z.infer<typeof FormatFacts>;

/** Facts for "Does this action hold what it must?" */
export const ActionFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  action: PlannedAction.pick({ id: true, owners: true, dueOn: true, state: true }),
});
export type ActionFacts = z.infer<typeof ActionFacts>;

/** Facts for "May this item of an agency's record go into the plan?" */
export const ItemFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  child: z.strictObject({ id: Ref }),
  item: z.strictObject({ id: Ref, sourceOn: DoneOn }),
  /** Whether somebody picked this item by itself. */
  isPicked: z.boolean(),
  namedPerson: orNone(Ref),
  confirmed: orNone(
    z.strictObject({
      by: Ref,
      on: LocalDateSchema,
      isAccurate: recorded(z.boolean()),
      isRelevant: recorded(z.boolean()),
    }),
  ),
});
export type ItemFacts = z.infer<typeof ItemFacts>;

/** Facts for "May the choice of a lead begin?" */
export const ChoiceOpensFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  needs: recorded(Count),
  outcomes: recorded(Count),
  /** Those at the meeting, and whether each said what they contribute. */
  attendees: recorded(list(z.strictObject({ id: Ref, hasContribution: recorded(z.boolean()) }))),
});
export type ChoiceOpensFacts = z.infer<typeof ChoiceOpensFacts>;
