import { sourcesAreReviewed } from "../../assessment/basis.ts";
import { everyIndicator, ownPartOnly } from "../../assessment/complete.ts";
import { answersAreFollowed, helpIsAskedForInTime } from "../../assessment/duties.ts";
import { givenWhileAgreed, helpOfOwnAgency } from "../../assessment/own-help.ts";
import type { WellbeingIndicator } from "../../vocabulary/wellbeing-indicators.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 counts seven indicators, reading respected and responsible as one. */
const seven: readonly (readonly WellbeingIndicator[])[] = [
  ["safe"],
  ["healthy"],
  ["achieving"],
  ["nurtured"],
  ["active"],
  ["respected", "responsible"],
  ["included"],
];

/** Part 3 on the assessment of the named person, alone in an agency and with others. */
export const assessment = chapter({
  parameters: {},
  rules: {
    "assessment.complete": () => [everyIndicator(rule("seven-indicators", "H4, bullet 6"), { indicators: seven })],
    "assessment.basis-of-plan": () => [sourcesAreReviewed(rule("sources-reviewed", "H4, bullet 6"))],
    "assessment.change-part": () => [ownPartOnly(rule("own-part-only", "H5, bullet 1"))],
    "assessment.duties": () => [
      answersAreFollowed(rule("answers-followed", "H4, bullet 6")),
      helpIsAskedForInTime(rule("help-asked-in-time", "H5, bullet 2")),
    ],
    "assessment.own-help": () => [helpOfOwnAgency(rule("own-help", "H4, bullet 9"))],
    "assessment.resource": () => [givenWhileAgreed(rule("resource-while-agreed", "H14, item 4"))],
  },
});
