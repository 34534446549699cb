import type { Clause } from "../../src/kernel/clause.ts";
import type { Decision, ParameterValue, ValueUsed } from "../../src/kernel/decision.ts";
import type { Holder } from "../../src/kernel/designation.ts";
import { type Due, dueInWords } from "../../src/kernel/due.ts";
import type { GateSaid } from "../../src/kernel/gate.ts";
import { inWords } from "../../src/kernel/local-date.ts";
import type { Unit } from "../../src/kernel/measure.ts";
import { dayOf, type Moment, timeOf } from "../../src/kernel/moment.ts";
import type { Need } from "../../src/kernel/rule.ts";
import { listed, startingLarge, startingSmall } from "../../src/kernel/words.ts";
import type { AdoptedRulebook, QuestionName } from "../../src/rulebooks/questions.ts";
import { type AgencyKind, agencyKinds } from "../../src/vocabulary/agencies.ts";
import { answerLabel } from "../../src/vocabulary/answers.ts";
import { legalStatuses } from "../../src/vocabulary/legal-statuses.ts";
import { type Post, posts } from "../../src/vocabulary/posts.ts";
import { roleLabels } from "../../src/vocabulary/roles.ts";
import { forceLabels, needLabels, stageStates, strengthLabels, tierLabels } from "../../src/vocabulary/rule-words.ts";
import { stageKinds, stageOutcomes } from "../../src/vocabulary/stages.ts";
import type { Term } from "../../src/vocabulary/term.ts";
import { pointsInWords } from "../../src/workload/points.ts";

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

const labels: Readonly<Record<string, Term>> = { ...agencyKinds, ...legalStatuses, ...roleLabels, ...posts };

/** A code as its label or, where it has none, as its words: "home-visit" is "home visit". */
const codeInWords = (code: string): string =>
  (Object.hasOwn(labels, code) ? labels[code]?.label : undefined) ??
  (/^[a-z]+(-[a-z0-9]+)+$/.test(code) ? code.replaceAll("-", " ") : code);

const valueInWords = (value: ParameterValue): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? codeInWords(value) : listed(value.map(codeInWords)) || "none";
};

