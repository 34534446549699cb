import { addDays, localDate, type SendCopy } from "@linchpin/domain";
import { and, eq, isNull, like } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { carer, child } from "../../db/schema/child.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, heardOnPlan, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const monday = localDate("2026-11-23");
const day = 86_400_000;

/** A plan with one open action of health, and a mother on record; the plan was agreed this Monday where that is asked. */
async function aPlanOnPaper({ edition = "highland", isAgreed = true } = {}) {
  const of = await aCase(database, { edition });
  const { area, teacher, nurse, childId, planId } = of;
  const carerId = newId();
  await area.write((tx) =>
    tx.insert(carer).values({
      areaId: area.areaId,
      carerId,
      childId,
      name: "Ana Lind",
      relationship: "mother",
      position: "1",
      recordedAt: aMonday.toISOString(),
    }),
  );
  await area.as(teacher).plan.addAction({
    idempotencyKey: newKey(),
    planId,
    childId,
    what: "Weigh every week",
    outcome: "Gains weight",
    ownerId: nurse.practitionerId,
    dueOn: localDate("2026-12-18"),
  });
  const copies = area.as(teacher).consent.copies;
  const key = () => ({ idempotencyKey: newKey(), planId, childId });
  await heardOnPlan(of, of);
  const agree = (agreedOn = monday, at?: Date) => area.as(teacher, at).consent.copies.agreed({ ...key(), agreedOn });
  if (isAgreed) await agree();
  const rows = async (who: TestPerson = teacher, at?: Date) =>
    (await area.as(who, at).consent.copies.list({ planId, childId })).rows;
  const send = async (recipient: SendCopy["recipient"], more: Partial<SendCopy> = {}, by: TestPerson = teacher) => {
    const asked = {
      planId,
      childId,
      recipient,
      way: "handed-over" as const,
      isReferral: more.basis === "safeguarding",
    };
    const { copies } = area.as(by).consent;
    const clearings = (await copies.look(asked)).findings.map(({ key }) => ({ key, how: "out" as const }));
    const { hash } = await copies.look({ ...asked, clearings });
    const { isReferral: _, ...to } = asked;
    return copies.send({ ...to, ...key(), purpose: "It is theirs", basis: "their-own", clearings, hash, ...more });
  };
  return { ...of, carerId, copies, key, agree, rows, send };
}

const owed = ({ area, childId }: TestCase) =>
  area.write((tx) =>
    tx
      .select({ act: duty.act, owedBy: duty.owedBy, dueBy: duty.dueBy })
      .from(duty)
      .where(and(eq(duty.childId, childId), like(duty.act, "plan.send-copy%"), isNull(duty.doneAt)))
      .orderBy(duty.act),
  );
const acts = async (of: TestCase) => (await owed(of)).map(({ act }) => act);

async function keep(of: TestCase, owner: TestPerson = of.teacher) {
  await of.area.as(owner).restriction.record({
    idempotencyKey: newKey(),
    childId: of.childId,
    kind: "whereabouts",
    safeContact: { name: "Gail Moor", phone: "01632 960777" },
    ownerId: owner.practitionerId,
    reason: "Somebody looks for the family",
    reviewOn: addDays(monday, 60),
    readers: [],
  });
}

