import { localDate, type ReleaseItem, type ShareOn } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { notice } from "../../db/schema/change.ts";
import { copyOpening, releaseCopy } from "../../db/schema/consent.ts";
import { auditEntry } from "../../db/schema/record.ts";
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
const noticed = "Hard to settle after lunch, three days running.";
const unknown = { kind: "not-visible", what: "release" };

/** The school's concern, shared on a yes with a therapist who has no part in the child's care; a clinic's note, with the teacher. */
async function aShare() {
  const of = await aCase(database);
  const { area, teacher, nurse, childId, agencies } = of;
  const therapist = await area.addPractitioner({ name: "Rosa Brand", agencyId: agencies.health, title: "Therapist" });
  const caller = area.as(teacher);
  await caller.consent.record({
    idempotencyKey: newKey(),
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer: "given",
    form: "written",
    saysWhat: "What we noticed",
    saysWithWhom: "Those who help",
    saysWhy: "So that they can plan",
    items: [],
    agencies: ["health", "education", "social-work"],
    recipients: [],
    from: day,
    ends: { is: "open" },
  });
  const share = async (by: TestPerson, to: TestPerson, more: Partial<ReleaseItem> = {}) => {
    const { items } = await area.as(by).consent.forChild({ childId });
    const own = items.find(({ isOwn, kind }) => isOwn && kind !== "plan");
    if (own === undefined) throw new Error(`nothing of ${by.practitionerName} to share`);
    const { releases } = await area.as(by).consent.release({
      idempotencyKey: newKey(),
      childId,
      kind: own.kind,
      itemId: own.itemId,
      toId: to.practitionerId,
      purpose: "To plan sessions",
      basis: "consent",
      isPartOfAnswer: true,
      childTold: { told: "yes", on: day, how: "In class" },
      familyTold: { told: "yes", on: day, how: "At the gate" },
      ...more,
    });
    const made = releases.find(({ to: { practitionerId } }) => practitionerId === to.practitionerId);
    return made?.releaseId ?? "";
  };
  await area.as(nurse).concern.record({
    idempotencyKey: newKey(),
    childId,
    noticedOn: day,
    noticed: "Coughs at night, the clinic hears.",
    touches: (await area.as(nurse).concern.forChild({ childId })).touches.slice(0, 1).map(({ code }) => code as "safe"),
    childsView: { asked: "given", words: "I wake up", how: "Talking" },
    familysView: { asked: "given", words: "So do we", how: "Talking" },
  });
  const releaseId = await share(teacher, therapist, { kind: "concern", itemId: await concernOf(of) });
  return { ...of, caller, therapist, share, releaseId };
}

const concernOf = async ({ area, teacher, childId }: Awaited<ReturnType<typeof aCase>>) => {
  const { items } = await area.as(teacher).consent.forChild({ childId });
  return items.find(({ kind, isOwn }) => kind === "concern" && isOwn)?.itemId ?? "";
};

/** What of the copies row security alone shows somebody. */
const copiesSeenBy = (of: { readonly area: { readonly areaId: string } }, who: TestPerson, now = aMonday) =>
  database.inArea(
    { areaId: of.area.areaId, practitionerId: who.practitionerId, now: now.toISOString(), as: "person" },
    (tx) => tx.select({ releaseId: releaseCopy.releaseId, copy: releaseCopy.copy }).from(releaseCopy),
  );

