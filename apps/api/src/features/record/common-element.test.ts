import { type LocalDate, localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { commonEntry, recordStage } from "../../db/schema/common-element.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { aKeptChild } from "../../testing/kept-child.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Part = "demographics" | "key-events" | "milestones";
const notThere = { kind: "not-visible" };
const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** Isla, whose named person is Morag Shaw of the school; a health visitor knew her before. */
async function isla({ edition = "highland", areLive = true } = {}) {
  const of = await aCase(database, { edition, bornOn: localDate("2017-03-09") });
  const { area, agencies, teacher, nurse, childId } = of;
  const coordinator = await area.addPractitioner({
    name: "M. Grant",
    agencyId: agencies.socialWork,
    role: "coordinator",
  });
  const common = (who: TestPerson, at = aMonday) => area.as(who, at).record.commonElement;
  const share = (agencyId: string, part: Part, liveFrom: LocalDate | null, at = aMonday) =>
    area.as(coordinator, at).record.stages.keep({ idempotencyKey: newId(), agencyId, part, liveFrom });
  if (areLive)
    for (const agencyId of [agencies.health, agencies.education])
      for (const part of ["key-events", "milestones"] as const) await share(agencyId, part, localDate("2026-01-01"));
  const event = (who: TestPerson, over: object = {}) =>
    common(who).recordKeyEvent({
      idempotencyKey: newId(),
      childId,
      kind: "moved-house",
      happenedOn: localDate("2026-05-04"),
      words: "Moved to a house with a garden",
      ...over,
    });
  const milestone = (who: TestPerson, over: object = {}, at = aMonday) =>
    common(who, at).recordMilestone({
      idempotencyKey: newId(),
      childId,
      area: "out-of-school",
      words: "Swam 25 m",
      reachedOn: localDate("2026-06-12"),
      source: "family",
      ...over,
    });
  const read = (who: TestPerson, at = aMonday) => common(who, at).get({ childId });
  const audited = (act: string) =>
    area.write((tx) =>
      tx
        .select({ by: auditEntry.practitionerId, outcome: auditEntry.outcome })
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, childId), eq(auditEntry.act, act))),
    );
  return { ...of, nurse, teacher, coordinator, common, share, event, milestone, read, audited };
}

const wordsOf = (entries: readonly { readonly words: string }[]) => entries.map(({ words }) => words);

