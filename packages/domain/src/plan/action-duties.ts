import { dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, daysBetween, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import type { ActionDutiesFacts } from "./duties-model.ts";

type Duties = DutyRule<ActionDutiesFacts>;

const ofLead = ({ lead }: ActionDutiesFacts) =>
  ({ who: "lead-professional", ...byId(lead), onAccountOf: "lead-professional" }) as const;
const isOpen = ({ action }: ActionDutiesFacts) => action.state === "planned" || action.state === "running";

/** The lead looks at every open action, and writes down when. */
export const actionIsChecked = (given: RuleHead, { days }: { readonly days: number }): Duties => ({
  ...given,
  title: "Every action is checked",
  force: "should",
  apply: (facts, asAt): DutySaid | undefined => {
    if (!isOpen(facts)) return undefined;
    const { id, checkedOn } = facts.action;
    const owed = { ...ofLead(facts), act: `plan.check-action:${id}`, about: thePlan(facts) } as const;
    if (checkedOn === "not-recorded")
      return { ...owed, due: "unknown", because: "It is not recorded when the action was last checked: check it." };
    const start = checkedOn === "none" ? facts.plan.agreedOn : checkedOn;
    if (!isLocalDate(start)) return undefined;
    const due = addDays(start, days);
    if (dayOf(asAt) < due) return undefined;
    const ago = counted(daysBetween(start, dayOf(asAt)), "day");
    return {
      ...owed,
      due: { day: due },
      because:
        checkedOn === "none"
          ? `The action has not been checked since the plan was agreed ${ago} ago.`
          : `The action was last checked ${ago} ago, on ${inWords(start)}.`,
    };
  },
});

/** Whoever owns an action keeps the lead informed; without a note for so long the owner is reminded, and later the lead. */
export const ownerKeepsInformed = (
  given: RuleHead,
  { days, daysToLead }: { readonly days: number; readonly daysToLead: number },
): Duties => ({
  ...given,
  title: "Each owner says how their part goes",
  force: "should",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    if (!isOpen(facts)) return undefined;
    const { id, owner, notedOn } = facts.action;
    const about = isKnown(owner) ? thePractitioner(owner) : thePlan(facts);
    const owners = {
      who: "action-owner",
      ...byId(owner),
      onAccountOf: "action-owner",
      act: `plan.say-how-it-goes:${id}`,
      about,
    } as const;
    if (notedOn === "not-recorded")
      return [
        {
          ...owners,
          due: "unknown",
          because: "It is not recorded when anything was last said about the action: say how it goes.",
        },
      ];
    const start = notedOn === "none" ? facts.plan.agreedOn : notedOn;
    if (!isLocalDate(start)) return undefined;
    const today = dayOf(asAt);
    const due = addDays(start, days);
    if (today < due) return undefined;
    const because = `Nothing has been said about the action for ${counted(daysBetween(start, today), "day")}`;
    const reminder: DutySaid = {
      ...owners,
      due: { day: due },
      ifMissed: "The lead professional is told.",
      because: `${because}: say how it goes.`,
    };
    return today < addDays(due, daysToLead)
      ? [reminder]
      : [
          reminder,
          {
            ...ofLead(facts),
            onAccountOf: "action-owner",
            act: `plan.ask-how-it-goes:${id}`,
            due: "at-once",
            about,
            because: `${because}, although the owner was reminded. Ask them; the lead professional does not answer for it.`,
          },
        ];
  },
});

/** Help starts at once where it can: what has not begun after so many working days needs its reason. */
export const startsAtOnce = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "Help starts straight away",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const { plan, action } = facts;
    if (!isOpen(facts) || !isLocalDate(plan.agreedOn) || action.noStartReasonGiven) return undefined;
    if (isLocalDate(action.startedOn)) return undefined;
    const by = dueAfter(plan.agreedOn, { count: workingDays, unit: "working-days" }, facts.calendar);
    if (by === "not-published" || !isLate(by, asAt)) return undefined;
    return {
      ...ofLead(facts),
      act: `plan.say-why-not-started:${action.id}`,
      due: "at-once",
      about: thePlan(facts),
      because: `The plan was agreed on ${inWords(plan.agreedOn)}, and this help was to have begun by ${inWords(by.day)}. Write down why that was not possible.`,
    };
  },
});

/** What was missed or declined is a task of the lead's: to help the child and the family to use it. */
export const missedOffersAreHelped = (given: RuleHead): Duties => ({
  ...given,
  title: "Help to use what is offered",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] => {
    const today = dayOf(asAt);
    const about = theChild(facts.child.id);
    const { helpToUseOn, offers, action } = facts;
    const isHelped = (on: string) => isLocalDate(helpToUseOn) && helpToUseOn <= today && on <= helpToUseOn;
    const past = offers.filter(({ on }) => on <= today);
    const missed = past.filter(({ was, on }) => (was === "missed" || was === "declined") && !isHelped(on));
    const last = missed
      .map(({ on }) => on)
      .sort()
      .at(-1);
    return [
      ...(last === undefined
        ? []
        : [
            {
              ...ofLead(facts),
              act: `plan.help-to-use:${action.id}`,
              due: "at-once",
              about,
              because: `${missed.length === 1 ? "One offer was" : `${missed.length} offers were`} missed or declined, the last on ${inWords(last)}. Find out what is in the way, and arrange help to use it.`,
            } as const,
          ]),
      ...past
        .filter(({ was }) => was === "not-recorded")
        .map(
          ({ id, on }): DutySaid => ({
            ...ofLead(facts),
            act: `plan.record-take-up:${id}`,
            due: "at-once",
            about,
            because: `Record whether what was offered on ${inWords(on)} was taken up.`,
          }),
        ),
    ];
  },
});

/** Help that has ended is looked back on by the family and by the practitioners. */
export const endIsEvaluated = (given: RuleHead): Duties => ({
  ...given,
  title: "What has ended is looked back on together",
  force: "should",
  apply: (facts): DutySaid | undefined => {
    const { id, endedOn, familyEvaluatedOn, practitionersEvaluatedOn } = facts.action;
    if (!isLocalDate(endedOn)) return undefined;
    const missing = [
      ...(isLocalDate(familyEvaluatedOn) ? [] : ["the family"]),
      ...(isLocalDate(practitionersEvaluatedOn) ? [] : ["the practitioners"]),
    ];
    return missing.length === 0
      ? undefined
      : {
          ...ofLead(facts),
          act: `plan.evaluate:${id}`,
          due: "at-once",
          about: subject("family", facts.child.id),
          because: `Evaluation missing: this help ended on ${inWords(endedOn)}, and nothing is recorded of what ${missing.join(" and ")} made of it.`,
        };
  },
});

/** A task that its owner queries is settled by the lead who gave it. */
export const queryIsSettled = (given: RuleHead): Duties => ({
  ...given,
  title: "A queried task is settled",
  force: "must",
  apply: (facts): DutySaid | undefined => {
    const { id, queriedOn, querySettledOn } = facts.action;
    if (!isLocalDate(queriedOn) || (isLocalDate(querySettledOn) && querySettledOn >= queriedOn)) return undefined;
    return {
      ...ofLead(facts),
      act: `plan.settle-query:${id}`,
      due: "at-once",
      about: thePlan(facts),
      because: `The task was queried on ${inWords(queriedOn)} and has no owner until that is settled: settle it.`,
    };
  },
});
