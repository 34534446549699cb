import type { GateQuestion } from "../kernel/question.ts";
import { theChild, thePlan } from "../kernel/subject.ts";
import { AgreeingFacts, ClearFacts, CoreGroupFacts, type CoreGroupMember, SigningFacts } from "./agreeing-model.ts";
import { fact } from "./saying.ts";

const members = (all: readonly CoreGroupMember[] | "not-recorded") =>
  all === "not-recorded"
    ? all
    : all.map(({ id, agency, role, from, until }) => `${id} ${agency} ${role} ${from} ${until ?? ""}`);

export const agreeing: GateQuestion<AgreeingFacts> = {
  shape: "gate",
  title: "May this plan be marked as agreed?",
  facts: AgreeingFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { parties, ownPlans } = facts;
    return [
      fact(about, "reach", facts.plan.reach),
      fact(about, "lead", facts.lead),
      fact(about, "marked by", facts.by),
      fact(about, "agencies", facts.agencies),
      ...(parties === "not-recorded"
        ? [fact(about, "agreed by", parties)]
        : parties.map(({ id, as, agency, word }) =>
            fact(
              about,
              `word of ${as} ${id}`,
              typeof word === "string"
                ? word
                : [agency, word.says, word.on, word.reasonGiven ? "with a reason" : "no reason"],
            ),
          )),
      fact(theChild(facts.child.id), "assessment on", facts.assessmentOn),
      ...(ownPlans === "not-recorded"
        ? [fact(about, "plans of one agency", ownPlans)]
        : ownPlans.map(({ id, agency, isLinked, actions }) =>
            fact(about, `plan of one agency ${id}`, [
              agency,
              isLinked ? "linked" : "not linked",
              ...(actions === "not-recorded"
                ? [actions]
                : actions.map((one) => `${one.id} ${one.became}${one.reasonGiven ? " with a reason" : ""}`)),
            ]),
          )),
      fact(about, "core group", members(facts.coreGroup)),
    ];
  },
};

export const signing: GateQuestion<SigningFacts> = {
  shape: "gate",
  title: "Is the plan signed?",
  facts: SigningFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { parties } = facts;
    return [
      fact(about, "version of", facts.versionOn),
      ...(parties === "not-recorded"
        ? [fact(about, "signatures", parties)]
        : parties.map(({ id, as, signature, refusal }) =>
            fact(about, `signature of ${as} ${id}`, [
              ...(typeof signature === "string" ? [signature] : [signature.by, signature.on, signature.witness]),
              ...(typeof refusal === "string"
                ? [refusal]
                : [refusal.on, refusal.reasonGiven ? "refused with a reason" : "refused"]),
            ]),
          )),
    ];
  },
};

export const clear: GateQuestion<ClearFacts> = {
  shape: "gate",
  title: "Is it clear to everybody who does what?",
  facts: ClearFacts,
  factsUsed: (facts) => {
    const about = thePlan(facts);
    const { people } = facts;
    return [
      fact(about, "list issued on", facts.issuedOn),
      ...(people === "not-recorded"
        ? [fact(about, "people on the list", people)]
        : people.map(({ id, as, agency, attends, word, answeredOn }) =>
            fact(about, `word of ${as} ${id}`, [
              agency,
              attends ? "at the meeting" : "not at the meeting",
              ...(typeof word === "string" ? [word] : [word.says, word.on]),
              answeredOn,
            ]),
          )),
    ];
  },
};

export const coreGroup: GateQuestion<CoreGroupFacts> = {
  shape: "gate",
  title: "Is this core group complete?",
  facts: CoreGroupFacts,
  factsUsed: (facts) => [fact(thePlan(facts), "members", members(facts.members))],
};
