import { v7 as newId } from "uuid";
import type { Connection } from "./connection.ts";
import { originOf } from "./product.ts";
import type { Area } from "./world/area.ts";
import { childrenEach } from "./world/children.ts";
import { dateOf, day, type Size } from "./world/making.ts";
import type { Pending } from "./world/plans.ts";
import { randomFrom } from "./world/random.ts";
import type { Worker } from "./world/workforce.ts";

/** One call of a procedure by somebody who is signed in. */
export type Call = { readonly procedure: string; readonly by: Worker; readonly input: unknown };

/** Sends a call; anything but a good answer ends the run. Its data is read only by who asks for it: reading slows a load down. */
export type Ask = (call: Call) => Promise<{ readonly data: () => unknown }>;

/** As a browser does: one connection, the session's cookie, the page's origin. */
export function asking(connection: Connection, port: number): Ask {
  const origin = originOf(port);
  return async ({ procedure, by, input }) => {
    const headers = { Origin: origin, Cookie: `linchpin=${by.secret}` };
    const { status, body } = await connection.post(`/api/trpc/${procedure}`, headers, JSON.stringify(input));
    if (status !== 200) throw new Error(`${procedure} was answered with ${status}: ${body.toString().slice(0, 2_000)}`);
    return { data: () => (JSON.parse(body.toString()) as { result: { data: unknown } }).result.data };
  };
}

export type Reading = {
  readonly name: string;
  readonly label: string;
  /** Calls to choose from. */
  readonly calls: readonly Call[];
  /** The rows an answer holds, where it is a list, and how many there have to be. */
  readonly list?: { readonly in: string; readonly rows: number };
};

/** Throws where a list is not as long as the figures say that it is. */
export function checkRows({ label, list }: Reading, data: unknown): void {
  if (!list) return;
  const rows = (data as Readonly<Record<string, readonly unknown[] | undefined>>)[list.in]?.length;
  if (rows !== list.rows) throw new Error(`${label}: ${rows} rows came back`);
}

/** How many different children or people a reading chooses from. */
const choice = 400;

/** What people open all day, in an area. */
export function readingsIn(area: Area, { teams }: Size): readonly Reading[] {
  const { children, workforce, leads } = area;
  const random = randomFrom(7);
  const leadOf = new Map(leads.map(({ childId, by }) => [childId, by]));
  const some = Array.from({ length: choice }, () => random.pick(children));
  const manager = workforce.managers[0] as Worker; // there is always a first team
  const teamOf = (size: number): Reading => {
    const team = teams.indexOf(size);
    const by = workforce.managers[team] ?? manager;
    const calls = [{ procedure: "workload.team", by, input: { teamId: workforce.teamIds[team], size: 250 } }];
    const label = `Team workload, ${size} practitioners`;
    return { name: size === 200 ? "team" : `team-of-${size}`, label, calls, list: { in: "practitioners", rows: size } };
  };
  return [
    {
      name: "child",
      label: "Child page",
      calls: some.map(({ childId, namedBy }, at) => ({
        procedure: "people.child",
        by: (at % 2 === 0 ? leadOf.get(childId) : undefined) ?? namedBy,
        input: { childId },
      })),
    },
    {
      name: "mine",
      label: "Named person's list of 50",
      calls: some.map(({ namedBy }) => ({ procedure: "namedPerson.mine", by: namedBy, input: {} })),
      list: { in: "children", rows: childrenEach },
    },
    ...[200, 20].filter((size) => teams.includes(size)).map(teamOf),
  ];
}

type Proposal = {
  readonly proposalId: string;
  readonly version: number;
  readonly state: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly state: string;
    readonly kind: { readonly code: string };
    /** The people whose word it is. */
    readonly people: readonly { readonly practitionerId: string }[];
  }[];
};

/** The procedure's own view holds more; these few fields are what a run goes by. */
const proposalIn = (answer: { readonly data: () => unknown }): Proposal => answer.data() as Proposal;

/**
 * Proposes a lead and records every stage of the agreement, whatever the book asks for and in its order, until somebody
 * leads. Gives how many calls that took.
 */
export async function appoint(ask: Ask, pending: Pending, now: number): Promise<number> {
  const { planId, proposer, candidate } = pending;
  let proposal = proposalIn(
    await ask({
      procedure: "leadProfessional.propose",
      by: proposer,
      input: {
        idempotencyKey: newId(),
        planId,
        version: 1,
        practitionerId: candidate.practitionerId,
        reason: "Knows the family best, and sees them each week.",
        reasons: { "passed-over-named-person": "The child asked for somebody outside school." },
        consideredIds: [proposer.practitionerId],
        weighed: [proposer, candidate].flatMap(weighedFor),
      },
    }),
  );
  let calls = 1;
  for (; proposal.state === "open"; calls += 1) {
    const next = proposal.stages.find(({ state }) => state === "next");
    if (!next || calls > 12) throw new Error(`an agreement came to a halt: ${JSON.stringify(proposal.stages)}`);
    proposal = proposalIn(await ask(stageOf(proposal, next, pending, now)));
  }
  if (proposal.state !== "appointed") throw new Error(`nobody was appointed: the proposal is ${proposal.state}`);
  return calls;
}

/** What Highland's book has people write of each person they consider. */
const weighedFor = ({ practitionerId: candidateId }: Worker) =>
  ["kind-of-help", "relationship"].map((criterion) => ({
    criterion,
    candidateId,
    words: "Has known the family for two years.",
    rating: "strong",
    evidence: "Visits since spring, noted in the record.",
  }));

const meets = new Set(["discussion", "meeting", "consultation"]);

function stageOf(proposal: Proposal, next: Proposal["stages"][number], pending: Pending, now: number): Call {
  const { proposer, candidate } = pending;
  const tookPart = new Set([...next.people.map(({ practitionerId }) => practitionerId), candidate.practitionerId]);
  const isDone = next.kind.code === "views" || next.kind.code === "notice";
  return {
    procedure: "leadProfessional.recordStage",
    by: next.kind.code === "acceptance" ? candidate : proposer,
    input: {
      idempotencyKey: newId(),
      proposalId: proposal.proposalId,
      version: proposal.version,
      stage: next.stage,
      outcome: isDone ? "done" : "agreed",
      words: "Everybody would like this.",
      ...(meets.has(next.kind.code) ? { heldOn: dateOf(now - day), participantIds: [...tookPart] } : {}),
    },
  };
}
