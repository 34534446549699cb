import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { StageEntry } from "../kernel/ladder.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency, Statuses } from "../people/model.ts";
import { assessmentParts, changeParts, needCategories, stepsOfNeed } from "../vocabulary/assessments.ts";
import { outcomeAreas } from "../vocabulary/outcome-areas.ts";
import { planReaches } from "../vocabulary/plan-kinds.ts";
import { codesOf } from "../vocabulary/term.ts";
import { wellbeingIndicators } from "../vocabulary/wellbeing-indicators.ts";

const day = orNone(LocalDateSchema);
const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });
const step = z.enum(codesOf(stepsOfNeed));

/** Facts for "May needs be recorded at this level?" `level` is what an area's own step means. */
export const LevelFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  level: step,
  /** A person's answer on whether the help needs to be one integrated response. */
  integratedResponse: recorded(z.boolean()),
});
export type LevelFacts = z.infer<typeof LevelFacts>;

/** Facts for "May this picture of levels be published?" Its zones from the lowest, each with the level it means. */
export const PictureFacts = z.strictObject({
  area: Ref,
  zones: list(z.strictObject({ id: Ref, means: orNone(step) })),
});
export type PictureFacts = z.infer<typeof PictureFacts>;

/** Facts for "How many children have additional needs?" */
export const WithAdditionalNeedsFacts = z.strictObject({
  area: Ref,
  on: LocalDateSchema,
  children: list(z.strictObject({ id: Ref, hasAdditionalNeeds: recorded(z.boolean()), statuses: Statuses })),
});
export type WithAdditionalNeedsFacts = z.infer<typeof WithAdditionalNeedsFacts>;

/** One additional need: what it is about, which outcomes it puts at risk, and how long it is expected to last. */
export const AdditionalNeed = z.strictObject({
  id: Ref,
  category: recorded(z.enum(codesOf(needCategories))),
  outcomes: list(z.enum(codesOf(outcomeAreas))),
  lasts: recorded(z.enum(["limited-period", "long-term"])),
});
export type AdditionalNeed = z.infer<typeof AdditionalNeed>;

/** Facts for "May this assessment be marked complete?" What each book asks for; an empty list is nothing written. */
export const CompleteFacts = z.strictObject({
  child,
  assessment: z.strictObject({ id: Ref }),
  needs: recorded(list(AdditionalNeed)),
  /** Which of strengths, needs and worries are written. */
  parts: recorded(list(z.enum(codesOf(assessmentParts)))),
  /** Well-being indicators that are answered, with notes or with "no issue". */
  indicators: recorded(
    list(z.strictObject({ indicator: z.enum(codesOf(wellbeingIndicators)), answer: z.enum(["notes", "no-issue"]) })),
  ),
});
export type CompleteFacts = z.infer<typeof CompleteFacts>;

/** Facts for "May this person change this part of the assessment?" Whose part it is, and who asks. */
export const ChangePartFacts = z.strictObject({
  child,
  part: z.strictObject({ id: Ref, agency: recorded(Agency), answeredOn: DoneOn }),
  by: z.strictObject({ id: Ref, agency: orNone(Agency) }),
});
export type ChangePartFacts = z.infer<typeof ChangePartFacts>;

/** Facts for "Does a plan rest on an assessment?" Asked before it is written, and again before it is agreed. */
export const BasisOfPlanFacts = z.strictObject({
  child,
  plan: z.strictObject({ id: Ref, reach: z.enum(codesOf(planReaches)) }),
  act: z.enum(["write", "agree"]),
  /** That all the agency holds was looked through, on which day, and what that was. */
  reviewed: orNone(z.strictObject({ on: LocalDateSchema, sources: list(Ref) })),
  /** What was written down together with the family before the plan. */
  together: recorded(list(z.enum(codesOf(changeParts)))),
  /** The plan's outcomes, each with what the family said "sorted" would be, whose words it uses. */
  outcomes: recorded(list(z.strictObject({ id: Ref, usesWordsOf: orNone(Ref) }))),
});
export type BasisOfPlanFacts = z.infer<typeof BasisOfPlanFacts>;

/** When assessed help is to be asked for: now, from a day, or once something has come about. */
export const WhenToAsk = z.union([
  z.strictObject({ is: z.literal("now") }),
  z.strictObject({ is: z.literal("from"), on: LocalDateSchema }),
  z.strictObject({ is: z.literal("on-condition"), metOn: DoneOn }),
]);

/** Facts for "What does an open assessment ask for?" */
export const AssessmentDutiesFacts = z.strictObject({
  child,
  plan,
  /** Information that was asked of others, to find what may be causing the problem. */
  requests: list(
    z.strictObject({
      id: Ref,
      askedOf: Ref,
      askedOn: LocalDateSchema,
      answeredOn: DoneOn,
      isUseful: recorded(z.boolean()),
    }),
  ),
  /** Help that is assessed as needed, and the decision when to ask for it. */
  help: list(z.strictObject({ id: Ref, decidedOn: LocalDateSchema, when: recorded(WhenToAsk), askedForOn: DoneOn })),
  /** The main need as it was recorded last, and the day the team asked whether the lead is still the right one. */
  mainNeed: orNone(z.strictObject({ id: Ref, changedOn: DoneOn, askedWhoLeadsOn: DoneOn })),
});
export type AssessmentDutiesFacts = z.infer<typeof AssessmentDutiesFacts>;

/** Facts for "How far is the pathway from a need to a plan?" */
export const PathwayFacts = z.strictObject({
  child,
  noticedOn: LocalDateSchema,
  /** Decided from the assessment: whether one integrated response is needed. */
  integratedResponse: recorded(z.boolean()),
  entries: list(StageEntry),
});
export type PathwayFacts = z.infer<typeof PathwayFacts>;

/** Facts for "May the early support programme be offered?" */
export const EarlySupportFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema) }),
  on: LocalDateSchema,
  needsAreComplex: recorded(z.boolean()),
});
export type EarlySupportFacts = z.infer<typeof EarlySupportFacts>;

/** Facts for "May this help of the agency's own be given?" Who owns it, and whether anybody else was consulted. */
export const OwnHelpFacts = z.strictObject({
  child,
  help: z.strictObject({ id: Ref, isOnList: recorded(z.boolean()), ownersAgency: orNone(Agency) }),
  ownAgency: Agency,
  consulted: orNone(Ref),
});
export type OwnHelpFacts = z.infer<typeof OwnHelpFacts>;

/** Facts for "Is this special resource given on this day?" `renewedTo` is the last day of a renewal. */
export const ResourceFacts = z.strictObject({
  child,
  resource: z.strictObject({
    id: Ref,
    hasAmountOrKind: recorded(z.boolean()),
    from: LocalDateSchema,
    lastDay: LocalDateSchema,
    agreedBy: orNone(Ref),
    renewedTo: day,
  }),
});
export type ResourceFacts = z.infer<typeof ResourceFacts>;
