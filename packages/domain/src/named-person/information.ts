import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addMonths, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { InformationFacts } from "./model.ts";

type Information = DutyRule<InformationFacts>;
const ofNamedPerson = { who: "named-person", onAccountOf: "named-person" } as const;

/**
 * Core information is confirmed every so many months, and again after a known change and at each handover (HD-6). From the
 * day after it was due it counts as stale.
 */
export const coreInformationConfirmed = (given: RuleHead, { months }: { readonly months: number }): Information => ({
  ...given,
  title: "Core information is up to date",
  force: "must",
  apply: ({ child, confirmedOn, changedOn, handedOverOn }, asAt): DutySaid => {
    const owed = {
      ...ofNamedPerson,
      act: "named-person.confirm-core-information",
      about: theChild(child.id),
    } as const;
    if (!isLocalDate(confirmedOn))
      return {
        ...owed,
        due: "at-once",
        because:
          confirmedOn === "none"
            ? "The core information was never confirmed. Confirm it now."
            : "It is not recorded when the core information was last confirmed. It counts as stale: confirm it now.",
      };
    const since = (day: LocalDate | "none" | "not-recorded"): day is LocalDate => isLocalDate(day) && day > confirmedOn;
    if (since(changedOn))
      return {
        ...owed,
        due: "at-once",
        because: `Something changed on ${inWords(changedOn)}, after the core information was last confirmed. It counts as stale: confirm it now.`,
      };
    if (since(handedOverOn))
      return {
        ...owed,
        due: "at-once",
        because: `The child was handed over on ${inWords(handedOverOn)}. The new named person confirms the core information now.`,
      };
    const day = addMonths(confirmedOn, months);
    return {
      ...owed,
      due: { day },
      because:
        dayOf(asAt) > day
          ? `The core information was last confirmed on ${inWords(confirmedOn)} and counts as stale. Confirm it now.`
          : `The core information was confirmed on ${inWords(confirmedOn)}. Confirm it again by ${inWords(day)}.`,
    };
  },
});

/** What comes in from another agency is filed as relevant or not, with where it came from and why; until then it is on the named person's list. */
export const arrivalsAreFiled = (given: RuleHead): Information => ({
  ...given,
  title: "What comes in is filed, with source and reason",
  force: "must",
  apply: ({ child, cameIn }): readonly DutySaid[] =>
    cameIn.flatMap((one): readonly DutySaid[] => {
      const isFiled = one.filed === "relevant" || one.filed === "not-relevant";
      const missing = [
        ...(isFiled ? [] : ["whether it is relevant"]),
        ...(one.source === "none" || one.source === "not-recorded" ? ["where it came from"] : []),
        ...(one.reasonGiven ? [] : ["why"]),
      ];
      if (missing.length === 0) return [];
      return [
        {
          ...ofNamedPerson,
          act: "named-person.file-what-came-in",
          due: "at-once",
          about: theChild(child.id),
          because: `Something came in on ${inWords(one.on)}. File it: write down ${missing.join(", ")}. It is closed to others until then.`,
        },
      ];
    }),
});
