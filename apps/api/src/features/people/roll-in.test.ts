import { localDate } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child, childIdentifier, place } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type Caller } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { aList, handIn, type Listed, listed } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const onRollFrom = localDate("2026-08-18");
const twins = [
  listed(),
  listed({ CHILD_FIRST_NAME: "Iain", CHILD_LAST_NAME: "O'Brien-MacLeòid", PARENT_1_NAME: "Ceit MacLeòid" }),
];

async function anOffice(edition?: string) {
  const area = await aTestArea(database, edition === undefined ? {} : { edition });
  const school = await aSchool(area);
  const office = area.as(school.office).people;
  const previewed = (
    rows: readonly Listed[],
    caller: Caller["people"] = office,
    establishmentId = school.establishmentId,
  ) => previewOf(caller, establishmentId, rows);
  return { area, school, office, previewed, establishmentId: school.establishmentId };
}

async function previewOf(caller: Caller["people"], establishmentId: string, rows: readonly Listed[]) {
  const answer = await caller.rollIn.preview(handIn(establishmentId, rows));
  if (answer.outcome !== "previewed") throw new Error(JSON.stringify(answer.problems));
  return answer;
}

const confirmation = ({ rollIn }: { rollIn: { rollInId: string; version: number } }) => ({
  idempotencyKey: newKey(),
  rollInId: rollIn.rollInId,
  version: rollIn.version,
  onRollFrom,
  fullTime: true,
});

const kindsOf = ({ rows }: { rows: { rows: readonly { kind: string }[] } }) => rows.rows.map(({ kind }) => kind);

