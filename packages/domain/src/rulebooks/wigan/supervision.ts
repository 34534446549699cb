import { confirmedPartByPart, organisationAudits } from "../../supervision/arrangements.ts";
import { challengeIsAnswered, supervisionIsSettledFirst } from "../../supervision/between.ts";
import { ownStrandOnly } from "../../supervision/note.ts";
import {
  changeKeepsReason,
  isSetUp,
  nextSession,
  reportIsAnswered,
  requestIsAnswered,
} from "../../supervision/sessions.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const d23 = "WIG-D23";

/** What CP3.1 says in its own words instead of the managers' guide. */
export const supervisionSetsAside = {
  "england.supervision-set-up": "CP3.1 9.4.2 has the team manager set it up by the day the role starts.",
  "england.supervision-next": "CP3.1 8.7.1 changes the cycle for as long as somebody leads (WIG-D23).",
  "england.supervision-request": "CP3.1 8.7.2 has the manager answer (WIG-D23).",
  "england.supervision-challenge": "CP3.1 8.5.4 has the manager challenge the lead and others itself.",
  "england.supervision-note": "In Wigan the two supervisors share a list of actions, and no summary (8.7.3).",
};

/** CP3.1 on supervision: set up by the first day, a cycle that can change, extra sessions, two strands kept apart. */
export const supervision = chapter({
  parameters: {
    supervisionDays: {
      value: 28,
      least: 7,
      most: 92,
      ours: d23,
      clause: cp31("8.7.1"),
      reading:
        "A live lead is supervised at least every 28 days, or by the agency's own cycle where it has one (8.6.6).",
    },
    extraSessionWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: d23,
      clause: cp31("8.7.2"),
      reading: "An extra session is offered within 5 working days of being asked for.",
    },
    leadsReportWorkingDays: {
      value: 2,
      least: 1,
      most: 10,
      ours: d23,
      clause: cp31("9.5.2"),
      reading: "What a lead professional reports about the role is answered within 2 working days.",
    },
    supervisionAuditMonths: {
      value: 12,
      least: 1,
      most: 24,
      ours: "WIG-D26",
      clause: cp31("8.6.5"),
      reading: "Each organisation audits its supervision of lead professionals yearly.",
    },
  },
  rules: {
    "supervision.duties": (value) => [
      isSetUp(rule("supervision-set-up", "9.4.2"), {}),
      nextSession(rule("supervision-next", "8.7.1"), { leadDays: value.supervisionDays }),
      changeKeepsReason(rule("supervision-change", "9.4.2")),
      requestIsAnswered(rule("supervision-request", "8.7.2"), {
        workingDays: value.extraSessionWorkingDays,
        escalates: false,
      }),
      reportIsAnswered(rule("supervision-report", "9.5.2"), { workingDays: value.leadsReportWorkingDays }),
      challengeIsAnswered(rule("supervision-challenge", "8.5.4")),
    ],
    "supervision.allocated": () => [supervisionIsSettledFirst(rule("supervision-settled-first", "8.5.6"))],
    "supervision.note": () => [ownStrandOnly(rule("supervision-note", "8.7.3"), { shared: ["shared-actions"] })],
    "supervision.arrangements": (value) => [
      organisationAudits(rule("supervision-audit", "8.6.5"), { months: value.supervisionAuditMonths }),
    ],
    "supervision.confirm": () => [confirmedPartByPart(rule("supervision-confirm", "9.3.2"))],
  },
});
