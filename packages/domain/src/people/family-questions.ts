import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import {
  DiaryFacts,
  DirectContactFacts,
  FamilyContactFacts,
  HeardFacts,
  MessageFacts,
  OptionsFacts,
  YoungChildFacts,
} from "./family-model.ts";

const family = (id: string) => subject("family", id);

export const familyContact: DesignationQuestion<FamilyContactFacts> = {
  shape: "designation",
  title: "Whom does the family speak to?",
  facts: FamilyContactFacts,
  factsUsed: ({ child, ...facts }) =>
    used(family(child.id), {
      "named person": facts.namedPerson,
      leads: facts.lead,
      covers: facts.cover,
      "lead is away": facts.leadIsAway,
      "chosen contact": facts.chosen,
      "out of hours": facts.outOfHours,
    }),
};

export const message: GateQuestion<MessageFacts> = {
  shape: "gate",
  title: "May this message go out in this way?",
  facts: MessageFacts,
  factsUsed: ({ child, agreed, message: one }) =>
    used(family(child.id), {
      "agreed way": agreed,
      message: [one.id, one.way, one.on],
      "reason given": one.reasonGiven,
    }),
};

export const directContact: GateQuestion<DirectContactFacts> = {
  shape: "gate",
  title: "Is this a direct contact with the family?",
  facts: DirectContactFacts,
  factsUsed: ({ child, contact, feelsInformed, planWorks, saysEffect }) => [
    ...used(family(child.id), {
      contact: [contact.id, contact.on],
      "feels informed": feelsInformed,
      "plan works": planWorks,
      "effect written down": saysEffect,
    }),
    ...used(thePractitioner(contact.by), { "contact by": contact.by }),
  ],
};

export const heard: DutyQuestion<HeardFacts> = {
  shape: "duty",
  title: "What is owed to a family that asked or told something?",
  facts: HeardFacts,
  factsUsed: ({ child, questions, changes, review }) => [
    ...questions.flatMap((one) => used(family(child.id), { [`question ${one.id}`]: [one.raisedOn, one.answeredOn] })),
    ...changes.flatMap((one) => used(family(child.id), { [`change ${one.id}`]: [one.reportedOn, one.marked] })),
    ...used(
      family(child.id),
      typeof review === "string"
        ? { review }
        : {
            review: [review.on, review.askedOn, review.nextOn],
            "marked after it":
              review.marked === "not-recorded"
                ? review.marked
                : review.marked.map(({ point, settledOn }) => `${point} ${settledOn}`),
          },
    ),
  ],
};

export const diary: DutyQuestion<DiaryFacts> = {
  shape: "duty",
  title: "Do visits to the family clash?",
  facts: DiaryFacts,
  factsUsed: ({ child, visits }) =>
    visits.flatMap((one) =>
      used(family(child.id), { [`visit ${one.id}`]: [one.agency, one.on, one.startsAt, one.minutes] }),
    ),
};

export const youngChild: DutyQuestion<YoungChildFacts> = {
  shape: "duty",
  title: "Is it recorded how this young child is reached?",
  facts: YoungChildFacts,
  factsUsed: ({ child, ...facts }) =>
    used(theChild(child.id), {
      young: facts.isYoung,
      "preferred way": facts.way,
      understanding: facts.understanding,
      "how views were had": facts.viewsHad,
      "carers' part": facts.carersPart,
      "known transitions": facts.transitions,
    }),
};

export const options: GateQuestion<OptionsFacts> = {
  shape: "gate",
  title: "Did the family choose, with what there is to choose from?",
  facts: OptionsFacts,
  factsUsed: ({ child, offered, offeredOn, chosen }) =>
    used(family(child.id), { offered, "offered on": offeredOn, chosen }),
};
