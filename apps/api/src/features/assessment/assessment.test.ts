import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { consent } from "../../db/schema/consent.ts";
import { aMonday, type Caller, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const on = localDate("2026-11-03");
type Begun = Parameters<Caller["assessment"]["begin"]>[0];

/** The teacher's school, the nurse's health service and the worker's family support, each with a file of its own. */
async function aZara(edition = "bolton") {
  const of = await aCase(database, { edition });
  const { area, childId, planId } = of;
  const assess = (who: TestPerson, more: Partial<Begun> = {}, at?: Date) =>
    area.as(who, at).assessment.begin({
      ...{ idempotencyKey: newId(), childId, kind: "specialist", about: "Speech and hearing", begunOn: on },
      ...more,
    });
  const seen = (who: TestPerson, at?: Date) => area.as(who, at).assessment.forChild({ childId });
  /** A yes of the family to share with health, as it is on record. */
  const saysYes = async (more: Partial<typeof consent.$inferInsert> = {}) => {
    const consentId = newId();
    await area.write((tx) =>
      tx.insert(consent).values({
        ...{ areaId: area.areaId, consentId, childId, answer: "given", form: "written" },
        ...{ answeredBy: "parent-or-carer", answeredByName: more.answeredBy === "child" ? null : "Una Ashdown" },
        ...{
          saysWhat: "What the assessments say",
          saysWithWhom: "Health",
          saysWhy: `So that nobody asks twice (${consentId})`,
        },
        ...{ items: [], agencies: ["health"], recipients: [] },
        during: { from: localDate("2026-11-17"), until: localDate("2027-05-04") },
        ...{ recordedBy: of.teacher.practitionerId, recordedAt: aMonday.toISOString() },
        ...more,
      }),
    );
    return consentId;
  };
  const rests = async (who: TestPerson, at?: Date) => (await area.as(who, at).plan.get({ planId })).rests[0];
  return { ...of, assess, seen, saysYes, rests };
}

describe("BOL-8.5: what is gathered already is offered first, and a second assessment asks why", () => {
  test("with consent CAMHS is told of the assessment of 3 November, and says why it starts another", async () => {
    const { assess, seen, saysYes, teacher, nurse } = await aZara();
    const { assessmentId } = await assess(teacher);
    await saysYes();
    const { assessments, elsewhere } = await seen(nurse);
    expect(assessments).toEqual([]);
    expect(elsewhere).toMatchObject([{ assessmentId, agency: "Tern Lane School", begunOn: on, isDone: false }]);
    expect(JSON.stringify(elsewhere)).not.toContain("Speech and hearing");
    const unasked = await refusalOf(assess(nurse, { about: "Mood and sleep" }));
    expect(unasked).toMatchObject({ kind: "input" });
    expect(JSON.stringify(unasked)).toContain("another");
    await assess(nurse, { about: "Mood and sleep", another: "other-question" });
    expect((await seen(nurse)).assessments).toMatchObject([
      { about: "Mood and sleep", another: { why: { label: "It asks what the other one did not" } } },
    ]);
    // Nothing is said of it to the school, for which there is no answer.
    expect((await seen(teacher)).elsewhere).toEqual([]);
  });

  test("the first of all asks for no reason; another reason is given in words", async () => {
    const { assess, teacher } = await aZara();
    await assess(teacher);
    await expect(assess(teacher, { another: "other" })).rejects.toThrow("Enter why another assessment is needed");
    await assess(teacher, { another: "other", anotherWords: "The court asks for one of this month" });
  });

  test("without consent nobody of another agency is told that there is one, and begins without a word of it", async () => {
    const { assess, seen, saysYes, teacher, nurse, worker } = await aZara();
    await assess(teacher);
    await saysYes({ agencies: ["police"] });
    for (const who of [nurse, worker]) {
      expect(await seen(who)).toMatchObject({ assessments: [], elsewhere: [] });
      await assess(who);
    }
  });

  test.each([
    ["taken back today", { withdrawnOn: localDate("2026-11-23") }, 0],
    ["taken back from tomorrow", { withdrawnOn: localDate("2026-11-24") }, 1],
    ["to its last day, today", { during: { from: on, until: localDate("2026-11-24") } }, 1],
    ["over since yesterday", { during: { from: on, until: localDate("2026-11-23") } }, 0],
    ["from tomorrow", { during: { from: localDate("2026-11-24"), until: localDate("2027-05-04") } }, 0],
    ["about another item", { items: ["018f0000-0000-7000-8000-000000000001"] }, 0],
    ["put right since", { supersededAt: aMonday.toISOString() }, 0],
  ] as const)("an answer %s", async (_, more, told) => {
    const { assess, seen, saysYes, teacher, nurse } = await aZara();
    await assess(teacher);
    await saysYes(more as Parameters<typeof saysYes>[0]);
    expect((await seen(nurse)).elsewhere).toHaveLength(told);
  });

  test("the child's no outweighs a parent's newer yes; a parent's own newer yes counts", async () => {
    const { assess, seen, saysYes, teacher, nurse } = await aZara();
    await assess(teacher);
    await saysYes({ answer: "refused", during: { from: on, until: localDate("2027-05-04") } });
    await saysYes({ saysWhat: "All that the assessments say" });
    expect((await seen(nurse)).elsewhere).toHaveLength(1);
    await saysYes({ answeredBy: "child", answer: "refused", during: { from: on, until: localDate("2027-05-04") } });
    expect((await seen(nurse)).elsewhere).toEqual([]);
  });

  test("HD-14: a child who took their yes back says no beside a parent's older yes, until a new yes of theirs", async () => {
    const { assess, seen, saysYes, teacher, nurse } = await aZara();
    await assess(teacher);
    await saysYes();
    const childs = { answeredBy: "child" as const, during: { from: on, until: localDate("2027-05-04") } };
    await saysYes({ ...childs, withdrawnOn: localDate("2026-11-23") });
    expect((await seen(nurse)).elsewhere).toEqual([]);
    await saysYes({ ...childs, during: { ...childs.during, from: localDate("2026-11-23") } });
    expect((await seen(nurse)).elsewhere).toHaveLength(1);
  });

  test("HD-14: an older yes does not come back when the days of the no that followed it are over", async () => {
    const { assess, seen, saysYes, teacher, nurse } = await aZara();
    await assess(teacher);
    await saysYes({ during: { from: on, until: localDate("2027-05-04") } });
    await saysYes({
      ...{ answer: "refused", answeredByName: "una ASHDOWN" },
      during: { from: localDate("2026-11-10"), until: localDate("2026-11-20") },
    });
    expect((await seen(nurse)).elsewhere).toEqual([]);
    await saysYes();
    expect((await seen(nurse)).elsewhere, "a yes of 17 November is newer").toHaveLength(1);
  });

  test("shared with the nurse it is offered to be read, for as long as it is shared", async () => {
    const { area, head, assess, seen, teacher, nurse, childId } = await aZara();
    const { assessmentId } = await assess(teacher);
    await area.as(teacher).consent.release({
      ...sharedBy(head),
      ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
      lastDay: localDate("2026-12-01"),
    });
    const [offered] = (await seen(nurse)).elsewhere;
    expect(offered?.releaseId).toBeDefined();
    expect((await seen(nurse, new Date("2026-12-01T20:00:00.000Z"))).elsewhere).toHaveLength(1);
    expect((await seen(nurse, new Date("2026-12-02T09:00:00.000Z"))).elsewhere).toEqual([]);
  });

  test("HIG-183: it is its agency's to share, also where whoever wrote it works longer hours for another", async () => {
    const { area, agencies, head, assess, teacher, nurse, childId } = await aZara();
    await area.addPost(teacher, { agencyId: agencies.socialWork, hours: 150 });
    const { assessmentId } = await assess(teacher);
    const { items } = await area.as(teacher).consent.forChild({ childId });
    expect(items.find(({ itemId }) => itemId === assessmentId)).toMatchObject({
      isOwn: true,
      agency: "Tern Lane School",
    });
    await area.as(teacher).consent.release({
      ...sharedBy(head),
      ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
      lastDay: localDate("2026-12-01"),
    });
  });

  test("a stranger of the same school, the office and whoever is held back find nothing, in the database too", async () => {
    const { area, agencies, assess, seen, saysYes, teacher, childId } = await aZara();
    await assess(teacher);
    await saysYes();
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.education });
    expect(await refusalOf(seen(stranger))).toMatchObject({ kind: "not-visible" });
    const keeper = await area.addPractitioner({
      name: "Una Reid",
      agencyId: agencies.education,
      role: "record-keeper",
    });
    await area.relate(keeper, childId, "record-keeper");
    for (const { practitionerId } of [stranger, keeper]) {
      const who = { areaId: area.areaId, practitionerId, now: aMonday.toISOString(), as: "person" } as const;
      const found = await database.inArea(who, (tx) =>
        rowsOf(
          tx,
          sql`select assessment_id from assessment union all select assessment_id from assessments_told_of(${childId})`,
        ),
      );
      expect(found).toEqual([]);
    }
  });
});

