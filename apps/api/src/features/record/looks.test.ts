import { type LookKind, localDate, lookKinds } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock, emergencyAccess } from "../../db/schema/access.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { auditOf, toldOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const week = localDate("2026-11-23");
/** The Friday of the week, after all that happened in it. */
const friday = new Date("2026-11-27T16:00:00.000Z");

let area: TestArea;
let manager: TestPerson;
let officer: TestPerson;
let otherOfficer: TestPerson;
let nurse: TestPerson;
let agencyId: string;
let childId: string;
beforeEach(async () => {
  area = await aTestArea(database, { edition: "wigan" });
  agencyId = await area.addAgency("health", "Ashbeck Health");
  manager = await area.addPractitioner({ name: "Helen Marsh", agencyId, role: "team-manager" });
  officer = await area.addPractitioner({ name: "Pat Vey", agencyId, role: "privacy-officer" });
  otherOfficer = await area.addPractitioner({ name: "Quin Lowe", agencyId, role: "privacy-officer" });
  nurse = await area.addPractitioner({
    name: "Amina Yusuf",
    agencyId,
    lineManagerId: manager.practitionerId,
    title: "School nurse",
  });
  childId = await area.addChild();
});

const looked = (by: TestPerson, of: Partial<typeof auditEntry.$inferInsert> = {}) =>
  area.write((tx) =>
    tx.insert(auditEntry).values({
      areaId: area.areaId,
      entryId: newId(),
      at: "2026-11-24T11:00:00.000Z",
      practitionerId: by.practitionerId,
      postId: by.postId,
      act: "child.read",
      outcome: "read",
      childId,
      basis: "plan-practitioner",
      ...of,
    }),
  );
const ofWeek = (kind: LookKind, by: TestPerson = officer, search = "") =>
  area.as(by, friday).record.looksOfWeek({ week, kind, search });
const ofPerson = (kind: LookKind, whose: TestPerson, by: TestPerson = officer) =>
  area.as(by, friday).record.looksOf({ week, kind, practitionerId: whose.practitionerId });
const check = (kind: LookKind, whose: TestPerson, outcome: "in-order" | "asked-about" | "breach", by = officer) =>
  area.as(by, friday).record.checkLooks({
    idempotencyKey: newId(),
    week,
    kind,
    practitionerId: whose.practitionerId,
    outcome,
    words: "Talked to the nurse and the school.",
  });
const names = async (kind: LookKind) => (await ofWeek(kind)).people.map(({ name }) => name);

describe("who must not see or do it", () => {
  const others = [
    "practitioner",
    "record-keeper",
    "head",
    "team-manager",
    "service-manager",
    "coordinator",
    "strategic-manager",
  ] as const;
  test.each(others)("a %s cannot open it or say what was found, not even of their own staff", async (role) => {
    const other = await area.addPractitioner({ name: "Other", agencyId, role });
    await looked(nurse, { outcome: "refused", basis: "not-visible" });
    await expect(ofWeek("without-relation", other)).rejects.toThrow("not-allowed");
    await expect(ofPerson("without-relation", nurse, other)).rejects.toThrow("not-allowed");
    await expect(check("without-relation", nurse, "in-order", other)).rejects.toThrow("not-allowed");
  });

  test("nobody says what was found of their own looks, and a colleague may", async () => {
    await looked(officer, { outcome: "refused", basis: "not-visible" });
    expect((await ofPerson("without-relation", officer)).mayCheck).toEqual({
      may: false,
      why: "Somebody else checks your own looks.",
    });
    await expect(check("without-relation", officer, "in-order")).rejects.toThrow("not-allowed");
    expect(await check("without-relation", officer, "in-order", otherOfficer)).toMatchObject({ told: 0 });
  });

  test("a week of another area, and a person without such looks, are nobody", async () => {
    await looked(nurse, { outcome: "refused", basis: "not-visible" });
    await expect(ofPerson("out-of-hours", nurse)).rejects.toThrow("not-visible");
    const elsewhere = await aTestArea(database);
    const there = await elsewhere.addPractitioner({
      name: "Una Reid",
      agencyId: await elsewhere.addAgency("health"),
      role: "privacy-officer",
    });
    const asked = { week, kind: "without-relation" as const };
    expect((await elsewhere.as(there, friday).record.looksOfWeek(asked)).people).toEqual([]);
    await expect(
      elsewhere.as(there, friday).record.looksOf({ ...asked, practitionerId: nurse.practitionerId }),
    ).rejects.toThrow("not-visible");
  });

  test("a child whom the officer knows outside work is left out for them, and shown to the other", async () => {
    await looked(nurse, { outcome: "refused", basis: "not-visible" });
    await blocked(officer);
    expect(await ofPerson("without-relation", nurse)).toMatchObject({ list: [], sums: [] });
    const toTheOther = await ofPerson("without-relation", nurse, otherOfficer);
    expect([toTheOther.list.length, toTheOther.sums.length]).toEqual([1, 1]);
  });
});