/** "monthsAfterQualifying" is "Months after qualifying". */
const valueName = (name: string): string =>
  startingLarge(name.replace(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`));

const units: Readonly<Record<Exclude<Unit, "quarter-points">, string>> = {
  days: "days",
  "working-days": "working days",
  children: "children",
  cases: "cases",
  "per-cent": "per cent",
  number: "",
  shares: "acts of sharing",
};

const amountInWords = (book: AdoptedRulebook, question: string, amount: number): string => {
  const asked = book.questions[question as QuestionName];
  const unit = asked.shape === "measure" ? asked.unit : "number";
  return unit === "quarter-points" ? pointsInWords(amount) : `${amount} ${units[unit]}`.trim();
};

/**
 * A decision as a practitioner would read it: the answer, what it still asks for, which clauses decide it, what the
 * others say, and the values it rests on.
 */
export function decisionInWords(
  book: AdoptedRulebook,
  decision: Decision,
  values: readonly ValueUsed[] = decision.values,
): string {
  const { question, title, asAt, asKnownAt, shape, answer, findings } = decision;
  const standing = findings.filter(({ liftedBy }) => liftedBy === undefined);
  const aside = findings.filter(({ liftedBy }) => liftedBy !== undefined);
  const deciding = standing.filter((finding) => decides(finding, decision));
  const besides = standing.filter((finding) => !deciding.includes(finding));
  const reasonOf = (finding: AnyFinding) => reason(book, question, finding);
  const silence = answer === "silent" ? book.silence(question as QuestionName) : undefined;
  return [
    `${title}\n`,
    `${book.edition.title}, edition ${book.edition.version}. As at ${momentInWords(asAt)}${asKnownAt.at === asAt.at ? "" : `, as known at ${momentInWords(asKnownAt)}`}.\n\n`,
    `${answerLabel(question, shape, answer).label}.\n`,
    ...answered(book, decision).map((line) => `  ${line}\n`),
    ...(silence === undefined ? [] : [`  ${silence}\n`]),
    ...part(deciding.length > 0 && besides.length > 0 ? "What decides it" : "Why", deciding.map(reasonOf)),
    ...part(deciding.length > 0 ? "What else was read" : "Why", besides.map(reasonOf)),
    ...part(
      "Set aside here",
      aside.map((finding) => `${reasonOf(finding)}\n    ${setAsideBy(finding, standing)}`),
    ),
    ...part("This area departs from", departed(book, decision)),
    ...part("Values it rests on", values.map(valueUsed)),
  ].join("");
}

/** Whether the answer is what this clause says: the others were read too, and would have let another answer through. */
function decides(finding: AnyFinding, decision: Decision): boolean {
  if (decision.shape === "gate") return "effect" in finding && finding.effect === decision.answer;
  if (decision.shape === "designation" && decision.tier !== undefined)
    return "holder" in finding && finding.tier === decision.tier;
  return true;
}

const setAsideBy = ({ liftedBy }: AnyFinding, standing: readonly AnyFinding[]): string => {
  const by = standing.find(({ rule }) => rule === liftedBy);
  return by === undefined ? "Another clause sets it aside." : `Set aside by ${clauseInWords(by.clause)}: ${by.title}.`;
};

const departed = (book: AdoptedRulebook, { question, departures }: Decision): readonly string[] =>
  departures.map(({ rule, reason: why, approvedBy }) => {
    const of = book.rulesFor(question as QuestionName).find(({ id }) => id === rule);
    const what = of === undefined ? rule : `${of.title} (${clauseInWords(of.clause)})`;
    return `${what}: ${why} Approved by ${approvedBy}.`;
  });

const part = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`\n${heading}\n`, ...lines.map((line) => `  ${line}\n`)];

const reason = (book: AdoptedRulebook, question: string, finding: AnyFinding): string => {
  const { because, clause, strength, force } = finding;
  const weight = `${clauseInWords(clause)} · ${strengthLabels[strength].label} · ${forceLabels[force].label}`;
  // What is owed has its sentence in the answer: here the clause says what it is about.
  return `${leading(book, question, finding)}${"act" in finding ? `${finding.title}.` : because}\n    ${weight}`;
};

/** What a clause of a gate answers, each by itself. */
const effects = {
  prevents: "No",
  unknown: "Not known yet",
  refers: "A person decides",
  "permits-if": "Yes, once that is there",
  permits: "Yes",
} as const satisfies Readonly<Record<GateSaid["effect"], string>>;

/** What a clause says beside its reason, where that is not in the answer as a whole. */
function leading(book: AdoptedRulebook, question: string, finding: AnyFinding): string {
  if ("effect" in finding) return `${effects[finding.effect]}: `;
  if ("holder" in finding) return `${tierLabels[finding.tier].label}: ${holderInWords(finding.holder)}. `;
  if ("amount" in finding) return `${finding.label}: ${amountInWords(book, question, finding.amount)}. `;
  return "";
}

const valueUsed = ({ name, value, clause, ours, reading }: ValueUsed): string => {
  const from = [clause ? clauseInWords(clause) : "", ours ? `our reading ${ours}` : ""].filter((one) => one !== "");
  return `${valueName(name)}: ${valueInWords(value)}.${reading === undefined ? "" : ` ${reading}`}\n    ${startingLarge(from.join(" · "))}`;
};

/** A stage of one person among several is named with that person's id after it: "line-manager helen". */
const personIn = (stage: string): string => (stage.includes(" ") ? ` (${stage.slice(stage.indexOf(" ") + 1)})` : "");

/** What follows from the answer, a line each: whom, from when, by when, what is still needed. */
function answered(book: AdoptedRulebook, decision: Decision): readonly string[] {
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
          `${startingLarge(roleLabels[who].label)}${whoId === undefined ? "" : ` (${whoId})`}, ${clockInWords(due)}: ${because}${ifMissed === undefined ? "" : ` If that is missed: ${ifMissed}`}`,
      );
    case "ladder":
      return decision.stages.map(
        ({ stage, kind, whose, state, clock, outcome }, at) =>
          `${at + 1}. ${stageKinds[kind].label}, ${roleLabels[whose].label}${personIn(stage)}: ${startingSmall(stageStates[state].label)}${outcome === undefined ? "" : `, ${startingSmall(stageOutcomes[outcome].label)}`}${clock === undefined ? "" : `, ${clockInWords(clock)}`}.`,
      );
    case "measure":
      return [
        `${amountInWords(book, decision.question, decision.amount)}${decision.missing.length > 0 ? " or more" : ""}.`,
        ...missing(decision.missing),
      ];
  }
}
