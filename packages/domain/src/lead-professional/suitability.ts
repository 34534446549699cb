import type { GateRule } from "../kernel/gate.ts";
import { addMonths, inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { SuitabilityFacts } from "./model.ts";

/** A newly qualified practitioner waits before training for the role. The day the months are up counts as ready. */
export const newlyQualified = (given: RuleHead, { monthsToWait }: { monthsToWait: number }): GateRule<SuitabilityFacts> => ({
  ...given,
  title: "Newly qualified practitioners wait before training",
  force: "must",
  apply: ({ practitioner }, asAt) => {
    const about = thePractitioner(practitioner.id);
    if (practitioner.qualification === "not-recorded")
      return { effect: "unknown", missing: "date of qualification", about, because: "The date of qualification is not recorded." };
    if (practitioner.qualification === "none") return undefined;
    const ready = addMonths(practitioner.qualification.on, monthsToWait);
    return dayOf(asAt) < ready
      ? {
          effect: "prevents",
          from: ready,
          about,
          because: `Newly qualified. Can be considered for training from ${inWords(ready)}.`,
        }
      : { effect: "permits", about, because: `Qualified on ${inWords(practitioner.qualification.on)}.` };
  },
});
