import { addDays, localDate, type RestrictChild } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { carer, childAddress } from "../../db/schema/child.ts";
import { namedPerson, telling } from "../../db/schema/named-person.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { beginRelations } from "../../relations.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { adultsNotToBeBroughtNear, whereaboutsAreKept, whoMayKnowWhereabouts } from "./reads.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const today = localDate("2026-11-23");
const day = 86_400_000;

type Whereabouts = Extract<RestrictChild, { kind: "whereabouts" }>;
const kept = (of: TestCase, more: Partial<Whereabouts> = {}): Whereabouts => ({
  idempotencyKey: newKey(),
  childId: of.childId,
  kind: "whereabouts",
  safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd, Testburgh", phone: "01632 960777" },
  ownerId: of.teacher.practitionerId,
  reason: "Somebody looks for the family",
  reviewOn: addDays(today, 60),
  readers: [],
  ...more,
});
const keptAway = (of: TestCase, adult = "Rob Lind") => ({
  idempotencyKey: newKey(),
  childId: of.childId,
  kind: "contact-risk" as const,
  adult,
  ownerId: of.teacher.practitionerId,
  reason: "An order of the court",
  reviewOn: addDays(today, 60),
  readers: [],
});

const asTeacher = (of: TestCase, at?: Date) => of.area.as(of.teacher, at).restriction;
const idOf = (view: { readonly restrictions: readonly { readonly restrictionId: string }[] }) =>
  view.restrictions[0]?.restrictionId ?? "";

async function withAddress(of: TestCase): Promise<void> {
  const about = { areaId: of.area.areaId, childId: of.childId, recordedAt: aMonday.toISOString() };
  await of.area.write(async (tx) => {
    await tx.insert(childAddress).values({ ...about, addressId: newId(), line1: "9 Mill Brae", postcode: "ZZ1 1ZZ" });
    await tx
      .insert(carer)
      .values({ ...about, carerId: newId(), name: "Ana Lind", position: "0", phone: "01632 960111" });
  });
}

const noticesTo = async ({ area }: TestCase, { practitionerId }: TestPerson, act: string) => {
  await doDue(database, area.areaId, aMonday);
  return area.write((tx) =>
    tx
      .select({ words: notice.words })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, practitionerId), eq(notice.act, act))),
  );
};

