import { addDays, localDate } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { notice } from "../../db/schema/change.ts";
import { carer, child, childAddress } from "../../db/schema/child.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { anOffice, confirmation, kindsOf, type Listed, listed, previewOf } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const number = "9990000018";
const later = new Date(aMonday.getTime() + 3_600_000);
const after = new Date(aMonday.getTime() + 7_200_000);
const home = { CHILD_NHS_NUMBER: number, CHILD_POSTCODE: "AY5 5XP", PARENT_1_NAME: "Ceit Shaw" };
const secrets = /Mill Brae|AY5 ?5XP|Ceit|01632 960111|Tern Lane/;

/** A child on one school's roll, protected since Monday where `isKept`, and the office of another school an hour later. */
async function twoSchools({ isKept = true } = {}) {
  const first = await anOffice(database);
  const { area, school } = first;
  await first.office.rollIn.confirm(confirmation(await first.previewed([listed(home)])));
  const childId = (await first.office.roll.list({ establishmentId: first.establishmentId })).rows[0]?.childId ?? "";
  const about = { areaId: area.areaId, childId };
  await area.write(async (tx) => {
    await tx
      .update(childAddress)
      .set({ line1: "9 Mill Brae" })
      .where(and(eq(childAddress.areaId, area.areaId), eq(childAddress.childId, childId)));
    await tx
      .update(carer)
      .set({ phone: "01632 960111" })
      .where(and(eq(carer.areaId, about.areaId), eq(carer.childId, childId)));
  });
  await area.relate(school.bain, childId, "named-person");
  const asOwner = (at: Date = after) => area.as(school.bain, at).restriction;
  if (isKept)
    await area.as(school.bain).restriction.record({
      idempotencyKey: newKey(),
      childId,
      kind: "whereabouts",
      safeContact: { name: "Gail Moor", phone: "01632 960777" },
      ownerId: school.bain.practitionerId,
      reason: "Somebody looks for the family",
      reviewOn: addDays(localDate("2026-11-23"), 60),
      readers: [],
    });
  const second = await aSchool(area, { name: "Gull Road School" });
  const there = area.as(second.office, later).people;
  const previewedThere = (rows: readonly Listed[], at: Date = later) =>
    previewOf(area.as(second.office, at).people, second.establishmentId, rows);
  const imported = async (row: Listed = listed({ CHILD_NHS_NUMBER: number })) =>
    there.rollIn.confirm(confirmation(await previewedThere([row])));
  const told = async ({ practitionerId }: TestPerson) => {
    await doDue(database, area.areaId, after);
    return area.write((tx) =>
      tx
        .select({ act: notice.act, words: notice.words })
        .from(notice)
        .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, practitionerId))),
    );
  };
  return { ...first, childId, second, there, previewedThere, imported, asOwner, told };
}

const current = (
  tx: Parameters<Parameters<Awaited<ReturnType<typeof twoSchools>>["area"]["write"]>[0]>[0],
  of: string,
) =>
  tx
    .select({ line1: childAddress.line1, postcode: childAddress.postcode })
    .from(childAddress)
    .where(and(eq(childAddress.childId, of), isNull(childAddress.supersededAt)));

test("an office that takes a protected child on its roll sees its own place, and neither address, carers nor the other school", async () => {
  const { area, childId, second, there, imported, told, school } = await twoSchools();
  await imported();
  expect((await there.roll.list({ establishmentId: second.establishmentId })).rows).toMatchObject([
    { name: "Shaw, Eilidh", group: "P5" },
  ]);
  const page = await there.roll.child({ childId });
  expect(page.places.map(({ establishment }) => establishment)).toEqual(["Gull Road School"]);
  expect(page.carers).toEqual([]);
  const found = await there.search({ text: "Eilidh" });
  expect(found.children.map(({ establishment }) => establishment)).toEqual(["Gull Road School"]);
  const asHead = await area.as(second.head, later).people.child({ childId });
  expect(asHead).toMatchObject({ address: null, carers: [] });
  expect(JSON.stringify([page, found, asHead])).not.toMatch(secrets);
  // whoever kept the roll before it was kept knows as before
  expect((await area.as(school.office, later).people.roll.child({ childId })).carers).toHaveLength(1);
  expect((await told(school.bain)).filter(({ act }) => act === "access.newcomer").map(({ words }) => words)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Una Keir has begun to work with a child"),
      expect.stringContaining("Mrs Shaw has begun to work with a child"),
    ]),
  );
  const steps = await area.write((tx) =>
    tx.select({ title: chronologyEntry.title }).from(chronologyEntry).where(eq(chronologyEntry.childId, childId)),
  );
  expect(steps.map(({ title }) => title).join()).not.toContain("Gull Road");
});

