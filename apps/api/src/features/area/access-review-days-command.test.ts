import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { auditOf } from "../../testing/work.ts";
import { setAccessReviewDaysAsAsked } from "./access-review-days-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const set = (...args: readonly string[]) => setAccessReviewDaysAsAsked(args, database, { now: aMonday });
const mistakesOf = async (...args: readonly string[]) => {
  const error = await set(...args).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes : [`done: ${String(error)}`];
};

test("an area's managers go through their staff as often as it set, and as usual again", async () => {
  const area = await aTestArea(database, { name: "Reviewshire" });
  const agencyId = await area.addAgency("health");
  const manager = await area.addPractitioner({ name: "Tess Marsh", agencyId, role: "team-manager" });
  await area.addPractitioner({ name: "Nia Fell", agencyId, lineManagerId: manager.practitionerId });
  const days = async () => (await area.as(manager).access.reviews.list({})).everyDays;
  expect(await days()).toBe(90);
  expect(await set("--area", "reviewshire", "--days", "60")).toBe(
    "Managers in Reviewshire go through what each of their staff can see every 60 days.",
  );
  expect(await days()).toBe(60);
  expect(await auditOf(area, "area.access-review-days", "system")).toBe(1);
  expect(await set("--area", "Reviewshire", "--usual")).toContain("every 90 days");
  expect(await days()).toBe(90);
});

test("each mistake is said, and nothing is done", async () => {
  const area = await aTestArea(database, { name: "Quietshire" });
  expect(await mistakesOf("--area", "Nowhere")).toEqual([
    expect.stringContaining("There is no area called Nowhere"),
    expect.stringContaining("from 30 to 366"),
  ]);
  for (const days of ["29", "367", "9e1", "ninety", "-90", "90.5", "090x"])
    expect(await mistakesOf("--area", "Quietshire", "--days", days)).toHaveLength(1);
  expect(await mistakesOf("--area", "Quietshire", "--days", "90", "--usual")).toHaveLength(1);
  expect(await auditOf(area, "area.access-review-days", "system")).toBe(0);
});
