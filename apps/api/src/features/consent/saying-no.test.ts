import { localDate, type RecordConsent } from "@linchpin/domain";
import { eq, like } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const nextDay = localDate("2026-11-24");
const next = new Date(aMonday.getTime() + 86_400_000);
const afterThat = new Date(next.getTime() + 3_600_000);
const notYet = { told: "not-yet" } as const;

const mother = { answeredBy: "parent-or-carer", answeredByName: "Ana Lind" } as const;
const father = { answeredBy: "parent-or-carer", answeredByName: "Rob Lind" } as const;
const child = { answeredBy: "child", understanding: "understands" } as const;
type Says = Partial<RecordConsent> & { readonly answer: "given" | "refused" };

/** A child of some age; housing may read the plan, and a nurse was shared the school's concern, on what was answered. */
async function aFamily(bornOn = localDate("2013-05-04"), edition = "highland") {
  const of = await aCase(database, { edition, bornOn });
  const { area, teacher, planId, childId } = of;
  const housing = await area.addAgency("housing", "Tern homes");
  const warden = await area.addPractitioner({ name: "Wyn Rook", agencyId: housing, title: "Warden" });
  const colleague = await area.addPractitioner({ name: "Ines Hale", agencyId: housing, title: "Warden" });
  const nurse = await area.addPractitioner({ name: "Rosa Brand", agencyId: of.agencies.health });
  let words = 0;
  const answer = (says: Says): Omit<RecordConsent, "idempotencyKey"> => {
    words += 1;
    return {
      childId,
      ...mother,
      form: "written",
      saysWhat: `The plan and what we noticed, ${words}`,
      saysWithWhom: "Housing and health",
      saysWhy: "A quiet flat",
      items: [],
      agencies: ["housing", "health"],
      recipients: [],
      from: day,
      ends: { is: "open" },
      ...says,
    };
  };
  const says = (said: Says, at = aMonday, by = teacher) =>
    area.as(by, at).consent.record({ ...answer(said), idempotencyKey: newKey() });
  const sayLater = (said: Says, by = teacher) => says({ from: nextDay, ...said }, next, by);
  const wouldEnd = (said: Says, by = teacher) => {
    const {
      answeredBy,
      answeredByName,
      answer: is,
      items,
      agencies,
      recipients,
      from,
      ends,
    } = answer({
      from: nextDay,
      ...said,
    });
    return area.as(by, next).consent.ending({
      ...{ childId, answeredBy, answeredByName, answer: is, items, agencies, recipients, from, ends },
    });
  };
  const join = (who: TestPerson, isAsked = true, at = aMonday) =>
    area.as(teacher, at).plan.addPractitioner({
      idempotencyKey: newKey(),
      planId,
      practitioner: { practitionerId: who.practitionerId, posts: [], involvement: "involved" },
      sharing: isAsked
        ? [
            {
              ...{ childId, purpose: "A quiet flat", basis: "consent", isPartOfAnswer: true },
              ...{ childTold: notYet, familyTold: notYet },
            },
          ]
        : [],
    });
  const shareConcern = async (on?: ReturnType<typeof sharedBy>) => {
    const { items } = await area.as(teacher).consent.forChild({ childId });
    const concern = items.find(({ kind }) => kind === "concern");
    return area.as(teacher).consent.release({
      ...(on ?? { purpose: "To plan sessions", basis: "consent", isPartOfAnswer: true }),
      ...{ childTold: notYet, familyTold: notYet },
      ...{ idempotencyKey: newKey(), childId, kind: "concern", itemId: concern?.itemId ?? "" },
      toId: nurse.practitionerId,
    });
  };
  const reads = (who: TestPerson, at = afterThat) => area.as(who, at).plan.get({ planId });
  const received = async (who = nurse, at = afterThat) => (await area.as(who, at).consent.received()).received.length;
  const view = (at = afterThat) => area.as(teacher, at).consent.forChild({ childId });
  return { ...of, warden, colleague, nurse, says, sayLater, wouldEnd, join, shareConcern, reads, received, view };
}

