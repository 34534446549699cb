import { localDate, settlesSharing } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { legalStatus } from "../../db/schema/child.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { missDutiesOf } from "../../jobs/clocks.ts";
import { oweSharingProtocols } from "../../jobs/sharing-protocols.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { aKeptChild } from "../../testing/kept-child.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const monday = localDate("2026-11-23");
const jo = { is: "other", name: "Jo Marne", whoTheyAre: "Foster carer", reach: "01632 960444" } as const;

/** Ella, whom Ms Shaw answers for while nobody leads, and a therapist who has no part in her care. */
async function ella(edition = "england") {
  const of = await aCase(database, { edition });
  const { area, teacher, childId, agencies } = of;
  const therapist = await area.addPractitioner({ name: "Rosa Brand", agencyId: agencies.health, title: "Therapist" });
  const around = (who: TestPerson, at = aMonday) => area.as(who, at).people.around;
  const chose = (
    who: Parameters<ReturnType<typeof around>["recordContact"]>[0]["who"],
    { by = teacher, as = "trusted" as "trusted" | "day-to-day", at = aMonday, child = childId } = {},
  ) =>
    around(by, at).recordContact({
      idempotencyKey: newId(),
      childId: child,
      as,
      chosenBy: as === "trusted" ? "child" : "family",
      who,
      words: "Jo listens to me",
      from: monday,
    });
  const lookedAfter = () =>
    area.write((tx) =>
      tx.insert(legalStatus).values({
        areaId: area.areaId,
        legalStatusId: newId(),
        childId,
        kind: "looked-after",
        detail: { lookedAfterBasis: "care-order", accommodated: true },
        during: { from: localDate("2026-09-01") },
        recordedBy: teacher.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
  const contact = async (who = teacher, at = aMonday) => (await around(who, at).get({ childId })).chosen[0];
  const settle = async (by = teacher, at = aMonday) =>
    around(by, at).settle({
      idempotencyKey: newId(),
      contactId: (await contact())?.contactId ?? "",
      version: 1,
      what: "School and health news, not the family's own matters",
      how: "By phone",
      howQuickly: "Within a day",
      agreedOn: localDate(at.toISOString().slice(0, 10)),
    });
  const owed = () =>
    area.write((tx) =>
      tx
        .select({ by: duty.owedBy, dueBy: duty.dueBy })
        .from(duty)
        .where(and(eq(duty.areaId, area.areaId), eq(duty.act, settlesSharing), isNull(duty.doneAt))),
    );
  return { ...of, therapist, around, chose, lookedAfter, contact, settle, owed };
}

describe("who is not shown who is around a child, and who records none of it", () => {
  test("no part in the child's care: the same answer as for no such child", async () => {
    const of = await ella();
    await of.chose(jo);
    const contactId = (await of.contact())?.contactId ?? "";
    const asked = { idempotencyKey: newId(), contactId, version: 1, because: "No longer" };
    const notThere = { kind: "not-visible" };
    expect(await refusalOf(of.around(of.therapist).get({ childId: of.childId }))).toMatchObject(notThere);
    expect(await refusalOf(of.around(of.therapist).get({ childId: newId() }))).toMatchObject(notThere);
    expect(await refusalOf(of.chose(jo, { by: of.therapist }))).toMatchObject(notThere);
    const one = await refusalOf(of.around(of.therapist).endContact(asked));
    expect(await refusalOf(of.around(of.therapist).endContact({ ...asked, contactId: newId() }))).toEqual(one);
  });

  test("CWDC-4.6a: the trusted person gets nothing by it: no record, and no right of the lead", async () => {
    const of = await ella();
    await of.chose({ is: "practitioner", practitionerId: of.therapist.practitionerId });
    expect(await of.contact()).toMatchObject({ name: "Rosa Brand", as: { code: "trusted" } });
    const { childId, planId } = of;
    const asTherapist = of.area.as(of.therapist);
    expect(await refusalOf(asTherapist.people.child({ childId }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(asTherapist.plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(of.settle(of.nurse))).toMatchObject({ kind: "not-allowed" });
  });

  test("nobody records that they were chosen, and whoever leads already is not recorded beside the lead", async () => {
    const of = await ella();
    const choosing = (who: TestPerson, by: TestPerson) =>
      refusalOf(of.chose({ is: "practitioner", practitionerId: who.practitionerId }, { by }));
    expect(await choosing(of.nurse, of.nurse)).toMatchObject({
      problems: [{ message: "Somebody else records that a child or family chose you" }],
    });
    expect(await choosing(of.teacher, of.nurse)).toMatchObject({
      problems: [{ message: expect.stringContaining("leads already") }],
    });
  });

  test("an adult who must not be brought near is chosen for nothing and takes part in nothing", async () => {
    const of = await ella();
    const carerId = await addCarer(of.area, of.childId, "Rob Hale");
    await of.area.write((tx) =>
      tx.insert(restriction).values({
        areaId: of.area.areaId,
        restrictionId: newId(),
        childId: of.childId,
        kind: "contact-risk",
        adult: "Rob Hale",
        ownerId: of.teacher.practitionerId,
        reason: "An order of the court",
        reviewOn: "2027-01-04",
        during: { from: aMonday.toISOString() },
        recordedBy: of.teacher.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    const near = { problems: [{ message: expect.stringContaining("must not be brought near") }] };
    expect(await refusalOf(of.chose({ ...jo, name: "Rob Hale" }))).toMatchObject(near);
    const part = { idempotencyKey: newId(), childId: of.childId, carerId, takesPartIn: ["meetings" as const] };
    expect(await refusalOf(of.around(of.teacher).recordPart(part))).toMatchObject(near);
    expect((await of.around(of.teacher).get({ childId: of.childId })).adults).toMatchObject([{ isKeptAway: true }]);
  });

  test("who was chosen before it was recorded that they must not be brought near is nobody to settle anything with", async () => {
    const of = await ella("bolton");
    const { area, teacher, childId } = of;
    await of.lookedAfter();
    await of.chose(jo);
    expect(await of.owed()).toHaveLength(1);
    await area.write((tx) =>
      tx.insert(restriction).values({
        areaId: area.areaId,
        restrictionId: newId(),
        childId,
        kind: "contact-risk",
        adult: "Jo Marne",
        ownerId: teacher.practitionerId,
        reason: "An order of the court",
        reviewOn: "2027-01-04",
        during: { from: aMonday.toISOString() },
        recordedBy: teacher.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    expect(await of.contact()).toMatchObject({ name: "Jo Marne", isKeptAway: true });
    expect((await area.as(teacher).people.child({ childId })).chosen).toEqual([]);
    expect(await refusalOf(of.settle())).toMatchObject({
      problems: [{ message: expect.stringContaining("must not be brought near") }],
    });
    await oweSharingProtocols(database, aMonday);
    expect(await of.owed()).toEqual([]);
    expect((await of.around(teacher).get({ childId })).asks?.because).toContain("Ask the child whom");
  });

  test("a head, who is not shown who is around a child, is shown none of it on the child's page", async () => {
    const of = await ella();
    await of.chose(jo);
    await of.area.relate(of.head, of.childId, "head");
    const { childId } = of;
    expect(await refusalOf(of.around(of.head).get({ childId }))).toMatchObject({ kind: "not-allowed" });
    expect((await of.area.as(of.head).people.child({ childId })).chosen).toEqual([]);
    expect((await of.area.as(of.nurse).people.child({ childId })).chosen).toMatchObject([{ name: "Jo Marne" }]);
  });

  test("where it is kept private where the child is, whom it is kept from reads and writes none of it", async () => {
    const of = await ella();
    const kept = await aKeptChild(of);
    await of.chose(jo, { child: kept.childId });
    const seen = await of.around(of.nurse).get({ childId: kept.childId });
    expect(seen).toMatchObject({ adults: [], chosen: [], keptPrivateBy: "Morag Shaw", keep: { may: false } });
    expect(JSON.stringify(seen)).not.toMatch(/Marne|960444/);
    expect(await refusalOf(of.chose(jo, { by: of.nurse, child: kept.childId }))).toMatchObject({ kind: "not-allowed" });
    expect((await of.around(of.teacher).get({ childId: kept.childId })).chosen).toHaveLength(1);
  });
});

describe("CWDC-4.6a: beside the accountable lead stands the person the child talks to", () => {
  test("with the child's words, from a day, once at a time; ended, it stays on record, and no step says a name", async () => {
    const of = await ella();
    await of.chose(jo);
    expect(await of.contact(of.nurse)).toMatchObject({
      name: "Jo Marne",
      whoTheyAre: "Foster carer",
      words: "Jo listens to me",
      from: "2026-11-23",
      recordedBy: "Morag Shaw",
    });
    expect(await refusalOf(of.chose(jo, { by: of.nurse }))).toMatchObject({ kind: "already" });
    const contactId = (await of.contact())?.contactId ?? "";
    await of.around(of.nurse).endContact({ idempotencyKey: newId(), contactId, version: 1, because: "Ella moved" });
    const { chosen, before } = await of.around(of.teacher).get({ childId: of.childId });
    expect([chosen, before]).toMatchObject([[], [{ name: "Jo Marne", endedBecause: "Ella moved" }]]);
    await of.chose({ ...jo, name: "Meg Fell" });
    expect(await of.contact()).toMatchObject({ name: "Meg Fell" });
    const steps = await of.area.write((tx) =>
      tx
        .select({ title: chronologyEntry.title, detail: chronologyEntry.detail })
        .from(chronologyEntry)
        .where(eq(chronologyEntry.childId, of.childId)),
    );
    expect(steps).toContainEqual({ title: "Whom the child would rather talk to was recorded", detail: null });
    expect(JSON.stringify(steps)).not.toMatch(/Marne|listens|Ella moved/);
  });
});

describe("BOL-7.P7: a lead set by law does not silence the child", () => {
  test("it is asked for until somebody is recorded, or that there is nobody", async () => {
    const of = await ella("bolton");
    const asks = async () => (await of.around(of.teacher).get({ childId: of.childId })).asks;
    expect(await asks()).toBeUndefined();
    await of.lookedAfter();
    expect((await asks())?.because).toContain("Ask the child whom they would rather talk to");
    await of.chose({ is: "nobody" });
    expect(await asks()).toBeUndefined();
    expect(await of.contact()).toMatchObject({ name: null, words: "Jo listens to me" });
    expect(await of.owed()).toEqual([]);
  });
});

describe("CWDC-4.6b: lead and trusted person settle what they share, how and how quickly", () => {
  test("not looked after: nothing is asked for, and it may be settled all the same", async () => {
    const of = await ella();
    await of.chose(jo);
    expect(await of.owed()).toEqual([]);
    await of.settle();
    expect((await of.contact())?.protocol).toMatchObject({ howQuickly: "Within a day", by: "Morag Shaw" });
  });

  test("looked after: the lead is reminded, once however often is looked, until it is settled", async () => {
    const of = await ella();
    await of.chose(jo);
    await of.lookedAfter();
    await oweSharingProtocols(database, aMonday);
    expect(await oweSharingProtocols(database, aMonday)).toBe(0);
    expect(await of.owed()).toEqual([{ by: of.teacher.practitionerId, dueBy: "2026-12-08T00:00:00.000Z" }]);
    const { owed } = await of.around(of.nurse).get({ childId: of.childId });
    expect(owed).toMatchObject({ dueOn: "2026-12-07", isLate: false });
    await of.settle();
    expect(await of.owed()).toEqual([]);
    expect(await oweSharingProtocols(database, aMonday)).toBe(0);
  });

  test.each([
    ["2026-12-07T12:00:00.000Z", []],
    ["2026-12-08T00:00:00.000Z", ["Isobel Laing", "Morag Shaw"]],
  ])("missing at %s: told that it ran out: %j", async (at, told) => {
    const of = await ella();
    await of.lookedAfter();
    await of.chose(jo);
    await missDutiesOf(database, of.area.areaId, new Date(at));
    const rows = await of.area.write((tx) =>
      tx
        .select({ to: notice.practitionerId, words: notice.words })
        .from(notice)
        .where(and(eq(notice.areaId, of.area.areaId), eq(notice.act, "clock.missed"))),
    );
    const names = new Map([of.head, of.teacher].map((one) => [one.practitionerId, one.practitionerName]));
    const about = rows.filter(({ words }) => words.includes("the person the child trusts"));
    expect(about.map(({ to }) => names.get(to)).sort()).toEqual(told);
    expect(JSON.stringify(rows)).not.toContain("Marne");
  });

  test("looked at again with the plan, the last day counts; whoever was chosen settles it with the lead, not alone", async () => {
    const of = await ella();
    await of.chose(jo);
    await of.settle();
    const later = new Date("2026-12-14T10:00:00.000Z");
    await of.settle(of.teacher, later);
    expect((await of.contact())?.protocol?.agreedOn).toBe("2026-12-14");
  });
});

describe("GIR-29: another usual contact may be shown, and the lead stays the lead", () => {
  test("with who chose it, why and from when", async () => {
    const of = await ella("scotland");
    const before = await of.around(of.teacher).get({ childId: of.childId });
    await of.chose({ is: "practitioner", practitionerId: of.therapist.practitionerId }, { as: "day-to-day" });
    const after = await of.around(of.teacher).get({ childId: of.childId });
    expect(after.chosen).toMatchObject([
      { as: { code: "day-to-day" }, chosenBy: { code: "family" }, name: "Rosa Brand", from: "2026-11-23" },
    ]);
    expect(after.lead).toEqual(before.lead);
    expect(await refusalOf(of.chose({ is: "nobody" }, { as: "day-to-day" }))).toMatchObject({ kind: "input" });
  });
});

describe("CWDC-TERM-PARENT: what each parent, carer or other adult takes part in", () => {
  test("grandmother and father are two; only she is ticked for meetings; what was said last counts", async () => {
    const of = await ella();
    const { childId } = of;
    const nan = await addCarer(of.area, childId, "Ana Lind");
    await addCarer(of.area, childId, "Rob Lind");
    const say = (takesPartIn: ("plan" | "meetings" | "sharing")[]) =>
      of.around(of.nurse).recordPart({ idempotencyKey: newId(), childId, carerId: nan, takesPartIn });
    await say(["plan", "sharing"]);
    await say(["meetings"]);
    const { adults } = await of.around(of.teacher).get({ childId });
    expect(adults.map(({ name, takesPartIn }) => [name, takesPartIn?.map(({ code }) => code) ?? null]).sort()).toEqual([
      ["Ana Lind", ["meetings"]],
      ["Rob Lind", null],
    ]);
  });

  test("who was left out is offered nowhere: not asked about sharing, and sent no copy; who was not, still is", async () => {
    const of = await ella();
    const { area, teacher, childId } = of;
    const father = await addCarer(area, childId, "Rob Lind");
    await addCarer(area, childId, "Ana Lind");
    const offered = async () => (await area.as(teacher).consent.forChild({ childId })).carers;
    expect(await offered()).toEqual(["Ana Lind", "Rob Lind"]);
    const say = (takesPartIn: ("meetings" | "sharing")[]) =>
      of.around(teacher).recordPart({ idempotencyKey: newId(), childId, carerId: father, takesPartIn });
    await say(["meetings"]);
    expect(await offered()).toEqual(["Ana Lind"]);
    const answering = (answeredByName: string) =>
      area.as(teacher).consent.record({
        idempotencyKey: newId(),
        childId,
        answeredBy: "parent-or-carer",
        answeredByName,
        answer: "given",
        form: "written",
        saysWhat: "What was noticed",
        saysWithWhom: "The nurse",
        saysWhy: "So that she can plan",
        items: [],
        agencies: ["health"],
        recipients: [],
        from: monday,
        ends: { is: "on", lastDay: localDate("2027-02-26") },
      });
    expect(await refusalOf(answering("Rob Lind"))).toMatchObject({
      problems: [{ message: expect.stringContaining("takes no part in sharing") }],
    });
    const { carers } = await area.as(teacher).consent.copies.recipients({ childId, planId: of.planId });
    expect(carers.map(({ name }) => name)).toEqual(["Ana Lind"]);
    await say(["sharing"]);
    await answering("Rob Lind");
  });
});

describe("CWDC-4.6a, GIR-29: the family's paper names whom they chose", () => {
  test("the child's own part alone where the child chose; both where the family did, and the lead stays", async () => {
    const of = await ella("highland");
    await of.chose(jo);
    await of.chose({ ...jo, name: "Nell Gray", whoTheyAre: "Nursery manager" }, { as: "day-to-day" });
    const { childId } = of;
    const answer = await of.area.as(of.teacher).namedPerson.paper.ofChild({ childId });
    if (!answer.known) throw new Error("there is no paper");
    const { forCarers, forChild } = answer.paper;
    expect(forChild?.sentences.join(" ")).toContain("You told us that you like to talk to Jo Marne.");
    expect(JSON.stringify(forCarers)).not.toContain("Marne");
    expect(forCarers?.sentences.join(" ")).toContain("you would rather speak to Nell Gray day by day");
    expect(forCarers?.reach.map(({ whom }) => whom)).toContain("Nell Gray, Nursery manager");
  });
});