describe("HIG-185: what health and education both record has three parts", () => {
  test("moved house on 4 May and swam 25 m on 12 June sit in their parts, beside the demographics", async () => {
    const of = await isla();
    await of.event(of.teacher);
    await of.milestone(of.teacher);
    const { keyEvents, milestones, demographics, record } = await of.read(of.teacher);
    expect(keyEvents.entries).toMatchObject([
      { kind: { label: "Moved house" }, on: "2026-05-04", words: "Moved to a house with a garden", by: "Morag Shaw" },
    ]);
    expect(milestones.entries).toMatchObject([{ on: "2026-06-12", words: "Swam 25 m", former: [], mayChange: true }]);
    expect(demographics.isOpen).toBe(true);
    expect(record).toEqual({ may: true });
    expect(await of.audited("common-element.recorded")).toEqual([
      { by: of.teacher.practitionerId, outcome: "changed" },
      { by: of.teacher.practitionerId, outcome: "changed" },
    ]);
    expect(await of.audited("common-element.read")).toContainEqual({ by: of.teacher.practitionerId, outcome: "read" });
  });

  test("a key event with no date is refused, and nothing of it is kept", async () => {
    const of = await isla();
    expect(await refusalOf(of.event(of.teacher, { happenedOn: undefined }))).toMatchObject({
      kind: "rule-prevents",
      decision: { answer: "prevents" },
    });
    expect(await refusalOf(of.event(of.teacher, { happenedOn: localDate("2026-11-24") }))).toMatchObject({
      kind: "input",
    });
    expect((await of.read(of.teacher)).keyEvents.entries).toEqual([]);
    await of.event(of.teacher, { happenedOn: localDate("2026-11-23") });
  });

  test("a milestone has a day or an age, and none is from before the child was born", async () => {
    const of = await isla();
    const refused = (over: object, says: string) => expect(of.milestone(of.teacher, over)).rejects.toThrow(says);
    await refused({ reachedOn: undefined }, "Enter the day it was reached, or the age");
    await refused({ level: "second" }, "Choose a level for Curriculum for Excellence only");
    expect(await refusalOf(of.milestone(of.teacher, { reachedOn: localDate("2017-03-08") }))).toMatchObject({
      problems: [{ message: "Enter a day since the child was born" }],
    });
    await of.milestone(of.teacher, { reachedOn: undefined, ageInMonths: 30 });
    expect((await of.read(of.teacher)).milestones.entries).toMatchObject([{ on: null, age: "2 years 6 months" }]);
  });

  test("put right, it says what it said before and why; taken back, it stays with the reason; twice at once is told", async () => {
    const of = await isla();
    const { entryId } = await of.event(of.teacher);
    const anew = {
      eventId: entryId,
      kind: "moved-house" as const,
      happenedOn: localDate("2026-05-05"),
      words: "Moved to Tern Lane",
      because: "It was the day after",
    };
    const done = await of.common(of.teacher).correctKeyEvent({ idempotencyKey: newId(), ...anew });
    const [entry] = (await of.read(of.teacher)).keyEvents.entries;
    expect(entry).toMatchObject({
      on: "2026-05-05",
      words: "Moved to Tern Lane",
      former: [{ on: "2026-05-04", words: "Moved to a house with a garden", because: "It was the day after" }],
    });
    expect(await refusalOf(of.common(of.teacher).correctKeyEvent({ idempotencyKey: newId(), ...anew }))).toMatchObject({
      kind: "changed-since",
    });
    await of
      .common(of.teacher)
      .takeBack({ idempotencyKey: newId(), entryId: done.entryId, because: "Of another child" });
    const { keyEvents } = await of.read(of.teacher);
    expect(keyEvents.entries).toEqual([]);
    expect(keyEvents.takenBack).toMatchObject([
      { words: "Moved to Tern Lane", because: "Of another child", former: [{ because: "It was the day after" }] },
    ]);
    const rows = await of.area.write((tx) =>
      tx.select({ id: commonEntry.entryId }).from(commonEntry).where(eq(commonEntry.childId, of.childId)),
    );
    expect(rows).toHaveLength(3);
  });

  test("sent twice it is there once", async () => {
    const of = await isla();
    const idempotencyKey = newId();
    const first = await of.event(of.teacher, { idempotencyKey });
    expect(await of.event(of.teacher, { idempotencyKey })).toEqual(first);
    expect((await of.read(of.teacher)).keyEvents.entries).toHaveLength(1);
  });

  test("another service than health and education writes none of it, nor does whoever has no part; a colleague of another agency puts nothing right", async () => {
    const of = await isla();
    const { entryId } = await of.event(of.teacher);
    expect(await refusalOf(of.event(of.worker))).toMatchObject({ kind: "not-allowed" });
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.education });
    expect(await refusalOf(of.event(stranger))).toMatchObject(notThere);
    expect(await refusalOf(of.read(stranger))).toEqual(await refusalOf(of.common(stranger).get({ childId: newId() })));
    const back = (who: TestPerson, id: string) =>
      refusalOf(of.common(who).takeBack({ idempotencyKey: newId(), entryId: id, because: "Wrong" }));
    expect(await back(stranger, entryId)).toEqual(await back(stranger, newId()));
    await of.area.relate(of.nurse, of.childId, "lead");
    expect(await back(of.nurse, entryId)).toMatchObject({ kind: "not-allowed" });
  });

  test("the chronology, which others read, does not say it", async () => {
    const of = await isla();
    await of.event(of.teacher);
    const steps = await of.area.write((tx) =>
      tx.select().from(chronologyEntry).where(eq(chronologyEntry.childId, of.childId)),
    );
    expect(JSON.stringify(steps)).not.toContain("garden");
  });

  test("where it is kept private where the child is, whom it is kept from reads and writes none of it", async () => {
    const of = await isla();
    const kept = await aKeptChild(of);
    await of.event(of.teacher, { childId: kept.childId, words: "Moved away by night" });
    const seen = await of.common(of.nurse).get({ childId: kept.childId });
    expect(seen).toMatchObject({ keptPrivateBy: "Morag Shaw", keyEvents: { entries: [] }, record: { may: false } });
    expect(await refusalOf(of.event(of.nurse, { childId: kept.childId }))).toMatchObject({ kind: "not-allowed" });
    expect((await of.common(of.teacher).get({ childId: kept.childId })).keyEvents.entries).toHaveLength(1);
  });
});

