import type { Clause } from "../../src/kernel/clause.ts";
import type { Decision } from "../../src/kernel/decision.ts";
import type { Holder } from "../../src/kernel/designation.ts";
import type { Due } from "../../src/kernel/due.ts";

/** A clause that is responsible for a change, and what it has to do with it. */
export type Responsible = {
  readonly rule: string;
  readonly clause: Clause;
  readonly how: "speaks no more" | "speaks now" | "says otherwise";
};

export type Change = { readonly before: string; readonly after: string; readonly responsible: readonly Responsible[] };

/**
 * Takes one question's decisions by two books, gives what would change and which clauses make it so; undefined where
 * the same would be decided, by whichever clauses. Reworded reasons are no change.
 */
export function changeBetween(one: Decision, other: Decision): Change | undefined {
  if (sameOutcome(one, other)) return undefined;
  const [before, after] = [summary(one), summary(other)];
  return { before, after, responsible: responsibleFor(one, other) };
}

/** What people would see done differently, without what only the record keeps. */
function outcomeOf(decision: Decision): unknown {
  switch (decision.shape) {
    case "gate":
      return [decision.answer, decision.needs, decision.decidedBy, decision.missing, decision.from];
    case "designation": {
      const { answer, tier, holders, accountable, barred, needs, missing } = decision;
      return [answer, tier, holders, accountable, barred, needs, missing];
    }
    case "duty":
      return [
        decision.answer,
        decision.owed.map(({ who, whoId, act, due, from, ifMissed, onAccountOf, needs }) => [
          ...[who, whoId, act, due, from, ifMissed, onAccountOf, needs],
        ]),
      ];
    case "ladder":
      return [decision.answer, decision.stages.map(({ rule: _, ...stage }) => stage), decision.next, decision.permits];
    case "measure":
      return [decision.answer, decision.amount, decision.missing];
  }
}

const sameOutcome = (one: Decision, other: Decision) =>
  JSON.stringify(outcomeOf(one)) === JSON.stringify(outcomeOf(other));

type AnyFinding = Decision["findings"][number];
/** What a finding comes to, whoever says it and in which words. */
const said = ({ because: _, clause: __, title: ___, rule: ____, strength: _____, ...rest }: AnyFinding) =>
  JSON.stringify(rest);

/** The clauses whose findings have no like on the other side: what both say is responsible for nothing. */
function responsibleFor(one: Decision, other: Decision): readonly Responsible[] {
  const [before, after] = [byRule(one.findings), byRule(other.findings)];
  const [heard, hearing] = [new Set(one.findings.map(said)), new Set(other.findings.map(said))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((rule): readonly Responsible[] => {
    const [mine, theirs] = [before.get(rule) ?? [], after.get(rule) ?? []];
    const speaker = theirs[0] ?? mine[0];
    const isNew = theirs.some((finding) => !heard.has(said(finding)));
    const isGone = mine.some((finding) => !hearing.has(said(finding)));
    if (speaker === undefined || !(isNew || isGone)) return [];
    const how = mine.length === 0 ? "speaks now" : theirs.length === 0 ? "speaks no more" : "says otherwise";
    return [{ rule, clause: speaker.clause, how }];
  });
}

const byRule = (findings: readonly AnyFinding[]): ReadonlyMap<string, readonly AnyFinding[]> => {
  const rules = new Map<string, AnyFinding[]>();
  for (const finding of findings) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding]);
  return rules;
};

/** The answer on one line, with what tells it from another of the same name. */
const summary = (decision: Decision): string => [...told(decision), ...stillOpen(decision)].join(", ");

/** What a decision still asks for, and which facts it lacks. */
function stillOpen(decision: Decision): readonly string[] {
  const needs = "needs" in decision ? decision.needs : [];
  const missing = "missing" in decision ? decision.missing : [];
  return [
    ...needs.map(({ what, from, code }) => `needs ${code ?? what} from ${from}`),
    ...missing.map((fact) => `not recorded: ${fact}`),
  ];
}

function told(decision: Decision): readonly string[] {
  switch (decision.shape) {
    case "gate":
      return [
        decision.answer,
        ...decision.decidedBy,
        ...(decision.from === undefined ? [] : [`from ${decision.from}`]),
      ];
    case "designation": {
      const { answer, tier, holders, barred } = decision;
      return [
        ...[answer, ...(tier === undefined ? [] : [tier])],
        ...holders.map(holderCode),
        ...barred.map((holder) => `barred ${holderCode(holder)}`),
      ];
    }
    case "duty":
      return decision.owed.length === 0
        ? [decision.answer]
        : decision.owed.map(({ who, act, due }) => `${who} ${act} ${dueCode(due)}`);
    case "ladder":
      return [`${decision.answer}:`, ...decision.stages.map(({ stage, state }) => `${stage} ${state}`)];
    case "measure":
      return [`${decision.answer} ${decision.amount}`];
  }
}

const holderCode = (holder: Holder): string =>
  holder.kind === "person"
    ? holder.id
    : holder.kind === "post"
      ? `the post ${holder.post}`
      : `the agency ${holder.agency}`;

const dueCode = (due: Due | string): string =>
  typeof due === "string" ? due : `by ${due.day}${due.hour === undefined ? "" : ` ${due.hour}`}`;
