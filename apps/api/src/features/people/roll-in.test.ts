import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child, place } from "../../db/schema/child.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { aList, anOffice, confirmation, handIn, kindsOf, listed, twoListed } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("a class list", () => {
  test("is previewed row by row, and no child's record changes", async () => {
    const { area, previewed } = await anOffice(database);
    const answer = await previewed([
      ...twoListed,
      listed({ CHILD_FIRST_NAME: "", CHILD_DATE_OF_BIRTH: "31/2/2017" }),
      listed(),
    ]);
    expect(kindsOf(answer)).toEqual(["new", "new", "refused", "refused"]);
    expect(answer.rollIn.summary).toMatchObject({ rows: 4, new: 2, refused: 2, same: 0, changed: 0 });
    expect(answer.rows.rows[2]?.problems.map(({ label, severity }) => [label, severity])).toEqual([
      ["First name", "error"],
      ["Date of birth", "error"],
    ]);
    expect(answer.rows.rows[3]?.problems[0]?.message).toBe(
      "An earlier row has the same names and date of birth. It is row 2.",
    );
    expect(answer.rows.rows[1]?.name).toBe("Iain O'Brien-MacLeòid");
    expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toEqual([]);
  });

  test("adds children with places, carers and access, each with a step of their record", async () => {
    const { area, office, previewed, establishmentId } = await anOffice(database);
    const done = await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    expect(done).toMatchObject({
      state: "confirmed",
      words: "2 children were added to the roll, 0 changed and 0 marked as having left.",
    });
    const { rows } = await office.roll.list({ establishmentId });
    expect(rows.map(({ name, group, yearGroup }) => [name, group, yearGroup])).toEqual([
      ["O'Brien-MacLeòid, Iain", "P5", "Primary 5"],
      ["Shaw, Eilidh", "P5", "Primary 5"],
    ]);
    expect(await office.roll.child({ childId: rows[0]?.childId ?? "" })).toMatchObject({
      carers: [{ name: "Ceit MacLeòid" }],
      places: [{ from: "2026-08-18", fullTime: true }],
    });
    const steps = await area.write((tx) =>
      tx.select().from(chronologyEntry).where(eq(chronologyEntry.areaId, area.areaId)),
    );
    expect(steps.map(({ title }) => title)).toContain("On the roll of Tern Lane School from 18 August 2026");
    const audit = await area.write((tx) => tx.select().from(auditEntry).where(eq(auditEntry.areaId, area.areaId)));
    expect(audit.filter(({ act, outcome }) => act === "roll-in.added" && outcome === "changed")).toHaveLength(2);
  });

  test("imported twice changes nothing, and it says so", async () => {
    const { area, office, previewed } = await anOffice(database);
    await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    const again = await previewed(twoListed);
    expect(kindsOf(again)).toEqual(["same", "same"]);
    expect(again.rollIn).toMatchObject({
      sameFileImportedAt: aMonday.toISOString(),
      words: "Nothing in this list is new or changed.",
    });
    const done = await office.rollIn.confirm(confirmation(again));
    expect(done.words).toBe("Nothing was new or changed, so nothing was imported.");
    expect(await area.write((tx) => tx.select().from(place).where(eq(place.areaId, area.areaId)))).toHaveLength(2);
  });

  test("changes what it says otherwise, and takes nothing away that it leaves out", async () => {
    const { office, previewed, establishmentId } = await anOffice(database);
    await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    const answer = await previewed([
      listed({ CHILD_REGISTRATION: "P5B", CHILD_YEAR_GROUP: "" }),
      { ...twoListed[1], PARENT_1_NAME: "Ceit MacLeòid", PARENT_1_PHONE: "01632 960 001" },
    ]);
    expect(answer.rows.rows.map(({ kind, changes }) => [kind, changes])).toEqual([
      ["changed", [{ what: "Class", from: "P5", to: "P5B" }]],
      ["changed", [{ what: "Parents and carers", from: null, to: "Ceit MacLeòid, 01632 960 001" }]],
    ]);
    await office.rollIn.confirm(confirmation(answer));
    const { rows } = await office.roll.list({ establishmentId });
    expect(rows.map(({ group, yearGroup }) => [group, yearGroup])).toEqual([
      ["P5", "Primary 5"],
      ["P5B", "Primary 5"],
    ]);
    expect((await office.roll.child({ childId: rows[0]?.childId ?? "" })).carers).toMatchObject([
      { name: "Ceit MacLeòid", phone: "01632 960 001" },
    ]);
  });

  test("in Windows-1252 keeps its accents", async () => {
    const { office, establishmentId } = await anOffice(database);
    const answer = await office.rollIn.preview({ ...handIn(establishmentId, []), content: aList(twoListed, "latin1") });
    expect(answer).toMatchObject({
      outcome: "previewed",
      rollIn: { encoding: "windows-1252" },
      rows: { rows: [{}, { name: "Iain O'Brien-MacLeòid" }] },
    });
  });

  test("asks for the first day only where somebody is new", async () => {
    const { office, previewed, establishmentId } = await anOffice(database);
    const { onRollFrom: _, ...first } = confirmation(await previewed(twoListed));
    expect(await refusalOf(office.rollIn.confirm(first))).toMatchObject({ kind: "input" });
    await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    const moved = twoListed.map((row) => ({ ...row, CHILD_REGISTRATION: "P5B" }));
    const { onRollFrom: __, ...changed } = confirmation(await previewed(moved));
    expect(await office.rollIn.confirm(changed)).toMatchObject({ done: { added: 0, changed: 2 } });
    expect((await office.roll.list({ establishmentId })).rows.map(({ group }) => group)).toEqual(["P5B", "P5B"]);
  });

  test("with other headings asks which column is which, and remembers it for the school", async () => {
    const { office, establishmentId } = await anOffice(database);
    const content = Buffer.from("Vorname,Nachname,Geburtstag\nEilidh,Shaw,3/5/2017").toString("base64");
    const asked = await office.rollIn.preview({ ...handIn(establishmentId, []), content });
    expect(asked).toMatchObject({
      outcome: "needs-columns",
      headings: ["Vorname", "Nachname", "Geburtstag"],
      problems: [{ message: "Choose the column that holds the first name." }, {}, {}],
    });
    const mapping = { CHILD_FIRST_NAME: "Vorname", CHILD_LAST_NAME: "Nachname", CHILD_DATE_OF_BIRTH: "Geburtstag" };
    const answer = await office.rollIn.preview({ ...handIn(establishmentId, []), content, mapping });
    if (answer.outcome !== "previewed") throw new Error("it asked again");
    const next = await office.rollIn.preview({ ...handIn(establishmentId, []), content });
    expect(next, "remembered before the list is imported").toMatchObject({ outcome: "previewed" });
    await office.rollIn.confirm(confirmation(answer));
    expect(await office.rollIn.preview({ ...handIn(establishmentId, []), content })).toMatchObject({
      outcome: "previewed",
    });
  });

  test("that is no list is refused in plain words", async () => {
    const { office, establishmentId } = await anOffice(database);
    expect(
      await refusalOf(
        office.rollIn.preview({ ...handIn(establishmentId, []), content: Buffer.from("  ").toString("base64") }),
      ),
    ).toEqual({
      kind: "input",
      problems: [{ path: "content", message: "The file is empty. Export the list again and choose the new file." }],
    });
  });

  test("takes test numbers in a demonstration only", async () => {
    const { area, previewed } = await anOffice(database);
    const rows = [listed({ CHILD_NHS_NUMBER: "9990000018" })];
    expect(kindsOf(await previewed(rows))).toEqual(["new"]);
    await database.jobs.executeSql("update area set is_demonstration = false where area_id = $1", [area.areaId]);
    const refused = await previewed(rows);
    expect(refused.rows.rows[0]).toMatchObject({
      kind: "refused",
      problems: [
        { label: "NHS number", message: "NHS numbers that begin 999 are for testing. Enter the child's own number." },
      ],
    });
  });
});