describe("CWDC-2.20a, BOL-8.5: one common assessment at a time, finished with what was found", () => {
  test("in England a second common one waits for the first; finished once, by its own agency, not before it began", async () => {
    const { area, assess, seen, head, teacher, nurse } = await aZara("england");
    const { assessmentId } = await assess(teacher, { kind: "common" });
    expect(await refusalOf(assess(teacher, { kind: "common", another: "out-of-date" }))).toMatchObject({
      kind: "already",
      because: "A common assessment was begun on 3 November 2026 by Tern Lane School. Go on with that one.",
    });
    const finish = (who: TestPerson, doneOn: string) =>
      area.as(who).assessment.finish({
        ...{ idempotencyKey: newId(), assessmentId, version: 1, doneOn: localDate(doneOn) },
        found: "Talks well with friends. Hears little on the left.",
      });
    expect(await refusalOf(finish(nurse, "2026-11-20"))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(finish(head, "2026-11-20"))).toMatchObject({ kind: expect.any(String) });
    for (const day of ["2026-11-02", "2026-11-24"])
      expect(await refusalOf(finish(teacher, day))).toMatchObject({ kind: "input" });
    await finish(teacher, "2026-11-03");
    expect((await seen(teacher)).assessments).toMatchObject([{ done: { on: "2026-11-03" }, finish: { may: false } }]);
    expect(await refusalOf(finish(teacher, "2026-11-20"))).toMatchObject({ kind: "already" });
    await assess(teacher, { kind: "common", about: "A year later" });
  });

  test("the same request sent twice begins one; a day to come is refused", async () => {
    const { assess, seen, teacher } = await aZara();
    const idempotencyKey = newId();
    await assess(teacher, { idempotencyKey });
    await assess(teacher, { idempotencyKey });
    expect((await seen(teacher)).assessments).toHaveLength(1);
    expect(
      await refusalOf(assess(teacher, { begunOn: localDate("2026-11-24"), another: "out-of-date" })),
    ).toMatchObject({ kind: "input" });
  });
});

