import { waitIsMeasured } from "../../supervision/arrangements.ts";
import { adviceIsCounted, challengeIsAnswered, directionIsRead } from "../../supervision/between.ts";
import { ownStrandOnly } from "../../supervision/note.ts";
import { everyCaseHasItsPart, fourQuestions, hasDayAndLine, risksAreTakenUp } from "../../supervision/session.ts";
import { isSetUp, nextSession, requestIsAnswered, supportIsListed } from "../../supervision/sessions.ts";
import { dedicatedSupervisor, lineManagerSupervises } from "../../supervision/supervisor.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const rn16 = "RN-16";

/** For the reader, where the managers' guide says nothing. */
export const silentOnSupervision = {
  "supervision.arrangements": "The managers' guide for England sets no day for auditing how leads are supervised.",
  "supervision.allocated": "The managers' guide for England holds no allocation up until supervision is settled.",
  "supervision.confirm": "The managers' guide for England asks nobody to confirm a team's supervision part by part.",
};

/** The managers' guide on supervision: usual line management, and three models that an agency may add to it. */
export const supervision = chapter({
  parameters: {
    supervisionUsualDays: {
      value: 42,
      least: 7,
      most: 92,
      ours: rn16,
      reading:
        "The usual cycle is 6 weeks where the agency has none of its own. While somebody leads it may be changed; when the last lead ends the former cycle holds again, counted from the last session or from that last day, whichever is later.",
    },
    supervisionRequestWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: rn16,
      reading: "An extra session that was asked for is answered within 5 working days; then senior management is told.",
    },
  },
  rules: {
    "supervision.supervisor": () => [
      lineManagerSupervises(rule("supervision-line-manager", "5.19"), { title: "Usual line management supervises" }),
      dedicatedSupervisor({ ...rule("supervision-dedicated", "5.19"), force: "may" }),
    ],
    "supervision.duties": (value) => [
      isSetUp(rule("supervision-set-up", "5.18"), {}),
      nextSession(rule("supervision-next", "5.19"), {
        leadDays: value.supervisionUsualDays,
        usualDays: value.supervisionUsualDays,
      }),
      requestIsAnswered(rule("supervision-request", "5.19"), {
        workingDays: value.supervisionRequestWorkingDays,
        escalates: true,
      }),
      supportIsListed(rule("supervision-support", "5.12")),
      challengeIsAnswered(rule("supervision-challenge", "5.18")),
      directionIsRead(rule("supervision-direction", "5.18")),
    ],
    "supervision.session": () => [
      hasDayAndLine({ ...rule("supervision-day-and-line", "2.21"), strength: "ours" }),
      everyCaseHasItsPart(rule("supervision-every-case", "2.21")),
      risksAreTakenUp(rule("supervision-risks", "5.19")),
      fourQuestions(rule("supervision-four-questions", "5.20")),
    ],
    "supervision.note": () => [
      ownStrandOnly(rule("supervision-note", "5.19"), { shared: ["shared-summary", "shared-actions"] }),
    ],
    "supervision.advice": () => [adviceIsCounted(rule("supervision-advice", "5.13"))],
    "supervision.wait": () => [waitIsMeasured(rule("supervision-wait", "5.19"))],
  },
});
