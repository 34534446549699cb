import { localDate } from "@linchpin/domain";
import { rulebook } from "@linchpin/domain/rulebooks";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "./app-router.ts";
import { areasWith } from "./area-in-force.ts";
import { rowsOf } from "./db/asked.ts";
import type { Database } from "./db/database.ts";
import { aMonday, type Caller } from "./testing/area.ts";
import { aCase, type TestCase } from "./testing/case.ts";
import { testDatabase } from "./testing/database.ts";
import { callerOf } from "./trpc.ts";

let database: Database;
let of: TestCase;
beforeAll(async () => {
  database = await testDatabase();
  of = await aCase(database);
  // Every insert of the audit fails one time in three, as a full disk or a lost connection would make it.
  await database.jobs.executeSql(`create function audit_fails() returns trigger language plpgsql as $$
    begin if random() < 0.34 then raise exception 'the audit could not be written'; end if; return new; end $$`);
  await database.jobs.executeSql(
    "create trigger audit_fails before insert on audit_entry for each statement execute function audit_fails()",
  );
});
afterAll(() => database.close());

const asks: readonly (readonly [string, (caller: Caller) => Promise<unknown>])[] = [
  ["a child's record", (caller) => caller.people.child({ childId: of.childId })],
  ["the plan", (caller) => caller.plan.get({ planId: of.planId })],
  ["the chronology", (caller) => caller.record.chronology({ childId: of.childId })],
  ["who has looked", (caller) => caller.record.whoLooked({ childId: of.childId })],
  ["a list", (caller) => caller.namedPerson.mine({})],
  ["a search", (caller) => caller.people.search({ text: "Ashdown" })],
  [
    "a change",
    (caller) =>
      caller.concern.record({
        idempotencyKey: newId(),
        childId: of.childId,
        noticedOn: localDate("2026-11-20"),
        noticed: "Came in late",
        touches: ["safe"],
        childsView: { asked: "given", words: "Tired", how: "In class" },
        familysView: { asked: "given", words: "A bad night", how: "At the gate" },
      }),
  ],
  ["a refusal", (caller) => caller.people.child({ childId: newId() })],
];

test("an answer whose audit could not be written is not given: answers without audit 0", async () => {
  const { areaId } = of.area;
  let [answers, failures, without, changes] = [0, 0, 0, 0];
  const recorded = async () =>
    of.area.write(async (tx) => {
      const [row] = await rowsOf<{ many: number }>(
        tx,
        sql`select count(*)::int as many from concern where area_id = ${areaId}`,
      );
      return row?.many ?? 0;
    });
  const before = await recorded();
  for (let round = 0; round < 40; round += 1)
    for (const [what, ask] of asks) {
      const requestId = newId();
      const caller = callerOf(appRouter)({
        database,
        areaOf: areasWith(rulebook),
        clock: () => aMonday,
        requestId,
        who: of.teacher,
        session: undefined,
      });
      const outcome = await ask(caller).then(
        () => "answered" as const,
        (error: Error) => (error.message === "not-visible" ? ("refused" as const) : ("failed" as const)),
      );
      if (outcome === "failed") {
        failures += 1;
        continue;
      }
      answers += 1;
      if (what === "a change" && outcome === "answered") changes += 1;
      const [kept] = await of.area.write((tx) =>
        rowsOf<{ many: number }>(
          tx,
          sql`select count(*)::int as many from audit_entry where area_id = ${areaId} and request_id = ${requestId}`,
        ),
      );
      if ((kept?.many ?? 0) === 0) without += 1;
    }
  console.info(`answers ${answers}, not given because the audit failed ${failures}, answers without audit ${without}`);
  expect(without).toBe(0);
  expect(failures, "audits that failed: none proves nothing").toBeGreaterThan(50);
  expect(answers).toBeGreaterThan(50);
  expect((await recorded()) - before, "a change is kept with its audit or not at all").toBe(changes);
}, 120_000);
