import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aMonday } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** The health visitor was named person until the child started school. */
async function aFormerNamedPerson() {
  const of = await aCase(database);
  const { area, agencies, head, childId } = of;
  const visitor = await area.addPractitioner({ name: "Hazel Dow", agencyId: agencies.health });
  const step = (title: string, happenedAt: string, recordedAt = happenedAt) => ({
    areaId: area.areaId,
    entryId: newId(),
    childId,
    act: "concern.recorded",
    title,
    byId: visitor.practitionerId,
    byName: "Hazel Dow",
    happenedAt,
    recordedAt,
  });
  await area.write(async (tx) => {
    await tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId,
      practitionerId: visitor.practitionerId,
      stage: "pre-school",
      settledBy: "by-name",
      during: { from: "2024-01-08T00:00:00.000Z", until: "2026-08-18T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: "2024-01-08T09:00:00.000Z",
      endedBecause: "Started school",
    });
    await tx
      .insert(chronologyEntry)
      .values([
        step("Before her time", "2024-01-07T23:59:59.999Z"),
        step("On her first day", "2024-01-08T00:00:00.000Z"),
        step("On her last day", "2026-08-17T23:59:59.999Z"),
        step("After her time", "2026-08-18T00:00:00.000Z"),
        step("Of her time, learnt later", "2025-03-03T10:00:00.000Z", "2026-09-01T10:00:00.000Z"),
      ]);
  });
  return { of, visitor, call: area.as(visitor) };
}

test("a former named person reads what happened and was written down in their own days, and nothing else", async () => {
  const { of, call } = await aFormerNamedPerson();
  const { childId, planId } = of;
  expect((await call.namedPerson.before()).children).toMatchObject([{ childId, name: "Robin Ashdown" }]);
  const read = await call.namedPerson.inMyTime({ childId });
  expect(read.steps.map(({ title }) => title)).toEqual(["On her last day", "On her first day"]);
  expect(read.times).toEqual([{ from: "2024-01-08T00:00:00.000Z", until: "2026-08-18T00:00:00.000Z" }]);
  const looks = [call.people.child({ childId }), call.record.chronology({ childId }), call.plan.get({ planId })];
  for (const refusal of await Promise.all(looks.map((look) => refusalOf(look))))
    expect(refusal).toMatchObject({ kind: "not-visible" });
});

test("whoever never was, or is now, reads no time of theirs: the same as no such child", async () => {
  const { of, call } = await aFormerNamedPerson();
  const unknown = await refusalOf(call.namedPerson.inMyTime({ childId: newId() }));
  expect(unknown).toMatchObject({ kind: "not-visible" });
  for (const who of [of.nurse, of.gary, of.teacher])
    expect(await refusalOf(of.area.as(who).namedPerson.inMyTime({ childId: of.childId }))).toEqual(unknown);
  expect((await of.area.as(of.teacher).namedPerson.before()).children).toEqual([]);
});

test("nothing of a child who is their kin, and each look is kept with its reason", async () => {
  const { of, visitor, call } = await aFormerNamedPerson();
  const { area, childId } = of;
  await call.namedPerson.inMyTime({ childId });
  const { people } = await area.as(of.teacher).record.whoLooked({ childId });
  expect(people.find(({ name }) => name === "Hazel Dow")?.rows[0]?.why).toMatch(/named person before/);
  await area.write((tx) =>
    tx.insert(accessBlock).values({
      areaId: area.areaId,
      blockId: newId(),
      practitionerId: visitor.practitionerId,
      childId,
      because: "declared",
      tie: "own-child",
      during: { from: aMonday.toISOString() },
      recordedBy: visitor.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  expect((await call.namedPerson.before()).children).toEqual([]);
  expect(await refusalOf(call.namedPerson.inMyTime({ childId }))).toMatchObject({ kind: "not-visible" });
});
