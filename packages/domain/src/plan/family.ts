import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { FamilyPlanFacts, SingleAgencyFacts } from "./people-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

type Family = GateRule<FamilyPlanFacts>;

/** One plan for several children and adults. */
export const coversTheFamily = (given: RuleHead): Family => ({
  ...given,
  title: "One plan for the whole family",
  force: "should",
  apply: (facts): GateSaid => {
    const about = thePlan(facts);
    const { people } = facts;
    if (people === "not-recorded") return lacks(about, "whom the Family Plan is for");
    if (people.length < 2) return prevents(about, "A Family Plan is for two people or more: list everybody it is for.");
    const children = people.filter(({ as }) => as === "child").length;
    return permits(
      about,
      `The plan is for ${people.length} people: ${counted(children, "child", "children")} and ${counted(people.length - children, "adult")}.`,
    );
  },
});

/** Whoever the plan is for has a part of it with their name. */
export const partForEachPerson = (given: RuleHead): Family => ({
  ...given,
  title: "A part for each person",
  force: "should",
  apply: (facts): GateSaid | undefined => {
    const about = thePlan(facts);
    const { people, sections } = facts;
    if (people === "not-recorded") return undefined;
    if (sections === "not-recorded") return lacks(about, "which parts the Family Plan has");
    const without = people.filter(({ id }) => !sections.includes(id)).length;
    return without === 0
      ? permits(about, "Everybody the plan is for has a part of it.")
      : prevents(
          about,
          `The plan has no part for ${counted(without, "person", "people")} it is for. Each has a part, and each part is reviewed.`,
        );
  },
});

/** A Family Plan has one lead, who co-ordinates it and is the family's key contact; without one it is not active. */
export const oneLead = (given: RuleHead): Family => ({
  ...given,
  title: "One lead for the Family Plan",
  force: "must",
  apply: (facts): GateSaid => {
    const about = thePlan(facts);
    const { leads, deputy } = facts;
    if (leads === "not-recorded") return lacks(about, "who leads the Family Plan");
    const distinct = new Set(leads).size;
    if (distinct === 1) return permits(about, "One lead professional co-ordinates the Family Plan.");
    if (distinct > 1)
      return prevents(about, `The Family Plan has ${distinct} leads. Agree on one, who is the family's key contact.`);
    return prevents(
      about,
      isKnown(deputy)
        ? "No lead: this is urgent. The deputy is offered to take it up until the next lead accepts."
        : "No lead: this is urgent, and there is no deputy. Agree at once who is the family's key contact.",
    );
  },
});

/** Somebody who works with one age range, or with adults only, may lead the plan of a whole family. */
export const anyAgeRangeMayLead = (given: RuleHead): Family => ({
  ...given,
  title: "The lead may work with one age range only",
  force: "may",
  apply: (facts) =>
    facts.leadWorksWith === "one-age-range" || facts.leadWorksWith === "adults-only"
      ? permits(
          thePlan(facts),
          facts.leadWorksWith === "adults-only"
            ? "The lead works with adults only, and may lead a plan with children in it."
            : "The lead works with one age range only, and may lead the plan of the whole family.",
        )
      : undefined,
});

/** A sub-plan for one person is run by somebody on the team. */
export const subPlansAreRun = (given: RuleHead): Family => ({
  ...given,
  title: "Somebody on the team runs each sub-plan",
  force: "should",
  apply: (facts): readonly GateSaid[] =>
    facts.subPlans.map(({ manager, managerIsOnTheTeam }) => {
      const about = thePlan(facts);
      if (manager === "not-recorded") return lacks(about, "who runs each sub-plan");
      if (manager === "none")
        return prevents(about, "A sub-plan has nobody who runs it: agree on somebody on the team.");
      if (managerIsOnTheTeam === "not-recorded")
        return lacks(about, "whether each sub-plan is run by somebody on the team");
      return managerIsOnTheTeam
        ? permits(thePractitioner(manager), "The sub-plan is run by somebody on the team.")
        : prevents(thePractitioner(manager), "A sub-plan is run by somebody on the team: choose one of them.");
    }),
});

/** The named person leads the plan of one agency; another of the same agency with a reason, nobody of another one. */
export const namedPersonLeadsOwnPlan = (given: RuleHead): GateRule<SingleAgencyFacts> => ({
  ...given,
  title: "The named person leads a plan of one agency",
  force: "must",
  apply: (facts): GateSaid => {
    const { plan, leader, namedPerson } = facts;
    const about = theChild(facts.child.id);
    if (leader === "not-recorded") return lacks(about, "who leads the single-agency plan");
    if (leader === "none")
      return prevents(about, "Nobody leads the plan: the named person does, from preparing it on.");
    if (!isKnown(namedPerson)) return lacks(about, "who the named person is");
    if (leader.agency !== plan.agency)
      return prevents(
        about,
        `It is a plan of ${agencyKinds[plan.agency].label} alone: somebody of another agency leads only a plan of several.`,
      );
    if (leader.id === namedPerson) return permits(about, "The named person leads the plan, from preparing it on.");
    return facts.reasonGiven
      ? permits(about, "Somebody else in the agency leads the plan, and it is written down why.")
      : {
          effect: "permits-if",
          about,
          because: "The named person leads a plan of one agency. Write down why somebody else in the agency does.",
          needs: [
            {
              what: "reason",
              from: "named-person",
              for: "why somebody else leads the plan",
              code: "leads-for-named-person",
            },
          ],
        };
  },
});

/** Every action of such a plan is the agency's own: with one of another agency it is a plan of several. */
export const actionsOfOneAgency = (given: RuleHead): GateRule<SingleAgencyFacts> => ({
  ...given,
  title: "A plan of one agency holds its own actions",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const about = thePlan(facts);
    const { plan, actionAgencies } = facts;
    if (actionAgencies === "not-recorded") return lacks(about, "which agencies own the plan's actions");
    const others = [...new Set(actionAgencies.filter((agency) => agency !== plan.agency))];
    return others.length === 0
      ? permits(about, `Every action is one of ${agencyKinds[plan.agency].label}.`)
      : others.map((agency) =>
          prevents(
            subject("agency", agency),
            `${agencyKinds[agency].label} owns an action too: this is now a plan of several agencies, with a lead professional.`,
          ),
        );
  },
});
