import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { type FactUsed, subject, theChild, thePractitioner } from "../kernel/subject.ts";
import type { LegalStatus, Recorded } from "../people/model.ts";
import {
  AdministrationFacts,
  ArrangeFacts,
  ClosingFacts,
  FollowUpFacts,
  FormerNameFacts,
  GoAheadFacts,
  GroupItemFacts,
  JobsFacts,
  MayChairFacts,
  MayInviteFacts,
  MeetingFacts,
  ModelFacts,
  NeedFacts,
  PreparationFacts,
  QueueFacts,
  WhoChairsFacts,
} from "./model.ts";

const statusesUsed = (child: string, statuses: Recorded<readonly LegalStatus[]>): readonly FactUsed[] =>
  used(theChild(child), {
    "legal statuses":
      statuses === "not-recorded"
        ? statuses
        : statuses.map(({ kind, from, until, accommodated, lookedAfterBasis, holder }) =>
            [kind, from, until ?? "", accommodated ?? "", lookedAfterBasis ?? "", holder ?? ""].join(" ").trim(),
          ),
  });

export const calledFor: DutyQuestion<MeetingFacts> = {
  shape: "duty",
  title: "Is a child's meeting called for?",
  facts: MeetingFacts,
  factsUsed: ({ child, leadIsFromAnotherAgency, safetyIsThePrimaryIssue, notAgreed }) => [
    {
      about: theChild(child.id),
      name: "legal statuses",
      value:
        child.statuses === "not-recorded"
          ? child.statuses
          : child.statuses.map(({ kind, from, until }) => `${kind} ${from} ${until ?? ""}`),
    },
    { about: theChild(child.id), name: "lead from another agency", value: leadIsFromAnotherAgency },
    { about: theChild(child.id), name: "safety is the primary issue", value: safetyIsThePrimaryIssue },
    { about: theChild(child.id), name: "not agreed who leads", value: notAgreed },
  ],
};

export const needed: DutyQuestion<NeedFacts> = {
  shape: "duty",
  title: "A meeting is asked for: who owes what?",
  facts: NeedFacts,
  factsUsed: ({ child, plan, lead, leadsManager, need, heldOn }) => [
    ...used(subject("area", plan.id), { lead, "lead's manager": leadsManager, "held on": heldOn }),
    ...used(subject("family", child.id), { "meeting asked for": need }),
  ],
};

export const arrange: GateQuestion<ArrangeFacts> = {
  shape: "gate",
  title: "May this person call this meeting, or change its day?",
  facts: ArrangeFacts,
  factsUsed: ({ plan, meeting, act, by, ...rest }) => [
    ...used(subject("area", plan.id), {
      meeting: [meeting.id, meeting.kind],
      act,
      lead: rest.lead,
      assessor: rest.assessor,
      "administrative help": rest.hasAdministrativeHelp,
      "meeting that takes place anyway": rest.existing,
      "reason for an extra meeting": rest.extraMeetingReasonGiven,
    }),
    ...used(thePractitioner(by.id), { role: by.role }),
  ],
};

const chairUsed = ({ child, plan, meeting, namedByLead }: WhoChairsFacts): readonly FactUsed[] => [
  ...used(subject("area", plan.id), {
    meeting: [meeting.id, meeting.kind, meeting.on],
    lead: plan.lead,
    "especially complex": plan.isEspeciallyComplex,
    "review officer": plan.reviewOfficer,
    "named by the lead": namedByLead,
  }),
  ...used(theChild(child.id), { "high-level needs": child.hasHighLevelNeeds }),
  ...statusesUsed(child.id, child.statuses),
];

export const whoChairs: DesignationQuestion<WhoChairsFacts> = {
  shape: "designation",
  title: "Who chairs this meeting?",
  facts: WhoChairsFacts,
  factsUsed: chairUsed,
};

export const mayChair: GateQuestion<MayChairFacts> = {
  shape: "gate",
  title: "May this person chair this meeting?",
  facts: MayChairFacts,
  factsUsed: ({ candidate, ...facts }) => [
    ...used(thePractitioner(candidate.id), { posts: candidate.posts }),
    ...chairUsed(facts),
  ],
};

export const jobs: GateQuestion<JobsFacts> = {
  shape: "gate",
  title: "May these people hold the jobs of this meeting?",
  facts: JobsFacts,
  factsUsed: ({ meeting, lead, chair, notes, familySupport, notesOfferedTo }) =>
    used(subject("area", meeting.id), {
      lead,
      chair,
      notes,
      "family support": familySupport,
      "notes offered to": notesOfferedTo,
    }),
};

export const mayInvite: GateQuestion<MayInviteFacts> = {
  shape: "gate",
  title: "May this person be invited?",
  facts: MayInviteFacts,
  factsUsed: ({ child, meeting, person, isContactRisk, decidedOtherwise }) =>
    used(subject("family", child.id), {
      meeting: meeting.id,
      person: [person.id, person.as],
      "contact is a risk": isContactRisk,
      "decided otherwise": decidedOtherwise,
    }),
};