const blocked = (who: TestPerson) =>
  area.write((tx) =>
    tx.insert(accessBlock).values({
      areaId: area.areaId,
      blockId: newId(),
      practitionerId: who.practitionerId,
      childId,
      because: "declared",
      during: { from: "2026-11-23T08:00:00.000Z" },
      recordedAt: "2026-11-23T08:00:00.000Z",
    }),
  );

describe("the looks of a week", () => {
  test("without a relation: a real refused look is there, with the child by name and what was asked for", async () => {
    const at = new Date("2026-11-25T14:00:00.000Z");
    await expect(area.as(nurse, at).people.child({ childId })).rejects.toThrow("not-visible");
    const { people, kinds } = await ofWeek("without-relation");
    expect(people).toMatchObject([
      { name: "Amina Yusuf", postTitle: "School nurse", agency: "Ashbeck Health", looks: 1, children: 1 },
    ]);
    expect(kinds.map(({ code, people: many, unchecked }) => [code, many, unchecked])[0]).toEqual([
      "without-relation",
      1,
      1,
    ]);
    const { list } = await ofPerson("without-relation", nurse);
    expect(list).toMatchObject([
      {
        at: at.toISOString(),
        child: { childId, name: "Robin Ashdown" },
        what: "Asked to open a child's record, and was refused",
      },
    ]);
  });

  test("a refusal to somebody with a part in the care is none of them; one who had lost it by then is", async () => {
    await area.relate(nurse, childId, "plan-practitioner", { from: "2026-01-05T00:00:00.000Z" });
    await looked(nurse, { outcome: "refused", basis: "not-allowed" });
    await looked(nurse, { outcome: "refused", basis: "rule-prevents" });
    expect(await names("without-relation")).toEqual([]);
    await looked(manager, { outcome: "refused", basis: "not-allowed" });
    expect(await names("without-relation")).toEqual(["Helen Marsh"]);
  });

  test("the week is Monday to Sunday on London's clock", async () => {
    const refused = { outcome: "refused", basis: "not-visible" } as const;
    await looked(nurse, { ...refused, at: "2026-11-22T23:59:59.000Z" });
    await looked(nurse, { ...refused, at: "2026-11-23T00:00:00.000Z" });
    await looked(nurse, { ...refused, at: "2026-11-29T23:59:59.000Z" });
    await looked(nurse, { ...refused, at: "2026-11-30T00:00:00.000Z" });
    expect((await ofWeek("without-relation")).people[0]?.looks).toBe(2);
    const { before, after, lastDay } = await ofWeek("without-relation");
    expect([before, after, lastDay]).toEqual(["2026-11-16", undefined, "2026-11-29"]);
  });

  test("emergency access, in the person's own words", async () => {
    await area.write((tx) =>
      tx.insert(emergencyAccess).values({
        areaId: area.areaId,
        emergencyAccessId: newId(),
        practitionerId: nurse.practitionerId,
        postId: nurse.postId,
        childId,
        reason: "missing",
        words: "Not home since noon",
        during: { from: "2026-11-24T18:00:00.000Z", until: "2026-11-24T19:00:00.000Z" },
        reviewBy: "2026-11-27T00:00:00.000Z",
      }),
    );
    expect(await names("emergency")).toEqual(["Amina Yusuf"]);
    expect((await ofPerson("emergency", nurse)).list).toMatchObject([{ words: "Not home since noon" }]);
  });

  test("the same surname, however it is written, and whoever is held back from the child", async () => {
    const namesake = await area.addPractitioner({ name: "Dr Zoë ASHDOWN", agencyId });
    await looked(namesake);
    await blocked(manager);
    await looked(manager, { outcome: "refused", basis: "not-visible" });
    await looked(nurse);
    expect(await names("same-name-or-home")).toEqual(["Dr Zoë ASHDOWN", "Helen Marsh"]);
  });

  test("out of hours by the area's own calendar; a refusal is not one of these", async () => {
    await looked(nurse, { at: "2026-11-24T06:59:59.000Z" });
    await looked(nurse, { at: "2026-11-24T20:00:00.000Z", outcome: "changed" });
    await looked(nurse, { at: "2026-11-28T12:00:00.000Z" });
    await looked(manager, { at: "2026-11-24T07:00:00.000Z" });
    await looked(manager, { at: "2026-11-24T22:00:00.000Z", outcome: "refused", basis: "not-visible" });
    expect((await ofWeek("out-of-hours")).people.map(({ name, looks }) => [name, looks])).toEqual([["Amina Yusuf", 3]]);
  });

  test("unusual numbers: forty children in a day where others look at two", async () => {
    const colleague = await area.addPractitioner({ name: "Bea Low", agencyId });
    for (let one = 0; one < 40; one += 1) {
      const other = await area.addChild({ givenName: `Child ${one}` });
      await looked(nurse, { childId: other });
      if (one < 2) await looked(colleague, { childId: other });
    }
    expect((await ofWeek("unusual-numbers")).people.map(({ name, children }) => [name, children])).toEqual([
      ["Amina Yusuf", 40],
    ]);
    const first = await ofPerson("unusual-numbers", nurse);
    expect(first.list).toHaveLength(40);
  });

  test("a name narrows each list", async () => {
    for (const who of [nurse, manager]) await looked(who, { outcome: "refused", basis: "not-visible" });
    expect((await ofWeek("without-relation", officer, "AMÍNA")).people.map(({ name }) => name)).toEqual([
      "Amina Yusuf",
    ]);
  });
});

