import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { SiblingsFacts } from "./model.ts";

/**
 * The named persons of brothers and sisters hear that a concern or a plan opened or closed, and whom to speak to. What it
 * is about follows only with consent or on another basis; the flag itself can be held back by name, with a reason (HD-19).
 */
export const siblingsNamedPersonsHear = (given: RuleHead): DutyRule<SiblingsFacts> => ({
  ...given,
  title: "Named persons of brothers and sisters hear of it",
  force: "must",
  apply: ({ child, namedPerson, event, siblings }): DutySaid | readonly DutySaid[] => {
    const isNamed = namedPerson !== "none" && namedPerson !== "not-recorded";
    const owed = {
      who: "named-person",
      ...(isNamed ? { whoId: namedPerson } : {}),
      due: "at-once",
      onAccountOf: "named-person",
    } as const;
    if (siblings === "not-recorded")
      return {
        ...owed,
        act: "named-person.record-siblings",
        about: theChild(child.id),
        because:
          "It is not recorded whether the child has brothers or sisters. Record it, so that their named persons can be told.",
      };
    return siblings.flatMap((sibling): readonly DutySaid[] => {
      // Of the brother or sister, so that whoever knows of one of several learns nothing of the others.
      const about = theChild(sibling.child);
      if (sibling.child === child.id || sibling.heldBack === "with-reason") return [];
      if (isLocalDate(sibling.toldOn) && sibling.toldOn >= event.on) return [];
      if (isNamed && sibling.namedPerson === namedPerson) return [];
      if (sibling.heldBack === "without-reason")
        return [
          {
            ...owed,
            act: "named-person.reason-for-holding-back",
            about,
            because: "A sibling's named person is not told. Write down why, or tell them.",
          },
        ];
      return [
        {
          ...owed,
          act: "named-person.tell-sibling",
          about,
          because: `A ${event.of} ${event.is === "opened" ? "opened" : "was closed"} for a sibling on ${inWords(event.on)}: tell the named person of the brother or sister that much, and whom to speak to. What it is about is not told without consent or another basis.`,
        },
      ];
    });
  },
});
