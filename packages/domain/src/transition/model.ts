import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { keyPointKinds } from "../vocabulary/key-points.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref });
const child = z.strictObject({ id: Ref });
const childWithAge = z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema) });

/** A key point in a child's life, by its first day: a new school, work or study, services for adults. */
export const KeyPoint = z.strictObject({
  id: Ref,
  kind: z.enum(codesOf(keyPointKinds)),
  on: LocalDateSchema,
  /** Whether the child has additional support needs, which ask for more time. */
  additionalSupport: recorded(z.boolean()),
  openedOn: DoneOn,
  /** Whether the plan says how the child will be supported through it. */
  supportWritten: recorded(z.boolean()),
  /** Who leads on the other side, or that no lead will be needed there. */
  receiving: recorded(
    z.union([
      z.strictObject({ is: z.literal("lead"), id: Ref }),
      z.strictObject({ is: z.enum(["no-lead-needed", "nobody-yet"]) }),
    ]),
  ),
  /** The last day of the old stage on which the child is there. */
  lastDayBefore: day,
  /** What the outgoing named person has written for the planning. */
  outgoingNotes: recorded(Count),
  /** A service or person for adults that could take it on. */
  adultOption: orNone(Ref),
  reviewedOn: DoneOn,
});
export type KeyPoint = z.infer<typeof KeyPoint>;

/** A meeting with services for adults: who was there, and who stood in for the lead. */
export const AdultMeeting = z.strictObject({
  id: Ref,
  on: LocalDateSchema,
  youngPersonThere: recorded(z.boolean()),
  leadThere: recorded(z.boolean()),
  standIn: orNone(Ref),
});
export type AdultMeeting = z.infer<typeof AdultMeeting>;

/** Facts for "What has to be done around a key point?" */
export const TransitionFacts = z.strictObject({
  child: childWithAge,
  plan,
  lead: orNone(Ref),
  keyPoints: list(KeyPoint),
  /** The talk about what a young person is entitled to as an adult, and whether their own summary of it was kept. */
  entitlementTalk: orNone(z.strictObject({ on: LocalDateSchema, ownWords: recorded(z.boolean()) })),
  adultMeetings: list(AdultMeeting),
  /** What is missing for services for adults, and whether an action of the plan answers it. */
  readinessGaps: list(z.strictObject({ id: Ref, action: orNone(Ref) })),
});
export type TransitionFacts = z.infer<typeof TransitionFacts>;

/** Facts for "May this review be completed, as far as key points go?" */
export const TransitionReviewFacts = z.strictObject({
  child: childWithAge,
  plan,
  reviewOn: LocalDateSchema,
  keyPoints: list(KeyPoint),
  readinessFilled: recorded(z.boolean()),
  gapsWithoutAction: recorded(Count),
});
export type TransitionReviewFacts = z.infer<typeof TransitionReviewFacts>;

/** Facts for "May the case stay open at this age?" */
export const AgeLimitFacts = z.strictObject({
  child: childWithAge,
  plan,
  on: LocalDateSchema,
  /** A basis on which help goes on past the age limit, once recorded. */
  bases: recorded(
    list(
      z.strictObject({
        kind: z.enum(["learning-difficulty-assessment", "care-leaver"]),
        recordedOn: LocalDateSchema,
        /** For a care leaver: an approved programme of education or training that began before the 21st birthday. */
        programme: orNone(z.strictObject({ begins: LocalDateSchema, lastDay: LocalDateSchema })),
      }),
    ),
  ),
});
export type AgeLimitFacts = z.infer<typeof AgeLimitFacts>;

/** Facts for "May somebody from services for adults join the team?" */
export const AdultPractitionerFacts = z.strictObject({
  child: childWithAge,
  practitioner: Ref,
  /** On what the person may see items of the case, item by item. */
  basis: orNone(z.enum(["consent", "another-lawful-basis"])),
});
export type AdultPractitionerFacts = z.infer<typeof AdultPractitionerFacts>;

