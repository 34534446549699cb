import { addDays, localDate, type RecordConsent } from "@linchpin/domain";
import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { carer } from "../../db/schema/child.ts";
import { consent } from "../../db/schema/consent.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Said = Omit<RecordConsent, "idempotencyKey" | "childId">;
const said = (of: Partial<Said> = {}): Said => ({
  answeredBy: "parent-or-carer",
  answeredByName: "Ana Lind",
  answer: "given",
  form: "written",
  saysWhat: "Reading scores",
  saysWithWhom: "The speech therapist",
  saysWhy: "So that she can plan sessions",
  items: [],
  agencies: ["health"],
  recipients: [],
  from: localDate("2026-11-20"),
  ends: { is: "on", lastDay: localDate("2027-02-26") },
  ...of,
});

describe("who may see and record what was answered about sharing", () => {
  test("somebody without a part in the child's care is told that there is no such child", async () => {
    const { area, agencies, childId } = await aCase(database);
    const stranger = await area.addPractitioner({ name: "Noor Aziz", agencyId: agencies.socialWork });
    const elsewhere = await aCase(database);
    for (const [who, child] of [
      [area.as(stranger), childId],
      [elsewhere.area.as(elsewhere.teacher), childId],
      [area.as(stranger), newId()],
    ] as const) {
      expect(await refusalOf(who.consent.forChild({ childId: child }))).toEqual({ kind: "not-visible", what: "child" });
      expect(await refusalOf(who.consent.record({ ...said(), idempotencyKey: newKey(), childId: child }))).toEqual({
        kind: "not-visible",
        what: "child",
      });
    }
  });

  test("a line manager reads and records nothing; an office and a privacy officer do neither", async () => {
    const { area, agencies, helen, childId } = await aCase(database);
    await area.relate(helen, childId, "line-manager");
    await area.as(helen).consent.forChild({ childId });
    expect(
      await refusalOf(area.as(helen).consent.record({ ...said(), idempotencyKey: newKey(), childId })),
    ).toMatchObject({ kind: "not-allowed" });
    for (const role of ["record-keeper", "privacy-officer", "strategic-manager", "coordinator"] as const) {
      const person = await area.addPractitioner({ name: `A ${role}`, agencyId: agencies.health, role });
      expect(await refusalOf(area.as(person).consent.forChild({ childId }))).toMatchObject({ kind: "not-allowed" });
    }
  });

  test("an answer of a child one has no part in is not there, to correct as to read", async () => {
    const { area, teacher, childId } = await aCase(database);
    const { answers } = await area.as(teacher).consent.record({ ...said(), idempotencyKey: newKey(), childId });
    const other = await aCase(database);
    const correction = {
      ...said(),
      idempotencyKey: newKey(),
      consentId: answers[0]?.consentId ?? "",
      reason: "Another day",
    };
    expect(await refusalOf(other.area.as(other.teacher).consent.correct(correction))).toEqual({
      kind: "not-visible",
      what: "consent",
    });
  });
});