describe("who looked for a child and found none", () => {
  const search = (by: TestPerson, text: string, at = new Date("2026-11-25T10:00:00.000Z")) =>
    area.as(by, at).people.search({ text });
  const openExact = (by: TestPerson, number: string) =>
    area.as(by, new Date("2026-11-25T10:00:00.000Z")).access.emergency.open({
      idempotencyKey: newId(),
      child: { by: "number", number },
      reason: "missing",
      words: "Not home since noon",
    });

  test("searches and exact details that found nobody are counted by person, and what was typed is kept nowhere", async () => {
    await search(nurse, "Zebedee Quillfold");
    await search(nurse, "Zebedee Quillfold");
    await expect(openExact(nurse, "4010232137")).rejects.toThrow("not-visible");
    const { people } = await ofWeek("found-nobody");
    expect(people).toMatchObject([{ name: "Amina Yusuf", looks: 3, children: 0, standsOut: false }]);
    const { list, sums } = await ofPerson("found-nobody", nurse);
    expect(list).toHaveLength(3);
    expect(list.every((look) => look.child === undefined && look.basis === undefined)).toBe(true);
    expect(sums).toEqual([
      { what: "Searched for a child by name or number, and found none", looks: 2 },
      {
        what: "Tried to open a record in an emergency, by name and date of birth or by number, and found none",
        looks: 1,
      },
    ]);
    const kept = await area.write((tx) => tx.select().from(auditEntry).where(eq(auditEntry.areaId, area.areaId)));
    expect(JSON.stringify(kept)).not.toMatch(/quillfold|4010232137/i);
  });

  test("a search that found a child of theirs is none of them, nor the end of a list", async () => {
    await area.relate(nurse, childId, "named-person", { from: "2026-01-05T00:00:00.000Z" });
    expect((await search(nurse, "Robin Ashdown")).children).toHaveLength(1);
    expect(await names("found-nobody")).toEqual([]);
  });

  test("a child of somebody else's found by exact details stands with the child, not here", async () => {
    await expect(area.as(nurse, friday).people.child({ childId })).rejects.toThrow("not-visible");
    expect(await names("found-nobody")).toEqual([]);
    expect(await names("without-relation")).toEqual(["Amina Yusuf"]);
  });

  test("ten tries in a day wait to be checked and come first; a slip of the keys is listed and waits for nobody", async () => {
    const clerk = await area.addPractitioner({ name: "Zoe Abel", agencyId });
    for (let one = 0; one < 10; one += 1) await search(clerk, `Nobody ${one}`);
    for (let one = 0; one < 3; one += 1) await search(nurse, `Nobody ${one}`);
    const { people, kinds } = await ofWeek("found-nobody");
    expect(people.map(({ name, looks, standsOut }) => [name, looks, standsOut])).toEqual([
      ["Zoe Abel", 10, true],
      ["Amina Yusuf", 3, false],
    ]);
    expect(kinds.find(({ code }) => code === "found-nobody")).toMatchObject({ people: 2, unchecked: 1 });
    await check("found-nobody", clerk, "asked-about");
    expect((await ofWeek("found-nobody")).kinds.find(({ code }) => code === "found-nobody")?.unchecked).toBe(0);
    expect((await ofWeek("found-nobody", officer, "AMÍNA")).people.map(({ name }) => name)).toEqual(["Amina Yusuf"]);
  });

  test("more people than a page holds are all there, each once, whoever tried most first", async () => {
    const tried: string[] = [];
    for (let one = 0; one < 53; one += 1) {
      const who = await area.addPractitioner({ name: `Person ${String(one).padStart(2, "0")}`, agencyId });
      tried.push(who.practitionerName);
      for (let times = 0; times <= one % 3; times += 1)
        await looked(who, { act: "child.search", childId: null, basis: "found-nobody" });
    }
    const first = await ofWeek("found-nobody");
    expect(first.people).toHaveLength(50);
    const asked = { week, kind: "found-nobody" as const, cursor: first.nextCursor ?? "" };
    const second = await area.as(officer, friday).record.looksOfWeek(asked);
    const all = [...first.people, ...second.people];
    expect(all.map(({ name }) => name).sort()).toEqual(tried);
    expect(all.map(({ looks }) => looks)).toEqual(all.map(({ looks }) => looks).sort((a, b) => b - a));
    expect(second.nextCursor).toBeNull();
  });
});