describe("each agency's own file stays its own", () => {
  test("somebody of another agency with a part in the child's care knows that the plan was shared, and reads no copy", async () => {
    const of = await aShare();
    const plan = (await of.caller.consent.forChild({ childId: of.childId })).items.find(({ kind }) => kind === "plan");
    const releaseId = await of.share(of.teacher, of.therapist, { kind: "plan", itemId: plan?.itemId ?? "" });
    for (const other of [of.nurse, of.gary, of.helen])
      expect((await copiesSeenBy(of, other)).map((one) => one.releaseId)).not.toContain(releaseId);
    const seen = await of.area.as(of.nurse).consent.released({ releaseId });
    expect(seen).toMatchObject({
      release: { to: { practitionerId: of.therapist.practitionerId } },
      openings: [],
      may: { openCopy: { may: false } },
    });
    expect("copy" in seen).toBe(false);
    expect((await of.caller.consent.released({ releaseId })).copy).toBeDefined();
  });

  test("that a concern was shared is in the concern's file: another agency's share of it reads as one that is not there", async () => {
    const of = await aShare();
    for (const other of [of.nurse, of.worker, of.gary, of.helen]) {
      expect(await refusalOf(of.area.as(other).consent.released({ releaseId: of.releaseId }))).toEqual(unknown);
      expect((await copiesSeenBy(of, other)).map(({ releaseId }) => releaseId)).not.toContain(of.releaseId);
    }
    expect((await of.caller.consent.released({ releaseId: of.releaseId })).copy).toBe(noticed);
  });

  test("what is in another agency's file is no item on this page: it reads as one that is not there", async () => {
    const of = await aShare();
    const asked = { childId: of.childId, kind: "concern" as const };
    const another = await refusalOf(of.area.as(of.nurse).consent.item({ ...asked, itemId: await concernOf(of) }));
    expect(another).toEqual(await refusalOf(of.area.as(of.nurse).consent.item({ ...asked, itemId: newId() })));
    expect(another).toEqual({ kind: "not-visible", what: "item" });
  });

  test("a manager of whoever shared it reads the copy for an hour after saying why, and they are told; another manager does not", async () => {
    const of = await aShare();
    await of.area.relate(of.head, of.childId, "line-manager");
    await of.area.relate(of.gary, of.childId, "line-manager");
    const open = (by: TestPerson) =>
      of.area
        .as(by)
        .consent.openCopy({ idempotencyKey: newKey(), releaseId: of.releaseId, because: "The family complained" });
    expect(await refusalOf(open(of.gary))).toEqual(unknown);
    expect((await of.area.as(of.head).consent.released({ releaseId: of.releaseId })).copy).toBeUndefined();
    await open(of.head);
    const read = await of.area.as(of.head).consent.released({ releaseId: of.releaseId });
    expect(read).toMatchObject({
      copy: noticed,
      openings: [{ name: "Isobel Laing", because: "The family complained" }],
    });
    const later = new Date(aMonday.getTime() + 61 * 60_000);
    expect((await of.area.as(of.head, later).consent.released({ releaseId: of.releaseId })).copy).toBeUndefined();
    expect(await copiesSeenBy(of, of.head, later)).toEqual([]);
    await doDue(database, of.area.areaId, aMonday);
    const told = await of.area.write((tx) =>
      tx
        .select()
        .from(notice)
        .where(and(eq(notice.practitionerId, of.teacher.practitionerId), eq(notice.act, "consent.copy-opened"))),
    );
    expect(told).toHaveLength(1);
    // Row security alone lets nobody else write that they may.
    await expect(
      database.inArea(
        { areaId: of.area.areaId, practitionerId: of.gary.practitionerId, now: aMonday.toISOString(), as: "person" },
        (tx) =>
          tx.insert(copyOpening).values({
            areaId: of.area.areaId,
            openingId: newId(),
            releaseId: of.releaseId,
            childId: of.childId,
            practitionerId: of.gary.practitionerId,
            side: "shared",
            because: "I would like to",
            openedAt: aMonday.toISOString(),
            openUntil: aMonday.toISOString(),
          }),
      ),
    ).rejects.toThrow();
  });
});

describe("what was shared is read by whoever it went to, and nothing else of the child", () => {
  test("the copy as it went, what for and until when; the look is in the audit with the child", async () => {
    const of = await aShare();
    const recipient = of.area.as(of.therapist);
    const { received } = await recipient.consent.received();
    expect(received).toEqual([
      expect.objectContaining({
        releaseId: of.releaseId,
        childName: "Robin Ashdown",
        purpose: "To plan sessions",
        isToFile: false,
      }),
    ]);
    const one = await recipient.consent.receivedOne({ releaseId: of.releaseId });
    expect(one).toMatchObject({
      copy: noticed,
      basis: "Consent",
      may: { file: { may: false }, shareOn: { may: false } },
    });
    expect(one.childId).toBeUndefined();
    for (const refused of [
      () => recipient.people.child({ childId: of.childId }),
      () => recipient.consent.forChild({ childId: of.childId }),
      () => recipient.consent.released({ releaseId: of.releaseId }),
      () => recipient.record.chronology({ childId: of.childId }),
    ])
      expect(await refusalOf(refused())).toMatchObject({ kind: "not-visible" });
    const looks = await of.area.write((tx) =>
      tx
        .select({ act: auditEntry.act, basis: auditEntry.basis })
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.practitionerId, of.therapist.practitionerId),
            eq(auditEntry.childId, of.childId),
            eq(auditEntry.outcome, "read"),
          ),
        ),
    );
    expect(looks).toEqual([
      { act: "received.read", basis: "released" },
      { act: "received.read", basis: "released" },
    ]);
  });

  test("nobody else finds it there, and an id that is none reads the same", async () => {
    const of = await aShare();
    for (const who of [of.teacher, of.nurse, of.head]) {
      const { received } = await of.area.as(who).consent.received();
      expect(received.map(({ releaseId }) => releaseId)).not.toContain(of.releaseId);
      for (const releaseId of [of.releaseId, newId()])
        expect(await refusalOf(of.area.as(who).consent.receivedOne({ releaseId }))).toEqual(unknown);
    }
  });

  test("taken back, it reads as unknown in the same moment, on its own page and in the list", async () => {
    const of = await aShare();
    const [answer] = (await of.caller.consent.forChild({ childId: of.childId })).answers;
    const later = new Date(aMonday.getTime() + 60 * 60_000);
    const recipient = of.area.as(of.therapist, later);
    expect((await recipient.consent.receivedOne({ releaseId: of.releaseId })).copy).toBe(noticed);
    await of.area.as(of.teacher, later).consent.takeBack({
      idempotencyKey: newKey(),
      consentId: answer?.consentId ?? "",
      version: answer?.version ?? 1,
      because: "She does not want it any more",
      familyTold: { told: "yes", on: day, how: "By phone" },
    });
    expect(await refusalOf(recipient.consent.receivedOne({ releaseId: of.releaseId }))).toEqual(unknown);
    expect((await recipient.consent.received()).received).toEqual([]);
    expect(await copiesSeenBy(of, of.therapist, later)).toEqual([]);
    expect((await of.area.as(of.teacher, later).consent.released({ releaseId: of.releaseId })).copy).toBe(noticed);
  });
});

