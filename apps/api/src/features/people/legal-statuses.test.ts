import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { legalStatus } from "../../db/schema/child.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aTestArea } from "../../testing/area.ts";
import { agreeAll, answered, aCase as aPlanCase, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aCase() {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const childId = await school.addPupil({ bornOn: localDate("2017-05-03") });
  await area.relate(school.bain, childId, "named-person");
  const statuses = area.as(school.bain).people.legalStatus;
  const lookedAfter = () => ({
    idempotencyKey: newKey(),
    childId,
    kind: "looked-after" as const,
    from: localDate("2026-03-02"),
    lookedAfterBasis: "voluntary-accommodated" as const,
    accommodated: true,
  });
  const steps = () =>
    area.write((tx) =>
      tx
        .select({ title: chronologyEntry.title, detail: chronologyEntry.detail })
        .from(chronologyEntry)
        .where(eq(chronologyEntry.childId, childId)),
    );
  return { area, school, childId, statuses, lookedAfter, steps };
}

describe("legal statuses", () => {
  test("are recorded with what they hold, overlap, and read by their last day", async () => {
    const { statuses, lookedAfter, childId } = await aCase();
    await statuses.record(lookedAfter());
    const view = await statuses.record({
      idempotencyKey: newKey(),
      childId,
      kind: "youth-order",
      from: localDate("2026-06-01"),
      lastDay: localDate("2026-12-01"),
      youthOrderSetting: "community",
    });
    expect(
      view.statuses.map(({ label, detail, from, lastDay, isCurrent }) => [label, detail, from, lastDay, isCurrent]),
    ).toEqual([
      ["Youth justice order or sentence", ["In the community"], "2026-06-01", "2026-12-01", true],
      ["Looked after", ["Voluntarily accommodated", "Lives away from home"], "2026-03-02", null, true],
    ]);
  });

  test("of one kind and basis lie one after another; another basis may lie beside them", async () => {
    const { statuses, lookedAfter } = await aCase();
    await statuses.record(lookedAfter());
    expect(await refusalOf(statuses.record({ ...lookedAfter(), from: localDate("2026-05-04") }))).toEqual({
      kind: "already",
      because:
        "This status is recorded for some of these days already. Correct that one or end it, or enter other days.",
    });
    const view = await statuses.record({ ...lookedAfter(), lookedAfterBasis: "remand" });
    expect(view.statuses).toHaveLength(2);
  });

  test("hold to the end of their last day: the day after is the first without", async () => {
    const { area, school, statuses, childId } = await aCase();
    await statuses.record({
      idempotencyKey: newKey(),
      childId,
      kind: "child-protection-register",
      from: localDate("2026-03-02"),
      lastDay: localDate("2026-11-24"),
    });
    const on = (day: string) =>
      area.as(school.bain, new Date(`${day}T12:00:00.000Z`)).people.legalStatus.list({ childId });
    expect((await on("2026-11-24")).statuses[0]?.isCurrent).toBe(true);
    expect((await on("2026-11-25")).statuses[0]?.isCurrent).toBe(false);
  });

  test("are corrected by a row of their own: what was known before stays as it was known", async () => {
    const { area, statuses, lookedAfter, childId, steps } = await aCase();
    const {
      statuses: [was],
    } = await statuses.record(lookedAfter());
    const view = await statuses.correct({
      ...lookedAfter(),
      legalStatusId: was?.legalStatusId ?? "",
      from: localDate("2026-04-02"),
      reason: "The letter gives another day.",
    });
    expect(view.statuses.map(({ from }) => from)).toEqual(["2026-04-02"]);
    expect(
      await area.write((tx) => tx.select().from(legalStatus).where(eq(legalStatus.childId, childId))),
    ).toHaveLength(2);
    expect(await steps()).toContainEqual({
      title: "Legal status corrected: Looked after, from 2 April 2026",
      detail: "It was recorded as Looked after, from 2 March 2026. What was wrong: The letter gives another day.",
    });
    expect(
      await refusalOf(
        statuses.correct({ ...lookedAfter(), legalStatusId: was?.legalStatusId ?? "", reason: "Again." }),
      ),
    ).toEqual({ kind: "changed-since", what: "legal status" });
  });

  test("end on a last day, which is not before the first", async () => {
    const { statuses, lookedAfter, childId } = await aCase();
    const {
      statuses: [was],
    } = await statuses.record(lookedAfter());
    const end = { idempotencyKey: newKey(), childId, legalStatusId: was?.legalStatusId ?? "" };
    expect(await refusalOf(statuses.end({ ...end, lastDay: localDate("2026-03-01") }))).toMatchObject({
      problems: [{ path: "lastDay", message: "Enter a day that is not before 2 March 2026, its first day" }],
    });
    const view = await statuses.end({ ...end, idempotencyKey: newKey(), lastDay: localDate("2026-11-20") });
    expect(view.statuses).toMatchObject([
      { lastDay: "2026-11-20", isCurrent: false, detail: ["Voluntarily accommodated", "Lives away from home"] },
    ]);
  });

  test("not recorded is not none: somebody says that they looked", async () => {
    const { area, school, statuses, childId, steps } = await aCase();
    expect((await area.as(school.bain).people.child({ childId })).flags.map(({ code }) => code)).toContain(
      "statuses-not-recorded",
    );
    const view = await statuses.confirm({ idempotencyKey: newKey(), childId, version: 1 });
    expect(view).toMatchObject({ confirmedOn: "2026-11-23", childVersion: 2, statuses: [] });
    expect((await area.as(school.bain).people.child({ childId })).flags.map(({ code }) => code)).not.toContain(
      "statuses-not-recorded",
    );
    expect((await steps()).map(({ title }) => title)).toEqual(["Looked for legal statuses: there are none"]);
    expect(await refusalOf(statuses.confirm({ idempotencyKey: newKey(), childId, version: 1 }))).toEqual({
      kind: "changed-since",
      what: "child",
    });
  });

  test("are recorded once for one key, with an audit entry", async () => {
    const { area, statuses, lookedAfter, childId } = await aCase();
    const command = lookedAfter();
    expect(await statuses.record(command)).toEqual(await statuses.record(command));
    expect(
      await area.write((tx) => tx.select().from(legalStatus).where(eq(legalStatus.childId, childId))),
    ).toHaveLength(1);
    const audit = await area.write((tx) => tx.select().from(auditEntry).where(eq(auditEntry.childId, childId)));
    expect(audit.filter(({ outcome, act }) => outcome === "changed" && act === "legal-status.recorded")).toHaveLength(
      1,
    );
  });

  test("are for those in the child's care: the office may not, another agency and another area find nothing", async () => {
    const { area, school, lookedAfter, childId } = await aCase();
    const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: await area.addAgency("health") });
    const elsewhere = await aCase();
    expect(await refusalOf(area.as(school.office).people.legalStatus.record(lookedAfter()))).toMatchObject({
      kind: "not-allowed",
    });
    expect(await refusalOf(area.as(nurse).people.legalStatus.record(lookedAfter()))).toMatchObject({
      kind: "not-visible",
    });
    expect(await refusalOf(elsewhere.statuses.list({ childId }))).toMatchObject({ kind: "not-visible" });
  });

  test.each([
    [
      "before the child's life",
      { from: localDate("2015-01-05") },
      "from",
      "Enter a day that is not before the child's life",
    ],
    ["years ahead", { from: localDate("2029-01-05") }, "from", "Enter a day within the next 12 months"],
    ["held by nobody of this area", { holderId: newId() }, "holderId", "Choose a practitioner of this area"],
  ])("are asked again where they are %s", async (_, wrong, path, message) => {
    const { statuses, lookedAfter } = await aCase();
    expect(await refusalOf(statuses.record({ ...lookedAfter(), ...wrong }))).toEqual({
      kind: "input",
      problems: [{ path, message }],
    });
  });
});

