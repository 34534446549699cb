import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aCase, answered, asked, nothingInTheWay, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ready = async (edition: string) => {
  const of = await aCase(database, { edition });
  await answered(of);
  await asked(of);
  return of;
};

describe("who may be proposed", () => {
  test("WIG-8.4.2a: somebody newly qualified and not yet trained is refused, and whoever proposed is not told why of a colleague", async () => {
    const of = await ready("wigan");
    const nina = await of.area.addPractitioner({
      name: "Nina Cole",
      agencyId: of.agencies.health,
      lineManagerId: of.helen.practitionerId,
      standing: { ...nothingInTheWay, qualification: { state: "held", on: "2026-05-23" }, training: { state: "none" } },
    });
    await of.area.as(of.teacher).plan.addPractitioner({
      idempotencyKey: newId(),
      planId: of.planId,
      practitioner: { practitionerId: nina.practitionerId, posts: [], involvement: "involved" },
    });
    const refusal = await refusalOf(proposed(of, nina));
    expect(refusal).toMatchObject({ kind: "rule-prevents", question: "May this practitioner lead?", because: [] });
  });

  test("WIG-8.3: an enhanced check that is only applied for stops a proposal", async () => {
    const of = await ready("wigan");
    await of.area.addStanding(of.nurse, "enhanced-check", { state: "applied-for" });
    expect(await refusalOf(proposed(of, of.nurse))).toMatchObject({ kind: "rule-prevents", answer: "prevents" });
  });

  test("BOL-D20: where the book has no gate on people, the same person may be proposed", async () => {
    const of = await ready("bolton");
    await of.area.addStanding(of.nurse, "enhanced-check", { state: "applied-for" });
    expect((await proposed(of, of.nurse)).state).toBe("open");
  });

  test("WIG-8.7.4a: somebody who does not work with the child cannot be proposed", async () => {
    const of = await ready("wigan");
    const refusal = await refusalOf(proposed(of, of.gary));
    expect(refusal).toMatchObject({
      kind: "input",
      problems: [{ path: "practitionerId", message: "Choose somebody who works with the child" }],
    });
  });
});

describe("what a choice asks for", () => {
  test("HIG-117: until child and family were asked who should lead, nobody is proposed", async () => {
    const of = await aCase(database, { edition: "highland" });
    await answered(of);
    const refusal = await refusalOf(proposed(of, of.nurse));
    expect(refusal).toMatchObject({
      kind: "rule-prevents",
      missing: ["the child's view", "the family's view", "whom the child would like", "whom the family would like"],
    });
  });

  test("HIG-83: passing over the named person needs a reason; choosing the named person needs none", async () => {
    const of = await ready("highland");
    const caller = of.area.as(of.teacher);
    const { candidates } = await caller.leadProfessional.candidates({ planId: of.planId });
    const needs = (id: string) =>
      candidates.find(({ practitionerId }) => practitionerId === id)?.needs.map(({ code }) => code) ?? [];
    expect(needs(of.nurse.practitionerId)).toContain("passed-over-named-person");
    expect(needs(of.teacher.practitionerId)).not.toContain("passed-over-named-person");
    const refusal = await refusalOf(proposed(of, of.nurse, { without: ["passed-over-named-person"] }));
    expect(refusal).toMatchObject({
      kind: "input",
      problems: [{ path: "reasons.passed-over-named-person", message: "Enter why the named person does not lead" }],
    });
  });

  describe("a status names a post and puts nobody in the lead", () => {
    const careLeaver = async () => {
      const of = await ready("bolton");
      const esther = await of.area.addPractitioner({
        name: "Esther Kwarteng",
        agencyId: of.agencies.socialWork,
        lineManagerId: of.gary.practitionerId,
        standing: nothingInTheWay,
      });
      await of.area.as(of.teacher).plan.addPractitioner({
        idempotencyKey: newId(),
        planId: of.planId,
        practitioner: { practitionerId: esther.practitionerId, posts: ["personal-adviser"], involvement: "involved" },
      });
      await of.area.addStatus(of.childId, of.teacher, {
        kind: "care-leaver",
        during: { from: localDate("2026-11-02") },
        holderId: esther.practitionerId,
        detail: { careLeaverKind: "relevant" },
      });
      return { of, esther };
    };

    test("BOL-7.5: a social worker is asked for, and the personal adviser is shown as the other whom the table lets lead", async () => {
      const { of, esther } = await careLeaver();
      const seen = await of.area.as(of.teacher).leadProfessional.candidates({ planId: of.planId });
      expect(seen.needed.answerInWords).toMatch(/a social worker$/);
      expect(seen.candidates.map(({ name, byLaw }) => [name, byLaw.named])).toEqual([
        ["Amina Yusuf", undefined],
        ["Dan Peel", undefined],
        ["Esther Kwarteng", "may"],
        ["Morag Shaw", undefined],
      ]);
      const { needs = [] } =
        seen.candidates.find(({ practitionerId }) => practitionerId === esther.practitionerId) ?? {};
      expect(needs.find(({ code }) => code === "care-leaver-other-lead")?.for).toBe("why the personal adviser leads");
    });

    test("BOL-7.5: the personal adviser is proposed with the reason, and not without", async () => {
      const { of, esther } = await careLeaver();
      expect(await refusalOf(proposed(of, esther, { without: ["care-leaver-other-lead"] }))).toMatchObject({
        kind: "input",
        problems: [{ path: "reasons.care-leaver-other-lead" }],
      });
      expect((await proposed(of, esther)).state).toBe("open");
    });

    test("BOL-7.5: anybody else asks for the reason why a social worker does not lead", async () => {
      const { of } = await careLeaver();
      expect(await refusalOf(proposed(of, of.nurse, { without: ["status-names-another"] }))).toMatchObject({
        kind: "input",
        problems: [{ path: "reasons.status-names-another", message: "Enter why a social worker does not lead" }],
      });
      expect((await proposed(of, of.nurse)).state).toBe("open");
    });
  });

  test("WIG-8.8, WIG-8.8.3: a blank on the comparison sheet is asked for before the choice is confirmed", async () => {
    const of = await ready("wigan");
    const refusal = await refusalOf(proposed(of, of.nurse, { leaveBlank: ["relationship"] }));
    expect(refusal).toMatchObject({ kind: "rule-prevents" });
    expect(refusal.kind === "rule-prevents" ? refusal.missing : []).toContain(
      "Relationship with the child or the family, past or present",
    );
  });

  test("HIG-113, GIR-58: why this person is best placed is written down with the proposal", async () => {
    const of = await ready("highland");
    const caller = of.area.as(of.teacher);
    const { planVersion } = await caller.leadProfessional.candidates({ planId: of.planId });
    await expect(
      caller.leadProfessional.propose({
        idempotencyKey: newId(),
        planId: of.planId,
        version: planVersion,
        practitionerId: of.nurse.practitionerId,
        reason: "  ",
      }),
    ).rejects.toThrow("Enter why this person is best placed to lead");
    expect((await proposed(of, of.nurse)).reason).toContain("knows everybody");
  });

  test("HIG-42: a named person for whom no manager was consulted is not proposed; with the manager and the day it goes through", async () => {
    const of = await aCase(database, { edition: "highland", consulted: false });
    await answered(of);
    await asked(of);
    expect(await refusalOf(proposed(of, of.teacher))).toMatchObject({ kind: "rule-prevents" });
    const proposal = await proposed(of, of.teacher, { consulted: of.head });
    expect(proposal.stages.find(({ stage }) => stage === "manager-consulted")?.entries).toMatchObject([
      { answeredBy: { name: "Isobel Laing" }, heldOn: "2026-11-23" },
    ]);
  });
});

