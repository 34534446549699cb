import { localDate } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { auditEntry } from "./db/schema/record.ts";
import { childrenBehind, idsIn, placesOf } from "./refusal-store.ts";
import { aMonday, type TestPerson } from "./testing/area.ts";
import { aCase, type TestCase } from "./testing/case.ts";
import { testDatabase } from "./testing/database.ts";
import { procedures } from "./testing/whole-world.ts";

let database: Database;
let of: TestCase;
let stranger: TestPerson;
let concernId: string;
beforeAll(async () => {
  database = await testDatabase();
  of = await aCase(database, { edition: "wigan" });
  const { area, agencies, teacher, childId } = of;
  stranger = await area.addPractitioner({ name: "Olive Strang", agencyId: agencies.health });
  concernId = (await area.as(teacher).concern.forChild({ childId })).concerns[0]?.concernId ?? "";
});
afterAll(() => database.close());

/** What the audit keeps of this person's refusals: the act, the child and why. */
const refusalsOf = (who: TestPerson) =>
  of.area.write((tx) =>
    tx
      .select({ act: auditEntry.act, childId: auditEntry.childId, basis: auditEntry.basis })
      .from(auditEntry)
      .where(sql`${eq(auditEntry.practitionerId, who.practitionerId)} and ${auditEntry.outcome} = 'refused'`)
      .orderBy(auditEntry.entryId),
  );