describe("HIG-26: an answer holds who gave it, in which form, about what, with whom, until when", () => {
  test("a mother's written yes is in force, with its decision, its step and its audit entry", async () => {
    const { area, teacher, nurse, childId } = await aCase(database);
    const view = await area
      .as(teacher)
      .consent.record({ ...said({ recipients: [nurse.practitionerId] }), idempotencyKey: newKey(), childId });
    expect(view.answers).toEqual([
      expect.objectContaining({
        by: { is: "parent-or-carer", name: "Ana Lind" },
        standing: "in-force",
        form: "written",
        says: { what: "Reading scores", withWhom: "The speech therapist", why: "So that she can plan sessions" },
        agencies: [{ code: "health", label: "Health" }],
        recipients: [{ practitionerId: nurse.practitionerId, name: "Amina Yusuf" }],
        from: "2026-11-20",
        lastDay: "2027-02-26",
        recordedBy: { practitionerId: teacher.practitionerId, name: "Morag Shaw" },
      }),
    ]);
    const [step] = await area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, childId), eq(chronologyEntry.act, "consent.recorded"))),
    );
    expect(step).toMatchObject({ title: "Ana Lind said yes to sharing" });
    const stored = await area.as(teacher).record.decision({ decisionId: step?.decisionId ?? "" });
    expect(stored.decision.question).toBe("consent.contents");
    const audited = await area.write((tx) =>
      tx
        .select({ outcome: auditEntry.outcome })
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, childId), eq(auditEntry.act, "consent.recorded"))),
    );
    expect(audited).toEqual([{ outcome: "changed" }]);
  });

  test("a no is on record as a no, and is nobody's yes", async () => {
    const { area, nurse, childId } = await aCase(database);
    const { answers } = await area
      .as(nurse)
      .consent.record({ ...said({ answer: "refused", form: "spoken" }), idempotencyKey: newKey(), childId });
    expect(answers.map(({ standing }) => standing)).toEqual(["refused"]);
  });

  test("a child under 12 answers where it is noted that the child understands, and not before", async () => {
    const { area, teacher, childId } = await aCase(database, { bornOn: localDate("2018-05-04") });
    const own = said({ answeredBy: "child", answeredByName: undefined });
    const refusal = await refusalOf(area.as(teacher).consent.record({ ...own, idempotencyKey: newKey(), childId }));
    expect(refusal).toMatchObject({ kind: "rule-prevents", decision: { question: "consent.contents" } });
    expect((await area.as(teacher).consent.forChild({ childId })).answers).toEqual([]);
    const { answers } = await area.as(teacher).consent.record({
      ...own,
      understanding: "understands",
      understandingWords: "Said back what goes to whom",
      idempotencyKey: newKey(),
      childId,
    });
    expect(answers[0]).toMatchObject({ by: { is: "child" }, understandingWords: "Said back what goes to whom" });
  });

  test("where the area's documents say nothing of it, the answer is recorded and the decision says so", async () => {
    const { area, teacher, childId } = await aCase(database, { edition: "scotland" });
    const { answers } = await area.as(teacher).consent.record({ ...said(), idempotencyKey: newKey(), childId });
    expect(answers).toHaveLength(1);
  });

  test.each([
    ["a day to come", { from: localDate("2026-11-24") }, "from"],
    ["a person of nobody's", { recipients: [newId()] }, "recipients"],
    ["an item that is not this child's", { items: [newId()] }, "items"],
  ] as const)("%s is refused beside its field", async (_, of, path) => {
    const { area, teacher, childId } = await aCase(database);
    const refusal = await refusalOf(
      area.as(teacher).consent.record({ ...said(of as Partial<Said>), idempotencyKey: newKey(), childId }),
    );
    expect(refusal).toMatchObject({ kind: "input", problems: [{ path }] });
  });

  test("the same question answered twice for the same days is refused in words", async () => {
    const { area, teacher, childId } = await aCase(database);
    await area.as(teacher).consent.record({ ...said(), idempotencyKey: newKey(), childId });
    expect(
      await refusalOf(area.as(teacher).consent.record({ ...said(), idempotencyKey: newKey(), childId })),
    ).toMatchObject({ kind: "already" });
  });
});

test("HIG-26: a correction adds a row, keeps the wrong one as it was known, and says what was wrong", async () => {
  const { area, teacher, childId } = await aCase(database);
  const { answers } = await area.as(teacher).consent.record({ ...said(), idempotencyKey: newKey(), childId });
  const consentId = answers[0]?.consentId ?? "";
  const correction = { ...said({ form: "spoken" }), consentId, reason: "It was on the phone" };
  const after = await area.as(teacher).consent.correct({ ...correction, idempotencyKey: newKey() });
  expect(after.answers.map(({ form }) => form)).toEqual(["spoken"]);
  const kept = await area.write((tx) =>
    tx
      .select({ form: consent.form })
      .from(consent)
      .where(and(eq(consent.childId, childId), isNotNull(consent.supersededAt))),
  );
  expect(kept).toEqual([{ form: "written" }]);
  expect(await refusalOf(area.as(teacher).consent.correct({ ...correction, idempotencyKey: newKey() }))).toEqual({
    kind: "not-visible",
    what: "consent",
  });
});

