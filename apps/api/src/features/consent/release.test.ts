import { localDate, type ReleaseItem } from "@linchpin/domain";
import { and, eq, isNull, like } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { release } from "../../db/schema/consent.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const noticed = "Hard to settle after lunch, three days running.";

/** A case with a therapist of health who has no part in the child's care, and the school's concern. */
async function aShare(edition = "highland") {
  const of = await aCase(database, { edition });
  const therapist = await of.area.addPractitioner({
    name: "Rosa Brand",
    agencyId: of.agencies.health,
    title: "Speech therapist",
  });
  const { items } = await of.area.as(of.teacher).consent.forChild({ childId: of.childId });
  const concern = items.find(({ kind }) => kind === "concern");
  if (concern === undefined) throw new Error("no concern to share");
  const asked = (more: Partial<ReleaseItem> = {}): ReleaseItem => ({
    idempotencyKey: newKey(),
    childId: of.childId,
    kind: "concern",
    itemId: concern.itemId,
    toId: therapist.practitionerId,
    purpose: "So that she can plan sessions",
    basis: "consent",
    isPartOfAnswer: true,
    childTold: { told: "not-yet" },
    familyTold: { told: "not-yet" },
    ...more,
  });
  return { ...of, therapist, concern, asked };
}

const consented = ({ area, teacher, childId }: TestCase, answer: "given" | "refused" = "given") =>
  area.as(teacher).consent.record({
    idempotencyKey: newKey(),
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer,
    form: "written",
    saysWhat: "What we noticed at school",
    saysWithWhom: "The speech therapist",
    saysWhy: "So that she can plan sessions",
    items: [],
    agencies: ["health"],
    recipients: [],
    from: day,
    ends: { is: "on", lastDay: localDate("2027-02-26") },
  });

const rows = ({ area, childId }: TestCase) =>
  area.write((tx) =>
    tx
      .select()
      .from(release)
      .where(and(eq(release.childId, childId), eq(release.itemKind, "concern"))),
  );
/** What was shared beside the plan, which went to everybody who was put on it. */
const besideThePlan = <One extends { readonly title: string }>(releases: readonly One[]) =>
  releases.filter(({ title }) => !title.endsWith("The plan as it stands"));

describe("HIG-20: nothing leaves the agency without consent on record, or a very good reason", () => {
  test("without an answer it is refused with the rule's finding, and nothing is kept", async () => {
    const of = await aShare();
    const refusal = await refusalOf(of.area.as(of.teacher).consent.release(of.asked()));
    expect(refusal).toMatchObject({ kind: "rule-prevents", decision: { question: "consent.release" } });
    expect(await rows(of)).toEqual([]);
  });

  test("on a written yes it goes: the copy as it was, until the yes ends, with decision, step, notice and what is owed", async () => {
    const of = await aShare();
    await consented(of);
    const view = await of.area.as(of.teacher).consent.release(of.asked());
    expect(besideThePlan(view.releases)).toEqual([
      expect.objectContaining({
        title: of.concern.title,
        to: { practitionerId: of.therapist.practitionerId, name: "Rosa Brand", agency: "Health" },
        basis: { code: "consent", label: "Consent" },
        on: "2026-11-23",
        lastDay: "2027-02-26",
        isEnded: false,
        familyTold: { told: "not-yet" },
      }),
    ]);
    const [kept] = await rows(of);
    expect(kept).toMatchObject({ ofAgency: "education", toAgency: "health" });
    const released = await of.area.as(of.teacher).consent.released({ releaseId: kept?.releaseId ?? "" });
    expect(released.copy).toBe(noticed);
    const steps = await of.area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, of.childId), eq(chronologyEntry.act, "consent.released"))),
    );
    expect(besideThePlan(steps).map(({ title, decisionId }) => [title, decisionId])).toEqual([
      [`Shared with Rosa Brand: ${of.concern.title}`, kept?.decisionId],
    ]);
    await doDue(database, of.area.areaId, aMonday);
    const told = await of.area.write((tx) =>
      tx.select().from(notice).where(eq(notice.practitionerId, of.therapist.practitionerId)),
    );
    expect(told.map(({ words }) => words)).toEqual([
      "Morag Shaw shared something about a child with you. It opens to you for as long as it is shared.",
    ]);
    expect(JSON.stringify(told)).not.toContain("settle");
    expect(view.duties.map(({ act, owedBy }) => [act, owedBy.name]).sort()).toEqual([
      ["consent.tell-child-of-sharing", "Morag Shaw"],
      ["consent.tell-family-of-sharing", "Morag Shaw"],
    ]);
  });

  test("a no is not overruled by a wish to share, and a very good reason in words is", async () => {
    const of = await aShare();
    await consented(of, "refused");
    const caller = of.area.as(of.teacher);
    expect(await refusalOf(caller.consent.release(of.asked()))).toMatchObject({ kind: "rule-prevents" });
    const onTask = { basis: "public-task" as const, decidedById: of.head.practitionerId };
    expect(await refusalOf(caller.consent.release(of.asked(onTask)))).toMatchObject({ kind: "rule-prevents" });
    expect(
      await refusalOf(caller.consent.release(of.asked({ ...onTask, reason: "good", reasonWords: "It would help" }))),
    ).toMatchObject({ kind: "rule-prevents" });
    const { releases } = await caller.consent.release(
      of.asked({ ...onTask, reason: "very-good", reasonWords: "Nobody else can see that he is safe to eat" }),
    );
    expect(releases[0]).toMatchObject({ decidedBy: "Isobel Laing", reason: "A very good reason" });
  });

  test("what was put to them is read before anything goes on it, and it goes once to one person", async () => {
    const of = await aShare();
    await consented(of);
    const caller = of.area.as(of.teacher);
    expect(await refusalOf(caller.consent.release(of.asked({ isPartOfAnswer: false })))).toMatchObject({
      kind: "input",
      problems: [{ path: "isPartOfAnswer" }],
    });
    await caller.consent.release(of.asked());
    expect(await refusalOf(caller.consent.release(of.asked()))).toMatchObject({ kind: "already" });
  });
});

