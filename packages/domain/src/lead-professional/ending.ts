import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, inWords, isDoneBy, isLocalDate, type LocalDate, untilAfter } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { EndingFacts, ReopeningFacts } from "./ending-model.ts";

type Ending = GateRule<EndingFacts>;
const notRecorded = (missing: string, about: Subject): GateSaid => ({
  effect: "unknown",
  missing,
  about,
  because: `It is not recorded ${missing}.`,
});

/** A specialist assessment that starts ends nobody's lead. */
export const assessmentEndsNothing = (given: RuleHead): Ending => ({
  ...given,
  title: "A specialist assessment does not end the lead",
  force: "must",
  apply: (facts) =>
    facts.because !== "specialist-assessment-started"
      ? undefined
      : {
          effect: "prevents",
          about: thePlan(facts),
          because:
            "A specialist assessment is running, and that ends nothing: the lead stays until the law names another or a handover is complete.",
        },
});

/** Where a lead is still needed the old one ends only when the next one starts. */
export const notWithoutNext = (given: RuleHead): Ending => ({
  ...given,
  title: "No lead ends without the next one in place",
  force: "must",
  apply: (facts) => {
    const { isStillNeeded, successor, on } = facts;
    const about = thePlan(facts);
    if (isStillNeeded === "not-recorded") return notRecorded("whether a lead is still needed", about);
    if (!isStillNeeded)
      return { effect: "permits", about, because: "A lead professional is no longer needed from then." };
    if (successor === "not-recorded" || (successor !== "none" && successor.acceptedOn === "not-recorded"))
      return notRecorded("who leads next, and whether that person accepted", about);
    if (successor === "none" || !isLocalDate(successor.acceptedOn))
      return {
        effect: "prevents",
        about,
        because: "A lead is still needed and nobody has accepted to follow: the present lead stays.",
      };
    const next = untilAfter(on);
    return successor.startsOn <= next
      ? { effect: "permits", about, because: `The next lead starts on ${inWords(successor.startsOn)}.` }
      : {
          effect: "prevents",
          about,
          because: `The next lead starts on ${inWords(successor.startsOn)}: the present one stays until the day before.`,
        };
  },
});

/** After statutory support the steps of the transfer come first, where help goes on as one response. */
export const stepsFirst = (given: RuleHead): Ending => ({
  ...given,
  title: "The steps out of statutory support come first",
  force: "must",
  apply: (facts) => {
    if (facts.because !== "statutory-support-ended") return undefined;
    const about = thePlan(facts);
    if (facts.openSteps === "not-recorded") return notRecorded("which steps of the transfer are open", about);
    return facts.openSteps.length === 0
      ? { effect: "permits", about, because: "Every step of the transfer is done." }
      : {
          effect: "prevents",
          about,
          because: `Steps of the transfer are still open: ${facts.openSteps.map((one) => one.replaceAll("-", " ")).join(", ")}.`,
        };
  },
});

/**
 * A plan does not close while a specialist service ended without the needs having been looked at again: near its end or
 * since, not at some earlier time, and not on a day still to come.
 */
export const reassessedFirst = (given: RuleHead, { daysBefore }: { readonly daysBefore: number }): Ending => ({
  ...given,
  title: "Needs were looked at again after a specialist service",
  force: "must",
  apply: (facts) =>
    facts.ends !== "plan"
      ? undefined
      : facts.specialistServices.map(({ lastDay, reassessedOn }): GateSaid => {
          const about = theChild(facts.child.id);
          const ended = `A specialist service ${lastDay < facts.on ? "ended" : "ends"} on ${inWords(lastDay)}`;
          if (reassessedOn === "not-recorded")
            return notRecorded("whether needs were looked at again after a specialist service", about);
          if (!isDoneBy(reassessedOn, facts.on))
            return {
              effect: "prevents",
              about,
              because: `${ended} and the needs were not looked at again. The social worker does that before the plan closes.`,
            };
          const opens = addDays(lastDay, -daysBefore);
          return reassessedOn < opens
            ? {
                effect: "prevents",
                about,
                because: `${ended}. The needs were last looked at on ${inWords(reassessedOn)}, which is too early to count: the social worker looks at them again, on ${inWords(opens)} or later, before the plan closes.`,
              }
            : {
                effect: "permits",
                about,
                because: `${ended}, and the needs were looked at again on ${inWords(reassessedOn)}.`,
              };
        }),
});

/** A lead ends with what was reached, the family's view and somebody to turn to afterwards. */
export const endsWithWhatFollows = (given: RuleHead): Ending => ({
  ...given,
  title: "An ending holds what was reached and whom to call",
  force: "should",
  apply: (facts) => {
    if (facts.because === "specialist-assessment-started" || facts.isStillNeeded === true) return undefined;
    const family = subject("family", facts.child.id);
    return [
      written("the outcomes", facts.outcomesRecorded, theChild(facts.child.id)),
      written("the family's view", facts.familysViewRecorded, family),
      contact(facts, family),
    ];
  },
});

function written(what: string, state: boolean | "not-recorded", about: Subject): GateSaid {
  if (state === "not-recorded")
    return notRecorded(`whether ${what} ${what.endsWith("s") ? "were" : "was"} written down`, about);
  return state
    ? {
        effect: "permits",
        about,
        because: `${what[0]?.toUpperCase()}${what.slice(1)} stand${what.endsWith("s") ? "" : "s"} on record.`,
      }
    : { effect: "prevents", about, because: `Write down ${what} first.` };
}

const contact = ({ contactAfterwards }: EndingFacts, about: Subject): GateSaid =>
  contactAfterwards === "not-recorded"
    ? notRecorded("whom the family calls afterwards", about)
    : contactAfterwards === "none"
      ? { effect: "prevents", about, because: "Say whom the family calls afterwards, and tell them." }
      : { effect: "permits", about, because: "The family knows whom to call afterwards." };