describe("a look that was refused is kept with the child it was about", () => {
  test("by the child, the plan, the concern: whichever part of the record was asked for", async () => {
    const { area, childId, planId } = of;
    const as = area.as(stranger);
    const asked = [
      as.people.child({ childId }),
      as.plan.get({ planId }),
      as.concern.get({ concernId }),
      as.record.chronology({ childId }),
    ];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    const kept = await refusalsOf(stranger);
    expect(kept.map((one) => one.act).sort()).toEqual([
      "child.read",
      "concern.read",
      "plan.read",
      "record.chronology.read",
    ]);
    expect(kept.every((one) => one.childId === childId && one.basis === "not-visible")).toBe(true);
  });

  test("one that is nobody's is kept without a child, and is told in the same words", async () => {
    const { area, agencies, childId } = of;
    const other = await area.addPractitioner({ name: "Otto Frei", agencyId: agencies.health });
    const words = (work: Promise<unknown>) => work.catch((error: Error) => error.message);
    const unknown = await words(area.as(other).people.child({ childId: newId() }));
    expect(await words(area.as(other).people.child({ childId }))).toBe(unknown);
    expect((await refusalsOf(other)).map((one) => one.childId)).toEqual([null, childId]);
  });

  test("by something shared of the record, and by an exact name or number that opens nothing to somebody held back", async () => {
    const { area, agencies, teacher, childId } = of;
    const { answers } = await area.as(teacher).consent.record({
      idempotencyKey: newId(),
      childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Ana Lind",
      answer: "given",
      form: "written",
      saysWhat: "What we noticed at school",
      saysWithWhom: "The speech therapist",
      saysWhy: "So that she can plan",
      items: [],
      agencies: ["health"],
      recipients: [],
      from: localDate("2026-11-23"),
      ends: { is: "open" },
    });
    const consentId = answers[0]?.consentId ?? "";
    const aunt = await area.addPractitioner({ name: "Ida Fell", agencyId: agencies.education });
    const robin = { by: "name" as const, given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") };
    await area.as(aunt).access.outsideWork.declareChild({ idempotencyKey: newId(), child: robin, tie: "own-child" });
    const emergency = (child: object) =>
      area.as(aunt).access.emergency.open({
        idempotencyKey: newId(),
        child: { ...robin, ...child },
        reason: "missing",
        words: "Not home",
      });
    await expect(area.as(aunt).consent.takingBack({ consentId })).rejects.toThrow("not-visible");
    await expect(emergency({})).rejects.toThrow("not-visible");
    await expect(emergency({ given: "Robina" })).rejects.toThrow("not-visible");
    expect((await refusalsOf(aunt)).map((one) => [one.act, one.childId])).toEqual([
      [expect.stringContaining("consent"), childId],
      ["emergency.open", childId],
      ["emergency.open", null],
    ]);
    const officer = await area.addPractitioner({
      name: "Pia Lund",
      agencyId: agencies.health,
      role: "privacy-officer",
    });
    const inAnHour = new Date(aMonday.getTime() + 3_600_000);
    for (const kind of ["without-relation", "same-name-or-home"] as const) {
      const { people } = await area.as(officer, inAnHour).record.looksOfWeek({ week: localDate("2026-11-23"), kind });
      expect(people.map(({ name }) => name)).toContain("Ida Fell");
    }
  });

  test("a post that may not ask at all is kept with the child too; a child of another area is no child here", async () => {
    const { area, agencies, childId } = of;
    const strategic = await area.addPractitioner({
      name: "Sam Toll",
      agencyId: agencies.health,
      role: "strategic-manager",
    });
    await expect(area.as(strategic).people.child({ childId })).rejects.toThrow("not-allowed");
    expect(await refusalsOf(strategic)).toEqual([{ act: "child.read", childId, basis: "not-allowed" }]);
    const elsewhere = await aCase(database, { edition: "highland", bornOn: localDate("2015-02-03") });
    const there = await elsewhere.area.addPractitioner({ name: "Una", agencyId: elsewhere.agencies.health });
    await expect(elsewhere.area.as(there).people.child({ childId })).rejects.toThrow("not-visible");
    const kept = await elsewhere.area.write((tx) =>
      tx
        .select({ childId: auditEntry.childId })
        .from(auditEntry)
        .where(eq(auditEntry.practitionerId, there.practitionerId)),
    );
    expect(kept).toEqual([{ childId: null }]);
  });
});

/** Ids of what is no child's: people, places, posts, and what an area keeps of itself. */
const ofNoChild = [
  ...[
    "practitionerId",
    "decidedById",
    "toId",
    "wishedForId",
    "consideredIds",
    "candidateId",
    "participantIds",
    "adviserId",
  ],
  ...["insteadOfId", "healthVisitorId", "holderId", "ownerId", "practiceSupervisorId", "leadSupervisorId", "mentorId"],
  ...[
    "establishmentId",
    "agencyId",
    "teamId",
    "postId",
    "sessionId",
    "adoptionId",
    "seatId",
    "meetingId",
    "departureId",
  ],
  ...["exceptionId", "namingId", "leaverIds", "requestId"],
  "noteId", // kept to oneself: it is in nobody's record
];

test("every id that a procedure takes is looked for where it is kept, or is of no child", async () => {
  const names = new Set(procedures.flatMap(([, { _def }]) => (_def.inputs ?? []).flatMap(idNamesOf)));
  expect([...names].filter((name) => placesOf(name).length === 0 && !ofNoChild.includes(name))).toEqual([]);
  const all = Object.fromEntries([...names].map((name) => [name, newId()]));
  const { area } = of;
  expect(await area.write((tx) => childrenBehind(tx, all))).toEqual([]);
});

/** The names under which a schema takes ids, however deep. */
function idNamesOf(schema: unknown): readonly string[] {
  const def = (schema as { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } } | undefined)?._zod
    ?.def;
  if (def === undefined) return [];
  const shape = (def.shape ?? {}) as Readonly<Record<string, unknown>>;
  const within = ["innerType", "element", "in", "out", "left", "right"].map((part) => def[part]);
  return [
    ...Object.entries(shape).flatMap(([name, one]) => [...(/Ids?$/.test(name) ? [name] : []), ...idNamesOf(one)]),
    ...[...within, ...((def.options ?? []) as readonly unknown[])].flatMap(idNamesOf),
  ];
}

test("ids are found wherever they stand, and what is deep or long ends somewhere", () => {
  const id = newId();
  expect(idsIn({ a: [{ choice: { childId: id } }], words: `about ${id}` })).toEqual([{ name: "childId", id }]);
  expect(idsIn({ childIds: [id, id] })).toEqual([{ name: "childIds", id }]);
  expect(idsIn(Array.from({ length: 500 }, () => newId()))).toHaveLength(50);
  expect(idsIn(JSON.parse(`${"[".repeat(5_000)}"${id}"${"]".repeat(5_000)}`))).toEqual([]);
});