describe("HIG-186: it goes with the child from health to education, and nobody enters it again", () => {
  const six = ["Smiles", "Sits", "Crawls", "Walks", "Says two words together", "Hops"];
  /** Callum, whose health visitor wrote six milestones, and the teacher who is named from the first day of Primary 1. */
  async function callum() {
    const of = await isla();
    const { area, agencies } = of;
    const childId = await area.addChild({ givenName: "Callum", familyName: "Roy", bornOn: localDate("2022-06-01") });
    const visitor = await area.addPractitioner({ name: "Nan Sim", agencyId: agencies.health, kind: "health-visitor" });
    const p1 = await area.addPractitioner({ name: "Ros Tait", agencyId: agencies.education });
    await area.relate(visitor, childId, "named-person");
    for (const words of six)
      await of.milestone(visitor, {
        childId,
        area: words.startsWith("Says") ? "speech-and-language" : "movement",
        words,
        reachedOn: localDate("2024-02-01"),
        source: "check",
      });
    await area.relate(p1, childId, "named-person", { from: "2027-08-16T23:00:00.000Z" });
    return { ...of, childId, visitor, p1 };
  }

  test("on 17 August 2027 his P1 teacher reads the six, as from health; the day before there is no such child for her", async () => {
    const of = await callum();
    const asked = (day: string) => of.common(of.p1, noon(day)).get({ childId: of.childId });
    expect(await refusalOf(asked("2027-08-16"))).toMatchObject(notThere);
    const { milestones } = await asked("2027-08-17");
    expect(wordsOf(milestones.entries).sort()).toEqual([...six].sort());
    for (const { from, by, mayChange } of milestones.entries)
      expect([from, by, mayChange]).toEqual([
        { service: { code: "health", label: "Health" }, agency: "Community nursing", isOurs: false },
        "Nan Sim",
        false,
      ]);
  });

  test("entered again it is refused, and says where it is held; another one is taken", async () => {
    const of = await callum();
    const at = noon("2027-08-17");
    const again = { childId: of.childId, area: "movement", words: "hops.", reachedOn: localDate("2027-08-17") };
    const refused = await refusalOf(of.milestone(of.p1, again, at));
    expect(refused).toMatchObject({ kind: "rule-prevents" });
    expect(JSON.stringify(refused)).toContain("It is held in Community nursing, and is drawn from there.");
    await of.milestone(of.p1, { ...again, words: "Skips with a rope" }, at);
  });

  test("somebody of another agency who only works beside them reads none of it", async () => {
    const of = await callum();
    await of.area.relate(of.worker, of.childId, "plan-practitioner");
    const { milestones } = await of.common(of.worker).get({ childId: of.childId });
    expect(milestones.entries).toEqual([]);
    await of.area.relate(of.nurse, of.childId, "plan-practitioner");
    expect((await of.common(of.nurse).get({ childId: of.childId })).milestones.entries).toHaveLength(6);
  });
});

