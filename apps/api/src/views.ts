import { z } from "zod";

/** Somebody by name; their own record is never behind it. */
export const PersonView = z.object({ practitionerId: z.string(), name: z.string() });
export type PersonView = z.infer<typeof PersonView>;

/** Somebody at work: name, and where from. */
export const ColleagueView = PersonView.extend({
  postTitle: z.string().optional(),
  agency: z.object({ agencyId: z.string(), name: z.string(), kind: z.string() }),
});
export type ColleagueView = z.infer<typeof ColleagueView>;

/** A child in a list: by name, or only that there is one. */
export const ChildInList = z.discriminatedUnion("visibility", [
  z.object({ visibility: z.literal("full"), childId: z.string(), name: z.string(), bornOn: z.string().optional() }),
  z.object({ visibility: z.literal("restricted") }),
]);
export type ChildInList = z.infer<typeof ChildInList>;

/** A code of a closed list, with its label. */
export const TermView = z.object({ code: z.string(), label: z.string() });
export type TermView = z.infer<typeof TermView>;

/** The records that a case rests on beside its lead: assessments and consent to share, each as far as the reader may know of it. */
export const RecordsOfCaseView = z.object({
  childId: z.string(),
  mayReadAssessments: z.boolean(),
  mayReadConsent: z.boolean(),
  assessments: z.array(
    z.object({
      assessmentId: z.string(),
      kind: TermView,
      on: z.string(),
      agency: z.string(),
      isOwn: z.boolean(),
      /** Where another agency shared it with the reader. */
      releaseId: z.string().optional(),
    }),
  ),
  /** Each yes that is in force: whose, and to which day. */
  consents: z.array(z.object({ by: z.enum(["child", "parent-or-carer"]), lastDay: z.string().optional() })),
  /** A no is in force, to some of it or to all. */
  saidNo: z.boolean(),
});
export type RecordsOfCaseView = z.infer<typeof RecordsOfCaseView>;

/** How far a child's family is engaged: as it is seen from the latest day on, and how it was before. */
export const EngagementView = z.object({
  childId: z.string(),
  seen: z.array(z.object({ state: TermView, on: z.string(), note: z.string(), by: z.string() })),
});
export type EngagementView = z.infer<typeof EngagementView>;

/** A due moment in words, how long is left, and how it stands. */
export const ClockView = z.object({
  /** "by the end of 25 November 2026" */
  due: z.string(),
  /** The first instant at which it is late; left out where bank holidays of that year are not known yet. */
  dueBy: z.string().optional(),
  /** "2 working days left", "3 working days late" */
  left: z.string().optional(),
  state: z.enum(["running", "soon", "overdue", "met", "paused"]),
});
export type ClockView = z.infer<typeof ClockView>;

/** Something owed with its clock. */
export const DutyView = z.object({
  dutyId: z.string(),
  act: z.string(),
  because: z.string(),
  clause: z.string(),
  owedBy: PersonView,
  clock: ClockView.optional(),
});
export type DutyView = z.infer<typeof DutyView>;

/** Whether the reader may use a control, and why not where they may not. */
export const ControlView = z.object({ may: z.boolean(), why: z.string().optional() });
export type ControlView = z.infer<typeof ControlView>;

/** Where the next page starts; null at the end. */
export const nextCursor = z.string().nullable();

/** What the form about joining a plan has to know. */
export const JoiningView = z.object({
  /** The documents of this area say what sharing rests on. */
  asks: z.boolean(),
  /** People of these agencies read the plan already: of them nothing is asked. */
  agencies: z.array(z.string()),
  /** The reader may see what was answered about sharing, and record an answer. */
  mayReadAnswers: z.boolean(),
  mayRecordAnswer: z.boolean(),
});
