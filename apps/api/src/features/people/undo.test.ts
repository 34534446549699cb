import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { testDatabase } from "../../testing/database.ts";
import { anOffice, confirmation, listed, previewOf, twoListed } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("undoing an import", () => {
  const undoing = ({ rollInId, version }: { rollInId: string; version: number }) => ({
    idempotencyKey: newKey(),
    rollInId,
    version,
    reason: "It was the list of another school.",
  });

  test("takes away what it added and gives changed details back", async () => {
    const { area, office, previewed, establishmentId } = await anOffice(database);
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
          twoListed[1] ?? {},
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
    const { area, school, office, previewed, establishmentId } = await anOffice(database);
    const done = await office.rollIn.confirm(confirmation(await previewed(twoListed)));
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
    const { area, school, office, previewed, establishmentId } = await anOffice(database);
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
    const { office, previewed } = await anOffice(database);
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
