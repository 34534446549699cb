import type { Clause } from "../../src/kernel/clause.ts";
import type { Decision, ParameterValue, ValueUsed } from "../../src/kernel/decision.ts";
import type { Holder } from "../../src/kernel/designation.ts";
import { type Due, dueInWords } from "../../src/kernel/due.ts";
import { inWords } from "../../src/kernel/local-date.ts";
import { dayOf, type Moment, timeOf } from "../../src/kernel/moment.ts";
import type { Need } from "../../src/kernel/rule.ts";
import type { AdoptedRulebook, QuestionName } from "../../src/rulebooks/questions.ts";
import { type AgencyKind, agencyKinds } from "../../src/vocabulary/agencies.ts";
import { answerLabel } from "../../src/vocabulary/answers.ts";
import { type Post, posts } from "../../src/vocabulary/posts.ts";
import { roleLabels } from "../../src/vocabulary/roles.ts";
import { forceLabels, needLabels, stageStates, strengthLabels, tierLabels } from "../../src/vocabulary/rule-words.ts";
import { stageKinds } from "../../src/vocabulary/stages.ts";

type AnyFinding = Decision["findings"][number];

export const clauseInWords = ({ source, at }: Clause): string => `${source} ${at}`;

export const holderInWords = (holder: Holder): string => {
  if (holder.kind === "person") return holder.id;
  return holder.kind === "post"
    ? (posts[holder.post as Post]?.label ?? holder.post)
    : (agencyKinds[holder.agency as AgencyKind]?.label ?? holder.agency);
};

export const clockInWords = (due: Due | "at-once" | "not-published" | "unknown"): string => {
  if (due === "at-once") return "at once";
  if (due === "not-published") return "on a day that waits for the bank holidays to be published";
  return due === "unknown" ? "by a day that cannot be told yet" : dueInWords(due);
};

const momentInWords = (moment: Moment): string => {
  const time = timeOf(moment);
  return `${inWords(dayOf(moment))}${time === "12:00" ? "" : `, ${time}`}`;
};

const needInWords = ({ what, from, for: why, by }: Need): string =>
  `${needLabels[what].label} from ${roleLabels[from].label}: ${why}${by === undefined ? "" : `, ${dueInWords(by)}`}.`;

const valueInWords = (value: ParameterValue): string =>
  typeof value === "boolean"
    ? value
      ? "yes"
      : "no"
    : Array.isArray(value)
      ? value.join(", ") || "none"
      : String(value);

/** A decision as a practitioner would read it: the answer, what it still asks for, and each clause with its reason. */
export function decisionInWords(book: AdoptedRulebook, decision: Decision): string {
  const { question, title, asAt, asKnownAt, shape, answer, findings, departures } = decision;
  const standing = findings.filter(({ liftedBy }) => liftedBy === undefined);
  const aside = findings.filter(({ liftedBy }) => liftedBy !== undefined);
  const silence = answer === "silent" ? book.silence(question as QuestionName) : undefined;
  return [
    `${title}\n`,
    `${book.edition.title}, edition ${book.edition.version}. As at ${momentInWords(asAt)}${asKnownAt.at === asAt.at ? "" : `, as known at ${momentInWords(asKnownAt)}`}.\n\n`,
    `${answerLabel(question, shape, answer).label}.\n`,
    ...answered(decision).map((line) => `  ${line}\n`),
    ...(silence === undefined ? [] : [`  ${silence}\n`]),
    ...part("Why", standing.map(reason)),
    ...part(
      "Set aside here",
      aside.map((finding) => `${reason(finding)}\n    Set aside by ${finding.liftedBy}.`),
    ),
    ...part(
      "This area departs from",
      departures.map(({ rule, reason: why, approvedBy }) => `${rule}: ${why} Approved by ${approvedBy}.`),
    ),
    ...part("Values it rests on", decision.values.map(valueUsed)),
  ].join("");
}

const sentence = (words: string) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;

const part = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`\n${heading}\n`, ...lines.map((line) => `  ${line}\n`)];

const reason = (finding: AnyFinding): string => {
  const { because, clause, strength, force } = finding;
  const weight = `${clauseInWords(clause)} · ${strengthLabels[strength].label} · ${forceLabels[force].label}`;
  // What is owed has its sentence in the answer: here the clause says what it is about.
  return `${leading(finding)}${"act" in finding ? `${finding.title}.` : because}\n    ${weight}`;
};

/** What a clause says beside its reason, where that is not in the answer as a whole. */
function leading(finding: AnyFinding): string {
  if ("holder" in finding) return `${tierLabels[finding.tier].label}: ${holderInWords(finding.holder)}. `;
  if ("amount" in finding) return `${finding.label}: ${finding.amount}. `;
  return "";
}

const valueUsed = ({ name, value, clause, ours, reading }: ValueUsed): string => {
  const from = [clause ? clauseInWords(clause) : "", ours ? `our reading ${ours}` : ""].filter((one) => one !== "");
  return `${name}: ${valueInWords(value)} (${from.join(", ")})${reading === undefined ? "" : `. ${reading}`}`;
};

/** What follows from the answer, a line each: whom, from when, by when, what is still needed. */
function answered(decision: Decision): readonly string[] {
  const missing = (names: readonly string[]) => (names.length === 0 ? [] : [`Not recorded: ${names.join("; ")}.`]);
  switch (decision.shape) {
    case "gate":
      return [
        ...(decision.from === undefined ? [] : [`From ${inWords(decision.from)}.`]),
        ...decision.decidedBy.map((role) => `Decided by ${roleLabels[role].label}.`),
        ...decision.needs.map(needInWords),
        ...missing(decision.missing),
      ];
    case "designation":
      return [
        ...decision.holders.map(
          (holder) => `${decision.tier ? `${tierLabels[decision.tier].label}: ` : ""}${holderInWords(holder)}.`,
        ),
        ...decision.accountable.map((holder) => `Answers for it: ${holderInWords(holder)}.`),
        ...decision.barred.map((holder) => `May not: ${holderInWords(holder)}.`),
        ...decision.needs.map(needInWords),
        ...missing(decision.missing),
      ];
    case "duty":
      return decision.owed.map(
        ({ who, whoId, due, because, ifMissed }) =>
          `${sentence(roleLabels[who].label)}${whoId === undefined ? "" : ` (${whoId})`}, ${clockInWords(due)}: ${because}${ifMissed === undefined ? "" : ` If that is missed: ${ifMissed}`}`,
      );
    case "ladder":
      return decision.stages.map(
        ({ stage, kind, whose, state, clock, outcome }, at) =>
          `${at + 1}. ${stageKinds[kind].label}, ${roleLabels[whose].label} (${stage}): ${stageStates[state].label.toLowerCase()}${outcome === undefined ? "" : `, ${outcome}`}${clock === undefined ? "" : `, ${clockInWords(clock)}`}.`,
      );
    case "measure":
      return [`${decision.amount}${decision.missing.length > 0 ? " or more" : ""}.`, ...missing(decision.missing)];
  }
}
