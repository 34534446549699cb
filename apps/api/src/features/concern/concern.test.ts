import { localDate, type RecordConcern } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty } from "../../db/schema/change.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A primary school with a head, a class teacher who is Robin's named person, and a school nurse of another agency. */
async function aSchool(edition = "highland") {
  const area = await aTestArea(database, { edition });
  const education = await area.addAgency("education");
  const school = await area.addEstablishment(education, "primary");
  const head = await area.addPractitioner({
    name: "Isobel Laing",
    agencyId: education,
    role: "head",
    establishmentId: school,
  });
  const teacher = await area.addPractitioner({
    name: "Morag Shaw",
    agencyId: education,
    establishmentId: school,
    lineManagerId: head.practitionerId,
  });
  const nurse = await area.addPractitioner({ name: "Ailsa Orr", agencyId: await area.addAgency("health") });
  const childId = await area.addChild();
  await area.write((tx) =>
    tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId,
      practitionerId: teacher.practitionerId,
      stage: "primary",
      settledBy: "by-name",
      during: { from: "2026-08-18T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  await area.relate(teacher, childId, "named-person");
  return { area, head, teacher, nurse, childId };
}

const noticed = (childId: string, over: Partial<RecordConcern> = {}): RecordConcern => ({
  idempotencyKey: newId(),
  childId,
  noticedOn: "2026-11-20" as RecordConcern["noticedOn"],
  noticed: "Hard to settle after lunch, three days running.",
  touches: ["safe"],
  childsView: { asked: "given", words: "It is too loud", how: "With a picture card" },
  familysView: { asked: "given", words: "We see it at home too", how: "By phone" },
  ...over,
});
const today = "2026-11-23" as RecordConcern["noticedOn"];
const told = { told: "yes" as const, on: today, how: "By phone" };
const openDuties = (area: TestArea, concernId: string) =>
  area.write((tx) =>
    tx
      .select({ act: duty.act, dueBy: duty.dueBy, doneAt: duty.doneAt })
      .from(duty)
      .where(sql`concern_id = ${concernId}`),
  );

describe("HIG-18: a concern has a clock from its first report", () => {
  test("the named person owes an acknowledgement in 1 working day and an answer in 5", async () => {
    const { area, teacher, childId } = await aSchool();
    const view = await area.as(teacher).concern.record(noticed(childId));
    expect(view.duties.map(({ act, clock }) => [act, clock?.due])).toEqual([
      ["concern.acknowledge", "by the end of 24 November 2026"],
      ["concern.answer", "by the end of 1 December 2026"], // Monday 30 November, St Andrew's Day, does not count
    ]);
  });

  test("acknowledging it stops the first clock only", async () => {
    const { area, teacher, childId } = await aSchool();
    const { concernId, version } = await area.as(teacher).concern.record(noticed(childId));
    const view = await area.as(teacher).concern.acknowledge({ idempotencyKey: newId(), concernId, version, on: today });
    expect(view.duties.map(({ act }) => act)).toEqual(["concern.answer"]);
    expect(view.acknowledgedOn).toBe(today);
  });

  test("an area whose documents set no clock starts none", async () => {
    const { area, teacher, childId } = await aSchool("wigan");
    const view = await area
      .as(teacher)
      .concern.record(noticed(childId, { touches: await firstTouch(area, teacher, childId) }));
    expect(view.duties).toEqual([]);
  });
});

const firstTouch = async (area: TestArea, person: TestPerson, childId: string): Promise<RecordConcern["touches"]> => {
  const { touches } = await area.as(person).concern.forChild({ childId });
  return [touches[0]?.code as RecordConcern["touches"][number]];
};

describe("HIG-17: a concern closes only with help given or help arranged through a named other", () => {
  test("help from the own agency without saying which is refused before anything is kept", async () => {
    const { area, teacher, childId } = await aSchool();
    const { concernId, version } = await area.as(teacher).concern.record(noticed(childId));
    const blank = {
      idempotencyKey: newId(),
      concernId,
      version,
      reason: "Settles with help",
      childTold: told,
      familyTold: told,
    };
    await expect(
      area.as(teacher).concern.decide({ ...blank, outcome: "own-agency-help", help: " " }),
    ).rejects.toThrow();
    const closed = await area.as(teacher).concern.decide({
      ...blank,
      idempotencyKey: newId(),
      outcome: "own-agency-help",
      help: "School nurse, from Wednesday",
    });
    expect(closed.state).toBe("closed");
    expect(closed.decided?.help).toBe("School nurse, from Wednesday");
    expect((await openDuties(area, concernId)).every(({ doneAt }) => doneAt !== null)).toBe(true);
  });
});

describe("HIG-19: the child and the family are told, or the concern stays open", () => {
  test.each(["childTold", "familyTold"] as const)(
    "with %s missing the concern stays open and what was said is kept",
    async (missing) => {
      const { area, teacher, childId } = await aSchool();
      const { concernId, version } = await area.as(teacher).concern.record(noticed(childId));
      const decided = {
        idempotencyKey: newId(),
        concernId,
        version,
        reason: "It was the new bell",
        childTold: told,
        familyTold: told,
        [missing]: { told: "not-yet" as const },
        outcome: "nothing-more" as const,
      };
      await expect(area.as(teacher).concern.decide(decided)).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
      const still = await area.as(teacher).concern.get({ concernId });
      expect(still.state).toBe("open");
      expect(still.childsView).toMatchObject({ words: "It is too loud" });
    },
  );

  test("a reason may stand in its place", async () => {
    const { area, teacher, childId } = await aSchool();
    const { concernId, version } = await area.as(teacher).concern.record(noticed(childId));
    await area.as(teacher).concern.tell({
      idempotencyKey: newId(),
      concernId,
      whom: "family",
      told: { told: "no", because: "Mother is in hospital until Friday" },
    });
    const closed = await area.as(teacher).concern.decide({
      idempotencyKey: newId(),
      concernId,
      version,
      reason: "It was the new bell",
      childTold: told,
      familyTold: { told: "not-yet" },
      outcome: "nothing-more",
    });
    expect(closed.familyTold).toEqual({ told: "no", because: "Mother is in hospital until Friday" });
    expect(closed.state).toBe("closed");
  });
});

describe("HIG-41: another agency is needed only after a manager was consulted and somebody is to lead", () => {
  const another = <More extends object>(concernId: string, version: number, more: More) => ({
    idempotencyKey: newId(),
    concernId,
    version,
    reason: "Speech and school together",
    help: "Speech sessions, arranged with the nurse",
    childTold: told,
    familyTold: told,
    outcome: "another-agency-needed" as const,
    ...more,
  });
  const withNurse = (nurse: TestPerson, head: TestPerson) => ({
    practitioners: [
      {
        practitionerId: nurse.practitionerId,
        posts: [],
        involvement: "involved" as const,
        sharing: sharedBy(head),
      },
    ],
  });

  test("with no manager it is refused; with the head it opens the plan, and HIG-2: a second concern joins it", async () => {
    const { area, head, teacher, nurse, childId } = await aSchool();
    const first = await area.as(teacher).concern.record(noticed(childId));
    expect(first.managers.map(({ name }) => name)).toEqual(["Isobel Laing"]);
    const people = { ...withNurse(nurse, head), leadDecision: "appoint-another" as const };
    await expect(
      area.as(teacher).concern.decide(another(first.concernId, first.version, people)),
    ).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
    const manager = { practitionerId: head.practitionerId, on: today };
    const decided = await area
      .as(teacher)
      .concern.decide(another(first.concernId, first.version, { ...people, manager }));
    const planId = decided.decided?.planId;
    expect(planId).toBeDefined();
    const second = await area.as(teacher).concern.record(noticed(childId));
    expect(second.openPlanId).toBe(planId);
    const joined = await area
      .as(teacher)
      .concern.decide(another(second.concernId, second.version, { ...people, manager }));
    expect(joined.decided?.planId).toBe(planId);
  });

  test("somebody the named person does not report to is no manager of theirs", async () => {
    const { area, head, teacher, nurse, childId } = await aSchool();
    const { concernId, version } = await area.as(teacher).concern.record(noticed(childId));
    const manager = { practitionerId: nurse.practitionerId, on: today };
    await expect(
      area
        .as(teacher)
        .concern.decide(
          another(concernId, version, { ...withNurse(nurse, head), leadDecision: "become-lead", manager }),
        ),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("who must not", () => {
  test("a practitioner without a part in the child's care cannot tell that there is a child or a concern", async () => {
    const { area, teacher, nurse, childId } = await aSchool();
    const { concernId } = await area.as(teacher).concern.record(noticed(childId));
    await expect(area.as(nurse).concern.record(noticed(childId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(area.as(nurse).concern.get({ concernId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const other = await aSchool();
    await expect(other.area.as(other.teacher).concern.get({ concernId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("the same key twice records one concern, and a stale version changes nothing", async () => {
    const { area, teacher, childId } = await aSchool();
    const sent = noticed(childId);
    const [once, again] = [await area.as(teacher).concern.record(sent), await area.as(teacher).concern.record(sent)];
    expect(again.concernId).toBe(once.concernId);
    expect((await area.as(teacher).concern.forChild({ childId })).concerns).toHaveLength(1);
    await area
      .as(teacher)
      .concern.acknowledge({ idempotencyKey: newId(), concernId: once.concernId, version: 1, on: today });
    await expect(
      area
        .as(teacher)
        .concern.acknowledge({ idempotencyKey: newId(), concernId: once.concernId, version: 1, on: today }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("each look and each refusal is kept", async () => {
    const { area, teacher, nurse, childId } = await aSchool();
    const { concernId } = await area.as(teacher).concern.record(noticed(childId));
    await area.as(teacher).concern.get({ concernId });
    await area
      .as(nurse)
      .concern.record(noticed(childId))
      .catch(() => undefined);
    const kept = await area.write((tx) =>
      tx.select({ act: auditEntry.act, outcome: auditEntry.outcome }).from(auditEntry),
    );
    expect(kept).toContainEqual({ act: "concern.recorded", outcome: "changed" });
    expect(kept).toContainEqual({ act: "concern.read", outcome: "read" });
    expect(kept).toContainEqual({ act: "concern.record", outcome: "refused" });
  });
});

describe("HIG-79: needs and concerns are listed per child, also where one plan is for several children", () => {
  /** Isla and her brother Rory on one Family Plan; the teacher is named person of both. */
  async function islaAndRory() {
    const { area, teacher, nurse, childId: isla } = await aSchool();
    const rory = await area.addChild({ givenName: "Rory", familyName: "Ashdown", bornOn: localDate("2019-05-05") });
    await area.relate(teacher, rory, "named-person");
    await aPlanOf(area, teacher, { kind: "family-plan", children: [isla, rory], practitioners: [teacher] });
    const as = area.as(teacher);
    const ofIsla = await as.concern.record(
      noticed(isla, { noticedOn: localDate("2026-09-28"), noticed: "Nobody fetched her, twice this week." }),
    );
    const listed = async (childId: string) =>
      (await as.concern.forChild({ childId })).concerns.map(({ concernId, state }) => [concernId, state]);
    const owed = async () => (await openDuties(area, ofIsla.concernId)).filter(({ doneAt }) => doneAt === null).length;
    return { area, nurse, isla, rory, as, ofIsla, listed, owed };
  }

  test("Rory's registration of 5 October leaves Isla's concern of 28 September open in her own list", async () => {
    const { isla, rory, as, ofIsla, listed, owed } = await islaAndRory();
    const before = await owed();
    expect(before).toBeGreaterThan(0);
    await as.people.legalStatus.record({
      idempotencyKey: newId(),
      childId: rory,
      kind: "child-protection-register",
      from: localDate("2026-10-05"),
    });
    expect(await listed(isla)).toEqual([[ofIsla.concernId, "open"]]);
    expect(await owed()).toBe(before);
    expect(await listed(rory)).toEqual([]);
  });

  test("what follows on Rory's concern closes his and nothing of hers; each stands in one list only", async () => {
    const { isla, rory, as, ofIsla, listed, owed } = await islaAndRory();
    const before = await owed();
    const ofRory = await as.concern.record(noticed(rory));
    await as.concern.decide({
      idempotencyKey: newId(),
      concernId: ofRory.concernId,
      version: ofRory.version,
      outcome: "own-agency-help",
      help: "School nurse, from Wednesday",
      reason: "One service is enough",
      childTold: told,
      familyTold: told,
    });
    expect(await listed(rory)).toEqual([[ofRory.concernId, "closed"]]);
    expect(await listed(isla)).toEqual([[ofIsla.concernId, "open"]]);
    expect(await owed()).toBe(before);
    expect((await as.concern.get({ concernId: ofIsla.concernId })).decided).toBeUndefined();
  });

  test("whoever works with Rory alone reads his list and not hers", async () => {
    const { area, nurse, isla, rory, ofIsla } = await islaAndRory();
    await area.relate(nurse, rory, "plan-practitioner");
    expect((await area.as(nurse).concern.forChild({ childId: rory })).concerns).toEqual([]);
    expect(await refusalOf(area.as(nurse).concern.forChild({ childId: isla }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(nurse).concern.get({ concernId: ofIsla.concernId }))).toMatchObject({
      kind: "not-visible",
    });
  });
});
