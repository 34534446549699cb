import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childIndex, indexEntry } from "../../db/schema/child-index.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday, aTestArea, type TestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { auditOf } from "../../testing/work.ts";
import { setChildIndexAsAsked } from "./child-index-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const keys = { indexshire: "k".repeat(40), movingshire: "m".repeat(40) };
const set = (...args: readonly string[]) => setChildIndexAsAsked(args, database, { now: aMonday, keys });
const mistakesOf = async (...args: readonly string[]) => {
  const error = await set(...args).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes : [`done: ${String(error)}`];
};
const kept = (area: TestArea) =>
  area.write((tx) => tx.select().from(childIndex).where(eq(childIndex.areaId, area.areaId)));
const url = "https://index.example/leads";

test("CWDC-2.20b: an area's index is switched on and off again; its key is in no table, no sentence and not in the audit", async () => {
  const area = await aTestArea(database, { name: "Indexshire" });
  const said = await set("--area", "indexshire", "--url", url);
  expect(said).toBe("Indexshire tells the index of children who leads, from the next minute on.");
  expect(await kept(area)).toEqual([{ areaId: area.areaId, url, isOn: true, setAt: expect.any(String) }]);
  expect(await set("--area", "Indexshire", "--off")).toContain("0, are taken back");
  expect(await kept(area)).toMatchObject([{ isOn: false }]);
  expect(await auditOf(area, "area.child-index", "system")).toBe(2);
});

test("where the service holds no key for the area the sentence says that nothing goes yet", async () => {
  await aTestArea(database, { name: "Keyless" });
  expect(await set("--area", "Keyless", "--url", url)).toContain("INDEX_KEYS_FILE holds none here");
});

const showsOne = (area: TestArea) =>
  area.write((tx) =>
    tx.insert(indexEntry).values({
      ...{ areaId: area.areaId, entryId: newId(), reference: "IDX 1", mayStand: true },
      ...{ changedAt: aMonday.toISOString(), nextTryAt: aMonday.toISOString() },
    }),
  );

test("CWDC-2.20b: another address is taken once the index before shows nothing any more", async () => {
  const area = await aTestArea(database, { name: "Movingshire" });
  await set("--area", "Movingshire", "--url", url);
  await showsOne(area);
  const elsewhere = ["--area", "Movingshire", "--url", "https://other.example/leads"];
  expect(await mistakesOf(...elsewhere)).toEqual([expect.stringContaining("still shows 1 of Movingshire's entries")]);
  await area.write((tx) => tx.delete(indexEntry).where(eq(indexEntry.areaId, area.areaId)));
  expect(await set(...elsewhere)).toContain("from the next minute on");
});

test("of an index that is no more, what it showed is given up, and kept in the audit as so many", async () => {
  const area = await aTestArea(database, { name: "Formershire" });
  await set("--area", "Formershire", "--url", url);
  await showsOne(area);
  expect(await set("--area", "Formershire", "--gone")).toContain("1, are given up");
  expect(await kept(area)).toMatchObject([{ isOn: false }]);
  expect(await area.write((tx) => tx.select().from(indexEntry).where(eq(indexEntry.areaId, area.areaId)))).toEqual([]);
  expect(await set("--area", "Formershire", "--url", "https://other.example/leads")).toContain("tells the index");
});

test("each mistake is said, and nothing is done", async () => {
  const area = await aTestArea(database, { name: "Quietindex" });
  expect(await mistakesOf("--area", "Nowhere")).toEqual([
    expect.stringContaining("There is no area called Nowhere"),
    expect.stringContaining("Give one of these: --url"),
  ]);
  const on = (address: string) => mistakesOf("--area", "Quietindex", "--url", address);
  expect(await on("http://index.example")).toEqual([expect.stringContaining("it must start with https://")]);
  expect(await on("https://10.0.0.4/leads")).toEqual([expect.stringContaining("a network of our own")]);
  for (const more of [["--off", "--url", url], ["--off", "--gone"], []])
    expect(await mistakesOf("--area", "Quietindex", ...more)).toEqual([expect.stringContaining("Give one of these")]);
  for (const one of ["--off", "--gone"])
    expect(await mistakesOf("--area", "Quietindex", one)).toEqual(["Quietindex tells no index of children."]);
  expect(await kept(area)).toEqual([]);
  expect(await auditOf(area, "area.child-index", "system")).toBe(0);
});