describe("one proposal at a time", () => {
  test("a second proposal while one is open is refused, and names who was proposed", async () => {
    const of = await ready("highland");
    await proposed(of, of.nurse);
    expect(await refusalOf(proposed(of, of.worker))).toMatchObject({
      kind: "already",
      because: "Amina Yusuf has been proposed for this plan. Open that proposal.",
    });
  });

  test("a plan that changed since it was read is read again before anybody is proposed", async () => {
    const of = await ready("highland");
    const caller = of.area.as(of.teacher);
    const { planVersion } = await caller.leadProfessional.candidates({ planId: of.planId });
    await answered(of);
    await expect(
      caller.leadProfessional.propose({
        idempotencyKey: newId(),
        planId: of.planId,
        version: planVersion,
        practitionerId: of.nurse.practitionerId,
        reason: "Knows the family",
      }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("whoever works on the plan and does not answer for it may not propose; strangers cannot tell that there is a plan", async () => {
    const of = await ready("highland");
    const elsewhere = await aCase(database, { edition: "highland" });
    const sent = {
      idempotencyKey: newId(),
      planId: of.planId,
      version: 1,
      practitionerId: of.nurse.practitionerId,
      reason: "Knows the family",
    };
    await expect(of.area.as(of.nurse).leadProfessional.propose(sent)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(of.area.as(of.gary).leadProfessional.propose(sent)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(elsewhere.area.as(elsewhere.teacher).leadProfessional.propose(sent)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a proposal is kept with its audit entry and its decisions, once for each key", async () => {
    const of = await ready("highland");
    const idempotencyKey = newId();
    const first = await proposed(of, of.nurse, { idempotencyKey });
    const again = await proposed(of, of.nurse, { idempotencyKey });
    expect(again).toEqual(first);
    const kept = await of.area.write((tx) =>
      tx.select({ outcome: auditEntry.outcome }).from(auditEntry).where(sql`act = 'lead-professional.proposed'`),
    );
    expect(kept).toEqual([{ outcome: "changed" }]);
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    const step = steps.find(({ title }) => title === "Amina Yusuf was proposed as lead professional");
    expect(step?.decisionId).toBe(first.choice.decisionId);
  });
});
