import { answerLabel, type Clause, type Decision, lateFrom, roleLabels, subjectOf } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { DecisionView } from "./decision-schema.ts";
import {
  answerInWords,
  clocksOf,
  dueAsText,
  effectOf,
  needInWords,
  valueInWords,
  valueName,
  written,
} from "./decision-words.ts";
import { type DecisionReader, readerFor } from "./reader.ts";

type AnyFinding = Decision["findings"][number];

/**
 * A decision as one reader may see it. What rests on somebody whose record they may not see is counted, never shown;
 * the answer, the clauses that spoke and who decides always are.
 */
export function toDecisionView(decision: Decision, reader: DecisionReader): DecisionView {
  const all: readonly AnyFinding[] = decision.findings;
  const seen = all.filter(({ about }) => reader.sees(about));
  const facts = decision.facts.filter(({ about }) => reader.sees(about));
  const { title: edition, sources } = reader.editionOf(decision);
  const clauseOf = ({ source, at }: Clause) => ({ source, at, sourceTitle: sources[source]?.title ?? source });
  const nearest = seen
    .filter(({ liftedBy }) => liftedBy === undefined)
    .flatMap(clocksOf)
    .sort((a, b) => (lateFrom(a).at < lateFrom(b).at ? -1 : 1))[0];
  return {
    question: decision.question,
    title: decision.title,
    shape: decision.shape,
    answer: decision.answer,
    answerInWords: answerInWords(decision, reader),
    tone: answerLabel(decision.question, decision.shape, decision.answer).tone,
    decidedBy: "decidedBy" in decision ? decision.decidedBy.map((role) => roleLabels[role].label) : [],
    ...(nearest === undefined ? {} : { by: dueAsText(nearest) }),
    missing: [...new Set(seen.flatMap(missingIn))],
    findings: seen.map((finding) => ({
      rule: finding.rule,
      title: finding.title,
      because: finding.because,
      force: finding.force,
      strength: finding.strength,
      clause: clauseOf(finding.clause),
      effect: effectOf(decision, finding, reader),
      ...whoseOf(finding, reader),
      needs: (finding.needs ?? []).map(needInWords),
      ...(finding.liftedBy === undefined ? {} : { liftedBy: titleOf(finding.liftedBy, all) }),
    })),
    hiddenFindings: all.length - seen.length,
    clauses: distinct(all.map(({ clause }) => clause)).map(clauseOf),
    edition: `${edition}, edition ${decision.edition.version}`,
    adoptedFrom: decision.adoption.from,
    asAt: decision.asAt.at,
    asKnownAt: decision.asKnownAt.at,
    values: decision.values.map(({ name, value, clause, ours, reading }) => ({
      name: valueName(name),
      value: valueInWords(value, reader),
      ...(clause === undefined
        ? ours === undefined
          ? {}
          : { clause: "ours" }
        : { clause: `${clause.source} ${clause.at}` }),
      ...(reading === undefined ? {} : { reading }),
    })),
    facts: facts.map(({ about, name, value }) => ({
      about: aboutInWords(about, reader),
      name: written(name, reader),
      value: valueInWords(value, reader),
    })),
    hiddenFacts: decision.facts.length - facts.length,
  };
}

/** The same for several, with the reader's eyes looked up once. */
export async function decisionViews(
  records: Records,
  decisions: readonly Decision[],
): Promise<readonly DecisionView[]> {
  const reader = await readerFor(records, decisions);
  return decisions.map((decision) => toDecisionView(decision, reader));
}

/** One decision for the caller. */
export async function decisionView(records: Records, decision: Decision): Promise<DecisionView> {
  return toDecisionView(decision, await readerFor(records, [decision]));
}

const missingIn = (finding: AnyFinding): readonly string[] =>
  finding.liftedBy === undefined && "missing" in finding && finding.missing !== undefined ? [finding.missing] : [];

const titleOf = (rule: string, findings: readonly AnyFinding[]): string =>
  findings.find((finding) => finding.rule === rule)?.title ?? rule;

const distinct = (clauses: readonly Clause[]): readonly Clause[] => [
  ...new Map(clauses.map((clause) => [`${clause.source} ${clause.at}`, clause])).values(),
];

/** The name of the practitioner a finding is about, for a reader who may see it. */
function whoseOf({ about }: AnyFinding, { nameOf }: DecisionReader): { readonly whose?: string } {
  const { kind, id } = subjectOf(about);
  const name = kind === "practitioner" ? nameOf(id) : undefined;
  return name === undefined ? {} : { whose: name };
}

const kinds = {
  child: "The child",
  family: "The family",
  practitioner: "A practitioner",
  agency: "An agency",
  area: "This plan",
} as const;

function aboutInWords(about: Decision["facts"][number]["about"], { nameOf }: DecisionReader): string {
  const at = about.indexOf(":");
  const kind = about.slice(0, at) as keyof typeof kinds; // subjects are made by subject() alone
  const name = nameOf(about.slice(at + 1));
  if (kind === "family") return name === undefined ? kinds.family : `${name}'s family`;
  return name ?? kinds[kind];
}