describe("HIG-50: who may see and write down who has a copy", () => {
  test("somebody without a part, and the manager of somebody who got one, are told that there is no such child", async () => {
    const of = await aPlanOnPaper();
    const boss = await of.area.addPractitioner({
      name: "Ines Vale",
      agencyId: of.agencies.socialWork,
      role: "team-manager",
    });
    const therapist = await of.area.addPractitioner({
      name: "Rosa Brand",
      agencyId: of.agencies.socialWork,
      lineManagerId: boss.practitionerId,
    });
    const { sentCopyId } = await of.send(
      { is: "practitioner", practitionerId: therapist.practitionerId },
      { basis: "safeguarding" },
    );
    for (const who of [therapist, boss]) {
      const { copies } = of.area.as(who).consent;
      const about = { planId: of.planId, childId: of.childId };
      const gone = { kind: "not-visible", what: "child" };
      expect(await refusalOf(copies.list(about))).toEqual(gone);
      expect(await refusalOf(copies.sent({ childId: of.childId }))).toEqual(gone);
      expect(await refusalOf(copies.agreed({ ...of.key(), agreedOn: monday }))).toEqual(gone);
      expect(await refusalOf(copies.handedOver({ ...of.key(), whom: "child", handedOverOn: monday }))).toEqual(gone);
      expect(await refusalOf(copies.leftOut({ ...of.key(), whom: "family", because: "No" }))).toEqual(gone);
      const one = { kind: "not-visible", what: "copy" };
      expect(await refusalOf(copies.kept({ sentCopyId }))).toEqual(one);
      expect(await refusalOf(copies.received({ idempotencyKey: newKey(), sentCopyId, receivedOn: monday }))).toEqual(
        one,
      );
    }
  });

  test("where it is kept from a reader where the child is, they read of no copy, write none down, and nothing tells who got one", async () => {
    const of = await aPlanOnPaper();
    await of.copies.handedOver({ ...of.key(), whom: "family", name: "Ana Lind", handedOverOn: monday });
    await keep(of);
    const { copies } = of.area.as(of.nurse).consent;
    expect(await copies.list({ planId: of.planId, childId: of.childId })).toMatchObject({
      rows: [],
      kept: "It is kept private where this child is. Who has a copy is for those who may know: ask Morag Shaw.",
    });
    expect(await refusalOf(copies.handedOver({ ...of.key(), whom: "child", handedOverOn: monday }))).toMatchObject({
      kind: "not-allowed",
    });
    await of.copies.handedOver({ ...of.key(), whom: "health", name: "Amina Yusuf", handedOverOn: monday });
    const said = await of.area.write((tx) =>
      tx
        .select({ detail: chronologyEntry.detail })
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, of.childId), eq(chronologyEntry.act, "plan.copy-handed-over")))
        .orderBy(chronologyEntry.entryId),
    );
    expect(said).toEqual([{ detail: "The family: Ana Lind" }, { detail: null }]);
    expect((await of.rows()).map(({ copies }) => copies.length)).toEqual([0, 1, 0, 1]);
    expect(await acts(of)).toEqual(["plan.send-copy-to-agency:education", "plan.send-copy-to-child"]);
  });

  test("an adult who must not be brought near gets none on paper either", async () => {
    const of = await aPlanOnPaper();
    await of.area.as(of.teacher).restriction.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      kind: "contact-risk",
      adult: "Rob Harrow",
      ownerId: of.teacher.practitionerId,
      reason: "An order of the court",
      reviewOn: addDays(monday, 60),
      readers: [],
    });
    expect(
      await refusalOf(of.copies.handedOver({ ...of.key(), whom: "family", name: "Harrow, Rob", handedOverOn: monday })),
    ).toMatchObject({ kind: "input", problems: [{ path: "name" }] });
  });
});

