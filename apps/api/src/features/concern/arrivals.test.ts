import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty } from "../../db/schema/change.ts";
import type { Caller, TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const said = "Two calls to the house at night.";
const came = (childId: string, more: Partial<Parameters<Caller["concern"]["arrivals"]["enter"]>[0]> = {}) => ({
  idempotencyKey: newId(),
  childId,
  cameOn: localDate("2026-11-23"),
  source: "police" as const,
  sourceName: "PC Hay",
  way: "note" as const,
  ...more,
});
const seenBy = async ({ area, childId }: Pick<TestCase, "area" | "childId">, who: TestPerson) =>
  (await area.as(who).concern.arrivals.ofChild({ childId })).arrivals;
const owedTo = ({ area, childId }: TestCase) =>
  area.write((tx) =>
    tx.select({ act: duty.act, owedBy: duty.owedBy, doneAt: duty.doneAt }).from(duty).where(eq(duty.childId, childId)),
  );

/** The school's office enters a police note. */
async function aNote() {
  const of = await aCase(database);
  const { area, agencies, childId } = of;
  const office = await area.addPractitioner({ name: "Una Reid", agencyId: agencies.education, role: "record-keeper" });
  await area.relate(office, childId, "record-keeper");
  await area.as(office).concern.arrivals.enter(came(childId, { keptAt: "The locked tray" }));
  const [note] = await seenBy(of, of.teacher);
  if (note === undefined) throw new Error("the note did not arrive");
  return { of, office, note };
}
const filing = (note: { readonly arrivalId: string; readonly version: number }) => ({
  idempotencyKey: newId(),
  arrivalId: note.arrivalId,
  version: note.version,
  as: "relevant" as const,
  because: "It happened on school nights",
  says: said,
});

describe("HIG-29: who must not read or file what came in", () => {
  test("the office that entered it reads nothing of it again, and files nothing", async () => {
    const { of, office, note } = await aNote();
    const { arrivals } = of.area.as(office).concern;
    expect(await refusalOf(arrivals.ofChild({ childId: of.childId }))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(arrivals.file(filing(note)))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(arrivals.toFile())).toMatchObject({ kind: "not-allowed" });
  });

  test("another agency on the plan is not told that anything came: no page, no count, no duty", async () => {
    const { of, note } = await aNote();
    const asked = of.area.as(of.worker);
    expect(await refusalOf(asked.concern.arrivals.ofChild({ childId: of.childId }))).toMatchObject({
      kind: "not-allowed",
    });
    const told = JSON.stringify([
      await asked.record.today(),
      await asked.record.chronology({ childId: of.childId }),
      await asked.plan.get({ planId: of.planId }),
      await asked.record.duties({ whose: "mine" }),
    ]);
    expect(/came in|PC Hay|"arrivalsToFile":[1-9]/.test(told)).toBe(false);
    expect(await refusalOf(asked.concern.arrivals.file(filing(note)))).toMatchObject({ kind: "not-visible" });
  });

  test("whoever has no part is told there is no such child, and a manager of another agency reads nothing", async () => {
    const { of } = await aNote();
    const stranger = await of.area.addPractitioner({ name: "Nan Other", agencyId: of.agencies.education });
    const { arrivals } = of.area.as(stranger).concern;
    const none = { kind: "not-visible", what: "child" };
    for (const childId of [of.childId, newId()]) {
      expect(await refusalOf(arrivals.ofChild({ childId }))).toEqual(none);
      expect(await refusalOf(arrivals.enter(came(childId)))).toEqual(none);
      expect(await refusalOf(arrivals.form({ childId }))).toEqual(none);
    }
    await of.area.relate(of.helen, of.childId, "line-manager");
    expect(await seenBy(of, of.helen)).toEqual([]);
  });

  test("whoever leads reads it and does not file it where there is a named person", async () => {
    const { of, note } = await aNote();
    await of.area.relate(of.nurse, of.childId, "lead");
    expect(await seenBy(of, of.nurse)).toHaveLength(1);
    expect((await of.area.as(of.nurse).record.today()).arrivalsToFile).toBe(0);
    expect(await refusalOf(of.area.as(of.nurse).concern.arrivals.file(filing(note)))).toMatchObject({ kind: "input" });
  });
});

describe("HIG-29: a police note and a duplicate letter come in", () => {
  test("both count on the named person's list until each is filed as relevant or not, with source and reason", async () => {
    const { of, note, office } = await aNote();
    const asked = of.area.as(of.teacher);
    await of.area
      .as(office)
      .concern.arrivals.enter(came(of.childId, { source: "health", sourceName: "The clinic", way: "letter" }));
    expect((await asked.record.today()).arrivalsToFile).toBe(2);
    expect((await asked.concern.arrivals.toFile()).arrivals.map(({ sourceName }) => sourceName).sort()).toEqual([
      "PC Hay",
      "The clinic",
    ]);
    const owed = (await owedTo(of)).filter(({ act }) => act === "named-person.file-what-came-in");
    expect(owed.map(({ owedBy, doneAt }) => [owedBy, doneAt])).toEqual([
      [of.teacher.practitionerId, null],
      [of.teacher.practitionerId, null],
    ]);
    await asked.concern.arrivals.file(filing(note));
    const letter = (await asked.concern.arrivals.toFile()).arrivals[0];
    if (letter === undefined) throw new Error("the letter is gone");
    await asked.concern.arrivals.file({
      ...filing(letter),
      as: "not-relevant",
      because: "The same letter came in October",
      says: undefined,
    });
    expect((await asked.record.today()).arrivalsToFile).toBe(0);
    expect((await seenBy(of, of.teacher)).map(({ filed }) => [filed?.as.code, filed?.says])).toEqual(
      expect.arrayContaining([
        ["relevant", said],
        ["not-relevant", undefined],
      ]),
    );
    expect(
      (await owedTo(of)).filter(({ act, doneAt }) => act === "named-person.file-what-came-in" && doneAt === null),
    ).toEqual([]);
    expect(await refusalOf(asked.concern.arrivals.file(filing(note)))).toMatchObject({ kind: "already" });
  });

  test("what is relevant says what it is; a day to come is refused", async () => {
    const { of, note } = await aNote();
    const asked = of.area.as(of.teacher).concern.arrivals;
    await expect(asked.file({ ...filing(note), says: undefined })).rejects.toThrow(
      /as far as it matters for the child/,
    );
    expect(await refusalOf(asked.enter(came(of.childId, { cameOn: localDate("2026-11-24") })))).toMatchObject({
      kind: "input",
    });
  });

  test("where the area knows no named person, whoever the family turns to files it", async () => {
    const of = await aCase(database, { edition: "wigan" });
    const childId = await of.area.addChild({ statusesConfirmedOn: localDate("2026-11-23") });
    await of.area.relate(of.nurse, childId, "lead");
    await of.area.as(of.nurse).concern.arrivals.enter(came(childId));
    const [note] = await seenBy({ area: of.area, childId }, of.nurse);
    if (note === undefined) throw new Error("the note did not arrive");
    await of.area.as(of.nurse).concern.arrivals.file(filing(note));
    expect((await seenBy({ area: of.area, childId }, of.nurse))[0]?.filed?.as.code).toBe("relevant");
  });
});
