import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { childAccess } from "../db/schema/access.ts";
import { auditEntry } from "../db/schema/record.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { refusalOf } from "../testing/refusal.ts";
import { aSchool } from "../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aTeacher() {
  const area = await aTestArea(database);
  const { bain: teacher } = await aSchool(area);
  const childId = await area.addChild();
  await area.relate(teacher, childId, "named-person");
  return { area, teacher, childId, as: area.as(teacher) };
}

const noticed = (childId: string, words: string) => ({
  idempotencyKey: newId(),
  childId,
  noticedOn: localDate("2026-11-20"),
  noticed: words,
  touches: ["safe" as const],
  childsView: { asked: "not-yet" as const },
  familysView: { asked: "not-yet" as const },
});

const somethingElse = {
  kind: "already",
  because: "Something else was sent from this page a moment ago, and that was kept. Reload the page to see it.",
};

test("words that were changed and sent again under the same key are not taken for the first ones", async () => {
  const { as, childId } = await aTeacher();
  const sent = noticed(childId, "Hard to settle after lunch");
  await as.concern.record(sent);
  const changed = { ...sent, noticed: "Hard to settle, and bruised" };
  expect(await refusalOf(as.concern.record(changed))).toEqual(somethingElse);
  expect((await as.concern.forChild({ childId })).concerns.map(({ beginning }) => beginning)).toEqual([sent.noticed]);
  await as.concern.record({ ...changed, idempotencyKey: newId() });
  expect((await as.concern.forChild({ childId })).concerns).toHaveLength(2);
});

test("a key of one act is not another act's", async () => {
  const { as, childId } = await aTeacher();
  const sent = noticed(childId, "Hard to settle after lunch");
  const { concernId, version } = await as.concern.record(sent);
  const { idempotencyKey } = sent;
  const acknowledged = as.concern.acknowledge({ idempotencyKey, concernId, version, on: localDate("2026-11-23") });
  expect(await refusalOf(acknowledged)).toEqual(somethingElse);
});

test("an answer that goes out again is in the audit again, and nothing is done again", async () => {
  const { area, as, childId, teacher } = await aTeacher();
  const sent = noticed(childId, "Hard to settle after lunch");
  expect(await as.concern.record(sent)).toEqual(await as.concern.record(sent));
  const kept = await area.write((tx) =>
    tx
      .select({
        act: auditEntry.act,
        outcome: auditEntry.outcome,
        basis: auditEntry.basis,
        childId: auditEntry.childId,
      })
      .from(auditEntry)
      .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.practitionerId, teacher.practitionerId))),
  );
  expect(kept.filter(({ act }) => act === "concern.recorded")).toHaveLength(1);
  expect(kept).toContainEqual({ act: "concern.record", outcome: "read", basis: "again", childId });
});

test("sent again an hour later by somebody whose part is over, it answers that it was kept, and nothing of the child", async () => {
  const { area, teacher, as, childId } = await aTeacher();
  const sent = noticed(childId, "Hard to settle after lunch");
  const answered = await as.concern.record(sent);
  const at = (minutes: number) => new Date(aMonday.getTime() + minutes * 60_000);
  expect(await area.as(teacher, at(59)).concern.record(sent)).toEqual(answered);
  await area.write((tx) =>
    tx
      .update(childAccess)
      .set({ during: { from: "2026-01-05T00:00:00.000Z", until: at(60).toISOString() } })
      .where(and(eq(childAccess.practitionerId, teacher.practitionerId), eq(childAccess.childId, childId))),
  );
  const kept = { kind: "already", because: "This was sent before, and was kept then. Reload the page to see it." };
  expect(await refusalOf(area.as(teacher, at(60)).concern.record(sent))).toEqual(kept);
  expect(await refusalOf(area.as(teacher, at(61)).concern.record(sent))).toEqual(kept);
});