describe("a status that sets who leads by law", () => {
  const later = new Date("2026-11-30T10:00:00.000Z");

  test("puts its holder in the lead in the same transaction, ends the one before, and tells whoever recorded it", async () => {
    const of = await aPlanCase(database, { edition: "england" });
    await answered(of);
    await asked(of);
    await agreeAll(of, (await proposed(of, of.nurse)).proposalId);
    const teacher = of.area.as(of.teacher, later).people;
    const view = await teacher.legalStatus.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      kind: "looked-after",
      from: localDate("2026-11-30"),
      lookedAfterBasis: "hearing-requirement",
      accommodated: true,
      holderId: of.worker.practitionerId,
    });
    expect(view.lead).toEqual({ words: "Dan Peel leads from now on, by law or procedure." });
    expect((await teacher.child({ childId: of.childId })).lead).toMatchObject({
      state: "held",
      current: { name: "Dan Peel", basis: "by-law" },
    });
  });

  test("recorded by the lead whom it ends, is kept all the same", async () => {
    const of = await aPlanCase(database, { edition: "england" });
    await answered(of);
    await asked(of);
    await agreeAll(of, (await proposed(of, of.nurse)).proposalId);
    const view = await of.area.as(of.nurse, later).people.legalStatus.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      kind: "looked-after",
      from: localDate("2026-11-30"),
      lookedAfterBasis: "hearing-requirement",
      accommodated: true,
      holderId: of.worker.practitionerId,
    });
    expect(view).toMatchObject({
      statuses: [{ label: "Looked after" }],
      lead: { words: "Dan Peel leads from now on, by law or procedure." },
    });
  });
});
