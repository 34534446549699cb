import {
  type GateDecision,
  type LadderFinding,
  type Outcome,
  outcomesFor,
  roleLabels,
  type Stage,
  stageKinds,
  stageOutcomes,
} from "@linchpin/domain";
import { clockOf } from "../../clock-view.ts";
import type { Records } from "../../records.ts";
import type { DecisionView } from "../record/views.ts";
import { type Agreement, enterersOf, findingOf } from "./agreement.ts";
import { asksManagersReason } from "./allocation.ts";
import { answersForThemselves, peopleIn } from "./people.ts";
import type { EntryRow } from "./proposal-store.ts";
import type { StageView } from "./views.ts";

export type Seen = {
  readonly records: Records;
  readonly agreement: Agreement;
  readonly allocation: GateDecision;
  readonly isOpen: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly sourceTitle: (source: string) => string;
};

export const nameOf = ({ names }: Seen, practitionerId: string) => ({
  practitionerId,
  name: names.get(practitionerId) ?? "Somebody",
});

/** What may be recorded of a stage by one person: another's own word is theirs, unless a reason may stand in its place. */
export function outcomesOpenTo({ cast }: Agreement, stage: Stage, practitionerId: string): readonly Outcome[] {
  const all = outcomesFor(stage);
  const isAnothers =
    answersForThemselves.includes(stage.whose) && !peopleIn(cast, stage.whose).includes(practitionerId);
  if (!isAnothers || stage.kind === "consultation") return all;
  return all.filter((outcome) => outcome === "not-possible");
}

/** Whether somebody may enter a stage now, and why not where they may not. */
export function mayEnterNow(
  agreement: Agreement,
  stage: Stage,
  practitionerId: string,
  isOpen: boolean,
): { readonly may: boolean; readonly why?: string } {
  if (!isOpen) return { may: false, why: "This proposal has ended." };
  if (stage.state === "through") return { may: false, why: "This is recorded." };
  if (stage.state === "later") return { may: false, why: "Another step comes first." };
  if (stage.state === "stopped") return { may: false, why: "The proposal stopped here." };
  const enterers = enterersOf(agreement.cast, stage);
  if (enterers.size === 0) return { may: false, why: `Nobody is recorded as ${roleLabels[stage.whose].label}.` };
  if (!enterers.has(practitionerId)) return { may: false, why: `This is for ${roleLabels[stage.whose].label}.` };
  if (outcomesOpenTo(agreement, stage, practitionerId).length === 0)
    return { may: false, why: `This waits for ${roleLabels[stage.whose].label}.` };
  return { may: true };
}

const heldKinds = ["discussion", "meeting", "consultation"] as const;
const isHeld = (kind: Stage["kind"]): boolean => (heldKinds as readonly string[]).includes(kind);

export const asksOf = ({ kind }: Pick<Stage, "kind">): StageView["may"]["asks"] =>
  isHeld(kind) ? ["words", "held-on", "participants"] : ["words"];

type Asking = Pick<Seen, "agreement" | "allocation">;
type Step = Pick<Stage, "kind" | "whose" | "rule">;

/** What the clause of a stage asks to be written down with a yes. */
const needOf = (agreement: Agreement, stage: Pick<Stage, "rule">, what: "reason" | "evidence") =>
  findingOf(agreement, stage)?.needs?.find((need) => need.what === what)?.for;

/** Outcomes that need words: every refusal, every reason in place of a stage, what was said, and a yes where a reason is asked with it. */
export function wordsNeededFor({ agreement, allocation }: Asking, stage: Step): readonly Outcome[] {
  const refusals: readonly Outcome[] = ["declined", "not-agreed", "not-possible"];
  const isManagers = stage.whose === "proposed-leads-line-manager" && asksManagersReason(allocation);
  return [
    ...refusals,
    ...(stage.kind === "views" ? (["done"] as const) : []),
    ...(isManagers || needOf(agreement, stage, "reason") !== undefined ? (["agreed"] as const) : []),
  ];
}

