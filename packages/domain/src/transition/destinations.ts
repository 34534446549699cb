import { ageOn, isLocalDate } from "../kernel/local-date.ts";
import type { MeasureRule } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { DestinationsFacts } from "./model.ts";

/** Of the young people of an age or over worked with in a year, how many are in education, training or work. */
export const inEducationTrainingOrWork = (
  given: RuleHead,
  { fromAge }: { readonly fromAge: number },
): MeasureRule<DestinationsFacts> => ({
  ...given,
  title: "In education, training or work a year later",
  force: "may",
  apply: ({ area, people, yearEnds }) => {
    const counted = people.filter(({ bornOn }) => isLocalDate(bornOn) && ageOn(bornOn, yearEnds) >= fromAge);
    const withoutAge = people.filter(({ bornOn }) => bornOn === "not-recorded").length;
    if (counted.length === 0 && withoutAge === 0) return undefined;
    const known = counted.filter(({ isInEducationTrainingOrWork: is }) => is === true).length;
    const unknown = counted.filter(({ isInEducationTrainingOrWork: is }) => is === "not-recorded").length;
    const missing = [
      ...(withoutAge > 0 ? [`the date of birth of ${withoutAge} of them`] : []),
      ...(unknown > 0 ? [`where ${unknown} of them are`] : []),
    ];
    return {
      amount: counted.length === 0 ? 0 : Math.round((100 * known) / counted.length),
      label: `${known} of ${counted.length}`,
      ...(missing.length > 0 ? { missing: missing.join(", and ") } : {}),
      about: subject("area", area),
      because: `${known} of ${counted.length} people of ${fromAge} or over are in education, training or work; those whose whereabouts nobody knows are listed apart.`,
    };
  },
});
