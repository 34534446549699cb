import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { WishFacts, WorryFacts } from "./model.ts";

/** The worries that a new one stands beside: all of the child's, the oldest first, whoever raised them. */
export const inOrderOfDays = ({ worry, earlier }: Pick<WorryFacts, "worry" | "earlier">): readonly string[] =>
  [...earlier, worry]
    .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at)
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ id }) => id);

/**
 * Any worry, about school or home or neither, arrives with the child's named person, whoever brings it and whether or not
 * they know who that is. The adult whom the child chose to talk to is kept beside it, and gets no more than that.
 */
export const namedPersonReceives = (given: RuleHead): DesignationRule<WorryFacts> => ({
  ...given,
  title: "Every worry about a child arrives with the named person",
  force: "must",
  apply: (facts): DesignationSaid => {
    const { child, namedPerson } = facts;
    const about = theChild(child.id);
    const beside = inOrderOfDays(facts).length - 1;
    const list =
      beside === 0
        ? "It is the first worry about this child."
        : `It stands in one list with ${beside === 1 ? "one earlier worry" : `${beside} earlier worries`}, in the order of their days.`;
    if (namedPerson === "not-recorded")
      return {
        tier: "unknown",
        missing: "who the named person is",
        about,
        because:
          "It is not recorded who the child's named person is. Find out now: the worry is kept and waits for them.",
      };
    if (namedPerson === "none")
      return {
        tier: "must",
        holder: { kind: "post", post: "named-person" },
        about,
        because: `The child has no named person yet. The worry is kept, and whoever is named has it at once. ${list}`,
      };
    return {
      tier: "must",
      holder: { kind: "person", id: namedPerson, post: "named-person" },
      about,
      because: `The named person has it at once, and whoever brought it sees that it was passed on. ${list}`,
    };
  },
});

/** A wish to talk to somebody who knows the child's background is met with an offer. It is never required, and a blank asks for nothing. */
export const offersSomebodyFamiliar = (given: RuleHead): DutyRule<WishFacts> => ({
  ...given,
  title: "Somebody who knows the child's background is offered",
  apply: ({ child, wish }): DutySaid | undefined => {
    if (wish === "none" || wish === "not-recorded") return undefined;
    const owed = {
      who: "named-person",
      due: "at-once",
      onAccountOf: "named-person",
      about: theChild(child.id),
    } as const;
    if (!isLocalDate(wish.offeredOn))
      return {
        ...owed,
        act: "concern.offer-somebody-familiar",
        because: `On ${inWords(wish.on)} the child wished to talk to somebody who knows their background. Offer it; the child may say no.`,
      };
    return wish.answer === "yes" || wish.answer === "no"
      ? undefined
      : {
          ...owed,
          act: "concern.record-answer-to-offer",
          because: `It was offered on ${inWords(wish.offeredOn)}. Write down whether the child said yes or no.`,
        };
  },
});
