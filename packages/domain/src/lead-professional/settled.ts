import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { statusesOn } from "../people/model.ts";
import { leadingProcesses } from "../vocabulary/key-workers.ts";
import { isLegalStatus } from "../vocabulary/legal-statuses.ts";
import type { SettledFacts, TakenOverFacts } from "./leading-model.ts";

type Settled = GateRule<SettledFacts>;

/** A lead comes from an assessment; without one the choice is provisional, and the line manager hears of it. */
export const restsOnAssessment = (given: RuleHead): Settled => ({
  ...given,
  title: "A lead rests on an assessment; until then the choice is provisional",
  force: "must",
  apply: ({ child, assessment }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (assessment === "not-recorded")
      return say.unknown("the assessment", "It is not recorded which assessment the choice of a lead rests on.");
    return assessment === "none"
      ? say.prevents(
          "Provisional: no assessment is attached. The line manager is told; attach one to settle who leads.",
        )
      : say.permits("The choice rests on an assessment.");
  },
});

/** Who is chosen before needs, outcomes and contributions were agreed together is chosen for the time being. */
export const agreedFirst = (given: RuleHead): Settled => ({
  ...given,
  title: "Chosen before anything was agreed together, the lead is provisional",
  force: "should",
  apply: ({ child, wasOpen }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (wasOpen === "not-recorded")
      return say.unknown(
        "whether needs, outcomes and contributions were agreed",
        "It is not recorded whether child, family and practitioners had agreed needs, outcomes and contributions.",
      );
    return wasOpen
      ? say.permits("Needs, outcomes and contributions were agreed together before the choice.")
      : say.prevents(
          "Provisional: this person was named before child, family and practitioners had agreed needs, outcomes and contributions. Choose once they have; if somebody else is chosen then, write down why.",
        );
  },
});

type Own = { readonly kinds: readonly string[] };

/** With complex needs the lead agency's own process names the lead: it is taken over with its kind and day, and nobody meets a second time. */
export const fromOwnProcess = (given: RuleHead, { kinds }: Own): GateRule<TakenOverFacts> => ({
  ...given,
  title: "The lead agency's own process names the lead",
  force: "must",
  apply: ({ child, plan, process }, asAt): GateSaid => {
    const say = sayOf(subject("area", plan.id));
    const ofChild = sayOf(theChild(child.id));
    if (child.statuses === "not-recorded")
      return ofChild.unknown("legal statuses", "Record the child's legal statuses, or that there are none.");
    const day = dayOf(asAt);
    if (statusesOn(child.statuses, day, kinds.filter(isLegalStatus)).length === 0)
      return ofChild.prevents(
        "No status that makes needs complex holds on this day: the lead is chosen together, at a meeting.",
      );
    if (process === "none") return say.prevents("The lead agency's process has named nobody yet.");
    if (process === "not-recorded" || process.kind === "not-recorded")
      return say.unknown("the process that named the lead", "Record which process named the lead.");
    if (!isLocalDate(process.heldOn) || process.names === "not-recorded")
      return say.unknown("when it was held, and whom it named", "Record the day of the process and whom it named.");
    if (process.names === "none" || process.heldOn > day)
      return say.prevents("The lead agency's process has named nobody yet.");
    const { label } = leadingProcesses[process.kind];
    return say.permits(
      `${label} of ${inWords(process.heldOn)} named the lead: it is recorded from that, without a second meeting.`,
    );
  },
});
