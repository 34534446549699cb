import { localDate, type RecordAgreedWay } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { agreedWay } from "../../db/schema/people-around.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { aKeptChild } from "../../testing/kept-child.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const monday = localDate("2026-11-23");
const byText = {
  is: "way",
  way: "text",
  words: "After ten: she is at work before. 07700 900555",
  howOften: "Once a week, on Fridays",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
} as const;

/** Robin, whose mother Mrs Iqbal is on record, and a therapist who has no part in his care. */
async function robin(edition = "bolton") {
  const of = await aCase(database, { edition });
  const { area, teacher, childId, agencies } = of;
  const therapist = await area.addPractitioner({ name: "Rosa Brand", agencyId: agencies.health, title: "Therapist" });
  const mother = await addCarer(area, childId, "Mrs Iqbal");
  const around = (who: TestPerson = teacher) => area.as(who).people.around;
  const agree = (
    given: Partial<Omit<RecordAgreedWay, "agreed">> & { agreed?: Agreed } = {},
    who: TestPerson = teacher,
  ) =>
    around(who).recordWay({
      idempotencyKey: newId(),
      childId,
      carerId: mother,
      agreed: { ...byText, days: [...byText.days] },
      agreedWith: "Mrs Iqbal",
      from: monday,
      ...given,
    });
  const reached = async (who: TestPerson = teacher) => (await area.as(who).people.child({ childId })).reached;
  const rows = () => area.write((tx) => tx.select().from(agreedWay).where(eq(agreedWay.areaId, area.areaId)));
  return { ...of, therapist, mother, around, agree, reached, rows };
}
type Agreed = RecordAgreedWay["agreed"];

describe("BOL-3.1: how and how often a family is reached is agreed with them and kept on the case", () => {
  test("Mrs Iqbal prefers text on weekdays: who works with the child sees it on the child's page and around the child", async () => {
    const of = await robin();
    expect(await of.reached()).toEqual([]);
    await of.agree();
    expect(await of.reached(of.nurse)).toEqual([
      {
        name: "Mrs Iqbal",
        way: { code: "text", label: "By text" },
        days: expect.arrayContaining([{ code: "monday", label: "Monday" }]),
        inWords: "by text on weekdays",
        howOften: "Once a week, on Fridays",
        words: byText.words,
        agreedWith: "Mrs Iqbal",
        from: "2026-11-23",
        recordedBy: "Morag Shaw",
      },
    ]);
    const { adults, childReached, reachedBefore } = await of.around(of.nurse).get({ childId: of.childId });
    expect(adults).toMatchObject([{ name: "Mrs Iqbal", reached: { inWords: "by text on weekdays" } }]);
    expect([childReached, reachedBefore]).toEqual([null, []]);
  });

  test("the child has a way of their own, apart from what a parent asked for", async () => {
    const of = await robin();
    await of.agree();
    await of.around().recordWay({
      idempotencyKey: newId(),
      childId: of.childId,
      agreed: { is: "way", way: "pictures", howOften: "Every Monday", days: ["monday"] },
      agreedWith: "Robin, with his mother",
      from: monday,
    });
    expect((await of.reached()).map(({ name, inWords }) => [name, inWords])).toEqual([
      [null, "with pictures on Mondays"],
      ["Mrs Iqbal", "by text on weekdays"],
    ]);
  });

  test("it is put right by recording it again: the last counts, what was said before stays, and no row is changed", async () => {
    const of = await robin();
    await of.agree();
    await of.agree({ agreed: { is: "way", way: "phone", howOften: "Once a fortnight", days: ["saturday", "sunday"] } });
    expect(await of.reached()).toMatchObject([{ inWords: "by phone at weekends", words: null }]);
    const { reachedBefore } = await of.around().get({ childId: of.childId });
    expect(reachedBefore).toMatchObject([{ name: "Mrs Iqbal", inWords: "by text on weekdays" }]);
    expect((await of.rows()).map(({ way }) => way)).toEqual(["text", "phone"]);
  });

  test("they were asked, and nothing is agreed: another answer than that nobody asked", async () => {
    const of = await robin();
    await of.agree({ agreed: { is: "none", words: "She will come to the school when she wants to know" } });
    expect(await of.reached()).toMatchObject([
      {
        ...{ way: null, inWords: null, days: [], howOften: null },
        words: "She will come to the school when she wants to know",
      },
    ]);
  });

  test("a name that a list gives anew is the same adult, however it is written", async () => {
    const of = await robin();
    await of.agree();
    await addCarer(of.area, of.childId, "MRS  IQBAL");
    const { adults } = await of.around().get({ childId: of.childId });
    expect(adults.map(({ reached }) => reached?.inWords)).toEqual(["by text on weekdays", "by text on weekdays"]);
    expect((await of.reached()).map(({ inWords }) => inWords)).toEqual(["by text on weekdays"]);
  });

  test("sent twice it is recorded once; the chronology says that it was recorded, and neither a name nor a number", async () => {
    const of = await robin();
    const idempotencyKey = newId();
    await of.agree({ idempotencyKey });
    await of.agree({ idempotencyKey });
    expect(await of.rows()).toHaveLength(1);
    const steps = await of.area.write((tx) =>
      tx
        .select({ title: chronologyEntry.title, detail: chronologyEntry.detail })
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, of.childId), eq(chronologyEntry.act, "people-around.way-recorded"))),
    );
    expect(steps).toEqual([{ title: "How a parent or carer is reached was recorded", detail: null }]);
  });

  test("not from a day that is still to come, and not without a day of the week", async () => {
    const of = await robin();
    expect(await refusalOf(of.agree({ from: localDate("2026-11-24") }))).toMatchObject({
      problems: [{ path: "from", message: "Enter a day that is not in the future" }],
    });
    await expect(of.agree({ agreed: { ...byText, words: undefined, days: [] } })).rejects.toThrow();
    expect(await of.rows()).toEqual([]);
  });
});