/** What the words of an outcome are for, after "Enter". */
export function wordsFor({ agreement, allocation }: Asking, stage: Step, outcome: Outcome): string {
  if (stage.kind === "views")
    return outcome === "done" ? "what was said, in their own words" : "why they could not be asked";
  if (outcome !== "agreed") return "the reason";
  const ofLoad = allocation.needs.find(({ what }) => what === "reason")?.for;
  return needOf(agreement, stage, "reason") ?? ofLoad ?? "the reason";
}

/** Outcomes for which a clause asks what they rest on. */
export const evidenceNeededFor = (agreement: Agreement, stage: Pick<Stage, "rule">): readonly Outcome[] =>
  needOf(agreement, stage, "evidence") === undefined ? [] : ["agreed"];

/** What the evidence is, after "Enter". */
export const evidenceFor = (agreement: Agreement, stage: Pick<Stage, "rule">): string =>
  needOf(agreement, stage, "evidence") ?? "what this rests on";

type Words = Pick<StageView["may"], "wordsNeededFor" | "wordsFor" | "evidenceNeededFor" | "evidenceFor">;

function wordsView(asking: Asking, stage: Step): Words {
  const needed = wordsNeededFor(asking, stage);
  return {
    wordsNeededFor: [...needed],
    wordsFor: Object.fromEntries(needed.map((outcome) => [outcome, wordsFor(asking, stage, outcome)])),
    evidenceNeededFor: [...evidenceNeededFor(asking.agreement, stage)],
    evidenceFor: evidenceFor(asking.agreement, stage),
  };
}

/** A stage as this reader sees it, with the control they may use. */
export function stageView(seen: Seen, stage: Stage): StageView {
  const { records, agreement, isOpen } = seen;
  const finding = findingOf(agreement, stage);
  const me = records.who.practitionerId;
  const enter = mayEnterNow(agreement, stage, me, isOpen);
  return {
    stage: stage.stage,
    kind: { code: stage.kind, label: stageKinds[stage.kind].label },
    label: finding?.title ?? stageKinds[stage.kind].label,
    whose: roleLabels[stage.whose].label,
    people: answersForThemselves.includes(stage.whose)
      ? peopleIn(agreement.cast, stage.whose).map((id) => nameOf(seen, id))
      : [],
    decides: stage.decides,
    mayBeLeftOut: stage.mayBeLeftOut,
    state: stage.state,
    clause: clauseView(seen, finding),
    because: finding?.because ?? "",
    ...(typeof stage.clock === "object" ? { clock: stageClock(records, stage, stage.clock) } : {}),
    entries: entriesView(seen, stage.stage),
    may: {
      enter,
      outcomes: enter.may
        ? outcomesOpenTo(agreement, stage, me).map((code) => ({ code, label: stageOutcomes[code].label }))
        : [],
      asks: [...asksOf(stage)],
      ...wordsView(seen, stage),
    },
  };
}

function stageClock(
  { asAt, area }: Records,
  { state }: Stage,
  clock: Exclude<Stage["clock"], string | undefined>,
): StageView["clock"] {
  const shown = clockOf(clock, asAt, area.calendar);
  return state === "through" ? { ...shown, state: "met" } : state === "stopped" ? { ...shown, state: "paused" } : shown;
}

export const clauseView = (
  { sourceTitle }: Seen,
  finding: Pick<LadderFinding, "clause"> | undefined,
): DecisionView["clauses"][number] => ({
  source: finding?.clause.source ?? "",
  at: finding?.clause.at ?? "",
  sourceTitle: finding === undefined ? "" : sourceTitle(finding.clause.source),
});

export const entriesView = (seen: Seen, stage: string): StageView["entries"] =>
  seen.agreement.entries
    .filter((entry) => entry.stage === stage)
    .map((entry: EntryRow) => ({
      outcome: { code: entry.outcome, label: stageOutcomes[entry.outcome].label },
      ...(entry.words === null ? {} : { words: entry.words }),
      ...(entry.evidence === null ? {} : { evidence: entry.evidence }),
      ...(entry.heldOn === null ? {} : { heldOn: entry.heldOn }),
      participants: (entry.participants ?? []).map((one) => seen.names.get(one) ?? one),
      ...(entry.answeredBy === null ? {} : { answeredBy: nameOf(seen, entry.answeredBy) }),
      recordedBy: { practitionerId: entry.recordedBy, name: entry.recordedByName },
      recordedAt: entry.recordedAt,
    }));
