import { actionIsChecked, ownerKeepsInformed } from "../../plan/action-duties.ts";
import { advisesWithoutJoining } from "../../plan/advice.ts";
import { nothingMovesWithTheLead, ownSubPlanOnly } from "../../plan/amend.ts";
import { servicesConfirm } from "../../plan/clear.ts";
import { viewsAreInPlan } from "../../plan/contents.ts";
import { contactBetweenMeetings } from "../../plan/duties.ts";
import { anyAgeRangeMayLead, coversTheFamily, oneLead, subPlansAreRun } from "../../plan/family.ts";
import { bothServicesSee } from "../../plan/overlap.ts";
import { deputyHears, leadHears, staysWithOwner } from "../../plan/owner.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.plan-${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const planSetsAside = {
  "england.plan-family-parts":
    "Bolton's Family Plan has a sub-plan where somebody needs one, and not for everybody (9.3).",
};

/** Bolton on the plan: the family's views first, actions that are checked, and a Family Plan with one lead. */
export const plan = chapter({
  parameters: {
    planCheckDays: {
      value: 28,
      least: 7,
      most: 91,
      ours: "BOL-D60",
      clause: guidance("3.3"),
      reading: "An action that was not checked for 28 days is on the lead professional's list.",
    },
    planContactDays: {
      value: 42,
      least: 7,
      most: 91,
      ours: "BOL-D16",
      clause: guidance("4.13"),
      reading:
        "The lead professional meets the family or young person about progress, new changes and new difficulties at least every 42 days.",
    },
    planNoteDays: {
      value: 28,
      least: 7,
      most: 91,
      ours: "BOL-D61",
      clause: guidance("11.7"),
      reading: "An action without a note for 28 days reminds its owner.",
    },
    planNoteDaysToLead: {
      value: 7,
      least: 1,
      most: 28,
      ours: "BOL-D61",
      clause: guidance("11.7"),
      reading: "A week after the owner was reminded the lead professional is told.",
    },
  },
  rules: {
    "plan.contents": () => [viewsAreInPlan(rule("views", "3.2"))],
    "plan.clear": () => [servicesConfirm(rule("services-confirm", "4.9"))],
    "plan.amend": () => [
      nothingMovesWithTheLead(rule("nothing-moves", "4.12")),
      ownSubPlanOnly(rule("own-sub-plan", "9.3")),
    ],
    "plan.family": () => [
      coversTheFamily(rule("family", "9.1")),
      anyAgeRangeMayLead(rule("any-age-range", "9.2")),
      subPlansAreRun(rule("sub-plans", "9.3")),
      oneLead(rule("one-lead", "9.4")),
    ],
    "plan.action-owner": () => [staysWithOwner(rule("action-stays", "4.12"))],
    "plan.hears": () => [leadHears(rule("lead-hears", "9.5")), deputyHears(rule("deputy-hears", "10.4"))],
    "plan.duties": (value) => [contactBetweenMeetings(rule("contact", "4.13"), { days: value.planContactDays })],
    "plan.action-duties": (value) => [
      actionIsChecked(rule("action-checked", "3.3"), { days: value.planCheckDays }),
      ownerKeepsInformed(rule("owner-informs", "11.7"), {
        days: value.planNoteDays,
        daysToLead: value.planNoteDaysToLead,
      }),
    ],
    "plan.overlap": () => [bothServicesSee(rule("both-see", "3.4"))],
    "plan.advice": () => [advisesWithoutJoining(rule("advice", "11.11"))],
  },
});
