import { sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterEach, describe, expect, test, vi } from "vitest";
import { refusalIn } from "../errors.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { aHouseWithCalls, callFrom, refusedWith } from "../testing/over-http.ts";
import { refusalOf } from "../testing/refusal.ts";
import { aSchool } from "../testing/school.ts";
import { rowsOf } from "./asked.ts";
import type { Database, Handle } from "./database.ts";

const limits = { connectSeconds: 1, statementSeconds: 2, lockSeconds: 1, idleSeconds: 1 };
const busy = { kind: "too-many", because: "Linchpin is busy, and nothing was saved. Wait a minute, then try again." };

const opened: Database[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function aDatabase(options: { readonly connections?: number; readonly prepares?: boolean } = {}) {
  const database = await testDatabase({ ...options, limits });
  opened.push(database);
  return database;
}

const asking = () => ({ areaId: newId(), now: aMonday.toISOString(), as: "system" as const });

/** The refusal in what some work in a transaction failed with. */
const refusedIn = (database: Database, work: (tx: Handle) => Promise<unknown>) =>
  database.inArea(asking(), work).then(
    () => undefined,
    (error: unknown) => refusalIn(error),
  );

/** Something that one waits for and another gives. */
function aSign() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe.each([
  ["by the connection", { prepares: true }],
  ["by the transaction, behind a pooler", { prepares: false }],
])("a limit that is set %s", (_, options) => {
  test("ends a statement that takes too long", async () => {
    const database = await aDatabase(options);
    expect(await refusedIn(database, (tx) => tx.execute(sql`select pg_sleep(60)`))).toEqual(busy);
    await database.ping();
  });

  test("ends a wait for what another transaction holds", async () => {
    const database = await aDatabase(options);
    const [isHeld, isTried] = [aSign(), aSign()];
    const lock = (tx: Handle) => tx.execute(sql`lock table draft in access exclusive mode`);
    const hold = database.inOne(async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      await lock(tx);
      isHeld.give();
      await isTried.given;
    });
    await isHeld.given;
    const tried = await database.inOne(lock).then(
      () => undefined,
      (error: unknown) => refusalIn(error),
    );
    isTried.give();
    await hold;
    expect(tried).toEqual(busy);
  });

  test("ends a transaction in which nothing more is said, and the process goes on", async () => {
    const database = await aDatabase({ ...options, connections: 2 });
    const refused = await refusedIn(database, async (tx) => {
      const [own] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
      const left = () =>
        database.inArea(asking(), (other) =>
          rowsOf(other, sql`select 1 from pg_stat_activity where pid = ${own?.pid ?? 0}`),
        );
      await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 20_000, interval: 100 });
      await tx.execute(sql`select 1`);
    });
    expect(refused).toEqual(busy);
    await database.ping();
  });
});

test("a pool with no connection to give says so, and does not keep who asks for ever", async () => {
  const database = await aDatabase({ connections: 1 });
  const [isHeld, isTried] = [aSign(), aSign()];
  const hold = database.inOne(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    isHeld.give();
    await isTried.given;
  });
  await isHeld.given;
  expect(await refusedIn(database, (tx) => tx.execute(sql`select 1`))).toEqual(busy);
  isTried.give();
  await hold;
});

test("without limits, as the audit is verified, a connection waits as long as it takes", async () => {
  const database = await testDatabase();
  opened.push(database);
  const said = await database.inArea(asking(), (tx) =>
    rowsOf(tx, sql`select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l`),
  );
  expect(said).toEqual([{ s: "0", l: "0" }]);
});

test("a child's record that somebody else holds too long is a refusal, with nothing kept", async () => {
  const database = await aDatabase();
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const childId = await school.addPupil();
  await area.relate(school.bain, childId, "named-person");
  const statuses = area.as(school.bain).people.legalStatus;
  const refused = await area.write(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await tx.execute(sql`select 1 from child where child_id = ${childId} for update`);
    return refusalOf(statuses.confirm({ idempotencyKey: newKey(), childId, version: 1 }));
  });
  expect(refused).toEqual(busy);
  expect((await statuses.list({ childId })).confirmedOn).toBeNull();
});

test("over http it reads 503, for a call and for a page, whether at the session or at what was asked", async () => {
  const house = await aHouseWithCalls({ limits });
  try {
    const area = await aTestArea(house.database);
    const school = await aSchool(area);
    const browser = await house.browserOf(area, school.head);
    const call = callFrom(browser, house.origin);
    await house.database.inOne(async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      await tx.execute(sql`lock table session in access exclusive mode`);
      const answer = await call("people.search", { text: "Robin" });
      expect([answer.status, refusedWith(answer)]).toEqual([503, busy]);
      const page = await browser.ask(`${house.origin}/`);
      expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("Linchpin is busy")]);
    });
  } finally {
    await house.close();
  }
});
