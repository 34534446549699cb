import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

const Child = z.strictObject({ id: Ref });
const Instant = z.iso.datetime({ offset: true });

/** Facts for "May an assessment be begun beside those there are?" */
export const AnotherAssessmentFacts = z.strictObject({
  child: Child,
  kind: z.enum(["common", "specialist"]),
  /** The assessments there are that the person who begins one may see, by consent. */
  existing: recorded(list(z.strictObject({ id: Ref, kind: z.enum(["common", "specialist"]), isOpen: z.boolean() }))),
  reasonGiven: z.boolean(),
});
export type AnotherAssessmentFacts = z.infer<typeof AnotherAssessmentFacts>;

/** Facts for "May this change of level be kept?" */
export const LevelChangeFacts = z.strictObject({
  child: Child,
  /** Which assessment it rests on, what becomes of the lead, whether consent still holds: each said or not. */
  saysAssessment: recorded(z.boolean()),
  saysLead: recorded(z.boolean()),
  saysConsent: recorded(z.boolean()),
});
export type LevelChangeFacts = z.infer<typeof LevelChangeFacts>;

/** Facts for "May this practitioner be taken off an open case?" */
export const LeavingTeamFacts = z.strictObject({
  child: Child,
  practitioner: Ref,
  /** Whether this is the child's school or health visitor. */
  isUniversal: recorded(z.boolean()),
  reasonGiven: z.boolean(),
});
export type LeavingTeamFacts = z.infer<typeof LeavingTeamFacts>;

/** Facts for "May this entry of what health and education both record be kept?" */
export const CommonEntryFacts = z.strictObject({
  child: Child,
  part: z.enum(["demographic", "key-event", "achievement"]),
  on: orNone(LocalDateSchema),
  recordedOn: recorded(LocalDateSchema),
  /** Since when entries have this shape here: what was recorded before stays as it was. */
  shapedSince: orNone(LocalDateSchema),
});
export type CommonEntryFacts = z.infer<typeof CommonEntryFacts>;

/** Facts for "May this be asked of families?" A field of the plan's form. */
export const FieldFacts = z.strictObject({
  area: Ref,
  field: Ref,
  /** Whether it is asked for every child with additional needs, or for some by law. */
  askedOf: z.enum(["every-child", "statutory-extra"]),
  law: orNone(Ref),
});
export type FieldFacts = z.infer<typeof FieldFacts>;

/** Facts for "May this be asked or entered anew?" What one agency or one set of papers holds, the next draws from it. */
export const AskedAgainFacts = z.strictObject({
  child: Child,
  /** A part of what health and education both record, or what a plan already says. */
  what: z.enum(["common-element", "plan-information"]),
  item: Ref,
  /** Where it is held: an agency's record, a version of the plan. */
  heldIn: orNone(Ref),
});
export type AskedAgainFacts = z.infer<typeof AskedAgainFacts>;

/** Facts for "May this part of the shared record be read from this agency?" */
export const SharedPartFacts = z.strictObject({
  child: Child,
  agency: Ref,
  part: z.enum(["demographics", "key-events", "milestones"]),
  /** Since when this agency shares that part; the shared record is built in stages. */
  liveSince: orNone(LocalDateSchema),
});
export type SharedPartFacts = z.infer<typeof SharedPartFacts>;

/** Facts for "Was the assessment complete before arrival?" */
export const ArrivalFacts = z.strictObject({
  child: Child,
  arrivedAt: orNone(Instant),
  finishedAt: orNone(Instant),
  departureRecorded: z.boolean(),
});
export type ArrivalFacts = z.infer<typeof ArrivalFacts>;

/** Facts for "Who has to be told what of this record, and by when?" */
export const RecordDutiesFacts = z.strictObject({
  child: Child,
  lead: orNone(Ref),
  problems: list(
    z.strictObject({
      id: Ref,
      recordedOn: LocalDateSchema,
      saysWhatWasDone: recorded(z.boolean()),
      leadToldOn: DoneOn,
    }),
  ),
  /** The last change of lead, and when the index of children showed it. */
  leadChange: orNone(z.strictObject({ on: LocalDateSchema, indexedOn: DoneOn })),
});
export type RecordDutiesFacts = z.infer<typeof RecordDutiesFacts>;

/** Facts for "Is this entry of the directory of services still good?" */
export const DirectoryFacts = z.strictObject({
  area: Ref,
  entry: Ref,
  checkedOn: DoneOn,
});
export type DirectoryFacts = z.infer<typeof DirectoryFacts>;
