import { z } from "zod";
import type { Due } from "./due.ts";
import { Ref } from "./facts.ts";
import type { Role } from "./role.ts";
import type { Finding, RuleOf, Spoken } from "./rule.ts";

/**
 * What kind of step a stage is: the screen draws its control from this, never from the area. A notice is sent and
 * recorded; it is open until then, and holds nothing up. Nor does an appeal: what was decided stands until it is heard.
 */
export type StageKind =
  | "views"
  | "discussion"
  | "meeting"
  | "consultation"
  | "acceptance"
  | "agreement"
  | "notice"
  | "referral"
  | "decision"
  | "appeal";

/** What can come out of a stage. */
export const outcomes = ["done", "agreed", "not-agreed", "declined", "not-possible"] as const;
export type Outcome = (typeof outcomes)[number];

/** One stage of an ordered process, as its clause has it. */
export type StageSaid = Spoken & {
  readonly stage: string;
  readonly kind: StageKind;
  /** Stages with the same order may go on side by side; the next order opens when all of them are through. */
  readonly order: number;
  /** Whose word the stage records. */
  readonly whose: Role;
  /** Who may enter it. */
  readonly enteredBy: readonly Role[];
  /** True when the process cannot complete without this stage's consent; false when it is asked and recorded only. */
  readonly decides: boolean;
  /** True when a reason may stand in its place ("not possible: whereabouts unknown"). */
  readonly mayBeLeftOut?: boolean;
  readonly clock?: Due | "not-published";
  readonly mayAppeal?: readonly Role[];
  readonly binds?: boolean;
  /** The command that a good outcome of the last stage permits, e.g. "lead-professional.appoint". */
  readonly permits?: string;
};

export type LadderRule<Facts> = RuleOf<Facts, StageSaid>;
export type LadderFinding = Finding<StageSaid>;

/** A stage's name is its rulebook's own. */
export const StageName = z.string().min(1);

/** What has been recorded of a stage. Several people may answer one stage; `by` tells them apart. */
export const StageEntry = z.strictObject({
  stage: StageName,
  outcome: z.enum(outcomes),
  at: z.iso.datetime({ offset: true }),
  by: Ref.exactOptional(),
});
export type StageEntry = z.infer<typeof StageEntry>;

export type StageState = "through" | "next" | "later" | "stopped";

export type Stage = {
  readonly stage: string;
  readonly rule: string;
  readonly kind: StageKind;
  readonly order: number;
  readonly whose: Role;
  readonly enteredBy: readonly Role[];
  readonly decides: boolean;
  readonly mayBeLeftOut: boolean;
  readonly clock?: Due | "not-published";
  readonly permits?: string;
  readonly state: StageState;
  readonly outcome?: Outcome;
};

export type LadderResult = {
  readonly shape: "ladder";
  readonly answer: "complete" | "in-progress" | "stopped" | "silent";
  readonly stages: readonly Stage[];
  /** Stages that can be entered now. */
  readonly next: readonly string[];
  /** Commands the process permits where it now stands. */
  readonly permits: readonly string[];
};

const isThrough = (stage: StageSaid, outcome: Outcome | undefined) =>
  outcome !== undefined &&
  (!stage.decides ||
    outcome === "done" ||
    outcome === "agreed" ||
    (outcome === "not-possible" && stage.mayBeLeftOut === true));

const holdsUp = ({ kind }: StageSaid) => kind !== "notice" && kind !== "appeal";

/** What holds nothing up opens with everything that comes before or beside what is next. */
const isOpenNow = (stage: StageSaid, nextOrder: number) =>
  stage.order === nextOrder || (!holdsUp(stage) && stage.order < nextOrder);

/** The outcomes that hold a stage back, from the strongest; any other is a good one. */
const heldBack: readonly Outcome[] = ["declined", "not-agreed", "not-possible"];

/** Each person's last word on a stage counts; where several spoke, one that holds back outweighs the others. */
export function outcomesOf(entries: readonly StageEntry[]): ReadonlyMap<string, Outcome> {
  const lastWord = new Map<string, StageEntry>();
  for (const entry of [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    lastWord.set(JSON.stringify([entry.stage, entry.by ?? ""]), entry);
  const rank = (outcome: Outcome) => (heldBack.includes(outcome) ? heldBack.length - heldBack.indexOf(outcome) : 0);
  const outcomeOf = new Map<string, Outcome>();
  for (const { stage, outcome } of [...lastWord.values()].sort((a, b) => rank(a.outcome) - rank(b.outcome)))
    outcomeOf.set(stage, outcome);
  return outcomeOf;
}

/**
 * Takes the stages that stand and what has been recorded, gives where the process is. Each person's last word counts.
 * A stage that decides stops the process when its outcome is not-agreed or declined, or "not possible" where no reason
 * may stand in its place. Notices that are open stop neither what comes after them nor the command that is permitted.
 */
export function resolveLadder(findings: readonly LadderFinding[], entries: readonly StageEntry[]): LadderResult {
  const standing = findings
    .filter((finding) => finding.liftedBy === undefined)
    .sort((a, b) => a.order - b.order || a.rule.localeCompare(b.rule));
  if (standing.length === 0) return { shape: "ladder", answer: "silent", stages: [], next: [], permits: [] };

  const lastOutcome = outcomesOf(entries);
  const open = standing.filter((stage) => !isThrough(stage, lastOutcome.get(stage.stage)));
  const isStopped = (stage: StageSaid) =>
    stage.decides && lastOutcome.has(stage.stage) && open.some((o) => o.stage === stage.stage);
  const stopped = open.some(isStopped);
  const holding = open.filter(holdsUp);
  const nextOrder = stopped ? undefined : (holding[0]?.order ?? Number.POSITIVE_INFINITY);
  const stages = standing.map((finding): Stage => {
    const outcome = lastOutcome.get(finding.stage);
    const state: StageState = isStopped(finding)
      ? "stopped"
      : isThrough(finding, outcome)
        ? "through"
        : nextOrder !== undefined && isOpenNow(finding, nextOrder)
          ? "next"
          : "later";
    return {
      stage: finding.stage,
      rule: finding.rule,
      kind: finding.kind,
      order: finding.order,
      whose: finding.whose,
      enteredBy: finding.enteredBy,
      decides: finding.decides,
      mayBeLeftOut: finding.mayBeLeftOut ?? false,
      state,
      ...(finding.clock !== undefined ? { clock: finding.clock } : {}),
      ...(finding.permits !== undefined ? { permits: finding.permits } : {}),
      ...(outcome !== undefined ? { outcome } : {}),
    };
  });
  const answer = stopped ? "stopped" : open.length === 0 ? "complete" : "in-progress";
  return {
    shape: "ladder",
    answer,
    stages,
    next: stages.filter((stage) => stage.state === "next").map((stage) => stage.stage),
    permits: !stopped && holding.length === 0 ? [...new Set(standing.flatMap((stage) => stage.permits ?? []))] : [],
  };
}