describe("a class list", () => {
  test("is previewed row by row, and no child's record changes", async () => {
    const { area, previewed } = await anOffice();
    const answer = await previewed([
      ...twins,
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
    const { area, office, previewed, establishmentId } = await anOffice();
    const done = await office.rollIn.confirm(confirmation(await previewed(twins)));
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
    const { area, office, previewed } = await anOffice();
    await office.rollIn.confirm(confirmation(await previewed(twins)));
    const again = await previewed(twins);
    expect(kindsOf(again)).toEqual(["same", "same"]);
    expect(again.rollIn).toMatchObject({
      sameFileImportedAt: aMonday.toISOString(),
      words: "Nothing in this list is new or changed. Importing it changes nothing.",
    });
    const done = await office.rollIn.confirm(confirmation(again));
    expect(done.words).toBe("Nothing was new or changed, so nothing was imported.");
    expect(await area.write((tx) => tx.select().from(place).where(eq(place.areaId, area.areaId)))).toHaveLength(2);
  });

  test("changes what it says otherwise, and takes nothing away that it leaves out", async () => {
    const { office, previewed, establishmentId } = await anOffice();
    await office.rollIn.confirm(confirmation(await previewed(twins)));
    const answer = await previewed([
      listed({ CHILD_REGISTRATION: "P5B", CHILD_YEAR_GROUP: "" }),
      { ...twins[1], PARENT_1_NAME: "Ceit MacLeòid", PARENT_1_PHONE: "01632 960 001" },
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
    const { office, establishmentId } = await anOffice();
    const answer = await office.rollIn.preview({ ...handIn(establishmentId, []), content: aList(twins, "latin1") });
    expect(answer).toMatchObject({
      outcome: "previewed",
      rollIn: { encoding: "windows-1252" },
      rows: { rows: [{}, { name: "Iain O'Brien-MacLeòid" }] },
    });
  });

  test("with other headings asks which column is which, and remembers it for the school", async () => {
    const { office, establishmentId } = await anOffice();
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
    await office.rollIn.confirm(confirmation(answer));
    expect(await office.rollIn.preview({ ...handIn(establishmentId, []), content })).toMatchObject({
      outcome: "previewed",
    });
  });

  test("that is no list is refused in plain words", async () => {
    const { office, establishmentId } = await anOffice();
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
    const { area, previewed } = await anOffice();
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

describe("a row that may be about a child who is here", () => {
  async function aSlip() {
    const made = await anOffice();
    await made.office.rollIn.confirm(confirmation(await made.previewed([listed()])));
    return { ...made, answer: await made.previewed([listed({ CHILD_DATE_OF_BIRTH: "5/3/2017" })]) };
  }

  test("waits for a person, who sees both, and is imported with their choice", async () => {
    const { office, answer, establishmentId } = await aSlip();
    expect(kindsOf(answer)).toEqual(["possible-match"]);
    expect(answer.rows.rows[0]?.candidates).toMatchObject([{ name: "Eilidh Shaw", bornOn: "2017-05-03" }]);
    const command = confirmation(answer);
    expect(await refusalOf(office.rollIn.confirm(command))).toMatchObject({
      kind: "input",
      problems: [{ message: "Say of 1 row whether two children are one" }],
    });
    const choice = { is: "this-child" as const, childId: answer.rows.rows[0]?.candidates[0]?.childId ?? "" };
    const row = await office.rollIn.chooseMatch({
      idempotencyKey: newKey(),
      rollInId: answer.rollIn.rollInId,
      rowNumber: 2,
      choice,
    });
    expect(row.choice).toEqual(choice);
    await office.rollIn.confirm({ ...command, idempotencyKey: newKey() });
    expect((await office.roll.list({ establishmentId })).rows).toHaveLength(1);
  });

  test.each([
    ["another-child", 2],
    ["left-out", 1],
  ] as const)("%s: the roll then has %i", async (is, children) => {
    const { office, answer, establishmentId } = await aSlip();
    await office.rollIn.chooseMatch({
      idempotencyKey: newKey(),
      rollInId: answer.rollIn.rollInId,
      rowNumber: 2,
      choice: { is },
    });
    await office.rollIn.confirm(confirmation(answer));
    expect((await office.roll.list({ establishmentId })).rows).toHaveLength(children);
  });
});

describe("a child of another school of the area", () => {
  const number = "9990000018";
  async function twoSchools() {
    const first = await anOffice();
    await first.office.rollIn.confirm(
      confirmation(await first.previewed([listed({ CHILD_NHS_NUMBER: number, PARENT_1_NAME: "Ceit Shaw" })])),
    );
    const second = await aSchool(first.area, { name: "Gull Road School" });
    const office = first.area.as(second.office).people;
    return {
      ...first,
      second,
      secondOffice: office,
      previewedThere: (rows: readonly Listed[]) => previewOf(office, second.establishmentId, rows),
    };
  }

  test("with the same number, names and date of birth is the same child: a new place and no second record", async () => {
    const { area, second, secondOffice, previewedThere } = await twoSchools();
    const answer = await previewedThere([listed({ CHILD_NHS_NUMBER: number })]);
    expect(kindsOf(answer)).toEqual(["new"]);
    await secondOffice.rollIn.confirm(confirmation(answer));
    expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toHaveLength(1);
    expect((await secondOffice.roll.list({ establishmentId: second.establishmentId })).rows).toHaveLength(1);
  });

  test("shows nothing in a preview: a number that is held reads like one that nobody has", async () => {
    const { previewedThere } = await twoSchools();
    const [held, free] = [
      listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: number }),
      listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: "9990000026" }),
    ];
    const [known, unknown] = [await previewedThere([held]), await previewedThere([free])];
    expect(known.rows).toEqual(unknown.rows);
    expect(known.rollIn.summary).toEqual(unknown.rollIn.summary);
  });

  test("keeps its number when a list gives it to somebody else, and those who answer for the child hear of it", async () => {
    const { area, school, secondOffice, second, previewedThere } = await twoSchools();
    await secondOffice.rollIn.confirm(
      confirmation(await previewedThere([listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: number })])),
    );
    expect((await secondOffice.roll.list({ establishmentId: second.establishmentId })).rows).toMatchObject([
      { name: "Shaw, Isla" },
    ]);
    const holders = await area.write((tx) =>
      tx
        .select()
        .from(childIdentifier)
        .where(and(eq(childIdentifier.areaId, area.areaId), isNull(childIdentifier.supersededAt))),
    );
    expect(holders).toHaveLength(1);
    const told = await area.write(
      async (tx) =>
        (await tx.execute("select payload from outbox")) as unknown as {
          rows: { payload: { practitionerId: string; act: string } }[];
        },
    );
    expect(
      told.rows
        .filter(({ payload }) => payload.act === "roll-in.same-number")
        .map(({ payload }) => payload.practitionerId)
        .sort(),
    ).toEqual([school.office.practitionerId, school.head.practitionerId].sort());
  });

  test("of another area is another child", async () => {
    await twoSchools();
    const elsewhere = await anOffice();
    await elsewhere.office.rollIn.confirm(
      confirmation(await elsewhere.previewed([listed({ CHILD_NHS_NUMBER: number })])),
    );
    expect((await elsewhere.office.roll.list({ establishmentId: elsewhere.establishmentId })).rows).toHaveLength(1);
  });
});

describe("children on the roll who are not in the list", () => {
  test("are listed, and stay until somebody ticks them", async () => {
    const { area, school, office, previewed, establishmentId } = await anOffice();
    await office.rollIn.confirm(confirmation(await previewed(twins)));
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

describe("undoing an import", () => {
  const undoing = ({ rollInId, version }: { rollInId: string; version: number }) => ({
    idempotencyKey: newKey(),
    rollInId,
    version,
    reason: "It was the list of another school.",
  });

  test("takes away what it added and gives changed details back", async () => {
    const { area, office, previewed, establishmentId } = await anOffice();
    await office.rollIn.confirm(
      confirmation(
        await previewed([
          listed({ CHILD_POSTCODE: "IV99 9ZZ", PARENT_1_NAME: "Ceit Shaw", PARENT_1_PHONE: "01632 960 001" }),
        ]),
      ),
    );
    const before = await office.roll.list({ establishmentId });
    const second = await office.rollIn.confirm(
      confirmation(
        await previewed([
          listed({ CHILD_REGISTRATION: "P5B", PARENT_1_NAME: "Ceit Shaw", PARENT_1_PHONE: "01632 960 002" }),
          twins[1] ?? {},
        ]),
      ),
    );
    const undone = await office.rollIn.undo(undoing(second));
    expect(undone).toMatchObject({ removed: 1, restored: 1, kept: [], rollIn: { state: "undone" } });
    expect(await office.roll.list({ establishmentId })).toEqual(before);
    expect((await office.roll.child({ childId: before.rows[0]?.childId ?? "" })).carers).toMatchObject([
      { phone: "01632 960 001" },
    ]);
    const withdrawn = await area.write((tx) =>
      tx
        .select()
        .from(child)
        .where(and(eq(child.areaId, area.areaId), eq(child.givenName, "Iain"))),
    );
    expect(withdrawn[0]?.withdrawnAt).not.toBeNull();
  });

  test("keeps a child about whom something was recorded since, and says what", async () => {
    const { area, school, office, previewed, establishmentId } = await anOffice();
    const done = await office.rollIn.confirm(confirmation(await previewed(twins)));
    const [worked] = (await office.roll.list({ establishmentId })).rows;
    const later = new Date("2026-11-24T09:00:00.000Z");
    await area.as(school.head, later).namedPerson.assign({
      idempotencyKey: newKey(),
      childId: worked?.childId ?? "",
      practitionerId: school.bain.practitionerId,
      from: localDate("2026-11-24"),
      insteadOfId: null,
    });
    const undone = await area.as(school.office, later).people.rollIn.undo(undoing(done));
    expect(undone.removed).toBe(1);
    expect(undone.kept).toEqual([
      {
        childId: worked?.childId,
        name: "Iain O'Brien-MacLeòid",
        why: "Something has been recorded about this child since: Mr Bain is the named person from 24 November 2026.",
      },
    ]);
    expect(
      (await area.as(school.office, later).people.roll.list({ establishmentId })).rows.map(({ name }) => name),
    ).toEqual(["O'Brien-MacLeòid, Iain"]);
  });

  test("ends the named persons it settled, and whoever was it before is it again", async () => {
    const { area, school, office, previewed, establishmentId } = await anOffice();
    await office.rollIn.confirm(confirmation(await previewed([listed({ CHILD_NHS_NUMBER: "9990000018" })])));
    const [row] = (await office.roll.list({ establishmentId })).rows;
    const childId = row?.childId ?? "";
    await area.as(school.head).namedPerson.assign({
      idempotencyKey: newKey(),
      childId,
      practitionerId: school.bain.practitionerId,
      from: localDate("2026-11-23"),
      insteadOfId: null,
    });
    const second = await aSchool(area, { name: "Gull Road School" });
    const later = new Date("2026-11-25T09:00:00.000Z");
    const there = area.as(second.head, later);
    await there.namedPerson.arrange({
      idempotencyKey: newKey(),
      establishmentId: second.establishmentId,
      version: 1,
      pattern: "one-person",
      groups: [{ group: "*", practitionerId: second.head.practitionerId }],
      from: localDate("2026-11-25"),
    });
    const done = await there.people.rollIn.confirm({
      ...confirmation(
        await previewOf(there.people, second.establishmentId, [listed({ CHILD_NHS_NUMBER: "9990000018" })]),
      ),
      onRollFrom: localDate("2026-11-25"),
    });
    expect((await area.as(school.head, later).people.roll.child({ childId })).namedPerson).toMatchObject({
      current: { name: "Mrs Shaw", establishment: "Gull Road School" },
    });
    await area.as(second.head, new Date("2026-11-26T09:00:00.000Z")).people.rollIn.undo(undoing(done));
    expect(
      (await area.as(school.head, new Date("2026-11-26T10:00:00.000Z")).people.roll.child({ childId })).namedPerson,
    ).toMatchObject({ current: { name: "Mr Bain" } });
    const line = await area.write((tx) => tx.select().from(namedPerson).where(eq(namedPerson.childId, childId)));
    expect(line).toHaveLength(3);
  });

  test("goes from the latest back, needs the version that was seen, and happens once", async () => {
    const { office, previewed } = await anOffice();
    const first = await office.rollIn.confirm(confirmation(await previewed([listed()])));
    expect(await refusalOf(office.rollIn.undo({ ...undoing(first), version: 9 }))).toMatchObject({
      kind: "changed-since",
    });
    const command = undoing(first);
    const undone = await office.rollIn.undo(command);
    expect(await office.rollIn.undo(command)).toEqual(undone);
    expect(await refusalOf(office.rollIn.undo({ ...undoing(first), version: 3 }))).toMatchObject({ kind: "already" });
  });
});

describe("the doors of an import", () => {
  test("it is for those who keep that roll: others of the area and other areas find nothing", async () => {
    const { area, school, previewed } = await anOffice();
    const { rollIn } = await previewed(twins);
    const other = await aSchool(area, { name: "Gull Road School" });
    const abroad = await anOffice();
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
      expect(await refusalOf(caller.rollIn.preview(handIn(school.establishmentId, twins)))).toMatchObject({
        kind: "not-visible",
      });
    }
    expect(
      await refusalOf(area.as(school.bain).people.rollIn.list({ establishmentId: school.establishmentId })),
    ).toMatchObject({ kind: "not-allowed" });
  });

  test("a second click confirms once, a stale version and a roll that changed since are refused", async () => {
    const { area, office, previewed, establishmentId } = await anOffice();
    const [one, two] = [await previewed(twins), await previewed([listed()])];
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
    const { office, previewed } = await anOffice();
    const { fullTime: _, ...command } = confirmation(await previewed(twins));
    expect(await refusalOf(office.rollIn.confirm(command))).toMatchObject({
      problems: [{ path: "fullTime", message: "Say whether the children who are new attend full-time" }],
    });
  });
});

test("rows are paged in the order of the file and narrowed to one kind", async () => {
  const { office, previewed } = await anOffice();
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
  const { area, school, office, previewed, establishmentId } = await anOffice();
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
    confirmation(await previewed([...twins, listed({ CHILD_FIRST_NAME: "Rona", CHILD_REGISTRATION: "" })])),
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
    const { office, previewed } = await anOffice(edition);
    const { done } = await office.rollIn.confirm(
      confirmation(await previewed([listed({ CHILD_YEAR_GROUP: "Year 4" })])),
    );
    expect(done).toMatchObject({ added: 1, namedPersons: null });
  },
);
