import { z } from "zod";
import { inOrder, Ref, WorkingDays } from "../kernel/facts.ts";
import { IdSchema } from "../kernel/id.ts";
import { type DayRange, type LocalDate, LocalDateSchema } from "../kernel/local-date.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import type { Recorded } from "../people/model.ts";

const none = z.object({ state: z.literal("none") });

/** Who looked at a certificate, and when: that is kept, what it says never is (WIG-4a). */
const seen = {
  seenOn: workingLifeDay("Enter the day the certificate was seen").optional(),
  seenBy: optional(line({ max: limits.name, enter: "Enter who saw the certificate" })),
};

/** A qualification after the first; it never moves the day somebody first qualified (WIG-8.4.1). */
export const FurtherAward = z.object({
  on: workingLifeDay("Enter the day of the award"),
  name: line({ max: limits.line, enter: "Enter the award" }),
  awardedBy: optional(line({ max: limits.line, enter: "Enter who awarded it" })),
});

/** An entry of somebody's log of continuing development. */
export const Development = z.object({
  on: workingLifeDay("Enter the day"),
  what: line({ max: limits.line, enter: "Enter what it was" }),
});

/** One stretch under a mentor: `until` is the first day without. */
export const MentorPeriod = z
  .object({
    mentorId: IdSchema,
    from: workingLifeDay("Enter the day the mentoring starts"),
    until: workingLifeDay("Enter the first day without this mentor").optional(),
  })
  .refine(({ from, until }) => until === undefined || until > from, {
    path: ["until"],
    message: "Enter a day after the mentoring starts",
  });

/**
 * What is recorded of a practitioner's standing for the role, one shape a kind. A row that is not there is
 * "not recorded"; `none` is what somebody found out. The contents of a certificate are never kept.
 */
export const standingFacts = {
  "enhanced-check": z.discriminatedUnion("state", [
    z.object({
      state: z.literal("cleared"),
      on: workingLifeDay("Enter the day it was judged suitable"),
      issuedOn: workingLifeDay("Enter the day the certificate was issued"),
      ...seen,
    }),
    z.object({ state: z.literal("not-suitable"), on: workingLifeDay("Enter the day it was judged"), ...seen }),
    z.object({ state: z.literal("applied-for") }),
    z.object({ state: z.literal("standard-only"), ...seen }),
    none,
  ]),
  qualification: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("held"),
      on: workingLifeDay("Enter the day of the award"),
      name: optional(line({ max: limits.line, enter: "Enter the qualification" })),
      awardedBy: optional(line({ max: limits.line, enter: "Enter who awarded it" })),
      furtherAwards: z.array(FurtherAward).max(30, "Enter 30 awards or fewer").optional(),
    }),
    none,
  ]),
  development: z.object({
    entries: z.array(Development).min(1, "Enter what was done").max(50, "Enter 50 entries or fewer"),
  }),
  recommendation: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("given"),
      on: workingLifeDay("Enter the day of the recommendation"),
      /** The life experience it rests on. */
      experience: optional(prose({ max: limits.prose, enter: "Enter the experience relied on" })),
    }),
    none,
  ]),
  training: z.discriminatedUnion("state", [
    z.object({ state: z.literal("completed"), on: workingLifeDay("Enter the day the training was completed") }),
    none,
  ]),
  "information-sharing-training": z.discriminatedUnion("state", [
    z.object({ state: z.literal("completed"), on: workingLifeDay("Enter the day the training was completed") }),
    none,
  ]),
  /** Leads before this product was used; those on record here count by themselves. */
  "first-led": z.discriminatedUnion("state", [
    z.object({ state: z.literal("led"), on: workingLifeDay("Enter the day of the first lead") }),
    z.object({ state: z.literal("never") }),
  ]),
  /** Every stretch under a mentor, the present one last. */
  mentor: z.discriminatedUnion("state", [
    z.object({ state: z.literal("named"), periods: z.array(MentorPeriod).min(1, "Choose a mentor").max(20) }),
    none,
  ]),
  engagement: z.object({
    is: z.enum(["permanent", "fixed-term", "agency", "bank", "supply"], { error: "Choose how the person is engaged" }),
  }),
  /** What the audit of an organisation's workforce found: in the pool of people who may lead, in it with support, or not now. */
  pool: z.object({
    isIn: z.boolean({ error: "Choose whether the person is in the pool" }),
    /** The support that goes with it. */
    support: optional(prose({ max: limits.prose, enter: "Enter the support" })),
    reason: optional(prose({ max: limits.prose, enter: "Enter the reason" })),
    /** What the person was looked at for: to lead, or to manage people who do (WIG-8.4). */
    as: z.enum(["lead-professional", "manager"]).optional(),
  }),
  workplace: z.object({ isInArea: z.boolean({ error: "Choose whether the person works in the area" }) }),
  /** What is shown of a person when people choose: leading and co-ordinating, and knowing other agencies. */
  skills: z.object({
    leading: optional(prose({ max: limits.prose, enter: "Enter what shows it" })),
    otherAgencies: optional(prose({ max: limits.prose, enter: "Enter what shows it" })),
    support: optional(prose({ max: limits.prose, enter: "Enter what shows it" })),
  }),
} as const;

export type StandingKind = keyof typeof standingFacts;
export type StandingFact<K extends StandingKind = StandingKind> = z.infer<(typeof standingFacts)[K]>;

/** The standing on record, by kind; a kind without a row is not there. */
export type StandingOnRecord = { readonly [K in StandingKind]?: StandingFact<K> };

/** What else is known of a practitioner beside the standing: leads on record here, the mentor's own standing, an exception for the plan. */
export type BesideStanding = {
  readonly firstLeadHere?: LocalDate;
  readonly lineManagerIds: readonly string[];
  readonly mentor?: {
    readonly standing: StandingOnRecord;
    readonly monthsAsLead: Recorded<number>;
    readonly absences?: readonly DayRange[];
  };
  readonly exception?: {
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly approvedBy: "senior-manager" | "other";
    readonly reasonGiven: boolean;
    readonly planToReplaceGiven: boolean;
  };
};

/** Facts for "What has to be done before an exception ends?" */
export const ExceptionEndsFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  practitionerId: Ref,
  /** The days of the exception, half-open. */
  exception: inOrder(z.strictObject({ from: LocalDateSchema, until: LocalDateSchema })),
  /** Whether this person leads the plan. */
  leads: z.boolean(),
  calendar: WorkingDays,
});
export type ExceptionEndsFacts = z.infer<typeof ExceptionEndsFacts>;
