import { missedOffersAreHelped } from "../../plan/action-duties.ts";
import { everyoneAgrees, leadRecordsIt, ownPlansAreTakenIn, restsOnAssessment } from "../../plan/agreeing.ts";
import { changesMakeAVersion, eachTheirOwnPart, nothingMovesWithTheLead } from "../../plan/amend.ts";
import { everybodyIsClear } from "../../plan/clear.ts";
import { leadDoesNotOwnAll, smallestPlan } from "../../plan/contents.ts";
import { helpOutsideIsSettled, issuesStayOpen, requestsAreFollowed } from "../../plan/duties.ts";
import { helpIsNotDoubled } from "../../plan/overlap.ts";
import { staysWithOwner } from "../../plan/owner.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string, at: string) => ({ id: `scotland.plan-${id}`, clause: girfec(at), from });
const doesNotDoAll = "G1, paragraph before next heading, sentence 1";

/** The national guidance on the plan: as short as it can be, agreed by name, and the lead does not do all of it. */
export const plan = chapter({
  parameters: {},
  rules: {
    "plan.contents": () => [
      smallestPlan(rule("smallest", "G1, item 1, sentence 2")),
      leadDoesNotOwnAll(rule("lead-owns-all", doesNotDoAll)),
    ],
    "plan.agreeing": () => [
      leadRecordsIt(rule("lead-records", "G1, paragraph after list, sentence 1")),
      everyoneAgrees(rule("agreed", "G1, paragraph after list, sentence 1")),
      restsOnAssessment(rule("assessment", "G1, paragraph after list, sentence 2")),
      ownPlansAreTakenIn(rule("own-plans", "G1, paragraph after list, sentence 2")),
    ],
    "plan.amend": () => [
      eachTheirOwnPart(rule("own-part", "G3, paragraph 2, sentence 2")),
      nothingMovesWithTheLead(rule("nothing-moves", doesNotDoAll)),
      changesMakeAVersion(rule("version", "G1, bullet 8")),
    ],
    "plan.clear": () => [everybodyIsClear(rule("clear", "G3, paragraph 1, sentence 1"))],
    "plan.action-owner": () => [staysWithOwner(rule("action-stays", doesNotDoAll))],
    "plan.duties": () => [
      issuesStayOpen(rule("issues", "G1, bullet 2")),
      helpOutsideIsSettled(rule("help-outside", "G1, bullet 3")),
      requestsAreFollowed(rule("requests", "G1, bullet 7")),
    ],
    "plan.action-duties": () => [missedOffersAreHelped(rule("missed-offers", "G1, bullet 5"))],
    "plan.overlap": () => [helpIsNotDoubled(rule("help-doubled", "G1, bullet 3"))],
  },
});

/** What the national guidance leaves out of the plan, for the reader. */
export const silentOnPlan = {
  "plan.format": "The national guidance gives no headings that every plan has.",
  "plan.action": "The national guidance asks for an owned and dated action of each agency, and leaves the rest open.",
  "plan.item": "The national guidance does not say how entries of a record come into a plan.",
  "plan.choice-opens": "The national guidance sets no order of steps before it is asked who leads.",
  "plan.signing": "The national guidance asks that people agree to a plan, and for no signature.",
  "plan.family": "The national guidance knows a plan for each child, and none for a family.",
  "plan.single-agency": "The national guidance leaves it to each agency who leads a plan of its own.",
  "plan.core-group": "The national guidance asks for no core group.",
  "plan.hears": "The national guidance does not say who is told of an update.",
  "plan.copies":
    "The national guidance asks that what a review needs goes round, and sets no clock for copies of the plan.",
  "plan.advice": "The national guidance does not say how a specialist is asked for advice.",
  "plan.message": "The national guidance knows no messages within a core group.",
  "plan.statutory-plan": "The national guidance leaves it to other guidance what a plan set by law has to hold.",
};
