import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { contactOfRecord, lead, proposalStage } from "../../db/schema/lead-professional.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ connections: 24 });
});
afterAll(() => database.close());

const rowsOf = async (of: TestCase) =>
  of.area.write(async (tx) => ({
    leads: await tx.select({ leadId: lead.leadId }).from(lead).where(sql`plan_id = ${of.planId}`),
    contacts: await tx
      .select({ as: contactOfRecord.as })
      .from(contactOfRecord)
      .where(sql`plan_id = ${of.planId} and upper_inf(during)`),
    gaps: await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(contactOfRecord)
      .where(
        sql`plan_id = ${of.planId} and not upper_inf(during) and not exists (
          select 1 from contact_of_record next where next.area_id = contact_of_record.area_id
            and next.plan_id = contact_of_record.plan_id and lower(next.during) = upper(contact_of_record.during))`,
      ),
  }));

/** Everything is agreed but the last stage, the person's own word. */
async function oneStepLeft() {
  const of = await aCase(database, { edition: "highland", route: "evidence-from-universal-services" });
  await answered(of);
  await asked(of);
  const proposal = await proposed(of, of.nurse);
  return { of, proposal };
}

const refusals = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.flatMap((one) => (one.status === "rejected" ? [String((one.reason as { code?: string }).code)] : []));

test("GIR-3: 50 people finish a child's last stage at the same moment: exactly one lead starts, the others are told, and the contact is never missing", async () => {
  const { of, proposal } = await oneStepLeft();
  const stage = proposal.stages.find(({ state }) => state === "next");
  expect(stage?.stage).toBe("acceptance");
  const settled = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      of.area.as(of.nurse).leadProfessional.recordStage({
        idempotencyKey: newId(),
        proposalId: proposal.proposalId,
        version: proposal.version,
        stage: "acceptance",
        outcome: "agreed",
      }),
    ),
  );
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refusals(settled).every((code) => code === "CONFLICT")).toBe(true);
  const { leads, contacts, gaps } = await rowsOf(of);
  expect(leads).toHaveLength(1);
  expect(contacts).toEqual([{ as: "lead" }]);
  expect(gaps).toEqual([{ n: 0 }]);
});

test("50 people propose for one child at the same moment: one proposal is open, the others are told who was proposed", async () => {
  const of = await aCase(database, { edition: "highland" });
  await answered(of);
  await asked(of);
  const settled = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => proposed(of, at % 2 === 0 ? of.nurse : of.worker)),
  );
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refusals(settled).every((code) => code === "CONFLICT")).toBe(true);
});

test("two managers answer at once: one answer counts as the first manager's, and the other is told that it was answered", async () => {
  const of = await aCase(database, { edition: "wigan" });
  const second = await of.area.addPractitioner({
    name: "Ruth Poole",
    agencyId: of.agencies.education,
    role: "team-manager",
  });
  await of.area.addPost(of.nurse, {
    agencyId: of.agencies.education,
    lineManagerId: second.practitionerId,
    agreedCapacity: 20,
  });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  const group = await of.area.as(of.teacher).leadProfessional.proposal({ proposalId });
  const talked = await of.area.as(of.teacher).leadProfessional.recordStage({
    idempotencyKey: newId(),
    proposalId,
    version: group.version,
    stage: "group-discussion",
    outcome: "agreed",
    heldOn: localDate("2026-11-23"),
    participantIds: [of.teacher.practitionerId, of.nurse.practitionerId],
  });
  const yes = await of.area.as(of.nurse).leadProfessional.recordStage({
    idempotencyKey: newId(),
    proposalId,
    version: talked.version,
    stage: "acceptance",
    outcome: "agreed",
  });
  const answer = (person: typeof second) =>
    of.area.as(person).leadProfessional.recordStage({
      idempotencyKey: newId(),
      proposalId,
      version: yes.version,
      stage: "line-manager",
      outcome: "agreed",
      words: "The week has room for it",
    });
  const settled = await Promise.allSettled([answer(of.helen), answer(second)]);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refusals(settled)).toEqual(["CONFLICT"]);
  const { leads } = await rowsOf(of);
  expect(leads).toHaveLength(0); // the second manager has not acknowledged yet
});

test("a double click sends one answer: the same key twice appoints once and answers the same", async () => {
  const { of, proposal } = await oneStepLeft();
  const sent = {
    idempotencyKey: newId(),
    proposalId: proposal.proposalId,
    version: proposal.version,
    stage: "acceptance",
    outcome: "agreed" as const,
  };
  const [once, again] = await Promise.all([
    of.area.as(of.nurse).leadProfessional.recordStage(sent),
    of.area.as(of.nurse).leadProfessional.recordStage(sent),
  ]);
  expect(again).toEqual(once);
  const { leads } = await rowsOf(of);
  expect(leads).toHaveLength(1);
  const entries = await of.area.write((tx) =>
    tx
      .select({ stage: proposalStage.stage })
      .from(proposalStage)
      .where(sql`proposal_id = ${proposal.proposalId} and stage = 'acceptance'`),
  );
  expect(entries).toHaveLength(1);
});
