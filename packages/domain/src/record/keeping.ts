import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type {
  AnotherAssessmentFacts,
  ArrivalFacts,
  CommonEntryFacts,
  FieldFacts,
  LeavingTeamFacts,
  LevelChangeFacts,
} from "./model.ts";

const say = ({ child }: { readonly child: { readonly id: string } }) => sayOf(theChild(child.id));

const reason = (why: string, code: string): readonly Need[] => [
  { what: "reason", from: "practitioner", for: why, code },
];

/** A child has one common assessment at a time: a second one is refused while the first is open, and leads to it. */
export const oneCommonAssessment = (given: RuleHead): GateRule<AnotherAssessmentFacts> => ({
  ...given,
  title: "One common assessment at a time",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.kind !== "common") return undefined;
    if (facts.existing === "not-recorded")
      return say(facts).unknown("the assessments there are", "It is not recorded whether a common assessment is open.");
    const open = facts.existing.find(({ kind, isOpen }) => kind === "common" && isOpen);
    return open
      ? say(facts).prevents(`A common assessment is open: ${open.id}. Go on with that one.`)
      : say(facts).permits("No common assessment is open.");
  },
});

/** What is there is offered first; whoever begins another one says why. */
export const existingOffered = (given: RuleHead): GateRule<AnotherAssessmentFacts> => ({
  ...given,
  title: "What was gathered already is used again",
  apply: (facts): GateSaid => {
    if (facts.existing === "not-recorded")
      return say(facts).unknown(
        "the assessments there are",
        "It is not recorded which assessments there are. Look before you begin another one.",
      );
    if (facts.existing.length === 0) return say(facts).permits("There is no assessment of this child yet.");
    const ids = facts.existing.map(({ id }) => id).join(", ");
    return facts.reasonGiven
      ? say(facts).permits(`Beside ${ids} another one is begun, and it is written down why.`)
      : say(facts).permitsIf(
          reason("why another assessment is needed", "another-assessment"),
          `Read what there is first: ${ids}. Write down why another one is needed.`,
        );
  },
});

const parts = [
  { key: "saysAssessment", what: "which assessment it rests on" },
  { key: "saysLead", what: "what becomes of the lead professional" },
  { key: "saysConsent", what: "whether consent still holds" },
] as const;

/** A change of level says in one step which assessment it rests on, what becomes of the lead, and whether consent holds. */
export const threeTogether = (given: RuleHead): GateRule<LevelChangeFacts> => ({
  ...given,
  title: "Assessment, lead and consent travel together",
  force: "must",
  apply: (facts): readonly GateSaid[] =>
    parts.map(({ key, what }) => {
      const said = facts[key];
      if (said === "not-recorded") return say(facts).unknown(what, `It is not recorded ${what}.`);
      return said
        ? say(facts).permits(`It says ${what}.`)
        : say(facts).prevents(`Say ${what}; the level changes then.`);
    }),
});

/** The child's school and health visitor stay on an open case, unless there is a reason. */
export const universalStaysOn = (given: RuleHead): GateRule<LeavingTeamFacts> => ({
  ...given,
  title: "School and health visitor stay on the team",
  apply: (facts): GateSaid | undefined => {
    if (facts.isUniversal === "not-recorded")
      return say(facts).unknown(
        "whether this is the child's school or health visitor",
        "It is not recorded whether this is the child's school or health visitor.",
      );
    if (!facts.isUniversal) return undefined;
    return facts.reasonGiven
      ? say(facts).permits("It is written down why the school or health visitor leaves the team.")
      : say(facts).permitsIf(
          reason("why the school or health visitor leaves the team", "universal-leaves"),
          "School and health visitor stay, so that the child keeps access to them. Write down why this one leaves.",
        );
  },
});

/** What health and education both record has three parts; a key event has its day. What is older stays as it was. */
export const keyEventHasDay = (given: RuleHead): GateRule<CommonEntryFacts> => ({
  ...given,
  title: "A key event has its day",
  force: "must",
  apply: (facts): GateSaid => {
    if (facts.part !== "key-event" || isLocalDate(facts.on))
      return say(facts).permits("It stands in its part of what health and education both record.");
    if (facts.shapedSince === "not-recorded")
      return say(facts).unknown(
        "since when entries have this shape",
        "It is not recorded since when a key event needs its day here.",
      );
    if (facts.shapedSince !== "none") {
      if (facts.recordedOn === "not-recorded")
        return say(facts).unknown(
          "the day it was recorded",
          "It is not recorded when this was entered, so nobody can say whether it stays as it was.",
        );
      if (facts.recordedOn < facts.shapedSince)
        return say(facts).permits("It was recorded before entries had this shape, and stays as it was.");
    }
    return facts.on === "none"
      ? say(facts).prevents("A key event has a day. Enter when it happened.")
      : say(facts).unknown("the day of the event", "It is not recorded when this happened.");
  },
});

/** What is asked of some children only rests on a law that is named. */
export const extraHasItsLaw = (given: RuleHead): GateRule<FieldFacts> => ({
  ...given,
  title: "What is asked beside rests on a law",
  force: "must",
  apply: ({ area, askedOf, law }): GateSaid => {
    const { permits, prevents, unknown } = sayOf(subject("area", area));
    if (askedOf === "every-child") return permits("It is asked for every child with additional needs.");
    if (law === "not-recorded") return unknown("the law it rests on", "It is not recorded which law asks for this.");
    return law === "none"
      ? prevents("Name the law that asks for this, or ask it for every child.")
      : permits(`It is asked by ${law}.`);
  },
});

/** The assessment is complete before the young person arrives; where it is not, the departure from the standard is recorded. */
export const completeBeforeArrival = (given: RuleHead): GateRule<ArrivalFacts> => ({
  ...given,
  title: "The assessment is complete before arrival",
  force: "must",
  apply: (facts): GateSaid => {
    const { arrivedAt, finishedAt } = facts;
    if (arrivedAt === "none") return say(facts).permits("The young person has not arrived yet.");
    if (arrivedAt === "not-recorded" || finishedAt === "not-recorded")
      return say(facts).unknown(
        arrivedAt === "not-recorded" ? "when the young person arrived" : "when the assessment was complete",
        "It is not recorded when the young person arrived, or when the assessment was complete.",
      );
    if (finishedAt !== "none" && Date.parse(finishedAt) <= Date.parse(arrivedAt))
      return say(facts).permits("The assessment was complete before the young person arrived.");
    return facts.departureRecorded
      ? say(facts).permits("The assessment was late, and the departure from the standard is recorded.")
      : say(facts).prevents(
          "The assessment was not complete before the young person arrived: it is late. Record the departure from the standard.",
        );
  },
});
