import type { Measured } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { measured, type Until } from "./measure.ts";
import type { Options } from "./options.ts";
import type { Pgbench } from "./pgbench.ts";
import type { Run, Scaling } from "./report.ts";
import type { System } from "./systems.ts";

export type Named = { readonly name: string; readonly label: string };

type Given = {
  readonly options: Options;
  readonly ground: Ground;
  readonly systems: { readonly product: System; readonly small: System; readonly bare: System };
  readonly pgbench: Pgbench | undefined;
  /** What is measured against the bare server, and what in the small area. */
  readonly operations: readonly Named[];
  readonly scaled: readonly Named[];
  readonly say: (words: string) => void;
};

const together = 32;

/** Warms everybody up, then measures in rounds: those that are compared take turns, so that a busy machine weighs on both. */
export async function rounds(
  given: Given,
): Promise<{ readonly runs: readonly Run[]; readonly scaling: readonly Scaling[] }> {
  const { options, ground, systems, pgbench, operations, scaled, say } = given;
  const { product, bare, small } = systems;
  const { alone, together: atOnce } = options.appointments;
  const measure = (system: System, name: string, connections: number, until: Until): Promise<Measured> =>
    measured({
      port: system.port,
      connections,
      until,
      each: (connection, time) => system.once(name, connection, time),
      watched: { api: system.pid, postgres: ground.postgres.pid },
    });
  const untilFor = (name: string, times: number): Until =>
    name === "appoint" ? { times } : { seconds: options.seconds };
  const waitingInSmall = ground.small.area.pending.length;
  const onSmall = async (name: string): Promise<Measured> => {
    if (name === "appoint") {
      await ground.small.again(); // it has few plans that wait, and each run takes them all
      small.startOver();
    }
    return measure(small, name, 1, untilFor(name, waitingInSmall));
  };

  for (const { name } of operations)
    for (const system of [product, bare]) await measure(system, name, together, untilFor(name, atOnce / 2));
  for (const { name } of scaled)
    for (let times = 0; times < (name === "appoint" ? 3 : 1); times += 1) await onSmall(name);
  say("Warmed up.");

  const runs = operations.flatMap((one) =>
    [1, together].map((connections) => ({
      ...one,
      connections,
      product: [] as Measured[],
      bare: [] as Measured[],
      pgbench: [] as Measured[],
    })),
  );
  const scaling = scaled.map((one) => ({ ...one, large: [] as Measured[], small: [] as Measured[] }));
  for (let round = 0; round < options.rounds; round += 1) {
    const inTurns = async (sides: readonly (() => Promise<unknown>)[]) => {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side();
    };
    for (const run of runs) {
      const { name, connections } = run;
      const until = untilFor(name, connections === 1 ? alone : atOnce);
      await inTurns([
        async () => run.product.push(await measure(product, name, connections, until)),
        async () => run.bare.push(await measure(bare, name, connections, until)),
      ]);
      if (pgbench) run.pgbench.push(await pgbench.run(name, connections, until));
    }
    for (const one of scaling) {
      const { name } = one;
      await inTurns([
        async () => one.large.push(await measure(product, name, 1, untilFor(name, waitingInSmall))),
        async () => one.small.push(await onSmall(name)),
      ]);
    }
    say(`Round ${round + 1} of ${options.rounds} is done.`);
  }
  return { runs, scaling };
}
