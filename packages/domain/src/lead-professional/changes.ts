import { dueAfter } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule } from "../kernel/gate.ts";
import { addDays, addMonths, inWords, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { levelsOfNeed } from "../vocabulary/plans.ts";
import type { ChangeFacts, TrustedPersonFacts } from "./ending-model.ts";

type Change = DutyRule<ChangeFacts>;
const leadId = ({ lead }: ChangeFacts) => (lead === "none" || lead === "not-recorded" ? {} : { whoId: lead });
const ofLead = (facts: ChangeFacts) =>
  ({ who: "lead-professional", ...leadId(facts), onAccountOf: "lead-professional" }) as const;

/** A practitioner joins: the next meeting asks whether the lead is still the right one. */
export const askStillRight = (given: RuleHead): Change => ({
  ...given,
  title: "Still the right lead? Asked when somebody joins",
  force: "should",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { nextMeetingOn } = facts;
    return facts.joined
      .filter(({ on, askedOn }) => on <= day && !(isLocalDate(askedOn) && askedOn >= on))
      .map(
        ({ id, on }): DutySaid => ({
          ...ofLead(facts),
          act: `lead-professional.ask-still-right:${id}`,
          due: isLocalDate(nextMeetingOn) ? { day: nextMeetingOn } : "unknown",
          about: thePlan(facts),
          because: `Somebody joined the team on ${inWords(on)}: ask at the next meeting whether the lead professional is still the right one.`,
        }),
      );
  },
});

/** Anybody on the plan may propose that somebody else leads, saying what changed; the manager answers, and the present lead stays meanwhile. */
export const answerProposal = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Change => ({
  ...given,
  title: "A proposal of another lead is answered",
  force: "must",
  apply: (facts, asAt) =>
    facts.proposals
      .filter(({ on, answeredOn }) => on <= dayOf(asAt) && !isLocalDate(answeredOn))
      .map(({ id, on, by, saysWhatChanged }): DutySaid => {
        const about =
          by === "practitioner" || by === "line-manager" ? thePlan(facts) : subject("family", facts.child.id);
        if (saysWhatChanged !== true)
          return {
            who: "line-manager",
            act: `lead-professional.ask-what-changed:${id}`,
            due: "at-once",
            onAccountOf: "line-manager",
            about,
            because: "Somebody proposed another lead and it is not recorded what has changed: ask them.",
          };
        return {
          who: "line-manager",
          act: `lead-professional.answer-proposal:${id}`,
          due: dueAfter(on, { count: workingDays, unit: "working-days" }, facts.calendar),
          onAccountOf: "line-manager",
          about,
          because: `On ${inWords(on)} somebody on the plan proposed another lead and said what has changed. Answer it; the present lead stays in post meanwhile.`,
        };
      }),
});

/** Moving between levels of need never drops the lead silently: it is a handover, with who, when, why and what is passed on. */
export const handOverOnLevelChange = (given: RuleHead): Change => ({
  ...given,
  title: "A change of level is a handover",
  force: "must",
  apply: (facts, asAt) => {
    const { levelChange: change } = facts;
    if (typeof change === "string" || change.from === change.to || isLocalDate(change.handoverOpenedOn))
      return undefined;
    if (dayOf(asAt) < change.on) return undefined;
    return {
      ...ofLead(facts),
      act: "handover.open-for-level",
      due: { day: change.on },
      about: theChild(facts.child.id),
      because: `The level changed on ${inWords(change.on)}, from "${levelsOfNeed[change.from].label}" to "${levelsOfNeed[change.to].label}". The lead stays until a handover says who is next, from when, why, and what is passed on.`,
    };
  },
});

