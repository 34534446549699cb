import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { holdsOn, inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { meetingModels } from "../vocabulary/meetings.ts";
import type { ModelFacts } from "./model.ts";

/** No one model is the right one: each case says which holds, anew where the child moves to another locality. What held before stays on record. */
export const modelIsSettled = (given: RuleHead): DutyRule<ModelFacts> => ({
  ...given,
  title: "Each case says which way people are brought together",
  apply: ({ plan, locality, localityUses, settled }, asAt): DutySaid | undefined => {
    const day = dayOf(asAt);
    const owed = {
      who: "lead-professional",
      act: "meeting.settle-model",
      onAccountOf: "lead-professional",
      about: subject("area", plan.id),
    } as const;
    if (locality === "none" || locality === "not-recorded")
      return {
        ...owed,
        due: "at-once",
        because: "It is not recorded which locality the case belongs to, which says how people are brought together.",
      };
    if (day < locality.from) return undefined;
    const holds = settled.some((one) => one.locality === locality.id && holdsOn(one, day));
    if (holds) return undefined;
    const choices =
      localityUses === "not-recorded"
        ? "It is not recorded which models this locality uses."
        : `This locality uses: ${localityUses.map((model) => meetingModels[model].label.toLowerCase()).join(", ") || "none yet"}.`;
    return {
      ...owed,
      due: { day: locality.from },
      because: `The case belongs to its locality since ${inWords(locality.from)}. Settle which model holds from now; what held before stays on record. ${choices}`,
    };
  },
});
