import { localDate } from "../../kernel/local-date.ts";
import { answersToOwnAgency, chainIsWhole } from "../../quality/chain.ts";
import { findingsAreOwned, hasSample, smallCellsAreHidden } from "../../quality/check.ts";
import { departureHasReason, departureHasStart, departureIsApproved } from "../../quality/departure.ts";
import { evaluatedRegularly } from "../../quality/procedure.ts";
import {
  directorIsNamed,
  impactIsAssessed,
  partnersAgree,
  partnersAreListed,
  signedOffBy,
} from "../../quality/publishing.ts";
import { challengeIsAnswered, flagsReachManager, slippingReachesManager } from "../../quality/signals.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const status = "status of the guide";
const youth = "Annex C, youth justice";

/** The managers' guide on who answers to whom, what may be departed from and by whose word, and what is looked at. */
export const accountability = chapter({
  parameters: {
    evaluationMonths: {
      value: 6,
      least: 1,
      most: 24,
      ours: "CWDC-5.11d",
      clause: cwdc("5.11"),
      reading:
        "The steering group looks at how the work goes before six months have passed; the day they are up is late.",
    },
    smallestCell: {
      value: 5,
      least: 2,
      most: 20,
      ours: "CWDC-1.16b",
      clause: cwdc("1.16"),
      reading: "A cell that counts fewer than 5 people is hidden.",
    },
    flagsToManager: {
      value: 4,
      least: 1,
      most: 50,
      ours: "CWDC-2.6",
      clause: cwdc("2.6"),
      reading:
        "Four flags of one kind against one service in a calendar month reach the service's operational manager.",
    },
    chasesUntilSlipping: {
      value: 3,
      least: 1,
      most: 10,
      ours: "CWDC-5.9",
      clause: cwdc("5.9"),
      reading: "The third time the lead professional has to ask, the owner's manager hears that the commitment slips.",
    },
    challengeWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "RN-57",
      clause: cwdc("5.11"),
      reading:
        "The steering group answers a challenge within 10 working days, as it does a disagreement that reaches it (RN-30).",
    },
  },
  rules: {
    "quality.departure": () => [
      departureHasReason(rule("departure-reason", status)),
      departureHasStart(rule("departure-start", status)),
      departureIsApproved(
        { ...rule("departure-exceptional", status), strength: "ours" },
        { takes: "exceptional", area: ["director"] },
      ),
      departureIsApproved(
        { ...rule("departure-with-reason", status), strength: "ours" },
        {
          takes: "reason",
          area: ["strategic-manager", "director"],
          inOneCase: ["operational-manager", "strategic-manager", "director"],
        },
      ),
      departureIsApproved(
        { ...rule("departure-youth", youth), strength: "national standard" },
        { takes: "youth-standard", area: ["yot-manager", "governor", "head-of-establishment"] },
      ),
    ],
    "quality.chain": () => [
      chainIsWhole(rule("chain-whole", "5.10")),
      answersToOwnAgency(rule("chain-own-agency", "5.8")),
    ],
    "quality.area-start": () => [
      directorIsNamed(rule("area-director", "1.2")),
      partnersAreListed(rule("area-partners", "2.20")),
    ],
    "quality.publishing": () => [
      signedOffBy(rule("publishing-sign-off", "1.3"), { all: ["director"] }),
      partnersAgree(rule("publishing-partners", "1.3")),
      impactIsAssessed({ ...rule("publishing-equality", "1.20"), from: localDate("2007-04-01") }),
    ],
    "quality.procedure-duties": (value) => [
      evaluatedRegularly(rule("evaluated", "5.11"), { months: value.evaluationMonths, who: "steering-group" }),
    ],
    "quality.check": () => [
      hasSample(rule("check-sample", "1.16")),
      findingsAreOwned(rule("check-findings", "1.16"), { withDay: true }),
    ],
    "quality.cell": (value) => [smallCellsAreHidden(rule("cell-small", "1.16"), { least: value.smallestCell })],
    "quality.signals": (value) => [
      flagsReachManager(rule("signal-flags", "2.6"), { flags: value.flagsToManager }),
      slippingReachesManager(rule("signal-slipping", "5.9"), { times: value.chasesUntilSlipping }),
      challengeIsAnswered(rule("signal-challenge", "5.11"), { workingDays: value.challengeWorkingDays }),
    ],
  },
});

/** What the managers' guide leaves out of this, for the reader. */
export const silentOnQuality = {
  "quality.new-entry": "The managers' guide replaces no earlier posts or groups.",
  "quality.organisation-duties": "The managers' guide gives organisations no list of duties of their own.",
  "quality.early-plan": "The managers' guide sends no plans to an officer for checking.",
  "quality.learning": "The managers' guide does not say how what is learnt is kept.",
  "quality.review-officer": "The managers' guide knows no review officer for a plan.",
  "quality.monitoring": "The managers' guide does not say what a monitoring entry holds.",
  "quality.risk-statement": "The managers' guide asks for no statement on a risk.",
  "quality.changes-of-lead": "The managers' guide does not count how often the lead professional changes.",
  "quality.wait-for-help": "The managers' guide does not measure the wait for help.",
  "quality.plan-works": "The managers' guide does not say how a plan's page shows that it works.",
};