describe("children on the roll who are not in the list", () => {
  test("are listed, and stay until somebody ticks them", async () => {
    const { area, school, office, previewed, establishmentId } = await anOffice(database);
    await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    const first = await previewed([listed()]);
    expect(first.rollIn.summary.notInList).toBe(1);
    const { children } = await office.rollIn.notInList({ rollInId: first.rollIn.rollInId });
    expect(children.map(({ name }) => name)).toEqual(["Iain O'Brien-MacLeòid"]);
    await office.rollIn.confirm(confirmation(first));
    expect((await office.roll.list({ establishmentId })).rows).toHaveLength(2);
    const second = await previewed([listed()]);
    const leaverIds = children.map(({ childId }) => childId);
    const done = await office.rollIn.confirm({ ...confirmation(second), leaverIds, leftOn: localDate("2026-11-20") });
    expect(done.done?.left).toBe(1);
    expect((await office.roll.list({ establishmentId })).rows.map(({ name }) => name)).toEqual(["Shaw, Eilidh"]);
    const minuteLater = area.as(school.office, new Date("2026-11-23T10:01:00.000Z")).people;
    expect(await refusalOf(minuteLater.roll.child({ childId: leaverIds[0] ?? "" }))).toMatchObject({
      kind: "not-visible",
    });
  });
});

