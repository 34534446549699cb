import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";

/** Somebody whom the child or the family chose beside the lead. */
export const ChosenView = z.object({
  contactId: z.string(),
  version: z.int(),
  as: TermView,
  chosenBy: TermView,
  /** Null where they were asked and there is nobody. */
  name: z.string().nullable(),
  whoTheyAre: z.string().nullable(),
  reach: z.string().nullable(),
  words: z.string(),
  from: z.string(),
  recordedBy: z.string(),
  protocol: z
    .object({ what: z.string(), how: z.string(), howQuickly: z.string(), agreedOn: z.string(), by: z.string() })
    .nullable(),
});
export type ChosenView = z.infer<typeof ChosenView>;

/** How a child, a parent or a carer is reached, as it was agreed with them (BOL-3.1). */
export const AgreedWayView = z.object({
  /** The parent or carer; null for the child. */
  name: z.string().nullable(),
  /** Null where they were asked, and nothing is agreed: the words say what they said. */
  way: TermView.nullable(),
  days: z.array(TermView),
  /** "by text on weekdays" */
  inWords: z.string().nullable(),
  howOften: z.string().nullable(),
  words: z.string().nullable(),
  agreedWith: z.string(),
  from: z.string(),
  recordedBy: z.string(),
});
export type AgreedWayView = z.infer<typeof AgreedWayView>;

/** Who is around a child: parents, carers and other adults with what each takes part in, and whom child or family chose. */
export const AroundView = z.object({
  childId: z.string(),
  child: z.string(),
  adults: z.array(
    z.object({
      carerId: z.string(),
      name: z.string(),
      relationship: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      /** Null while nobody has said. */
      takesPartIn: z.array(TermView).nullable(),
      /** An adult who must not be brought near is offered nowhere, whatever was said before. */
      isKeptAway: z.boolean(),
      /** Null while nothing is recorded. */
      reached: AgreedWayView.nullable(),
    }),
  ),
  /** How the child is reached; null while nothing is recorded. */
  childReached: AgreedWayView.nullable(),
  /** How they were reached before, and those who are on record no more, the last recorded first. */
  reachedBefore: z.array(AgreedWayView),
  /** Who answers for it that where the child is, and who cares for it, is kept from the reader. */
  keptPrivateBy: z.string().optional(),
  /** One who was chosen before it was recorded that they must not be brought near is nobody to turn to. */
  chosen: z.array(ChosenView.extend({ isKeptAway: z.boolean() })),
  before: z.array(ChosenView.extend({ endedOn: z.string(), endedBecause: z.string() })),
  lead: z.object({ practitionerId: z.string(), name: z.string() }).nullable(),
  /** What the area's book asks for: whom the child would rather talk to, or what is shared with that person. */
  asks: z.object({ because: z.string(), clause: z.string() }).optional(),
  owed: z
    .object({ because: z.string(), clause: z.string(), dueOn: z.string().optional(), isLate: z.boolean() })
    .optional(),
  keep: ControlView,
  settle: ControlView,
});

export const AroundDone = z.object({ childId: z.string() });
