import { type Act, deniedBecause, localDate, relations } from "@linchpin/domain";
import { rulebook } from "@linchpin/domain/rulebooks";
import { TRPCError } from "@trpc/server";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { appRouter } from "./app-router.ts";
import { areasWith } from "./area-in-force.ts";
import type { Database, Handle } from "./db/database.ts";
import { aMonday, type TestPerson } from "./testing/area.ts";
import { aCase, answered, asked, proposed, type TestCase } from "./testing/case.ts";
import { testDatabase } from "./testing/database.ts";
import { aPlaceInAList, type Known, samplesOf, spoiled } from "./testing/hostile.ts";
import { callerOf } from "./trpc.ts";

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("undone");
    this.result = result;
  }
}

/** The same database, in which every transaction is undone after all that the commit would check was checked. */
const undoing = (database: Database): Database => ({
  ...database,
  inArea: <T>(asking: Parameters<Database["inArea"]>[0], work: (tx: Handle) => Promise<T>) =>
    database
      .inArea(asking, async (tx): Promise<T> => {
        const result = await work(tx);
        await tx.execute(sql`set constraints all immediate`);
        throw new Undone(result);
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.result as T; // what the work gave
        throw error;
      }),
});

type Procedure = {
  readonly _def: { readonly inputs?: readonly z.ZodType[]; readonly meta?: { readonly act: Act } };
};
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

let database: Database;
let of: TestCase;
let people: readonly TestPerson[];
let known: Known;

beforeAll(async () => {
  database = await testDatabase();
  of = await aCase(database, { edition: "wigan" });
  const { area, agencies, head, teacher, helen, nurse, worker, childId, planId } = of;
  await asked(of);
  await answered(of);
  const { proposalId } = await proposed(of, of.nurse);
  const school = await area.addEstablishment(agencies.education, "primary", "Elm Lane School");
  const keeper = await area.addPractitioner({
    name: "Una Reid",
    agencyId: agencies.education,
    role: "record-keeper",
    establishmentId: school,
  });
  const service = await area.addPractitioner({ name: "Vic Orr", agencyId: agencies.health, role: "service-manager" });
  const officer = await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "privacy-officer" });
  await area.addPlace(childId, school);
  for (const [person, basis] of [
    [keeper, "record-keeper"],
    [service, "line-manager"],
    [helen, "line-manager"],
    [head, "line-manager"],
  ] as const)
    await area.relate(person, childId, basis);
  const concern = (await area.as(teacher).concern.forChild({ childId })).concerns[0];
  const row = "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH\nAda,Fell,01/02/2017\n";
  const previewed = await area.as(keeper).people.rollIn.preview({
    idempotencyKey: newId(),
    establishmentId: school,
    fileName: "a.csv",
    content: Buffer.from(row).toString("base64"),
  });
  const plan = await area.as(teacher).plan.get({ planId });
  const team = await area.addTeam(agencies.health, "North team", helen.practitionerId);
  people = [teacher, head, helen, keeper, service, nurse, officer];
  known = {
    childId: [childId],
    planId: [planId],
    concernId: [concern?.concernId],
    proposalId: [proposalId],
    establishmentId: [school],
    rollInId: [previewed.outcome === "previewed" ? previewed.rollIn.rollInId : undefined],
    practitionerId: [nurse.practitionerId],
    ownerId: [worker.practitionerId],
    teamId: [team],
    postId: [nurse.postId],
    version: [plan.version],
    content: [Buffer.from(row).toString("base64")],
    from: [localDate("2026-11-23")],
    week: [localDate("2026-11-23")],
    lastDay: [localDate("2027-02-01")],
    endedOn: [localDate("2026-11-02")],
    reviewOn: [localDate("2027-03-01")],
    points: [40],
    cursor: aPlaceInAList,
  };
});
afterAll(() => database.close());

const may = (act: Act | undefined, { role }: TestPerson) =>
  act === undefined || deniedBecause(act, role, Object.keys(relations)) === undefined;

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
    const callers = people.filter((person) => may(meta?.act, person)).slice(0, 2);
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
