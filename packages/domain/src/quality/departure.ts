import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import { listed } from "../kernel/words.ts";
import type { approvers, DepartureFacts } from "./accountability-model.ts";

type DepartureRule = GateRule<DepartureFacts>;
type Approver = (typeof approvers)[number];

const say = ({ area }: DepartureFacts) => sayOf(subject("area", area));

const approverLabels: Readonly<Record<Approver, string>> = {
  director: "the director",
  "strategic-manager": "a strategic manager",
  "operational-manager": "an operational manager",
  "yot-manager": "the youth offending team's manager",
  governor: "the governor",
  "head-of-establishment": "the head of the establishment",
  other: "somebody else",
};

const oneOf = (posts: readonly Approver[]) =>
  listed(
    posts.map((post) => approverLabels[post]),
    "or",
  );

/** Nobody departs from a rule without a reason in writing. */
export const departureHasReason = (given: RuleHead): DepartureRule => ({
  ...given,
  title: "A departure keeps its reason",
  force: "must",
  apply: (facts): GateSaid =>
    facts.reasonGiven
      ? say(facts).permits("The reason is written down and stands in the list of departures.")
      : say(facts).permitsIf(
          [{ what: "reason", from: "administrator", for: "why the rule is departed from", code: "departure" }],
          "Write down why the rule is departed from. It holds until then.",
        ),
});

/** Who may approve it goes by how much the departure takes, and by whether it is for one case or for all. */
export const departureIsApproved = (
  given: RuleHead,
  {
    takes,
    area,
    inOneCase = area,
  }: {
    readonly takes: DepartureFacts["takes"];
    readonly area: readonly Approver[];
    readonly inOneCase?: readonly Approver[];
  },
): DepartureRule => ({
  ...given,
  title: `A departure that takes ${takes === "reason" ? "a reason" : takes === "exceptional" ? "exceptional circumstances" : "a post the youth standard names"} is approved`,
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.takes !== takes) return undefined;
    const may = facts.scope === "area" ? area : inOneCase;
    const { approval } = facts;
    if (approval === "not-recorded")
      return say(facts).unknown(
        "who approved the departure",
        `It is not recorded who approved this. It takes ${oneOf(may)}.`,
      );
    if (approval === "none") return say(facts).prevents(`This takes the approval of ${oneOf(may)}.`);
    if (!may.includes(approval.post))
      return say(facts).prevents(
        `This takes the approval of ${oneOf(may)}; ${approverLabels[approval.post]} cannot give it.`,
      );
    return approval.id === facts.askedBy
      ? say(facts).prevents("Nobody approves a departure they ask for themselves.")
      : say(facts).permits(`Approved by ${approverLabels[approval.post]} on ${inWords(approval.on)}.`);
  },
});

/** It works from a day that is named, and from no day before it was approved. */
export const departureHasStart = (given: RuleHead): DepartureRule => ({
  ...given,
  title: "A departure works from a day that is named",
  force: "must",
  apply: (facts): GateSaid => {
    const { startsOn, approval } = facts;
    if (!isLocalDate(startsOn))
      return say(facts).unknown("the day it works from", "Say from which day the rule is departed from.");
    const approvedOn = typeof approval === "string" ? undefined : approval.on;
    return approvedOn !== undefined && startsOn < approvedOn
      ? say(facts).prevents(
          `It was approved on ${inWords(approvedOn)} and works from that day on, not from ${inWords(startsOn)}.`,
        )
      : say(facts).permits(`It works from ${inWords(startsOn)}.`);
  },
});
