import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { daysOfWeek, waysOfReaching } from "../vocabulary/people-around.ts";
import { codesOf } from "../vocabulary/term.ts";
import { Agency } from "./model.ts";

const child = z.strictObject({ id: Ref });
const day = orNone(LocalDateSchema);
const held = orNone(inOrder(z.strictObject({ id: Ref, ...during })));

/** Facts for "Whom does the family speak to?" */
export const FamilyContactFacts = z.strictObject({
  child,
  namedPerson: orNone(Ref),
  lead: held,
  /** Who covers when the lead is away: a deputy, or somebody named for the time. */
  cover: held,
  leadIsAway: recorded(z.boolean()),
  /** Somebody else whom the family would rather speak to day by day. */
  chosen: orNone(
    z.strictObject({ id: Ref, from: LocalDateSchema, by: z.enum(["child", "family"]), saysWhy: z.boolean() }),
  ),
  /** Who answers out of hours, such as a duty line. */
  outOfHours: orNone(Ref),
});
export type FamilyContactFacts = z.infer<typeof FamilyContactFacts>;

const ways = z.enum(codesOf(waysOfReaching));

/** Facts for "May this message go out in this way?" */
export const MessageFacts = z.strictObject({
  child,
  /** How whoever it is for wants to be reached, and on which days; on any day where none is named. */
  agreed: orNone(z.strictObject({ way: ways, days: list(z.enum(codesOf(daysOfWeek))), on: LocalDateSchema })),
  message: z.strictObject({ id: Ref, way: ways, on: LocalDateSchema, reasonGiven: z.boolean() }),
});
export type MessageFacts = z.infer<typeof MessageFacts>;

/** Facts for "Is this a direct contact with the family?" */
export const DirectContactFacts = z.strictObject({
  child,
  contact: z.strictObject({ id: Ref, on: LocalDateSchema, by: Ref }),
  feelsInformed: recorded(z.enum(["yes", "partly", "no"])),
  planWorks: recorded(z.enum(["yes", "partly", "no"])),
  /** Whether it is written down what effect the plan has. */
  saysEffect: z.boolean(),
});
export type DirectContactFacts = z.infer<typeof DirectContactFacts>;

/** The five things a family is asked after a review. */
export const ExperiencePoint = z.enum([
  "meetings",
  "co-ordination",
  "conflicting-advice",
  "knows-whom-to-speak-to",
  "right-help-at-right-time",
]);
export type ExperiencePoint = z.infer<typeof ExperiencePoint>;

/** Facts for "What is owed to a family that asked or told something?" */
export const HeardFacts = z.strictObject({
  child,
  questions: list(z.strictObject({ id: Ref, raisedOn: LocalDateSchema, answeredOn: DoneOn })),
  /** Changes that the family reported, and what the lead professional marked. */
  changes: list(
    z.strictObject({
      id: Ref,
      reportedOn: LocalDateSchema,
      marked: orNone(z.enum(["plan-affected", "plan-not-affected"])),
    }),
  ),
  /** The last review, what the family said about it, and the next. */
  review: orNone(
    z.strictObject({
      on: LocalDateSchema,
      askedOn: DoneOn,
      marked: recorded(list(z.strictObject({ point: ExperiencePoint, settledOn: DoneOn }))),
      nextOn: day,
    }),
  ),
});
export type HeardFacts = z.infer<typeof HeardFacts>;

/** Facts for "Do visits to the family clash?" Minutes are counted from midnight of the day. */
export const DiaryFacts = z.strictObject({
  child,
  visits: list(
    z.strictObject({
      id: Ref,
      agency: Agency,
      on: LocalDateSchema,
      startsAt: z.int().min(0).max(1439),
      minutes: Count,
    }),
  ),
});
export type DiaryFacts = z.infer<typeof DiaryFacts>;

/** Facts for "Is it recorded how this young child is reached?" */
export const YoungChildFacts = z.strictObject({
  child,
  isYoung: recorded(z.boolean()),
  way: recorded(z.enum(["pictures", "gestures", "personal-board", "speech", "other"])),
  understanding: recorded(z.boolean()),
  viewsHad: recorded(z.boolean()),
  carersPart: recorded(z.boolean()),
  /** Changes that are known to come, such as starting school. */
  transitions: recorded(list(Ref)),
});
export type YoungChildFacts = z.infer<typeof YoungChildFacts>;

/** Facts for "Did the family choose, with what there is to choose from?" */
export const OptionsFacts = z.strictObject({
  child,
  offered: recorded(list(Ref)),
  offeredOn: DoneOn,
  /** What the family chose; "none" where it wants none of them. */
  chosen: orNone(Ref),
});
export type OptionsFacts = z.infer<typeof OptionsFacts>;
