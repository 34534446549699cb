import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childLead, contactOfRecord, lead } from "../../db/schema/lead-professional.ts";
import { decision } from "../../db/schema/record.ts";
import type { TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Word = { readonly stage: string; readonly words?: string; readonly at?: Date };

/** Somebody says yes to a stage, with whatever it asks besides. */
async function saysYes(of: TestCase, by: TestPerson, proposalId: string, { stage, words, at }: Word) {
  const caller = of.area.as(by, at);
  const { version, stages } = await caller.leadProfessional.proposal({ proposalId });
  const asks = stages.find((one) => one.stage === stage)?.may.asks ?? [];
  return caller.leadProfessional.recordStage({
    idempotencyKey: newId(),
    proposalId,
    version,
    stage,
    outcome: "agreed",
    ...(words === undefined ? {} : { words }),
    ...(asks.includes("held-on") ? { heldOn: localDate("2026-11-23") } : {}),
    ...(asks.includes("participants")
      ? { participantIds: [of.nurse, of.worker].map(({ practitionerId }) => practitionerId) }
      : {}),
  });
}

/** Wigan's proposal of the nurse, up to where the managers are asked. */
async function upToTheManagers(of: TestCase): Promise<string> {
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  await saysYes(of, of.teacher, proposalId, { stage: "group-discussion" });
  await saysYes(of, of.nurse, proposalId, { stage: "acceptance" });
  return proposalId;
}

const decisionsOf = (of: TestCase, question: string) =>
  of.area.write((tx) =>
    tx
      .select({ decision: decision.decision })
      .from(decision)
      .where(sql`plan_id = ${of.planId} and question = ${question}`)
      .orderBy(decision.recordedAt, decision.decisionId),
  );

describe("WIG-8.4.2d: the person must be able to lead on the day the lead starts, not only when proposed", () => {
  const aBankNurse = async () => {
    const of = await aCase(database, { edition: "wigan" });
    const kate = await of.area.addPractitioner({
      name: "Kate Mold",
      agencyId: of.agencies.health,
      role: "service-manager",
    });
    await of.area.addStanding(of.nurse, "engagement", { is: "bank" });
    const exception = (from: string, lastDay: string) =>
      of.area.as(kate).workforce.approveException({
        idempotencyKey: newId(),
        practitionerId: of.nurse.practitionerId,
        planId: of.planId,
        reason: "Four of seven posts are unfilled.",
        planToReplace: "Two posts are advertised.",
        from: localDate(from),
        lastDay: localDate(lastDay),
      });
    return { of, exception };
  };
  const monday = new Date("2026-11-30T09:00:00.000Z");

  test("an exception that ran out before the last agreement came stops the appointment, and the proposal stays open", async () => {
    const { of, exception } = await aBankNurse();
    await exception("2026-11-23", "2026-11-27");
    const proposalId = await upToTheManagers(of);
    const last = saysYes(of, of.helen, proposalId, { stage: "line-manager", words: "Room for it", at: monday });
    const refusal = await refusalOf(last);
    expect(refusal).toMatchObject({ kind: "rule-prevents", decision: { answer: "prevents" } });
    expect(JSON.stringify(refusal)).toMatch(/Exemption lapsed/);
    expect((await of.area.as(of.helen, monday).leadProfessional.proposal({ proposalId })).state).toBe("open");
  });

  test("of two exceptions the one that holds on the day the lead starts counts, and the answer is kept with the appointment", async () => {
    const { of, exception } = await aBankNurse();
    await exception("2026-11-23", "2026-11-27");
    await exception("2026-11-30", "2026-12-18");
    const proposalId = await upToTheManagers(of);
    const done = await saysYes(of, of.helen, proposalId, { stage: "line-manager", words: "Room for it", at: monday });
    expect(done.state).toBe("appointed");
    const asked = await decisionsOf(of, "lead-professional.suitability");
    expect(asked.at(-1)?.decision.answer).toBe("permits");
    expect(asked.at(-1)?.decision.facts).toContainEqual(
      expect.objectContaining({ name: "exception", value: ["2026-11-30", "2026-12-19"] }),
    );
  });
});

const quarterPoints = (points: number) => points * 4;

describe("WIG-8.6.4b: both managers of a split post", () => {
  const splitPost = async () => {
    const of = await aCase(database, { edition: "wigan" });
    const second = await of.area.addPractitioner({
      name: "Ruth Poole",
      agencyId: of.agencies.education,
      role: "team-manager",
    });
    const agreedCapacity = 4;
    await of.area.setCapacity(of.nurse, agreedCapacity);
    await of.area.addPost(of.nurse, {
      agencyId: of.agencies.education,
      lineManagerId: second.practitionerId,
      agreedCapacity,
    });
    return { of, second, proposalId: await upToTheManagers(of) };
  };

  test("until the second has acknowledged, the proposal is on that desk, and the first cannot answer for both", async () => {
    const { of, second, proposalId } = await splitPost();
    await saysYes(of, of.helen, proposalId, { stage: "line-manager", words: "Two cases close by Christmas" });
    const onDesk = async () => (await of.area.as(second).leadProfessional.desk({})).waiting;
    expect((await onDesk()).map((one) => one.proposalId)).toEqual([proposalId]);
    const forBoth = saysYes(of, of.helen, proposalId, { stage: "second-line-manager", words: "She will agree" });
    expect(await refusalOf(forBoth)).toMatchObject({ kind: "not-allowed" });
    const done = await saysYes(of, second, proposalId, { stage: "second-line-manager", words: "Agreed by phone" });
    expect(done.state).toBe("appointed");
    expect(await onDesk()).toEqual([]);
  });

  test("WIG-8.6.3b: the load before and after, the capacity and each manager's word are kept with the decision that let it happen", async () => {
    const { of, second, proposalId } = await splitPost();
    await saysYes(of, of.helen, proposalId, { stage: "line-manager", words: "Two cases close by Christmas" });
    const done = await saysYes(of, second, proposalId, { stage: "second-line-manager", words: "Agreed by phone" });
    const kept = (await decisionsOf(of, "workload.allocation")).at(-1)?.decision;
    expect(kept?.answer).toMatch(/^permits/);
    const facts = new Map(kept?.facts.map(({ name, value }) => [name, value]));
    expect(facts.get("load")).toBe(quarterPoints(done.capacity.loadBefore));
    expect(facts.get("load after")).toBe(quarterPoints(done.capacity.loadAfter));
    expect(facts.get("capacity")).toBe(8);
    expect(facts.get("managers acknowledged")).toEqual(
      expect.arrayContaining([`${of.helen.practitionerId} true`, `${second.practitionerId} true`]),
    );
  });
});

describe("GIR-3: exactly one lead professional is in post at any moment", () => {
  const rowsOf = (of: TestCase) =>
    of.area.write(async (tx) => ({
      leads: await tx
        .select({ during: lead.during })
        .from(lead)
        .where(sql`plan_id = ${of.planId}`)
        .orderBy(lead.during),
      contacts: await tx
        .select({ during: contactOfRecord.during })
        .from(contactOfRecord)
        .where(sql`plan_id = ${of.planId}`)
        .orderBy(contactOfRecord.during),
    }));
  const ms = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso));

  const leadsFrom = async (of: TestCase, whom: TestPerson, at: Date) => {
    await answered(of, at);
    await asked(of, undefined, at);
    const { proposalId } = await proposed(of, whom, { at });
    const { last } = await agreeAll(of, proposalId, 12, at);
    expect(last.state).toBe("appointed");
  };

  test("a second appointment ends the first in the same instant: neither gap nor overlap", async () => {
    const of = await aCase(database, { edition: "highland" });
    await leadsFrom(of, of.nurse, new Date("2026-11-23T10:00:00.000Z"));
    await leadsFrom(of, of.worker, new Date("2026-11-30T10:00:00.000Z"));
    const { leads, contacts } = await rowsOf(of);
    expect(leads).toHaveLength(2);
    expect(ms(leads[0]?.during.until)).toBe(ms(leads[1]?.during.from));
    expect(leads[1]?.during.until).toBeUndefined();
    for (const [at, { during }] of contacts.slice(0, -1).entries())
      expect(ms(during.until)).toBe(ms(contacts[at + 1]?.during.from));
    expect(contacts.at(-1)?.during.until).toBeUndefined();
  });

  test("a second lead with the first left open is refused by the database; ended the day before, it goes through", async () => {
    const of = await aCase(database, { edition: "highland" });
    const row = (practitionerId: string, during: { from: string; until?: string }) =>
      of.area.write((tx) =>
        tx.insert(lead).values({
          areaId: of.area.areaId,
          leadId: newId(),
          planId: of.planId,
          practitionerId,
          basis: "by-agreement",
          during,
          recordedBy: of.teacher.practitionerId,
          recordedAt: "2026-02-02T00:00:00.000Z",
        }),
      );
    await row(of.nurse.practitionerId, { from: "2026-02-02T00:00:00.000Z" });
    const second = () => row(of.worker.practitionerId, { from: "2026-02-09T00:00:00.000Z" });
    await expect(second()).rejects.toMatchObject({ cause: { constraint: "one_lead_at_a_time" } });
    await of.area.write((tx) =>
      tx
        .update(lead)
        .set({ during: { from: "2026-02-02T00:00:00.000Z", until: "2026-02-09T00:00:00.000Z" } })
        .where(sql`plan_id = ${of.planId}`),
    );
    await second();
    expect((await rowsOf(of)).leads).toHaveLength(2);
  });

  test("whichever plan it is on, one lead answers for a child", async () => {
    const of = await aCase(database, { edition: "highland" });
    await leadsFrom(of, of.nurse, new Date("2026-11-23T10:00:00.000Z"));
    const [held] = await of.area.write((tx) =>
      tx.select({ leadId: childLead.leadId }).from(childLead).where(sql`child_id = ${of.childId}`),
    );
    const again = of.area.write((tx) =>
      tx.insert(childLead).values({
        areaId: of.area.areaId,
        childLeadId: newId(),
        childId: of.childId,
        leadId: held?.leadId ?? "",
        during: { from: "2026-11-24T00:00:00.000Z" },
      }),
    );
    await expect(again).rejects.toMatchObject({ cause: { constraint: "one_lead_answers_for_a_child" } });
  });
});
