import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { StageEntry } from "../kernel/ladder.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { handoverReasons } from "../vocabulary/handover-reasons.ts";
import { levelsOfNeed } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });
const level = z.enum(codesOf(levelsOfNeed));

/** Facts for "May the lead pass to the next person on this day?" */
export const HandoverFacts = z.strictObject({
  child,
  plan,
  outgoing: z.strictObject({ id: Ref, isNamedPerson: z.boolean() }),
  incoming: z.strictObject({ id: Ref, isNamedPerson: z.boolean() }),
  isByLaw: z.boolean(),
  effectiveOn: LocalDateSchema,
  reason: orNone(z.enum(codesOf(handoverReasons))),
  /** Words are given with the reason; "another reason" is none without them. */
  reasonHasWords: z.boolean(),
  acceptedOn: day,
  familyToldOn: day,
  /** What is passed on is written down: the plan, contacts, open actions, what changes and what stays. */
  passedOnInWriting: recorded(z.boolean()),
  /** The day outgoing and incoming lead met the family together. */
  introducedOn: day,
  noIntroductionReasonGiven: z.boolean(),
  /** How the family found it, in their words. */
  familysWords: recorded(z.boolean()),
  /** The change of level it goes with, and the day the family agreed to another lead, where an area asks that. */
  levelChange: z.strictObject({ from: level, to: level }).exactOptional(),
  familyAgreedOn: day.exactOptional(),
});
export type HandoverFacts = z.infer<typeof HandoverFacts>;

/** A service for children in special circumstances that ends for this child, and whether needs were looked at again first. */
export const SpecialistService = z.strictObject({ id: Ref, lastDay: LocalDateSchema, reassessedOn: day });
export type SpecialistService = z.infer<typeof SpecialistService>;

/** Facts for "What does a change around the lead ask for?" */
export const ChangeFacts = z.strictObject({
  child,
  plan,
  lead: orNone(Ref),
  nextMeetingOn: day,
  /** Practitioners who joined the team, and the day it was asked whether the lead is still the right one. */
  joined: list(z.strictObject({ id: Ref, on: LocalDateSchema, askedOn: DoneOn })),
  /** Proposals that somebody else should lead, from anybody on the plan. */
  proposals: list(
    z.strictObject({
      id: Ref,
      by: z.enum(["child", "family", "practitioner", "line-manager"]),
      on: LocalDateSchema,
      saysWhatChanged: recorded(z.boolean()),
      answeredOn: DoneOn,
    }),
  ),
  levelChange: orNone(z.strictObject({ from: level, to: level, on: LocalDateSchema, handoverOpenedOn: DoneOn })),
  specialistServices: list(SpecialistService),
  /** A key point such as a move to another school, and whether a handover of the lead is planned for it. */
  keyPoint: orNone(z.strictObject({ on: LocalDateSchema, leadStays: recorded(z.boolean()), handoverOpenedOn: DoneOn })),
  trustedPerson: orNone(Ref),
  /** Appointments and meetings of the child's plan that changed, and whether the adult the child trusts was told. */
  notices: list(
    z.strictObject({ id: Ref, kind: z.enum(["appointment", "meeting"]), changedOn: LocalDateSchema, toldOn: DoneOn }),
  ),
  /** Since when one agency is left of those that helped, and the day the lead said whether the plan ends. */
  oneAgencyLeft: orNone(z.strictObject({ since: LocalDateSchema, answeredOn: DoneOn })).exactOptional(),
  calendar: WorkingDays,
});
export type ChangeFacts = z.infer<typeof ChangeFacts>;

/** Facts for "What may the adult the child trusts see and do?" */
export const TrustedPersonFacts = z.strictObject({
  child,
  person: Ref,
  act: z.enum(["see-appointments", "see-meetings", "give-views", "edit-plan", "see-another-family-member"]),
});
export type TrustedPersonFacts = z.infer<typeof TrustedPersonFacts>;

/** Facts for "Which steps lead out of statutory support?" */
export const StepDownFacts = z.strictObject({
  child,
  plan,
  lead: orNone(Ref),
  /** What the transfer meeting decided: help from several as one response, from one practitioner, or none. */
  decided: orNone(z.enum(["integrated", "single", "none"])),
  /** Whether a service that is not statutory was invited. */
  othersInvited: recorded(z.boolean()),
  entries: list(StageEntry),
});
export type StepDownFacts = z.infer<typeof StepDownFacts>;

/** Facts for "May the lead end, or the plan close, on this day?" */
export const EndingFacts = z.strictObject({
  child,
  plan,
  ends: z.enum(["lead", "plan"]),
  on: LocalDateSchema,
  because: z.enum(["no-longer-needed", "statutory-support-ended", "specialist-assessment-started", "level-changed"]),
  /** What "lead-professional.needed" answers for the day after. */
  isStillNeeded: recorded(z.boolean()),
  successor: orNone(z.strictObject({ id: Ref, startsOn: LocalDateSchema, acceptedOn: day })),
  /** Steps that "lead-professional.step-down" still holds open, by name. */
  openSteps: recorded(list(z.string().min(1))),
  specialistServices: list(SpecialistService),
  namedPerson: orNone(z.strictObject({ id: Ref, toldOn: day, confirmedOn: day })),
  childToldOn: day,
  familyToldOn: day,
  /** Each agency with help on the plan, and its last day. */
  agencies: recorded(list(z.strictObject({ agency: Agency, lastDay: day }))),
  openActions: recorded(Count),
  /** Where help that goes on goes: into a single-agency plan of the named person's. */
  remainingHelp: orNone(z.enum(["single-agency-plan", "ends"])),
  contactAfterwards: orNone(Ref),
  outcomesRecorded: recorded(z.boolean()),
  familysViewRecorded: recorded(z.boolean()),
});
export type EndingFacts = z.infer<typeof EndingFacts>;

/** Facts for "May help be taken up again?" An earlier episode, the day it ended, and whether the new one is linked to it. */
export const ReopeningFacts = z.strictObject({
  child,
  plan,
  endedOn: day,
  isLinkedToEarlier: z.boolean(),
});
export type ReopeningFacts = z.infer<typeof ReopeningFacts>;
