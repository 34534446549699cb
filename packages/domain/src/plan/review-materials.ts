import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { type Subject, subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { workingDaysAfter } from "../kernel/working-days.ts";
import type { ReviewMaterialsFacts } from "./review-model.ts";

type Materials = GateRule<ReviewMaterialsFacts>;
type Recipient = Exclude<ReviewMaterialsFacts["recipients"], string>[number];

const subjectOf = ({ child }: ReviewMaterialsFacts, { id, as }: Recipient): Subject =>
  as === "child" ? theChild(child.id) : as === "family" ? subject("family", child.id) : thePractitioner(id);
const whom = { child: "the child", family: "the family", practitioner: "a practitioner" } as const;

/** The materials go to everybody involved, the child and the family each in their own right. Until then they are not circulated. */
export const materialsReachEverybody = (given: RuleHead): Materials => ({
  ...given,
  title: "The materials go to everybody, child and family first",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const { recipients } = facts;
    if (recipients === "not-recorded")
      return sayOf(thePlan(facts)).unknown(
        "who gets the materials",
        "It is not recorded who gets the materials of this review.",
      );
    const listed = (as: Recipient["as"]) => recipients.some((one) => one.as === as);
    const leftOut = (["child", "family"] as const)
      .filter((as) => !listed(as))
      .map((as) =>
        sayOf(as === "child" ? theChild(facts.child.id) : subject("family", facts.child.id)).prevents(
          `Incomplete: ${whom[as]} is not among those who get the materials, and gets them in their own right.`,
        ),
      );
    return [...leftOut, ...recipients.map((one) => reaches(facts, one))];
  },
});

function reaches(facts: ReviewMaterialsFacts, one: Recipient): GateSaid {
  const say = sayOf(subjectOf(facts, one));
  if (isLocalDate(one.sentOn)) return say.permits(`The materials went to ${whom[one.as]} on ${inWords(one.sentOn)}.`);
  if (one.reasonGiven) return say.permits(`It is written down why ${whom[one.as]} gets no materials.`);
  return one.sentOn === "not-recorded"
    ? say.unknown(
        `whether the materials went to ${whom[one.as]}`,
        `It is not recorded whether the materials went to ${whom[one.as]}.`,
      )
    : say.prevents(`Incomplete: the materials have not gone to ${whom[one.as]}. Send them, or write down why not.`);
}

/** They go out so many working days before the review, so that there is time to read them. */
export const materialsComeInTime = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Materials => ({
  ...given,
  title: "The materials come in time to be read",
  apply: (facts): GateSaid | readonly GateSaid[] | undefined => {
    const { recipients } = facts;
    if (recipients === "not-recorded") return undefined;
    const last = workingDaysAfter(facts.reviewOn, -workingDays, facts.calendar);
    if (last === "not-published")
      return sayOf(thePlan(facts)).unknown(
        "the bank holidays of that year",
        "The bank holidays of that year are not published, so it cannot be said by when the materials go out.",
      );
    return recipients.flatMap((one): readonly GateSaid[] => {
      if (!isLocalDate(one.sentOn)) return [];
      const say = sayOf(subjectOf(facts, one));
      return one.sentOn <= last
        ? [say.permits(`The materials went to ${whom[one.as]} at least ${workingDays} working days before the review.`)]
        : [
            say.permitsIf(
              [
                {
                  what: "reason",
                  from: "lead-professional",
                  for: "why the materials went out late",
                  code: "late-materials",
                },
              ],
              `The materials went to ${whom[one.as]} on ${inWords(one.sentOn)}; the last day for them was ${inWords(last)}.`,
            ),
          ];
    });
  },
});
