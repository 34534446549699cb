import { z } from "zod";
import { Count, DoneOn, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

const day = orNone(LocalDateSchema);
const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });

/** Facts for "Who acts as lead professional, and who is the contact?" Each person's part, with its days. */
export const ActingFacts = z.strictObject({
  child,
  plan,
  /** Who leads by the record. `lastDay` is the lead's last one, and why: a post left, or a service that finished. */
  lead: orNone(
    z.strictObject({
      id: Ref,
      from: LocalDateSchema,
      ends: orNone(z.strictObject({ lastDay: LocalDateSchema, because: z.enum(["left-post", "service-finished"]) })),
    }),
  ),
  /**
   * The days the lead is away, and the day both confirmed the return: the expected day ends nothing by itself. Or the
   * days on which it is not safe for the family to turn to the lead.
   */
  away: orNone(z.strictObject({ from: LocalDateSchema, backOn: day, is: z.literal("unsafe").exactOptional() })),
  deputy: orNone(Ref),
  /** A deputy put into the role, or somebody in between for a known gap: `until` is the first day without. */
  cover: orNone(
    inOrder(
      z.strictObject({
        id: Ref,
        as: z.enum(["deputy", "interim"]),
        from: LocalDateSchema,
        until: LocalDateSchema.exactOptional(),
        isAway: recorded(z.boolean()),
      }),
    ),
  ),
  /** What the team recorded for after a statutory lead: the deputy becomes lead, or holds the role until one is agreed. */
  afterwards: orNone(z.enum(["deputy-becomes-lead", "deputy-holds"])),
  /** Who leads next. By law the role moves on its day; by agreement once the person accepted and the family was told. */
  successor: orNone(
    z.strictObject({
      id: recorded(Ref),
      isByLaw: z.boolean(),
      effectiveOn: LocalDateSchema,
      acceptedOn: day,
      familyToldOn: day,
    }),
  ),
});
export type ActingFacts = z.infer<typeof ActingFacts>;

/** Facts for "May this person stand in for the lead?" */
export const StandInFacts = z.strictObject({
  child,
  plan,
  as: z.enum(["deputy", "interim"]),
  candidate: z.strictObject({
    id: Ref,
    isOnTeam: recorded(z.boolean()),
    openActions: recorded(Count),
    /** What "lead-professional.suitability" answered, where the area's book asks it of an interim. */
    mayLead: recorded(z.boolean()),
    isLineManagerOfLead: z.boolean(),
  }),
  /** Whether anybody on the team owns work on the plan and could do it. */
  somebodyQualifies: recorded(z.boolean()),
  managersReasonGiven: z.boolean(),
});
export type StandInFacts = z.infer<typeof StandInFacts>;

/** One person's stretch as lead, or in between; `until` is the first day after it. */
export const Assignment = inOrder(
  z.strictObject({
    id: Ref,
    as: z.enum(["lead", "interim"]),
    from: LocalDateSchema,
    until: LocalDateSchema.exactOptional(),
    agreedOn: day,
    familyToldOn: day,
  }),
);
export type Assignment = z.infer<typeof Assignment>;

/** Facts for "May this chain of leads be recorded?" `neededUntil` is the first day on which no lead is needed. */
export const ChainFacts = z.strictObject({
  child,
  plan,
  neededFrom: LocalDateSchema,
  neededUntil: LocalDateSchema.exactOptional(),
  assignments: recorded(list(Assignment)),
});
export type ChainFacts = z.infer<typeof ChainFacts>;

/** Facts for "What is owed while the lead is away, or leaves?" */
export const CoverFacts = z.strictObject({
  child,
  plan: z.strictObject({ id: Ref, activeFrom: LocalDateSchema, services: recorded(Count) }),
  lead: orNone(Ref),
  lineManager: orNone(Ref),
  team: recorded(list(Ref)),
  deputy: orNone(z.strictObject({ id: Ref, openActions: recorded(Count) })),
  /** Days away: when it was known, the first day and the first day back, where anybody can say. */
  absence: orNone(
    z.strictObject({
      isPlanned: z.boolean(),
      knownOn: LocalDateSchema,
      from: LocalDateSchema,
      expectedBackOn: day,
      backOn: day,
      returnFamilyToldOn: DoneOn,
    }),
  ),
  cover: orNone(
    z.strictObject({
      id: Ref,
      from: LocalDateSchema,
      namedOn: LocalDateSchema,
      familyToldOn: DoneOn,
      isOverCapacity: recorded(z.boolean()),
      reliefAgreedOn: DoneOn,
    }),
  ),
  /** The day a manager decided how an absence that nobody expected is covered. */
  coverDecidedOn: DoneOn,
  /** The day it was looked at whether the lead changes for good. */
  changeReviewedOn: DoneOn,
  /** The lead leaves the post: the last working day, and when handover and access were dealt with. */
  leaving: orNone(
    z.strictObject({
      noticeOn: LocalDateSchema,
      lastDay: LocalDateSchema,
      handoverDoneOn: DoneOn,
      accessEndedOn: DoneOn,
    }),
  ),
  /** A deputy holds the role after a statutory lead: since when, and when that was last looked at. */
  holding: orNone(z.strictObject({ since: LocalDateSchema, reviewedOn: DoneOn })),
  calendar: WorkingDays,
});
export type CoverFacts = z.infer<typeof CoverFacts>;
