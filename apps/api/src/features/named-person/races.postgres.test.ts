import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { handIn, listed } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
});
afterAll(() => database.close());

const outcomesOf = async (calls: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(calls);
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [Promise.reject(one.reason)] : []));
  return { done: settled.length - refused.length, refusals: await Promise.all(refused.map(refusalOf)) };
};

test("HIG-10: of twenty people who name somebody for one child at the same moment exactly one does", async () => {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const childId = await school.addPupil();
  const calls = Array.from({ length: 20 }, (_, at) =>
    area.as(school.head).namedPerson.assign({
      idempotencyKey: newKey(),
      childId,
      practitionerId: (at % 2 === 0 ? school.bain : school.ross).practitionerId,
      from: localDate("2026-11-23"),
      insteadOfId: null,
    }),
  );
  const { done, refusals } = await outcomesOf(calls);
  expect(done).toBe(1);
  expect(new Set(refusals.map(({ kind }) => kind))).toEqual(new Set(["changed-since"]));
  expect(await area.write((tx) => tx.select().from(namedPerson).where(eq(namedPerson.childId, childId)))).toHaveLength(
    1,
  );
});

test("of ten who confirm one list at the same moment one does, and every child is there once", async () => {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const office = area.as(school.office).people.rollIn;
  const answer = await office.preview(handIn(school.establishmentId, [listed(), listed({ CHILD_FIRST_NAME: "Iain" })]));
  if (answer.outcome !== "previewed") throw new Error("it asked for columns");
  const { rollInId, version } = answer.rollIn;
  const command = { rollInId, version, onRollFrom: localDate("2026-08-18"), fullTime: true };
  const { done } = await outcomesOf(
    Array.from({ length: 10 }, () => office.confirm({ ...command, idempotencyKey: newKey() })),
  );
  expect(done).toBe(1);
  expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toHaveLength(2);
});

test("a double click names somebody once, and both clicks get the one answer", async () => {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const childId = await school.addPupil();
  const command = {
    idempotencyKey: newKey(),
    childId,
    practitionerId: school.bain.practitionerId,
    from: localDate("2026-11-23"),
    insteadOfId: null,
  };
  const head = area.as(school.head).namedPerson;
  const [one, two] = await Promise.all([head.assign(command), head.assign(command)]);
  expect(one).toEqual(two);
});
