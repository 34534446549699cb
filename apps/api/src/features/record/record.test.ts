import { DomainError, localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { notice } from "../../db/schema/change.ts";
import { owe } from "../../outbox.ts";
import type { Step } from "../../records.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutesLater = (minutes: number) => new Date(aMonday.getTime() + minutes * 60_000);

/** A child with a named person, and others who have no part in the child's care. */
async function aCase() {
  const area = await aTestArea(database);
  const education = await area.addAgency("education");
  const health = await area.addAgency("health", "Glen Health");
  const teacher = await area.addPractitioner({ name: "Isla Moar", agencyId: education, title: "Principal teacher" });
  const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: health });
  const keeper = await area.addPractitioner({ name: "Office", agencyId: education, role: "record-keeper" });
  const childId = await area.addChild();
  await area.relate(teacher, childId, "named-person");
  const keep = (step: Omit<Step, "childId">, at = aMonday, by: TestPerson = teacher) =>
    recordsOf(database, by, at, "concern.record", (records) => records.keep({ childId, ...step }));
  return { area, teacher, nurse, keeper, childId, keep };
}

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && error.cause instanceof DomainError ? error.cause.refusal.kind : "answered";
};

describe("a child's chronology", () => {
  test("every step reads as it was written, newest first, and can be narrowed to one kind", async () => {
    const { area, teacher, childId, keep } = await aCase();
    await keep({ act: "concern.recorded", title: "Concern recorded", detail: "Hard to settle" });
    await keep({ act: "lead-professional.proposed", title: "Proposed Priya Nair" }, minutesLater(5));
    const all = await area.as(teacher).record.chronology({ childId });
    expect(all.steps.map(({ title, kindInWords, by }) => [title, kindInWords, by.name])).toEqual([
      ["Proposed Priya Nair", "Lead professional", "Isla Moar"],
      ["Concern recorded", "Concerns", "Isla Moar"],
    ]);
    const concerns = await area.as(teacher).record.chronology({ childId, kind: "concern" });
    expect(concerns.steps.map(({ detail }) => detail)).toEqual(["Hard to settle"]);
  });

  test("a long chronology comes a page at a time, nothing twice and nothing left out", async () => {
    const { area, teacher, childId, keep } = await aCase();
    for (let i = 0; i < 60; i += 1)
      await keep({ act: "plan.changed", title: `Step ${i}` }, minutesLater(Math.floor(i / 7)));
    const first = await area.as(teacher).record.chronology({ childId });
    const second = await area.as(teacher).record.chronology({ childId, cursor: first.nextCursor });
    expect([first.steps.length, second.steps.length, second.nextCursor]).toEqual([50, 10, undefined]);
    expect(new Set([...first.steps, ...second.steps].map(({ title }) => title)).size).toBe(60);
  });

  test("somebody of another agency, of the office, or of another area is not shown it", async () => {
    const { area, nurse, keeper, childId } = await aCase();
    const elsewhere = await aCase();
    expect(await refusalOf(area.as(nurse).record.chronology({ childId }))).toBe("not-visible");
    expect(await refusalOf(area.as(keeper).record.chronology({ childId }))).toBe("not-allowed");
    expect(await refusalOf(elsewhere.area.as(elsewhere.teacher).record.chronology({ childId }))).toBe("not-visible");
  });
});

describe("a decision of the record", () => {
  test("opens for those in the child's care, whole, with the book it was asked of", async () => {
    const { area, teacher, nurse, childId } = await aCase();
    const [decisionId = ""] = await recordsOf(database, teacher, aMonday, "concern.record", async (records) => {
      const decision = records.book().book.duty(
        "concern.duties",
        {
          child: { id: childId },
          reportedOn: localDate("2026-11-23"),
          acknowledgedOn: "none",
          answeredOn: "none",
          calendar: records.area.calendar,
        },
        records.asAt,
      );
      return records.keep({ childId, act: "concern.recorded", title: "Concern recorded", decisions: [decision] });
    });
    const stored = await area.as(teacher).record.decision({ decisionId });
    expect(stored.askedBy.name).toBe("Isla Moar");
    expect(stored.decision).toMatchObject({ shape: "duty", adoptedFrom: "2025-01-06", hiddenFindings: 0 });
    expect(stored.decision.facts[0]).toEqual({
      about: "Robin Ashdown",
      name: "reported on",
      value: "23 November 2026",
    });
    expect((await area.as(teacher).record.chronology({ childId })).steps[0]?.decisionId).toBe(decisionId);
    expect(await refusalOf(area.as(nurse).record.decision({ decisionId }))).toBe("not-visible");
    expect(await refusalOf(area.as(teacher).record.decision({ decisionId: newId() }))).toBe("not-visible");
  });
});

