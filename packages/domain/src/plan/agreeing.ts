import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { holdsOn, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { AgreeingFacts, Party } from "./agreeing-model.ts";
import { lacks, ofAsked, permits, prevents, whoIs } from "./saying.ts";

type Agreeing = GateRule<AgreeingFacts>;

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** It is the lead professional who records who agreed, and when. */
export const leadRecordsIt = (given: RuleHead): Agreeing => ({
  ...given,
  title: "The lead professional records who agreed",
  force: "must",
  apply: (facts) => {
    const about = thePlan(facts);
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (facts.lead === "not-recorded") return lacks(about, "who leads the plan");
    if (facts.lead === "none")
      return prevents(about, "Nobody leads the plan: agree on a lead professional, who then records who agreed.");
    return facts.by === facts.lead
      ? permits(about, "The lead professional records who agreed.")
      : prevents(about, "It is the lead professional who records that the plan is agreed.");
  },
});

/** The child, the family and every agency agree, each with a day; until then it is a draft. */
export const everyoneAgrees = (given: RuleHead): Agreeing => ({
  ...given,
  title: "Child, family and every agency agree, each with a day",
  force: "must",
  apply: (facts, asAt): readonly GateSaid[] => {
    const about = thePlan(facts);
    const { parties, agencies } = facts;
    if (parties === "not-recorded") return [lacks(about, "who agreed to the plan")];
    if (agencies === "not-recorded") return [lacks(about, "which agencies work to the plan")];
    const short = [...absent(facts, parties, agencies), ...parties.flatMap((party) => heldBack(party, facts))];
    if (short.length > 0) return short;
    const latest = parties
      .flatMap(({ word }) => (isKnown(word) && isLocalDate(word.on) ? [word.on] : []))
      .sort()
      .at(-1);
    if (latest === undefined) return [prevents(about, "Nobody has agreed to the plan yet: it stays a draft.")];
    return latest <= dayOf(asAt)
      ? [permits(about, `Everybody asked has agreed: the plan is agreed on ${inWords(latest)}.`)]
      : [{ effect: "prevents", from: latest, about, because: `The last of them agrees on ${inWords(latest)}.` }];
  },
});

function absent(
  facts: AgreeingFacts,
  parties: readonly Party[],
  agencies: Exclude<AgreeingFacts["agencies"], string>,
): readonly GateSaid[] {
  const people = (["child", "family"] as const)
    .filter((as) => !parties.some((party) => party.as === as))
    .map((as) =>
      prevents(
        ofAsked({ as, id: facts.child.id }, facts.child.id),
        `It is not written down what ${whoIs[as]} says to it: the plan stays a draft.`,
      ),
    );
  const services = [...new Set(agencies)]
    .filter((agency) => !parties.some((party) => party.as === "practitioner" && party.agency === agency))
    .map((agency) =>
      prevents(subject("agency", agency), `Nobody of ${agencyKinds[agency].label} has agreed: the plan stays a draft.`),
    );
  return [...people, ...services];
}

function heldBack({ id, as, word }: Party, { child }: AgreeingFacts): readonly GateSaid[] {
  const about = ofAsked({ as, id }, child.id);
  if (word === "not-recorded") return [lacks(about, `what ${whoIs[as]} says to the plan`)];
  if (word === "none") return [prevents(about, `${capital(whoIs[as])} has not agreed: the plan stays a draft.`)];
  if (word.says === "cannot-say")
    return as === "child" && word.reasonGiven
      ? []
      : [
          prevents(
            about,
            `Write down why ${whoIs[as]} was not asked: only a child too young says nothing, with the reason.`,
          ),
        ];
  if (!isLocalDate(word.on))
    return [prevents(about, `Give the day on which ${whoIs[as]} said so: without one the plan stays a draft.`)];
  if (word.says === "agrees") return [];
  if (!word.reasonGiven)
    return [prevents(about, `On ${inWords(word.on)} ${whoIs[as]} objected. Write down to what, and why.`)];
  return [
    prevents(
      about,
      as === "practitioner"
        ? `On ${inWords(word.on)} a practitioner objected. Settle it between you, or raise it as a disagreement; the plan stays a draft.`
        : `On ${inWords(word.on)} ${whoIs[as]} objected. Change the plan with them, or leave it: each agency's own help goes on.`,
    ),
  ];
}

/** A plan rests on an assessment of the child's needs. */
export const restsOnAssessment = (given: RuleHead): Agreeing => ({
  ...given,
  title: "It rests on an assessment",
  force: "must",
  apply: (facts) => {
    const about = theChild(facts.child.id);
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (facts.assessmentOn === "not-recorded") return lacks(about, "whether the plan is linked to an assessment");
    if (facts.assessmentOn === "none")
      return prevents(about, "Link the assessment of the child's needs first: the plan rests on it.");
    return permits(about, `The plan rests on the assessment of ${inWords(facts.assessmentOn)}.`);
  },
});

/** Each agency's own plan is taken in before several agree one: every action of it, or a reason why not. */
export const ownPlansAreTakenIn = (given: RuleHead): Agreeing => ({
  ...given,
  title: "Plans of one agency are taken in",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] | undefined => {
    const { ownPlans } = facts;
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (ownPlans === "not-recorded")
      return lacks(thePlan(facts), "which agencies have a plan of their own for the child");
    return ownPlans.map(({ agency, isLinked, actions }) => {
      const about = subject("agency", agency);
      const its = `The plan of ${agencyKinds[agency].label}`;
      if (!isLinked) return prevents(about, `${its} is still open by itself: link it, and take its actions in.`);
      if (actions === "not-recorded")
        return lacks(about, `which actions the plan of ${agencyKinds[agency].label} holds`);
      const open = actions.filter(({ became }) => became === "not-recorded").length;
      if (open > 0)
        return prevents(
          about,
          `${its} has ${counted(open, "action")} of which nothing is said: take each in, or set it aside with a reason.`,
        );
      const unexplained = actions.filter(({ became, reasonGiven }) => became === "set-aside" && !reasonGiven).length;
      if (unexplained > 0)
        return prevents(
          about,
          `${its} has ${counted(unexplained, "action")} set aside without a reason. Write it down.`,
        );
      const taken = actions.filter(({ became }) => became === "taken-in").length;
      return permits(
        about,
        `${its} is linked: ${counted(taken, "action")} taken in, ${actions.length - taken} set aside with a reason.`,
      );
    });
  },
});

/** A plan of several agencies has its core group, with or without an issue of safety. */
export const hasCoreGroup = (given: RuleHead): Agreeing => ({
  ...given,
  title: "Every plan of several agencies has a core group",
  force: "must",
  apply: (facts, asAt) => {
    const about = thePlan(facts);
    const { coreGroup } = facts;
    if (facts.plan.reach !== "multi-agency") return undefined;
    if (coreGroup === "not-recorded") return lacks(about, "who is in the core group");
    const members = coreGroup.filter((member) => holdsOn(member, dayOf(asAt)));
    return members.length === 0
      ? prevents(about, "The core group is empty. Name those who do the work, whether or not safety is an issue.")
      : permits(about, `The core group has ${counted(members.length, "member")}.`);
  },
});