describe("what comes in from another agency is the named person's to file and to open to others", () => {
  const onward = (releaseId: string, to: TestPerson): ShareOn => ({
    idempotencyKey: newKey(),
    releaseId,
    toId: to.practitionerId,
    purpose: "To keep an eye on it in the playground",
    basis: "consent",
    isPartOfAnswer: true,
    childTold: { told: "yes", on: day, how: "In class" },
    familyTold: { told: "yes", on: day, how: "At the gate" },
  });

  test("HIG-29: it counts as unfiled until it is relevant or not, with the reason, and is filed once", async () => {
    const of = await aShare();
    const releaseId = await of.share(of.nurse, of.teacher);
    expect((await of.caller.consent.received()).received).toMatchObject([
      { releaseId, isToFile: true, from: "Health" },
    ]);
    const file = () =>
      of.caller.consent.file({ idempotencyKey: newKey(), releaseId, as: "relevant", because: "It touches his sleep" });
    await file();
    expect((await of.caller.consent.received()).received).toMatchObject([
      { isToFile: false, filed: { as: { code: "relevant" }, because: "It touches his sleep" } },
    ]);
    expect(await refusalOf(file())).toMatchObject({ kind: "already" });
    expect(
      await refusalOf(
        of.area.as(of.therapist).consent.file({ idempotencyKey: newKey(), releaseId, as: "relevant", because: "Mine" }),
      ),
    ).toEqual(unknown);
  });

  test("HIG-30: it is closed to others until it is filed and opened to this very person, with the decision kept", async () => {
    const of = await aShare();
    const releaseId = await of.share(of.nurse, of.teacher);
    const to = of.worker;
    expect(await refusalOf(of.caller.consent.shareOn(onward(releaseId, to)))).toMatchObject({
      kind: "rule-prevents",
      decision: { question: "consent.item" },
    });
    await of.caller.consent.file({
      idempotencyKey: newKey(),
      releaseId,
      as: "relevant",
      because: "It touches his sleep",
    });
    const { releaseId: shared } = await of.caller.consent.shareOn(onward(releaseId, to));
    const read = await of.area.as(to).consent.receivedOne({ releaseId: shared });
    expect(read).toMatchObject({ received: { by: { name: "Morag Shaw" }, from: "Health" } });
    expect((await of.caller.consent.receivedOne({ releaseId })).sharedOn).toEqual([
      { releaseId: shared, to: "Dan Peel, Social work", on: "2026-11-23", isEnded: false },
    ]);
    // Somebody with no part in the child's care does not need it: a role comes first.
    expect(await refusalOf(of.caller.consent.shareOn(onward(releaseId, of.therapist)))).toMatchObject({
      kind: "rule-prevents",
    });
  });

  test("whoever has it and is not the named person shares nothing on", async () => {
    const of = await aShare();
    expect(await refusalOf(of.area.as(of.therapist).consent.shareOn(onward(of.releaseId, of.worker)))).toEqual({
      kind: "not-visible",
      what: "child",
    });
    const toNurse = await of.share(of.teacher, of.nurse);
    expect(await refusalOf(of.area.as(of.nurse).consent.shareOn(onward(toNurse, of.worker)))).toMatchObject({
      kind: "not-allowed",
    });
    expect(await refusalOf(of.caller.consent.shareOn(onward(toNurse, of.worker)))).toEqual(unknown);
  });
});