describe("HIG-184: the shape holds from a day, and what was written before stays as it was", () => {
  test("from 1 January 2026: an entry of 2025 shows in its old form and nothing is demanded of it; one of that day is", async () => {
    const of = await isla();
    const started = () => of.area.as(of.coordinator).record.stages;
    const old = { happenedOn: undefined, words: "Moved house in spring" };
    const before = { ...old, writtenOn: localDate("2025-12-31") };
    expect(await refusalOf(of.event(of.teacher, before))).toMatchObject({ kind: "rule-prevents" });
    await started().start({ idempotencyKey: newId(), from: localDate("2026-01-01") });
    const { entryId } = await of.event(of.teacher, before);
    expect(await refusalOf(of.event(of.teacher, { ...old, writtenOn: localDate("2026-01-01") }))).toMatchObject({
      kind: "rule-prevents",
    });
    const { keyEvents, shapedSince } = await of.read(of.teacher);
    expect(shapedSince).toBe("2026-01-01");
    expect(keyEvents.entries).toMatchObject([{ on: null, isOfFormerShape: true, writtenOn: "2025-12-31" }]);
    await of.common(of.teacher).correctKeyEvent({
      idempotencyKey: newId(),
      eventId: entryId,
      kind: "moved-house",
      words: "Moved house in early spring",
      because: "A word was missing",
    });
    expect((await of.read(of.teacher)).keyEvents.entries).toMatchObject([{ on: null, isOfFormerShape: true }]);
  });
});

describe("HIG-198: which parts are live is shown, agency by agency", () => {
  test("milestones in health only: a teacher reads that the school does not share them yet, and not an empty list", async () => {
    const of = await isla({ areLive: false });
    const { health, education } = of.agencies;
    for (const agencyId of [health, education]) await of.share(agencyId, "demographics", localDate("2026-11-01"));
    await of.share(health, "milestones", localDate("2026-11-01"));
    await of.share(education, "milestones", null);
    const { milestones, demographics } = await of.read(of.teacher);
    expect(milestones.entries).toEqual([]);
    expect(milestones.shared).toMatchObject([
      { agency: "Community nursing", isOurs: false, isLive: true },
      { isOurs: true, isLive: false, says: "Not yet shared by Tern Lane School: milestones." },
    ]);
    expect(demographics.shared.map(({ isLive }) => isLive)).toEqual([true, true]);
  });

  test.each([
    ["2026-11-30", 0],
    ["2026-12-01", 1],
  ])("shared from 1 December, read by the next service on %s: %i", async (day, many) => {
    const of = await isla({ areLive: false });
    await of.area.relate(of.nurse, of.childId, "lead");
    await of.milestone(of.nurse);
    await of.share(of.agencies.health, "milestones", localDate("2026-12-01"));
    const { milestones } = await of.read(of.teacher, noon(day));
    expect(milestones.entries).toHaveLength(many);
    expect((await of.read(of.nurse, noon(day))).milestones.entries).toHaveLength(1);
  });

  test("where nobody said anything nothing crosses, and that is said; demographics of another service wait as well", async () => {
    const of = await isla({ areLive: false });
    await of.area.relate(of.nurse, of.childId, "lead");
    await of.milestone(of.nurse);
    const seen = await of.read(of.teacher);
    expect(seen.milestones.entries).toEqual([]);
    expect(seen.milestones.shared[0]?.says).toMatch(/^It is not recorded whether Community nursing shares/);
    expect((await of.read(of.nurse)).demographics.isOpen).toBe(false);
    await of.share(of.agencies.education, "demographics", localDate("2026-11-23"));
    expect((await of.read(of.nurse)).demographics.isOpen).toBe(true);
  });

  test("whoever configures the area says so; everybody reads it, and nobody else changes it", async () => {
    const of = await isla({ areLive: false });
    const { stages } = of.area.as(of.teacher).record;
    expect((await stages.list()).keep.may).toBe(false);
    const said = { idempotencyKey: newId(), agencyId: of.agencies.health, part: "milestones" as const, liveFrom: null };
    expect(await refusalOf(stages.keep(said))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(stages.start({ idempotencyKey: newId(), from: localDate("2026-01-01") }))).toMatchObject({
      kind: "not-allowed",
    });
    const asCoordinator = of.area.as(of.coordinator).record.stages;
    await asCoordinator.keep(said);
    expect((await asCoordinator.list()).agencies[0]?.parts[2]).toMatchObject({ liveFrom: null, by: "M. Grant" });
    for (const agencyId of [of.agencies.socialWork, newId()])
      expect(await refusalOf(asCoordinator.keep({ ...said, idempotencyKey: newId(), agencyId }))).toMatchObject(
        notThere,
      );
  });
});

