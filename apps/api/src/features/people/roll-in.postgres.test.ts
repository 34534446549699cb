import { localDate, mostRows } from "@linchpin/domain";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { handIn, listed } from "../../testing/lists.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** `npm run proof` goes to the most a list may have; every other run shows the same with fewer. */
const many = process.env["PROOF"] === undefined ? 1_500 : mostRows;
const letters = (at: number) => [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");

test("a long list comes in whole, with named persons, and goes out again", { timeout: 300_000 }, async () => {
  const area = await aTestArea(database);
  const { establishmentId, office, head, bain } = await aSchool(area);
  const caller = area.as(office).people;
  await area.as(head).namedPerson.arrange({
    idempotencyKey: newKey(),
    establishmentId,
    version: 1,
    pattern: "one-person",
    groups: [{ group: "*", practitionerId: bain.practitionerId }],
    from: localDate("2026-11-23"),
  });
  const rows = Array.from({ length: many }, (_, at) =>
    listed({
      CHILD_FIRST_NAME: `Eilidh${letters(at)}`,
      CHILD_DATE_OF_BIRTH: `${1 + (at % 28)}/${1 + (at % 12)}/${2008 + (at % 10)}`,
      PARENT_1_NAME: "Ceit Shaw",
      PARENT_1_PHONE: "01632 960 001",
    }),
  );
  const answer = await caller.rollIn.preview(handIn(establishmentId, rows));
  if (answer.outcome !== "previewed") throw new Error("it asked for columns");
  expect(answer.rollIn.summary).toMatchObject({ rows: many, new: many });
  const { rollInId, version } = answer.rollIn;
  const done = await caller.rollIn.confirm({
    idempotencyKey: newKey(),
    rollInId,
    version,
    onRollFrom: localDate("2026-08-18"),
    fullTime: true,
  });
  expect(done.done).toMatchObject({ added: many, namedPersons: { assigned: many, unassigned: 0 } });
  const undone = await caller.rollIn.undo({
    idempotencyKey: newKey(),
    rollInId,
    version: done.version,
    reason: "It was too much.",
  });
  expect(undone.removed).toBe(many);
});
