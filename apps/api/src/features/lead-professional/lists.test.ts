import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const aMinuteLater = new Date("2026-11-23T10:01:00.000Z");

const aProposal = async (edition: string) => {
  const of = await aCase(database, { edition });
  await answered(of);
  await asked(of);
  return { of, proposal: await proposed(of, of.nurse) };
};

describe("a desk", () => {
  test("what waits for a manager shows with the stage, its clause and the child, and is gone once it is answered", async () => {
    const { of, proposal } = await aProposal("england");
    expect((await of.area.as(of.helen).leadProfessional.desk({})).waiting).toEqual([]);
    await agreeAll(of, proposal.proposalId, 2);
    const before = await of.area.as(of.helen).leadProfessional.desk({});
    expect(before.waiting).toMatchObject([
      {
        label: "The line manager agrees",
        clause: expect.stringMatching(/5\.10$/),
        child: { visibility: "full", name: "Robin Ashdown" },
        proposed: { name: "Amina Yusuf" },
        clock: { due: "by the end of 27 November 2026", left: "4 working days left" },
      },
    ]);
    await agreeAll(of, proposal.proposalId);
    const after = await of.area.as(of.helen).leadProfessional.desk({});
    expect(after.waiting).toEqual([]);
    expect(after.decided).toMatchObject([
      { outcome: { code: "agreed" }, state: "appointed", label: "The line manager agrees" },
    ]);
  });

  test("what waits is on the desk of whoever is asked, and on no other", async () => {
    const { of, proposal } = await aProposal("england");
    await agreeAll(of, proposal.proposalId, 2);
    const { waiting } = await of.area.as(of.helen).leadProfessional.waitingForMe({});
    expect(waiting).toHaveLength(1);
    expect((await of.area.as(of.teacher).leadProfessional.waitingForMe({})).waiting).toEqual([]);
  });
});

describe("GIR-2: plans that need a lead and have none", () => {
  test("each shows since when, its clock, the contact for now and why; a manager who may not see the child sees that there is one", async () => {
    const { of } = await aProposal("highland");
    const mine = await of.area.as(of.head).leadProfessional.withoutLead({});
    expect(mine.plans).toMatchObject([
      {
        since: "2026-11-23",
        daysWaiting: 0,
        clock: { due: "by the end of 8 December 2026" },
        contact: { name: "Morag Shaw", agency: { name: "Tern Lane School" } },
        child: { visibility: "restricted" },
        why: "Nobody leads this plan yet.",
      },
    ]);
  });

  test("the nearest limit first; plans that no clause limits come after, the longest open first", async () => {
    const { of } = await aProposal("england");
    const waits = async (since: string, dueBy: string | null) => {
      const planId = await aPlanOf(of.area, of.head);
      await of.area.write((tx) =>
        tx.execute(
          sql`update plan set lead_needed_since = ${since}::date, lead_due_by = ${dueBy}::timestamptz where plan_id = ${planId}`,
        ),
      );
      return planId;
    };
    const unlimited = await waits("2026-10-01", null);
    const later = await waits("2026-10-20", "2026-12-08T23:59:59.999Z");
    const nearest = await waits("2026-11-20", "2026-11-24T23:59:59.999Z");
    const { plans } = await of.area.as(of.head).leadProfessional.withoutLead({});
    expect(plans.map(({ planId }) => planId)).toEqual([nearest, later, of.planId, unlimited]);
  });

  test("once somebody leads, the plan is off the list and on the lead's own", async () => {
    const { of, proposal } = await aProposal("highland");
    await agreeAll(of, proposal.proposalId);
    expect((await of.area.as(of.head).leadProfessional.withoutLead({})).plans).toEqual([]);
    expect((await of.area.as(of.nurse).leadProfessional.mine({})).plans).toMatchObject([
      { child: { name: "Robin Ashdown" }, basis: "by-agreement" },
    ]);
  });

  test("a manager of people who do not work on the plan is not shown it, nor is a practitioner asked", async () => {
    const { of } = await aProposal("highland");
    const stranger = await of.area.addPractitioner({
      name: "Kate Mold",
      agencyId: of.agencies.education,
      role: "team-manager",
    });
    expect((await of.area.as(stranger).leadProfessional.withoutLead({})).plans).toEqual([]);
    await expect(of.area.as(of.nurse).leadProfessional.withoutLead({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("a manager who is held back from a child is not told that a plan of theirs is without a lead", async () => {
    const { of } = await aProposal("highland");
    const listed = async () => (await of.area.as(of.head).leadProfessional.withoutLead({})).plans.length;
    expect(await listed()).toBe(1);
    await of.area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: of.area.areaId,
        blockId: newId(),
        practitionerId: of.head.practitionerId,
        childId: of.childId,
        because: "declared",
        tie: "niece-or-nephew",
        during: { from: "2026-11-02T00:00:00.000Z" },
        recordedAt: "2026-11-02T00:00:00.000Z",
      }),
    );
    expect(await listed()).toBe(0);
  });
});

describe("taking a proposal back", () => {
  test("whoever proposed withdraws it with a reason; nobody else does, and everybody let in by it is let out", async () => {
    const { of, proposal } = await aProposal("wigan");
    await agreeAll(of, proposal.proposalId, 2);
    const sent = { proposalId: proposal.proposalId, reason: "The family moved to another team" };
    const version = (await of.area.as(of.teacher).leadProfessional.proposal({ proposalId: proposal.proposalId }))
      .version;
    const byAnother = of.area.as(of.helen).leadProfessional.withdraw({ ...sent, idempotencyKey: newId(), version });
    expect(await refusalOf(byAnother)).toMatchObject({
      kind: "not-allowed",
      why: "Only the person who proposed can withdraw it.",
    });
    const view = await of.area.as(of.teacher).leadProfessional.withdraw({ ...sent, idempotencyKey: newId(), version });
    expect(view).toMatchObject({ state: "withdrawn", endedBecause: sent.reason });
    await expect(
      of.area.as(of.helen, aMinuteLater).leadProfessional.proposal({ proposalId: proposal.proposalId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await proposed(of, of.worker)).state).toBe("open");
  });
});
