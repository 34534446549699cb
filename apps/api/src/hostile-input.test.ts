import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./db/database.ts";
import type { TestPerson } from "./testing/area.ts";
import { call, codeOfThrown } from "./testing/call.ts";
import { testDatabase } from "./testing/database.ts";
import { type Known, samplesOf, spoiled } from "./testing/hostile.ts";
import { undoing } from "./testing/undoing.ts";
import { aWholeWorld, mayAsk, procedures } from "./testing/whole-world.ts";

let database: Database;
let people: readonly TestPerson[];
let known: Known;
/** The same about the child where it is kept private where they are. */
let kept: Known;

beforeAll(async () => {
  database = await testDatabase();
  const world = await aWholeWorld(database);
  ({ people, known } = world);
  kept = { ...known, ...world.kept.known };
});
afterAll(() => database.close());

/** Asks as somebody; gives what the browser would be told of as a code. */
const codeOf = (path: string, who: TestPerson, input: unknown): Promise<string> =>
  call(undoing(database), who, path, input).then(() => "OK", codeOfThrown);

describe("what nobody types", () => {
  it.each(procedures)("is refused or kept by %s, and never a fault", async (path, { _def: { inputs = [], meta } }) => {
    const [schema] = inputs;
    const callers = people.filter((person) => mayAsk(meta?.act, person)).slice(0, 2);
    const accepted = (input: unknown) => schema === undefined || schema.safeParse(input).success;
    const samples =
      schema === undefined
        ? [undefined]
        : [...samplesOf(schema, known), ...samplesOf(schema, kept).slice(0, 1)].filter(accepted);
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