describe("who may see and record what is kept private about a child", () => {
  test("somebody without a part in the child's care is told that there is no such child", async () => {
    const of = await aCase(database);
    const elsewhere = await aTestArea(database);
    const agencyId = await elsewhere.addAgency("health");
    const foreigner = await elsewhere.addPractitioner({ name: "Ines Vale", agencyId });
    const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.socialWork });
    const restrictionId = idOf(await asTeacher(of).record(kept(of)));
    for (const who of [of.area.as(stranger), elsewhere.as(foreigner)]) {
      const gone = { kind: "not-visible", what: "child" };
      expect(await refusalOf(who.restriction.forChild({ childId: of.childId }))).toEqual(gone);
      expect(await refusalOf(who.restriction.record(kept(of)))).toEqual(gone);
      const act = { idempotencyKey: newKey(), restrictionId };
      for (const id of [restrictionId, newId()]) {
        const one = { ...act, idempotencyKey: newKey(), restrictionId: id };
        expect(await refusalOf(who.restriction.end({ ...one, because: "No need" }))).toEqual({
          kind: "not-visible",
          what: "restriction",
        });
      }
    }
  });

  test("an office, a privacy officer, a co-ordinator and a strategic manager neither read nor record it", async () => {
    const of = await aCase(database);
    for (const role of ["record-keeper", "privacy-officer", "strategic-manager", "coordinator"] as const) {
      const person = await of.area.addPractitioner({ name: `A ${role}`, agencyId: of.agencies.health, role });
      const asked = of.area.as(person).restriction;
      expect(await refusalOf(asked.forChild({ childId: of.childId }))).toMatchObject({ kind: "not-allowed" });
      expect(await refusalOf(asked.record(kept(of)))).toMatchObject({ kind: "not-allowed" });
    }
  });

  test("a colleague sees that it is kept, who answers for it and the safe contact, and neither why nor who may know", async () => {
    const of = await aCase(database);
    await asTeacher(of).record(kept(of));
    const { restrictions } = await of.area.as(of.nurse).restriction.forChild({ childId: of.childId });
    expect(restrictions).toEqual([
      expect.objectContaining({
        kind: "whereabouts",
        owner: { practitionerId: of.teacher.practitionerId, name: "Morag Shaw" },
        safeContact: {
          name: "Gail Moor, duty social worker",
          address: "4 Kirk Wynd, Testburgh",
          phone: "01632 960777",
        },
        reviewOn: "2027-01-22",
        may: {
          lookAgain: { may: false, why: "Morag Shaw answers for this and looks at it again." },
          end: { may: false, why: "Morag Shaw answers for this and looks at it again." },
          name: { may: false, why: "Morag Shaw answers for this and says who may know." },
        },
      }),
    ]);
    expect(JSON.stringify(restrictions)).not.toContain("looks for the family");
    expect(restrictions[0]).not.toHaveProperty("known");
  });

  test("a colleague neither looks at it again nor says who may know, least of all of themselves", async () => {
    const of = await aCase(database);
    const restrictionId = idOf(await asTeacher(of).record(kept(of)));
    const asNurse = of.area.as(of.nurse).restriction;
    const act = () => ({ idempotencyKey: newKey(), restrictionId });
    const practitionerId = of.nurse.practitionerId;
    for (const tried of [
      () => asNurse.end({ ...act(), because: "No need" }),
      () => asNurse.renew({ ...act(), words: "Still", reviewOn: addDays(today, 30), ownerId: practitionerId }),
      () => asNurse.nameReader({ ...act(), practitionerId, because: "I want to" }),
      () => asNurse.endReader({ ...act(), practitionerId: of.teacher.practitionerId }),
    ])
      expect(await refusalOf(tried())).toMatchObject({ kind: "not-allowed" });
    const own = kept(of, { ownerId: of.worker.practitionerId, readers: [{ practitionerId, because: "I want to" }] });
    expect(await refusalOf(asNurse.record({ ...own, childId: of.childId }))).toMatchObject({
      kind: "input",
      problems: [{ path: "readers.0.practitionerId" }],
    });
  });
});