/** A move to another area: when, from where, to where, and the day the receiving side accepted to lead. */
export const Move = z.strictObject({ on: LocalDateSchema, from: Ref, to: Ref, acceptedOn: DoneOn });
export type Move = z.infer<typeof Move>;

/** Facts for "Does this area's rulebook govern?" `area` is the area that asks. */
export const GoverningFacts = z.strictObject({
  child,
  area: Ref,
  livesIn: recorded(Ref),
  /** The authority responsible for a looked-after child or a care leaver. */
  responsibleAuthority: orNone(Ref),
  move: orNone(Move),
});
export type GoverningFacts = z.infer<typeof GoverningFacts>;

/** Facts for "May a practitioner of another area see this case?" */
export const OutOfAreaFacts = z.strictObject({
  child,
  practitioner: Ref,
  isOnTeam: recorded(z.boolean()),
  asks: z.enum(["this-case", "another-case"]),
});
export type OutOfAreaFacts = z.infer<typeof OutOfAreaFacts>;

/** One handing over to the new area: sent, accepted, and each attempt to find somebody. */
export const Transfer = z.strictObject({
  receiver: orNone(Ref),
  sentOn: DoneOn,
  acceptedOn: DoneOn,
  attempts: list(LocalDateSchema),
  /** Whether every way of finding somebody was tried and written down. */
  everyAttemptLogged: recorded(z.boolean()),
});
export type Transfer = z.infer<typeof Transfer>;

/** Facts for "What is owed across a boundary?" */
export const CrossBorderFacts = z.strictObject({
  child,
  plan,
  area: Ref,
  livesIn: recorded(Ref),
  lead: orNone(z.strictObject({ id: Ref, area: Ref })),
  /** Since when a case over a boundary has no agreed lead. */
  noAgreedLeadSince: day,
  escalatedOn: DoneOn,
  move: orNone(
    z.strictObject({
      ...Move.shape,
      sharingSettledOn: DoneOn,
      leadTransfer: Transfer,
      namedPersonTransfer: Transfer,
      recordReceivedOn: DoneOn,
      reviewedOn: DoneOn,
    }),
  ),
  /** A stay of a child who travels: from when, to which last day, and where next. */
  stay: orNone(
    z.strictObject({
      from: LocalDateSchema,
      expectedLastDay: day,
      nextArea: orNone(Ref),
      namedPerson: orNone(Ref),
      handedOverOn: DoneOn,
    }),
  ),
  calendar: WorkingDays,
});
export type CrossBorderFacts = z.infer<typeof CrossBorderFacts>;

/** Facts for "May the record close after a move?" */
export const CloseAfterMoveFacts = z.strictObject({
  child,
  plan,
  movedOn: LocalDateSchema,
  leadTransfer: Transfer,
  namedPersonTransfer: Transfer,
});
export type CloseAfterMoveFacts = z.infer<typeof CloseAfterMoveFacts>;

/** Facts for "How many are in education, training or work a year later?" The people worked with in a year, by its last day. */
export const DestinationsFacts = z.strictObject({
  area: Ref,
  yearEnds: LocalDateSchema,
  people: list(
    z.strictObject({
      id: Ref,
      bornOn: recorded(LocalDateSchema),
      isInEducationTrainingOrWork: recorded(z.boolean()),
    }),
  ),
});
export type DestinationsFacts = z.infer<typeof DestinationsFacts>;

/** Facts for "Does the passing on of what is known count as done?" */
export const PassingOnFacts = z.strictObject({
  child,
  /** Help the child is given now, and help given before; an empty list is none. */
  helpNow: recorded(list(Ref)),
  helpBefore: recorded(list(Ref)),
  sentOn: DoneOn,
  receivedOn: DoneOn,
});
export type PassingOnFacts = z.infer<typeof PassingOnFacts>;
