import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { concern } from "../../db/schema/concern.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const on = localDate("2026-11-20");
const tomorrow = localDate("2026-11-24");

/** Callum, whose named person is a health visitor of the nurse's service. */
async function callum() {
  const of = await aCase(database, { edition: "highland" });
  const { area, childId, agencies } = of;
  const visitor = await area.addPractitioner({ name: "Nan Sim", agencyId: agencies.health, kind: "health-visitor" });
  await area.relate(visitor, childId, "named-person");
  const everyday = (who: TestPerson) => area.as(who).record.everyday;
  const check = (who: TestPerson, over: object = {}) =>
    everyday(who).recordCheck({
      idempotencyKey: newId(),
      childId,
      kind: "27-30-months",
      doneOn: on,
      outcome: "No concern",
      ...over,
    });
  const talk = (who: TestPerson, over: object = {}) =>
    everyday(who).logDiscussionOfChild({
      idempotencyKey: newId(),
      childId,
      heldOn: on,
      people: "Class teacher and school nurse",
      agencies: ["education", "health"],
      suggested: "Try a visual timetable",
      ...over,
    });
  return { ...of, visitor, everyday, check, talk };
}

describe("HIG-14: routine checks are on the child's record, as the health service's own item", () => {
  test("the 27 to 30 month review with its outcome: the service's people with a part read it, and nobody else does", async () => {
    const of = await callum();
    await of.check(of.visitor);
    const seen = { doneOn: on, outcome: "No concern", by: "Nan Sim", kind: { label: "27 to 30 month review" } };
    expect((await of.everyday(of.visitor).checks({ childId: of.childId })).checks).toMatchObject([seen]);
    expect((await of.everyday(of.nurse).checks({ childId: of.childId })).checks).toMatchObject([seen]);
    for (const other of [of.teacher, of.worker])
      expect((await of.everyday(other).checks({ childId: of.childId })).checks).toEqual([]);
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.health });
    expect(await refusalOf(of.everyday(stranger).checks({ childId: of.childId }))).toEqual(
      await refusalOf(of.everyday(stranger).checks({ childId: newId() })),
    );
  });

  test("the chronology, which others read, does not say it; to another service it crosses as a release", async () => {
    const of = await callum();
    const { checkId } = await of.check(of.visitor);
    const said = await of.area.write((tx) =>
      tx.select({ act: chronologyEntry.act }).from(chronologyEntry).where(eq(chronologyEntry.childId, of.childId)),
    );
    expect(said.filter(({ act }) => act.startsWith("health-check"))).toEqual([]);
    const shown = await of.area.as(of.visitor).consent.item({ childId: of.childId, kind: "check", itemId: checkId });
    expect(JSON.stringify(shown)).toContain("No concern");
    expect(
      await refusalOf(of.area.as(of.teacher).consent.item({ childId: of.childId, kind: "check", itemId: checkId })),
    ).toMatchObject({ kind: "not-visible" });
    await of.area.as(of.visitor).consent.release({
      idempotencyKey: newId(),
      childId: of.childId,
      kind: "check",
      itemId: checkId,
      toId: of.teacher.practitionerId,
      purpose: "So that school can plan",
      basis: "safeguarding",
      isPartOfAnswer: false,
      reason: "good",
      reasonWords: "Starts school",
      decidedById: of.visitor.practitionerId,
      childTold: { told: "not-yet" },
      familyTold: { told: "not-yet" },
    });
    const received = await of.area.as(of.teacher).consent.received();
    expect(JSON.stringify(received)).toContain("27 to 30 month review");
  });

  test("a named person of another service records none, nor does a nurse who is not the named person; no day to come", async () => {
    const of = await callum();
    expect(await refusalOf(of.check(of.teacher))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(of.check(of.nurse))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(of.check(of.visitor, { doneOn: tomorrow }))).toMatchObject({ kind: "input" });
    expect((await of.everyday(of.teacher).checks({ childId: of.childId })).record.may).toBe(false);
  });
});

describe("HIG-6: an informal discussion is logged, and opens no case", () => {
  test("without names it is the writer's alone, and on no child's record", async () => {
    const of = await callum();
    await of.everyday(of.teacher).logDiscussion({
      idempotencyKey: newId(),
      heldOn: localDate("2026-02-04"),
      people: "I and the school nurse",
      agencies: ["education", "health"],
      suggested: "Try a visual timetable",
    });
    const [own] = (await of.everyday(of.teacher).ownDiscussions()).discussions;
    expect(own).toMatchObject({ heldOn: "2026-02-04", suggested: "Try a visual timetable" });
    expect(own?.child).toBeUndefined();
    for (const who of [of.teacher, of.nurse, of.head])
      expect(
        (
          await of
            .everyday(who)
            .discussions({ childId: of.childId })
            .catch(() => ({ discussions: [] }))
        ).discussions,
      ).toEqual([]);
    for (const who of [of.head, of.nurse, of.worker])
      expect((await of.everyday(who).ownDiscussions()).discussions).toEqual([]);
  });

  test("with the child identified it is on the child's record, as the writer's service's item, and no concern is opened", async () => {
    const of = await callum();
    const concerns = () =>
      of.area.write((tx) => tx.select({ id: concern.concernId }).from(concern).where(eq(concern.childId, of.childId)));
    const before = await concerns();
    const { discussionId } = await of.talk(of.nurse);
    expect(await concerns()).toEqual(before);
    const [seen] = (await of.everyday(of.visitor).discussions({ childId: of.childId })).discussions;
    expect(seen).toMatchObject({
      discussionId,
      people: "Class teacher and school nurse",
      by: of.nurse.practitionerName,
    });
    expect((await of.everyday(of.teacher).discussions({ childId: of.childId })).discussions).toEqual([]);
    expect((await of.everyday(of.nurse).ownDiscussions()).discussions).toMatchObject([
      { discussionId, child: { childId: of.childId, opens: true } },
    ]);
  });

  test("somebody without a part logs none about the child, and whose part has ended reads it no more", async () => {
    const of = await callum();
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.health });
    expect(await refusalOf(of.talk(stranger))).toEqual(await refusalOf(of.talk(stranger, { childId: newId() })));
    const before = await of.area.addPractitioner({ name: "Ida Moss", agencyId: of.agencies.health });
    await of.area.relate(before, of.childId, "plan-practitioner", {
      from: "2026-01-05T00:00:00.000Z",
      until: new Date(aMonday.getTime() + 1_000).toISOString(),
    } as { from: string });
    await of.talk(before);
    const later = new Date(aMonday.getTime() + 2_000);
    expect((await of.area.as(before, later).record.everyday.ownDiscussions()).discussions).toEqual([]);
  });
});
