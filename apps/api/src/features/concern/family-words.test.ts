import { localDate } from "@linchpin/domain";
import { and, eq, like } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty } from "../../db/schema/change.ts";
import { missDutiesOf } from "../../jobs/clocks.ts";
import { aMonday, type Caller, type TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const asked = (childId: string, more: Partial<Parameters<Caller["concern"]["familyWords"]["log"]>[0]> = {}) => ({
  idempotencyKey: newId(),
  childId,
  kind: "question" as const,
  raisedBy: "Ana Lind, mother",
  raisedOn: localDate("2026-11-20"),
  words: "Who comes on Thursdays now?",
  ...more,
});
const log = ({ area, childId }: TestCase, who: TestPerson, more: Parameters<typeof asked>[1] = {}) =>
  area.as(who).concern.familyWords.log(asked(childId, more));
const wordsSeen = async ({ area, childId }: TestCase, who: TestPerson, at = aMonday) =>
  (await area.as(who, at).concern.familyWords.ofChild({ childId })).words;
const owed = ({ area, childId }: TestCase) =>
  area.write((tx) =>
    tx
      .select({ act: duty.act, owedBy: duty.owedBy, onAccountOf: duty.onAccountOf, doneAt: duty.doneAt })
      .from(duty)
      .where(and(eq(duty.childId, childId), like(duty.act, "people.%"))),
  );
const answerTo = (wordId: string) => ({
  idempotencyKey: newId(),
  wordId,
  version: 1,
  answer: "The nurse, every other week",
  answeredOn: localDate("2026-11-23"),
});
const markOf = (wordId: string) => ({
  idempotencyKey: newId(),
  wordId,
  version: 1,
  mark: "plan-affected" as const,
  because: "The nursery action is planned anew for the nursery near the new home",
});

describe("CWDC-2.10b, GIR-30: who must not read, answer or mark it", () => {
  test("whoever has no part is told there is no such child and no such question", async () => {
    const of = await aCase(database);
    const { wordId } = await log(of, of.teacher);
    const stranger = await of.area.addPractitioner({ name: "Nan Other", agencyId: of.agencies.education });
    const { familyWords } = of.area.as(stranger).concern;
    const none = { kind: "not-visible", what: "child" };
    for (const childId of [of.childId, newId()]) {
      expect(await refusalOf(familyWords.ofChild({ childId }))).toEqual(none);
      expect(await refusalOf(familyWords.log(asked(childId)))).toEqual(none);
    }
    for (const id of [wordId, newId()])
      expect(await refusalOf(familyWords.answer(answerTo(id)))).toEqual({ kind: "not-visible", what: "question" });
  });

  test("whoever supervises the role, audits or keeps the roll does not read the words", async () => {
    const of = await aCase(database);
    await log(of, of.teacher);
    for (const basis of ["role-supervisor", "quality-auditor", "record-keeper", "forum-member"] as const) {
      const person = await of.area.addPractitioner({ name: `By ${basis}`, agencyId: of.agencies.health });
      await of.area.relate(person, of.childId, basis);
      expect(await refusalOf(of.area.as(person).concern.familyWords.ofChild({ childId: of.childId }))).toMatchObject({
        kind: "not-allowed",
      });
    }
  });

  test("only whoever leads says whether the plan is affected; the named person where nobody does", async () => {
    const of = await aCase(database, { edition: "highland" });
    await of.area.relate(of.nurse, of.childId, "lead");
    const { wordId } = await log(of, of.worker, { kind: "change", words: "We move on Friday" });
    for (const who of [of.teacher, of.worker])
      expect(await refusalOf(of.area.as(who).concern.familyWords.mark(markOf(wordId)))).toMatchObject({
        kind: "input",
      });
    await of.area.as(of.nurse).concern.familyWords.mark(markOf(wordId));
    expect((await wordsSeen(of, of.worker))[0]?.marked?.as.code).toBe("plan-affected");
  });

  test("the chronology and the notices say that there was something, and none of the words", async () => {
    const of = await aCase(database);
    await log(of, of.worker, { kind: "change", words: "We move to 4 Quill Row on Friday" });
    const told = JSON.stringify(await of.area.as(of.teacher).record.chronology({ childId: of.childId }));
    expect(told).toContain("The child or family reported a change");
    expect(told).not.toContain("Quill Row");
  });
});

describe("CWDC-2.10b: a question that is not answered stays on the list", () => {
  test("asked on 20 November 2026: on the lead's list, from 27 November on the line manager's too, and off both once answered", async () => {
    const of = await aCase(database, { edition: "england" });
    await of.area.relate(of.nurse, of.childId, "lead");
    const { wordId } = await log(of, of.worker);
    const nurse = (at: string) => of.area.as(of.nurse, new Date(at));
    expect((await nurse("2026-11-23T10:00:00Z").concern.familyWords.waiting()).words).toMatchObject([
      { wordId, raisedBy: "Ana Lind, mother" },
    ]);
    expect((await of.area.as(of.nurse).record.today()).familiesWaiting).toBe(1);
    expect((await of.area.as(of.teacher).record.today()).familiesWaiting).toBe(0);
    expect(await owed(of)).toMatchObject([
      {
        act: "people.answer-family",
        owedBy: of.nurse.practitionerId,
        onAccountOf: of.helen.practitionerId,
        doneAt: null,
      },
    ]);
    const late = (at: string) => of.area.as(of.helen, new Date(at)).record.today();
    expect((await late("2026-11-26T10:00:00Z")).lateOnMyAccount).toBe(0);
    await missDutiesOf(database, of.area.areaId, new Date("2026-11-27T10:00:00Z"));
    expect((await late("2026-11-27T10:00:00Z")).lateOnMyAccount).toBe(1);
    await of.area.as(of.nurse).concern.familyWords.answer(answerTo(wordId));
    expect((await late("2026-11-27T10:00:00Z")).lateOnMyAccount).toBe(0);
    expect((await nurse("2026-11-23T10:00:00Z").concern.familyWords.waiting()).words).toEqual([]);
    expect((await wordsSeen(of, of.worker))[0]?.answered).toMatchObject({ by: "Amina Yusuf", on: "2026-11-23" });
    expect(await refusalOf(of.area.as(of.nurse).concern.familyWords.answer(answerTo(wordId)))).toMatchObject({
      kind: "already",
    });
  });

  test("written down late, it is the line manager's at once", async () => {
    const of = await aCase(database, { edition: "england" });
    await of.area.relate(of.nurse, of.childId, "lead");
    await log(of, of.worker, { raisedOn: localDate("2026-11-02") });
    expect((await owed(of)).map(({ act, owedBy }) => [act, owedBy]).sort()).toEqual([
      ["people.answer-family", of.nurse.practitionerId],
      ["people.see-family-is-answered", of.helen.practitionerId],
    ]);
  });

  test("where nobody leads it is on the named person's list; a change is not answered and a question not marked", async () => {
    const of = await aCase(database);
    const question = await log(of, of.worker);
    const change = await log(of, of.worker, { kind: "change" });
    const { familyWords } = of.area.as(of.teacher).concern;
    expect((await familyWords.waiting()).words).toHaveLength(2);
    expect(await refusalOf(familyWords.answer(answerTo(change.wordId)))).toMatchObject({ kind: "input" });
    expect(await refusalOf(familyWords.mark(markOf(question.wordId)))).toMatchObject({ kind: "input" });
    expect(
      await refusalOf(familyWords.answer({ ...answerTo(question.wordId), answeredOn: localDate("2026-11-19") })),
    ).toMatchObject({
      kind: "input",
    });
  });
});

describe("GIR-30: a change that the family reports", () => {
  test("goes to the lead at once, who marks it and says what is planned anew", async () => {
    const of = await aCase(database, { edition: "scotland" });
    await of.area.relate(of.nurse, of.childId, "lead");
    const { wordId } = await log(of, of.worker, { kind: "change", words: "We have moved house" });
    expect(await owed(of)).toMatchObject([
      { act: "people.mark-change", owedBy: of.nurse.practitionerId, doneAt: null },
    ]);
    await of.area.as(of.nurse).concern.familyWords.mark(markOf(wordId));
    expect((await owed(of)).every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect((await wordsSeen(of, of.teacher))[0]?.marked).toMatchObject({
      as: { code: "plan-affected" },
      because: markOf(wordId).because,
    });
  });
});