/** Before a key point such as a new school it is settled whether the lead stays; where somebody else fits better the handover is planned in time. */
export const planHandoverForKeyPoint = (given: RuleHead, { months }: { readonly months: number }): Change => ({
  ...given,
  title: "The lead stays through key points, or hands over in time",
  force: "should",
  apply: (facts, asAt) => {
    const { keyPoint } = facts;
    if (typeof keyPoint === "string" || keyPoint.leadStays === true || isLocalDate(keyPoint.handoverOpenedOn))
      return undefined;
    const opens = addMonths(keyPoint.on, -months);
    if (dayOf(asAt) < opens) return undefined;
    const isAsked = keyPoint.leadStays === "not-recorded";
    return {
      ...ofLead(facts),
      act: isAsked ? "handover.settle-for-key-point" : "handover.open-for-key-point",
      due: { day: opens },
      ifMissed: "It shows as late to the lead's manager.",
      about: theChild(facts.child.id),
      because: isAsked
        ? `A key point comes on ${inWords(keyPoint.on)}. Settle whether the lead stays through it or somebody else fits better.`
        : `A key point comes on ${inWords(keyPoint.on)} and somebody else fits better: name the next lead and the day, and plan what is passed on, telling the family and introducing them.`,
    };
  },
});

/** Before a child leaves a specialist service the needs are looked at again with everybody who may help afterwards. */
export const reassessBeforeLeaving = (
  given: RuleHead,
  { opensDaysBefore }: { readonly opensDaysBefore: number },
): Change => ({
  ...given,
  title: "Needs are looked at again before a specialist service ends",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const isReassessed = (on: LocalDate | "none" | "not-recorded", opens: LocalDate) =>
      isDoneBy(on, day) && on >= opens;
    return facts.specialistServices
      .map((service) => ({ ...service, opens: addDays(service.lastDay, -opensDaysBefore) }))
      .filter(({ opens, reassessedOn }) => day >= opens && !isReassessed(reassessedOn, opens))
      .map(
        ({ id, lastDay }): DutySaid => ({
          who: "social-worker",
          ...leadId(facts),
          act: `reassess-needs:${id}`,
          due: { day: lastDay },
          ifMissed: "The service ends on its day; the plan cannot close until it is done.",
          onAccountOf: "social-worker",
          about: theChild(facts.child.id),
          because: `A specialist service ${day > lastDay ? "ended" : "ends"} on ${inWords(lastDay)}. Look at the needs again with everybody who may help afterwards.`,
        }),
      );
  },
});

/** The adult the child trusts is told of changed appointments and of meetings for the child's plan. */
export const tellTrustedPerson = (given: RuleHead): Change => ({
  ...given,
  title: "The person the child trusts is told of appointments and meetings",
  force: "should",
  apply: (facts, asAt) => {
    const { trustedPerson } = facts;
    if (trustedPerson === "none" || trustedPerson === "not-recorded") return undefined;
    return facts.notices
      .filter(({ changedOn, toldOn }) => changedOn <= dayOf(asAt) && !isLocalDate(toldOn))
      .map(
        ({ id, kind }): DutySaid => ({
          ...ofLead(facts),
          act: `trusted-person.tell:${id}`,
          due: "at-once",
          about: thePractitioner(trustedPerson),
          because: `Tell the person the child trusts of the ${kind === "meeting" ? "meeting" : "changed appointment"}; they may be asked for views.`,
        }),
      );
  },
});

/** What the adult a child trusts may see and do: dates and views, not the plan itself and nobody else's record. */
export const trustedPersonsPart = (given: RuleHead): GateRule<TrustedPersonFacts> => ({
  ...given,
  title: "What the person the child trusts may see and do",
  force: "must",
  apply: ({ act, person }) => {
    const about = thePractitioner(person);
    switch (act) {
      case "see-appointments":
      case "see-meetings":
        return {
          effect: "permits",
          about,
          because: "The person the child trusts sees when appointments and meetings of the child's plan are.",
        };
      case "give-views":
        return { effect: "permits", about, because: "The person the child trusts may be asked for views." };
      case "edit-plan":
        return {
          effect: "prevents",
          about,
          because: "The plan is the lead's to change. The person the child trusts gives views on it.",
        };
      case "see-another-family-member":
        return {
          effect: "prevents",
          about,
          because: "The person the child trusts sees nothing of other members of the family.",
        };
    }
  },
});
