import { isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, daysBetween, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { WatchingFacts } from "./watching-model.ts";

type Watching = DutyRule<WatchingFacts>;
type Every = { readonly days: number };

const byLead = ({ lead, child }: WatchingFacts) =>
  ({ who: "lead-professional", whoId: lead, onAccountOf: "lead-professional", about: theChild(child.id) }) as const;

const byManager = ({ manager, child }: WatchingFacts) =>
  ({
    who: "line-manager",
    ...byId(manager),
    onAccountOf: "lead-professional",
    about: theChild(child.id),
  }) as const;

/** The lead's own contact with the family does not lapse, however often others see them; a lapse reaches the manager too. */
export const ownContact = (given: RuleHead, { days }: Every): Watching => ({
  ...given,
  title: "The lead professional's own contact with the family",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] => {
    const owed = { ...byLead(facts), act: "quality.own-contact" } as const;
    if (facts.ownContactOn === "not-recorded")
      return [
        {
          ...owed,
          due: "unknown",
          because: "It is not recorded when the lead professional was last in contact with the family in person.",
        },
      ];
    const since = facts.ownContactOn === "none" ? facts.leadsSince : facts.ownContactOn;
    const due = { day: addDays(since, days) };
    const counted = `${facts.ownContactOn === "none" ? "Leads since" : "The lead professional's last own contact was on"} ${inWords(since)}; what others see of the family does not count`;
    return [
      {
        ...owed,
        due,
        ifMissed: "The lead professional and the line manager are told.",
        because: `${counted}. The next one is due within ${days} days.`,
      },
      ...(isLate(due, asAt)
        ? [
            {
              ...byManager(facts),
              act: "quality.look-at-contact",
              due: "at-once",
              because: `${counted}. The ${days} days are up: see what stands in the way.`,
            } as const,
          ]
        : []),
    ];
  },
});

/** Who does not see the family regularly checks progress with those who do. */
export const progressIsChecked = (given: RuleHead, { days }: Every): Watching => ({
  ...given,
  title: "Progress is checked with those who see the family",
  force: "must",
  apply: (facts): DutySaid | undefined => {
    if (facts.worksDirectly === true) return undefined;
    const owed = { ...byLead(facts), act: "quality.check-progress" } as const;
    if (facts.worksDirectly === "not-recorded" || facts.progressCheckedOn === "not-recorded")
      return {
        ...owed,
        due: "unknown",
        because:
          facts.worksDirectly === "not-recorded"
            ? "It is not recorded whether the lead professional works with the family regularly."
            : "It is not recorded when progress was last checked with those who see the family.",
      };
    const since = facts.progressCheckedOn === "none" ? facts.leadsSince : facts.progressCheckedOn;
    return {
      ...owed,
      due: { day: addDays(since, days) },
      ifMissed: "The lead professional is told.",
      because: `Progress was last known on ${inWords(since)}. Check it again with those who see the family, within ${days} days.`,
    };
  },
});

/** While a risk is open it is stated again and again that what is done works; whoever stands in for the lead does it. */
export const riskIsStated = (given: RuleHead, { days }: Every): Watching => ({
  ...given,
  title: "While a risk is open, a statement on it",
  force: "must",
  apply: (facts): DutySaid | undefined => {
    const { openRisk } = facts;
    if (openRisk === "none") return undefined;
    const owed = {
      ...(facts.isAway === true ? byManager(facts) : byLead(facts)),
      act: "quality.state-risk",
    } as const;
    if (openRisk === "not-recorded")
      return {
        ...owed,
        due: "unknown",
        because: "It is not recorded whether there is a risk to this child or from this child. Say so first.",
      };
    if (openRisk.statedOn === "not-recorded")
      return { ...owed, due: "unknown", because: "It is not recorded when the last statement on the risk was made." };
    const since = openRisk.statedOn === "none" ? openRisk.since : openRisk.statedOn;
    return {
      ...owed,
      due: { day: addDays(since, days) },
      because: `${openRisk.statedOn === "none" ? "The risk is open since" : "The last statement was of"} ${inWords(since)}. Say again within ${days} days that what is done works and the child is better off, or what you did because it does not.`,
    };
  },
});

/** What a practitioner raises with the lead shows its age until it is answered. */
export const issueIsAnswered = (given: RuleHead): Watching => ({
  ...given,
  title: "What is raised with the lead is answered",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.issues
      .filter(({ answeredOn, raisedOn }) => !isLocalDate(answeredOn) && raisedOn <= dayOf(asAt))
      .map(({ id, by, raisedOn }) => {
        const age = daysBetween(raisedOn, dayOf(asAt));
        return {
          ...byLead(facts),
          act: "quality.answer-issue",
          due: "at-once",
          because: `Issue ${id}, raised by ${by}, has been open ${age} ${age === 1 ? "day" : "days"}. Answer it.`,
        };
      }),
});

const contactWith = (
  facts: WatchingFacts,
  whom: string,
  act: string,
  last: string,
  since: LocalDate,
  days: number,
): DutySaid => {
  const owed = {
    who: "supervising-officer",
    whoId: facts.lead,
    act,
    onAccountOf: "supervising-officer",
    about: theChild(facts.child.id),
  } as const;
  if (last === "not-recorded")
    return { ...owed, due: "unknown", because: `It is not recorded when there was contact with ${whom}.` };
  const from = isLocalDate(last) ? last : since;
  return {
    ...owed,
    due: { day: addDays(from, days) },
    because: `Contact with ${whom} is counted from ${inWords(from)}; the next is due within ${days} days.`,
  };
};

/** While a young person is in custody: the establishment about progress, and the parents, each with its own clock. */
export const contactInCustody = (given: RuleHead, { days }: Every): Watching => ({
  ...given,
  title: "Contact with the establishment, and with the parents",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const { custody } = facts;
    if (custody === "not-recorded")
      return [
        {
          who: "supervising-officer",
          whoId: facts.lead,
          act: "quality.contact-establishment",
          due: "unknown",
          onAccountOf: "supervising-officer",
          about: theChild(facts.child.id),
          because: "It is not recorded whether this child is in custody. If so, contact is owed.",
        },
      ];
    if (custody === "none" || custody.since > dayOf(asAt)) return undefined;
    const { since, establishmentOn, parentsOn } = custody;
    return [
      contactWith(facts, "the establishment", "quality.contact-establishment", establishmentOn, since, days),
      contactWith(facts, "parents or carers", "quality.contact-parents", parentsOn, since, days),
    ];
  },
});