describe("who is not shown how a family is reached, and who records none of it", () => {
  test("no part in the child's care: the same answer as for no such child; no such carer reads as none", async () => {
    const of = await robin();
    await of.agree();
    const notThere = { kind: "not-visible" };
    expect(await refusalOf(of.agree({}, of.therapist))).toMatchObject(notThere);
    expect(await refusalOf(of.agree({ childId: newId() }))).toMatchObject(notThere);
    expect(await refusalOf(of.agree({ carerId: newId() }))).toMatchObject(notThere);
    const other = await robin();
    expect(await refusalOf(of.agree({ carerId: other.mother }))).toMatchObject(notThere);
    expect(await of.rows()).toHaveLength(1);
  });

  test("a line manager reads it and records none; a head, who is not shown who is around a child, reads none of it", async () => {
    const of = await robin();
    await of.agree();
    await of.area.relate(of.helen, of.childId, "line-manager");
    expect(await of.reached(of.helen)).toHaveLength(1);
    expect(await refusalOf(of.agree({}, of.helen))).toMatchObject({ kind: "not-allowed" });
    await of.area.relate(of.head, of.childId, "head");
    expect(await of.reached(of.head)).toEqual([]);
  });

  test("an adult who must not be brought near is reached in no way, whatever was agreed before", async () => {
    const of = await robin();
    await of.agree();
    await of.area.write((tx) =>
      tx.insert(restriction).values({
        areaId: of.area.areaId,
        restrictionId: newId(),
        childId: of.childId,
        kind: "contact-risk",
        adult: "Mrs Iqbal",
        ownerId: of.teacher.practitionerId,
        reason: "An order of the court",
        reviewOn: "2027-01-04",
        during: { from: aMonday.toISOString() },
        recordedBy: of.teacher.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    expect(await refusalOf(of.agree())).toMatchObject({
      problems: [{ path: "agreed.is", message: expect.stringContaining("must not be brought near") }],
    });
    expect(await of.reached()).toEqual([]);
    const { adults, reachedBefore } = await of.around().get({ childId: of.childId });
    expect(adults).toMatchObject([{ isKeptAway: true, reached: null }]);
    expect(reachedBefore).toEqual([]);
  });

  test("where it is kept private where the child is, whom it is kept from reads and writes none of it, number and all", async () => {
    const of = await robin();
    const kept = await aKeptChild(of);
    await of.agree({ childId: kept.childId, carerId: undefined });
    expect((await of.area.as(of.teacher).people.child({ childId: kept.childId })).reached).toHaveLength(1);
    const seen = await of.around(of.nurse).get({ childId: kept.childId });
    const page = await of.area.as(of.nurse).people.child({ childId: kept.childId });
    expect([seen.childReached, seen.reachedBefore, page.reached]).toEqual([null, [], []]);
    expect(JSON.stringify([seen, page])).not.toContain("900555");
    expect(await refusalOf(of.agree({ childId: kept.childId, carerId: undefined }, of.nurse))).toMatchObject({
      kind: "not-allowed",
    });
  });

  test("a number that stands in what was agreed is taken out of words that quote it elsewhere", async () => {
    const of = await robin();
    const kept = await aKeptChild(of);
    await of.agree({ childId: kept.childId, carerId: undefined });
    await of.area.write((tx) =>
      tx.insert(chronologyEntry).values({
        areaId: of.area.areaId,
        entryId: newId(),
        childId: kept.childId,
        act: "roll-in.changed",
        title: "Rang 07700 900 555 and left a message",
        byId: of.teacher.practitionerId,
        byName: of.teacher.practitionerName,
        happenedAt: aMonday.toISOString(),
        recordedAt: aMonday.toISOString(),
      }),
    );
    const { steps } = await of.area.as(of.nurse).record.chronology({ childId: kept.childId });
    expect(steps.map(({ title }) => title)).toContain("Rang [kept private] and left a message");
  });
});
