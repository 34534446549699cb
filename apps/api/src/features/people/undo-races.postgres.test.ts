import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "../../db/database.ts";
import { child } from "../../db/schema/child.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aMonday } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { anOffice, confirmation, listed } from "../../testing/lists.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
});
afterAll(() => database.close());

const anHourOn = new Date(aMonday.getTime() + 3_600_000);

/** A roll of one child whom a list brought in an hour ago, and the command that takes it back. */
async function broughtIn() {
  const made = await anOffice(database);
  const { area, school } = made;
  const done = await made.office.rollIn.confirm(confirmation(await made.previewed([listed()])));
  const [found] = await area.write((tx) =>
    tx.select({ childId: child.childId }).from(child).where(eq(child.areaId, area.areaId)),
  );
  if (found === undefined) throw new Error("the list brought nobody in");
  const undo = () =>
    area.as(school.office, anHourOn).people.rollIn.undo({
      idempotencyKey: newKey(),
      rollInId: done.rollInId,
      version: done.version,
      reason: "It was last year's list",
    });
  const stateOf = async () => ({
    withdrawn: (await area.write((tx) => tx.select().from(child).where(eq(child.childId, found.childId))))[0]
      ?.withdrawnAt,
    titles: (
      await area.write((tx) => tx.select().from(chronologyEntry).where(eq(chronologyEntry.childId, found.childId)))
    ).map(({ title }) => title),
  });
  return { area, school, childId: found.childId, undo, stateOf };
}

/** Something that one change waits for and another gives. */
function aSign() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

/** Resolves when some connection to this database waits for another's lock. */
const somebodyWaits = () =>
  vi.waitFor(
    async () => {
      const { rows } = await database.jobs.executeSql(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      expect(rows).not.toEqual([]);
    },
    { timeout: 20_000, interval: 20 },
  );

test("an import is undone while somebody records about one of its children: the child stays, and is named", async () => {
  const { school, childId, undo, stateOf } = await broughtIn();
  const [written, mayEnd] = [aSign(), aSign()];
  const recording = recordsOf(database, school.head, anHourOn, "concern.record", async (records) => {
    await records.keep({ childId, act: "concern.recorded", title: "A concern was recorded" });
    written.give();
    await mayEnd.given;
  });
  await written.given;
  const undoing = undo();
  await Promise.race([undoing, somebodyWaits()]);
  mayEnd.give();
  await recording;
  expect(await undoing).toMatchObject({ removed: 0, kept: [{ childId, name: "Eilidh Shaw" }] });
  expect(await stateOf()).toMatchObject({ withdrawn: null });
});

test("whoever records about a child whose import is undone at the same moment either keeps the child or is refused", async () => {
  const { area, school, childId, undo, stateOf } = await broughtIn();
  const assigning = Array.from({ length: 8 }, () =>
    area.as(school.head, anHourOn).namedPerson.assign({
      idempotencyKey: newKey(),
      childId,
      practitionerId: school.bain.practitionerId,
      from: localDate("2026-11-23"),
      insteadOfId: null,
    }),
  );
  const [undone, ...assigned] = await Promise.allSettled([undo(), ...assigning]);
  expect(undone.status).toBe("fulfilled");
  for (const one of assigned)
    if (one.status === "rejected")
      expect(["not-visible", "changed-since"]).toContain((await refusalOf(Promise.reject(one.reason))).kind);
  const isAssigned = assigned.some(({ status }) => status === "fulfilled");
  const { withdrawn, titles } = await stateOf();
  expect(withdrawn === null).toBe(isAssigned);
  expect(titles.some((title) => title.includes("is the named person from"))).toBe(isAssigned);
});

test("nothing is recorded about a child who was withdrawn while it was being written", async () => {
  const { school, childId, undo, stateOf } = await broughtIn();
  const outcome = recordsOf(database, school.head, aMonday, "concern.record", async (records) => {
    await records.authorise(childId);
    await undo();
    await records.keep({ childId, act: "concern.recorded", title: "A concern was recorded" });
  });
  expect(await refusalOf(outcome)).toEqual({ kind: "not-visible", what: "child" });
  expect((await stateOf()).titles).not.toContain("A concern was recorded");
});