describe("the doors of an import", () => {
  test("it is for those who keep that roll: others of the area and other areas find nothing", async () => {
    const { area, school, previewed } = await anOffice(database);
    const { rollIn } = await previewed(twoListed);
    const other = await aSchool(area, { name: "Gull Road School" });
    const abroad = await anOffice(database);
    for (const caller of [area.as(other.office).people, abroad.office]) {
      expect(await refusalOf(caller.rollIn.get({ rollInId: rollIn.rollInId }))).toMatchObject({ kind: "not-visible" });
      expect(await refusalOf(caller.rollIn.rows({ rollInId: rollIn.rollInId }))).toMatchObject({ kind: "not-visible" });
      expect(await refusalOf(caller.rollIn.confirm(confirmation({ rollIn })))).toMatchObject({ kind: "not-visible" });
      expect(await refusalOf(caller.rollIn.list({ establishmentId: school.establishmentId }))).toMatchObject({
        kind: "not-visible",
      });
      expect(await refusalOf(caller.roll.list({ establishmentId: school.establishmentId }))).toMatchObject({
        kind: "not-visible",
      });
      expect(await refusalOf(caller.rollIn.preview(handIn(school.establishmentId, twoListed)))).toMatchObject({
        kind: "not-visible",
      });
    }
    expect(
      await refusalOf(area.as(school.bain).people.rollIn.list({ establishmentId: school.establishmentId })),
    ).toMatchObject({ kind: "not-allowed" });
  });

  test("a second click confirms once, a stale version and a roll that changed since are refused", async () => {
    const { area, office, previewed, establishmentId } = await anOffice(database);
    const [one, two] = [await previewed(twoListed), await previewed([listed()])];
    expect(await refusalOf(office.rollIn.confirm({ ...confirmation(one), version: 7 }))).toMatchObject({
      kind: "changed-since",
      what: "import",
    });
    const command = confirmation(one);
    expect(await office.rollIn.confirm(command)).toEqual(await office.rollIn.confirm(command));
    expect(await refusalOf(office.rollIn.confirm(confirmation(two)))).toEqual({ kind: "changed-since", what: "roll" });
    expect(await refusalOf(office.rollIn.confirm({ ...confirmation(one), version: 2 }))).toMatchObject({
      kind: "already",
    });
    expect((await office.rollIn.list({ establishmentId })).rollIns).toHaveLength(2);
    expect(
      await refusalOf(area.as({ ...(await aSchool(area)).office }).people.rollIn.get({ rollInId: newId() })),
    ).toMatchObject({ kind: "not-visible" });
  });

  test("a primary school says whether its new children attend full-time", async () => {
    const { office, previewed } = await anOffice(database);
    const { fullTime: _, ...command } = confirmation(await previewed(twoListed));
    expect(await refusalOf(office.rollIn.confirm(command))).toMatchObject({
      problems: [{ path: "fullTime", message: "Say whether the children who are new attend full-time" }],
    });
  });
});

test("rows are paged in the order of the file and narrowed to one kind", async () => {
  const { office, previewed } = await anOffice(database);
  const many = Array.from({ length: 120 }, (_, at) =>
    listed({
      CHILD_FIRST_NAME: `Child${String.fromCharCode(65 + (at % 26))}${at < 26 ? "" : at < 52 ? "a" : at < 78 ? "b" : at < 104 ? "c" : "d"}`,
    }),
  );
  const { rollIn, rows } = await previewed([...many, listed({ CHILD_DATE_OF_BIRTH: "" })]);
  expect(rows.rows).toHaveLength(50);
  const second = await office.rollIn.rows({
    rollInId: rollIn.rollInId,
    ...(rows.nextCursor === null ? {} : { cursor: rows.nextCursor }),
  });
  expect(second.rows[0]?.rowNumber).toBe(52);
  const refused = await office.rollIn.rows({ rollInId: rollIn.rollInId, kind: "refused" });
  expect(refused).toMatchObject({ rows: [{ rowNumber: 122 }], nextCursor: null });
});

test("named persons are settled by the school's arrangement as the list comes in", async () => {
  const { area, school, office, previewed, establishmentId } = await anOffice(database);
  const groups = [{ group: "P5", practitionerId: school.bain.practitionerId }];
  await area.as(school.head).namedPerson.arrange({
    idempotencyKey: newKey(),
    establishmentId,
    version: 1,
    pattern: "by-class",
    groups,
    from: localDate("2026-11-23"),
  });
  const { done } = await office.rollIn.confirm(
    confirmation(await previewed([...twoListed, listed({ CHILD_FIRST_NAME: "Rona", CHILD_REGISTRATION: "" })])),
  );
  expect(done?.namedPersons).toEqual({ assigned: 2, unassigned: 1 });
  const { rows } = await office.roll.list({ establishmentId });
  expect(rows.map(({ name, namedPerson }) => [name, namedPerson?.name])).toEqual([
    ["O'Brien-MacLeòid, Iain", "Mr Bain"],
    ["Shaw, Eilidh", "Mr Bain"],
    ["Shaw, Rona", undefined],
  ]);
  expect((await office.establishments())[0]).toMatchObject({
    onRoll: 3,
    withoutNamedPerson: 1,
    groups: { classes: [{ group: "P5", children: 2 }] },
  });
});

test.each(["wigan", "bolton"])(
  "where the documents know no named person (%s) a list comes in all the same",
  async (edition) => {
    const { office, previewed } = await anOffice(database, edition);
    const { done } = await office.rollIn.confirm(
      confirmation(await previewed([listed({ CHILD_YEAR_GROUP: "Year 4" })])),
    );
    expect(done).toMatchObject({ added: 1, namedPersons: null });
  },
);
