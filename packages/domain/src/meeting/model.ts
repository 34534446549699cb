import { z } from "zod";
import { DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import type { GateSaid } from "../kernel/gate.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";
import { sayOf } from "../kernel/saying.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import { Agency, PostHeld, Statuses } from "../people/model.ts";
import { formerNames, meetingKinds, meetingModels, waysOfTakingPart } from "../vocabulary/meetings.ts";
import { codesOf } from "../vocabulary/term.ts";

const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });
const kind = z.enum(codesOf(meetingKinds));

/** How the child or the family took part. */
export const Part = recorded(z.enum(codesOf(waysOfTakingPart)));
export type Part = z.infer<typeof Part>;

/** What is said of the child's and the family's part, each for itself. */
export function partsOf(child: string, childsPart: Part, familysPart: Part): readonly GateSaid[] {
  return [
    partOf("the child", "childs-part", childsPart, theChild(child)),
    partOf("the family", "familys-part", familysPart, subject("family", child)),
  ];
}

function partOf(whom: string, code: string, part: Part, about: Subject): GateSaid {
  const say = sayOf(about);
  switch (part) {
    case "present":
      return say.permits(`It is on record that ${whom} took part.`);
    case "views-given":
      return say.permits(`It is on record that ${whom} gave their views beforehand.`);
    case "reason-given":
      return say.permits(`It is written down why ${whom} took no part.`);
    case "none":
      return say.permitsIf(
        [{ what: "reason", from: "lead-professional", for: `why ${whom} took no part`, code }],
        `There is nothing from ${whom}: ask for their views, or write down why there are none.`,
      );
    case "not-recorded":
      return say.unknown(`how ${whom} took part`, `It is not recorded how ${whom} took part.`);
  }
}

/** Facts for "Is a child's meeting called for?" */
export const MeetingFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  /** Whether the lead professional comes, or is to come, from another agency than the named person's. */
  leadIsFromAnotherAgency: recorded(z.boolean()),
  safetyIsThePrimaryIssue: recorded(z.boolean()),
  notAgreed: recorded(z.boolean()),
});
export type MeetingFacts = z.infer<typeof MeetingFacts>;

/** Facts for "A meeting is asked for: who owes what?" */
export const NeedFacts = z.strictObject({
  child,
  plan,
  lead: orNone(Ref),
  leadsManager: orNone(Ref),
  need: orNone(
    z.strictObject({
      raisedOn: LocalDateSchema,
      by: z.enum(["child", "family", "lead-professional", "practitioner"]),
      familySays: recorded(z.enum(["agrees", "not-yet"])),
    }),
  ),
  /** The day a meeting was held for it, in its own right or as part of one that took place anyway. */
  heldOn: DoneOn,
  calendar: WorkingDays,
});
export type NeedFacts = z.infer<typeof NeedFacts>;

/** Facts for "May this person call this meeting, or change its day?" */
export const ArrangeFacts = z.strictObject({
  plan,
  meeting: z.strictObject({ id: Ref, kind }),
  act: z.enum(["call", "change-day"]),
  by: z.strictObject({ id: Ref, role: z.enum(roles) }),
  lead: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  assessor: orNone(Ref),
  /** Whether the lead has asked for administrative help on this case. */
  hasAdministrativeHelp: recorded(z.boolean()),
  /** A meeting of services and family that takes place anyway, and whether it is used for this. */
  existing: orNone(z.strictObject({ on: LocalDateSchema, isUsed: z.boolean() })),
  /** Why the family is asked to one more meeting all the same. */
  extraMeetingReasonGiven: z.boolean(),
});
export type ArrangeFacts = z.infer<typeof ArrangeFacts>;

const chaired = {
  child: z.strictObject({ id: Ref, statuses: Statuses, hasHighLevelNeeds: recorded(z.boolean()) }),
  plan: z.strictObject({
    id: Ref,
    isEspeciallyComplex: recorded(z.boolean()),
    lead: orNone(Ref),
    reviewOfficer: orNone(Ref),
  }),
  meeting: z.strictObject({ id: Ref, kind, on: LocalDateSchema }),
  /** Whom the lead professional asked to chair in their place. */
  namedByLead: orNone(Ref),
};

/** Facts for "Who chairs this meeting?" */
export const WhoChairsFacts = z.strictObject(chaired);
export type WhoChairsFacts = z.infer<typeof WhoChairsFacts>;

/** Facts for "May this person chair this meeting?" */
export const MayChairFacts = z.strictObject({
  ...chaired,
  candidate: z.strictObject({ id: Ref, posts: list(PostHeld) }),
});
export type MayChairFacts = z.infer<typeof MayChairFacts>;

/** Facts for "May these people hold the jobs of this meeting?" */
export const JobsFacts = z.strictObject({
  meeting: z.strictObject({ id: Ref }),
  lead: orNone(Ref),
  chair: orNone(Ref),
  notes: orNone(Ref),
  familySupport: orNone(Ref),
  /** Who else at the meeting was offered the notes. */
  notesOfferedTo: recorded(list(Ref)),
});
export type JobsFacts = z.infer<typeof JobsFacts>;

/** Who takes the administrative part of the lead's work, where the lead asked for help. */
export const AdministrativeHelp = orNone(z.enum(["administrator", "service-development-manager"]));

/** Facts for "May this person be invited?" */
export const MayInviteFacts = z.strictObject({
  child,
  meeting: z.strictObject({ id: Ref }),
  person: z.strictObject({ id: Ref, as: z.enum(["child", "family", "practitioner", "other"]) }),
  /** Whether contact with this person is a risk to somebody of the family. */
  isContactRisk: recorded(z.boolean()),
  decidedOtherwise: orNone(z.strictObject({ by: z.enum(roles), reasonGiven: z.boolean() })),
});
export type MayInviteFacts = z.infer<typeof MayInviteFacts>;

