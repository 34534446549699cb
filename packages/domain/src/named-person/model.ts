import { z } from "zod";
import { during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { PostHeld } from "../people/model.ts";

/** A child's school place as recorded, for the days it holds. The first day of full-time primary is an event of its own (HD-2). */
export const SchoolPlace = inOrder(
  z.strictObject({
    school: Ref,
    kind: z.enum(["nursery", "primary", "secondary", "special"]),
    fullTime: recorded(z.boolean()),
    ...during,
  }),
);
export type SchoolPlace = z.infer<typeof SchoolPlace>;

/** Where a child stands. An event moves it (a birth, a handover, a first full day at school), never a birthday on its own. */
export const NamedPersonStage = z.enum([
  "pregnancy-and-birth",
  "before-school",
  "primary",
  "secondary",
  "special-school",
  "special-arrangement",
  "school-leaver",
  "ended",
  "not-recorded",
]);
export type NamedPersonStage = z.infer<typeof NamedPersonStage>;

const bornOn = recorded(z.union([LocalDateSchema, z.literal("unborn")]));

/** Facts for "Who is this child's named person?" */
export const NamedPersonFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn, leftSchoolOn: orNone(LocalDateSchema) }),
  midwife: orNone(Ref),
  /** The day the midwife's postnatal supervision ended. */
  midwiferyEndedOn: orNone(LocalDateSchema),
  healthVisitor: orNone(Ref),
  healthVisitorAcceptedOn: orNone(LocalDateSchema),
  places: recorded(list(SchoolPlace)),
  /** Whom the school assigned, by its own arrangement or by name. */
  assignedBySchool: orNone(z.strictObject({ id: Ref, school: Ref, from: LocalDateSchema })),
  /** Neither school nor health regularly sees the child, or the child is taught at home (HIG-74). */
  specialArrangement: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  /** Who it was before the last event: that person stays until the next one is in place (HD-3). */
  outgoing: orNone(z.strictObject({ id: Ref })),
  /** Whether the child is in touch with school or health, since when (HIG-12). */
  contact: recorded(
    z.strictObject({ state: z.enum(["in-touch", "not-regularly-in-touch", "ended"]), since: LocalDateSchema }),
  ),
});
export type NamedPersonFacts = z.infer<typeof NamedPersonFacts>;

/** Facts for "May this person be the child's named person?" */
export const NamedPersonCandidateFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  candidate: z.strictObject({ id: Ref, posts: list(PostHeld), onStaffOf: recorded(list(Ref)) }),
  stage: NamedPersonStage,
  school: Ref.exactOptional(),
  /** Who it was at the stage before, so that carrying one forward can be refused. */
  previous: orNone(z.strictObject({ id: Ref, stage: NamedPersonStage.or(Ref), school: Ref.exactOptional() })),
});
export type NamedPersonCandidateFacts = z.infer<typeof NamedPersonCandidateFacts>;

/** Facts for "What is owed now that the named person is decided, or changes?" */
export const NamedPersonDutiesFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn }),
  changedOn: LocalDateSchema,
  toldChildOn: orNone(LocalDateSchema),
  toldFamilyOn: orNone(LocalDateSchema),
  midwiferyEndedOn: orNone(LocalDateSchema),
  hasHealthVisitor: z.boolean(),
  healthVisitorAcceptedOn: orNone(LocalDateSchema),
  /** Why the handover from the midwife is late, once written. */
  reasonForLateHandover: recorded(z.boolean()),
  /** A lead professional who is not the named person, and from when. */
  separateLead: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  /** The last day the child was seen by school or by health, and whether the child is of school age. */
  lastContactOn: recorded(LocalDateSchema),
  isOfSchoolAge: recorded(z.boolean()),
  specialArrangement: orNone(z.strictObject({ from: LocalDateSchema, reviewedOn: orNone(LocalDateSchema) })),
  /** Below expected development, or not benefiting from school: from when, and whether the fuller gathering was done. */
  fullerGathering: orNone(
    z.strictObject({ since: LocalDateSchema, why: z.enum(["development", "school-education"]), done: z.boolean() }),
  ),
  /** A start at primary or secondary school that is coming or has come. */
  entry: orNone(
    z.strictObject({
      to: z.enum(["primary", "secondary"]),
      on: LocalDateSchema,
      lastPupilDayBefore: LocalDateSchema,
      assignedOn: orNone(LocalDateSchema),
      childsPartSentOn: orNone(LocalDateSchema),
      carersPartSentOn: orNone(LocalDateSchema),
    }),
  ),
  /** The days the school is open to pupils: "20 school days" are counted on these. */
  schoolDays: WorkingDays,
  calendar: WorkingDays,
});
export type NamedPersonDutiesFacts = z.infer<typeof NamedPersonDutiesFacts>;
