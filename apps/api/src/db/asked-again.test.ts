import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { codeOf } from "./asking.ts";
import type { Database, Handle } from "./database.ts";
import { agency } from "./schema/area.ts";
import { child } from "./schema/child.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const namesSeen = async (tx: Handle) =>
  (await tx.select({ name: child.givenName }).from(child).orderBy(child.givenName)).map(({ name }) => name);

describe("a statement that is asked again", () => {
  test("answers each person by their own rows, however often and in whatever order", async () => {
    const area = await aTestArea(database);
    const agencyId = await area.addAgency("education");
    const one = await area.addPractitioner({ name: "Isla Moar", agencyId });
    const other = await area.addPractitioner({ name: "Priya Nair", agencyId });
    const [first, second] = [await area.addChild({ givenName: "Ann" }), await area.addChild({ givenName: "Ben" })];
    await area.relate(one, first, "named-person");
    await area.relate(other, second, "named-person");
    const { areaId } = area;
    const now = aMonday.toISOString();
    for (let times = 0; times < 8; times += 1) {
      const asked = { areaId, now, as: "person" } as const;
      expect(await database.inArea({ ...asked, practitionerId: one.practitionerId }, namesSeen)).toEqual(["Ann"]);
      expect(await database.inArea({ ...asked, practitionerId: other.practitionerId }, namesSeen)).toEqual(["Ben"]);
      expect(await database.inArea(asked, namesSeen)).toEqual([]);
      expect(await database.inArea({ areaId, now, as: "system" }, namesSeen)).toEqual(["Ann", "Ben"]);
    }
  });

  test("is refused as the first time, and the next transaction goes on", async () => {
    const area = await aTestArea(database);
    const agencyId = newId();
    const row = { areaId: area.areaId, agencyId, name: "Glen Health", kind: "health", sector: "statutory" } as const;
    const add = () => area.write((tx) => tx.insert(agency).values(row));
    await add();
    for (let times = 0; times < 4; times += 1)
      expect(await add().then(() => "added", codeOf), `try ${times + 2}`).toBe("23505");
    const count = await area.write((tx) => tx.$count(agency, sql`${agency.areaId} = ${area.areaId}`));
    expect(count).toBe(1);
  });

  test("gives nothing, numbers, lists, JSON, bytes, days and instants as it gave them the first time", async () => {
    const area = await aTestArea(database);
    const ask = async () => {
      const answered = await area.write((tx) =>
        tx.execute(sql`
          select null::text as nothing, ${7}::int as whole, ${"0.25"}::numeric as part, ${"{a,b}"}::text[] as list,
            ${'{"b":[1]}'}::jsonb as json, '\\x00ff'::bytea as bytes, ${"2026-11-23"}::date as day,
            ${"2026-11-23T09:00:00.123456Z"}::timestamptz as instant, ${true}::boolean as yes`),
      );
      return (answered as unknown as { readonly rows: unknown }).rows; // both drivers answer so
    };
    const first = await ask();
    for (let times = 0; times < 4; times += 1) expect(await ask()).toEqual(first);
  });

  test("sees the table as it is now, after many uses", async () => {
    const area = await aTestArea(database);
    const counted = () => area.write((tx) => tx.$count(agency, sql`${agency.areaId} = ${area.areaId}`));
    for (let times = 0; times < 120; times += 1) expect(await counted()).toBe(0);
    const agencyId = newId();
    await area.write((tx) =>
      tx
        .insert(agency)
        .values({ areaId: area.areaId, agencyId, name: "Glen Health", kind: "health", sector: "statutory" }),
    );
    expect(await counted()).toBe(1);
  });
});
