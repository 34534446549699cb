import type { LocalDate, Outcome } from "@linchpin/domain";
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
const good = ({ may }: Stage) =>
  (["done", "agreed"] as const).find((outcome) => may.outcomes.some(({ code }) => code === outcome));

/**
 * Takes a proposal through the stages its rulebook asks for, each entered by somebody who may, in the rulebook's order.
 * Stops before the first stage that `until` names. Gives the proposal as it then stands.
 */
export async function agree(
  world: World,
  proposalId: string,
  of: {
    /** Whoever may have a word in it, by key. */
    readonly people: readonly string[];
    readonly on: LocalDate;
    readonly until?: (stage: Stage) => boolean;
    readonly outcome?: (stage: Stage) => { readonly outcome: Outcome; readonly words: string } | undefined;
  },
): Promise<Proposal> {
  for (let step = 0; step < 20; step += 1) {
    const entered = await enterNext(world, proposalId, of, step);
    if (entered.is === "no-further") return entered.proposal;
  }
  throw new Error("an agreement of more than twenty stages");
}

type Entered = { readonly is: "entered" } | { readonly is: "no-further"; readonly proposal: Proposal };

async function enterNext(
  world: World,
  proposalId: string,
  of: Parameters<typeof agree>[2],
  step: number,
): Promise<Entered> {
  let last: Proposal | undefined;
  for (const who of of.people) {
    const caller = world.as(who, at(of.on, `16:${String(step * 2).padStart(2, "0")}`));
    const proposal = await caller.leadProfessional.proposal({ proposalId }).catch(() => undefined); // has no part in it yet
    if (proposal === undefined) continue;
    last = proposal;
    if (proposal.state !== "open") return { is: "no-further", proposal };
    const stage = proposal.stages.find(({ state, may }) => state === "next" && may.enter.may === true);
    if (stage === undefined) continue;
    if (of.until?.(stage)) return { is: "no-further", proposal };
    const given = of.outcome?.(stage);
    const outcome = given?.outcome ?? good(stage);
    if (outcome === undefined) throw new Error(`no good outcome of ${stage.label}`);
    await caller.leadProfessional.recordStage({
      idempotencyKey: newId(),
      proposalId,
      version: proposal.version,
      stage: stage.stage,
      outcome,
      words: given?.words ?? inWords[stage.kind.code] ?? "Recorded.",
      ...(stage.may.asks.includes("held-on") ? { heldOn: of.on } : {}),
      ...(stage.may.asks.includes("participants")
        ? { participantIds: of.people.map((key) => world.person(key).practitionerId) }
        : {}),
    });
    return { is: "entered" };
  }
  if (last === undefined) throw new Error("nobody of those named can see the proposal");
  return { is: "no-further", proposal: last };
}
