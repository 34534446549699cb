import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { consent } from "../../db/schema/consent.ts";
import { aMonday, type Caller, type TestArea, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const on = localDate("2026-11-03");
const later = new Date(aMonday.getTime() + 60_000);
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

const seenStopped = async ({ as }: Pick<TestArea, "as">, who: TestPerson, childId: string) =>
  (await as(who).assessment.forChild({ childId })).assessments[0]?.stopped;

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

  test("HIG-183: to other agencies the step, the list and the family's sheet say that something was shared, and not what", async () => {
    const of = await aZara();
    const { area, head, assess, teacher, nurse, worker, childId } = of;
    const { assessmentId } = await assess(teacher);
    const { releases } = await area.as(teacher).consent.release({
      ...sharedBy(head),
      ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
      purpose: "So that her hearing is looked at",
      lastDay: localDate("2026-12-01"),
    });
    const tells = /Specialist assessment|hearing is looked at/;
    for (const who of [teacher, nurse]) {
      const list = JSON.stringify((await area.as(who).consent.forChild({ childId })).releases);
      expect(list).toMatch(/Specialist assessment, 3 November 2026/);
      expect(list).toMatch(/hearing is looked at/);
    }
    await area.as(teacher).consent.tell({
      ...{ idempotencyKey: newId(), releaseId: releases[0]?.releaseId ?? "", whom: "family" },
      told: { told: "yes", on: localDate("2026-11-23"), how: "That her hearing is looked at, on the phone" },
    });
    const seenBy = async (who: TestPerson) =>
      JSON.stringify([
        await area.as(who).consent.forChild({ childId }),
        await area.as(who).consent.shared({ childId }),
        (await area.as(who).record.chronology({ childId })).steps,
      ]);
    const workers = await seenBy(worker);
    expect(workers).not.toMatch(tells);
    expect(workers).toContain("Something in another service's file");
    expect(workers).toContain(`Shared with Amina Yusuf: Something in a file of Education`);
    expect(workers).toContain("The family was told what was shared");
    // The steps are for everybody with a part: they name it to nobody.
    expect(JSON.stringify((await area.as(teacher).record.chronology({ childId })).steps)).not.toMatch(tells);
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
    expect((await seen(teacher)).assessments).toMatchObject([{ done: { on: "2026-11-03" }, settle: { may: false } }]);
    expect(await refusalOf(finish(teacher, "2026-11-20"))).toMatchObject({ kind: "already" });
    await assess(teacher, { kind: "common", about: "A year later" });
  });

  test("one begun by mistake is stopped: it stays on record with why, and stands in nobody's way", async () => {
    const { area, assess, seen, saysYes, rests, head, teacher, nurse, childId } = await aZara("england");
    const { assessmentId } = await assess(teacher, { kind: "common" });
    await saysYes();
    expect((await seen(nurse)).elsewhere).toHaveLength(1);
    await area.as(teacher).consent.release({
      ...sharedBy(head),
      ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
      lastDay: localDate("2026-12-01"),
    });
    type Stopped = Parameters<Caller["assessment"]["stop"]>[0];
    const stop = (who: TestPerson, more: Partial<Stopped> = {}) =>
      area.as(who).assessment.stop({
        ...{ idempotencyKey: newId(), assessmentId, version: 1, stoppedOn: localDate("2026-11-23") },
        ...{ stoppedBecause: "by-mistake", ...more },
      });
    expect(await refusalOf(stop(nurse))).toMatchObject({ kind: "not-visible" });
    for (const day of ["2026-11-02", "2026-11-24"])
      expect(await refusalOf(stop(teacher, { stoppedOn: localDate(day) }))).toMatchObject({ kind: "input" });
    await expect(stop(teacher, { stoppedBecause: "other" })).rejects.toThrow("Enter why it was stopped");
    expect(await refusalOf(stop(teacher, { version: 2 }))).toMatchObject({ kind: "changed-since" });
    await stop(teacher, { stoppedWords: "It was meant for her brother" });

    const { assessments } = await seen(teacher);
    expect(assessments).toMatchObject([
      {
        stopped: {
          on: "2026-11-23",
          because: { label: "It was begun by mistake" },
          words: "It was meant for her brother",
        },
        settle: { may: false },
      },
    ]);
    // Nobody else is told of it any more, it is shared with nobody, and no case rests on it.
    expect((await seen(nurse)).elsewhere).toEqual([]);
    const { received } = await area.as(nurse, later).consent.received();
    expect(received.map(({ title }) => title)).toEqual(["The plan as it stands"]);
    expect((await rests(teacher))?.assessments).toEqual([]);
    const { items } = await area.as(teacher).consent.forChild({ childId });
    expect(items.map(({ itemId }) => itemId)).not.toContain(assessmentId);
    expect(await refusalOf(stop(teacher))).toMatchObject({ kind: "already" });
    const finish = { idempotencyKey: newId(), assessmentId, version: 2, doneOn: localDate("2026-11-23"), found: "No" };
    expect(await refusalOf(area.as(teacher).assessment.finish(finish))).toMatchObject({ kind: "already" });
    await assess(teacher, { kind: "common" });
  });

  test.each([
    ["family-asked", 0],
    ["not-needed", 0],
    ["passed-on", 1],
  ] as const)(
    "HIG-183: stopped as %s it is shared with %i, and why it ended tells other agencies nothing",
    async (why, still) => {
      const { area, head, assess, teacher, nurse, worker, childId } = await aZara();
      const { assessmentId } = await assess(teacher);
      await area.as(teacher).consent.release({
        ...sharedBy(head),
        ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
        lastDay: localDate("2026-12-01"),
      });
      await area.as(teacher, later).assessment.stop({
        ...{
          idempotencyKey: newId(),
          assessmentId,
          version: 1,
          stoppedOn: localDate("2026-11-23"),
          stoppedBecause: why,
        },
      });
      const muchLater = new Date(later.getTime() + 60_000);
      const { received } = await area.as(nurse, muchLater).consent.received();
      expect(received.filter(({ title }) => title.startsWith("Specialist assessment"))).toHaveLength(still);
      const list = JSON.stringify((await area.as(worker, muchLater).consent.forChild({ childId })).releases);
      expect(list).not.toMatch(/ssessment|ended it|begun/);
    },
  );

  test("an answer that names it is corrected still: a yes to it never becomes a yes to everything", async () => {
    const { area, assess, teacher, nurse, childId } = await aZara();
    const { assessmentId } = await assess(teacher);
    const yes = {
      ...{ answeredBy: "parent-or-carer" as const, answeredByName: "Ana Lind", answer: "given" as const },
      ...{ form: "written" as const, saysWhat: "The assessment", saysWithWhom: "Health", saysWhy: "Help" },
      ...{ agencies: [], recipients: [nurse.practitionerId], items: [assessmentId] },
      ...{ from: localDate("2026-11-23"), ends: { is: "open" as const } },
    };
    const { answers } = await area.as(teacher).consent.record({ ...yes, idempotencyKey: newId(), childId });
    await area.as(teacher).assessment.stop({
      ...{ idempotencyKey: newId(), assessmentId, version: 1, stoppedOn: localDate("2026-11-23") },
      stoppedBecause: "by-mistake",
    });
    const corrected = await area.as(teacher).consent.correct({
      ...{ ...yes, idempotencyKey: newId(), consentId: answers[0]?.consentId ?? "" },
      ...{ saysWhy: "So that help comes sooner", reason: "A word was missing" },
    });
    expect(corrected.answers[0]?.items.map(({ itemId }) => itemId)).toEqual([assessmentId]);
  });

  test("shared and stopped at the same moment, it is shared with nobody in the end", async () => {
    const { area, head, assess, teacher, nurse, childId } = await aZara();
    const { assessmentId } = await assess(teacher);
    const share = () =>
      area.as(teacher).consent.release({
        ...sharedBy(head),
        ...{ idempotencyKey: newId(), childId, kind: "assessment", itemId: assessmentId, toId: nurse.practitionerId },
        lastDay: localDate("2026-12-01"),
      });
    const stop = () =>
      area.as(teacher).assessment.stop({
        ...{ idempotencyKey: newId(), assessmentId, version: 1, stoppedOn: localDate("2026-11-23") },
        stoppedBecause: "by-mistake",
      });
    await Promise.allSettled([share(), stop()]);
    expect((await seenStopped(area, teacher, childId))?.on).toBe("2026-11-23");
    const { received } = await area.as(nurse, later).consent.received();
    expect(received.filter(({ title }) => title.startsWith("Specialist assessment"))).toEqual([]);
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
