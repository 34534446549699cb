import { confirmsCoreInformation, localDate } from "@linchpin/domain";
import { and, asc, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { child, childAddress } from "../../db/schema/child.ts";
import { coreConfirmation } from "../../db/schema/everyday.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { oweCoreInformation } from "../../jobs/core-information.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { aKeptChild, whereKept } from "../../testing/kept-child.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** Isla, whose address was confirmed with everything else on 20 August 2025, and Mr Bain, who is her named person. */
async function isla(edition = "highland") {
  const of = await aCase(database, { edition });
  const { area, teacher, childId } = of;
  const core = (who: TestPerson, at = aMonday) => area.as(who, at).people.coreInformation;
  const confirmed = (item: "name" | "born" | "address", day = "2025-08-20", ofChild = childId) =>
    area.write((tx) =>
      tx.insert(coreConfirmation).values({
        areaId: area.areaId,
        confirmationId: newId(),
        childId: ofChild,
        item,
        confirmedOn: localDate(day),
        confirmedBy: teacher.practitionerId,
        recordedAt: noon(day).toISOString(),
      }),
    );
  const lives = (at: string, ofChild = childId) =>
    area.write((tx) =>
      tx.insert(childAddress).values({
        areaId: area.areaId,
        addressId: newId(),
        childId: ofChild,
        line1: "1 Tern Lane",
        town: "Inverglen",
        postcode: "IV99 1AA",
        recordedAt: at,
      }),
    );
  const confirm = (who: TestPerson, items: ("name" | "born" | "address")[], at = aMonday, asOf = at.toISOString()) =>
    core(who, at).confirm({ idempotencyKey: newId(), childId, items, asOf });
  return { ...of, core, confirmed, lives, confirm };
}

const owed = ({ area }: Pick<TestCase, "area">) =>
  area.write((tx) =>
    tx
      .select({ by: duty.owedBy, childId: duty.childId, because: duty.because, dueBy: duty.dueBy })
      .from(duty)
      .where(and(eq(duty.areaId, area.areaId), eq(duty.act, confirmsCoreInformation), isNull(duty.doneAt)))
      .orderBy(asc(duty.childId)),
  );

const itemsOf = async (core: ReturnType<Awaited<ReturnType<typeof isla>>["core"]>, childId: string) =>
  Object.fromEntries(
    (await core.get({ childId })).items.map(({ item, isStale, dueOn, confirmed }) => [
      item.code,
      { isStale, dueOn, on: confirmed?.on },
    ]),
  );

describe("HIG-28: core information shows when it was last confirmed, and the named person is asked", () => {
  test.each([
    ["2026-08-19", false],
    ["2026-08-20", false],
    ["2026-08-21", true],
  ])("confirmed on 20 August 2025, opened on %s: stale is %s", async (day, isStale) => {
    const of = await isla();
    await of.lives("2025-01-10T12:00:00.000Z");
    for (const item of ["name", "born", "address"] as const) await of.confirmed(item);
    // the test's people have had their part since the Monday: the day is asked of the rows as the owner of the part sees it
    const at = noon(day);
    await of.area.relate(of.teacher, of.childId, "named-person", { from: "2025-01-06T00:00:00.000Z" });
    expect(await itemsOf(of.core(of.teacher, at), of.childId)).toMatchObject({
      name: { isStale, dueOn: "2026-08-20", on: "2025-08-20" },
      address: { isStale, dueOn: "2026-08-20", on: "2025-08-20" },
    });
  });

  test("past the day the named person is asked, once however often is looked; confirming sets the next day 12 months on", async () => {
    const of = await isla();
    await of.lives("2025-01-10T12:00:00.000Z");
    for (const item of ["name", "born", "address"] as const) await of.confirmed(item);
    await oweCoreInformation(database, aMonday);
    expect(await oweCoreInformation(database, aMonday)).toBe(0);
    expect(await owed(of)).toEqual([
      expect.objectContaining({
        by: of.teacher.practitionerId,
        childId: of.childId,
        because: expect.stringContaining("counts as stale"),
        dueBy: "2026-08-20T23:00:00.000Z",
      }),
    ]);
    const view = await of.core(of.teacher).get({ childId: of.childId });
    await of.core(of.teacher).confirm({
      idempotencyKey: newId(),
      childId: of.childId,
      items: view.items.map(({ item }) => item.code),
      asOf: view.asOf,
    });
    expect(await owed(of)).toEqual([]);
    expect((await itemsOf(of.core(of.teacher), of.childId)).name).toEqual({
      isStale: false,
      dueOn: "2027-11-23",
      on: "2026-11-23",
    });
  });

  test("a known change asks at once, and confirming one item leaves the others to be confirmed", async () => {
    const of = await isla();
    await of.lives("2026-11-20T09:00:00.000Z");
    for (const item of ["name", "born"] as const) await of.confirmed(item, "2026-11-02");
    await of.confirmed("address", "2026-11-02");
    await oweCoreInformation(database, aMonday);
    expect(await owed(of)).toEqual([
      expect.objectContaining({ because: expect.stringMatching(/^Something changed on 20 November 2026/) }),
    ]);
    expect(await itemsOf(of.core(of.teacher), of.childId)).toMatchObject({
      name: { isStale: false },
      address: { isStale: true },
    });
    await of.confirm(of.teacher, ["name"]);
    expect(await owed(of)).toHaveLength(1);
    await of.confirm(of.teacher, ["address"]);
    expect(await owed(of)).toEqual([]);
  });

  test("a handover to a new stage asks the new named person, and takes it from the one before", async () => {
    const of = await isla();
    for (const item of ["name", "born"] as const) await of.confirmed(item, "2025-11-30");
    await oweCoreInformation(database, aMonday);
    expect(await owed(of)).toMatchObject([{ by: of.teacher.practitionerId }]);
    const next = new Date(aMonday.getTime() + 3_600_000);
    await of.area.write(async (tx) => {
      const [row] = await tx.select().from(namedPerson).where(eq(namedPerson.childId, of.childId));
      if (row === undefined) throw new Error("nobody is named person");
      await tx
        .update(namedPerson)
        .set({ during: { from: row.during.from, until: next.toISOString() } })
        .where(eq(namedPerson.namedPersonId, row.namedPersonId));
      await tx.insert(namedPerson).values({
        ...row,
        namedPersonId: newId(),
        practitionerId: of.head.practitionerId,
        stage: "secondary",
        during: { from: next.toISOString() },
      });
    });
    await oweCoreInformation(database, new Date(next.getTime() + 1_000));
    expect(await owed(of)).toMatchObject([
      { by: of.head.practitionerId, because: expect.stringMatching(/handed over on 23 November 2026/) },
    ]);
  });

  test("what was never confirmed is one thing to go through for each named person, with no clock", async () => {
    const of = await isla();
    await oweCoreInformation(database, aMonday);
    expect(await owed(of)).toMatchObject([{ by: of.teacher.practitionerId, childId: null, dueBy: null }]);
    expect((await of.core(of.teacher).mine()).children).toMatchObject([{ childId: of.childId, state: "never" }]);
    await of.confirm(of.teacher, ["name", "born"]);
    expect(await owed(of)).toEqual([]);
    expect((await of.core(of.teacher).mine()).children).toEqual([]);
  });

  test("what changed after it was read is not confirmed; what is not on record cannot be", async () => {
    const of = await isla();
    await of.lives(new Date(aMonday.getTime() - 1_000).toISOString());
    const before = new Date(aMonday.getTime() - 60_000).toISOString();
    expect(await refusalOf(of.confirm(of.teacher, ["address"], aMonday, before))).toMatchObject({
      kind: "changed-since",
    });
    const other = await isla();
    expect(await refusalOf(other.confirm(other.teacher, ["address"]))).toMatchObject({ kind: "input" });
  });

  test("put right, an address is on record and counts as confirmed; so does a carer", async () => {
    const of = await isla();
    await of.core(of.teacher).putAddressRight({
      idempotencyKey: newId(),
      childId: of.childId,
      line1: "9 Gull Row",
      town: "Inverglen",
      postcode: "IV99 2BB",
    });
    await of.core(of.teacher).putCarerRight({
      idempotencyKey: newId(),
      childId: of.childId,
      name: "Ana Ashdown",
      relationship: "mother",
      phone: "01632 960 444",
    });
    const { items } = await of.core(of.teacher).get({ childId: of.childId });
    const said = Object.fromEntries(
      items.map(({ item, says, confirmed }) => [item.code, [says.join("; "), confirmed?.on]]),
    );
    expect(said.address).toEqual(["9 Gull Row; Inverglen; IV99 2BB", "2026-11-23"]);
    expect(said.carers?.[0]).toContain("Ana Ashdown, Mother, 01632 960 444");
  });

  test("a name that a list changes makes it stale", async () => {
    const of = await isla();
    for (const item of ["name", "born"] as const) await of.confirmed(item, "2026-11-02");
    await of.area.write((tx) =>
      tx.update(child).set({ namedAt: "2026-11-10T09:00:00.000Z" }).where(eq(child.childId, of.childId)),
    );
    expect(await itemsOf(of.core(of.teacher), of.childId)).toMatchObject({
      name: { isStale: true },
      born: { isStale: false },
    });
  });

  test("in an area whose documents do not ask, it says so, and nobody is asked", async () => {
    const of = await isla("wigan");
    await oweCoreInformation(database, aMonday);
    expect(await owed(of)).toEqual([]);
    expect((await of.core(of.worker).get({ childId: of.childId })).silence).toEqual(expect.any(String));
  });
});

describe("HIG-28: who must not", () => {
  test("somebody without a part is told the same as of no child; who works on the plan reads and does not confirm", async () => {
    const of = await isla();
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.health });
    const unknown = await refusalOf(of.core(stranger).get({ childId: newId() }));
    expect(await refusalOf(of.core(stranger).get({ childId: of.childId }))).toEqual(unknown);
    expect(await refusalOf(of.confirm(stranger, ["name"]))).toMatchObject({ kind: "not-visible" });
    expect((await of.core(of.nurse).get({ childId: of.childId })).confirm.may).toBe(false);
    expect(await refusalOf(of.confirm(of.nurse, ["name"]))).toMatchObject({ kind: "not-allowed" });
  });

  test("of a protected child, whoever may not know is told nothing of the address: not how old, not that it changed", async () => {
    const of = await isla();
    const kept = await aKeptChild(of);
    for (const item of ["name", "born", "address"] as const) await of.confirmed(item, "2026-11-02", kept.childId);
    await of.lives("2026-11-20T09:00:00.000Z", kept.childId);
    const view = await of.core(of.nurse).get({ childId: kept.childId });
    expect(view.items.map(({ item }) => item.code)).toEqual(["name", "born"]);
    expect([view.isKeptPrivate, view.carers, view.notOnRecord]).toEqual([true, [], []]);
    expect(JSON.stringify(view)).not.toContain(whereKept.line1);
    // the teacher answers for it and knows; what is owed says nothing of it all the same, since notices of it go further
    expect((await of.core(of.teacher).get({ childId: kept.childId })).items.map(({ item }) => item.code)).toContain(
      "address",
    );
    await oweCoreInformation(database, aMonday);
    expect((await owed(of)).filter(({ childId }) => childId === kept.childId)).toEqual([]);
    await of.core(of.teacher).putAddressRight({
      idempotencyKey: newId(),
      childId: kept.childId,
      line1: "5 Hidden Close",
      town: "Elsewhere",
      postcode: "IV99 9ZZ",
    });
    const titles = await of.area.write((tx) =>
      tx
        .select({ title: chronologyEntry.title })
        .from(chronologyEntry)
        .where(eq(chronologyEntry.childId, kept.childId)),
    );
    expect(titles.map(({ title }) => title)).toContain("Core information was confirmed");
    expect(titles.map(({ title }) => title).join()).not.toContain("address");
  });

  test("a named person who may not know where the child is puts no address right", async () => {
    const of = await isla();
    await of.area.write((tx) =>
      tx.insert(restriction).values({
        areaId: of.area.areaId,
        restrictionId: newId(),
        childId: of.childId,
        kind: "whereabouts",
        ownerId: of.head.practitionerId,
        reason: "An order of the court",
        reviewOn: localDate("2027-02-01"),
        during: { from: aMonday.toISOString() },
        recordedBy: of.head.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    const put = of.core(of.teacher).putAddressRight({
      idempotencyKey: newId(),
      childId: of.childId,
      line1: "9 Gull Row",
      town: "Inverglen",
      postcode: "IV99 2BB",
    });
    expect(await refusalOf(put)).toMatchObject({ kind: "not-allowed" });
  });
});
