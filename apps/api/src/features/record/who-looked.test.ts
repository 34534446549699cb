import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { emergencyAccess, restriction } from "../../db/schema/access.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutesLater = (minutes: number) => new Date(aMonday.getTime() + minutes * 60_000);
const daysEarlier = (days: number) => new Date(aMonday.getTime() - days * 86_400_000);

/** A child with a named person at a school, a nurse of a team who works on the plan, and a stranger. */
async function aChildLookedAt() {
  const area = await aTestArea(database);
  const education = await area.addAgency("education", "Tern Lane Learning Trust");
  const health = await area.addAgency("health", "Glen Health");
  const school = await area.addEstablishment(education, "primary", "Tern Lane School");
  const teacher = await area.addPractitioner({
    name: "Isla Moar",
    agencyId: education,
    establishmentId: school,
    title: "Principal teacher of Tern Lane",
  });
  const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: health, title: "School nurse, Tern Lane" });
  const stranger = await area.addPractitioner({ name: "Olive Strang", agencyId: health });
  const childId = await area.addChild();
  await area.relate(teacher, childId, "named-person");
  await area.relate(nurse, childId, "plan-practitioner");
  const entry = (by: TestPerson, of: Partial<typeof auditEntry.$inferInsert> = {}) =>
    area.write((tx) =>
      tx.insert(auditEntry).values({
        areaId: area.areaId,
        entryId: newId(),
        at: aMonday.toISOString(),
        practitionerId: by.practitionerId,
        postId: by.postId,
        act: "child.read",
        outcome: "read",
        childId,
        basis: "plan-practitioner",
        ...of,
      }),
    );
  const keepWhereabouts = () =>
    area.write((tx) =>
      tx.insert(restriction).values({
        areaId: area.areaId,
        restrictionId: newId(),
        childId,
        kind: "whereabouts",
        ownerId: teacher.practitionerId,
        reason: "He must not find them",
        reviewOn: localDate("2027-01-04"),
        during: { from: daysEarlier(3).toISOString() },
        recordedBy: teacher.practitionerId,
        recordedAt: daysEarlier(3).toISOString(),
      }),
    );
  const ask = (input: { from?: string; to?: string; whole?: boolean; cursor?: string } = {}) =>
    area.as(teacher, minutesLater(30)).record.whoLooked({
      childId,
      ...input,
      from: localDate(input.from ?? "2026-01-05"),
      ...(input.to ? { to: localDate(input.to) } : { to: undefined }),
    });
  return { area, education, teacher, nurse, stranger, childId, entry, keepWhereabouts, ask };
}

describe("who must not see it", () => {
  test("nobody without a part in the care, no post that knows figures only, and nobody of another area", async () => {
    const { area, education, stranger, childId } = await aChildLookedAt();
    const officer = await area.addPractitioner({ name: "Pat Vey", agencyId: education, role: "privacy-officer" });
    const elsewhere = await aChildLookedAt();
    await expect(area.as(stranger).record.whoLooked({ childId })).rejects.toThrow("not-visible");
    await expect(area.as(stranger).record.whoLooked({ childId: newId() })).rejects.toThrow("not-visible");
    await expect(area.as(officer).record.whoLooked({ childId })).rejects.toThrow("not-allowed");
    await expect(elsewhere.area.as(elsewhere.teacher).record.whoLooked({ childId })).rejects.toThrow("not-visible");
  });

  test("a refused look is not on the family's page", async () => {
    const { area, stranger, childId, ask } = await aChildLookedAt();
    await expect(area.as(stranger).people.child({ childId })).rejects.toThrow("not-visible");
    expect((await ask()).people).toEqual([]);
  });

  test("a restriction or a private note is never said to have been looked at", async () => {
    const { nurse, entry, ask } = await aChildLookedAt();
    await entry(nurse, { act: "restriction.read" });
    await entry(nurse, { act: "private-note.added", outcome: "changed" });
    await entry(nurse, { act: "known-child.declare", outcome: "changed" });
    expect((await ask()).people).toEqual([]);
  });
});