describe("CWDC-1.1b: a case shows its three records with their dates", () => {
  test("assessment of 3 November 2026, lead from the day they lead, consent valid to 3 May 2027", async () => {
    const of = await aZara("england");
    const { area, assess, saysYes, rests, teacher, nurse, planId } = of;
    expect(await rests(teacher)).toMatchObject({ assessments: [], consents: [] });
    const { assessmentId } = await assess(teacher, { kind: "common" });
    await answered(of);
    await asked(of);
    const { proposalId } = await proposed(of, of.worker);
    await agreeAll(of, proposalId);
    await saysYes();
    expect(await rests(teacher)).toMatchObject({
      assessments: [{ assessmentId, on: "2026-11-03", kind: { label: "Common assessment" }, isOwn: true }],
      consents: [{ by: "parent-or-carer", lastDay: "2027-05-03" }],
    });
    expect((await area.as(teacher).plan.get({ planId })).lead).toMatchObject({ name: "Dan Peel" });
    expect((await rests(nurse))?.assessments).toMatchObject([{ isOwn: false, agency: "Tern Lane School" }]);
    // On the last day it is valid, and on the day after it is not.
    expect((await rests(teacher, new Date("2027-05-03T20:00:00.000Z")))?.consents).toHaveLength(1);
    const over = await rests(teacher, new Date("2027-05-04T09:00:00.000Z"));
    expect(over?.consents).toEqual([]);
    expect((await rests(nurse, new Date("2027-05-04T09:00:00.000Z")))?.assessments).toEqual([]);
  });

  test("a yes that whoever gave it has since said no to is valid no more, and somebody else's no is said beside it", async () => {
    const { rests, saysYes, teacher } = await aZara("england");
    await saysYes();
    expect(await rests(teacher)).toMatchObject({ consents: [{ lastDay: "2027-05-03" }], saidNo: false });
    const no = {
      answer: "refused" as const,
      during: { from: localDate("2026-11-20"), until: localDate("2027-05-04") },
    };
    await saysYes({ ...no, answeredBy: "child" });
    expect(await rests(teacher)).toMatchObject({ consents: [{ by: "parent-or-carer" }], saidNo: true });
    await saysYes(no);
    expect(await rests(teacher)).toMatchObject({ consents: [], saidNo: true });
  });
});
