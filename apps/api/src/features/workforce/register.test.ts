import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, auditOf, statementsIn } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const cleared = { "enhanced-check": { state: "cleared", on: "2020-02-03", issuedOn: "2020-01-20" } };
const settled = {
  ...cleared,
  qualification: { state: "held", on: "2005-07-01" },
  training: { state: "completed", on: "2015-03-02" },
  "information-sharing-training": { state: "completed", on: "2015-03-02" },
  "first-led": { state: "led", on: "2015-05-01" },
  mentor: { state: "none" },
  engagement: { is: "permanent" },
  workplace: { isInArea: true },
};

async function aRegister() {
  const area = await aTestArea(database, { edition: "wigan" });
  const agencyId = await area.addAgency("health");
  const helen = await area.addPractitioner({ name: "Helen Ash", agencyId, role: "team-manager" });
  const teamId = await area.addTeam(agencyId, "North team", helen.practitionerId);
  const add = (name: string, standing: Readonly<Record<string, Record<string, unknown>>>) =>
    area.addPractitioner({ name, agencyId, teamId, standing });
  const settledOne = await add("Amina Yusuf", { ...settled, pool: { isIn: true } });
  await add("Lena Holm", { ...settled, engagement: { is: "bank" }, pool: { isIn: false } });
  await add("Nina Cole", {
    ...settled,
    qualification: { state: "held", on: "2025-06-23" },
    training: { state: "none" },
  });
  await add("Ruth Poole", { ...settled, "enhanced-check": { state: "standard-only" } });
  await add("Tom Unknown", {});
  return { area, helen, teamId, agencyId, add, settledOne };
}

describe("the register of a manager's people", () => {
  test("says of each whether training may be offered and whether they may lead, and why not", async () => {
    const { area, helen, settledOne } = await aRegister();
    await aPlanOf(area, helen, { lead: settledOne });
    const { practitioners } = await area.as(helen).workforce.register({});
    expect(
      practitioners.map(({ name, leads, training, suitability }) => [name, leads, training.answer, suitability.answer]),
    ).toEqual([
      ["Amina Yusuf", 1, "permits", "permits"],
      ["Lena Holm", 0, "permits", "prevents"],
      ["Nina Cole", 0, "prevents", "prevents"],
      ["Ruth Poole", 0, "prevents", "prevents"],
      ["Tom Unknown", 0, "unknown", "unknown"],
    ]);
    expect(practitioners[1]?.suitability.because).toEqual([
      { because: expect.stringContaining("bank nurses do not lead"), clause: "CP3.1 8.4.3" },
    ]);
    expect(practitioners[2]?.training.from).toBe("2026-12-23");
    expect(practitioners[4]?.missing).toContain("enhanced check");
    expect(await auditOf(area, "workforce.register.read", "read")).toBe(1);
  });

  test("WIG-4a: those without an enhanced clearance are the manager's list of exceptions", async () => {
    const { area, helen } = await aRegister();
    const { practitioners } = await area.as(helen).workforce.register({ show: "without-clearance" });
    expect(practitioners.map(({ name, check }) => [name, check])).toEqual([
      ["Ruth Poole", "No enhanced clearance: the check is at standard level."],
      ["Tom Unknown", "Not recorded."],
    ]);
  });

  test("WIG-8.1: who is in the pool, and who is not or was not looked at yet", async () => {
    const { area, helen } = await aRegister();
    const shown = async (show: "in-pool" | "not-in-pool") =>
      (await area.as(helen).workforce.register({ show })).practitioners.map(({ name, pool }) => [name, pool]);
    expect(await shown("in-pool")).toEqual([["Amina Yusuf", "In the pool."]]);
    expect(await shown("not-in-pool")).toEqual([
      ["Lena Holm", "Not now."],
      ["Nina Cole", "Not recorded."],
      ["Ruth Poole", "Not recorded."],
      ["Tom Unknown", "Not recorded."],
    ]);
  });

  test("it is searched by name and comes a page at a time, with as many statements for fifty as for five", async () => {
    const { area, helen, add } = await aRegister();
    const statements = () => statementsIn(database, helen, (caller) => caller.workforce.register({}));
    const before = await statements();
    for (let i = 0; i < 48; i += 1) await add(`Person ${String(i).padStart(2, "0")}`, cleared);
    expect(await statements()).toBe(before);
    const first = await area.as(helen).workforce.register({});
    const second = await area.as(helen).workforce.register({ cursor: first.nextCursor ?? "" });
    expect([first.practitioners.length, second.practitioners.length, second.nextCursor]).toEqual([50, 3, null]);
    expect(
      new Set([...first.practitioners, ...second.practitioners].map(({ practitionerId }) => practitionerId)).size,
    ).toBe(53);
    const found = await area.as(helen).workforce.register({ search: "person 07" });
    expect(found.practitioners.map(({ name }) => name)).toEqual(["Person 07"]);
  });

  test("WIG-8.4.3b: a service manager finds those whom their managers manage, since exceptions are theirs to approve; and nobody of another line", async () => {
    const { area, agencyId, helen, teamId } = await aRegister();
    const add = (name: string, role: "service-manager" | "team-manager" | "practitioner", manager?: string) =>
      area.addPractitioner({ name, agencyId, role, ...(manager === undefined ? {} : { lineManagerId: manager }) });
    const ivor = await add("Ivor Lund", "service-manager");
    const gail = await add("Gail Reed", "team-manager", ivor.practitionerId);
    const kofi = await add("Kofi Barr", "practitioner", gail.practitionerId);
    const third = await add("Third Step", "practitioner", kofi.practitionerId);
    await add("Fourth Step", "practitioner", third.practitionerId);
    const found = await area.as(ivor).workforce.register({});
    expect(found.practitioners.map(({ name }) => name)).toEqual(["Gail Reed", "Kofi Barr", "Third Step"]);
    for (const { practitionerId } of found.practitioners)
      expect((await area.as(ivor).workforce.standing({ practitionerId })).practitionerId).toBe(practitionerId);
    expect((await area.as(ivor).workforce.register({ teamId })).practitioners).toEqual([]);
    expect((await area.as(helen).workforce.register({ teamId })).practitioners).toHaveLength(5);
  });

  test("a practitioner has no register, another manager sees none of these people, another area's nobody", async () => {
    const { area, agencyId, settledOne } = await aRegister();
    expect(await refusalOf(area.as(settledOne).workforce.register({}))).toMatchObject({ kind: "not-allowed" });
    const rita = await area.addPractitioner({ name: "Rita", agencyId, role: "team-manager" });
    expect((await area.as(rita).workforce.register({})).practitioners).toEqual([]);
    const elsewhere = await aRegister();
    const names = (await elsewhere.area.as(elsewhere.helen).workforce.register({})).practitioners;
    expect(names.every(({ practitionerId }) => practitionerId !== settledOne.practitionerId)).toBe(true);
  });
});
