import { type LegalStatusKind, localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { outbox } from "../../db/schema/change.ts";
import { legalStatus } from "../../db/schema/child.ts";
import { telling } from "../../db/schema/named-person.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, nothingInTheWay, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { applyStatutoryLead } from "./follows.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A plan that the nurse leads by agreement, and a social worker who works with the child. */
async function ledByNurse(edition: string) {
  const of = await aCase(database, { edition });
  await answered(of);
  await asked(of);
  await agreeAll(of, (await proposed(of, of.nurse)).proposalId);
  const ruth = await of.area.addPractitioner({
    name: "Ruth Poole",
    agencyId: of.agencies.socialWork,
    lineManagerId: of.gary.practitionerId,
    standing: nothingInTheWay,
    title: "Social worker",
  });
  return { of, ruth };
}

const apply = (of: TestCase) =>
  recordsOf(database, of.teacher, aMonday, "legal-status.record", (records) => applyStatutoryLead(records, of.planId));

/** A status recorded by the teacher, and what follows from it in the same transaction. */
const takesHold = async (
  of: TestCase,
  kind: LegalStatusKind,
  holder?: TestPerson,
  detail: Record<string, unknown> = {},
) => {
  await of.area.addStatus(of.childId, of.teacher, {
    kind,
    during: { from: localDate("2026-11-23") },
    holderId: holder?.practitionerId ?? null,
    detail,
  });
  await apply(of);
};
const ends = async (of: TestCase, kind: LegalStatusKind) => {
  await of.area.write((tx) =>
    tx
      .update(legalStatus)
      .set({ during: { from: localDate("2026-11-20"), until: localDate("2026-11-23") } })
      .where(sql`child_id = ${of.childId} and kind = ${kind}`),
  );
  await apply(of);
};
const planOf = (of: TestCase, by = of.teacher) => of.area.as(by).plan.get({ planId: of.planId });

describe("BOL-7.4, CWDC-4.2: a looked-after child's named social worker leads from the day the status is recorded", () => {
  test("the social worker takes the post in that transaction, asked by nobody; whoever led ends, with the clause", async () => {
    const { of, ruth } = await ledByNurse("bolton");
    await takesHold(of, "looked-after", ruth);
    const plan = await planOf(of);
    expect(plan.lead).toMatchObject({ name: "Ruth Poole", basis: "by-law" });
    expect(plan.contact).toMatchObject({ name: "Ruth Poole", as: { code: "lead" } });
    expect(plan.leadsBefore[0]).toMatchObject({ name: "Amina Yusuf" });
    expect(plan.leadsBefore[0]?.endedBecause).toMatch(/Looked after since 23 November 2026/);
    expect((await of.area.as(ruth).leadProfessional.mine({})).plans).toHaveLength(1);
    expect((await of.area.as(of.nurse).leadProfessional.mine({})).plans).toEqual([]);
  });

  test("the family's refusal does not block; the child and the carers have to be told, and everybody on the plan is", async () => {
    const { of, ruth } = await ledByNurse("bolton");
    await takesHold(of, "looked-after", ruth);
    const plan = await planOf(of);
    const told = await of.area.write((tx) =>
      tx.select({ recipient: telling.recipient }).from(telling).where(sql`source_id = ${plan.lead?.leadId}`),
    );
    expect(told).toEqual([{ recipient: "child" }]);
    const notices = await of.area.write((tx) =>
      tx
        .select({ to: sql<string>`payload ->> 'practitionerId'` })
        .from(outbox)
        .where(sql`payload ->> 'act' = 'lead-professional.appointed'`),
    );
    expect(notices.map(({ to }) => to)).toEqual(
      expect.arrayContaining([ruth.practitionerId, of.nurse.practitionerId, of.worker.practitionerId]),
    );
  });

  test("BOL-D4: while nobody is named, the social work team's manager is the contact of record and owes a name; naming one fills the post", async () => {
    const { of, ruth } = await ledByNurse("bolton");
    await takesHold(of, "looked-after");
    const plan = await planOf(of);
    expect(plan.lead).toBeUndefined();
    expect(plan.contact).toMatchObject({ name: "Gary Holt", as: { code: "holder-of-record" } });
    expect(plan.duties.map(({ act, owedBy }) => [act, owedBy.name])).toContainEqual([
      "lead-professional.name-holder",
      "Gary Holt",
    ]);
    await takesHold(of, "child-protection-plan", ruth);
    expect((await planOf(of)).lead?.name).toBe("Ruth Poole");
    expect((await planOf(of)).duties.map(({ act }) => act)).not.toContain("lead-professional.name-holder");
  });

  test("done twice it does nothing twice", async () => {
    const { of, ruth } = await ledByNurse("bolton");
    await takesHold(of, "looked-after", ruth);
    await apply(of);
    const plan = await planOf(of);
    expect(plan.leadsBefore).toHaveLength(1);
  });
});

test("BOL-7.P1, CWDC-PREC-2: an order beside looked after puts nobody of the youth offending team in the lead, whichever came first", async () => {
  const { of, ruth } = await ledByNurse("bolton");
  const youth = await of.area.addAgency("youth-justice", "Youth offending team");
  const des = await of.area.addPractitioner({ name: "Des Kerr", agencyId: youth, standing: nothingInTheWay });
  await takesHold(of, "youth-order", des);
  await takesHold(of, "looked-after", ruth);
  expect((await planOf(of)).lead?.name).toBe("Ruth Poole");
});

describe("CWDC-BOX1-youth-gates, RN-08: what the team and the agencies agreed lapses when a lock begins", () => {
  const word = (of: TestCase, agency: "youth-justice" | "health" | "social-work" | "education", saidOn: string) =>
    of.area.as(of.teacher).plan.recordSupport({
      idempotencyKey: newId(),
      planId: of.planId,
      agency,
      supports: true,
      saidBy: "Helen Marsh",
      saidOn: localDate(saidOn),
    });
  const onAnOrder = async (saidOn: string) => {
    const { of, ruth } = await ledByNurse("england");
    const youth = await of.area.addAgency("youth-justice", "Youth offending team");
    const des = await of.area.addPractitioner({ name: "Des Kerr", agencyId: youth, standing: nothingInTheWay });
    await takesHold(of, "youth-order", des);
    for (const agency of ["youth-justice", "health", "social-work", "education"] as const)
      await word(of, agency, saidOn);
    return { of, ruth };
  };
  const asksFor = async (of: TestCase) => {
    const { statutory } = await of.area.as(of.teacher).leadProfessional.candidates({ planId: of.planId });
    const officer = statutory.findings.find(({ title }) => title.includes("supervising officer may lead"));
    return officer?.needs.map(({ from }) => from);
  };
  const lapsed = async (of: TestCase) => (await planOf(of)).support.map(({ lapsedOn }) => lapsedOn);

  test("with every word given and no lock, nothing more is asked", async () => {
    const { of } = await onAnOrder("2026-11-20");
    expect(await asksFor(of)).toEqual([]);
    expect(await lapsed(of)).toEqual(Array(4).fill(undefined));
  });

  test("once a protection plan has begun and ended all are asked again, also for a word said before it and written down after it", async () => {
    const { of, ruth } = await onAnOrder("2026-11-20");
    await of.area.addStatus(of.childId, of.teacher, {
      kind: "child-protection-plan",
      during: { from: localDate("2026-11-21"), until: localDate("2026-11-22") },
      holderId: ruth.practitionerId,
      detail: {},
    });
    await apply(of);
    expect(await asksFor(of)).toEqual(["the youth offending team", "the mainstream agencies"]);
    expect(await lapsed(of)).toEqual(Array(4).fill("2026-11-21"));
    await word(of, "youth-justice", "2026-11-20");
    expect(await asksFor(of)).toEqual(["the youth offending team", "the mainstream agencies"]);
    for (const agency of ["youth-justice", "health", "social-work", "education"] as const)
      await word(of, agency, "2026-11-23");
    expect(await asksFor(of)).toEqual([]);
    expect(await lapsed(of)).toEqual(Array(4).fill(undefined));
  });

  test("what was said after a lock began counts, also where that lock is written down late", async () => {
    const { of, ruth } = await onAnOrder("2026-11-20");
    await of.area.addStatus(of.childId, of.teacher, {
      kind: "child-protection-plan",
      during: { from: localDate("2026-11-16"), until: localDate("2026-11-18") },
      holderId: ruth.practitionerId,
      detail: {},
    });
    await apply(of);
    expect(await asksFor(of)).toEqual([]);
  });
});

test("a lock that starts while somebody is proposed stops the proposal, and nobody else can be proposed", async () => {
  const of = await aCase(database, { edition: "england" });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  const ruth = await of.area.addPractitioner({
    name: "Ruth Poole",
    agencyId: of.agencies.socialWork,
    standing: nothingInTheWay,
  });
  await takesHold(of, "child-protection-plan", ruth);
  expect((await of.area.as(of.teacher).leadProfessional.proposal({ proposalId })).state).toBe("stopped");
  expect(await refusalOf(proposed(of, of.worker))).toMatchObject({
    kind: "rule-prevents",
    question: "Who must lead, by law or by procedure?",
  });
});

test("BOL-7.P6: when the lock ends whoever leads stays, and choosing again is owed by their manager", async () => {
  const { of, ruth } = await ledByNurse("bolton");
  await takesHold(of, "looked-after", ruth);
  await ends(of, "looked-after");
  const plan = await planOf(of);
  expect(plan.lead?.name).toBe("Ruth Poole");
  expect(plan.duties.map(({ act, owedBy }) => [act, owedBy.name])).toEqual([
    ["lead-professional.choose-again", "Gary Holt"],
  ]);
});

test("HIG-121, GIR-20: where the law asks for an agency, a lead from another stays until the manager confirms or changes", async () => {
  const { of } = await ledByNurse("highland");
  await takesHold(of, "looked-after");
  const plan = await planOf(of);
  expect(plan.lead?.name).toBe("Amina Yusuf");
  expect(plan.duties.map(({ act, owedBy }) => [act, owedBy.name])).toContainEqual([
    "lead-professional.confirm-or-change",
    "Helen Marsh",
  ]);
  const { candidates } = await of.area.as(of.teacher).leadProfessional.candidates({ planId: of.planId });
  expect(candidates.map(({ name, byLaw }) => [name, byLaw.isOfRequiredAgency])).toEqual([
    ["Amina Yusuf", false],
    ["Dan Peel", true],
    ["Morag Shaw", false],
  ]);
});

describe("WIG-D10: whoever leads by designation is confirmed by the line manager", () => {
  const designated = async () => {
    const { of, ruth } = await ledByNurse("wigan");
    await of.area.as(of.teacher).plan.addPractitioner({
      idempotencyKey: newId(),
      planId: of.planId,
      practitioner: { practitionerId: ruth.practitionerId, posts: ["social-worker"], involvement: "involved" },
    });
    await takesHold(of, "looked-after", ruth);
    const owed = (await planOf(of, of.gary)).duties.filter(({ act }) => act.endsWith("confirm-designation"));
    return { of, ruth, dutyId: owed[0]?.dutyId ?? "" };
  };
  const confirm = (of: TestCase, by: TestPerson, dutyId: string, adviser?: TestPerson) =>
    of.area.as(by).leadProfessional.confirmDesignation({
      idempotencyKey: newId(),
      dutyId,
      ...(adviser ? { adviserId: adviser.practitionerId } : {}),
    });

  test("WIG-8.4.2: the answer whether they may lead opens from the chronology, beside the decision that put them there", async () => {
    const { of } = await designated();
    const reader = of.area.as(of.gary);
    const { steps } = await reader.record.chronology({ childId: of.childId });
    const asked = steps.find(({ title }) => title === "Whether Ruth Poole may lead was asked");
    const led = steps.find(({ title }) => title === "Ruth Poole leads by law or procedure");
    const questionOf = async (decisionId = "") => (await reader.record.decision({ decisionId })).decision.question;
    expect(await questionOf(asked?.decisionId)).toBe("lead-professional.suitability");
    expect(await questionOf(led?.decisionId)).toBe("lead-professional.statutory");
  });

  test("the manager owes it and reads it; nobody else on the plan learns that somebody is not confirmed", async () => {
    const { of, ruth, dutyId } = await designated();
    expect(dutyId).not.toBe("");
    for (const reader of [of.nurse, of.worker, of.teacher, ruth])
      expect((await planOf(of, reader)).duties.map(({ act }) => act)).not.toContain(
        "lead-professional.confirm-designation",
      );
  });

  test("confirming it closes it, says who advises, and writes nothing of the person's own record into the child's", async () => {
    const { of, ruth, dutyId } = await designated();
    expect(await refusalOf(confirm(of, of.gary, dutyId, ruth))).toMatchObject({ kind: "input" });
    await confirm(of, of.gary, dutyId, of.nurse);
    expect((await planOf(of, of.gary)).duties.map(({ act }) => act)).not.toContain(
      "lead-professional.confirm-designation",
    );
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    expect(steps[0]).toMatchObject({ title: "Ruth Poole was confirmed as leading by law or procedure" });
    expect(steps[0]?.detail).toBe("Amina Yusuf advises.");
  });

  test("another manager, and the person, cannot; nor is it closed as something else that is owed", async () => {
    const { of, ruth, dutyId } = await designated();
    expect(await refusalOf(confirm(of, of.head, dutyId))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(confirm(of, ruth, dutyId))).toMatchObject({ kind: "not-allowed" });
    const asTold = of.area
      .as(of.gary)
      .leadProfessional.recordManagerTold({ idempotencyKey: newId(), dutyId, toldOn: localDate("2026-11-23") });
    expect(await refusalOf(asTold)).toMatchObject({ kind: "not-visible" });
  });
});