test("the importer is answered the same, in the preview and after, as for a child nobody protects", async () => {
  const answers = [];
  for (const isKept of [true, false]) {
    const { there, previewedThere } = await twoSchools({ isKept });
    const preview = await previewedThere([listed({ CHILD_NHS_NUMBER: number })]);
    const { summary, words } = preview.rollIn;
    const { done, state } = await there.rollIn.confirm(confirmation(preview));
    answers.push({ summary, words, done, state, rows: preview.rows });
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("a guess of the postcode is not answered: a record of its own is begun, and whoever answers for it is told", async () => {
  const { area, imported, there, second, childId, told, school } = await twoSchools();
  await imported(listed({ CHILD_POSTCODE: "AY5 5XP" }));
  expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toHaveLength(2);
  const [row] = (await there.roll.list({ establishmentId: second.establishmentId })).rows;
  expect(row?.childId).not.toBe(childId);
  expect((await told(school.bain)).map(({ act }) => act)).toContain("roll-in.alike");
});

test("what a later list says of address and carers is shown to the owner alone, who puts it on record or leaves it out", async () => {
  const { area, childId, imported, previewedThere, there, asOwner, told, school, second } = await twoSchools();
  await imported();
  const moved = listed({
    CHILD_NHS_NUMBER: number,
    CHILD_POSTCODE: "AY5 5XQ",
    PARENT_1_NAME: "Rob Lind",
    CHILD_REGISTRATION: "P6",
  });
  const preview = await previewedThere([moved], after);
  expect(kindsOf(preview)).toEqual(["changed"]);
  expect(preview.rows.rows[0]?.changes.map(({ what }) => what)).toEqual(["Class"]);
  await area.as(second.office, after).people.rollIn.confirm(confirmation(preview));
  expect(await area.write((tx) => current(tx, childId))).toEqual([{ line1: "9 Mill Brae", postcode: "AY5 5XP" }]);
  expect((await told(school.bain)).filter(({ act }) => act === "roll-in.held")).toHaveLength(1);
  const [kept] = (await asOwner().forChild({ childId })).restrictions;
  expect(kept?.known?.given).toMatchObject([
    { from: "Gull Road School", on: "2026-11-23", address: "AY5 5XQ", carers: ["Rob Lind"] },
  ]);
  const heldId = kept?.known?.given[0]?.heldId ?? "";
  const put = () => ({ idempotencyKey: newKey(), heldId, outcome: "put-on-record" as const });
  // the new school's head reads the page without it, and settles nothing
  const [toHead] = (await area.as(second.head, after).restriction.forChild({ childId })).restrictions;
  expect(JSON.stringify(toHead)).not.toMatch(/5XQ|Rob Lind/);
  const nobody = { kind: "not-visible", what: "list" };
  expect(await refusalOf(area.as(second.head, after).restriction.settleGiven(put()))).toEqual(nobody);
  expect(await refusalOf(asOwner().settleGiven({ ...put(), heldId: newId() }))).toEqual(nobody);
  await asOwner().settleGiven(put());
  expect(await area.write((tx) => current(tx, childId))).toEqual([{ line1: "9 Mill Brae", postcode: "AY5 5XQ" }]);
  expect((await area.as(school.office, after).people.roll.child({ childId })).carers.map(({ name }) => name)).toEqual([
    "Ceit Shaw",
    "Rob Lind",
  ]);
  expect((await asOwner().forChild({ childId })).restrictions[0]?.known?.given).toEqual([]);
  expect((await there.roll.child({ childId })).carers).toEqual([]);
});

test("who came later waits on the owner's page, is let know or kept from it, and a look at it again lets nobody in", async () => {
  const { area, childId, imported, asOwner, second } = await twoSchools();
  await imported();
  const [kept] = (await asOwner().forChild({ childId })).restrictions;
  expect(kept?.known?.waiting.map(({ name }) => name).sort()).toEqual(["Mrs Shaw", "Una Keir"]);
  const restrictionId = kept?.restrictionId ?? "";
  const about = (one: TestPerson) => ({
    idempotencyKey: newKey(),
    restrictionId,
    practitionerId: one.practitionerId,
  });
  expect(await refusalOf(area.as(second.head, after).restriction.keepFrom(about(second.office)))).toMatchObject({
    kind: "not-allowed",
  });
  const left = await asOwner().keepFrom(about(second.office));
  expect(left.restrictions[0]?.known?.waiting.map(({ name }) => name)).toEqual(["Mrs Shaw"]);
  expect(await refusalOf(asOwner().keepFrom(about(second.office)))).toMatchObject({ kind: "changed-since" });
  const looked = new Date(after.getTime() + 60_000);
  await asOwner(looked).renew({
    idempotencyKey: newKey(),
    restrictionId,
    words: "Still",
    ownerId: kept?.owner.practitionerId ?? "",
    reviewOn: addDays(localDate("2026-11-23"), 70),
  });
  const then = new Date(looked.getTime() + 60_000);
  expect((await area.as(second.head, then).people.child({ childId })).address).toBeNull();
  const [again] = (await asOwner(then).forChild({ childId })).restrictions;
  expect(again?.known?.waiting.map(({ name }) => name)).toEqual(["Mrs Shaw"]);
  await asOwner(then).nameReader({
    ...about(second.head),
    restrictionId: again?.restrictionId ?? "",
    because: "Collects the child",
  });
  const known = new Date(then.getTime() + 60_000);
  expect((await area.as(second.head, known).people.child({ childId })).address).toMatchObject({ line1: "9 Mill Brae" });
  expect((await asOwner(known).forChild({ childId })).restrictions[0]?.known?.waiting).toEqual([]);
});
