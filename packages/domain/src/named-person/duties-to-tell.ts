import type { DutyRule } from "../kernel/duty.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type { NamedPersonDutiesFacts } from "./model.ts";

type Duty = DutyRule<NamedPersonDutiesFacts>;

/** Once decided, and again at each change, the child and the family are each told who it is. */
export const tellChildAndFamily = (given: RuleHead): Duty => ({
  ...given,
  title: "Child and family are each told who the named person is",
  force: "must",
  apply: ({ child, changedOn, toldChildOn, toldFamilyOn }) => {
    const owed = { who: "named-person", due: "at-once", onAccountOf: "named-person" } as const;
    const isTold = (on: string) => on >= changedOn && on !== "none" && on !== "not-recorded";
    return [
      ...(isTold(toldChildOn) || child.bornOn === "unborn"
        ? []
        : [
            {
              ...owed,
              act: "named-person.tell-child",
              about: theChild(child.id),
              because: "The child has not been told who their named person is since it was decided.",
            },
          ]),
      ...(isTold(toldFamilyOn)
        ? []
        : [
            {
              ...owed,
              act: "named-person.tell-family",
              about: subject("family", child.id),
              because: "The parents and carers have not been told who the named person is since it was decided.",
            },
          ]),
    ];
  },
});

/** What a school sends on entry names the person and what they are for, to the parents and, in its own words, to the child. */
export const entryInformation = (given: RuleHead): Duty => ({
  ...given,
  title: "The school's entry information names the person",
  force: "must",
  apply: ({ child, entry }) => {
    if (typeof entry === "string") return undefined;
    const owed = { who: "school", due: { day: entry.on }, onAccountOf: "school" } as const;
    return [
      ...(isLocalDate(entry.carersPartSentOn)
        ? []
        : [
            {
              ...owed,
              act: "named-person.entry-information-carers",
              about: subject("family", child.id),
              because: `The parents' information for ${entry.to} school has to name the person and say what they are for.`,
            },
          ]),
      ...(isLocalDate(entry.childsPartSentOn)
        ? []
        : [
            {
              ...owed,
              act: "named-person.entry-information-child",
              about: theChild(child.id),
              because:
                "The child has a part of their own in the entry information. Without it the information is incomplete.",
            },
          ]),
    ];
  },
});

/** The new school names somebody by the last pupil day of the old session (HD-3). */
export const assignBeforeSession = (given: RuleHead): Duty => ({
  ...given,
  title: "The new school assigns before the old session ends",
  force: "must",
  apply: ({ child, entry }) =>
    typeof entry === "string" || isLocalDate(entry.assignedOn)
      ? undefined
      : {
          who: "school",
          act: "named-person.assign",
          due: { day: entry.lastPupilDayBefore },
          ifMissed: "The child is listed as unassigned, and the named person before stays until somebody is assigned.",
          onAccountOf: "school",
          about: theChild(child.id),
          because: `The ${entry.to} school says who the named person will be before the session ends.`,
        },
});
