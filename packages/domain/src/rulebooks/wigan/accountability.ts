import { equalityOnlyInReports, findingsAreOwned, smallCellsAreHidden } from "../../quality/check.ts";
import { aCount, aShare } from "../../quality/figures.ts";
import {
  auditedBeforeReview,
  changeIsLoggedAndTold,
  reviewedEachYear,
  seniorManagersAreNamed,
  staffAreTold,
  suggestionIsAnswered,
} from "../../quality/procedure.ts";
import { signedOffBy } from "../../quality/publishing.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });

/** What CP3.1 says in its own words instead of the managers' guide. */
export const accountabilitySetsAside = {
  "england.evaluated": "CP3.1 12 has the Executive Group review it each year.",
  "england.publishing-sign-off": "CP3.1 12 asks for three signatures, the director's among them.",
};

/** CP3.1 on its own review, on suggestions, and on what each organisation owes (9 to 13). */
export const accountability = chapter({
  parameters: {
    reviewMonths: {
      value: 12,
      least: 1,
      most: 12,
      clause: cp31("12"),
      reading:
        "The year runs from the last designated meeting that reviewed the procedure, or from the day the area adopted it; any other meeting leaves it as it is (WIG-D24).",
    },
    reviewReminderDays: {
      value: 60,
      least: 0,
      most: 180,
      ours: "WIG-D24",
      clause: cp31("12"),
      reading: "The review is called to mind 60 days before it is due.",
    },
    auditReadyWorkingDays: {
      value: 20,
      least: 0,
      most: 60,
      ours: "WIG-D26",
      clause: cp31("11"),
      reading: "Audits are yearly, with results ready 20 working days before the annual review.",
    },
    suggestionWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      clause: cp31("quality feedback sheet"),
      reading: "The day of receipt is day 0, and an automatic receipt is no answer (WIG-D25).",
    },
    smallestEqualityCell: {
      value: 5,
      least: 2,
      most: 20,
      ours: "WIG-D28",
      clause: cp31("3"),
      reading: "Equality data is kept apart, and cells under 5 are hidden.",
    },
  },
  rules: {
    "quality.procedure-duties": (value) => [
      reviewedEachYear(rule("reviewed-each-year", "12"), {
        months: value.reviewMonths,
        remindDays: value.reviewReminderDays,
      }),
      changeIsLoggedAndTold(rule("change-told", "12")),
      auditedBeforeReview(rule("audited", "11"), {
        months: value.reviewMonths,
        readyWorkingDays: value.auditReadyWorkingDays,
      }),
      suggestionIsAnswered(rule("suggestion-answered", "quality feedback sheet"), {
        workingDays: value.suggestionWorkingDays,
      }),
    ],
    "quality.publishing": () => [
      signedOffBy(rule("publishing-sign-off", "12"), { all: ["director", "lead-member", "coordinator"] }),
    ],
    "quality.organisation-duties": () => [
      seniorManagersAreNamed(rule("senior-managers-named", "9.2.1")),
      staffAreTold(rule("staff-told", "9.2.2")),
    ],
    "quality.check": () => [
      findingsAreOwned({ ...rule("check-told-lead", "9.4.2"), strength: "ours" }, { toLead: true }),
    ],
    "quality.cell": (value) => [
      smallCellsAreHidden(rule("cell-equality", "3"), { least: value.smallestEqualityCell, of: "equality" }),
      equalityOnlyInReports(rule("cell-apart", "3")),
    ],
    "quality.share": () => [
      aShare(rule("share-sampled", "9.3.2"), { figure: "lead-practice-sampled", lists: "neither" }),
      aShare(rule("share-told", "9.2.2"), { figure: "told-of-role", lists: "neither" }),
    ],
    "quality.count": () => [
      aCount(rule("count-breaches", "11"), {
        figure: "breaches-by-clause",
        over: "Each becomes an action of the organisation, with an owner and a day.",
      }),
      aCount(rule("count-suggestions", "quality feedback sheet"), { figure: "suggestions-by-trigger" }),
      aCount(rule("count-around", "6.1"), { figure: "around-the-family" }),
    ],
  },
});
