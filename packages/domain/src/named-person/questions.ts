import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import {
  HelpingFacts,
  InformationFacts,
  NamedPersonCandidateFacts,
  NamedPersonDutiesFacts,
  NamedPersonFacts,
  SiblingsFacts,
  StaysFacts,
  TwoRolesFacts,
} from "./model.ts";

export const who: DesignationQuestion<NamedPersonFacts> = {
  shape: "designation",
  title: "Who is this child's named person?",
  facts: NamedPersonFacts,
  factsUsed: ({ child, ...facts }) => [
    { about: theChild(child.id), name: "born on", value: child.bornOn },
    { about: theChild(child.id), name: "left school on", value: child.leftSchoolOn },
    { about: theChild(child.id), name: "midwife", value: facts.midwife },
    { about: theChild(child.id), name: "midwifery ended on", value: facts.midwiferyEndedOn },
    { about: theChild(child.id), name: "health visitor", value: facts.healthVisitor },
    { about: theChild(child.id), name: "health visitor accepted on", value: facts.healthVisitorAcceptedOn },
    {
      about: theChild(child.id),
      name: "school places",
      value:
        facts.places === "not-recorded"
          ? facts.places
          : facts.places.map((place) => `${place.kind} ${place.school} ${place.from}`),
    },
    {
      about: theChild(child.id),
      name: "assigned by the school",
      value: typeof facts.assignedBySchool === "string" ? facts.assignedBySchool : facts.assignedBySchool.id,
    },
    {
      about: theChild(child.id),
      name: "special arrangement",
      value: typeof facts.specialArrangement === "string" ? facts.specialArrangement : facts.specialArrangement.id,
    },
    {
      about: theChild(child.id),
      name: "named person before",
      value: typeof facts.outgoing === "string" ? facts.outgoing : facts.outgoing.id,
    },
    {
      about: theChild(child.id),
      name: "contact with school or health",
      value: typeof facts.contact === "string" ? facts.contact : [facts.contact.state, facts.contact.since],
    },
  ],
};

export const mayBe: GateQuestion<NamedPersonCandidateFacts> = {
  shape: "gate",
  title: "May this person be the child's named person?",
  facts: NamedPersonCandidateFacts,
  factsUsed: ({ child, candidate, stage, school, previous }) => [
    { about: thePractitioner(candidate.id), name: "posts", value: candidate.posts },
    { about: thePractitioner(candidate.id), name: "on the staff of", value: candidate.onStaffOf },
    { about: theChild(child.id), name: "stage", value: stage },
    {
      about: theChild(child.id),
      name: "named person before",
      value: typeof previous === "string" ? previous : [previous.id, previous.stage, previous.school ?? ""],
    },
    ...(school === undefined ? [] : [{ about: theChild(child.id), name: "school", value: school }]),
  ],
};

export const duties: DutyQuestion<NamedPersonDutiesFacts> = {
  shape: "duty",
  title: "What is owed now that the named person is decided or changes?",
  facts: NamedPersonDutiesFacts,
  factsUsed: ({ child, changedOn, toldChildOn, toldFamilyOn, ...facts }) => [
    { about: theChild(child.id), name: "named person changed on", value: changedOn },
    { about: theChild(child.id), name: "child told on", value: toldChildOn },
    { about: theChild(child.id), name: "family told on", value: toldFamilyOn },
    { about: theChild(child.id), name: "born on", value: child.bornOn },
    { about: theChild(child.id), name: "midwifery ended on", value: facts.midwiferyEndedOn },
    { about: theChild(child.id), name: "health visitor accepted on", value: facts.healthVisitorAcceptedOn },
    {
      about: theChild(child.id),
      name: "separate lead professional",
      value:
        typeof facts.separateLead === "string" ? facts.separateLead : [facts.separateLead.id, facts.separateLead.from],
    },
    { about: theChild(child.id), name: "last contact on", value: facts.lastContactOn },
    {
      about: theChild(child.id),
      name: "special arrangement from",
      value: typeof facts.specialArrangement === "string" ? facts.specialArrangement : facts.specialArrangement.from,
    },
    {
      about: theChild(child.id),
      name: "fuller gathering",
      value:
        typeof facts.fullerGathering === "string"
          ? facts.fullerGathering
          : [facts.fullerGathering.why, facts.fullerGathering.since],
    },
    {
      about: theChild(child.id),
      name: "school entry",
      value: typeof facts.entry === "string" ? facts.entry : [facts.entry.to, facts.entry.on],
    },
  ],
};

export const helping: DesignationQuestion<HelpingFacts> = {
  shape: "designation",
  title: "Who co-ordinates this child's extra help, and who is the first contact?",
  facts: HelpingFacts,
  factsUsed: ({ child, namedPerson, help, way, lead }) =>
    used(theChild(child.id), {
      "named person": namedPerson,
      help: help === "not-recorded" ? help : help.map(({ id, agency }) => `${id} ${agency}`),
      "way of helping": way,
      "lead professional": lead,
    }),
};

export const twoRoles: DutyQuestion<TwoRolesFacts> = {
  shape: "duty",
  title: "Which tasks are whose, as named person and as lead professional?",
  facts: TwoRolesFacts,
  factsUsed: ({ child, namedPerson, alsoLead, tasks }) =>
    used(theChild(child.id), {
      "named person": namedPerson,
      "leads too": alsoLead,
      tasks: tasks.map((task) => `${task.id} ${task.as} ${task.dueOn}`),
    }),
};

export const siblings: DutyQuestion<SiblingsFacts> = {
  shape: "duty",
  title: "Which siblings' named persons hear that something opened or closed?",
  facts: SiblingsFacts,
  factsUsed: ({ child, namedPerson, event, siblings: all }) => [
    ...used(theChild(child.id), { "named person": namedPerson, event }),
    ...(all === "not-recorded"
      ? used(theChild(child.id), { siblings: all })
      : all.flatMap((one) =>
          used(theChild(one.child), {
            "named person of a sibling": one.namedPerson,
            "told on": one.toldOn,
            "held back": one.heldBack,
          }),
        )),
  ],
};

export const information: DutyQuestion<InformationFacts> = {
  shape: "duty",
  title: "What is owed on the information that the named person's agency holds?",
  facts: InformationFacts,
  factsUsed: ({ child, confirmedOn, changedOn, handedOverOn, cameIn }) =>
    used(theChild(child.id), {
      "core information confirmed on": confirmedOn,
      "changed on": changedOn,
      "handed over on": handedOverOn,
      ...Object.fromEntries(cameIn.map((one) => [`came in ${one.id}`, one])),
    }),
};

export const stays: DutyQuestion<StaysFacts> = {
  shape: "duty",
  title: "Do child and family know that the named person stays?",
  facts: StaysFacts,
  factsUsed: ({ child, namedPerson, lead, childToldOn, familyToldOn }) =>
    used(theChild(child.id), {
      "named person": namedPerson,
      "lead professional": lead,
      "child told on": childToldOn,
      "family told on": familyToldOn,
    }),
};
