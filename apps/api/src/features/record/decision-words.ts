import {
  answerLabel,
  type Decision,
  type Due,
  type Finding,
  type Holder,
  inWords,
  isLocalDate,
  lateFrom,
  type Need,
  posts,
  roleLabels,
} from "@linchpin/domain";
import { type QuestionName, questions } from "@linchpin/domain/rulebooks";
import type { DecisionReader } from "./reader.ts";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const day = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Names in place of ids, days in words; an id whose name the reader may not know goes. */
export const written = (text: string, { nameOf }: Pick<DecisionReader, "nameOf">): string =>
  text
    .replace(uuid, (id) => nameOf(id) ?? "")
    .replace(day, (found) => (isLocalDate(found) ? inWords(found) : found))
    .replace(/\bnot-recorded\b/g, "not recorded")
    .replace(/ {2,}/g, " ")
    .trim();

/** "monthsAfterQualifying" → "months after qualifying". */
export const valueName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/-/g, " ");

/** A fact or a setting as text. */
export function valueInWords(value: unknown, reader: Pick<DecisionReader, "nameOf">): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    const parts = value.map((part) => written(String(part), reader)).filter((part) => part !== "");
    return parts.length === 0 ? "none" : parts.join(", ");
  }
  return written(String(value), reader) || "not shown";
}

/** A value of a rulebook as text. */
export const settingInWords = (value: unknown): string => valueInWords(value, { nameOf: () => undefined });

const postLabel = (post: string): string => (post in posts ? posts[post as keyof typeof posts].label : post);

/** Who a clause points at: a name, "the health visitor", an agency's service. */
export function holderInWords(holder: Holder, { nameOf }: Pick<DecisionReader, "nameOf">): string {
  if (holder.kind === "agency") return holder.agency.replaceAll("-", " ");
  if (holder.kind === "post") return postLabel(holder.post);
  const name = nameOf(holder.id) ?? "somebody";
  return holder.post === undefined ? name : `${name} (${postLabel(holder.post).replace(/^the |^an? /, "")})`;
}

/** An area's own list in a sentence: "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

const units = {
  "quarter-points": "points",
  days: "days",
  "working-days": "working days",
  children: "children",
  cases: "cases",
  "per-cent": "%",
  number: "in all",
  shares: "acts of sharing",
};

function amountInWords(question: string, amount: number): string {
  const asked = question in questions ? questions[question as QuestionName] : undefined;
  const unit = asked?.shape === "measure" ? asked.unit : "cases";
  return `${unit === "quarter-points" ? amount / 4 : amount} ${units[unit]}`;
}

/** The answer as a sentence, with whom it points at. It rests on no finding that a reader may not see. */
export function answerInWords(decision: Decision, reader: Pick<DecisionReader, "nameOf">): string {
  const { label } = answerLabel(decision.question, decision.shape, decision.answer);
  if (decision.shape === "measure" && decision.answer !== "silent") {
    const amount = amountInWords(decision.question, decision.amount);
    return decision.answer === "at-least" ? `At least ${amount}: something is not recorded` : amount;
  }
  if (decision.shape !== "designation") return label;
  const whom = decision.holders.filter((holder) => holder.kind !== "post" || holder.post !== "lead-professional");
  const names = whom.map((holder) => holderInWords(holder, reader));
  return names.length === 0 || decision.answer === "open" ? label : `${label}: ${listed(names)}`;
}

/** A due day, or the instant where an hour is named. */
export const dueAsText = (due: Due): string => (due.hour === undefined ? due.day : lateFrom(due).at);

const needNames = { reason: "a reason", evidence: "evidence", approval: "approval", agreement: "agreement" } as const;

export const needInWords = (need: Need) => ({
  what: `${needNames[need.what]}: ${need.for}`,
  from: roleLabels[need.from].label,
  ...(need.by === undefined ? {} : { by: dueAsText(need.by) }),
});

const tierWords = {
  must: "Says who it must be",
  expected: "Expects",
  suggested: "Suggests",
  may: "Leaves it open to",
  barred: "Rules out",
} as const;

/** What a finding does: a gate's own effect, which the portals have words for, and words for the other shapes. */
export function effectOf(
  decision: Decision,
  finding: Decision["findings"][number],
  reader: Pick<DecisionReader, "nameOf">,
): string {
  if ("effect" in finding) return finding.effect;
  if ("holder" in finding) return `${tierWords[finding.tier]}: ${holderInWords(finding.holder, reader)}`;
  if ("tier" in finding) return finding.tier === "unknown" ? "unknown" : "Asks for nobody";
  if ("due" in finding) return `Owed by ${roleLabels[finding.who].label}`;
  if ("stage" in finding) return `Asks for the word of ${roleLabels[finding.whose].label}`;
  return `${finding.label}: ${amountInWords(decision.question, finding.amount)}`;
}

type AnyFinding = Finding & { readonly due?: Due | string; readonly clock?: Due | string };

/** The clocks a finding carries: its own, and those of what it needs. */
export const clocksOf = (finding: AnyFinding): readonly Due[] =>
  [finding.due, finding.clock, ...(finding.needs ?? []).map(({ by }) => by)].filter(
    (due): due is Due => typeof due === "object",
  );
