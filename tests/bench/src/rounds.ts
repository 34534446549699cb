import type { Attempt } from "./attempts.ts";
import { type Measured, perSecond, short } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { measured, type Until } from "./measure.ts";
import type { Options } from "./options.ts";
import type { Pgbench } from "./pgbench.ts";
import type { Run, Scaling } from "./summary.ts";
import type { System } from "./systems.ts";

export type Named = { readonly name: string; readonly label: string };

type Systems = {
  readonly product: System | undefined;
  readonly small: System | undefined;
  readonly bare: System | undefined;
};

type Given = {
  readonly options: Options;
  readonly ground: Ground;
  readonly systems: Systems;
  readonly pgbench: Pgbench | undefined;
  /** What is measured against the bare server, and what in the small area. */
  readonly operations: readonly Named[];
  readonly scaled: readonly Named[];
  readonly say: (words: string) => void;
  readonly attempt: Attempt;
};

const together = 32;

type Filling<T> = { -readonly [Key in keyof T]: T[Key] extends readonly Measured[] ? Measured[] : T[Key] };

/** Measures one side of a comparison into a list; what cannot be measured leaves the list as it is. */
type Side = { readonly side: string; readonly into: Measured[]; readonly work: () => Promise<Measured | undefined> };

/** Warms everybody up, then measures in rounds: those that are compared take turns, so that a busy machine weighs on both. */
export async function rounds(
  given: Given,
): Promise<{ readonly runs: readonly Run[]; readonly scaling: readonly Scaling[] }> {
  const { options, systems, pgbench, operations, scaled, say, attempt } = given;
  const { measure, onSmall, untilFor } = measuring(given);
  const { alone, together: atOnce } = options.appointments;

  for (const { name, label } of operations)
    for (const side of ["product", "bare"] as const)
      await attempt(warming(label, side), () => measure(systems[side], name, together, untilFor(name, atOnce / 2)));
  for (const { name, label } of scaled)
    for (let times = 0; times < (name === "appoint" ? 3 : 1); times += 1)
      await attempt(warming(label, "small area"), () => onSmall(name));
  say("Warmed up.");

  const runs = operations.flatMap((one) =>
    [1, together].map((connections): Filling<Run> => ({ ...one, connections, product: [], bare: [], pgbench: [] })),
  );
  const scaling = scaled.map((one): Filling<Scaling> => ({ ...one, large: [], small: [] }));
  for (let round = 0; round < options.rounds; round += 1) {
    const inTurns = async (what: string, sides: readonly Side[]) => {
      for (const { side, into, work } of round % 2 === 0 ? sides : sides.toReversed()) {
        const found = await attempt(`${what}: ${side}`, work);
        if (found) into.push(found);
      }
      const figures = sides.map(({ side, into }) => `${side} ${inWords(into[round])}`).join(", ");
      say(`Round ${round + 1} of ${options.rounds}. ${what}: ${figures} requests/s`);
    };
    for (const { name, label, connections, ...run } of runs) {
      const until = untilFor(name, connections === 1 ? alone : atOnce);
      const through = pgbench?.answers(name) ? pgbench : undefined;
      await inTurns(`${label}, ${connections === 1 ? "1 connection" : `${connections} connections`}`, [
        { side: "product", into: run.product, work: () => measure(systems.product, name, connections, until) },
        { side: "bare", into: run.bare, work: () => measure(systems.bare, name, connections, until) },
        { side: "pgbench", into: run.pgbench, work: async () => through?.run(name, connections, until) },
      ]);
    }
    for (const { name, label, large, small } of scaling)
      await inTurns(`${label}, alone`, [
        {
          side: "100,000 children",
          into: large,
          work: () => measure(systems.product, name, 1, untilFor(name, given.ground.small.area.pending.length)),
        },
        { side: "1,000", into: small, work: () => onSmall(name) },
      ]);
  }
  return { runs, scaling };
}

const warming = (label: string, side: string): string => `Warming up, ${label}: ${side}`;
const inWords = (found: Measured | undefined): string => (found ? short(perSecond(found)) : "-");

/** How each system is measured: nothing where it is not there, or cannot be asked for the operation. */
function measuring({ options, ground, systems }: Given) {
  const measure = async (system: System | undefined, name: string, connections: number, until: Until) =>
    system?.answers(name)
      ? await measured({
          port: system.port,
          connections,
          until,
          each: (connection, time) => system.once(name, connection, time),
          watched: { api: system.pid, postgres: ground.postgres.pid },
        })
      : undefined;
  const untilFor = (name: string, times: number): Until =>
    name === "appoint" ? { times } : { seconds: options.seconds };
  const onSmall = async (name: string) => {
    if (name === "appoint") {
      await ground.small.again(); // it has few plans that wait, and each run takes them all
      systems.small?.startOver();
    }
    return measure(systems.small, name, 1, untilFor(name, ground.small.area.pending.length));
  };
  return { measure, onSmall, untilFor };
}
