import { chosenInstead, leadThenCover } from "../../people/family-contact.ts";
import { changesAreMarked, threeAnswers } from "../../people/family-voice.ts";
import {
  advocacyIsThoughtAbout,
  answersAreWritten,
  explainedToEach,
  viewsAreAnswered,
  viewsOfEach,
} from "../../plan/voices.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.${id}`, clause: girfec(at), from });
const contact = 'G1, "will" list, bullet 1';
const voice = 'G1, "will" list, bullet 4';
const leaves = "The national guidance on the lead professional leaves it to the area";

/** What the national guidance leaves out, for the reader. */
export const silentOnFamily = {
  "people.message": `${leaves} in which way a family is reached.`,
  "people.options": `${leaves} how a family's choice is kept.`,
  "people.diary": `${leaves} how visits are planned.`,
  "people.young-child": `${leaves} how a young child is reached.`,
  "meeting.interpreters": `${leaves} how a meeting is made one that everybody can follow.`,
  "meeting.role-explained": `${leaves} when the role of a key worker is explained.`,
};

/** The national guidance on child and family: heard, answered, told why, and with a contact of their own. */
export const family = chapter({
  parameters: {},
  rules: {
    "people.family-contact": () => [
      leadThenCover(rule("family-contact", contact)),
      chosenInstead(rule("family-other-contact", contact)),
    ],
    "people.heard": () => [changesAreMarked(rule("familys-changes", contact))],
    "people.direct-contact": () => [threeAnswers(rule("direct-contact", "G3, paragraph 1, sentence 2"))],
    "plan.voices": () => [
      viewsOfEach(rule("views-of-each", voice)),
      viewsAreAnswered(rule("views-answered", voice)),
      advocacyIsThoughtAbout(rule("advocacy", voice)),
      explainedToEach(rule("lead-explained", "G1, item 3, sentence 6"), {
        what: "lead",
        says: "why this person is best placed to lead",
      }),
    ],
    "plan.taking-part": () => [answersAreWritten(rule("views-answered-first", voice))],
  },
});
