import { DomainError, type LocalDate, type Outcome } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { at } from "./days.ts";
import type { Caller, World } from "./world.ts";

type Proposal = Awaited<ReturnType<Caller["leadProfessional"]["proposal"]>>;
type Stage = Proposal["stages"][number];

const inWords: Readonly<Record<string, string>> = {
  views: "They were asked, and it is written with the plan.",
  discussion: "Everybody who helps was there. Nobody saw it otherwise.",
  meeting: "The child and the family were there. It was agreed by all.",
  consultation: "Talked it over: no objection, and the load can be carried.",
  acceptance: "Glad to. The first visit is arranged.",
  agreement: "Agreed. Supervision will be monthly to begin with.",
  notice: "Told by phone.",
};

/** The good outcome of a stage, as its kind has it. */
const good = ({ kind }: Stage): Outcome => (["views", "notice", "referral"].includes(kind.code) ? "done" : "agreed");

type Of = {
  /** Whoever may have a word in it, by key; the first can see the proposal from the start. */
  readonly people: readonly [string, ...string[]];
  readonly on: LocalDate;
  readonly until?: (stage: Stage) => boolean;
  readonly outcome?: (stage: Stage) => { readonly outcome: Outcome; readonly words: string } | undefined;
};

/**
 * Takes a proposal through the stages its rulebook asks for, each entered by somebody whose word it is, in the rulebook's
 * order. Stops before the first stage that `until` names, and where nobody of those named may go on.
 */
export async function agree(world: World, proposalId: string, of: Of): Promise<void> {
  let proposal = await world.as(of.people[0], at(of.on, "15:55")).leadProfessional.proposal({ proposalId });
  for (let step = 0; step < 20 && proposal.state === "open"; step += 1) {
    const open = proposal.stages.filter(({ state }) => state === "next");
    if (open.some((stage) => of.until?.(stage))) return;
    const entered = await enterOneOf(world, proposal, open, of, step);
    if (entered === undefined) return;
    proposal = entered;
  }
}

async function enterOneOf(
  world: World,
  proposal: Proposal,
  stages: readonly Stage[],
  of: Of,
  step: number,
): Promise<Proposal | undefined> {
  for (const stage of stages)
    for (const who of asked(world, stage, of.people)) {
      const caller = world.as(who, at(of.on, `16:${String(step * 2).padStart(2, "0")}`));
      const recorded = await caller.leadProfessional.recordStage(entryFor(world, proposal, stage, of)).catch(notMine);
      if (recorded !== undefined) return recorded;
    }
  return undefined;
}

/** Those whose word a stage asks for come first; then whoever else is named. */
const asked = (world: World, { people }: Stage, keys: readonly string[]): readonly string[] => {
  const isAsked = (key: string) => people.some((one) => one.practitionerId === world.person(key).practitionerId);
  return [...keys.filter(isAsked), ...keys.filter((key) => !isAsked(key))];
};

function entryFor(world: World, proposal: Proposal, stage: Stage, of: Of) {
  const given = of.outcome?.(stage);
  return {
    idempotencyKey: newId(),
    proposalId: proposal.proposalId,
    version: proposal.version,
    stage: stage.stage,
    outcome: given?.outcome ?? good(stage),
    words: given?.words ?? inWords[stage.kind.code] ?? "Recorded.",
    ...(stage.may.asks.includes("held-on") ? { heldOn: of.on } : {}),
    ...(stage.may.asks.includes("participants")
      ? { participantIds: of.people.map((key) => world.person(key).practitionerId) }
      : {}),
  };
}

/** Somebody whose word is not asked for is refused, and the next one is tried. */
function notMine(error: unknown): undefined {
  const refusal = error instanceof Error && error.cause instanceof DomainError ? error.cause.refusal.kind : undefined;
  if (refusal === "not-allowed" || refusal === "not-visible") return undefined;
  throw error;
}