export const preparation: DutyQuestion<PreparationFacts> = {
  shape: "duty",
  title: "Who owes what before this meeting?",
  facts: PreparationFacts,
  factsUsed: ({ child, plan, meeting, lead, assessor, help, people, agendaReadyOn, planCopiesReadyOn }) => [
    ...used(subject("area", plan.id), {
      meeting: [meeting.id, meeting.kind, meeting.on, meeting.calledOn],
      lead,
      assessor,
      "administrative help": help,
      "agenda ready on": agendaReadyOn,
      "copies ready on": planCopiesReadyOn,
    }),
    ...people.flatMap(({ id, as, agency, invitedOn, isContactRisk, lastUpdateOn }) =>
      used(as === "child" || as === "family" ? subject("family", child.id) : thePractitioner(id), {
        [`at the meeting: ${id}`]: [as, agency ?? "", invitedOn, `risk ${isContactRisk}`, lastUpdateOn],
      }),
    ),
  ],
};

export const goAhead: GateQuestion<GoAheadFacts> = {
  shape: "gate",
  title: "May the meeting go ahead with those who are here?",
  facts: GoAheadFacts,
  factsUsed: ({ child, meeting, present, chair, lead, standIn, childsPart, familysPart }) => [
    ...used(subject("area", meeting.id), { present, chair, lead, "stands in": standIn }),
    ...used(theChild(child.id), { "child's part": childsPart }),
    ...used(subject("family", child.id), { "family's part": familysPart }),
  ],
};

export const closing: GateQuestion<ClosingFacts> = {
  shape: "gate",
  title: "May this meeting be closed?",
  facts: ClosingFacts,
  factsUsed: ({ meeting, needs, leadAgreed, planAgreed }) =>
    used(subject("area", meeting.id), {
      kind: meeting.kind,
      needs: needs === "not-recorded" ? needs : needs.map(({ id, rank }) => `${id} ${rank}`),
      "lead agreed": leadAgreed,
      "plan agreed": planAgreed,
    }),
};

export const followUp: DutyQuestion<FollowUpFacts> = {
  shape: "duty",
  title: "Who owes what after this meeting?",
  facts: FollowUpFacts,
  factsUsed: ({ plan, meeting, lead, noteTaker, draftedOn, approvedOn, recipients, attendance }) => [
    ...used(subject("area", plan.id), {
      meeting: [meeting.id, meeting.heldOn],
      lead,
      "note taker": noteTaker,
      "minutes drafted on": draftedOn,
      "minutes approved on": approvedOn,
      recipients: recipients.map(({ id, as, sentOn }) => `${id} ${as} ${sentOn}`),
    }),
    ...attendance.flatMap(({ id, meetings }) =>
      used(thePractitioner(id), {
        attendance: meetings.map(({ on, cameTo, sentUpdate }) => `${on} came ${cameTo} update ${sentUpdate}`),
      }),
    ),
  ],
};

export const groupItem: GateQuestion<GroupItemFacts> = {
  shape: "gate",
  title: "May this be done with an item of the service managers' group?",
  facts: GroupItemFacts,
  factsUsed: ({ item, act, by, ...facts }) => [
    ...used(subject("area", item.id), {
      act,
      "about a young offender": facts.isAboutYoungOffender,
      "Reporter invited on": facts.reporterInvitedOn,
      "Reporter's part": facts.reportersPart,
      housing: facts.housing,
      "housing manager invited on": facts.housingManagerInvitedOn,
    }),
    ...used(thePractitioner(by.id), { role: by.role }),
  ],
};

export const model: DutyQuestion<ModelFacts> = {
  shape: "duty",
  title: "Which way of bringing people together holds for this case?",
  facts: ModelFacts,
  factsUsed: ({ plan, locality, localityUses, settled }) =>
    used(subject("area", plan.id), { locality, "locality uses": localityUses, settled }),
};

export const queue: DutyQuestion<QueueFacts> = {
  shape: "duty",
  title: "What does administration still owe?",
  facts: QueueFacts,
  factsUsed: ({ team, manager, pending }) => used(subject("agency", team.id), { manager, pending }),
};

export const administrationMay: GateQuestion<AdministrationFacts> = {
  shape: "gate",
  title: "May administration do this?",
  facts: AdministrationFacts,
  factsUsed: ({ by, act }) => used(thePractitioner(by.id), { role: by.role, act }),
};

export const formerName: GateQuestion<FormerNameFacts> = {
  shape: "gate",
  title: "May this former title or group be used?",
  facts: FormerNameFacts,
  factsUsed: ({ area, name, act }) => used(subject("area", area.id), { name, act }),
};