test("HIG-5: each act of sharing is about one named child, says what for, and asks for consent at that moment", async () => {
  const of = await aShare();
  const caller = of.area.as(of.teacher);
  const { purpose: _, ...bare } = of.asked();
  const withoutPurpose = await refusalOf(caller.consent.release(bare));
  expect(withoutPurpose).toMatchObject({ kind: "rule-prevents" });
  expect(JSON.stringify(withoutPurpose)).toMatch(/what it is shared for|purpose/i);
  const notAsked = await refusalOf(caller.consent.release(of.asked()));
  expect(JSON.stringify(notAsked)).toContain("Ask for it first, and say what is shared, with whom and why");
  expect(await rows(of)).toEqual([]);
});

test("a safeguarding referral goes at once, without purpose, consent, decider or reason; they are written down afterwards, once", async () => {
  const of = await aShare();
  await consented(of, "refused");
  const caller = of.area.as(of.teacher);
  const { purpose: _, ...bare } = of.asked({ basis: "safeguarding", isPartOfAnswer: false });
  const { releases } = await caller.consent.release(bare);
  expect(releases[0]).toMatchObject({ basis: { code: "safeguarding" }, isIncomplete: true });
  const after = {
    releaseId: releases[0]?.releaseId ?? "",
    decidedById: of.head.practitionerId,
    reason: "very-good" as const,
    reasonWords: "He said he would be hurt",
  };
  const { releases: completed } = await caller.consent.complete({ ...after, idempotencyKey: newKey() });
  expect(completed[0]).toMatchObject({ isIncomplete: false, decidedBy: "Isobel Laing" });
  expect(await refusalOf(caller.consent.complete({ ...after, idempotencyKey: newKey() }))).toMatchObject({
    kind: "already",
  });
});

describe("who may share what with whom", () => {
  test("an item is shared by the agency whose file it is in, and by nobody else", async () => {
    const of = await aShare();
    await consented(of);
    expect(await refusalOf(of.area.as(of.nurse).consent.release(of.asked()))).toMatchObject({
      kind: "not-visible",
      what: "item",
    });
    const colleague = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.health });
    await of.area.relate(colleague, of.childId, "named-person");
    expect(await refusalOf(of.area.as(colleague).consent.release(of.asked()))).toMatchObject({
      kind: "not-allowed",
      why: "This is in the file of Tern Lane School. Somebody who works there decides whether it goes to anybody.",
    });
  });

  test("whoever has no part in the care neither shares nor reads what was, and an item of another child is not there", async () => {
    const of = await aShare();
    await consented(of);
    const { releases } = await of.area.as(of.teacher).consent.release(of.asked());
    const releaseId = releases[0]?.releaseId ?? "";
    const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.education });
    const caller = of.area.as(stranger);
    const none = { kind: "not-visible" };
    expect(await refusalOf(caller.consent.release(of.asked()))).toMatchObject(none);
    for (const id of [releaseId, newId()])
      expect(await refusalOf(caller.consent.released({ releaseId: id }))).toEqual({ ...none, what: "release" });
    expect(await refusalOf(caller.consent.shared({ childId: of.childId }))).toMatchObject(none);
    const { childId, concern } = of;
    expect(await refusalOf(caller.consent.item({ childId, kind: "concern", itemId: concern.itemId }))).toMatchObject(
      none,
    );
    const other = await aShare();
    expect(await refusalOf(of.area.as(of.teacher).consent.release(of.asked({ itemId: other.concern.itemId })))).toEqual(
      { ...none, what: "item" },
    );
  });

  test("nothing goes to oneself, to nobody's id, to a light account, or to somebody from whom the child is held back", async () => {
    const of = await aShare();
    const caller = of.area.as(of.teacher);
    const kin = await of.area.addPractitioner({ name: "Ida Fell", agencyId: of.agencies.health });
    await of.area.as(kin).access.outsideWork.declareChild({
      idempotencyKey: newKey(),
      child: { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") },
      tie: "own-child",
    });
    const light = await of.area.addPractitioner({ name: "Lou Day", agencyId: of.agencies.health, role: "light" });
    for (const toId of [of.teacher.practitionerId, newId(), kin.practitionerId, light.practitionerId])
      expect(await refusalOf(caller.consent.release(of.asked({ toId, basis: "safeguarding" })))).toMatchObject({
        kind: "input",
        problems: [{ path: "toId" }],
      });
  });
});

