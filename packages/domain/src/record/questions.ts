import { factsUsedOf } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import {
  AnotherAssessmentFacts,
  ArrivalFacts,
  AskedAgainFacts,
  CommonEntryFacts,
  DirectoryFacts,
  FieldFacts,
  LeavingTeamFacts,
  LevelChangeFacts,
  RecordDutiesFacts,
  SharedPartFacts,
} from "./model.ts";

export const anotherAssessment: GateQuestion<AnotherAssessmentFacts> = {
  shape: "gate",
  title: "May an assessment be begun beside those there are?",
  facts: AnotherAssessmentFacts,
  factsUsed: ({ child, kind, existing, reasonGiven }) =>
    factsUsedOf(theChild(child.id), { kind, existing, "reason given": reasonGiven }),
};

export const levelChange: GateQuestion<LevelChangeFacts> = {
  shape: "gate",
  title: "May this change of level be kept?",
  facts: LevelChangeFacts,
  factsUsed: ({ child, saysAssessment, saysLead, saysConsent }) =>
    factsUsedOf(theChild(child.id), {
      "assessment said": saysAssessment,
      "lead said": saysLead,
      "consent said": saysConsent,
    }),
};

export const leavingTeam: GateQuestion<LeavingTeamFacts> = {
  shape: "gate",
  title: "May this practitioner be taken off an open case?",
  facts: LeavingTeamFacts,
  factsUsed: ({ child, practitioner, isUniversal, reasonGiven }) =>
    factsUsedOf(theChild(child.id), {
      practitioner,
      "school or health visitor": isUniversal,
      "reason given": reasonGiven,
    }),
};

export const commonEntry: GateQuestion<CommonEntryFacts> = {
  shape: "gate",
  title: "May this entry of what health and education both record be kept?",
  facts: CommonEntryFacts,
  factsUsed: ({ child, part, on, recordedOn, shapedSince }) =>
    factsUsedOf(theChild(child.id), { part, on, "recorded on": recordedOn, "shaped since": shapedSince }),
};

export const field: GateQuestion<FieldFacts> = {
  shape: "gate",
  title: "May this be asked of families?",
  facts: FieldFacts,
  factsUsed: ({ area, field: one, askedOf, law }) =>
    factsUsedOf(subject("area", area), { field: one, "asked of": askedOf, law }),
};

export const askedAgain: GateQuestion<AskedAgainFacts> = {
  shape: "gate",
  title: "May this be asked or entered anew?",
  facts: AskedAgainFacts,
  factsUsed: ({ child, what, item, heldIn }) => factsUsedOf(theChild(child.id), { what, item, "held in": heldIn }),
};

export const sharedPart: GateQuestion<SharedPartFacts> = {
  shape: "gate",
  title: "May this part of the shared record be read from this agency?",
  facts: SharedPartFacts,
  factsUsed: ({ child, agency, part, liveSince }) =>
    factsUsedOf(theChild(child.id), { agency, part, "live since": liveSince }),
};

export const arrival: GateQuestion<ArrivalFacts> = {
  shape: "gate",
  title: "Was the assessment complete before arrival?",
  facts: ArrivalFacts,
  factsUsed: ({ child, arrivedAt, finishedAt, departureRecorded }) =>
    factsUsedOf(theChild(child.id), {
      "arrived at": arrivedAt,
      "finished at": finishedAt,
      "departure recorded": departureRecorded,
    }),
};

export const recordDuties: DutyQuestion<RecordDutiesFacts> = {
  shape: "duty",
  title: "Who has to be told what of this record, and by when?",
  facts: RecordDutiesFacts,
  factsUsed: ({ child, lead, problems, leadChange }) =>
    factsUsedOf(theChild(child.id), { lead, problems, "change of lead": leadChange }),
};

export const directory: DutyQuestion<DirectoryFacts> = {
  shape: "duty",
  title: "Is this entry of the directory of services still good?",
  facts: DirectoryFacts,
  factsUsed: ({ area, entry, checkedOn }) => factsUsedOf(subject("area", area), { entry, "checked on": checkedOn }),
};
