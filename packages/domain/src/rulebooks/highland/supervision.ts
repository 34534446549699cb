import { courseIsDiscussed } from "../../supervision/between.ts";
import { ownStrandOnly } from "../../supervision/note.ts";
import { casesAreDiscussed, isSetUp, namedPersonHasManager } from "../../supervision/sessions.ts";
import { lineManagerSupervises } from "../../supervision/supervisor.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const supporting = "H13, paragraph 1";

/** Part 3 on supporting lead professionals and named persons: each agency supervises its own, fitted to what the child asks for. */
export const supervision = chapter({
  parameters: {
    supervisionDaysWhileRiskIsHigh: {
      value: 14,
      least: 1,
      most: 28,
      ours: "HIG-142",
      clause: part3(supporting),
      reading:
        "Each lead has a supervisor in the own agency and an interval fitted to the demands; while risk is high it is at most a fortnight.",
    },
  },
  rules: {
    "supervision.supervisor": () => [
      lineManagerSupervises(rule("supervision-own-agency", supporting), { title: "Each agency supervises its own" }),
    ],
    "supervision.duties": (value) => [
      isSetUp(rule("supervision-set-up", supporting), { daysWhileRiskIsHigh: value.supervisionDaysWhileRiskIsHigh }),
      casesAreDiscussed(rule("supervision-interval", supporting)),
      namedPersonHasManager(rule("supervision-named-person", "H20, bullet 9")),
      courseIsDiscussed(rule("supervision-course", "H1, sentence 5")),
    ],
    "supervision.note": () => [ownStrandOnly(rule("supervision-note", supporting), { shared: [] })],
  },
});
