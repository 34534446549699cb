import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { holdsOn, inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theFamily } from "../kernel/subject.ts";
import type { FamilyContactFacts } from "./family-model.ts";

type Contact = DesignationRule<FamilyContactFacts>;

/** The lead comes first and whoever covers stands beside them; while the lead is away the cover comes first. */
export const leadThenCover = (given: RuleHead): Contact => ({
  ...given,
  title: "The family sees whom to speak to, and who covers",
  force: "must",
  apply: (facts, asAt): DesignationSaid | readonly DesignationSaid[] | undefined => {
    const { lead, cover, leadIsAway } = facts;
    const about = theFamily(facts);
    if (lead === "not-recorded")
      return {
        tier: "unknown",
        missing: "who leads",
        about,
        because: "It is not recorded who leads. The family is told one name and one number: find out now.",
      };
    const day = dayOf(asAt);
    const leads = lead !== "none" && holdsOn(lead, day);
    if (!leads) return undefined;
    const stands = typeof cover === "object" && holdsOn(cover, day);
    const isAway = leadIsAway === true && stands;
    const first: DesignationSaid = {
      tier: isAway ? "may" : "must",
      holder: { kind: "person", id: lead.id, post: "lead-professional" },
      order: isAway ? 2 : 1,
      about,
      because: isAway
        ? "The lead professional is away. The family speaks to whoever covers until the lead is back."
        : "The family speaks to the lead professional first.",
    };
    if (stands)
      return [
        first,
        {
          tier: isAway ? "must" : "may",
          holder: { kind: "person", id: cover.id },
          order: isAway ? 1 : 2,
          about,
          because: isAway
            ? "This person covers while the lead professional is away, and comes first."
            : "This person covers when the lead professional is away.",
        },
      ];
    return leadIsAway === true || cover === "not-recorded"
      ? [
          first,
          {
            tier: "unknown",
            missing: "who covers when the lead is away",
            about,
            because: "It is not recorded who covers when the lead professional is away. The family is told a name.",
          },
        ]
      : first;
  },
});

/** Out of hours the family has somebody to reach, such as a duty line. */
export const outOfHoursToo = (given: RuleHead): Contact => ({
  ...given,
  title: "The family can reach somebody out of hours",
  apply: (facts): DesignationSaid | undefined => {
    const { outOfHours } = facts;
    if (outOfHours === "none" || outOfHours === "not-recorded") return undefined;
    return {
      tier: "may",
      holder: { kind: "person", id: outOfHours },
      order: 9,
      about: theFamily(facts),
      because: "Out of hours the family speaks to this contact.",
    };
  },
});

/** The lead is only the usual contact: the family may choose another for day-to-day messages, and the lead stays the lead. */
export const chosenInstead = (given: RuleHead): Contact => ({
  ...given,
  title: "The family may choose another contact",
  force: "may",
  apply: (facts, asAt): DesignationSaid | undefined => {
    const { chosen } = facts;
    if (chosen === "none" || chosen === "not-recorded" || dayOf(asAt) < chosen.from) return undefined;
    return {
      tier: "may",
      holder: { kind: "person", id: chosen.id },
      order: 1,
      from: chosen.from,
      about: theFamily(facts),
      because: `Since ${inWords(chosen.from)} the ${chosen.by} would rather speak to this person day by day. The lead professional stays the lead.`,
      ...(chosen.saysWhy
        ? {}
        : {
            needs: [
              { what: "reason", from: "lead-professional", for: "why another contact is shown", code: "other-contact" },
            ],
          }),
    };
  },
});

/** The child's named person is there to be turned to at any time, whoever leads. */
export const namedPersonAtAnyTime = (given: RuleHead): Contact => ({
  ...given,
  title: "The named person can be turned to at any time",
  force: "must",
  apply: (facts, asAt): DesignationSaid => {
    const { namedPerson, lead } = facts;
    const about = theFamily(facts);
    if (namedPerson === "not-recorded")
      return {
        tier: "unknown",
        missing: "who the named person is",
        about,
        because: "It is not recorded who the child's named person is, so nobody can be shown to the family.",
      };
    const leads = typeof lead === "object" && holdsOn(lead, dayOf(asAt));
    return {
      tier: leads ? "may" : "must",
      holder:
        namedPerson === "none"
          ? { kind: "post", post: "named-person" }
          : { kind: "person", id: namedPerson, post: "named-person" },
      order: leads ? 3 : 1,
      about,
      because: leads
        ? "Child and family can turn to the named person at any time, also while somebody else leads."
        : "Child and family see who the named person is, and turn to that person first.",
    };
  },
});
