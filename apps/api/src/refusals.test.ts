import { localDate } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { auditEntry } from "./db/schema/record.ts";
import { idsIn } from "./refusal-store.ts";
import type { TestPerson } from "./testing/area.ts";
import { aCase, type TestCase } from "./testing/case.ts";
import { testDatabase } from "./testing/database.ts";

let database: Database;
let of: TestCase;
let stranger: TestPerson;
let concernId: string;
beforeAll(async () => {
  database = await testDatabase();
  of = await aCase(database, { edition: "wigan" });
  const { area, agencies, teacher, childId } = of;
  stranger = await area.addPractitioner({ name: "Olive Strang", agencyId: agencies.health });
  concernId = (await area.as(teacher).concern.forChild({ childId })).concerns[0]?.concernId ?? "";
});
afterAll(() => database.close());

/** What the audit keeps of this person's refusals: the act, the child and why. */
const refusalsOf = (who: TestPerson) =>
  of.area.write((tx) =>
    tx
      .select({ act: auditEntry.act, childId: auditEntry.childId, basis: auditEntry.basis })
      .from(auditEntry)
      .where(sql`${eq(auditEntry.practitionerId, who.practitionerId)} and ${auditEntry.outcome} = 'refused'`)
      .orderBy(auditEntry.entryId),
  );

describe("a look that was refused is kept with the child it was about", () => {
  test("by the child, the plan, the concern: whichever part of the record was asked for", async () => {
    const { area, childId, planId } = of;
    const as = area.as(stranger);
    const asked = [
      as.people.child({ childId }),
      as.plan.get({ planId }),
      as.concern.get({ concernId }),
      as.record.chronology({ childId }),
    ];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    const kept = await refusalsOf(stranger);
    expect(kept.map((one) => one.act).sort()).toEqual([
      "child.read",
      "concern.read",
      "plan.read",
      "record.chronology.read",
    ]);
    expect(kept.every((one) => one.childId === childId && one.basis === "not-visible")).toBe(true);
  });

  test("one that is nobody's is kept without a child, and is told in the same words", async () => {
    const { area, agencies, childId } = of;
    const other = await area.addPractitioner({ name: "Otto Frei", agencyId: agencies.health });
    const words = (work: Promise<unknown>) => work.catch((error: Error) => error.message);
    const unknown = await words(area.as(other).people.child({ childId: newId() }));
    expect(await words(area.as(other).people.child({ childId }))).toBe(unknown);
    expect((await refusalsOf(other)).map((one) => one.childId)).toEqual([null, childId]);
  });

  test("a post that may not ask at all is kept with the child too; a child of another area is no child here", async () => {
    const { area, agencies, childId } = of;
    const strategic = await area.addPractitioner({
      name: "Sam Toll",
      agencyId: agencies.health,
      role: "strategic-manager",
    });
    await expect(area.as(strategic).people.child({ childId })).rejects.toThrow("not-allowed");
    expect(await refusalsOf(strategic)).toEqual([{ act: "child.read", childId, basis: "not-allowed" }]);
    const elsewhere = await aCase(database, { edition: "highland", bornOn: localDate("2015-02-03") });
    const there = await elsewhere.area.addPractitioner({ name: "Una", agencyId: elsewhere.agencies.health });
    await expect(elsewhere.area.as(there).people.child({ childId })).rejects.toThrow("not-visible");
    const kept = await elsewhere.area.write((tx) =>
      tx
        .select({ childId: auditEntry.childId })
        .from(auditEntry)
        .where(eq(auditEntry.practitionerId, there.practitionerId)),
    );
    expect(kept).toEqual([{ childId: null }]);
  });
});

test("ids are found wherever they stand, and what is deep or long ends somewhere", () => {
  const id = newId();
  expect(idsIn({ a: [{ choice: { childId: id } }], words: `about ${id}` })).toEqual([id]);
  expect(idsIn(Array.from({ length: 500 }, () => newId()))).toHaveLength(50);
  expect(idsIn(JSON.parse(`${"[".repeat(5_000)}"${id}"${"]".repeat(5_000)}`))).toEqual([]);
});
