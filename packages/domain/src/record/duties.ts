import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addMonths, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type { DirectoryFacts, RecordDutiesFacts } from "./model.ts";

type Duties = DutyRule<RecordDutiesFacts>;

/** A new problem goes to the lead professional at once, with what was done about it. */
export const leadIsToldOfProblem = (given: RuleHead): Duties => ({
  ...given,
  title: "The lead professional hears of a new problem at once",
  force: "must",
  apply: ({ child, lead, problems }, asAt): readonly DutySaid[] =>
    problems
      .filter(({ recordedOn, leadToldOn }) => recordedOn <= dayOf(asAt) && !isLocalDate(leadToldOn))
      .map(({ id, recordedOn, saysWhatWasDone }) => ({
        who: "practitioner",
        act: "record.tell-lead-of-problem",
        due: "at-once",
        onAccountOf: "practitioner",
        about: theChild(child.id),
        because: `Problem ${id} was recorded on ${inWords(recordedOn)}. Tell the lead professional${lead === "none" || lead === "not-recorded" ? "" : ` ${lead}`} at once${saysWhatWasDone === true ? ", with what was done about it." : "; it does not say yet what was done about it."}`,
      })),
});

/** The index of children shows who leads by the end of the day of the change. */
export const indexShowsLead = (given: RuleHead): Duties => ({
  ...given,
  title: "The index shows who leads the same day",
  apply: ({ child, leadChange }): DutySaid | undefined =>
    typeof leadChange === "string" || isLocalDate(leadChange.indexedOn)
      ? undefined
      : {
          who: "administrator",
          act: "record.publish-lead",
          due: { day: leadChange.on },
          ifMissed: "It stays on the list of what is not published, as overdue.",
          onAccountOf: "administrator",
          about: theChild(child.id),
          because: `Who leads changed on ${inWords(leadChange.on)}. The index shows the new name, agency and number by the end of that day.`,
        },
});

/** An entry of the directory is checked again within so many months; until then it may be out of date. */
export const entryIsChecked = (given: RuleHead, { months }: { readonly months: number }): DutyRule<DirectoryFacts> => ({
  ...given,
  title: "The directory's entries are checked",
  apply: ({ area, entry, checkedOn }): DutySaid => {
    const owed = {
      who: "administrator",
      act: "record.check-entry",
      onAccountOf: "administrator",
      about: subject("area", area),
    } as const;
    return isLocalDate(checkedOn)
      ? {
          ...owed,
          due: { day: addMonths(checkedOn, months) },
          ifMissed: "It is marked: may be out of date.",
          because: `Entry ${entry} was last checked on ${inWords(checkedOn)}.`,
        }
      : {
          ...owed,
          due: checkedOn === "none" ? "at-once" : "unknown",
          because: `It is not recorded that entry ${entry} was ever checked: it may be out of date.`,
        };
  },
});
