import { plainWordsFirst } from "../../plan/plain-words.ts";
import { absenceIsTakenUp, gapBecomesNeed, wayIsCleared } from "../../workforce/development.ts";
import { evidenceOf } from "../../workforce/evidence.ts";
import {
  auditedManagersOnly,
  briefedOnRole,
  namedByChiefOfficer,
  teamManagersReply,
} from "../../workforce/managers.ts";
import { leftWithoutSupport } from "../../workforce/partners.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });

/** What CP3.1 says in its own words instead of the managers' guide. */
export const workforceSetsAside = {
  "england.to-develop-offered": "CP3.1 section 7 has a profile of eight core skills of its own.",
  "england.paired-when-new": "CP3.1 8.4.2 has a mentored year of its own for people newly qualified.",
  "england.common-core-covered": "CP3.1 section 7 has a profile of eight core skills of its own.",
  "england.capabilities-stop-nothing": "CP3.1 8.2 has managers audited before they are offered.",
};

/** CP3.1 on the workforce: a profile of eight skills, managers who were audited, and who is asked whom to train. */
export const workforce = chapter({
  parameters: {
    managerAuditMonths: {
      value: 12,
      least: 1,
      most: 36,
      ours: "WIG-D26",
      clause: cp31("8.2"),
      reading: "The audit of managers is refreshed yearly.",
    },
    monthsWithoutSupport: {
      value: 12,
      least: 1,
      most: 36,
      ours: "WIG-9.3.2b",
      clause: cp31("9.3.2"),
      reading: "Whoever leads and has had no training or support for 12 months is counted.",
    },
    shortFormsFamiliesKnow: {
      value: ["GP", "NHS"],
      ours: "WIG-7.2",
      clause: cp31("7.2"),
      reading: "Families know these short forms; any other is put into words before a text goes to them.",
    },
  },
  rules: {
    "plan.plain-words": (value) => [
      plainWordsFirst(rule("plain-words", "7.2"), { familiesKnow: value.shortFormsFamiliesKnow }),
    ],
    "workforce.development": () => [
      gapBecomesNeed(rule("gap-becomes-need", "7")),
      wayIsCleared(rule("way-cleared", "8.5.7")),
      absenceIsTakenUp(rule("absence-taken-up", "9.5.1")),
    ],
    "workforce.evidence": () => [
      evidenceOf(rule("skill-communicates", "7.1"), { skill: "communicates" }),
      evidenceOf(rule("skill-builds-trust", "7.2"), { skill: "builds-trust" }),
      evidenceOf(rule("skill-engages-families", "7.3"), { skill: "engages-families" }),
      evidenceOf(rule("skill-supports-actions", "7.4"), { skill: "supports-actions" }),
      evidenceOf(rule("skill-works-across", "7.5"), { skill: "works-across", bySector: true }),
      evidenceOf(rule("skill-convenes", "7.6"), { skill: "convenes" }),
      evidenceOf(rule("skill-turns-into-practice", "7.7"), {
        skill: "turns-into-practice",
        kinds: ["supervision", "observation"],
      }),
      evidenceOf(rule("skill-plans-and-evaluates", "7.8"), { skill: "plans-and-evaluates" }),
    ],
    "workforce.may-manage": (value) => [
      auditedManagersOnly(rule("managers-audited", "8.2"), { months: value.managerAuditMonths }),
    ],
    "workforce.managers": () => [briefedOnRole(rule("manager-briefed", "8.5.1"))],
    "workforce.identify": () => [teamManagersReply(rule("team-managers-reply", "9.3.1"))],
    "workforce.senior-manager": () => [namedByChiefOfficer(rule("named-by-chief-officer", "9.2.1"))],
    "workforce.without-support": (value) => [
      leftWithoutSupport(rule("left-without-support", "9.3.2"), { months: value.monthsWithoutSupport }),
    ],
  },
});