describe("what is kept from the reader", () => {
  const restricted = (
    { teacher, childId }: TestCase,
    what:
      | { kind: "whereabouts"; safeContact: { name: string; phone: string } }
      | { kind: "contact-risk"; adult: string },
  ) => ({
    ...what,
    idempotencyKey: newKey(),
    childId,
    ownerId: teacher.practitionerId,
    reason: "An order of the court",
    reviewOn: addDays(localDate("2026-11-23"), 60),
    readers: [],
  });
  const withCarers = async (of: TestCase, ...names: readonly string[]) =>
    of.area.write(async (tx) => {
      for (const [at, name] of names.entries())
        await tx.insert(carer).values({
          areaId: of.area.areaId,
          carerId: newId(),
          childId: of.childId,
          name,
          position: String(at),
          recordedAt: "2026-11-02T09:00:00.000Z",
        });
    });

  test("who cares for the child is said to be kept, and not to be nobody, to a reader who may not know", async () => {
    const of = await aCase(database);
    await withCarers(of, "Ana Lind");
    const { area, teacher, nurse, childId } = of;
    const read = async (who: typeof nurse) => {
      const { carers, carersAreKept } = await area.as(who).consent.forChild({ childId });
      return { carers, carersAreKept };
    };
    expect(await read(nurse)).toEqual({ carers: ["Ana Lind"], carersAreKept: false });
    await area
      .as(teacher)
      .restriction.record(
        restricted(of, { kind: "whereabouts", safeContact: { name: "Gail Moor", phone: "01632 960777" } }),
      );
    expect(await read(nurse)).toEqual({ carers: [], carersAreKept: true });
    expect(await read(teacher)).toEqual({ carers: ["Ana Lind"], carersAreKept: false });
  });

  test("an adult who must not be brought near is not offered, and is named only where the record says they answered", async () => {
    const of = await aCase(database);
    await withCarers(of, "Ana Lind", "Rob Lind");
    const { area, teacher, childId } = of;
    const as = area.as(teacher);
    const byRob = () => ({ ...said({ answeredByName: "Rob Lind" }), idempotencyKey: newKey(), childId });
    await as.restriction.record(restricted(of, { kind: "contact-risk", adult: "Rob Lind" }));
    expect((await as.consent.forChild({ childId })).carers).toEqual(["Ana Lind"]);
    expect(await refusalOf(as.consent.record(byRob()))).toMatchObject({
      kind: "input",
      problems: [{ path: "answeredByName" }],
    });
    const before = await aCase(database);
    const asBefore = before.area.as(before.teacher);
    const { answers } = await asBefore.consent.record({ ...byRob(), childId: before.childId });
    await asBefore.restriction.record(restricted(before, { kind: "contact-risk", adult: "Lind, Rob" }));
    const corrected = await asBefore.consent.correct({
      ...said({ answeredByName: "Rob Lind", saysWhat: "Spelling scores" }),
      idempotencyKey: newKey(),
      consentId: answers[0]?.consentId ?? "",
      reason: "It was about spelling",
    });
    expect(corrected.answers.map(({ by }) => by.name)).toEqual(["Rob Lind"]);
  });

  test("each agency's file stays its own: another's item has neither line nor title, until it is shared with the reader", async () => {
    const { area, teacher, nurse, childId } = await aCase(database);
    const concern = (await area.as(teacher).concern.forChild({ childId })).concerns[0];
    const itemId = concern?.concernId ?? "";
    await area.as(teacher).consent.record({ ...said({ items: [itemId] }), idempotencyKey: newKey(), childId });
    const titles = async (who: typeof nurse) => {
      const { items, answers } = await area.as(who).consent.forChild({ childId });
      return {
        isListed: items.some((one) => one.itemId === itemId),
        named: answers.flatMap((answer) => answer.items.map(({ title }) => title)),
      };
    };
    expect(await titles(teacher)).toEqual({ isListed: true, named: [expect.stringContaining("Concern noticed on")] });
    expect(await titles(nurse)).toEqual({
      isListed: false,
      named: ["Something in another service's file, or no longer on record"],
    });
    await area.as(teacher).consent.release({
      idempotencyKey: newKey(),
      childId,
      kind: "concern",
      itemId,
      toId: nurse.practitionerId,
      purpose: "So that she can plan sessions",
      basis: "safeguarding",
      isPartOfAnswer: true,
      childTold: { told: "not-yet" },
      familyTold: { told: "not-yet" },
    });
    expect((await titles(nurse)).named).toEqual([expect.stringContaining("Concern noticed on")]);
  });
});