test("HIG-27: child and family are told what went, and what was owed for each is done then and not before", async () => {
  const of = await aShare();
  await consented(of);
  const caller = of.area.as(of.teacher);
  const { releases } = await caller.consent.release(
    of.asked({ familyTold: { told: "yes", on: day, how: "At the gate" } }),
  );
  const releaseId = releases[0]?.releaseId ?? "";
  const open = () =>
    of.area.write((tx) =>
      tx
        .select({ act: duty.act })
        .from(duty)
        .where(and(eq(duty.childId, of.childId), like(duty.act, "consent.%"), isNull(duty.doneAt))),
    );
  expect(await open()).toEqual([{ act: "consent.tell-child-of-sharing" }]);
  const tell = (on: string) =>
    caller.consent.tell({
      idempotencyKey: newKey(),
      releaseId,
      whom: "child",
      told: { told: "yes", on: localDate(on), how: "With a picture card" },
    });
  expect(await refusalOf(tell("2026-11-22"))).toMatchObject({ kind: "input", problems: [{ path: "told.on" }] });
  expect(await refusalOf(tell("2026-11-24"))).toMatchObject({ kind: "input", problems: [{ path: "told.on" }] });
  const told = await tell("2026-11-23");
  expect(told.releases[0]?.childTold).toEqual({ told: "yes", on: "2026-11-23" });
  expect(await open()).toEqual([]);
});

test("CWDC-2.20d: the family can be given the list of what was shared between two days, with counts by what each rests on", async () => {
  const of = await aShare("wigan");
  await consented(of);
  const caller = of.area.as(of.teacher);
  await caller.consent.release(of.asked());
  await caller.consent.release(of.asked({ toId: of.worker.practitionerId, basis: "safeguarding" }));
  const list = await caller.consent.shared({ childId: of.childId, from: day, to: day });
  expect(list.shares.map(({ withWhom, basis }) => [withWhom, basis]).sort()).toEqual([
    ["Amina Yusuf, Health", "A public task that the law gives to the agency"],
    ["Dan Peel, Social work", "A public task that the law gives to the agency"],
    ["Dan Peel, Social work", "Safeguarding"],
    ["Rosa Brand, Health", "Consent"],
  ]);
  expect(list.counts.map(({ label, amount }) => [label, amount])).toEqual([
    ["Consent", 1],
    ["Safeguarding", 1],
    ["A public task that the law gives to the agency", 2],
  ]);
  expect(list.inForce).toEqual([
    expect.objectContaining({ who: "Ana Lind", what: "What we noticed at school", withWhom: "The speech therapist" }),
  ]);
  const before = await caller.consent.shared({
    childId: of.childId,
    from: localDate("2026-11-01"),
    to: localDate("2026-11-22"),
  });
  expect(before.shares).toEqual([]);
});

test("CWDC-3.19c: consent that covers another service releases nothing to this one", async () => {
  const of = await aShare("wigan");
  await consented(of);
  const police = await of.area.addAgency("police");
  const officer = await of.area.addPractitioner({ name: "Bo Carr", agencyId: police });
  const refusal = await refusalOf(of.area.as(of.teacher).consent.release(of.asked({ toId: officer.practitionerId })));
  expect(refusal).toMatchObject({ kind: "rule-prevents" });
  expect(JSON.stringify(refusal)).toContain("The consent on record is for other items or other recipients");
});
