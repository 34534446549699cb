import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theFamily } from "../kernel/subject.ts";
import type { InterpretersFacts, RoleExplainedFacts } from "./family-model.ts";

/** A meeting is not confirmed while somebody who needs an interpreter has neither got one nor declined one. */
export const everybodyCanFollow = (given: RuleHead): GateRule<InterpretersFacts> => ({
  ...given,
  title: "Everybody can follow the meeting",
  force: "must",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    const about = theFamily(facts);
    if (facts.people === "not-recorded" || facts.people.length === 0)
      return {
        effect: "unknown",
        missing: "first languages and interpreter needs",
        about,
        because:
          "It is not recorded which languages child and family speak, and whether anybody needs an interpreter. Ask.",
      };
    return facts.people.map(({ needsInterpreter, interpreter }): GateSaid => {
      if (needsInterpreter === "not-recorded")
        return {
          effect: "unknown",
          missing: "whether an interpreter is needed",
          about,
          because: "It is not recorded whether an interpreter is needed. Ask before the meeting is confirmed.",
        };
      if (!needsInterpreter) return { effect: "permits", about, because: "No interpreter is needed." };
      if (interpreter === "booked") return { effect: "permits", about, because: "An interpreter is booked." };
      if (interpreter === "declined")
        return { effect: "permits", about, because: "An interpreter was offered and declined." };
      return {
        effect: "prevents",
        about,
        because:
          "An interpreter is needed, and none is booked or declined. The invitations wait until one is, or the offer is declined.",
      };
    });
  },
});

/** The key worker's role is explained at the first conference to the parents, and again at the core group to its members. */
export const roleIsExplainedTwice = (given: RuleHead): GateRule<RoleExplainedFacts> => ({
  ...given,
  title: "The key worker's role is explained twice",
  force: "must",
  apply: (facts, asAt): readonly GateSaid[] | undefined => {
    const about = theFamily(facts);
    if (facts.keyWorker === "none") return undefined;
    const times = [
      { at: facts.atConference, where: "the first conference" },
      { at: facts.atCoreGroup, where: "the core group" },
    ] as const;
    return times.map(({ at, where }): GateSaid => {
      if (at === "not-recorded")
        return {
          effect: "unknown",
          missing: `whether the key worker's role was explained at ${where}`,
          about,
          because: `It is not recorded whether the key worker's role was explained at ${where}. The record stays a draft.`,
        };
      if (at === "none" || at.on > dayOf(asAt))
        return {
          effect: "prevents",
          about,
          because: `The key worker's role is still to be explained at ${where}. The record stays a draft until it is.`,
        };
      return at.heardBy.length === 0
        ? {
            effect: "unknown",
            missing: `who heard it at ${where}`,
            about,
            because: `The key worker's role was explained at ${where} on ${inWords(at.on)}. Record who heard it.`,
          }
        : { effect: "permits", about, because: `It was explained at ${where} on ${inWords(at.on)}.` };
    });
  },
});
