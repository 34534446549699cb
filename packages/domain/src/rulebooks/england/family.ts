import { everybodyCanFollow, roleIsExplainedTwice } from "../../meeting/family.ts";
import { leadThenCover, outOfHoursToo } from "../../people/family-contact.ts";
import {
  askedAfterReview,
  howTheChildIsReached,
  questionsAreAnswered,
  visitsDoNotClash,
} from "../../people/family-voice.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const leaves = "The managers' guide for England says nothing on";

/** For the reader, where the managers' guide says nothing. */
export const silentOnFamily = {
  "people.message": `${leaves} the way in which a family wants to be reached.`,
  "people.direct-contact": `${leaves} what a contact with the family has to hold.`,
  "people.options": `${leaves} keeping the options beside the family's choice.`,
  "plan.voices": `${leaves} how views are kept and answered one by one.`,
  "plan.taking-part": `${leaves} an entry on how child and family took part in making a plan.`,
};

/** The managers' guide on the family: one contact, questions that are answered, and a meeting that everybody can follow. */
export const family = chapter({
  parameters: {
    familysQuestionDays: {
      value: 7,
      least: 1,
      most: 28,
      ours: "RN-50",
      clause: cwdc("2.10"),
      reading:
        "A question from the family that has no answer on the seventh day after it was asked is on the line manager's list too.",
    },
  },
  rules: {
    "people.family-contact": () => [
      leadThenCover(rule("family-contact", "2.7")),
      outOfHoursToo(rule("family-out-of-hours", "Section 2, a parent's words")),
    ],
    "people.heard": (value) => [
      questionsAreAnswered(rule("familys-questions", "2.10"), { days: value.familysQuestionDays }),
      askedAfterReview(rule("familys-experience", "2.5")),
    ],
    "people.diary": () => [visitsDoNotClash(rule("familys-diary", "Section 5, hints and tips"))],
    "people.young-child": () => [howTheChildIsReached(rule("young-child", "2.14"))],
    "meeting.interpreters": () => [everybodyCanFollow(rule("interpreters", "1.19"))],
    "meeting.role-explained": () => [roleIsExplainedTwice(rule("key-workers-role", "Annex C, child protection plan"))],
  },
});
