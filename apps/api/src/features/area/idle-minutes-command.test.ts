import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { auditOf } from "../../testing/work.ts";
import { setIdleMinutesAsAsked } from "./idle-minutes-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const set = (...args: readonly string[]) => setIdleMinutesAsAsked(args, database, { now: aMonday });
const mistakesOf = async (...args: readonly string[]) => {
  const error = await set(...args).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes : [`done: ${String(error)}`];
};

test("an area's sessions end after its own minutes, and after the usual ones again", async () => {
  const area = await aTestArea(database, { name: "Idleshire" });
  const nia = await area.addPractitioner({ name: "Nia Fell", agencyId: await area.addAgency("health") });
  const minutes = async () =>
    (await database.postsFor("https://issuer.example", nia.practitionerId, "2026-11-23"))[0]?.idleMinutes;
  expect(await minutes()).toBeUndefined();
  expect(await set("--area", "idleshire", "--minutes", "20")).toBe(
    "Sessions in Idleshire end after 20 minutes without work. It holds from everybody's next click.",
  );
  expect(await minutes()).toBe(20);
  expect(await auditOf(area, "area.idle-minutes", "system")).toBe(1);
  expect(await set("--area", "Idleshire", "--usual")).toContain("the usual time");
  expect(await minutes()).toBeUndefined();
});

test("each mistake is said, and nothing is done", async () => {
  const area = await aTestArea(database, { name: "Stillshire" });
  expect(await mistakesOf("--area", "Nowhere")).toEqual([
    expect.stringContaining("There is no area called Nowhere"),
    expect.stringContaining("from 10 to 30"),
  ]);
  for (const minutes of ["9", "31", "1e1", "ten", "-15", "15.5", "015x"])
    expect(await mistakesOf("--area", "Stillshire", "--minutes", minutes)).toHaveLength(1);
  expect(await mistakesOf("--area", "Stillshire", "--minutes", "15", "--usual")).toHaveLength(1);
  expect(await auditOf(area, "area.idle-minutes", "system")).toBe(0);
});
