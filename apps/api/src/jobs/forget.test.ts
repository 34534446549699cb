import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { changeMade, draft } from "../db/schema/change.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { refusalOf } from "../testing/refusal.ts";
import { aSchool } from "../testing/school.ts";
import { forgetEverywhere } from "./forget.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const keep = { draftDays: 30, answerHours: 24 };
const later = (hours: number) => new Date(aMonday.getTime() + hours * 3_600_000);

async function aTeacher() {
  const area = await aTestArea(database);
  const { bain: teacher } = await aSchool(area);
  const childId = await area.addChild();
  await area.relate(teacher, childId, "named-person");
  const noticed = {
    idempotencyKey: newId(),
    childId,
    noticedOn: localDate("2026-11-20"),
    noticed: "Hard to settle after lunch",
    touches: ["safe" as const],
    childsView: { asked: "not-yet" as const },
    familysView: { asked: "not-yet" as const },
  };
  const answers = () =>
    area.write((tx) =>
      tx
        .select({ sent: changeMade.sent, response: changeMade.response })
        .from(changeMade)
        .where(and(eq(changeMade.areaId, area.areaId), eq(changeMade.key, noticed.idempotencyKey))),
    );
  return { area, teacher, noticed, answers };
}

test("what a change answered is kept for a day and then forgotten; sent again, it is neither made twice nor answered", async () => {
  const { area, teacher, noticed, answers } = await aTeacher();
  const recorded = await area.as(teacher).concern.record(noticed);
  await forgetEverywhere(database, later(24), keep);
  expect(await area.as(teacher, later(24)).concern.record(noticed)).toEqual(recorded);
  await forgetEverywhere(database, later(25), keep);
  expect(await answers()).toEqual([{ sent: null, response: null }]);
  expect(await refusalOf(area.as(teacher, later(25)).concern.record(noticed))).toEqual({
    kind: "already",
    because: "This was sent before, and was kept then. Reload the page to see it.",
  });
  const { concerns } = await area.as(teacher, later(25)).concern.forChild({ childId: noticed.childId });
  expect(concerns).toHaveLength(1);
});

test("what somebody was writing is kept for 30 days from when they last wrote", async () => {
  const { area, teacher } = await aTeacher();
  const drafts = () =>
    area.write((tx) => tx.select({ key: draft.key }).from(draft).where(eq(draft.areaId, area.areaId)));
  await area.as(teacher).access.keepDraft({ key: "old", body: { noticed: "Hard to" } });
  await area.as(teacher, later(24)).access.keepDraft({ key: "newer", body: { noticed: "Hard to" } });
  await forgetEverywhere(database, later(30 * 24), keep);
  expect(await drafts()).toHaveLength(2);
  await forgetEverywhere(database, later(30 * 24 + 1), keep);
  expect(await drafts()).toEqual([{ key: "newer" }]);
});