describe("what a day holds", () => {
  const oweTo = (teacher: TestPerson, childId: string, days: readonly (string | undefined)[], account?: TestPerson) =>
    recordsOf(database, teacher, aMonday, "concern.record", (records) =>
      owe(
        records,
        days.map((day, i) => ({
          childId,
          act: "concern.answer",
          rule: "highland.answer",
          clause: `HIG ${i}`,
          because: "Answer the person who raised the concern.",
          owedBy: teacher.practitionerId,
          ...(account ? { onAccountOf: account.practitionerId } : {}),
          ...(day === undefined ? {} : { dueBy: `${day}T00:00:00.000Z` }),
        })),
      ),
    );

  test("what is owed comes nearest clock first, with its clause, what has no clock last", async () => {
    const { area, teacher, nurse, childId } = await aCase();
    await oweTo(teacher, childId, [undefined, "2026-12-01", "2026-11-20"], nurse);
    const { duties } = await area.as(teacher).record.duties({});
    expect(duties.map(({ clause, dueBy, isLate }) => [clause, dueBy, isLate])).toEqual([
      ["HIG 2", "2026-11-20T00:00:00.000Z", true],
      ["HIG 1", "2026-12-01T00:00:00.000Z", false],
      ["HIG 0", undefined, false],
    ]);
    expect(duties[0]?.child).toEqual({ visibility: "full", childId, name: "Robin Ashdown" });
    const onAccount = await area.as(nurse).record.duties({ whose: "on-my-account" });
    expect(onAccount.duties[0]).toMatchObject({
      owedBy: { name: "Isla Moar" },
      child: { visibility: "restricted" },
    });
    expect((await area.as(nurse).record.duties({})).duties).toEqual([]);
  });

  test("a long list of duties goes on where it ended", async () => {
    const { area, teacher, childId } = await aCase();
    await oweTo(teacher, childId, [...Array(30).fill("2026-12-01"), ...Array(30).fill(undefined)]);
    const first = await area.as(teacher).record.duties({});
    const second = await area.as(teacher).record.duties({ cursor: first.nextCursor });
    expect(new Set([...first.duties, ...second.duties].map(({ dutyId }) => dutyId)).size).toBe(60);
    expect(second.nextCursor).toBeUndefined();
  });

  test("notices are one's own, name a child only to those who may see it, and are marked read once", async () => {
    const { area, teacher, nurse, childId } = await aCase();
    const tellOf = (person: TestPerson) =>
      area.write((tx) =>
        tx.insert(notice).values({
          areaId: area.areaId,
          noticeId: newId(),
          practitionerId: person.practitionerId,
          childId,
          act: "concern.recorded",
          words: "A concern was recorded.",
          at: aMonday.toISOString(),
        }),
      );
    await tellOf(teacher);
    await tellOf(nurse);
    const { notices } = await area.as(teacher).record.notices({});
    expect(notices).toHaveLength(1);
    expect(notices[0]?.child).toEqual({ visibility: "full", childId, name: "Robin Ashdown" });
    expect((await area.as(nurse).record.notices({})).notices[0]?.child).toEqual({ visibility: "restricted" });

    const noticeIds = notices.map(({ noticeId }) => noticeId);
    const idempotencyKey = newId();
    expect(await area.as(nurse).record.markNoticesRead({ idempotencyKey: newId(), noticeIds })).toEqual({ marked: 0 });
    expect(await area.as(teacher).record.markNoticesRead({ idempotencyKey, noticeIds })).toEqual({ marked: 1 });
    expect(await area.as(teacher).record.markNoticesRead({ idempotencyKey, noticeIds })).toEqual({ marked: 1 });
    expect((await area.as(teacher).record.notices({ unreadOnly: true })).notices).toEqual([]);
    expect((await area.as(nurse).record.notices({ unreadOnly: true })).notices).toHaveLength(1);
  });

  test("the figures of the day are counted for the person who asks", async () => {
    const { area, teacher, nurse, childId } = await aCase();
    await oweTo(teacher, childId, ["2026-12-01", "2026-11-20"], nurse);
    expect(await area.as(teacher).record.today()).toMatchObject({
      dutiesOpen: 2,
      dutiesLate: 1,
      nextDueBy: "2026-12-01T00:00:00.000Z",
      namedPersonFor: 1,
      leading: 0,
      unreadNotices: 0,
      waitingForMe: 0,
      lateOnMyAccount: 0,
    });
    expect(await area.as(nurse).record.today()).toMatchObject({ dutiesOpen: 0, lateOnMyAccount: 1, namedPersonFor: 0 });
  });
});