describe("who saw something of a child without a part in the help", () => {
  test("HIG-57: whoever finds who the named person is where they work stands there, with the child and what they did", async () => {
    await looked(nurse, { act: "named-person.here.read", basis: "works-where-the-child-is" });
    expect(await names("without-part")).toEqual(["Amina Yusuf"]);
    expect((await ofPerson("without-part", nurse)).list).toMatchObject([
      {
        child: { childId },
        what: "Looked up who the child's named person is, where the child goes",
        basis: "works where the child is",
      },
    ]);
  });

  test("the office that keeps the roll is one of them, whoever has a part in the help is not, until the part is over", async () => {
    const clerk = await area.addPractitioner({ name: "Ola Finch", agencyId, role: "record-keeper" });
    await area.relate(clerk, childId, "record-keeper", { from: "2026-01-05T00:00:00.000Z" });
    await area.relate(nurse, childId, "plan-practitioner", { from: "2026-01-05T00:00:00.000Z" });
    await looked(clerk, { act: "roll.list", basis: "record-keeper" });
    await looked(nurse);
    expect(await names("without-part")).toEqual(["Ola Finch"]);
    const ended = { from: "2026-01-05T00:00:00.000Z", until: "2026-11-24T11:00:00.000Z" };
    await area.relate(manager, childId, "lead", ended);
    await looked(manager, { act: "plan.change", outcome: "changed", basis: null });
    expect(await names("without-part"), "what ended the part was done by it").toEqual(["Ola Finch"]);
    await looked(manager, { at: "2026-11-24T11:00:00.001Z" });
    expect(await names("without-part")).toEqual(["Helen Marsh", "Ola Finch"]);
  });

  test("somebody's own action or invitation, what was shared with them, their own time as named person, and looking into looks are none of them", async () => {
    await looked(nurse, { act: "own-action.list", basis: "action-owner" });
    await looked(nurse, { act: "named-person.before.read", basis: "previous-named-person" });
    await looked(otherOfficer, { act: "record.looks.read", basis: "privacy-officer" });
    await looked(nurse, { act: "contribution.read", basis: "contributor" });
    await looked(nurse, { act: "received.read", basis: "released" });
    for (const [act, through] of [
      ["contribution.sent", "contribution.send"],
      ["plan.action-said", "own-action.say"],
    ] as const)
      await looked(nurse, { act, outcome: "changed", basis: null, detail: { decisions: [], through } });
    expect(await names("without-part")).toEqual([]);
    await looked(otherOfficer, { act: "emergency.list", basis: "privacy-officer" });
    expect(await names("without-part")).toEqual(["Quin Lowe"]);
  });

  test("a busy office waits to be checked only where it saw unusually many among offices, and then comes first", async () => {
    const office = (name: string) => area.addPractitioner({ name, agencyId, role: "record-keeper" });
    const [busy, usual, quiet] = [await office("Zadie Orr"), await office("Abe Low"), await office("Cy Fell")];
    for (let one = 0; one < 40; one += 1) {
      const other = await area.addChild({ givenName: `Child ${one}` });
      const seen = { act: "roll.list", basis: "record-keeper", childId: other };
      await looked(busy, seen);
      if (one < 9) await looked(usual, seen);
      if (one < 2) await looked(quiet, seen);
    }
    const { people, kinds } = await ofWeek("without-part");
    expect(people.map(({ name, children, standsOut }) => [name, children, standsOut])).toEqual([
      ["Zadie Orr", 40, true],
      ["Abe Low", 9, false],
      ["Cy Fell", 2, false],
    ]);
    expect(kinds.find(({ code }) => code === "without-part")).toMatchObject({ people: 3, unchecked: 1 });
    expect((await ofPerson("without-part", busy)).sums).toEqual([
      { what: "Saw the child's name in the list of a school or clinic", looks: 40 },
    ]);
  });
});

