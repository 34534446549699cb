import { z } from "zod";
import { DoneOn, orNone, Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import { inWords, isLocalDate, type LocalDate, LocalDateSchema } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild, theFamily } from "../kernel/subject.ts";
import { listed, startingSmall } from "../kernel/words.ts";
import { Statuses, statusesOn } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";

/** Facts for "May the need for a lead professional close because the plan was refused?" */
export const RefusedFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  refused: orNone(
    z.strictObject({
      by: z.enum(["child", "family"]),
      on: LocalDateSchema,
      /** Whether what they said is written down. */
      isWritten: recorded(z.boolean()),
    }),
  ),
  safetyIsThePrimaryIssue: recorded(z.boolean()),
  /** The latest day on which something called for a plan anew. */
  newTriggerOn: DoneOn,
});
export type RefusedFacts = z.infer<typeof RefusedFacts>;

export const refused: GateQuestion<RefusedFacts> = {
  shape: "gate",
  title: "May the need for a lead professional close because the plan was refused?",
  facts: RefusedFacts,
  factsUsed: ({ child, refused: refusal, safetyIsThePrimaryIssue, newTriggerOn }) => [
    ...used(theFamily({ child }), { "plan refused": refusal }),
    ...used(theChild(child.id), {
      "legal statuses":
        child.statuses === "not-recorded"
          ? child.statuses
          : child.statuses.map(({ kind, from, until }) => [kind, from, until].join(" ").trim()),
      "safety is the primary issue": safetyIsThePrimaryIssue,
      "called for anew on": newTriggerOn,
    }),
  ],
};

type Refused = GateRule<RefusedFacts>;

/** The refusal that stands on a day. */
const refusalOn = ({ refused: refusal }: RefusedFacts, day: LocalDate) =>
  typeof refusal !== "string" && refusal.on <= day ? refusal : undefined;

/** A child or a family may refuse. The need closes as declined; nothing else does, and the refusal is no concern by itself. */
export const refusalClosesNeed = (given: RuleHead): Refused => ({
  ...given,
  title: "A plan may be refused, and nothing else closes with it",
  force: "may",
  apply: (facts, asAt) => {
    const say = sayOf(theFamily(facts));
    if (facts.refused === "not-recorded")
      return say.unknown("whether the plan was refused", "Record whether the child or the family refused the plan.");
    const refusal = refusalOn(facts, dayOf(asAt));
    if (refusal === undefined) return say.prevents("Nobody has refused the plan, so the need for a lead stays.");
    const closes = `The ${refusal.by} refused the plan on ${inWords(refusal.on)}. The need for a lead professional closes as declined. Each agency's own help goes on, and the refusal is no concern by itself.`;
    if (refusal.isWritten === true) return say.permits(closes);
    return refusal.isWritten === false
      ? say.permitsIf(
          [{ what: "evidence", from: "practitioner", for: "what they said in refusing it", code: "refusal-in-words" }],
          `${closes} Write down what they said.`,
        )
      : say.unknown(
          "what they said in refusing it",
          `${closes} It is not recorded what they said: write it down first.`,
        );
  },
});

/** What the law or a child's safety asks for is not refused: the need stays. */
export const notUnderCompulsion = (
  given: RuleHead,
  { kinds }: { readonly kinds: readonly LegalStatusKind[] },
): Refused => ({
  ...given,
  title: "A measure in law, and safety, are the exception",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    if (refusalOn(facts, day) === undefined) return undefined;
    const { child, safetyIsThePrimaryIssue } = facts;
    const say = sayOf(theChild(child.id));
    const held = statusesOn(child.statuses, day, kinds).map(({ kind }) => startingSmall(legalStatuses[kind].label));
    if (held.length > 0)
      return say.prevents(
        `The need for a lead stays, though the plan was refused: ${listed([...new Set(held)])}. Say so to the family, and which part is open to them.`,
      );
    if (safetyIsThePrimaryIssue === true)
      return say.prevents(
        "The need for a lead stays, though the plan was refused: the child's safety is the primary issue. Say so to the family.",
      );
    if (child.statuses === "not-recorded")
      return say.unknown(
        "legal statuses",
        "Record the child's legal statuses: one of them may keep the need for a lead.",
      );
    return safetyIsThePrimaryIssue === "not-recorded"
      ? say.unknown(
          "whether safety is the primary issue",
          "Record whether the child's safety is the primary issue: if it is, the need for a lead stays.",
        )
      : undefined;
  },
});

/** A refusal speaks of what was asked then: whatever calls for a plan later raises the need anew. */
export const newTriggerRaisesNeed = (given: RuleHead): Refused => ({
  ...given,
  title: "Whatever calls for a plan after a refusal raises the need anew",
  force: "must",
  apply: (facts, asAt) => {
    const refusal = refusalOn(facts, dayOf(asAt));
    if (refusal === undefined) return undefined;
    const { newTriggerOn } = facts;
    const say = sayOf(theChild(facts.child.id));
    if (newTriggerOn === "not-recorded")
      return say.unknown(
        "whether anything called for a plan since",
        "Record whether anything has called for a plan since the refusal.",
      );
    return isLocalDate(newTriggerOn) && newTriggerOn > refusal.on
      ? say.prevents(
          `Something called for a plan on ${inWords(newTriggerOn)}, after the refusal: it raises a new need. Ask the child and the family again.`,
        )
      : undefined;
  },
});
