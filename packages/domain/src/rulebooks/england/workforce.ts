import { codeBesideLabel } from "../../transition/concepts.ts";
import { holdsBudget } from "../../workforce/budget.ts";
import {
  modulesAreTaken,
  needIsMet,
  pairedWhenNew,
  toDevelopIsOffered,
  worriesAreAnswered,
} from "../../workforce/development.ts";
import { commonCoreCovered, reachedByService } from "../../workforce/evidence.ts";
import {
  capabilitiesAreShown,
  capabilitiesStopNothing,
  leadsBesideOwnJob,
  managersModulesAreTaken,
} from "../../workforce/managers.ts";
import {
  advocateIsFound,
  couldLeadIsListed,
  designeeSeesToLead,
  postsSaySo,
  requestGoesTo,
  roleIsAcknowledged,
} from "../../workforce/partners.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** For the reader, where the managers' guide says nothing. */
export const silentOnWorkforce = {
  "workforce.exception-ends": "The managers' guide for England bars nobody for how they are engaged.",
  "workforce.identify": "The managers' guide for England sets no request to team managers.",
  "workforce.senior-manager": "The managers' guide for England does not say who names senior managers.",
  "workforce.without-support": "The managers' guide for England sets no interval for training and support.",
};

/** The managers' guide on the workforce: what people learn, what their managers can do, and what partners commit to. */
export const workforce = chapter({
  parameters: {
    integratedWorkingManagers: {
      value: false,
      ours: "CWDC-5.13",
      clause: cwdc("5.13"),
      reading:
        "An area has no managers of its own for integrated working until it says so; their requests go to the line manager.",
    },
    budgetHolding: {
      value: false,
      ours: "CWDC-1.15",
      clause: cwdc("1.15"),
      reading: "The generic lead professional has no budget; the pilot of 2006 to 2008 is a switch that is off.",
    },
  },
  rules: {
    "workforce.commitment": (value) => [
      holdsBudget(rule("holds-budget", "1.15"), { budgetHolding: value.budgetHolding }),
    ],
    "workforce.development": () => [
      toDevelopIsOffered(rule("to-develop-offered", "2.11")),
      needIsMet(rule("need-met", "2.21")),
      modulesAreTaken(rule("modules-taken", "5.16")),
      worriesAreAnswered(rule("worries-answered", "5.14")),
      pairedWhenNew({ ...rule("paired-when-new", "hints after 5.22"), force: "may" }),
    ],
    "workforce.evidence": () => [commonCoreCovered(rule("common-core-covered", "1.10"))],
    "workforce.attendance": () => [reachedByService(rule("training-reached", "5.12"))],
    "workforce.may-manage": () => [capabilitiesStopNothing(rule("capabilities-stop-nothing", "5.18"))],
    "workforce.managers": () => [
      capabilitiesAreShown(rule("capabilities-shown", "5.18")),
      managersModulesAreTaken(rule("managers-modules-taken", "5.17")),
    ],
    "workforce.post": () => [leadsBesideOwnJob(rule("leads-beside-own-job", "2.9"))],
    "workforce.partner": () => [
      roleIsAcknowledged(rule("role-acknowledged", "5.5")),
      couldLeadIsListed(rule("could-lead-listed", "5.5")),
      postsSaySo(rule("posts-say-so", "5.5")),
      advocateIsFound(rule("advocate-found", "5.5")),
    ],
    "workforce.partnership": () => [designeeSeesToLead(rule("designee-sees-to-lead", "3.5"))],
    "transition.taken-in": () => [codeBesideLabel(rule("code-beside-label", "1.4"))],
    "workforce.request": (value) => [
      requestGoesTo(rule("request-goes-to", "5.13"), { hasTier: value.integratedWorkingManagers }),
    ],
  },
});
