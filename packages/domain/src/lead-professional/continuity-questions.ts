import type { DesignationQuestion, DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { type FactUsed, type Subject, subject, thePractitioner } from "../kernel/subject.ts";
import { ActingFacts, ChainFacts, CoverFacts, StandInFacts } from "./continuity-model.ts";

const plan = (of: { readonly plan: { readonly id: string } }): Subject => subject("area", of.plan.id);

/** A fact that is a word or some fields, as codes and days: "none", or ["fay", "2026-12-14"]. */
const flat = (value: unknown): FactUsed["value"] => {
  if (value === undefined) return "";
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return Array.isArray(value)
    ? value.map((one) => [flat(one)].flat().join(" "))
    : Object.values(value).map((one) => String([flat(one)].flat().join(" ")));
};
const used = (about: Subject, facts: Readonly<Record<string, unknown>>): readonly FactUsed[] =>
  Object.entries(facts).map(([name, value]) => ({ about, name, value: flat(value) }));

export const acting: DesignationQuestion<ActingFacts> = {
  shape: "designation",
  title: "Who acts as lead professional, and who is the contact?",
  facts: ActingFacts,
  factsUsed: ({ child: _child, plan: id, ...facts }) =>
    used(plan({ plan: id }), {
      leads: facts.lead,
      away: facts.away,
      deputy: facts.deputy,
      cover: facts.cover,
      "after a statutory lead": facts.afterwards,
      "leads next": facts.successor,
    }),
};

export const standIn: GateQuestion<StandInFacts> = {
  shape: "gate",
  title: "May this person stand in for the lead?",
  facts: StandInFacts,
  factsUsed: ({ candidate, as, ...facts }) => [
    ...used(thePractitioner(candidate.id), {
      "stands in as": as,
      "is on the team": candidate.isOnTeam,
      "open actions": candidate.openActions,
      "may lead": candidate.mayLead,
      "is the lead's line manager": candidate.isLineManagerOfLead,
    }),
    ...used(plan(facts), {
      "somebody on the team qualifies": facts.somebodyQualifies,
      "manager's reason": facts.managersReasonGiven,
    }),
  ],
};

export const chain: GateQuestion<ChainFacts> = {
  shape: "gate",
  title: "May this chain of leads be recorded?",
  facts: ChainFacts,
  factsUsed: (facts) =>
    used(plan(facts), {
      "lead needed from": facts.neededFrom,
      "lead needed until": facts.neededUntil,
      assignments: facts.assignments,
    }),
};

export const cover: DutyQuestion<CoverFacts> = {
  shape: "duty",
  title: "What is owed while the lead is away, or leaves?",
  facts: CoverFacts,
  factsUsed: (facts) => [
    ...used(plan(facts), {
      "plan active from": facts.plan.activeFrom,
      services: facts.plan.services,
      leads: facts.lead,
      "line manager": facts.lineManager,
      team: facts.team,
      deputy: facts.deputy,
      cover: facts.cover,
      "cover decided on": facts.coverDecidedOn,
      "change looked at on": facts.changeReviewedOn,
      holding: facts.holding,
    }),
    ...used(facts.lead === "none" || facts.lead === "not-recorded" ? plan(facts) : thePractitioner(facts.lead), {
      absence: facts.absence,
      leaving: facts.leaving,
    }),
  ],
};
