import { z } from "zod";
import { DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency, PostHeld } from "../people/model.ts";

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
  toldChildOn: DoneOn,
  toldFamilyOn: DoneOn,
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
  specialArrangement: orNone(z.strictObject({ from: LocalDateSchema, reviewedOn: DoneOn })),
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
      assignedOn: DoneOn,
      childsPartSentOn: DoneOn,
      carersPartSentOn: DoneOn,
    }),
  ),
  /** The days the school is open to pupils: "20 school days" are counted on these. */
  schoolDays: WorkingDays,
  calendar: WorkingDays,
});
export type NamedPersonDutiesFacts = z.infer<typeof NamedPersonDutiesFacts>;

/** Facts for "Who co-ordinates this child's extra help, and who is the first contact?" */
export const HelpingFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: orNone(z.strictObject({ id: Ref, agency: Agency })),
  /** The extra help that the child has, each with the agency that gives it. */
  help: recorded(list(z.strictObject({ id: Ref, agency: Agency }))),
  /** Which way the named person helps: inside the own agency, as lead professional too, or beside another who leads. */
  way: orNone(z.enum(["own-agency", "also-lead", "beside-a-lead"])),
  lead: orNone(z.strictObject({ id: Ref, ...during })),
});
export type HelpingFacts = z.infer<typeof HelpingFacts>;

/** Facts for "Which tasks are whose, as named person and as lead professional?" */
export const TwoRolesFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: Ref,
  /** The days on which the named person is lead professional too. */
  alsoLead: orNone(inOrder(z.strictObject({ ...during }))),
  tasks: list(
    z.strictObject({ id: Ref, as: z.enum(["lead-professional", "named-person"]), dueOn: orNone(LocalDateSchema) }),
  ),
});
export type TwoRolesFacts = z.infer<typeof TwoRolesFacts>;

/** Facts for "Which siblings' named persons hear that something opened or closed?" */
export const SiblingsFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: orNone(Ref),
  event: z.strictObject({
    of: z.enum(["concern", "plan"]),
    is: z.enum(["opened", "closed"]),
    on: LocalDateSchema,
  }),
  siblings: recorded(
    list(
      z.strictObject({
        child: Ref,
        namedPerson: orNone(Ref),
        toldOn: DoneOn,
        /** Whether it is held back from this person by name, and a reason written down. */
        heldBack: z.enum(["no", "with-reason", "without-reason"]),
      }),
    ),
  ),
});
export type SiblingsFacts = z.infer<typeof SiblingsFacts>;

/** Facts for "What is owed on the information that the named person's agency holds?" */
export const InformationFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  /** The last day on which the core information was confirmed. */
  confirmedOn: DoneOn,
  /** The last change that is known of, such as a move, and the last handover to a new stage. */
  changedOn: DoneOn,
  handedOverOn: DoneOn,
  /** What came in from other agencies. */
  cameIn: list(
    z.strictObject({
      id: Ref,
      on: LocalDateSchema,
      source: orNone(Agency),
      filed: orNone(z.enum(["relevant", "not-relevant"])),
      reasonGiven: z.boolean(),
    }),
  ),
});
export type InformationFacts = z.infer<typeof InformationFacts>;

/** Facts for "Do child and family know that the named person stays?", when somebody else begins to lead. */
export const StaysFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: orNone(Ref),
  lead: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  childToldOn: DoneOn,
  familyToldOn: DoneOn,
});
export type StaysFacts = z.infer<typeof StaysFacts>;