describe("what it keeps", () => {
  test("address and carers are there for whoever may know, from the second they are named until the second that ends", async () => {
    const of = await aCase(database);
    await withAddress(of);
    const { childId } = of;
    let at = aMonday;
    const later = (): Date => {
      at = new Date(at.getTime() + 1_000);
      return at;
    };
    const seen = async (who: TestPerson) => {
      const { address, carers } = await of.area.as(who, at).people.child({ childId });
      return [address?.line1 ?? null, carers.length];
    };
    expect(await seen(of.nurse)).toEqual(["9 Mill Brae", 1]);
    const restrictionId = idOf(await asTeacher(of, later()).record(kept(of)));
    expect(await seen(of.nurse)).toEqual([null, 0]);
    expect(await seen(of.teacher)).toEqual(["9 Mill Brae", 1]);
    const practitionerId = of.nurse.practitionerId;
    const named = await asTeacher(of, later()).nameReader({
      idempotencyKey: newKey(),
      restrictionId,
      practitionerId,
      because: "Visits the child at home",
    });
    expect(named.restrictions[0]?.known?.readers.map(({ name, because }) => [name, because])).toEqual([
      ["Morag Shaw", "Answers for it"],
      ["Amina Yusuf", "Visits the child at home"],
    ]);
    expect(await seen(of.nurse)).toEqual(["9 Mill Brae", 1]);
    await asTeacher(of, later()).endReader({ idempotencyKey: newKey(), restrictionId, practitionerId });
    expect(await seen(of.nurse)).toEqual([null, 0]);
    await asTeacher(of, later()).end({ idempotencyKey: newKey(), restrictionId, because: "The order has ended" });
    expect(await seen(of.nurse)).toEqual(["9 Mill Brae", 1]);
  });

  test("words that quote it are shown without it, and another child's in the same list stay as they are", async () => {
    const of = await aCase(database);
    await withAddress(of);
    const other = await of.area.addChild({ givenName: "Wren", familyName: "Vale" });
    await of.area.relate(of.nurse, other, "plan-practitioner");
    const quoting = "Seen at 9 mill  brae (ZZ11ZZ) with Ana Lind, 01632-960 111.";
    for (const childId of [of.childId, other])
      await of.area.write((tx) =>
        tx.insert(notice).values({
          areaId: of.area.areaId,
          noticeId: newId(),
          practitionerId: of.nurse.practitionerId,
          childId,
          act: "a-test",
          words: quoting,
          at: aMonday.toISOString(),
        }),
      );
    await asTeacher(of).record(kept(of));
    const { notices } = await of.area.as(of.nurse).record.notices({});
    const wordsAbout = (name: string) =>
      notices.find(({ words, child }) => words.startsWith("Seen") && JSON.stringify(child).includes(name))?.words;
    expect(wordsAbout("Wren")).toBe(quoting);
    expect(wordsAbout("Ashdown")).toBe("Seen at [kept private] ([kept private]) with [kept private], [kept private].");
  });

  test("what other topics ask says so: kept, the safe contact, who may know, and the adults kept away", async () => {
    const of = await aCase(database);
    const { area, childId, nurse, teacher } = of;
    const asked = <T>(who: TestPerson, work: Parameters<typeof recordsOf<T>>[4]) =>
      recordsOf(database, who, aMonday, "child.read", work);
    expect(await asked(nurse, (records) => whereaboutsAreKept(records, childId))).toBeUndefined();
    await asTeacher(of).record(kept(of));
    await asTeacher(of).record(keptAway(of));
    expect(await asked(nurse, (records) => whereaboutsAreKept(records, childId))).toMatchObject({
      owner: { name: "Morag Shaw" },
      safeContact: { name: "Gail Moor, duty social worker" },
      mayKnow: false,
    });
    expect(await asked(teacher, (records) => whereaboutsAreKept(records, childId))).toMatchObject({ mayKnow: true });
    expect(await asked(nurse, (records) => adultsNotToBeBroughtNear(records, childId))).toMatchObject([
      { name: "Rob Lind", owner: { name: "Morag Shaw" } },
    ]);
    const people = [nurse.practitionerId, teacher.practitionerId];
    expect([...(await asked(nurse, (records) => whoMayKnowWhereabouts(records, childId, people)))]).toEqual([
      teacher.practitionerId,
    ]);
    const other = await area.addChild({ givenName: "Wren" });
    await area.relate(nurse, other, "named-person");
    expect(await asked(nurse, (records) => whereaboutsAreKept(records, other))).toBeUndefined();
  });

  test("neither chronology, audit nor a notice carries the reason, the safe contact or the adult", async () => {
    const of = await aCase(database);
    await asTeacher(of).record(kept(of));
    await asTeacher(of).record(keptAway(of));
    await doDue(database, of.area.areaId, aMonday);
    const left = await of.area.write(async (tx) => [
      ...(await tx.select().from(chronologyEntry).where(eq(chronologyEntry.childId, of.childId))),
      ...(await tx.select().from(auditEntry).where(eq(auditEntry.childId, of.childId))),
      ...(await tx.select().from(notice).where(eq(notice.childId, of.childId))),
    ]);
    expect(JSON.stringify(left)).toContain("Where the child is, is kept private from now on");
    expect(JSON.stringify(left)).not.toMatch(/Rob Lind|Gail Moor|looks for the family|order of the court/);
    expect(await noticesTo(of, of.nurse, "access.restricted")).toHaveLength(2);
    expect(await noticesTo(of, of.teacher, "access.restricted")).toHaveLength(0);
  });
});

