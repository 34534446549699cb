import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type { StaysFacts } from "./model.ts";

/** On the day somebody else begins to lead, child and family are told that the named person is still part of the team. */
export const toldThatNamedPersonStays = (given: RuleHead): DutyRule<StaysFacts> => ({
  ...given,
  title: "Child and family are told that the named person stays",
  force: "must",
  apply: ({ child, namedPerson, lead, childToldOn, familyToldOn }, asAt): readonly DutySaid[] | undefined => {
    if (lead === "none" || lead === "not-recorded" || lead.id === namedPerson || dayOf(asAt) < lead.from)
      return undefined;
    const both = [
      { whom: "child", on: childToldOn, about: theChild(child.id) },
      { whom: "family", on: familyToldOn, about: subject("family", child.id) },
    ] as const;
    return both
      .filter(({ on }) => !isLocalDate(on))
      .map(({ whom, on, about }) => ({
        who: "lead-professional",
        whoId: lead.id,
        act: `named-person.tell-${whom}-who-stays`,
        due: { day: lead.from },
        ifMissed: "It stays open on the page of the lead's start.",
        onAccountOf: "lead-professional",
        about,
        because: `Somebody else leads since ${inWords(lead.from)}. ${on === "not-recorded" ? `It is not recorded that the ${whom} was told` : `Tell the ${whom}`} that the named person is still part of the team.`,
      }));
  },
});