describe("HIG-26, HD-14: a no that is recorded after a yes stops sharing from that moment", () => {
  const onTwoYeses = async () => {
    const of = await aFamily();
    await of.says({ answer: "given" });
    await of.says({ ...child, answer: "given" });
    await of.join(of.warden);
    await of.join(of.colleague, false);
    await of.shareConcern();
    return of;
  };

  test("the child's: what ends is shown before, and whoever read the plan or an item on it reads it no longer", async () => {
    const of = await onTwoYeses();
    const shown = await of.wouldEnd({ ...child, answer: "refused" });
    expect(shown.ends.map(({ to }) => to).sort()).toEqual(["Rosa Brand", "Wyn Rook"]);
    expect([await of.received(of.nurse, next), (await of.reads(of.warden, next)).planId]).toEqual([1, of.planId]);
    const said = await of.sayLater({ ...child, answer: "refused" });
    expect(said.answers.filter(({ by }) => by.is === "child").map(({ standing }) => standing)).toEqual([
      "refused",
      "ended",
    ]);
    for (const who of [of.warden, of.colleague]) {
      expect(await refusalOf(of.reads(who))).toMatchObject({ kind: "not-visible" });
      expect(await refusalOf(of.area.as(who, afterThat).people.child({ childId: of.childId }))).toMatchObject({
        kind: "not-visible",
      });
    }
    expect(await of.received()).toBe(0);
  });

  test("that it was shared stays on record, whoever had it is told, and what follows is owed", async () => {
    const of = await onTwoYeses();
    await of.area.as(of.teacher).plan.addAction({
      ...{ idempotencyKey: newKey(), planId: of.planId, childId: of.childId, what: "A quiet flat" },
      ...{ outcome: "Sleeps through", ownerId: of.warden.practitionerId, dueOn: localDate("2026-12-10") },
    });
    await of.sayLater({ ...mother, answer: "refused" });
    const { releases, duties } = await of.view();
    expect(releases.filter(({ basis }) => basis.code === "consent").map(({ to, ended }) => [to.name, ended])).toEqual(
      [["Rosa Brand"], ["Wyn Rook"]].map(([name]) => [name, { on: nextDay, because: "The answer was no" }]),
    );
    const owed = await of.area.write((tx) =>
      tx.select({ act: duty.act }).from(duty).where(like(duty.act, "consent.%")),
    );
    expect(owed.map(({ act }) => act)).toEqual(
      expect.arrayContaining(["consent.tell-family-what-stays", "consent.decide-actions-on-hold"]),
    );
    expect(duties.length).toBeGreaterThan(0);
    await doDue(database, of.area.areaId, next);
    for (const who of [of.warden, of.nurse]) {
      const told = await of.area.write((tx) =>
        tx.select({ act: notice.act }).from(notice).where(eq(notice.practitionerId, who.practitionerId)),
      );
      expect(told.map(({ act }) => act)).toContain("consent.ended");
    }
    const { steps } = await of.area.as(of.teacher, afterThat).record.chronology({ childId: of.childId });
    expect(steps.find(({ title }) => title === "Ana Lind said no to sharing")?.detail).toContain(
      "From now on these are not shared",
    );
  });

  test("the same adult's, where the child is young: her yes reads as ended by her no, and nothing new goes on it", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.join(of.warden);
    const { answers } = await of.sayLater({ answer: "refused" });
    expect(answers.map(({ answer, standing, saidNoSince }) => [answer, standing, saidNoSince])).toEqual([
      ["refused", "refused", undefined],
      ["given", "ended", { on: nextDay, toAll: true }],
    ]);
    expect(await refusalOf(of.reads(of.warden))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(of.join(of.warden, true, afterThat))).toMatchObject({ kind: "rule-prevents" });
  });

  test("to a part: that ends and the rest goes on, and the yes says so", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.join(of.warden);
    await of.shareConcern();
    expect((await of.wouldEnd({ answer: "refused", agencies: ["housing"] })).ends.map(({ to }) => to)).toEqual([
      "Wyn Rook",
    ]);
    const { answers } = await of.sayLater({ answer: "refused", agencies: ["housing"] });
    expect(answers.find(({ answer }) => answer === "given")).toMatchObject({
      standing: "in-force",
      saidNoSince: { on: nextDay, toAll: false },
    });
    expect(await refusalOf(of.reads(of.warden))).toMatchObject({ kind: "not-visible" });
    expect(await of.received()).toBe(1);
  });

  test("what rests on another basis goes on, and nothing of it is listed", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.shareConcern(sharedBy(of.head));
    expect((await of.wouldEnd({ answer: "refused" })).ends).toEqual([]);
    await of.sayLater({ answer: "refused" });
    expect(await of.received()).toBe(1);
    expect((await of.view()).duties.filter(({ act }) => act === "consent.tell-family-what-stays")).toEqual([]);
  });

  test("a no of an earlier day than the yes takes nothing back", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.join(of.warden);
    await of.sayLater({ answer: "refused", from: localDate("2026-11-20") });
    expect((await of.reads(of.warden)).planId).toBe(of.planId);
  });

  test("another adult's: it ends too, unless the named person says why the yes is followed", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.join(of.warden);
    await of.shareConcern();
    const shown = await of.wouldEnd({ ...father, answer: "refused" });
    expect([shown.ends.length, shown.differ.length, shown.mayDecide]).toEqual([0, 2, true]);
    expect((await of.wouldEnd({ ...father, answer: "refused" }, of.worker)).mayDecide).toBe(false);
    const because = "His mother has day-to-day care, and the flat cannot wait";
    expect(
      await refusalOf(of.sayLater({ ...father, answer: "refused", goesOnBecause: because }, of.worker)),
    ).toMatchObject({ kind: "rule-prevents" });
    await of.sayLater({ ...father, answer: "refused", goesOnBecause: because });
    expect((await of.reads(of.warden)).planId).toBe(of.planId);
    const { steps } = await of.area.as(of.teacher, afterThat).record.chronology({ childId: of.childId });
    expect(steps.filter(({ detail }) => detail === because)).toHaveLength(2);
    await of.says({ ...father, answer: "refused", agencies: ["housing"], from: nextDay }, next);
    expect(await refusalOf(of.reads(of.warden))).toMatchObject({ kind: "not-visible" });
    expect(await of.received()).toBe(1);
  });

  test("a yes that is corrected to a no, and a no that is corrected to speak to more, do the same", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    await of.join(of.warden);
    const { answers } = await of.sayLater({ answer: "refused", agencies: ["police"] });
    const no = answers.find(({ answer }) => answer === "refused");
    expect((await of.reads(of.warden)).planId).toBe(of.planId);
    const view = await of.area.as(of.teacher, afterThat).consent.correct({
      ...{ idempotencyKey: newKey(), consentId: no?.consentId ?? "", ...mother, answer: "refused", form: "written" },
      ...{ saysWhat: "The plan", saysWithWhom: "Housing", saysWhy: "A quiet flat", items: [], agencies: ["housing"] },
      ...{ recipients: [], from: nextDay, ends: { is: "open" }, reason: "She meant housing" },
    });
    expect(view.releases.find(({ to }) => to.name === "Wyn Rook")?.isEnded).toBe(true);
    expect(await refusalOf(of.reads(of.warden, new Date(afterThat.getTime() + 60_000)))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("a child of 12 who takes their own yes back has said no: what went on the mother's yes ends with it", async () => {
    const of = await onTwoYeses();
    const asTeacher = of.area.as(of.teacher, next).consent;
    const yes = (await of.view(next)).answers.find(({ by, answer }) => by.is === "child" && answer === "given");
    const { ends } = await asTeacher.takingBack({ consentId: yes?.consentId ?? "" });
    expect(ends.map(({ to }) => to).sort()).toEqual(["Rosa Brand", "Wyn Rook"]);
    await asTeacher.takeBack({
      ...{ idempotencyKey: newKey(), consentId: yes?.consentId ?? "", version: yes?.version ?? 0 },
      ...{ because: "Does not want it", familyTold: { told: "yes", on: nextDay, how: "By phone" } },
    });
    expect(await refusalOf(of.reads(of.warden))).toMatchObject({ kind: "not-visible" });
    expect(await of.received()).toBe(0);
  });

  test("sent twice it is kept once; nobody who may not record an answer sees or does it", async () => {
    const of = await aFamily(localDate("2018-05-04"));
    await of.says({ answer: "given" });
    const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.education });
    expect(await refusalOf(of.wouldEnd({ answer: "refused" }, stranger))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(of.sayLater({ answer: "refused" }, stranger))).toMatchObject({ kind: "not-visible" });
    const sent: RecordConsent = {
      ...{ idempotencyKey: newKey(), childId: of.childId, ...mother, answer: "refused", form: "spoken" },
      ...{ saysWhat: "No more", saysWithWhom: "Anybody", saysWhy: "She says so", items: [], agencies: ["housing"] },
      ...{ recipients: [], from: nextDay, ends: { is: "open" } },
    };
    const first = await of.area.as(of.teacher, next).consent.record(sent);
    expect((await of.area.as(of.teacher, afterThat).consent.record(sent)).answers).toEqual(first.answers);
  });
});
