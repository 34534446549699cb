import { byId, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import {
  type Absence,
  type Cover,
  dueOn,
  isGone,
  lastDayBefore,
  nthMissed,
  theLead,
  workingDaysAway,
} from "./cover-days.ts";

/** A planned absence of some length is covered before it starts; on the last working day before it a manager hears that it is not. */
export const planCover = (
  given: RuleHead,
  { workingDays, elseNote }: { readonly workingDays: number; readonly elseNote: boolean },
): Cover => ({
  ...given,
  title: "Cover is in place before a planned absence",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, cover, calendar, lead, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || !absence.isPlanned || isGone(absence, day)) return undefined;
    if (day < absence.knownOn) return undefined;
    const about = theLead(facts);
    const before = lastDayBefore(absence, calendar);
    const due = dueOn(before);
    if (isKnown(cover) && cover.from <= absence.from) return tellFamilyWhoCovers(facts, absence, cover, due, asAt);
    const length = workingDaysAway(absence, calendar);
    const late = isKnown(cover) ? `, and cover begins only on ${inWords(cover.from)}` : "";
    const away = `The lead is away from ${inWords(absence.from)}`;
    if (length === undefined)
      return {
        who: "line-manager",
        ...byId(lineManager),
        act: "cover.record-length",
        due,
        onAccountOf: "line-manager",
        about,
        because: isLocalDate(absence.expectedBackOn)
          ? `${away}, and the bank holidays of that time are not yet published. Agree who covers before then.`
          : `${away}, and it is not known for how many working days. Record when the lead is expected back.`,
      };
    if (length < workingDays)
      return elseNote
        ? {
            who: "lead-professional",
            ...byId(lead),
            act: "cover.write-note",
            due,
            onAccountOf: "lead-professional",
            about,
            because: `${away}, for ${length} working day${length === 1 ? "" : "s"}: a cover note says whom to turn to.`,
          }
        : undefined;
    const plan = `${away}, for ${length} working days${late}: agree who covers before then, and tell the family.`;
    return [
      {
        who: "lead-professional",
        ...byId(lead),
        act: "cover.plan",
        due,
        onAccountOf: "lead-professional",
        about,
        because: plan,
        ifMissed: "The line manager is told that cover is missing.",
      },
      {
        who: "line-manager",
        ...byId(lineManager),
        act: "cover.plan",
        due,
        onAccountOf: "line-manager",
        about,
        because: plan,
        ifMissed: "The line manager is the contact from the first day away.",
      },
      ...(isLocalDate(before) && day >= before
        ? [
            {
              who: "line-manager" as const,
              ...byId(lineManager),
              act: "cover.missing",
              due: "at-once" as const,
              onAccountOf: "line-manager" as const,
              about,
              because: `${isKnown(cover) ? `Cover begins only on ${inWords(cover.from)} and is missing` : "Cover is missing"} for ${inWords(absence.from)}: put the deputy or somebody else in place today.`,
            },
          ]
        : []),
    ];
  },
});

type Named = Exclude<Parameters<Cover["apply"]>[0]["cover"], string>;

/** Once somebody covers from the first day, the family is still to be told who, before that day. */
function tellFamilyWhoCovers(
  facts: Parameters<Cover["apply"]>[0],
  { from }: Absence,
  { id, familyToldOn }: Named,
  due: DutySaid["due"],
  asAt: Moment,
): DutySaid | undefined {
  if (isLocalDate(familyToldOn)) return undefined;
  const isRecorded =
    familyToldOn === "not-recorded" ? "it is not recorded that the family knows" : "the family has not been told";
  return {
    who: "lead-professional",
    ...byId(facts.lead),
    act: "cover.tell-family",
    due,
    onAccountOf: "lead-professional",
    about: theLead(facts),
    because: `The lead is away from ${inWords(from)} and ${id} covers: ${isRecorded}. Tell the family by name ${dayOf(asAt) < from ? "before then" : "now"}.`,
    ifMissed: "The line manager tells the family who their contact is.",
  };
}

/** An absence that nobody expected: the manager may act at once, and has decided by the end of the nth working day missed. */
export const decideUnplanned = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Cover => ({
  ...given,
  title: "An unexpected absence is decided within some working days",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, coverDecidedOn, cover, calendar, lineManager } = facts;
    const day = dayOf(asAt);
    if (typeof absence === "string" || absence.isPlanned || day < absence.from || isGone(absence, day))
      return undefined;
    if (isLocalDate(coverDecidedOn) || isKnown(cover)) return undefined;
    const last = nthMissed(absence, workingDays, calendar);
    const about = theLead(facts);
    const decide: DutySaid = {
      who: "line-manager",
      ...byId(lineManager),
      act: "cover.decide",
      due: dueOn(last),
      ifMissed: "It shows to the manager's own manager.",
      onAccountOf: "line-manager",
      about,
      because: `The lead is away unexpectedly since ${inWords(absence.from)}: the deputy may be put in place at once, and it is decided by the end of the ${ordinal(workingDays)} working day missed.`,
    };
    if (!isLocalDate(last) || day <= last) return decide;
    return [
      decide,
      {
        who: "senior-manager",
        act: "cover.decision-overdue",
        due: "at-once",
        onAccountOf: "line-manager",
        about,
        because: `How the lead's absence since ${inWords(absence.from)} is covered should have been decided by ${inWords(last)}.`,
      },
    ];
  },
});

const ordinal = (n: number) => (n === 1 ? "first" : n === 2 ? "second" : n === 3 ? "third" : `${n}th`);

/** On return the role comes back by a handover note, and the family is told that day. */
export const returnIsTold = (given: RuleHead): Cover => ({
  ...given,
  title: "The family is told of the lead's return that day",
  force: "should",
  apply: (facts, asAt) => {
    const { absence, cover, lead } = facts;
    if (typeof absence === "string" || typeof cover === "string" || !isLocalDate(absence.backOn)) return undefined;
    if (isLocalDate(absence.returnFamilyToldOn) || dayOf(asAt) < absence.backOn) return undefined;
    const about = theLead(facts);
    const due = { day: absence.backOn };
    return [
      {
        who: "deputy",
        whoId: cover.id,
        act: "cover.write-handover-note",
        due,
        onAccountOf: "deputy",
        about,
        because: "The role comes back to the lead: write down what happened meanwhile.",
      },
      {
        who: "lead-professional",
        ...byId(lead),
        act: "cover.tell-family-of-return",
        due,
        onAccountOf: "lead-professional",
        about,
        because: `Both confirmed the return for ${inWords(absence.backOn)}. Tell the family that day that the lead is their contact again.`,
      },
    ];
  },
});
