import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { AssessmentDutiesFacts } from "./model.ts";

type Duty = DutyRule<AssessmentDutiesFacts>;
const ofNamedPerson = { who: "named-person", onAccountOf: "named-person" } as const;

/** Information that was asked for stays open until the answer is there, and it is said whether it was of use. */
export const answersAreFollowed = (given: RuleHead): Duty => ({
  ...given,
  title: "What was asked of others is followed until it is answered",
  apply: ({ child, requests }, asAt) =>
    requests
      .filter(({ askedOn }) => askedOn <= dayOf(asAt))
      .flatMap(({ id, askedOn, answeredOn, isUseful }): readonly DutySaid[] => {
        const about = theChild(child.id);
        if (!isLocalDate(answeredOn))
          return [
            {
              ...ofNamedPerson,
              act: `assessment.follow-request:${id}`,
              due: "unknown",
              about,
              because: `Asked on ${inWords(askedOn)} and not answered yet: it stays open until the answer is attached.`,
            },
          ];
        if (isUseful !== "not-recorded") return [];
        return [
          {
            ...ofNamedPerson,
            act: `assessment.judge-answer:${id}`,
            due: "at-once",
            about,
            because: `Answered on ${inWords(answeredOn)}: mark whether it was of use.`,
          },
        ];
      }),
});

/** Help that is assessed as needed is asked for when it was decided: now, from a day, or once something has come about. */
export const helpIsAskedForInTime = (given: RuleHead): Duty => ({
  ...given,
  title: "When to ask for help is decided, and then it is asked for",
  apply: ({ child, help }) =>
    help
      .filter(({ askedForOn }) => !isLocalDate(askedForOn))
      .flatMap(({ id, decidedOn, when }): readonly DutySaid[] => {
        const said = { ...ofNamedPerson, about: theChild(child.id) };
        if (when === "not-recorded")
          return [
            {
              ...said,
              act: `assessment.decide-when:${id}`,
              due: "at-once",
              because: "Help is assessed as needed: decide whether it is asked for now, from a day, or on a condition.",
            },
          ];
        const on = dayToAsk(when, decidedOn);
        if (on === undefined) return [];
        return [
          {
            ...said,
            act: `assessment.ask-for-help:${id}`,
            due: { day: on },
            from: on,
            because: `It was decided to ask for this help from ${inWords(on)}: ask on that day, and not before.`,
          },
        ];
      }),
});

type When = Exclude<AssessmentDutiesFacts["help"][number]["when"], "not-recorded">;
function dayToAsk(when: When, decidedOn: LocalDate): LocalDate | undefined {
  if (when.is === "now") return decidedOn;
  if (when.is === "from") return when.on;
  return isLocalDate(when.metOn) ? when.metOn : undefined;
}

/** When the main need becomes another one, the team asks who is best placed now. Nobody is replaced by that. */
export const askWhoLeads = (given: RuleHead): Duty => ({
  ...given,
  title: "Another main need: the team asks who leads",
  force: "must",
  apply: ({ child, mainNeed }): DutySaid | undefined => {
    if (typeof mainNeed === "string" || !isLocalDate(mainNeed.changedOn)) return undefined;
    const { changedOn, askedWhoLeadsOn } = mainNeed;
    if (isLocalDate(askedWhoLeadsOn) && askedWhoLeadsOn >= changedOn) return undefined;
    return {
      who: "practitioners-involved",
      act: "assessment.review-who-leads",
      due: "at-once",
      onAccountOf: "practitioners-involved",
      about: theChild(child.id),
      because: `The main need has been another one since ${inWords(changedOn)}: ask whether somebody else is better placed to lead. Whoever leads goes on until the team decides.`,
    };
  },
});
