import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { holdsOn, inWords, isLocalDate, lastDayOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { HelpingFacts, TwoRolesFacts } from "./model.ts";

type Helping = DesignationRule<HelpingFacts>;
const unknown = (facts: HelpingFacts, missing: string, because: string): DesignationSaid => ({
  tier: "unknown",
  missing,
  about: theChild(facts.child.id),
  because,
});

/** For extra help inside one agency the named person is the first contact and co-ordinates it. No lead professional is called for. */
export const helpsInsideAgency = (given: RuleHead): Helping => ({
  ...given,
  title: "Inside the agency the named person is first contact and co-ordinates",
  apply: (facts): DesignationSaid | undefined => {
    const { child, namedPerson, help, way } = facts;
    if (way === "also-lead" || way === "beside-a-lead") return undefined;
    if (help === "not-recorded")
      return unknown(facts, "which help the child has", "Record which extra help the child has.");
    if (namedPerson === "not-recorded")
      return unknown(facts, "who the named person is", "Record who the child's named person is.");
    if (help.length === 0) return undefined;
    if (way === "not-recorded")
      return unknown(
        facts,
        "which way the named person helps",
        "The child has extra help. Record which way the named person helps: inside the agency, as lead professional too, or beside another who leads.",
      );
    if (namedPerson === "none" || help.some(({ agency }) => agency !== namedPerson.agency)) return undefined;
    return {
      tier: "expected",
      holder: { kind: "person", id: namedPerson.id, post: "named-person" },
      order: 1,
      about: theChild(child.id),
      because:
        "All the extra help comes from the named person's own agency. The named person is the first contact and co-ordinates it; no lead professional is called for.",
    };
  },
});

/** Which way the named person helps is on record: as lead professional too, or beside another lead, who then has a name. */
export const helpsBesideLead = (given: RuleHead): Helping => ({
  ...given,
  title: "Which way the named person helps",
  force: "must",
  apply: (facts, asAt): DesignationSaid | readonly DesignationSaid[] | undefined => {
    const { child, namedPerson, way, lead } = facts;
    if (way !== "also-lead" && way !== "beside-a-lead") return undefined;
    if (namedPerson === "none" || namedPerson === "not-recorded")
      return unknown(
        facts,
        "who the named person is",
        "Record who the child's named person is: the role stays whoever leads.",
      );
    if (lead === "none" || lead === "not-recorded")
      return unknown(
        facts,
        "who the lead professional is",
        "Somebody leads beside the named person or in that person. Record the lead professional's name and the first day.",
      );
    const about = theChild(child.id);
    const own = { kind: "person", id: namedPerson.id, post: "named-person" } as const;
    if (!holdsOn(lead, dayOf(asAt)))
      return {
        tier: "expected",
        holder: own,
        order: 1,
        about,
        because:
          dayOf(asAt) < lead.from
            ? `Until ${inWords(lead.from)} the named person is the first contact and co-ordinates.`
            : `Nobody has led since ${inWords(lead.until === undefined ? lead.from : lastDayOf(lead.until))}: the named person has responsibility again.`,
      };
    if ((lead.id === namedPerson.id) !== (way === "also-lead"))
      return unknown(
        facts,
        "which way the named person helps",
        way === "also-lead"
          ? "It is recorded that the named person leads too, and somebody else is recorded as lead professional. Record which of the two is right."
          : "It is recorded that somebody else leads, and the lead professional is the named person. Record which of the two is right.",
      );
    if (way === "also-lead")
      return {
        tier: "must",
        holder: own,
        order: 1,
        from: lead.from,
        about,
        because: `Since ${inWords(lead.from)} the named person leads the plan too, and has the duties of both.`,
      };
    return [
      {
        tier: "must",
        holder: { kind: "person", id: lead.id, post: "lead-professional" },
        order: 1,
        from: lead.from,
        about,
        because: `Since ${inWords(lead.from)} the lead professional co-ordinates, and is the usual contact for the plan.`,
      },
      {
        tier: "may",
        holder: own,
        order: 2,
        about,
        because: "The named person stays on the team, keeps the routine checks, and can be turned to at any time.",
      },
    ];
  },
});

const headings = { "lead-professional": "As lead professional", "named-person": "As named person" } as const;

/**
 * Somebody who is both has both kinds of task, each under its own heading. The end of the lead role ends the tasks of the
 * lead and none of the named person's.
 */
export const keepsBothKindsOfTask = (given: RuleHead): DutyRule<TwoRolesFacts> => ({
  ...given,
  title: "Both kinds of task, each under its own role",
  force: "must",
  apply: ({ child, namedPerson, alsoLead, tasks }, asAt): readonly DutySaid[] => {
    const leads = typeof alsoLead === "object" && holdsOn(alsoLead, dayOf(asAt));
    const owed = tasks.filter((task) => task.as === "named-person" || leads || alsoLead === "not-recorded");
    return owed.map((task) => ({
      who: task.as,
      whoId: namedPerson,
      act: task.as === "named-person" ? "named-person.own-task" : "named-person.task-as-lead",
      due: isLocalDate(task.dueOn) ? { day: task.dueOn } : "unknown",
      onAccountOf: task.as,
      about: theChild(child.id),
      because:
        task.as === "lead-professional" && alsoLead === "not-recorded"
          ? `${headings[task.as]}: ${task.id}. It is not recorded on which days the named person leads too; the task stays until it is.`
          : `${headings[task.as]}: ${task.id}.`,
    }));
  },
});