describe("telling the family who the named person is", () => {
  async function toBeTold(of: TestCase) {
    await withAddress(of);
    const { area, childId } = of;
    await area.write(async (tx) => {
      const [named] = await tx.select().from(namedPerson).where(eq(namedPerson.childId, childId));
      const [mother] = await tx.select().from(carer).where(eq(carer.childId, childId));
      const about = { areaId: area.areaId, childId, about: "named-person" as const, recordedAt: aMonday.toISOString() };
      for (const recipient of ["child", mother?.carerId ?? ""])
        await tx.insert(telling).values({
          ...about,
          tellingId: newId(),
          sourceId: named?.namedPersonId ?? "",
          recipient,
        });
    });
    return async (who: TestPerson) => {
      const told = await area.as(who).namedPerson.toTell({ childId });
      return told.known ? told.tellings : [];
    };
  }

  test("the letter goes to the safe contact, and neither the child's address nor the school is on it", async () => {
    const of = await aCase(database);
    const tellings = await toBeTold(of);
    const letter = async () => {
      const [one] = await tellings(of.teacher);
      const asked = { tellingId: one?.tellingId ?? "", way: "post" as const, clearings: [] };
      return (await of.area.as(of.teacher).consent.letters.look(asked)).html;
    };
    // the address is on the letter, and in no list of who has to be told
    expect(await letter()).toContain("9 Mill Brae");
    expect(JSON.stringify(await tellings(of.teacher))).not.toContain("Mill Brae");
    await asTeacher(of).record(kept(of, { ownerId: of.nurse.practitionerId }));
    const now = await tellings(of.teacher);
    expect(now).toHaveLength(2);
    for (const one of now)
      expect(one).toMatchObject({
        establishment: null,
        safeContact: { name: expect.stringContaining("Gail Moor") },
      });
    expect(now.map(({ recipient }) => recipient.is).sort()).toEqual(["carer", "child"]);
    expect(JSON.stringify(now)).not.toContain("Ana Lind");
    expect(await letter()).toContain("Gail Moor");
    expect(await letter()).not.toContain("Mill Brae");
  });

  test("an adult who must not be brought near is marked; that they were told is refused, that they were not is kept", async () => {
    const of = await aCase(database);
    const tellings = await toBeTold(of);
    await asTeacher(of).record(keptAway(of, "Lind, Ana"));
    const away = (await tellings(of.teacher)).filter((one) => one.keptAway !== undefined);
    expect(away.map(({ recipient }) => recipient.name)).toEqual(["Ana Lind"]);
    const tellingIds = away.map(({ tellingId }) => tellingId);
    const said = { tellingIds, toldOn: today, how: "letter" as const };
    expect(
      await refusalOf(of.area.as(of.teacher).namedPerson.recordTold({ ...said, idempotencyKey: newKey() })),
    ).toMatchObject({ kind: "input", problems: [{ path: "tellingIds" }] });
    const notTold = { tellingIds, notToldBecause: "Must not be brought near the child", idempotencyKey: newKey() };
    expect(await of.area.as(of.teacher).namedPerson.recordTold(notTold)).toEqual({ recorded: 1 });
  });
});

