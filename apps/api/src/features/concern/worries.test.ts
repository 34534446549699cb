import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, outbox } from "../../db/schema/change.ts";
import { concern, worry } from "../../db/schema/concern.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const nine = new Date("2026-11-23T09:10:00.000Z");
const at = nine;
const lines = "He sat alone by the bins again.\nHe had no coat.\nHe said he was not hungry.";

/** A school with Mr Bell, the named person of Ewan in P6, its office, a janitor, and another Ewan in P7. */
async function aSchool() {
  const area = await aTestArea(database, { edition: "highland" });
  const education = await area.addAgency("education");
  const school = await area.addEstablishment(education, "primary", "Glen School");
  const other = await area.addEstablishment(education, "primary", "Moor School");
  const there = { agencyId: education, establishmentId: school };
  const bell = await area.addPractitioner({ name: "Alan Bell", ...there });
  const head = await area.addPractitioner({ name: "Isobel Laing", role: "head", ...there });
  const office = await area.addPractitioner({ name: "Una Reid", role: "record-keeper", ...there });
  const away = await area.addPractitioner({
    name: "Ola Beck",
    role: "record-keeper",
    agencyId: education,
    establishmentId: other,
  });
  const janitor = await area.addPractitioner({ name: "Jock Tait", title: "Janitor", ...there });
  const ewan = await area.addChild({ givenName: "Ewan", familyName: "Muir" });
  const second = await area.addChild({ givenName: "Ewan", familyName: "Ross" });
  for (const [childId, group] of [
    [ewan, "P6"],
    [second, "P7"],
  ] as const) {
    await area.addPlace(childId, school, { group });
    await area.relate(office, childId, "record-keeper");
    await area.write((tx) =>
      tx.insert(namedPerson).values({
        areaId: area.areaId,
        namedPersonId: newId(),
        childId,
        practitionerId: bell.practitionerId,
        stage: "primary",
        settledBy: "by-name",
        during: { from: "2026-08-18T00:00:00.000Z" },
        recordedBy: bell.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    await area.relate(bell, childId, "named-person");
  }
  const worries = (who: TestPerson) => area.as(who, nine).concern.worries;
  const passOn = (of: {
    about?: string;
    group?: string;
    words?: string;
    childChoseMe?: boolean;
    from?: "child" | "parent-or-carer";
    aboutPlace?: "school" | "home";
  }) =>
    worries(janitor).passOn({
      idempotencyKey: newId(),
      establishmentId: school,
      about: "Ewan",
      group: "P6",
      words: lines,
      childChoseMe: false,
      ...of,
    });
  const notices = (person: TestPerson) =>
    area
      .write((tx) =>
        tx
          .select({ payload: outbox.payload, dueAt: outbox.dueAt })
          .from(outbox)
          .where(and(eq(outbox.areaId, area.areaId), eq(outbox.kind, "notice"))),
      )
      .then((rows) =>
        rows.filter(({ payload }) => (payload as { practitionerId: string }).practitionerId === person.practitionerId),
      );
  return { area, school, other, bell, head, office, away, janitor, ewan, second, worries, passOn, notices };
}

describe("HIG-70: a worry is passed on in one step, and whoever passes it on reads nothing", () => {
  test("the janitor knows a first name and a class: at 09:10 Mr Bell has it, and the janitor sees only 'passed on'", async () => {
    const of = await aSchool();
    expect(await of.passOn({})).toEqual({ passedOn: true });
    const { concerns } = await of.area.as(of.bell, at).concern.forChild({ childId: of.ewan });
    expect(concerns).toMatchObject([{ noticedOn: "2026-11-23", recordedBy: { name: "Jock Tait" }, state: "open" }]);
    const whole = await of.area.as(of.bell, at).concern.get({ concernId: concerns[0]?.concernId ?? "" });
    expect(whole).toMatchObject({
      noticed: lines,
      recordedAt: "2026-11-23T09:10:00.000Z",
      broughtBy: { code: "staff" },
    });
    expect(whole.duties.map(({ owedBy }) => owedBy.name)).not.toContain("Jock Tait");
    const [notice] = await of.notices(of.bell);
    expect(notice?.payload).toMatchObject({ words: "A worry was passed on about a child you are named person for." });
    expect(JSON.stringify(notice)).not.toContain("bins");
  });

  test("where nobody is named, whoever is turned to for the plan has it, and the head only where there is nobody else: each can read what they are asked about", async () => {
    const of = await aSchool();
    const { area, school, head, notices } = of;
    const health = await area.addAgency("health", "Community nursing");
    const nurse = await area.addPractitioner({ name: "Amina Yusuf", agencyId: health });
    for (const [given, turnedTo] of [
      ["Zara", nurse],
      ["Idris", undefined],
    ] as const) {
      const childId = await area.addChild({ givenName: given, familyName: "Ames" });
      await area.addPlace(childId, school, { group: "P5" });
      await area.relate(head, childId, "head");
      if (turnedTo !== undefined) await area.relate(turnedTo, childId, "contact-of-record");
      await of.passOn({ about: given, group: "P5", words: "Nobody came for her." });
      const reader = turnedTo ?? head;
      const { concerns } = await area.as(reader, at).concern.forChild({ childId });
      expect(concerns, given).toHaveLength(1);
      const { noticed } = await area.as(reader, at).concern.get({ concernId: concerns[0]?.concernId ?? "" });
      expect(noticed).toBe("Nobody came for her.");
    }
    expect((await notices(nurse)).map(({ payload }) => payload)).toMatchObject([
      { words: "A worry was passed on about a child whose contact for the plan you are." },
    ]);
    expect((await notices(head)).map(({ payload }) => payload)).toMatchObject([
      { words: "A worry was passed on about a child of your school or clinic for whom nobody is named yet." },
    ]);
  });

  test("HIG-67: what Ewan wrote about trouble at home reaches Mr Bell as Ewan's own, with no topic asked for", async () => {
    const of = await aSchool();
    expect(await of.passOn({ from: "child", aboutPlace: "home", words: "They shout at night." })).toEqual({
      passedOn: true,
    });
    expect(await of.passOn({ from: "parent-or-carer", words: "He does not sleep." })).toEqual({ passedOn: true });
    const asBell = of.area.as(of.bell, at);
    const { concerns } = await asBell.concern.forChild({ childId: of.ewan });
    const said = [];
    for (const { concernId } of concerns) {
      const { noticed, broughtBy, aboutPlace } = await asBell.concern.get({ concernId });
      said.push([noticed, broughtBy?.code, aboutPlace?.code]);
    }
    expect(said.sort()).toEqual([
      ["He does not sleep.", "parent-or-carer", undefined],
      ["They shout at night.", "child", "home"],
    ]);
    const { steps } = await asBell.record.chronology({ childId: of.ewan });
    expect(steps.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        "A worry of the child's own was passed on by Jock Tait",
        "A worry of a parent or carer was passed on by Jock Tait",
      ]),
    );
  });

  test("a child who is there and one who is not read the same; nothing of either is the janitor's to open", async () => {
    const of = await aSchool();
    const answers = [await of.passOn({}), await of.passOn({ about: "Nobody" }), await of.passOn({ group: "P1" })];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"passedOn":true}']));
    const janitor = of.area.as(of.janitor, at);
    const [concernId] = await of.area.write((tx) =>
      tx
        .select({ id: concern.concernId })
        .from(concern)
        .where(eq(concern.areaId, of.area.areaId))
        .then((rows) => rows.map(({ id }) => id)),
    );
    for (const id of [concernId ?? "", newId()])
      expect(await refusalOf(janitor.concern.get({ concernId: id }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(janitor.people.child({ childId: of.ewan }))).toMatchObject({ kind: "not-visible" });
    expect((await janitor.record.duties({})).duties ?? []).toEqual([]);
    const looks = await of.area.write((tx) =>
      tx
        .select({ outcome: auditEntry.outcome })
        .from(auditEntry)
        .where(and(eq(auditEntry.practitionerId, of.janitor.practitionerId), eq(auditEntry.outcome, "read"))),
    );
    expect(looks).toEqual([]);
  });

  test("what fits several or none goes to whoever keeps that roll, without what it says; nobody else sees it", async () => {
    const of = await aSchool();
    await of.worries(of.janitor).passOn({
      idempotencyKey: newId(),
      establishmentId: of.school,
      about: "Ewan",
      words: lines,
      childChoseMe: true,
    });
    expect(await of.notices(of.bell)).toEqual([]);
    expect(await of.notices(of.away)).toEqual([]);
    expect((await of.notices(of.office))[0]?.payload).toMatchObject({ act: "worry.to-place" });
    const listed = await of.worries(of.office).toPlace();
    expect(listed.worries).toMatchObject([
      { about: "Ewan", establishment: "Glen School", sender: "Jock Tait", isMine: false },
    ]);
    expect(JSON.stringify(listed)).not.toContain("bins");
    const [row] = listed.worries;
    const worryId = row?.worryId ?? "";
    expect((await of.worries(of.away).toPlace()).worries).toEqual([]);
    const given = { idempotencyKey: newId(), version: 1, childId: of.ewan };
    const none = { kind: "not-visible", what: "worry" };
    expect(await refusalOf(of.worries(of.away).place({ ...given, worryId }))).toMatchObject(none);
    expect(await refusalOf(of.worries(of.office).place({ ...given, worryId: newId() }))).toMatchObject(none);
    expect(await refusalOf(of.worries(of.bell).toPlace())).toMatchObject({ kind: "not-allowed" });

    const asked = await of.worries(of.office).one({ worryId });
    expect(asked.children.map(({ name }) => name).sort()).toEqual(["Ewan Muir", "Ewan Ross"]);
    expect(JSON.stringify(asked)).not.toContain("bins");
    await of.worries(of.office).place({ ...given, worryId });
    expect((await of.worries(of.office).toPlace()).worries).toEqual([]);
    const { concerns } = await of.area.as(of.bell, at).concern.forChild({ childId: of.ewan });
    expect(concerns).toMatchObject([{ recordedBy: { name: "Jock Tait" } }]);
    expect(await refusalOf(of.worries(of.office).place({ ...given, idempotencyKey: newId(), worryId }))).toMatchObject(
      none,
    );
  });

  test("a child of no roll of theirs is none, another roll is asked, and what nobody finds is set aside with what was done", async () => {
    const of = await aSchool();
    const stranger = await of.area.addChild({ givenName: "Ewan", familyName: "Far" });
    await of.passOn({ about: "Nobody" });
    const [row] = (await of.worries(of.office).toPlace()).worries;
    const { worryId = "", version = 0 } = row ?? {};
    const said = { worryId, version, because: "Asked the janitor: he goes to Moor School." };
    expect(
      await refusalOf(of.worries(of.office).place({ idempotencyKey: newId(), worryId, version, childId: stranger })),
    ).toMatchObject({ kind: "not-visible", what: "child" });
    await of.worries(of.office).elsewhere({ ...said, idempotencyKey: newId(), establishmentId: of.other });
    expect((await of.worries(of.office).toPlace()).worries).toEqual([]);
    const [there] = (await of.worries(of.away).toPlace()).worries;
    expect(there).toMatchObject({ worryId, establishment: "Moor School" });
    await of.worries(of.away).elsewhere({ ...said, version: there?.version ?? 0, idempotencyKey: newId() });
    expect((await of.worries(of.away).toPlace()).worries).toEqual([]);
    const kept = await of.area.write((tx) => tx.select().from(worry).where(eq(worry.worryId, worryId)));
    expect(kept).toMatchObject([{ setAsideBecause: said.because, childId: null, words: lines }]);
  });
});

describe("HIG-73: all worries about a child stand in one list, in the order of their days", () => {
  test("a library worker's note of 2 October and the driver's of 23 November", async () => {
    const of = await aSchool();
    await of.passOn({ words: "The driver's", childChoseMe: true });
    await of.area.as(of.bell, at).concern.record({
      idempotencyKey: newId(),
      childId: of.ewan,
      noticedOn: localDate("2026-10-02"),
      noticed: "The library worker's",
      raisedBy: "A library worker",
      broughtBy: "professional",
      touches: ["safe"],
      childsView: { asked: "not-yet" },
      familysView: { asked: "not-yet" },
    });
    const { concerns } = await of.area.as(of.bell, at).concern.forChild({ childId: of.ewan });
    const one = await of.area.as(of.bell, at).concern.get({ concernId: concerns[0]?.concernId ?? "" });
    expect(one.beside.map(({ noticedOn, beginning, from }) => [noticedOn, beginning, from])).toEqual([
      ["2026-10-02", "The library worker's", "A library worker"],
      ["2026-11-23", "The driver's", "Jock Tait"],
    ]);
  });
});

describe("HIG-68: the adult a child chose is named in words, and gets no part in the record", () => {
  test("the driver whom Ewan chose is stored, and opens nothing", async () => {
    const of = await aSchool();
    await of.passOn({ childChoseMe: true });
    const { concerns } = await of.area.as(of.bell, at).concern.forChild({ childId: of.ewan });
    const concernId = concerns[0]?.concernId ?? "";
    expect(await of.area.as(of.bell, at).concern.get({ concernId })).toMatchObject({ chosenAdult: "Jock Tait" });
    expect(await refusalOf(of.area.as(of.janitor, at).concern.get({ concernId }))).toMatchObject({
      kind: "not-visible",
    });
  });
});

describe("HIG-67: a worry about home comes in at the word of child or parent", () => {
  test("Ewan writes about trouble at home: it is accepted with no school topic and is with Mr Bell", async () => {
    const of = await aSchool();
    const recorded = await of.area.as(of.bell, at).concern.record({
      idempotencyKey: newId(),
      childId: of.ewan,
      noticedOn: localDate("2026-11-11"),
      noticed: "It is bad at home",
      broughtBy: "child",
      aboutPlace: "home",
      touches: ["safe"],
      childsView: { asked: "not-yet" },
      familysView: { asked: "not-yet" },
    });
    expect(recorded).toMatchObject({ broughtBy: { label: "The child" }, aboutPlace: { label: "Home" } });
  });
});

describe("HIG-69: a wish to talk to somebody familiar is recorded and offered, and never required", () => {
  test("Piotr would rather talk in Polish: the offer is owed, then his answer; left blank nothing is", async () => {
    const of = await aSchool();
    await of.passOn({});
    const bell = of.area.as(of.bell, at).concern;
    const { concerns } = await bell.forChild({ childId: of.ewan });
    const concernId = concerns[0]?.concernId ?? "";
    const owed = async () =>
      (
        await of.area.write((tx) =>
          tx
            .select({ act: duty.act, doneAt: duty.doneAt })
            .from(duty)
            .where(and(eq(duty.areaId, of.area.areaId), eq(duty.concernId, concernId))),
        )
      )
        .filter(({ act, doneAt }) => doneAt === null && /offer/.test(act))
        .map(({ act }) => act);
    expect(await owed()).toEqual([]);
    const on = localDate("2026-11-23");
    const wished = await bell.recordWish({
      idempotencyKey: newId(),
      concernId,
      version: 1,
      wish: "He would rather talk in Polish",
      on,
    });
    expect(await owed()).toEqual(["concern.offer-somebody-familiar"]);
    const offer = { concernId, offered: "The Polish-speaking assistant", on };
    const offered = await bell.recordOffer({ ...offer, idempotencyKey: newId(), version: wished.version });
    expect(await owed()).toEqual(["concern.record-answer-to-offer"]);
    const answered = await bell.recordOffer({
      ...offer,
      idempotencyKey: newId(),
      version: offered.version,
      answer: "no",
    });
    expect(await owed()).toEqual([]);
    expect(answered.wish).toEqual({
      words: "He would rather talk in Polish",
      on: "2026-11-23",
      offered: { words: "The Polish-speaking assistant", on: "2026-11-23", answer: "no" },
    });
    expect(
      await refusalOf(
        of.area.as(of.janitor, at).concern.recordWish({
          idempotencyKey: newId(),
          concernId,
          version: 1,
          wish: "x",
          on,
        }),
      ),
    ).toMatchObject({ kind: "not-visible" });
  });
});
