import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Absences } from "../people/model.ts";
import {
  commonCore,
  coreSkills,
  evidenceKinds,
  firstLeadWorries,
  leadModules,
  offersOfSupport,
  skillStates,
  trainingTopics,
} from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const Skill = z.enum(codesOf(coreSkills));

/** Something somebody needs to learn: where it showed, by when, and what was arranged for it. */
export const TrainingNeed = z.strictObject({
  id: Ref,
  topic: z.enum(codesOf(trainingTopics)),
  foundOn: LocalDateSchema,
  dueOn: day,
  /** The day of the course or other support that is booked. */
  bookedFor: day,
  /** Whether the manager released the time it takes. */
  timeReleased: recorded(z.boolean()),
  doneOn: DoneOn,
});
export type TrainingNeed = z.infer<typeof TrainingNeed>;

/** Facts for "What is owed of this person's training and support?" */
export const DevelopmentFacts = z.strictObject({
  practitionerId: Ref,
  manager: orNone(Ref),
  /** The profile of skills, each as the line manager sees it and with whether evidence is on record. */
  skills: list(
    z.strictObject({
      skill: Skill,
      state: recorded(z.enum(codesOf(skillStates))),
      evidenced: recorded(z.boolean()),
      /** The day it became a training need or an offer of training. */
      takenUpOn: DoneOn,
    }),
  ),
  needs: list(TrainingNeed),
  /** National modules of the role: done and still good, lapsed, booked, or none of these. */
  modules: list(
    z.strictObject({
      module: z.enum(codesOf(leadModules)),
      state: recorded(z.enum(["done", "lapsed", "booked", "none"])),
      /** The day it was done, lapsed, or is booked for. */
      on: day,
    }),
  ),
  /** Training that somebody was to go to. */
  bookings: list(z.strictObject({ id: Ref, on: LocalDateSchema, attended: recorded(z.boolean()), takenUpOn: DoneOn })),
  hasLedBefore: recorded(z.boolean()),
  /** What worries somebody before the first lead, each with what was offered for it. */
  worries: orNone(
    list(
      z.strictObject({
        worry: z.enum(codesOf(firstLeadWorries)),
        saidOn: LocalDateSchema,
        offered: orNone(z.enum(codesOf(offersOfSupport))),
      }),
    ),
  ),
  /** Somebody who has led before, beside whoever leads for the first time, and whether they are experienced in it. */
  mentor: orNone(
    inOrder(
      z.strictObject({ id: Ref, ...during, hasLedBefore: recorded(z.boolean()), absences: Absences.exactOptional() }),
    ),
  ),
  /** Whether this person still has mentored months to serve, as "lead-professional.suitability" tells. */
  needsMentor: recorded(z.boolean()),
  /** The first day of the first lead. */
  leadsFrom: day,
  /** The first meeting of the plan that this person is to lead. */
  firstMeetingOn: day,
  calendar: WorkingDays,
});
export type DevelopmentFacts = z.infer<typeof DevelopmentFacts>;

/** Facts for "What evidence is there of each skill?" */
export const EvidenceFacts = z.strictObject({
  practitionerId: Ref,
  evidence: list(
    z.strictObject({
      id: Ref,
      skill: Skill,
      kind: z.enum(codesOf(evidenceKinds)),
      on: LocalDateSchema,
      /** The service or sector a colleague's feedback comes from. */
      from: orNone(Ref),
    }),
  ),
  /** Areas of the common core, and whether the profile shows them. */
  commonCore: list(z.strictObject({ area: z.enum(codesOf(commonCore)), evidenced: recorded(z.boolean()) })),
});
export type EvidenceFacts = z.infer<typeof EvidenceFacts>;

/** Facts for "Whom did this joint training reach?" */
export const AttendanceFacts = z.strictObject({
  event: z.strictObject({ id: Ref, on: LocalDateSchema }),
  /** The services it was open to, each with how many came. */
  services: list(z.strictObject({ id: Ref, places: orNone(Count), came: recorded(Count) })),
});
export type AttendanceFacts = z.infer<typeof AttendanceFacts>;
