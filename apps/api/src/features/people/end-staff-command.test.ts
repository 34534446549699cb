import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { aPlanOf, auditOf } from "../../testing/work.ts";
import { endStaffAsAsked } from "./end-staff-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const end = (...args: readonly string[]) => endStaffAsAsked(args, database, aMonday);
const mistakesOf = async (...args: readonly string[]) => {
  const error = await end(...args).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes : [`done: ${String(error)}`];
};

describe("npm run staff:end", () => {
  test("ends the posts of somebody with a day, says what that leaves open, and they can sign in until then", async () => {
    const area = await aTestArea(database, { name: "Endshire" });
    const health = await area.addAgency("health");
    const nia = await area.addPractitioner({ name: "Nia Fell", agencyId: health });
    await aPlanOf(area, nia, { lead: nia });
    expect(await end("--area", "endshire", "--name", "nia fell", "--last-day", "2026-12-18")).toBe(
      "The post of nia fell in Endshire ends with 18 December 2026. From the day after it leaves 1 plan without a lead professional, shown on the managers' lists.",
    );
    const issuer = "https://issuer.example";
    expect(await database.postsFor(issuer, nia.practitionerId, "2026-12-18")).toHaveLength(1);
    expect(await database.postsFor(issuer, nia.practitionerId, "2026-12-19")).toEqual([]);
    expect(await auditOf(area, "workforce.post.end", "system")).toBe(1);
  });

  test("each mistake is said, and nothing is done", async () => {
    const area = await aTestArea(database, { name: "Mistakeshire" });
    const health = await area.addAgency("health");
    for (const _ of [1, 2]) await area.addPractitioner({ name: "Ian Webb", agencyId: health });
    await area.addPractitioner({ name: "Una Ray", agencyId: health });
    expect(await mistakesOf("--area", "Nowhere", "--last-day", "18/12/2026")).toEqual([
      expect.stringContaining("There is no area called Nowhere"),
      expect.stringContaining("--name is missing"),
      expect.stringContaining("write it as 2026-12-18"),
    ]);
    const of = (name: string, day = "2026-12-18") =>
      mistakesOf("--area", "Mistakeshire", "--name", name, "--last-day", day);
    expect(await of("Ian Webb")).toEqual([expect.stringContaining("2 people are called Ian Webb")]);
    expect(await of("Nobody Here")).toEqual([expect.stringContaining("Nobody called Nobody Here")]);
    expect(await of("Una Ray", "2019-01-01")).toEqual([expect.stringContaining("before that")]);
  });
});
