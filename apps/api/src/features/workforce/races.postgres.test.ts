import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { aPlanOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aPerson() {
  const area = await aTestArea(database, { edition: "wigan" });
  const agencyId = await area.addAgency("health");
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId, role: "service-manager" });
  const standing = { engagement: { is: "bank" } };
  const lena = await area.addPractitioner({
    name: "Lena Holm",
    agencyId,
    lineManagerId: kate.practitionerId,
    standing,
  });
  const see = () => area.as(kate).workforce.standing({ practitionerId: lena.practitionerId });
  return { area, kate, lena, see };
}

const kept = async (calls: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).filter(({ status }) => status === "fulfilled").length;

test("of ten who record the same fact at the same moment exactly one is kept", async () => {
  const { area, kate, lena, see } = await aPerson();
  const record = () =>
    area.as(kate).workforce.recordStanding({
      idempotencyKey: newId(),
      practitionerId: lena.practitionerId,
      standing: { kind: "workplace", fact: { isInArea: true } },
    });
  expect(await kept(Array.from({ length: 10 }, record))).toBe(1);
  expect((await see()).history).toEqual([]);
});

test("of ten who approve the same days at the same moment exactly one does", async () => {
  const { area, kate, lena, see } = await aPerson();
  const planId = await aPlanOf(area, kate, { practitioners: [lena] });
  const approve = () =>
    area.as(kate).workforce.approveException({
      idempotencyKey: newId(),
      practitionerId: lena.practitionerId,
      planId,
      reason: "Four of seven posts are unfilled.",
      planToReplace: "Two posts are advertised.",
      from: localDate("2026-12-01"),
      lastDay: localDate("2026-12-31"),
    });
  expect(await kept(Array.from({ length: 10 }, approve))).toBe(1);
  expect((await see()).exceptions).toHaveLength(1);
});
