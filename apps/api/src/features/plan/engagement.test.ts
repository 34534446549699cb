import { type EngagementState, localDate } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Handle } from "../../db/database.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { familyEngagement } from "../../db/schema/who-does-what.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const words = "Let me in for the first time, and talked at the door before";

/** A case that the worker leads. */
async function aLedCase() {
  const of = await aCase(database, { edition: "england" });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.worker);
  await agreeAll(of, proposalId);
  const record = (state: EngagementState, on: string, { by = of.worker, note = words, key = newId() } = {}) =>
    of.area.as(by).plan.recordEngagement({
      idempotencyKey: key,
      ...{ planId: of.planId, childId: of.childId, state, note },
      on: localDate(on),
    });
  const seenBy = async (who: TestPerson) => (await of.area.as(who).plan.get({ planId: of.planId })).engagement;
  return { ...of, proposalId, record, seenBy };
}

const inShort = (seen: readonly { readonly state: { readonly code: string }; readonly on: string }[] = []) =>
  seen.map(({ state, on }) => [state.code, on]);

describe("CWDC-2.10a: whoever leads records how far the family is engaged, with the day and what shows it", () => {
  test("tentative on 1 October, engaged on 12 November: the latest day counts, whenever it was written down", async () => {
    const { record, seenBy, nurse, childId } = await aLedCase();
    await record("engaged", "2026-11-12", { note: "Rings before I do" });
    expect(inShort((await seenBy(nurse))[0]?.seen)).toEqual([["engaged", "2026-11-12"]]);
    await record("tentative", "2026-10-01");
    const [one] = await seenBy(nurse);
    expect(one?.childId).toBe(childId);
    expect(inShort(one?.seen)).toEqual([
      ["engaged", "2026-11-12"],
      ["tentative", "2026-10-01"],
    ]);
    expect(one?.seen[0]).toMatchObject({ note: "Rings before I do", by: "Dan Peel" });
    // What is written down later of the same day takes its place.
    await record("tentative", "2026-11-12", { note: "Only her sister rings" });
    expect(inShort((await seenBy(nurse))[0]?.seen)).toEqual([
      ["tentative", "2026-11-12"],
      ["tentative", "2026-10-01"],
    ]);
  });

  test("the same request sent twice is one entry; tomorrow is refused, today is not; it needs what shows it", async () => {
    const { record, seenBy, worker } = await aLedCase();
    const key = newId();
    await record("tentative", "2026-11-23", { key });
    await record("tentative", "2026-11-23", { key });
    expect((await seenBy(worker))[0]?.seen).toHaveLength(1);
    expect(await refusalOf(record("engaged", "2026-11-24"))).toMatchObject({ kind: "input" });
    await expect(record("engaged", "2026-11-23", { note: " " })).rejects.toThrow("Enter what shows it");
  });

  test("whoever only works on the plan, a manager, or who is named person records none; a stranger finds no plan", async () => {
    const { area, agencies, record, nurse, gary, teacher, seenBy, planId } = await aLedCase();
    for (const by of [nurse, gary, teacher]) {
      expect(await refusalOf(record("engaged", "2026-11-12", { by }))).toMatchObject({ kind: "not-allowed" });
      expect((await area.as(by).plan.get({ planId })).may.recordEngagement.may).toBe(false);
    }
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    expect(await refusalOf(record("engaged", "2026-11-12", { by: stranger }))).toMatchObject({ kind: "not-visible" });
    expect(await seenBy(nurse)).toEqual([]);
  });

  test("the chronology says the state and never what shows it", async () => {
    const { area, record, childId } = await aLedCase();
    await record("tentative", "2026-10-01");
    const entries = await area.write((tx) =>
      tx.select().from(chronologyEntry).where(eq(chronologyEntry.act, "plan.engagement-recorded")),
    );
    const mine = entries.filter((entry) => entry.childId === childId);
    expect(mine.map(({ title }) => title)).toEqual(["How far the family is engaged: tentative"]);
    expect(JSON.stringify(mine)).not.toContain(words);
  });

  test("the database itself shows a row to nobody without a part in the child's care, and takes it from whoever leads alone", async () => {
    const { area, agencies, record, nurse, worker, planId, childId } = await aLedCase();
    await record("tentative", "2026-10-01");
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.socialWork });
    const asked = <T>(who: TestPerson, work: (tx: Handle) => Promise<T>) =>
      database.inArea(
        { areaId: area.areaId, practitionerId: who.practitionerId, now: aMonday.toISOString(), as: "person" },
        work,
      );
    const rowsOf = (who: TestPerson) =>
      asked(who, (tx) => tx.select().from(familyEngagement).where(eq(familyEngagement.planId, planId)));
    expect(await rowsOf(stranger)).toEqual([]);
    expect(await rowsOf(nurse)).toHaveLength(1);
    const add = (who: TestPerson) =>
      asked(who, (tx) =>
        tx.insert(familyEngagement).values({
          ...{ areaId: area.areaId, seenId: newId(), planId, childId, state: "engaged", note: words },
          ...{ sinceOn: localDate("2026-11-20"), recordedBy: who.practitionerId, recordedAt: aMonday.toISOString() },
        }),
      );
    await expect(add(nurse)).rejects.toThrow();
    await add(worker);
  });
});

describe("CWDC-2.10a: visible in allocation", () => {
  test("beside the people who may lead, and on the proposal that a manager answers", async () => {
    const of = await aLedCase();
    await of.record("tentative", "2026-10-01");
    const { area, planId, gary, teacher, proposalId } = of;
    const seen = { state: { code: "tentative", label: "Tentative" }, on: "2026-10-01", note: words };
    expect((await area.as(teacher).leadProfessional.candidates({ planId })).engagement).toMatchObject([
      { seen: [seen] },
    ]);
    expect((await area.as(gary).leadProfessional.proposal({ proposalId })).engagement).toMatchObject({ seen: [seen] });
  });

  test("on the list of children without a lead: the state and the day, never what shows it, for whoever sees the child", async () => {
    const of = await aLedCase();
    await of.record("tentative", "2026-10-01");
    const { area, agencies, worker, gary, planId } = of;
    await area.write((tx) =>
      tx.execute(sql`update post set during = daterange(lower(during), '2026-11-23') where post_id = ${worker.postId}`),
    );
    const listed = async (who: TestPerson) =>
      (await area.as(who).leadProfessional.withoutLead({})).plans.find((one) => one.planId === planId);
    const coordinator = await area.addPractitioner({
      name: "Ida Kerr",
      agencyId: agencies.education,
      role: "coordinator",
    });
    const seen = await listed(gary);
    expect(seen?.engagement).toEqual({ state: { code: "tentative", label: "Tentative" }, on: "2026-10-01" });
    const unseen = await listed(coordinator);
    expect(unseen?.child.visibility).toBe("restricted");
    expect(unseen?.engagement).toBeUndefined();
    expect(JSON.stringify([seen, unseen])).not.toContain(words);
  });
});
