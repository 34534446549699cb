import { localDate, type RecordConsent, type Told } from "@linchpin/domain";
import { and, eq, like } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { notice } from "../../db/schema/change.ts";
import { releaseCopy } from "../../db/schema/consent.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const later = new Date(aMonday.getTime() + 60 * 60_000);

/** The school's concern, shared with a therapist on a mother's yes; and another thing shared as a referral. */
async function sharedOnAYes() {
  const of = await aCase(database);
  const { area, teacher, childId } = of;
  const caller = area.as(teacher);
  const therapist = await area.addPractitioner({ name: "Rosa Brand", agencyId: of.agencies.health });
  const answer: Omit<RecordConsent, "idempotencyKey"> = {
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer: "given",
    form: "written",
    saysWhat: "What we noticed at school",
    saysWithWhom: "The speech therapist",
    saysWhy: "So that she can plan sessions",
    items: [],
    agencies: ["health"],
    recipients: [],
    from: day,
    ends: { is: "open" },
  };
  const { answers, items } = await caller.consent.record({ ...answer, idempotencyKey: newKey() });
  const [given] = answers;
  const concern = items.find(({ kind }) => kind === "concern");
  if (given === undefined || concern === undefined) throw new Error("nothing to share on a yes");
  const share = (to: TestPerson, basis: "consent" | "safeguarding") =>
    caller.consent.release({
      idempotencyKey: newKey(),
      childId,
      kind: "concern",
      itemId: concern.itemId,
      toId: to.practitionerId,
      purpose: "To plan sessions",
      basis,
      isPartOfAnswer: true,
      childTold: { told: "yes", on: day, how: "In class" },
      familyTold: { told: "yes", on: day, how: "At the gate" },
    });
  await share(therapist, "consent");
  await share(of.worker, "safeguarding");
  const command = (familyTold: Told, by: TestPerson = teacher) =>
    area.as(by, later).consent.takeBack({
      idempotencyKey: newKey(),
      consentId: given.consentId,
      version: given.version,
      because: "She does not want it any more",
      familyTold,
    });
  return { ...of, caller, therapist, given, answer, takeBack: command };
}

const told: Told = { told: "yes", on: day, how: "By phone" };

describe("who may take consent back on record", () => {
  test("whoever has no part in the care is told there is no such answer; a line manager only reads", async () => {
    const of = await sharedOnAYes();
    const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.education });
    expect(await refusalOf(of.takeBack(told, stranger))).toEqual({ kind: "not-visible", what: "consent" });
    for (const consentId of [of.given.consentId, newId()])
      expect(await refusalOf(of.area.as(stranger).consent.takingBack({ consentId }))).toEqual({
        kind: "not-visible",
        what: "consent",
      });
    await of.area.relate(of.helen, of.childId, "line-manager");
    expect(await refusalOf(of.takeBack(told, of.helen))).toMatchObject({ kind: "not-allowed" });
    expect((await of.area.as(of.helen).consent.takingBack({ consentId: of.given.consentId })).may.takeBack.may).toBe(
      false,
    );
  });
});

describe("consent that is taken back stops sharing from that moment", () => {
  test("what it hides is shown before it is saved, and nothing is changed by looking", async () => {
    const of = await sharedOnAYes();
    const before = await of.caller.consent.takingBack({ consentId: of.given.consentId });
    expect(before.ends.map(({ to, since }) => [to, since])).toEqual([["Rosa Brand", "2026-11-23"]]);
    const { releases } = await of.caller.consent.forChild({ childId: of.childId });
    expect(releases.every(({ isEnded }) => !isEnded)).toBe(true);
  });

  test("what rests on it ends in that moment and no other; that it was shared stays; nothing more goes on it", async () => {
    const of = await sharedOnAYes();
    const view = await of.takeBack(told);
    expect(view.answers[0]).toMatchObject({
      standing: "taken-back",
      takenBack: { on: "2026-11-23", because: "She does not want it any more" },
    });
    expect(view.releases.map(({ to, isEnded }) => [to.name, isEnded]).sort()).toEqual([
      ["Amina Yusuf", false],
      ["Dan Peel", false],
      ["Dan Peel", false],
      ["Rosa Brand", true],
    ]);
    const ended = view.releases.find(({ isEnded }) => isEnded);
    expect(ended?.ended).toEqual({ on: "2026-11-23", because: "The consent it rested on was taken back" });
    const [kept] = await of.area.write((tx) =>
      tx
        .select({ copy: releaseCopy.copy })
        .from(releaseCopy)
        .where(eq(releaseCopy.releaseId, ended?.releaseId ?? "")),
    );
    expect(kept?.copy).toContain("Hard to settle");
    expect(await refusalOf(of.takeBack(told))).toMatchObject({ kind: "already" });
  });

  test("each recipient hears that something is not shared any more, and nothing of what it was", async () => {
    const of = await sharedOnAYes();
    await of.takeBack(told);
    await doDue(database, of.area.areaId, later);
    const notices = await of.area.write((tx) =>
      tx
        .select({ to: notice.practitionerId, words: notice.words })
        .from(notice)
        .where(and(eq(notice.areaId, of.area.areaId), like(notice.act, "consent.ended"))),
    );
    expect(notices).toEqual([
      {
        to: of.therapist.practitionerId,
        words:
          "Something about a child that Morag Shaw shared with you on 23 November 2026 is not shared any more. Use nothing of it from now on.",
      },
    ]);
  });

  test("a family that was not told what stays is owed that, by the named person, who says when it is done", async () => {
    const of = await sharedOnAYes();
    const { duties } = await of.takeBack({ told: "not-yet" });
    expect(duties.map(({ act, owedBy }) => [act, owedBy.name])).toEqual([
      ["consent.tell-family-what-stays", "Morag Shaw"],
    ]);
    const done = { dutyId: duties[0]?.dutyId ?? "", words: "On the phone, all three things" };
    expect(
      await refusalOf(of.area.as(of.nurse, later).consent.settle({ ...done, idempotencyKey: newKey() })),
    ).toMatchObject({ kind: "not-allowed" });
    const settled = await of.area.as(of.teacher, later).consent.settle({ ...done, idempotencyKey: newKey() });
    expect(settled.duties).toEqual([]);
    expect(
      await refusalOf(of.area.as(of.teacher, later).consent.settle({ ...done, idempotencyKey: newKey() })),
    ).toEqual({ kind: "not-visible", what: "duty" });
  });
});

test("a correction that no longer covers what went on it ends that, and one that does leaves it", async () => {
  const of = await sharedOnAYes();
  const { childId: _, ...answer } = of.answer;
  const correct = (consentId: string, more: Partial<typeof answer>) =>
    of.area.as(of.teacher, later).consent.correct({
      ...answer,
      ...more,
      consentId,
      reason: "Written down wrongly",
      idempotencyKey: newKey(),
    });
  const same = await correct(of.given.consentId, { saysWhy: "To plan the sessions" });
  expect(same.releases.every(({ isEnded }) => !isEnded)).toBe(true);
  const other = await correct(same.answers[0]?.consentId ?? "", { agencies: ["housing"] });
  expect(other.releases.filter(({ isEnded }) => isEnded).map(({ to }) => to.name)).toEqual(["Rosa Brand"]);
});
