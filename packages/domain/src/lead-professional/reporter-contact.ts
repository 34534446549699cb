import { z } from "zod";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { DoneOn, Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import { ageOn, inWords, isLocalDate, LocalDateSchema } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { DutyQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { Statuses, statusesOn } from "../people/model.ts";

/** Facts for "Is the Children's Reporter to be contacted about an order on the child's behaviour?" */
export const ReporterContactFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema), statuses: Statuses }),
  contactedOn: DoneOn,
});
export type ReporterContactFacts = z.infer<typeof ReporterContactFacts>;

export const reporterContact: DutyQuestion<ReporterContactFacts> = {
  shape: "duty",
  title: "Is the Children's Reporter to be contacted about an order on the child's behaviour?",
  facts: ReporterContactFacts,
  factsUsed: ({ child, contactedOn }) =>
    used(theChild(child.id), {
      "born on": child.bornOn,
      "legal statuses":
        child.statuses === "not-recorded"
          ? child.statuses
          : child.statuses.map(({ kind, from, until }) => [kind, from, until].join(" ").trim()),
      "Reporter contacted on": contactedOn,
    }),
};

type Ages = {
  /** The age from which such an order can be made, and the age under which a hearing may be arranged. */
  readonly leastAge: number;
  readonly underAge: number;
};

/** For a child who was under an age when the order began the sheriff may have a hearing arranged: the Reporter is contacted. */
export const reporterIsContacted = (given: RuleHead, { leastAge, underAge }: Ages): DutyRule<ReporterContactFacts> => ({
  ...given,
  title: `The Reporter is contacted about an order on a child under ${underAge}`,
  apply: ({ child, contactedOn }, asAt) => {
    const day = dayOf(asAt);
    const owed = {
      who: "lead-professional",
      onAccountOf: "lead-professional",
      about: theChild(child.id),
    } as const;
    if (child.statuses === "not-recorded")
      return {
        ...owed,
        act: "lead-professional.record-statuses",
        due: "unknown",
        because: "It is not recorded which legal statuses the child has. Record them, or that there are none.",
      };
    return statusesOn(child.statuses, day, ["antisocial-behaviour-order"]).flatMap((order): readonly DutySaid[] => {
      if (isLocalDate(contactedOn) && contactedOn >= order.from) return [];
      if (child.bornOn === "not-recorded")
        return [
          {
            ...owed,
            act: `lead-professional.record-birth:${order.id}`,
            due: "unknown",
            because: `Record the child's date of birth: under ${underAge} on ${inWords(order.from)}, the Reporter is contacted about the order.`,
          },
        ];
      const age = ageOn(child.bornOn, order.from);
      if (age >= underAge) return [];
      return [
        age < leastAge
          ? {
              ...owed,
              act: `lead-professional.check-order:${order.id}`,
              due: "at-once",
              because: `Check the dates: an order of this kind cannot be made before the age of ${leastAge}, so it counts for nothing until they are right.`,
            }
          : {
              ...owed,
              act: `lead-professional.contact-reporter:${order.id}`,
              due: "at-once",
              because: `The child was under ${underAge} when the order began on ${inWords(order.from)}, and the sheriff may have asked for a hearing. Contact the Children's Reporter, and record when.`,
            },
      ];
    });
  },
});