describe("looking at it again", () => {
  test.each([
    [0, "Enter a day after today"],
    [91, "Enter a day that is at most 90 days away"],
  ])("%d days off is refused, on recording as on looking again", async (days, message) => {
    const of = await aCase(database);
    const reviewOn = addDays(today, days);
    const problem = { kind: "input", problems: [{ path: "reviewOn", message }] };
    expect(await refusalOf(asTeacher(of).record(kept(of, { reviewOn })))).toEqual(problem);
    const restrictionId = idOf(await asTeacher(of).record(kept(of, { reviewOn: addDays(today, 90) })));
    const looked = { idempotencyKey: newKey(), restrictionId, words: "Still", ownerId: of.teacher.practitionerId };
    expect(await refusalOf(asTeacher(of).renew({ ...looked, reviewOn }))).toEqual(problem);
  });

  test("the owner looks again: it goes on, what was found is kept, and who may know stays", async () => {
    const of = await aCase(database);
    const practitionerId = of.nurse.practitionerId;
    const readers = [{ practitionerId, because: "Visits the child at home" }];
    const restrictionId = idOf(await asTeacher(of).record(kept(of, { readers })));
    const later = new Date(aMonday.getTime() + 50 * day);
    const looked = await asTeacher(of, later).renew({
      idempotencyKey: newKey(),
      restrictionId,
      words: "He was seen in the street in December",
      ownerId: of.teacher.practitionerId,
      reviewOn: addDays(today, 140),
    });
    expect(looked.past).toEqual([]);
    expect(looked.restrictions).toEqual([
      expect.objectContaining({
        since: "2026-11-23",
        reviewOn: "2027-04-12",
        known: {
          reason: "Somebody looks for the family",
          readers: [
            expect.objectContaining({ name: "Morag Shaw", isOwner: true }),
            expect.objectContaining({ practitionerId, because: "Visits the child at home", isOwner: false }),
          ],
          looks: [{ on: "2027-01-12", by: "Morag Shaw", words: "He was seen in the street in December" }],
          waiting: [],
          given: [],
        },
      }),
    ]);
    const again = { idempotencyKey: newKey(), restrictionId, because: "Twice" };
    expect(await refusalOf(asTeacher(of, later).end(again))).toMatchObject({ kind: "changed-since" });
    expect(await whereaboutsOpenTo(of, of.nurse, later)).toBe(true);
    expect(await whereaboutsOpenTo(of, of.worker, later)).toBe(false);
  });

  test("once the day is past, the owner and their line manager are told, once each, and it is theirs to do", async () => {
    const of = await aCase(database);
    await asTeacher(of).record(kept(of, { reviewOn: addDays(today, 10) }));
    const [on, after] = [new Date("2026-12-03T23:30:00.000Z"), new Date("2026-12-04T00:30:00.000Z")];
    const told = () =>
      of.area.write((tx) =>
        tx
          .select({ who: notice.practitionerId })
          .from(notice)
          .where(
            and(eq(notice.areaId, of.area.areaId), eq(notice.act, "clock.missed"), eq(notice.childId, of.childId)),
          ),
      );
    const before = (await told()).length;
    await doDue(database, of.area.areaId, on);
    const onTheDay = (await told()).length;
    await doDue(database, of.area.areaId, after);
    await doDue(database, of.area.areaId, new Date(after.getTime() + day));
    const [open] = await of.area.write((tx) =>
      tx
        .select()
        .from(duty)
        .where(and(eq(duty.childId, of.childId), eq(duty.act, "restriction.look-again"))),
    );
    expect(open).toMatchObject({ owedBy: of.teacher.practitionerId, onAccountOf: of.head.practitionerId });
    expect(open?.missedAt).not.toBeNull();
    const late = (await told()).slice(onTheDay).map(({ who }) => who);
    expect(late.filter((who) => who === of.head.practitionerId).length).toBeGreaterThan(0);
    expect(before).toBeLessThanOrEqual(onTheDay);
    const owed = await of.area.as(of.teacher, after).record.duties({});
    expect(owed.duties.map(({ because, isLate }) => [because, isLate])).toContainEqual([
      "Look again at what is kept private about this child.",
      true,
    ]);
    const onAccount = await of.area.as(of.head, after).record.duties({ whose: "on-my-account" });
    expect(onAccount.duties.map(({ act }) => act)).toContain("restriction.look-again");
  });

  /** An aide of community nursing answers for it, and has left two days later. */
  async function withAnOwnerWhoLeft(withReader = false) {
    const of = await aCase(database);
    await withAddress(of);
    const aide = await of.area.addPractitioner({ name: "Isla Vane", agencyId: of.agencies.health });
    const until = new Date(aMonday.getTime() + day).toISOString();
    await of.area.relate(aide, of.childId, "plan-practitioner", { from: "2026-01-05T00:00:00.000Z", until } as never);
    const named = !withReader ? [] : [{ practitionerId: of.worker.practitionerId, because: "Visits at home" }];
    const restrictionId = idOf(await asTeacher(of).record(kept(of, { ownerId: aide.practitionerId, readers: named })));
    return { of, aide, restrictionId, later: new Date(aMonday.getTime() + 2 * day) };
  }
  const findsTheHome = async ({ area, childId }: TestCase, who: TestPerson, at: Date) =>
    JSON.stringify(await area.as(who, at).people.child({ childId })).includes("9 Mill Brae");

  test("owner gone, nobody named is left: those from whom it is kept put in a manager of the owner's agency, and neither end it nor read why", async () => {
    const { of, aide, restrictionId, later } = await withAnOwnerWhoLeft();
    const asWorker = of.area.as(of.worker, later).restriction;
    const [seen] = (await asWorker.forChild({ childId: of.childId })).restrictions;
    expect(seen).not.toHaveProperty("known");
    expect(seen?.may).toMatchObject({ lookAgain: { may: true }, end: { may: false } });
    expect(seen?.owners).toEqual([
      { practitionerId: of.helen.practitionerId, name: "Helen Marsh", as: "Practitioner, Community nursing" },
    ]);
    const end = { idempotencyKey: newKey(), restrictionId, because: "No longer needed" };
    expect(await refusalOf(asWorker.end(end))).toMatchObject({ kind: "not-allowed" });
    expect(await findsTheHome(of, of.worker, later)).toBe(false);
    const put = (ownerId: string, more = {}) =>
      asWorker.renew({
        restrictionId,
        words: "Isla has left",
        reviewOn: addDays(today, 30),
        idempotencyKey: newKey(),
        ownerId,
        ...more,
      });
    for (const { practitionerId } of [of.worker, of.nurse, of.gary, aide])
      expect(await refusalOf(put(practitionerId))).toMatchObject({ kind: "input", problems: [{ path: "ownerId" }] });
    expect(
      await refusalOf(put(of.helen.practitionerId, { safeContact: { name: "Dan Peel", phone: "01632 960000" } })),
    ).toMatchObject({ kind: "input", problems: [{ path: "safeContact" }] });
    const { restrictions } = await put(of.helen.practitionerId);
    expect(restrictions[0]).toMatchObject({ owner: { name: "Helen Marsh" }, may: { lookAgain: { may: false } } });
    expect(restrictions[0]).not.toHaveProperty("known");
    expect(await whereaboutsOpenTo(of, of.helen, later)).toBe(true);
    expect(await whereaboutsOpenTo(of, of.worker, later)).toBe(false);
    expect(await whereaboutsOpenTo(of, aide, later)).toBe(false);
    await doDue(database, of.area.areaId, later);
    expect(await noticesTo(of, of.helen, "access.restricted")).toHaveLength(1);
  });

  test("a manager put in reads why, has a part while they answer for it, and none once it has ended", async () => {
    const { of, restrictionId, later } = await withAnOwnerWhoLeft();
    const { childId, helen } = of;
    await of.area.as(of.teacher, later).restriction.renew({
      restrictionId,
      words: "Isla has left",
      reviewOn: addDays(today, 30),
      idempotencyKey: newKey(),
      ownerId: helen.practitionerId,
    });
    const [first] = (await of.area.as(helen, later).restriction.forChild({ childId })).restrictions;
    expect(first?.known?.reason).toBe("Somebody looks for the family");
    const again = new Date(later.getTime() + day);
    const looked = await of.area.as(helen, again).restriction.renew({
      restrictionId: first?.restrictionId ?? "",
      words: "He was seen again",
      reviewOn: addDays(today, 60),
      idempotencyKey: newKey(),
      ownerId: helen.practitionerId,
    });
    const last = new Date(again.getTime() + day);
    await of.area
      .as(helen, last)
      .restriction.end({ idempotencyKey: newKey(), restrictionId: idOf(looked), because: "The order has ended" });
    expect(await findsTheHome(of, of.worker, last)).toBe(true);
    const after = new Date(last.getTime() + 1_000);
    expect(await refusalOf(of.area.as(helen, after).restriction.forChild({ childId }))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("owner gone, somebody named is left: they look at it, answer for it or end it, and nobody else does", async () => {
    const { of, restrictionId, later } = await withAnOwnerWhoLeft(true);
    const act = () => ({ idempotencyKey: newKey(), restrictionId });
    const on = { words: "Isla has left", reviewOn: addDays(today, 30) };
    for (const who of [of.nurse, of.teacher]) {
      const asked = of.area.as(who, later).restriction;
      expect((await asked.forChild({ childId: of.childId })).restrictions[0]).not.toHaveProperty("known");
      expect(await refusalOf(asked.end({ ...act(), because: "No need" }))).toMatchObject({ kind: "not-allowed" });
      expect(await refusalOf(asked.renew({ ...act(), ...on, ownerId: of.helen.practitionerId }))).toMatchObject({
        kind: "not-allowed",
      });
    }
    const asWorker = of.area.as(of.worker, later).restriction;
    const { restrictions } = await asWorker.renew({ ...act(), ...on, ownerId: of.worker.practitionerId });
    expect(restrictions[0]).toMatchObject({ isYours: true, owner: { name: "Dan Peel" } });
    const ended = { idempotencyKey: newKey(), restrictionId: idOf({ restrictions }), because: "The order has ended" };
    expect((await asWorker.end(ended)).restrictions).toEqual([]);
  });

  test.each(["whereabouts", "contact-risk"] as const)(
    "the day after the review day a line manager from whom it is kept does not end it: %s",
    async (kind) => {
      const of = await aCase(database);
      await withAddress(of);
      const { area, childId, helen } = of;
      await area.relate(helen, childId, "line-manager");
      const reviewOn = localDate("2026-12-01");
      const restrictionId = idOf(
        await asTeacher(of).record(kind === "whereabouts" ? kept(of, { reviewOn }) : { ...keptAway(of), reviewOn }),
      );
      const end = () => ({ idempotencyKey: newKey(), restrictionId, because: "Late, tidying up" });
      for (const at of ["2026-12-01T10:00:00.000Z", "2026-12-02T10:00:00.000Z"])
        expect(await refusalOf(area.as(helen, new Date(at)).restriction.end(end()))).toMatchObject({
          kind: "not-allowed",
        });
      const late = new Date("2026-12-02T10:00:00.000Z");
      const [seen] = (await area.as(helen, late).restriction.forChild({ childId })).restrictions;
      expect(seen).not.toHaveProperty("known");
      expect(seen?.owners.map(({ name }) => name)).toEqual(["Isobel Laing"]);
      const put = { words: "Overdue", reviewOn: localDate("2026-12-20"), ownerId: of.head.practitionerId };
      await area.as(helen, late).restriction.renew({ idempotencyKey: newKey(), restrictionId, ...put });
      const [now] = (await area.as(of.teacher, late).restriction.forChild({ childId })).restrictions;
      // The teacher answered for it until then, works with the child, and goes on knowing.
      expect(now).toMatchObject({ owner: { name: "Isobel Laing" }, known: { reason: expect.any(String) as string } });
      if (kind === "whereabouts") expect(await findsTheHome(of, helen, late)).toBe(false);
    },
  );

  test("what has ended stays on record, with its reason for those who knew alone", async () => {
    const of = await aCase(database);
    const restrictionId = idOf(await asTeacher(of).record(keptAway(of)));
    const { restrictions, past } = await asTeacher(of).end({
      idempotencyKey: newKey(),
      restrictionId,
      because: "The order was lifted",
    });
    expect(restrictions).toEqual([]);
    expect(past).toEqual([
      expect.objectContaining({ kind: "contact-risk", known: { adult: "Rob Lind", because: "The order was lifted" } }),
    ]);
    const seen = await of.area.as(of.nurse).restriction.forChild({ childId: of.childId });
    expect(seen.past[0]).not.toHaveProperty("known");
    const [open] = await of.area.write((tx) =>
      tx
        .select()
        .from(duty)
        .where(and(eq(duty.childId, of.childId), eq(duty.act, "restriction.look-again"))),
    );
    expect(open?.doneAt).not.toBeNull();
  });
});

test("whoever answers for it is told of somebody new who does not know, and not of somebody who may", async () => {
  const of = await aCase(database);
  await asTeacher(of).record(kept(of, { readers: [{ practitionerId: of.nurse.practitionerId, because: "Visits" }] }));
  const begin = (whom: TestPerson, basis: "lead" | "plan-practitioner") =>
    recordsOf(database, of.teacher, aMonday, "concern.record", (records) =>
      beginRelations(records, [{ practitionerId: whom.practitionerId, childId: of.childId, basis, sourceId: newId() }]),
    );
  const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.socialWork });
  await begin(of.nurse, "lead");
  await begin(of.worker, "plan-practitioner");
  expect(await noticesTo(of, of.teacher, "access.newcomer")).toEqual([]);
  await begin(stranger, "lead");
  expect(await noticesTo(of, of.teacher, "access.newcomer")).toEqual([
    { words: expect.stringContaining("Noor Aziz has begun to work with a child") as string },
  ]);
});

test("kept once at a time: a second one of the same is refused in words, and two adults are two", async () => {
  const of = await aCase(database);
  await asTeacher(of).record(kept(of));
  expect(await refusalOf(asTeacher(of).record(kept(of)))).toMatchObject({ kind: "already" });
  await asTeacher(of).record(keptAway(of));
  expect(await refusalOf(asTeacher(of).record(keptAway(of)))).toMatchObject({ kind: "already" });
  const { restrictions } = await asTeacher(of).record(keptAway(of, "Ian Lind"));
  expect(restrictions.map(({ kind, adult }) => adult ?? kind).sort()).toEqual(["Ian Lind", "Rob Lind", "whereabouts"]);
});

async function whereaboutsOpenTo(of: TestCase, who: TestPerson, at: Date): Promise<boolean> {
  const found = await recordsOf(database, who, at, "child.read", (records) =>
    whoMayKnowWhereabouts(records, of.childId, [who.practitionerId]),
  );
  return found.has(who.practitionerId);
}
