import { dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { NeedFacts } from "./model.ts";

type Need = DutyRule<NeedFacts>;

/** The need that stands: raised by now, and no meeting held for it since. */
function openNeed({ need, heldOn }: NeedFacts, day: string) {
  if (need === "none" || need === "not-recorded" || day < need.raisedOn) return undefined;
  return isLocalDate(heldOn) && heldOn >= need.raisedOn ? undefined : need;
}
const isFamilys = (by: string) => by === "child" || by === "family";

/** When family and services need to meet the lead sees that they do, in time; from the day after, the lead's manager sees it too. */
export const meetingIsHeld = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Need => ({
  ...given,
  title: "A meeting that is needed is held",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const need = openNeed(facts, dayOf(asAt));
    if (!need || (need.familySays === "not-yet" && !isFamilys(need.by))) return undefined;
    const due = dueAfter(need.raisedOn, { count: workingDays, unit: "working-days" }, facts.calendar);
    const about = subject("area", facts.plan.id);
    const raised = `A meeting of the family and the services was asked for on ${inWords(need.raisedOn)}`;
    const held: DutySaid = {
      who: "lead-professional",
      ...byId(facts.lead),
      act: "meeting.hold",
      due,
      ifMissed: "From the day after, it shows as late to the lead professional and to their manager.",
      onAccountOf: "lead-professional",
      about,
      because: `${raised}. Make sure it takes place, of its own or as part of one that takes place anyway.`,
    };
    if (due === "not-published" || !isLate(due, asAt)) return [held];
    return [
      held,
      {
        who: "line-manager",
        ...byId(facts.leadsManager),
        act: "meeting.see-it-held",
        due: "at-once",
        onAccountOf: "lead-professional",
        about,
        because: `${raised} and was due by ${inWords(due.day)}. None has been held.`,
      },
    ];
  },
});

/** The lead agrees with the child or family when another meeting is needed. What they say is kept, and the next step is decided with them. */
export const familyAgreesToMeet = (given: RuleHead): Need => ({
  ...given,
  title: "The family agrees when another meeting is needed",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const need = openNeed(facts, dayOf(asAt));
    if (!need || isFamilys(need.by) || need.familySays === "agrees") return undefined;
    const owed = {
      who: "lead-professional",
      ...byId(facts.lead),
      due: "at-once",
      onAccountOf: "lead-professional",
      about: subject("family", facts.child.id),
    } as const;
    const asked = `A meeting was asked for on ${inWords(need.raisedOn)}`;
    return need.familySays === "not-yet"
      ? {
          ...owed,
          act: "meeting.decide-next-step",
          because: `${asked}, and the family said not yet. That is kept: decide the next step with them.`,
        }
      : {
          ...owed,
          act: "meeting.ask-family",
          because: `${asked}. Ask the family whether they agree, and write it down.`,
        };
  },
});
