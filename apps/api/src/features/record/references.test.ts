import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childReference } from "../../db/schema/child-index.ts";
import type { Caller, TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Keep = Parameters<Caller["record"]["references"]["keep"]>[0];

async function aZara() {
  const of = await aCase(database, { edition: "wigan" });
  const { area, childId, gary } = of;
  await area.relate(gary, childId, "line-manager");
  const keep = (who: TestPerson, more: Partial<Keep> = {}) =>
    area.as(who).record.references.keep({
      ...{ idempotencyKey: newId(), childId, kind: "social-care", reference: "SC 40-118" },
      ...more,
    });
  const seen = async (who: TestPerson) => (await area.as(who).record.references.forChild({ childId })).references;
  const rows = () => area.write((tx) => tx.select().from(childReference));
  return { ...of, keep, seen, rows };
}

describe("CWDC-2.20b: looked after and in-need cases carry the reference of children's social care", () => {
  test("CWDC-2.20b: whoever works on the plan enters it, and everybody on the plan reads it, with who wrote it down", async () => {
    const { keep, seen, nurse, worker, gary } = await aZara();
    await keep(worker);
    for (const who of [nurse, worker])
      expect(await seen(who)).toMatchObject([
        { kind: { code: "child-index" } },
        { kind: { code: "social-care" }, now: { reference: "SC 40-118", by: "Dan Peel", recordedOn: "2026-11-23" } },
      ]);
    expect((await seen(gary))[1]).toHaveProperty("now"); // manages somebody on the plan
  });

  test("CWDC-2.20b: it is asked for from the day a child is looked after or in need, and not the day before", async () => {
    const { area, childId, teacher, seen } = await aZara();
    const asks = async (day: string) => {
      const at = new Date(`${day}T10:00:00.000Z`);
      const { references } = await area.as(teacher, at).record.references.forChild({ childId });
      return references.find(({ kind }) => kind.code === "social-care")?.isAsked;
    };
    expect((await seen(teacher))[1]?.isAsked).toBe(false);
    await area.addStatus(childId, teacher, { kind: "child-in-need", during: { from: localDate("2026-11-25") } });
    expect(await asks("2026-11-24")).toBe(false);
    expect(await asks("2026-11-25")).toBe(true);
  });

  test("CWDC-2.20b: where nobody has recorded any status it is not said that none is needed", async () => {
    const { area, teacher } = await aZara();
    const childId = await area.addChild({ givenName: "Wren" });
    await area.relate(teacher, childId, "named-person");
    const { references } = await area.as(teacher).record.references.forChild({ childId });
    expect(references.map(({ isAsked }) => isAsked)).toEqual([false, "not-recorded"]);
  });

  test("CWDC-2.20b: nobody without a part reads or writes it, and a manager of somebody on the plan writes none", async () => {
    const { area, agencies, keep, seen, gary, rows } = await aZara();
    const stranger = await area.addPractitioner({ name: "Olive Strang", agencyId: agencies.health });
    expect(await refusalOf(seen(stranger))).toEqual({ kind: "not-visible", what: "child" });
    expect(await refusalOf(keep(stranger))).toEqual({ kind: "not-visible", what: "child" });
    expect(await refusalOf(keep(gary))).toMatchObject({ kind: "not-allowed" });
    expect((await rows()).filter(({ areaId }) => areaId === area.areaId)).toEqual([]);
  });

  test("it is put right and taken off; what somebody else changed meanwhile is not written over", async () => {
    const { area, keep, seen, worker, nurse, rows } = await aZara();
    await keep(worker);
    expect(await refusalOf(keep(nurse, { reference: "SC 7" }))).toEqual({ kind: "changed-since", what: "reference" });
    await keep(nurse, { was: "SC 40-118", reference: "SC 7" });
    expect((await seen(worker))[1]?.now).toMatchObject({ reference: "SC 7", by: "Amina Yusuf" });
    await keep(worker, { was: "SC 7", reference: "" });
    expect((await seen(worker))[1]).not.toHaveProperty("now");
    await expect(keep(worker, { reference: " " })).rejects.toThrow(/Enter the reference/);
    // what was written stays, superseded
    expect((await rows()).filter(({ supersededAt }) => supersededAt === null)).toEqual([]);
    expect(await auditOf(area, "reference.kept", "changed")).toBe(2);
    expect(await auditOf(area, "reference.taken-off", "changed")).toBe(1);
  });

  test("a reference is a short code, and one child's alone", async () => {
    const { area, childId, keep, teacher, worker } = await aZara();
    for (const reference of ["x".repeat(41), "Ask for <b>", "two\nlines", "-7"])
      await expect(keep(worker, { reference })).rejects.toThrow();
    await keep(worker);
    const other = await area.addChild({ givenName: "Wren" });
    await area.relate(teacher, other, "named-person");
    expect(await refusalOf(keep(teacher, { childId: other }))).toEqual({
      kind: "already",
      because: "Another record already has this reference. Check it with whoever gave it to you, then enter it again.",
    });
    expect(other).not.toBe(childId);
    await keep(teacher, { childId: other, kind: "child-index", basis: "public-task" });
  });

  test("CWDC-2.20b: that the index shows who leads rests on something, which is on record; of the other reference nothing leaves", async () => {
    const { keep, seen, worker, nurse } = await aZara();
    await expect(keep(worker, { kind: "child-index" })).rejects.toThrow(/Choose what it rests on/);
    await keep(worker, { kind: "child-index", basis: "consent" });
    expect((await seen(nurse))[0]?.now).toMatchObject({ basis: { code: "consent", label: "Consent" } });
    await keep(nurse, { kind: "child-index", was: "SC 40-118", basis: "public-task" });
    expect((await seen(worker))[0]?.now).toMatchObject({ basis: { code: "public-task" }, by: "Amina Yusuf" });
    await keep(worker, { basis: "consent" });
    expect((await seen(worker))[1]?.now).not.toHaveProperty("basis");
    await keep(worker, { kind: "child-index", was: "SC 40-118", reference: "" });
    expect((await seen(worker))[0]).not.toHaveProperty("now");
  });

  test("sent twice, it is kept once", async () => {
    const { area, childId, worker, rows } = await aZara();
    const sent: Keep = { idempotencyKey: newId(), childId, kind: "social-care", reference: "SC 9" };
    const first = await area.as(worker).record.references.keep(sent);
    expect(await area.as(worker).record.references.keep(sent)).toEqual(first);
    expect((await rows()).filter(({ reference }) => reference === "SC 9")).toHaveLength(1);
  });
});