describe("HIG-50, HD-9: child, family and every relevant agency, within 5 working days", () => {
  test("nothing is owed before it was agreed; from then each copy is owed by whoever answers for the plan", async () => {
    const of = await aPlanOnPaper({ isAgreed: false });
    expect(await of.copies.list({ planId: of.planId, childId: of.childId })).toMatchObject({
      isAskedHere: true,
      rows: [],
    });
    expect(await acts(of)).toEqual([]);
    await of.agree();
    expect(await owed(of)).toEqual(
      ["agency:education", "agency:health", "child", "family"].map((whom) => ({
        act: `plan.send-copy-to-${whom}`,
        owedBy: of.teacher.practitionerId,
        dueBy: "2026-12-02T00:00:00.000Z", // Saint Andrew's day is no working day
      })),
    );
  });

  test.each([
    ["the last day", new Date(aMonday.getTime() + 8 * day), false],
    ["the day after", new Date(aMonday.getTime() + 9 * day), true],
  ])("a missing one on %s", async (_, at, isLate) => {
    const of = await aPlanOnPaper();
    const [first] = await of.rows(of.teacher, at);
    expect(first).toMatchObject({
      label: "The child",
      copies: [],
      due: { words: "by the end of 1 December 2026", isLate },
    });
  });

  test("sent from here, on paper, or left out with a reason: each is dated, and 4 of 4 owe nothing", async () => {
    const of = await aPlanOnPaper();
    await of.send({ is: "child" });
    const { sentCopyId } = await of.send({ is: "carer", carerId: of.carerId });
    await of.copies.handedOver({
      ...of.key(),
      whom: "health",
      name: "Amina Yusuf",
      handedOverOn: monday,
      receivedOn: monday,
    });
    await of.copies.leftOut({ ...of.key(), whom: "education", because: "The class teacher wrote it" });
    expect(await acts(of)).toEqual([]);
    expect(await of.rows()).toEqual([
      expect.objectContaining({
        label: "The child",
        copies: [expect.objectContaining({ on: monday, receivedOn: monday })],
      }),
      expect.objectContaining({
        label: "The family",
        copies: [{ name: "Ana Lind", way: "Handed over in person", on: monday, receivedOn: monday, sentCopyId }],
      }),
      expect.objectContaining({
        label: "Education",
        copies: [],
        leftOut: { because: "The class teacher wrote it", by: "Morag Shaw", on: monday },
      }),
      expect.objectContaining({
        label: "Health",
        copies: [{ name: "Amina Yusuf", way: "Handed over on paper", on: monday, receivedOn: monday }],
      }),
    ]);
    for (const row of await of.rows()) expect(row).not.toHaveProperty("due");
  });

  test("agreed again after a change: everybody gets the new one, and the day before counts no more", async () => {
    const of = await aPlanOnPaper();
    await of.copies.leftOut({ ...of.key(), whom: "education", because: "The class teacher wrote it" });
    await of.send({ is: "child" });
    const thursday = new Date(aMonday.getTime() + 3 * day);
    expect(await refusalOf(of.agree(monday))).toMatchObject({ problems: [{ path: "agreedOn" }] });
    expect(await refusalOf(of.agree(localDate("2026-11-26")))).toMatchObject({ problems: [{ path: "agreedOn" }] });
    await of.agree(localDate("2026-11-26"), thursday);
    expect(await acts(of)).toHaveLength(4);
  });

  test("a day that cannot be is refused in words", async () => {
    const of = await aPlanOnPaper();
    const paper = (more: object) =>
      refusalOf(of.copies.handedOver({ ...of.key(), whom: "family", name: "Ana Lind", handedOverOn: monday, ...more }));
    for (const [path, more] of [
      ["handedOverOn", { handedOverOn: addDays(monday, 1) }],
      ["handedOverOn", { handedOverOn: addDays(monday, -1) }],
      ["receivedOn", { receivedOn: addDays(monday, -1) }],
      ["name", { name: undefined }],
    ] as const)
      expect(await paper(more)).toMatchObject({ kind: "input", problems: [{ path }] });
  });

  test("where no document asks, the list is kept and nothing is owed", async () => {
    const of = await aPlanOnPaper({ edition: "wigan" });
    const list = await of.copies.list({ planId: of.planId, childId: of.childId });
    expect(list.isAskedHere).toBe(false);
    expect(list.rows.map(({ due }) => due)).toEqual(list.rows.map(() => undefined));
    expect(await acts(of)).toEqual([]);
  });
});

describe("a colleague who gets a copy hears of it", () => {
  const noticesTo = async ({ area }: TestCase, { practitionerId }: TestPerson) => {
    await doDue(database, area.areaId, aMonday);
    return area.write((tx) =>
      tx
        .select({ words: notice.words, link: notice.link })
        .from(notice)
        .where(and(eq(notice.practitionerId, practitionerId), eq(notice.act, "consent.copy-sent"))),
    );
  };
  const to = ({ practitionerId }: TestPerson) => ({ is: "practitioner" as const, practitionerId });

  test("how it came and from whom, and nothing of the child; whoever took it for themselves does not", async () => {
    const of = await aPlanOnPaper();
    await of.send(to(of.nurse), { basis: "safeguarding" });
    await of.send(to(of.teacher), { basis: "safeguarding" });
    expect(await noticesTo(of, of.nurse)).toEqual([
      {
        words: "Morag Shaw sent you a copy of a plan in person. If you do not have it, ask them.",
        link: `/named-person/children/${of.childId}/sent`,
      },
    ]);
    expect(await noticesTo(of, of.teacher)).toEqual([]);
  });

  test("where they may not know where the child is, the notice names nobody either, as the copy does not", async () => {
    const of = await aPlanOnPaper();
    await of.area.write((tx) => tx.update(child).set({ familyName: "Ashdown" }).where(eq(child.childId, of.childId)));
    await keep(of);
    await of.send(to(of.nurse), { basis: "safeguarding" });
    expect((await noticesTo(of, of.nurse)).map(({ words }) => words)).toEqual([
      "A copy of a plan was sent to you in person.",
    ]);
    const { notices } = await of.area.as(of.nurse).record.notices({});
    expect(JSON.stringify(notices)).not.toMatch(/Morag|Tern/);
  });
});
