import { ownedAndDated, pickedAndConfirmed } from "../../plan/action.ts";
import { missedOffersAreHelped, queryIsSettled, startsAtOnce } from "../../plan/action-duties.ts";
import { seesWhatIsMeant } from "../../plan/advice.ts";
import { everyoneAgrees, hasCoreGroup, leadRecordsIt } from "../../plan/agreeing.ts";
import { changesMakeAVersion, nothingMovesWithTheLead } from "../../plan/amend.ts";
import { everybodyIsClear, ofTwoAgencies } from "../../plan/clear.ts";
import { eachPartIsFollowed } from "../../plan/contents.ts";
import { everyoneGetsACopy } from "../../plan/copies.ts";
import { coreGroupForSafety, helpOutsideIsSettled, needsAreTakenUp, requestsAreFollowed } from "../../plan/duties.ts";
import { actionsOfOneAgency, namedPersonLeadsOwnPlan } from "../../plan/family.ts";
import { oneFormat, reasonsForCompulsion } from "../../plan/format.ts";
import { helpIsNotDoubled } from "../../plan/overlap.ts";
import { namedPersonMayOwn, ownerSaysYes, staysWithOwner } from "../../plan/owner.ts";
import { isLegalStatus, legalStatuses } from "../../vocabulary/legal-statuses.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.plan-${id}`, clause: part3(at), from });
const says = "Part 3 says it itself";

/** What Part 3 says in its own words instead of the national guidance. */
export const planSetsAside = {
  "scotland.plan-lead-records": `${says} (H8, paragraph after list).`,
  "scotland.plan-agreed": `${says} (H8, paragraph after list).`,
  "scotland.plan-nothing-moves": `${says} (H8, last paragraph).`,
  "scotland.plan-action-stays": `${says} (H8, last paragraph).`,
  "scotland.plan-version": `${says} (H8, bullet 8).`,
  "scotland.plan-clear": `${says} (H10, sentence 1).`,
  "scotland.plan-help-outside": `${says} (H8, bullet 3).`,
  "scotland.plan-help-doubled": `${says} (H8, bullet 3).`,
  "scotland.plan-missed-offers": `${says} (H8, bullet 5).`,
  "scotland.plan-requests": `${says} (H8, bullet 7).`,
};

/** Part 3 on making a plan: one form, a core group, copies for everybody, and help straight away. */
export const planMaking = chapter({
  parameters: {
    needsTakenUpWorkingDays: {
      value: 1,
      least: 0,
      most: 10,
      ours: "HD-60",
      clause: part3("H0, sentence 1"),
      reading:
        "A recorded need that lacks an owner, a decision or a day for help is on the manager's list from the next working day.",
    },
    helpStartsWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "HD-10",
      clause: part3("H5, bullet 7"),
      reading: "An action not started 10 working days after agreement needs a reason.",
    },
    planCopiesWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "HD-9",
      clause: part3("H5, bullet 6"),
      reading:
        "Plan copies go out within 5 working days of agreement. A relevant agency is one with an open action on the plan, the named person's, or the lead professional's.",
    },
    statusesWithCoreGroup: {
      value: ["child-protection-register"],
      oneOf: codesOf(legalStatuses),
      ours: "HD-61",
      clause: part3("H12, sentence 1"),
      reading:
        "A child on the child protection register, or whose safety people say is an issue, has a core group by the end of that day.",
    },
  },
  rules: {
    "plan.contents": () => [eachPartIsFollowed(rule("each-part", "H12, sentence 5"))],
    "plan.format": () => [
      oneFormat(rule("one-format", "H19, item 2")),
      reasonsForCompulsion(rule("compulsion", "H19, item 2")),
    ],
    "plan.action": () => [ownedAndDated(rule("action-owned", "H5, bullet 3"), { withState: false })],
    "plan.item": () => [pickedAndConfirmed(rule("item-confirmed", "H5, bullet 4"))],
    "plan.agreeing": () => [
      leadRecordsIt(rule("lead-records", "H8, paragraph after list")),
      everyoneAgrees(rule("agreed", "H8, paragraph after list")),
      hasCoreGroup(rule("core-group", "H12, sentence 2")),
    ],
    "plan.single-agency": () => [
      namedPersonLeadsOwnPlan(rule("named-person-leads", "H4, bullet 7")),
      actionsOfOneAgency(rule("one-agency", "H4, bullet 7")),
    ],
    "plan.core-group": () => [ofTwoAgencies(rule("two-agencies", "H12, sentence 3"))],
    "plan.clear": () => [everybodyIsClear(rule("clear", "H10, sentence 1"))],
    "plan.amend": () => [
      nothingMovesWithTheLead(rule("nothing-moves", "H8, last paragraph")),
      changesMakeAVersion(rule("version", "H8, bullet 8")),
    ],
    "plan.action-owner": () => [
      ownerSaysYes(rule("action-accepted", "H11, paragraph 2, sentence 2")),
      namedPersonMayOwn(rule("named-person-owns", "H11, paragraph 1, sentence 2")),
      staysWithOwner(rule("action-stays", "H8, last paragraph")),
    ],
    "plan.duties": (value) => [
      needsAreTakenUp(rule("needs", "H0, sentence 1"), { workingDays: value.needsTakenUpWorkingDays }),
      helpOutsideIsSettled(rule("help-outside", "H8, bullet 3")),
      requestsAreFollowed(rule("requests", "H8, bullet 7")),
      coreGroupForSafety(rule("core-group-for-safety", "H12, sentence 1"), {
        kinds: value.statusesWithCoreGroup.filter(isLegalStatus),
      }),
    ],
    "plan.action-duties": (value) => [
      startsAtOnce(rule("starts-at-once", "H5, bullet 7"), { workingDays: value.helpStartsWorkingDays }),
      missedOffersAreHelped(rule("missed-offers", "H8, bullet 5")),
      queryIsSettled(rule("query-settled", "H11, paragraph 2, sentence 2")),
    ],
    "plan.overlap": () => [helpIsNotDoubled(rule("help-doubled", "H8, bullet 3"))],
    "plan.copies": (value) => [
      everyoneGetsACopy(rule("copies", "H5, bullet 6"), { workingDays: value.planCopiesWorkingDays }),
    ],
    "plan.message": () => [seesWhatIsMeant(rule("message", "H12, sentence 4"))],
  },
});