/** The present named person is told beforehand and confirms; until then the lead stays. */
export const namedPersonConfirms = (given: RuleHead): Ending => ({
  ...given,
  title: "The named person confirms before the lead ends",
  force: "must",
  apply: (facts) => {
    const { namedPerson, on, because } = facts;
    if (because !== "no-longer-needed") return undefined;
    if (namedPerson === "not-recorded" || namedPerson === "none")
      return {
        effect: "unknown",
        missing: "who the present named person is",
        about: theChild(facts.child.id),
        because: "It is not recorded who the child's present named person is, to whom responsibility returns.",
      };
    const about = thePractitioner(namedPerson.id);
    if (!isLocalDate(namedPerson.toldOn) || namedPerson.toldOn >= untilAfter(on))
      return namedPerson.toldOn === "not-recorded"
        ? notRecorded("whether the named person was told", about)
        : { effect: "prevents", about, because: "Tell the present named person first that responsibility returns." };
    if (namedPerson.confirmedOn === "not-recorded") return notRecorded("whether the named person confirmed", about);
    return isLocalDate(namedPerson.confirmedOn) && namedPerson.confirmedOn <= on
      ? {
          effect: "permits",
          about,
          because: `The named person confirmed on ${inWords(namedPerson.confirmedOn)}; the lead ends on ${inWords(on)}, and responsibility returns.`,
        }
      : {
          effect: "prevents",
          about,
          because: "The present named person has not confirmed: the lead stays until then.",
        };
  },
});

/** Extra help ends in planned steps: child and family told, each agency's last day, and whom to call afterwards. Not before the last of them. */
export const endsSmoothly = (given: RuleHead): Ending => ({
  ...given,
  title: "Extra help ends in planned steps",
  force: "must",
  apply: (facts) => {
    if (facts.because !== "no-longer-needed") return undefined;
    const family = subject("family", facts.child.id);
    return [
      toldBy("the child", facts.childToldOn, facts.on, theChild(facts.child.id)),
      toldBy("the family", facts.familyToldOn, facts.on, family),
      lastDays(facts),
      contact(facts, family),
    ];
  },
});

function toldBy(whom: string, toldOn: EndingFacts["childToldOn"], on: LocalDate, about: Subject): GateSaid {
  if (toldOn === "not-recorded") return notRecorded(`whether ${whom} was told that the help ends`, about);
  return isLocalDate(toldOn) && toldOn <= on
    ? { effect: "permits", about, because: `It is on record that ${whom} was told on ${inWords(toldOn)}.` }
    : { effect: "prevents", about, because: `Before that day ${whom} is told that the help ends, and when.` };
}

function lastDays(facts: EndingFacts): GateSaid {
  const about = thePlan(facts);
  if (facts.agencies === "not-recorded") return notRecorded("which agencies still help", about);
  const open = facts.agencies
    .filter(({ lastDay }) => !isLocalDate(lastDay))
    .map(({ agency }) => agencyKinds[agency].label);
  if (open.length > 0) return notRecorded(`the last day of ${open.join(", ")}`, about);
  const last = facts.agencies
    .flatMap(({ lastDay }) => (isLocalDate(lastDay) ? [lastDay] : []))
    .sort()
    .at(-1);
  if (last === undefined || last <= facts.on)
    return { effect: "permits", about, because: "Every agency's last day is on record, and none is later." };
  return {
    effect: "prevents",
    from: last,
    about,
    because: `The last help ends on ${inWords(last)}: the plan can close on that day and not before.`,
  };
}

/** Help that is left becomes a single-agency plan of the named person's, or ends. */
export const remainingHelpHasAPlace = (given: RuleHead): Ending => ({
  ...given,
  title: "Help that is left has a place",
  force: "must",
  apply: (facts) => {
    const { openActions, remainingHelp, because } = facts;
    if (because !== "no-longer-needed" || openActions === 0) return undefined;
    const about = thePlan(facts);
    if (openActions === "not-recorded") return notRecorded("whether actions are still open", about);
    if (remainingHelp === "not-recorded") return notRecorded("what becomes of the actions that are left", about);
    if (remainingHelp === "none")
      return {
        effect: "prevents",
        about,
        because:
          "Actions are still open: they go into a single-agency plan that the named person leads, or they end. Say which.",
      };
    return {
      effect: "permits",
      about,
      because:
        remainingHelp === "ends"
          ? "The actions that are left end with the plan."
          : `What is left (${openActions} action${openActions === 1 ? "" : "s"}) goes into a single-agency plan, led by the named person from the day the lead ends.`,
    };
  },
});

type Reopening = GateRule<ReopeningFacts>;

/** Need that returns before the last day changes nothing; after it a new episode begins, linked to the earlier one. */
export const reopensLinked = (given: RuleHead): Reopening => ({
  ...given,
  title: "Help taken up again is linked to what was before",
  force: "must",
  apply: ({ child, endedOn, isLinkedToEarlier }, asAt) => {
    const about = theChild(child.id);
    if (endedOn === "not-recorded") return notRecorded("whether an earlier episode ended", about);
    if (endedOn === "none" || dayOf(asAt) <= endedOn)
      return {
        effect: "prevents",
        about,
        because: "The earlier episode has not ended. It goes on with the lead it has; nothing is taken up again.",
      };
    return isLinkedToEarlier
      ? {
          effect: "permits",
          about,
          because: `The episode that ended on ${inWords(endedOn)} stays as it was; a new one begins, linked to it.`,
        }
      : { effect: "prevents", about, because: `Link the new episode to the one that ended on ${inWords(endedOn)}.` };
  },
});