describe("what was found", () => {
  beforeEach(() => looked(nurse, { outcome: "refused", basis: "not-visible" }));

  test("stands beside the person with who found it, and the next finding beside the one before", async () => {
    await check("without-relation", nurse, "asked-about");
    await check("without-relation", nurse, "in-order", otherOfficer);
    const { people, kinds } = await ofWeek("without-relation");
    expect(people[0]?.found).toMatchObject({ outcome: { code: "in-order" }, by: "Quin Lowe" });
    expect(kinds[0]?.unchecked).toBe(0);
    expect((await ofPerson("without-relation", nurse)).checks.map(({ by }) => by)).toEqual(["Quin Lowe", "Pat Vey"]);
    expect(await toldOf(area, "record.looks.check")).toEqual([]);
    expect(await auditOf(area, "record.looks.check", "changed")).toBe(2);
  });

  test("a breach tells the line manager, and no child is named to them", async () => {
    expect(await check("without-relation", nurse, "breach")).toMatchObject({ told: 1 });
    const told = await toldOf(area, "record.looks.check");
    expect(told.map(({ to }) => to)).toEqual([manager.practitionerId]);
    expect(told[0]?.words).toContain("found a breach by Amina Yusuf in the week of 23 November 2026");
    expect(told[0]?.words).not.toMatch(/Robin|Ashdown/);
  });

  test("is of one kind: the others wait still", async () => {
    await looked(nurse, { at: "2026-11-28T12:00:00.000Z" });
    await check("without-relation", nurse, "in-order");
    const { kinds } = await ofWeek("out-of-hours");
    expect(Object.fromEntries(kinds.map(({ code, unchecked }) => [code, unchecked]))).toMatchObject({
      "without-relation": 0,
      "out-of-hours": 1,
    });
    expect(kinds).toHaveLength(Object.keys(lookKinds).length);
  });
});

test("looking into looks is in the audit too: one entry for each child shown, none for a list of people", async () => {
  const other = await area.addChild({ givenName: "Sam" });
  for (const one of [childId, other, other])
    await looked(nurse, { childId: one, outcome: "refused", basis: "not-visible" });
  await ofWeek("without-relation");
  expect(await auditOf(area, "record.looks.read", "read")).toBe(0);
  await ofPerson("without-relation", nurse);
  const kept = await area.write((tx) =>
    tx
      .select({ childId: auditEntry.childId, basis: auditEntry.basis })
      .from(auditEntry)
      .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.act, "record.looks.read"))),
  );
  expect(kept.map((one) => one.childId).sort()).toEqual([childId, other].sort());
  expect(new Set(kept.map(({ basis }) => basis))).toEqual(new Set(["privacy-officer"]));
});
