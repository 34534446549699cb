import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";
import type { MonitoringFacts, RiskStatementFacts } from "./watching-model.ts";

const situations = {
  better: "better",
  "slightly-better": "slightly better",
  "the-same": "not better yet",
  worse: "worse",
} as const;

/** Two things are asked apart: is it delivered, and is the child better off. Neither stands for the other. */
export const deliveredAndBetter = (given: RuleHead): GateRule<MonitoringFacts> => ({
  ...given,
  title: "Monitoring says what is delivered, and how the child is",
  force: "must",
  apply: ({ child, delivered, situation }): readonly GateSaid[] => {
    const { permits, unknown } = sayOf(theChild(child.id));
    return [
      delivered === "not-recorded"
        ? unknown("what is delivered", "Say how far the actions are delivered: how the child is does not answer that.")
        : permits(`${delivered.done} of ${delivered.of} actions are delivered.`),
      situation === "not-recorded"
        ? unknown(
            "how the child is",
            "Say whether the child's situation is improving: that everything is delivered does not answer that.",
          )
        : permits(`The child's situation is ${situations[situation]}.`),
    ];
  },
});

/** What a plan's page reads of one entry: delivered or not, improving or not, each by itself. */
export const readsAs = ({ delivered, situation }: MonitoringFacts) => ({
  isDelivered: delivered === "not-recorded" ? delivered : { done: delivered.done, of: delivered.of },
  isImproving: situation === "not-recorded" ? situation : situation === "better" || situation === "slightly-better",
});

/** On an open risk it is stated that what is done works and that the child is better off, or what was done because it is not. */
export const satisfiedOrActed = (given: RuleHead): GateRule<RiskStatementFacts> => ({
  ...given,
  title: "A statement on a risk says it works, or what was done",
  force: "must",
  apply: ({ child, isEffective, isBetterOff, saysWhatWasDone }): GateSaid => {
    const { permits, prevents, unknown } = sayOf(theChild(child.id));
    if (isEffective === "not-recorded")
      return unknown("whether it works", "Say whether what is done about the risk works.");
    if (isBetterOff === "not-recorded")
      return unknown("whether the child is better off", "Say whether the child is better off for it.");
    if (isEffective && isBetterOff) return permits("What is done works, and the child is better off for it.");
    if (saysWhatWasDone === true) return permits("It says what was done because it does not work well enough.");
    return saysWhatWasDone === "not-recorded"
      ? unknown("what was done", "It does not work well enough. Say what you did because of that.")
      : prevents("It does not work well enough and nothing was done. Do something now, and say what.");
  },
});
