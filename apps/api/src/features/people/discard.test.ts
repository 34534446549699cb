import { eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { rollIn, rollInRow } from "../../db/schema/roll-in.ts";
import { discardOldPreviews } from "../../jobs/old-previews.ts";
import type { TestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { anOffice, confirmation, previewOf, twoListed } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";
import { auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const discarding = ({ rollIn: { rollInId, version } }: { rollIn: { rollInId: string; version: number } }) => ({
  idempotencyKey: newKey(),
  rollInId,
  version,
});
const rowsLeft = async (area: TestArea, rollInId: string) =>
  (await area.write((tx) => tx.select().from(rollInRow).where(eq(rollInRow.rollInId, rollInId)))).length;

describe("a list that is not imported", () => {
  test("is discarded by whoever keeps the roll: its rows go, its name and who did it stay, and it happens once", async () => {
    const { area, office, previewed, establishmentId } = await anOffice(database);
    const list = await previewed(twoListed);
    expect(list.rollIn.keptUntil).toBe("2026-12-07");
    const command = discarding(list);
    const discarded = await office.rollIn.discard(command);
    expect(discarded).toMatchObject({
      state: "discarded",
      discarded: { by: "Una Keir" },
      words: "This list was discarded. Nothing of it was imported.",
    });
    expect(discarded).not.toHaveProperty("keptUntil");
    expect(await office.rollIn.discard(command)).toEqual(discarded);
    expect(await rowsLeft(area, list.rollIn.rollInId)).toBe(0);
    expect((await office.rollIn.list({ establishmentId })).rollIns).toMatchObject([{ state: "discarded" }]);
    expect((await office.rollIn.rows({ rollInId: list.rollIn.rollInId })).rows).toEqual([]);
    expect(await auditOf(area, "roll-in.discarded", "changed")).toBe(1);
  });

  test("cannot be imported, compared or discarded afterwards; what was imported is undone, never discarded", async () => {
    const { area, office, previewed } = await anOffice(database);
    const list = await previewed(twoListed);
    const { version } = await office.rollIn.discard(discarding(list));
    const already = { kind: "already", because: "This list was discarded. Upload it again." };
    const again = { rollIn: { ...list.rollIn, version } };
    expect(await refusalOf(office.rollIn.confirm(confirmation(again)))).toMatchObject(already);
    expect(await refusalOf(office.rollIn.discard(discarding(again)))).toMatchObject(already);
    const { rollInId } = list.rollIn;
    const choosing = { idempotencyKey: newKey(), rollInId, rowNumber: 2, choice: { is: "left-out" as const } };
    expect(await refusalOf(office.rollIn.chooseMatch(choosing))).toMatchObject(already);

    const imported = await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    expect(await refusalOf(office.rollIn.discard(discarding({ rollIn: imported })))).toMatchObject({
      because: "This list has been imported already.",
    });
    expect(await rowsLeft(area, imported.rollInId)).toBe(2);
  });

  test("is not there for another school's office", async () => {
    const { area, previewed } = await anOffice(database);
    const list = await previewed(twoListed);
    const other = await aSchool(area, { name: "Gull Road School" });
    expect(await refusalOf(area.as(other.office).people.rollIn.discard(discarding(list)))).toMatchObject({
      kind: "not-visible",
    });
    expect(await rowsLeft(area, list.rollIn.rollInId)).toBe(2);
  });

  test("is discarded by itself on the fourteenth day after it was uploaded, and what was imported stays", async () => {
    const { area, school, office, previewed } = await anOffice(database);
    const imported = await office.rollIn.confirm(confirmation(await previewed(twoListed)));
    const list = await previewed(twoListed);
    const of = {
      areas: async () => [{ areaId: area.areaId, name: "", isDemonstration: false }],
      inArea: database.inArea,
    };
    expect(await discardOldPreviews(of, new Date("2026-12-06T23:59:00.000Z"))).toBe(0);
    const theDay = new Date("2026-12-07T00:15:00.000Z");
    expect(await discardOldPreviews(of, theDay)).toBe(1);
    expect(await discardOldPreviews(of, theDay)).toBe(0);
    const later = area.as(school.office, new Date("2026-12-07T09:00:00.000Z")).people;
    const found = await later.rollIn.get({ rollInId: list.rollIn.rollInId });
    expect(found.state).toBe("discarded");
    expect(found.discarded).toEqual({ at: expect.stringContaining("2026-12-07") });
    expect([await rowsLeft(area, list.rollIn.rollInId), await rowsLeft(area, imported.rollInId)]).toEqual([0, 2]);
    expect(await auditOf(area, "roll-in.discarded", "system")).toBe(1);
  });

  test("the database itself lets no row of an imported list go", async () => {
    const { area, school, office, previewed, establishmentId } = await anOffice(database);
    const imported = await office.rollIn.confirm(confirmation(await previewOf(office, establishmentId, twoListed)));
    await previewed(twoListed);
    const asking = {
      areaId: area.areaId,
      practitionerId: school.office.practitionerId,
      now: "2026-11-23T11:00:00.000Z",
      as: "person" as const,
    };
    await database.inArea(asking, (tx) => tx.delete(rollInRow).where(eq(rollInRow.areaId, area.areaId)));
    const left = await area.write((tx) =>
      tx.select({ rollInId: rollInRow.rollInId }).from(rollInRow).where(eq(rollInRow.areaId, area.areaId)),
    );
    expect(new Set(left.map(({ rollInId }) => rollInId))).toEqual(new Set([imported.rollInId]));
    const kept = await area.write((tx) => tx.select().from(rollIn).where(eq(rollIn.areaId, area.areaId)));
    expect(kept).toHaveLength(2);
  });
});
