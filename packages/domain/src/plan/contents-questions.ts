import type { GateQuestion } from "../kernel/question.ts";
import { type FactUsed, subject, theChild, thePlan } from "../kernel/subject.ts";
import {
  ActionFacts,
  ChoiceOpensFacts,
  ContentsFacts,
  FormatFacts,
  ItemFacts,
  type PlannedAction,
} from "./contents-model.ts";
import { fact } from "./saying.ts";

const used = ({ id, tags, owners, dueOn, state, monitor, review }: PlannedAction, about: FactUsed["about"]): FactUsed =>
  fact(about, `action ${id}`, [
    ...(owners === "not-recorded" ? ["owners not-recorded"] : owners.map((owner) => `${owner.id} ${owner.agency}`)),
    dueOn,
    state,
    monitor,
    review,
    ...tags,
  ]);

export const contents: GateQuestion<ContentsFacts> = {
  shape: "gate",
  title: "Does this plan hold what it must?",
  facts: ContentsFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { plan, child, needs, outcomes, actions, agencies, lead, views, ...rest } = facts;
    return [
      fact(about, "reach", plan.reach),
      ...(needs === "not-recorded"
        ? [fact(theChild(child.id), "needs", needs)]
        : needs.map(({ id, section, rank, inPlan, tags }) =>
            fact(theChild(child.id), `need ${id}`, [section, String(rank), inPlan ? "in plan" : "not now", ...tags]),
          )),
      ...(outcomes === "not-recorded"
        ? [fact(about, "outcomes", outcomes)]
        : outcomes.map(({ id, tags }) => fact(about, `outcome ${id}`, tags))),
      ...(actions === "not-recorded"
        ? [fact(about, "actions", actions)]
        : actions.map((action) => used(action, about))),
      fact(about, "agencies", agencies),
      fact(about, "lead", lead),
      fact(about, "why the lead owns everything is written down", rest.leadOwnsAllReasonGiven),
      fact(about, "review on", rest.reviewOn),
      fact(theChild(child.id), "child's view on", views.child.on),
      fact(theChild(child.id), "why there is no child's view is written down", views.child.reasonGiven),
      fact(subject("family", child.id), "family's view on", views.family.on),
      fact(subject("family", child.id), "why there is no family's view is written down", views.family.reasonGiven),
    ];
  },
};

export const format: GateQuestion<FormatFacts> = {
  shape: "gate",
  title: "Are the plan's headings the usual ones?",
  facts: FormatFacts,
  factsUsed: (facts) => [
    fact(thePlan(facts), "headings", facts.headings),
    fact(
      theChild(facts.child.id),
      "hearing",
      typeof facts.hearing === "string" ? facts.hearing : [facts.hearing.on, facts.hearing.reasonsWrittenOn],
    ),
  ],
};

export const action: GateQuestion<ActionFacts> = {
  shape: "gate",
  title: "Does this action hold what it must?",
  facts: ActionFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { id, owners, dueOn, state } = facts.action;
    return [
      fact(about, "action", id),
      fact(about, "owners", owners === "not-recorded" ? owners : owners.map((owner) => `${owner.id} ${owner.agency}`)),
      fact(about, "due on", dueOn),
      fact(about, "state", state),
    ];
  },
};

export const item: GateQuestion<ItemFacts> = {
  shape: "gate",
  title: "May this item of an agency's record go into the plan?",
  facts: ItemFacts,
  factsUsed: ({ child, item: { id, sourceOn }, isPicked, namedPerson, confirmed }) => {
    const about = theChild(child.id);
    return [
      fact(about, "item", [id, sourceOn]),
      fact(about, "picked by itself", isPicked),
      fact(about, "named person", namedPerson),
      fact(
        about,
        "confirmed",
        typeof confirmed === "string"
          ? confirmed
          : [confirmed.by, confirmed.on, `accurate ${confirmed.isAccurate}`, `relevant ${confirmed.isRelevant}`],
      ),
    ];
  },
};

export const choiceOpens: GateQuestion<ChoiceOpensFacts> = {
  shape: "gate",
  title: "May the choice of a lead begin?",
  facts: ChoiceOpensFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { needs, outcomes, attendees } = facts;
    return [
      fact(about, "needs", needs),
      fact(about, "outcomes", outcomes),
      fact(
        about,
        "contributions",
        attendees === "not-recorded"
          ? attendees
          : attendees.map(({ id, hasContribution }) => `${id} ${hasContribution}`),
      ),
    ];
  },
};
