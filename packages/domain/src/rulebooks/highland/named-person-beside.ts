import { helpsBesideLead, helpsInsideAgency, keepsBothKindsOfTask } from "../../named-person/helping.ts";
import { arrivalsAreFiled, coreInformationConfirmed } from "../../named-person/information.ts";
import { siblingsNamedPersonsHear } from "../../named-person/siblings.ts";
import { toldThatNamedPersonStays } from "../../named-person/stays.ts";
import { holidayContactBeside, namedPersonUnchanged, standsInMeanwhile } from "../../named-person/while-away.ts";
import { namedPersonAtAnyTime } from "../../people/family-contact.ts";
import { explainedToEach, tookPartInMakingIt } from "../../plan/voices.ts";
import { posts } from "../../vocabulary/posts.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on the named person beside others: alone or with a lead, for brothers and sisters, and for what the agency holds. */
export const namedPersonBeside = chapter({
  parameters: {
    coreInformationMonths: {
      value: 12,
      least: 1,
      most: 24,
      ours: "HD-6",
      clause: part3("H4, bullet 4"),
      reading: "Core information is confirmed every 12 months, and at each handover to a new stage.",
    },
    standsInAtSchool: {
      value: "head-teacher",
      oneOf: codesOf(posts),
      ours: "HD-4",
      clause: part3("H7, paragraph 1, sentence 3"),
      reading:
        "In school holidays the named person is unchanged, and the education authority's holiday contact is shown beside them. While a named person is away, or there is none, the head teacher stands in and is shown.",
    },
    standsInInHealth: {
      value: "health-team-lead",
      oneOf: codesOf(posts),
      ours: "HD-4",
      clause: part3("H7, paragraph 1, sentence 3"),
      reading: "In health the team lead stands in for a named person who is away, or while there is none.",
    },
  },
  rules: {
    "named-person.helping": () => [
      helpsInsideAgency(rule("helps-inside-agency", "H20, bullet 4")),
      helpsBesideLead(rule("helps-beside-lead", "H3, paragraph 3")),
    ],
    "named-person.two-roles": () => [keepsBothKindsOfTask(rule("both-kinds-of-task", "H5, bullet 7"))],
    "named-person.stays": () => [toldThatNamedPersonStays(rule("told-who-stays", "H11, paragraph 1, sentence 2"))],
    "named-person.while-away": (value) => [
      namedPersonUnchanged(rule("unchanged-while-away", "H7, paragraph 1, sentence 3")),
      holidayContactBeside({ ...rule("holiday-contact", "H7, paragraph 1, sentence 3"), strength: "ours" }),
      standsInMeanwhile(
        { ...rule("stands-in-meanwhile", "H7, paragraph 1, sentence 3"), strength: "ours" },
        { atSchool: value.standsInAtSchool, inHealth: value.standsInInHealth },
      ),
    ],
    "named-person.siblings": () => [siblingsNamedPersonsHear(rule("siblings-hear", "H7, paragraph 4, sentence 5"))],
    "named-person.information": (value) => [
      coreInformationConfirmed(rule("core-information", "H4, bullet 4"), { months: value.coreInformationMonths }),
      arrivalsAreFiled(rule("arrivals-filed", "H4, bullet 5")),
    ],
    "people.family-contact": () => [namedPersonAtAnyTime(rule("named-person-contact", "H7, paragraph 1, sentence 1"))],
    "plan.voices": () => [
      explainedToEach(rule("plan-explained", "H5, bullet 5"), {
        what: "plan",
        says: "what the plan is and what it is for",
      }),
    ],
    "plan.taking-part": () => [tookPartInMakingIt(rule("took-part", "H5, bullet 3"))],
  },
});