/** Facts for "Who owes what before this meeting?" */
export const PreparationFacts = z.strictObject({
  child,
  plan,
  meeting: z.strictObject({ id: Ref, kind, on: LocalDateSchema, calledOn: LocalDateSchema }),
  lead: orNone(Ref),
  assessor: orNone(Ref),
  help: AdministrativeHelp,
  people: list(
    z.strictObject({
      id: Ref,
      as: z.enum(["child", "family", "practitioner", "other"]),
      agency: Agency.exactOptional(),
      invitedOn: DoneOn,
      isContactRisk: recorded(z.boolean()),
      /** The day this person last said how their part stands. */
      lastUpdateOn: DoneOn,
    }),
  ),
  /** The days agenda and copies of the plan were ready. */
  agendaReadyOn: DoneOn,
  planCopiesReadyOn: DoneOn,
  calendar: WorkingDays,
});
export type PreparationFacts = z.infer<typeof PreparationFacts>;

/** Facts for "May the meeting go ahead with those who are here?" */
export const GoAheadFacts = z.strictObject({
  child,
  meeting: z.strictObject({ id: Ref }),
  present: recorded(list(Ref)),
  chair: orNone(Ref),
  lead: orNone(Ref),
  /** Who acts while the lead is away: a deputy or somebody named as cover. */
  standIn: orNone(Ref),
  childsPart: Part,
  familysPart: Part,
});
export type GoAheadFacts = z.infer<typeof GoAheadFacts>;

/** Facts for "May this meeting be closed?" */
export const ClosingFacts = z.strictObject({
  meeting: z.strictObject({ id: Ref, kind }),
  /** The needs that were raised, and where they were ranked; a need without a rank is for later. */
  needs: recorded(list(z.strictObject({ id: Ref, rank: orNone(z.int().min(1)) }))),
  leadAgreed: recorded(z.boolean()),
  planAgreed: recorded(z.boolean()),
});
export type ClosingFacts = z.infer<typeof ClosingFacts>;

/** Facts for "Who owes what after this meeting?" */
export const FollowUpFacts = z.strictObject({
  child,
  plan,
  meeting: z.strictObject({ id: Ref, heldOn: LocalDateSchema }),
  lead: orNone(Ref),
  noteTaker: orNone(Ref),
  draftedOn: DoneOn,
  approvedOn: DoneOn,
  recipients: list(
    z.strictObject({ id: Ref, as: z.enum(["child", "family", "practitioner", "other"]), sentOn: DoneOn }),
  ),
  /** Each practitioner of the team, and the meetings of this plan so far, in any order. */
  attendance: list(
    z.strictObject({
      id: Ref,
      meetings: list(
        z.strictObject({ on: LocalDateSchema, cameTo: recorded(z.boolean()), sentUpdate: recorded(z.boolean()) }),
      ),
    }),
  ),
  calendar: WorkingDays,
});
export type FollowUpFacts = z.infer<typeof FollowUpFacts>;

/** Facts for "May this be done with an item of the service managers' group?" */
export const GroupItemFacts = z.strictObject({
  item: z.strictObject({ id: Ref }),
  act: z.enum(["publish", "read-papers", "vote", "decide"]),
  by: z.strictObject({ id: Ref, role: z.enum(roles) }),
  isAboutYoungOffender: recorded(z.boolean()),
  reporterInvitedOn: DoneOn,
  /** The Reporter's part in the item when it was taken. */
  reportersPart: recorded(z.enum(["attended", "sent-written-view", "absent-with-reason", "absent"])),
  /** Whether housing matters to the item, and whether it is said why. */
  housing: orNone(z.strictObject({ reasonGiven: z.boolean() })),
  housingManagerInvitedOn: DoneOn,
});
export type GroupItemFacts = z.infer<typeof GroupItemFacts>;

const Model = z.enum(codesOf(meetingModels));

/** Facts for "Which way of bringing people together holds for this case?" */
export const ModelFacts = z.strictObject({
  child,
  plan,
  locality: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
  localityUses: recorded(list(Model)),
  /** What was settled for the case, in each locality it has been in. */
  settled: list(inOrder(z.strictObject({ locality: Ref, model: Model, ...during }))),
});
export type ModelFacts = z.infer<typeof ModelFacts>;

/** Facts for "What does administration still owe?" */
export const QueueFacts = z.strictObject({
  team: z.strictObject({ id: Ref }),
  manager: orNone(Ref),
  /** Changes waiting to be made in case files and the shared index. */
  pending: list(z.strictObject({ id: Ref, since: LocalDateSchema })),
});
export type QueueFacts = z.infer<typeof QueueFacts>;

/** Facts for "May administration do this?" */
export const AdministrationFacts = z.strictObject({
  by: z.strictObject({ id: Ref, role: z.enum(roles) }),
  act: z.enum(["edit-contact-details", "edit-assessment", "edit-plan", "edit-decision"]),
});
export type AdministrationFacts = z.infer<typeof AdministrationFacts>;

/** Facts for "May this former title or group be used?" */
export const FormerNameFacts = z.strictObject({
  area: z.strictObject({ id: Ref }),
  name: z.enum(codesOf(formerNames)),
  act: z.enum(["create", "read"]),
});
export type FormerNameFacts = z.infer<typeof FormerNameFacts>;