describe("HIG-183, HIG-198: nobody opens another agency's file", () => {
  test("a service manager says what their own agency shares; the co-ordinator writes down what each settled", async () => {
    const of = await isla({ areLive: false });
    const { area, agencies } = of;
    const health = await area.addPractitioner({
      name: "Hal Reid",
      agencyId: agencies.health,
      role: "service-manager",
    });
    const social = await area.addPractitioner({
      name: "Sol Weir",
      agencyId: agencies.socialWork,
      role: "service-manager",
    });
    const keep = (who: TestPerson, agencyId: string) =>
      area.as(who).record.stages.keep({
        idempotencyKey: newId(),
        agencyId,
        part: "milestones",
        liveFrom: localDate("2026-01-01"),
      });
    await area.relate(of.teacher, of.childId, "lead");
    await of.milestone(of.nurse);
    for (const [who, agencyId] of [
      [social, agencies.health],
      [social, agencies.education],
      [health, agencies.education],
    ] as const)
      expect(await refusalOf(keep(who, agencyId))).toMatchObject({ kind: "not-allowed" });
    expect((await of.read(of.teacher)).milestones.entries).toEqual([]);
    const shown = await area.as(health).record.stages.list();
    expect(shown.agencies.map(({ agencyId, keep: { may } }) => [agencyId === agencies.health, may])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
    const byHand = (who: TestPerson, agencyId: string) =>
      database.inArea(
        { areaId: area.areaId, practitionerId: who.practitionerId, now: aMonday.toISOString(), as: "person" },
        (tx) =>
          tx.insert(recordStage).values({
            areaId: area.areaId,
            stageId: newId(),
            agencyId,
            part: "milestones",
            liveFrom: localDate("2026-01-01"),
            recordedBy: who.practitionerId,
            recordedAt: aMonday.toISOString(),
          }),
      );
    await expect(byHand(social, agencies.health)).rejects.toThrow();
    await keep(health, agencies.health);
    expect((await of.read(of.teacher)).milestones.entries).toHaveLength(1);
    await keep(of.coordinator, agencies.education);
  });
});

describe("HIG-16: how a child gets on in Curriculum for Excellence", () => {
  test("the last level of each area with its report, for her class teacher; for nobody else's child", async () => {
    const of = await isla();
    const report = (area: string, level: string, reachedOn: string) =>
      of.milestone(of.teacher, {
        area,
        level,
        words: `${area} as reported`,
        reachedOn: localDate(reachedOn),
        source: "report",
      });
    await report("cfe-literacy", "first", "2025-06-27");
    await report("cfe-literacy", "second", "2026-06-26");
    await report("cfe-numeracy", "first", "2026-06-26");
    await of.milestone(of.teacher);
    const { progress } = await of.read(of.teacher);
    expect(progress.map(({ kind, level, on, source }) => [kind.code, level?.label, on, source?.label])).toEqual([
      ["cfe-literacy", "Second level", "2026-06-26", "School or nursery report"],
      ["cfe-numeracy", "First level", "2026-06-26", "School or nursery report"],
    ]);
    const other = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.education });
    expect(await refusalOf(of.read(other))).toMatchObject(notThere);
  });
});

test("where an area's documents ask for none of this, that is said, and it may be written all the same", async () => {
  const of = await isla({ edition: "wigan", areLive: false });
  await of.area.relate(of.teacher, of.childId, "named-person");
  await of.event(of.teacher, { happenedOn: undefined });
  expect((await of.read(of.teacher)).silence).toBeTruthy();
});
