import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { duty, notice } from "../db/schema/change.ts";
import { lead } from "../db/schema/lead-professional.ts";
import { chronologyEntry } from "../db/schema/record.ts";
import { aTestArea, type TestPerson } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { aPlanOf, auditOf } from "../testing/work.ts";
import { doDue } from "./jobs.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = (day: string, time = "12:00") => new Date(`${day}T${time}:00.000Z`);

/** Lena, a bank nurse, leads Jo's plan under an exception from 1 December 2026 to 22 February 2027. */
async function aLeadByException({ leads = true } = {}) {
  const area = await aTestArea(database, { edition: "wigan" });
  const { areaId } = area;
  const agencyId = await area.addAgency("health", "Atherton Health");
  const person = (
    name: string,
    role: "practitioner" | "team-manager" | "service-manager" | "coordinator",
    above?: TestPerson,
  ) => area.addPractitioner({ name, agencyId, role, ...(above ? { lineManagerId: above.practitionerId } : {}) });
  const kate = await person("Kate Mold", "service-manager");
  const cath = await person("Cath Lee", "coordinator");
  const helen = await person("Helen Ash", "team-manager", kate);
  const lena = await person("Lena Holm", "practitioner", helen);
  await area.addStanding(lena, "engagement", { is: "bank" });
  const childId = await area.addChild({ givenName: "Jo", familyName: "Secret" });
  const planId = await aPlanOf(area, helen, {
    practitioners: [lena],
    children: [childId],
    ...(leads ? { lead: lena } : {}),
  });
  const { exceptionId } = await area.as(kate).workforce.approveException({
    idempotencyKey: newId(),
    practitionerId: lena.practitionerId,
    planId,
    reason: "Four of seven posts are unfilled.",
    planToReplace: "Dan Orr takes over in February.",
    from: localDate("2026-12-01"),
    lastDay: localDate("2027-02-22"),
  });
  const run = (now: Date) => doDue(database, areaId, now);
  const steps = async () =>
    (
      await area.write((tx) =>
        tx
          .select({ act: chronologyEntry.act, title: chronologyEntry.title, detail: chronologyEntry.detail })
          .from(chronologyEntry)
          .where(sql`child_id = ${childId}`)
          .orderBy(chronologyEntry.happenedAt, chronologyEntry.entryId),
      )
    ).map((step) => ({ ...step, act: step.act.replace("lead-professional.exception-", "") }));
  const owed = () =>
    area.write((tx) =>
      tx
        .select({ act: duty.act, owedBy: duty.owedBy, dueBy: duty.dueBy, missedAt: duty.missedAt, clause: duty.clause })
        .from(duty)
        .where(sql`plan_id = ${planId} and done_at is null`),
    );
  const told = async (whom: TestPerson) =>
    (
      await area.write((tx) =>
        tx.select({ act: notice.act }).from(notice).where(sql`practitioner_id = ${whom.practitionerId}`),
      )
    ).map(({ act }) => act);
  return { area, kate, cath, helen, lena, childId, planId, exceptionId, run, steps, owed, told };
}

describe("WIG-D6, WIG-8.4.3b: what becomes of an exception", () => {
  test("its approval and its first day are in the chronology, which says nothing of why", async () => {
    const { run, steps } = await aLeadByException();
    await run(at("2026-11-23"));
    expect((await steps()).map(({ act }) => act)).toEqual(["approved"]);
    await run(at("2026-11-30"));
    expect(await steps()).toHaveLength(1);
    await run(at("2026-12-01", "00:00"));
    const all = await steps();
    expect(all.map(({ act }) => act)).toEqual(["approved", "began"]);
    expect(all[0]).toMatchObject({
      title: "Lena Holm may lead on this plan for a time",
      detail: "By exception, from 1 December 2026 to 22 February 2027.",
    });
    expect(JSON.stringify(all)).not.toMatch(/unfilled|bank/i);
  });

  test("the line manager's task opens 10 working days before the last day, is due by its end, and is on the manager's desk", async () => {
    const { run, owed, area, helen, told } = await aLeadByException();
    await run(at("2027-02-07"));
    expect(await owed()).toEqual([]);
    await run(at("2027-02-08", "00:00"));
    expect(await owed()).toMatchObject([
      {
        act: "lead-professional.replace-exception",
        owedBy: helen.practitionerId,
        dueBy: "2027-02-23T00:00:00.000Z",
        clause: "CP3.1 8.4.3",
      },
    ]);
    const desk = await area.as(helen, at("2027-02-09")).record.duties({ whose: "mine" });
    expect(desk.duties).toMatchObject([{ act: "lead-professional.replace-exception", isLate: false }]);
    expect(await told(helen)).toContain("lead-professional.replace-exception");
  });

  test("the lapse is a breach: in the chronology, the audit and on the desk, once, and the co-ordinator hears of it", async () => {
    const { run, owed, steps, area, helen, cath, lena, told } = await aLeadByException();
    await run(at("2027-02-08"));
    await run(at("2027-02-22", "23:59"));
    expect((await steps()).map(({ act }) => act)).not.toContain("lapsed");
    await run(at("2027-02-23", "00:00"));
    await run(at("2027-02-24"));
    const lapsed = (await steps()).filter(({ act }) => act === "lapsed");
    expect(lapsed).toHaveLength(1);
    expect(lapsed[0]?.detail).toMatch(/stays the family's contact.*breach/);
    expect(await auditOf(area, "lead-professional.exception-lapsed", "system")).toBe(1);
    expect(await owed()).toMatchObject([{ missedAt: expect.any(String) }]);
    const desk = await area.as(helen, at("2027-02-24")).record.duties({ whose: "mine" });
    expect(desk.duties).toMatchObject([{ isLate: true }]);
    for (const person of [helen, cath, lena])
      expect((await told(person)).filter((act) => act === "lead-professional.exception-lapsed")).toHaveLength(1);
  });

  test("a job that did not run for weeks finds it lapsed, and the task with it", async () => {
    const { run, owed, steps } = await aLeadByException();
    await run(at("2027-03-15"));
    expect((await steps()).map(({ act }) => act)).toEqual(["approved", "began", "lapsed"]);
    expect(await owed()).toHaveLength(1);
  });

  test("who was replaced in time leaves no task, and an exception under which nobody leads comes to nothing", async () => {
    const replaced = await aLeadByException();
    await replaced.area.write((tx) =>
      tx
        .update(lead)
        .set({ during: { from: "2026-11-23T10:00:00.000Z", until: "2027-01-11T10:00:00.000Z" } })
        .where(sql`plan_id = ${replaced.planId}`),
    );
    const never = await aLeadByException({ leads: false });
    for (const { run, owed, steps } of [replaced, never]) {
      await run(at("2027-03-15"));
      expect(await owed()).toEqual([]);
      expect((await steps()).map(({ act }) => act)).toEqual(["approved", "began"]);
    }
  });

  test("one that is ended early while the person leads puts the task on the desk that day", async () => {
    const { run, owed, steps, area, kate, helen, exceptionId } = await aLeadByException();
    await run(at("2026-12-01"));
    await area
      .as(kate, at("2026-12-10"))
      .workforce.endException({ idempotencyKey: newId(), exceptionId, reason: "Dan Orr is here." });
    await run(at("2026-12-10", "12:01"));
    expect(await owed()).toMatchObject([{ act: "lead-professional.replace-lapsed", owedBy: helen.practitionerId }]);
    await run(at("2027-03-15"));
    expect((await steps()).map(({ act }) => act)).toEqual(["approved", "began", "ended"]);
    expect(await owed()).toHaveLength(1);
  });
});
