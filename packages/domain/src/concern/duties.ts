import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Moment } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import type { ConcernDutiesFacts } from "./model.ts";

type Step = {
  readonly act: "concern.acknowledge" | "concern.answer";
  readonly doneOn: (facts: ConcernDutiesFacts) => Recorded<LocalDate | "none">;
  readonly title: string;
  readonly because: string;
  readonly notRecorded: string;
};

const acknowledge: Step = {
  act: "concern.acknowledge",
  doneOn: (facts) => facts.acknowledgedOn,
  title: "A concern is acknowledged",
  because: "Whoever raised the concern hears from the named person that it has arrived.",
  notRecorded: "It is not recorded whether the concern was acknowledged. Record it, or do it now.",
};
const answer: Step = {
  act: "concern.answer",
  doneOn: (facts) => facts.answeredOn,
  title: "A concern is answered to the child and the family",
  because: "The child and the family hear what is being done about the concern.",
  notRecorded: "It is not recorded whether the child and the family had an answer. Record it, or answer now.",
};

/** A concern has a clock from the first report; a step that is late goes to the named person's manager. */
const withinWorkingDays = (given: RuleHead, step: Step, workingDays: number): DutyRule<ConcernDutiesFacts> => ({
  ...given,
  title: step.title,
  force: "must",
  apply: (facts, asAt) => {
    const doneOn = step.doneOn(facts);
    if (doneOn !== "none" && doneOn !== "not-recorded") return undefined;
    const about = theChild(facts.child.id);
    const due = dueAfter(facts.reportedOn, { count: workingDays, unit: "working-days" }, facts.calendar);
    const owed = {
      who: "named-person",
      act: step.act,
      due,
      ifMissed: "It goes to the named person's manager.",
      onAccountOf: "named-person",
      about,
      because: doneOn === "not-recorded" ? step.notRecorded : step.because,
    } as const;
    if (!isPast(due, asAt)) return owed;
    return [
      owed,
      {
        who: "line-manager",
        act: `${step.act}-late`,
        due: "at-once",
        onAccountOf: "named-person",
        about,
        because: "A step on this concern is late, so the named person's manager takes it up today.",
      },
    ];
  },
});

const isPast = (due: Due | "not-published", asAt: Moment) => due !== "not-published" && isLate(due, asAt);

/** The one who raised a concern hears that it has arrived. */
export const acknowledged = (given: RuleHead, { workingDays }: { workingDays: number }) =>
  withinWorkingDays(given, acknowledge, workingDays);

/** Child and family get a quick and helpful answer. */
export const answered = (given: RuleHead, { workingDays }: { workingDays: number }) =>
  withinWorkingDays(given, answer, workingDays);
