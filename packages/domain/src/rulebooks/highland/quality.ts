import { answersToOwnAgency } from "../../quality/chain.ts";
import { childWasInvolved, earlyPlanHasOutcome, findingsAreOwned, learntWithoutFamily } from "../../quality/check.ts";
import { aCount, aShare, planWorksIn } from "../../quality/figures.ts";
import { deliveredAndBetter, satisfiedOrActed } from "../../quality/monitoring.ts";
import { areaHasCoordinator, schoolsAreLinked } from "../../quality/procedure.ts";
import { belongsToThePast, onePerArea } from "../../quality/publishing.ts";
import { underAnOrder } from "../../quality/review-officer.ts";
import { issueIsAnswered, ownContact, progressIsChecked, riskIsStated } from "../../quality/watching.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const monitors = "H8, bullet 6";

/** What Part 3 says in its own words instead of the national guidance. */
export const qualitySetsAside = {
  "scotland.monitoring-both": "Part 3 asks both questions itself (H8).",
  "scotland.watching-contact": "Part 3 asks for the lead professional's own contact itself (H10).",
  "scotland.plan-works": "Part 3 says itself what the lead professional's task is (H8).",
};

/** Part 3 on the quality of assessment and planning, and on how the lead professional knows that a plan works. */
export const quality = chapter({
  parameters: {
    ownContactDays: {
      value: 28,
      least: 1,
      most: 90,
      ours: "HD-8",
      clause: part3("H10, sentence 2"),
      reading: "The lead professional's own contact with the family is at least every 28 days, holidays included.",
    },
    progressCheckDays: {
      value: 14,
      least: 1,
      most: 60,
      ours: "HD-8",
      clause: part3("H11, paragraph 2, sentence 3"),
      reading: "Who does not work with the family directly checks progress at least every 14 days.",
    },
    riskStatementDays: {
      value: 14,
      least: 1,
      most: 28,
      ours: "HD-8",
      clause: part3("H11, paragraph 2, sentence 4"),
      reading:
        "While a risk is open there is a statement on it every 14 days, by the line manager while the lead professional is away.",
    },
  },
  rules: {
    "quality.monitoring": () => [deliveredAndBetter(rule("monitoring-both", monitors))],
    "quality.risk-statement": () => [satisfiedOrActed(rule("risk-statement", "H11, paragraph 2, sentence 4"))],
    "quality.watching": (value) => [
      ownContact(rule("watching-contact", "H10, sentence 2"), { days: value.ownContactDays }),
      progressIsChecked(rule("watching-progress", "H11, paragraph 2, sentence 3"), { days: value.progressCheckDays }),
      riskIsStated(rule("watching-risk", "H11, paragraph 2, sentence 4"), { days: value.riskStatementDays }),
      issueIsAnswered(rule("watching-issues", "H8, bullet 2")),
    ],
    "quality.plan-works": () => [planWorksIn(rule("plan-works", "H8, last paragraph"))],
    "quality.check": () => [
      childWasInvolved(rule("check-child-involved", "H14, item 2")),
      findingsAreOwned(rule("check-findings", "H17, sentence 1")),
    ],
    "quality.early-plan": () => [earlyPlanHasOutcome(rule("early-plan-outcome", "H16, sentence 2"))],
    "quality.learning": () => [learntWithoutFamily(rule("learning-entry", "H1, sentences 4-5"))],
    "quality.review-officer": () => [underAnOrder(rule("review-officer-named", "H20, bullet 10"))],
    "quality.chain": () => [answersToOwnAgency(rule("chain-own-agency", "H13, paragraph 2, sentence 1"))],
    "quality.organisation-duties": () => [
      areaHasCoordinator(rule("area-coordinator", "H15, paragraph 1, sentences 2-3")),
      schoolsAreLinked(rule("schools-linked", "H14, item 3")),
    ],
    "quality.new-entry": () => [
      onePerArea(rule("entry-coordinator", "H15, paragraph 1, sentences 2-3"), {
        post: "integrated-services-coordinator",
      }),
      belongsToThePast(rule("entry-officer", "H16, sentence 1"), {
        entries: ["senior-family-liaison-officer"],
        by: "integrated-services-officer",
        instead: "an integrated services officer",
      }),
      belongsToThePast(rule("entry-group", "H18, paragraph 1, sentence 1"), {
        entries: ["caseworking-subgroup", "youth-offender-forum"],
        by: "service-managers-group",
        instead: "an item for the service managers' group",
      }),
    ],
    "quality.share": () => [
      aShare(rule("share-child-involved", "H14, item 2"), { figure: "child-involved", lists: "others" }),
      aShare(rule("share-signed-up", "H20, bullets 1-3"), { figure: "services-signed-up", lists: "others" }),
      aShare(rule("share-named-person", "H20, bullets 1-3"), { figure: "children-with-named-person", lists: "others" }),
      aShare(rule("share-no-extra", "H20, bullets 1-3"), {
        figure: "named-persons-without-extra-tasks",
        lists: "neither",
      }),
      aShare(rule("share-lead-owns", "H20, bullets 6-8"), { figure: "lead-owns-most-actions", lists: "counted" }),
    ],
    "quality.count": () => [
      aCount(rule("count-arrangements", "H7, paragraph 3"), { figure: "special-arrangements" }),
      aCount(rule("count-factors", "H20, bullets 6-8"), { figure: "appointments-by-factor" }),
      aCount(rule("count-checks", "H17, sentence 1"), { figure: "checks-by-agency" }),
      aCount(rule("count-late-reviews", "H14, opening and item 1"), { figure: "late-reviews-by-service" }),
      aCount(rule("count-safe", "H15, paragraph 2, sentence 1"), { figure: "appropriate-proportionate-safe" }),
    ],
  },
});
