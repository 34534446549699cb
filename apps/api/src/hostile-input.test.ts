import { rulebook } from "@linchpin/domain/rulebooks";
import { TRPCError } from "@trpc/server";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "./app-router.ts";
import { areasWith } from "./area-in-force.ts";
import type { Database } from "./db/database.ts";
import { aMonday, type TestPerson } from "./testing/area.ts";
import { testDatabase } from "./testing/database.ts";
import { type Known, samplesOf, spoiled } from "./testing/hostile.ts";
import { undoing } from "./testing/undoing.ts";
import { aWholeWorld, mayAsk, procedures } from "./testing/whole-world.ts";
import { callerOf } from "./trpc.ts";

let database: Database;
let people: readonly TestPerson[];
let known: Known;

beforeAll(async () => {
  database = await testDatabase();
  ({ people, known } = await aWholeWorld(database));
});
afterAll(() => database.close());

/** Asks as somebody; gives what the browser would be told of as a code. */
async function codeOf(path: string, who: TestPerson, input: unknown): Promise<string> {
  const caller = callerOf(appRouter)({
    database: undoing(database),
    areaOf: areasWith(rulebook),
    clock: () => aMonday,
    requestId: newId(),
    who,
    session: undefined,
  });
  const call = path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).then(
    () => "OK",
    (error: unknown) => {
      if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error.code;
      return `a fault of ours: ${causeOf(error)}`;
    },
  );
}

const causeOf = (error: unknown): string => {
  let at = error;
  while (at instanceof Error && at.cause !== undefined) at = at.cause;
  return at instanceof Error ? at.message : String(at);
};

describe("what nobody types", () => {
  it.each(procedures)("is refused or kept by %s, and never a fault", async (path, { _def: { inputs = [], meta } }) => {
    const [schema] = inputs;
    const callers = people.filter((person) => mayAsk(meta?.act, person)).slice(0, 2);
    const accepted = (input: unknown) => schema === undefined || schema.safeParse(input).success;
    const samples = schema === undefined ? [undefined] : samplesOf(schema, known).filter(accepted);
    expect(samples.length, "inputs that the schema accepts").toBeGreaterThan(0);
    expect(callers.length, "people who may ask").toBeGreaterThan(0);
    const tried = new Set<string>();
    const worse = samples.flatMap((sample) =>
      spoiled(sample).filter(({ at, input }) => !tried.has(at) && accepted(input) && tried.add(at)),
    );
    const faults: string[] = [];
    for (const input of [...samples, ...(schema === undefined ? [] : worse.map((one) => one.input))])
      for (const who of callers.slice(0, samples.includes(input) ? 2 : 1)) {
        const code = await codeOf(path, who, input);
        if (code.startsWith("a fault")) faults.push(`${who.role}: ${code}: ${JSON.stringify(input)?.slice(0, 300)}`);
      }
    expect(faults.slice(0, 8)).toEqual([]);
  });
});
