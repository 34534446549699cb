import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a practitioner sees who they are and which rulebook is in force", async () => {
  const area = await aTestArea(database, { edition: "wigan" });
  const health = await area.addAgency("health");
  const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: health });
  const view = await area.as(nurse).access.who();
  expect(view.name).toBe("Priya Nair");
  expect(view.rulebook.id).toBe("wigan");
  expect(view.noNamedPersonBecause).toContain("no named person");
});

test("what somebody was writing is theirs alone", async () => {
  const area = await aTestArea(database);
  const health = await area.addAgency("health");
  const [one, other] = [
    await area.addPractitioner({ name: "One", agencyId: health }),
    await area.addPractitioner({ name: "Other", agencyId: health }),
  ];
  await area.as(one).access.keepDraft({ key: "concern", body: { noticed: "hard to settle" } });
  expect((await area.as(one).access.draft({ key: "concern" }))?.body).toEqual({ noticed: "hard to settle" });
  expect(await area.as(other).access.draft({ key: "concern" })).toBeNull();
});