describe("the family's page", () => {
  test("says who, where they work, when, what and why, in words; those who looked last come first", async () => {
    const { area, teacher, nurse, childId, entry, ask } = await aChildLookedAt();
    await entry(nurse, { at: daysEarlier(2).toISOString(), act: "plan.read" });
    await entry(nurse, { at: daysEarlier(2).toISOString(), act: "plan.read" });
    await recordsOf(database, teacher, minutesLater(5), "concern.record", (records) =>
      records.keep({ childId, act: "concern.recorded", title: "Concern recorded" }),
    );
    await area.as(teacher, minutesLater(1)).record.chronology({ childId });
    const { people } = await ask();
    expect(people).toMatchObject([
      {
        name: "Isla Moar",
        post: "Principal teacher of Tern Lane",
        agency: "Tern Lane Learning Trust",
        looks: 1,
        changes: 1,
        rows: [
          {
            day: "2026-11-23",
            what: "Wrote or changed something about a worry that was written down",
            why: "As part of their work for your child.",
          },
          { what: "Read what has happened, from the first day on", why: "They are your child's named person." },
        ],
      },
      {
        name: "Priya Nair",
        looks: 2,
        rows: [
          { day: "2026-11-21", what: "Looked at the plan of help", why: "They work on your child's plan.", times: 2 },
        ],
      },
    ]);
    const [again] = (await ask()).people;
    expect(again?.rows[0]?.what).toBe("Looked up who has looked at the record, as in this list");
  });

  test("only the days that were asked for count, the first and the last whole", async () => {
    const { nurse, entry, ask } = await aChildLookedAt();
    for (const at of [
      "2026-11-08T23:59:59.000Z",
      "2026-11-09T00:00:00.000Z",
      "2026-11-10T23:59:59.000Z",
      "2026-11-11T00:00:00.000Z",
    ])
      await entry(nurse, { at });
    const { people, from, to } = await ask({ from: "2026-11-09", to: "2026-11-10" });
    expect([from, to, people.map(({ looks }) => looks)]).toEqual(["2026-11-09", "2026-11-10", [2]]);
    await expect(ask({ from: "2026-11-10", to: "2026-11-09" })).rejects.toThrow();
  });

  test("a page at a time on the screen, nobody twice and nobody left out; whole for print", async () => {
    const { area, education, entry, ask } = await aChildLookedAt();
    for (let one = 0; one < 23; one += 1) {
      const reader = await area.addPractitioner({ name: `Reader ${one}`, agencyId: education });
      for (let day = 0; day < (one === 0 ? 14 : 1); day += 1)
        await entry(reader, { at: daysEarlier(day + one / 100).toISOString() });
    }
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(cursor === undefined ? {} : { cursor });
      expect(page.people.length).toBeLessThanOrEqual(10);
      names.push(...page.people.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    const readers = names.filter((name) => name.startsWith("Reader"));
    expect([readers.length, new Set(readers).size]).toEqual([23, 23]);
    const [first] = (await ask()).people.filter(({ name }) => name === "Reader 0");
    expect([first?.rows.length, first?.more]).toEqual([10, 4]);
    const whole = await ask({ whole: true });
    expect(whole.people.filter(({ name }) => name.startsWith("Reader"))).toHaveLength(23);
    expect(whole.people.find(({ name }) => name === "Reader 0")?.rows).toHaveLength(14);
  });

  test("emergency access says its reason, and what somebody else found of it", async () => {
    const { area, stranger, childId, entry, ask } = await aChildLookedAt();
    const opened = {
      areaId: area.areaId,
      emergencyAccessId: newId(),
      practitionerId: stranger.practitionerId,
      postId: stranger.postId,
      childId,
      reason: "missing",
      words: "Not home since noon",
      during: { from: aMonday.toISOString(), until: minutesLater(60).toISOString() },
      reviewBy: "2026-11-26T00:00:00.000Z",
    };
    await area.write((tx) => tx.insert(emergencyAccess).values(opened));
    await entry(stranger, { basis: "emergency" });
    const [before] = (await ask()).people;
    expect(before).toMatchObject({
      name: "Olive Strang",
      rows: [{ why: "They opened the record because it could not wait." }],
      emergencies: [
        {
          reason: "The child is missing",
          words: "Not home since noon",
          found: "Somebody else still has to look at whether it was right.",
        },
      ],
    });
    await area.write((tx) =>
      tx
        .update(emergencyAccess)
        .set({
          finding: "not-right",
          findingWords: "The duty team had been told",
          reviewedBy: stranger.practitionerId,
          reviewedAt: minutesLater(90).toISOString(),
        })
        .where(eq(emergencyAccess.emergencyAccessId, opened.emergencyAccessId)),
    );
    const after = (await ask()).people.find(({ name }) => name === "Olive Strang");
    expect(after?.emergencies[0]).toMatchObject({
      found: "Somebody else has looked at it since, and found that it was not right.",
      foundWords: "The duty team had been told",
    });
  });
});

test("while it is kept where the child is, nobody is named whose place of work would tell, nor any place of work", async () => {
  const { area, teacher, nurse, childId, entry, keepWhereabouts, ask } = await aChildLookedAt();
  await entry(nurse, { act: "plan.read" });
  await area.as(teacher, minutesLater(1)).record.chronology({ childId });
  await keepWhereabouts();
  const page = await ask({ whole: true });
  expect(JSON.stringify(page)).not.toMatch(/Tern Lane|Isla Moar/);
  expect(page.people.map(({ name, post, agency, isWithheld }) => [name, post, agency, isWithheld])).toEqual([
    ["People of a school, clinic or other place", undefined, undefined, true],
    ["Priya Nair", "Practitioner", "Health", false],
  ]);
});
