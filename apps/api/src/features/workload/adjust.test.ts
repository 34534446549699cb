import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A complex case of five practitioners over nine months: six points for its lead. */
async function aCase(edition = "wigan") {
  const area = await aTestArea(database, { edition });
  const agencyId = await area.addAgency("health");
  const helen = await area.addPractitioner({ name: "Helen Ash", agencyId, role: "team-manager" });
  const add = (name: string) => area.addPractitioner({ name, agencyId, lineManagerId: helen.practitionerId });
  const [priya, dan] = [await add("Priya Nair"), await add("Dan Orr")];
  const others = [await add("A"), await add("B"), await add("C")];
  const planId = await aPlanOf(area, helen, {
    lead: priya,
    practitioners: [priya, dan, ...others],
    level: "complex",
    months: 9,
  });
  const change = (points: number, reason = "Two schools at odds.", practitionerId = priya.practitionerId) => ({
    idempotencyKey: newId(),
    planId,
    practitionerId,
    points,
    reason,
  });
  return { area, agencyId, helen, priya, dan, planId, change };
}

describe("WIG-8.6: a manager's own estimate beside the rulebook's", () => {
  test("a change from 6 to 8 points keeps both, with the reason, by whom and when", async () => {
    const { area, helen, change } = await aCase();
    const { cases, load } = await area.as(helen).workload.adjust(change(2));
    expect(cases[0]?.weight.points).toBe(8);
    expect(
      cases[0]?.weight.parts
        .filter(({ label }) => label !== "Manager's adjustment")
        .reduce((sum, { points }) => sum + points, 0),
    ).toBe(6);
    expect(cases[0]?.adjustment).toEqual({
      points: 2,
      reason: "Two schools at odds.",
      by: { practitionerId: helen.practitionerId, name: "Helen Ash" },
      at: "2026-11-23T10:00:00.000Z",
    });
    expect(load.points).toBe(8);
    expect(await auditOf(area, "workload.adjust", "changed")).toBe(1);
  });

  test("CWDC-5.21c: a note of an offset is kept with its day, and a new one takes its place", async () => {
    const { area, helen, change } = await aCase();
    await area.as(helen).workload.adjust(change(-0.5, "Offset: two lighter cases closed."));
    const later = new Date("2026-12-15T10:00:00.000Z");
    const { cases } = await area.as(helen, later).workload.adjust(change(1));
    expect(cases[0]?.adjustment).toMatchObject({ points: 1, at: later.toISOString() });
    const none = await area.as(helen, later).workload.adjust(change(0, "Back to the estimate."));
    expect([none.cases[0]?.adjustment, none.cases[0]?.weight.points]).toEqual([undefined, 6]);
    expect(await auditOf(area, "workload.adjust", "changed")).toBe(3);
  });

  test("WIG-8.6.1: no change puts the lead of a case at or below whoever supports it", async () => {
    const { area, helen, dan, change } = await aCase();
    const heavier = /always weighs more/;
    for (const given of [change(-3), change(4, "Heavy.", dan.practitionerId)])
      expect(await refusalOf(area.as(helen).workload.adjust(given))).toMatchObject({
        kind: "input",
        problems: [{ path: "points", message: expect.stringMatching(heavier) }],
      });
    expect((await area.as(dan).workload.own()).load.points).toBe(3);
  });

  test("where cases are counted and not weighed there is nothing to change", async () => {
    const { area, helen, change } = await aCase("bolton");
    expect(await refusalOf(area.as(helen).workload.adjust(change(1)))).toMatchObject({
      kind: "input",
      problems: [{ path: "points", message: expect.stringContaining("counted here") }],
    });
  });

  test("sent twice, it is kept once", async () => {
    const { area, helen, change } = await aCase();
    const same = change(2);
    expect(await area.as(helen).workload.adjust(same)).toEqual(await area.as(helen).workload.adjust(same));
    expect(await auditOf(area, "workload.adjust", "changed")).toBe(1);
  });

  test("another manager, a practitioner, somebody without a part in the plan and another area are refused", async () => {
    const { area, agencyId, helen, dan, change } = await aCase();
    const rita = await area.addPractitioner({ name: "Rita Vale", agencyId, role: "team-manager" });
    const idle = await area.addPractitioner({ name: "Idle", agencyId, lineManagerId: helen.practitionerId });
    expect(await refusalOf(area.as(rita).workload.adjust(change(1)))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(dan).workload.adjust(change(1)))).toMatchObject({ kind: "not-allowed" });
    const ofIdle = change(1, "No part in it.", idle.practitionerId);
    expect(await refusalOf(area.as(helen).workload.adjust(ofIdle))).toMatchObject({ kind: "not-visible" });
    const elsewhere = await aCase();
    expect(await refusalOf(elsewhere.area.as(elsewhere.helen).workload.adjust(change(1)))).toMatchObject({
      kind: "not-visible",
    });
    await expect(area.as(helen).workload.adjust(change(1, "  "))).rejects.toThrow(/Enter why/);
  });
});
