import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { TestPerson } from "../../testing/area.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** The head sees the child, who is at the school, and the child's concerns; the plan is the teacher's to open. */
async function aSchool() {
  const of = await aCase(database, { edition: "highland" });
  await of.area.relate(of.head, of.childId, "head");
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  const { concerns } = await of.area.as(of.teacher).concern.forChild({ childId: of.childId });
  return { of, proposalId, concernId: concerns[0]?.concernId ?? "" };
}

const concernAsSeen = async (of: TestCase, concernId: string, reader: TestPerson) => {
  const caller = of.area.as(reader);
  const { concerns } = await caller.concern.forChild({ childId: of.childId });
  return { one: await caller.concern.get({ concernId }), listed: concerns[0] };
};

describe("who must not be led to a plan", () => {
  test("a concern names its plan and its decision to whoever may open them, and to another reader of it neither", async () => {
    const { of, concernId } = await aSchool();
    const opens = await concernAsSeen(of, concernId, of.teacher);
    expect(opens.one.decided).toMatchObject({ planId: of.planId, decisionId: expect.any(String) });
    expect(opens.one.openPlanId).toBe(of.planId);
    expect(opens.listed?.planId).toBe(of.planId);

    const reads = await concernAsSeen(of, concernId, of.head);
    expect(reads.one.decided?.outcome.code).toBe("another-agency-needed");
    expect(reads.one.decided).not.toHaveProperty("planId");
    expect(reads.one.decided).not.toHaveProperty("decisionId");
    expect(reads.one).not.toHaveProperty("openPlanId");
    expect(reads.listed).toMatchObject({ concernId, outcome: { code: "another-agency-needed" } });
    expect(reads.listed).not.toHaveProperty("planId");
    expect(JSON.stringify(reads)).not.toContain(of.planId);
    expect(await refusalOf(of.area.as(of.head).plan.get({ planId: of.planId }))).toMatchObject({ kind: "not-allowed" });
  });

  test("a child's page names the plan and the proposal to whoever may open them, and to another reader of it neither", async () => {
    const { of, proposalId } = await aSchool();
    const { childId, planId } = of;
    expect((await of.area.as(of.teacher).people.child({ childId })).lead).toMatchObject({ planId, proposalId });

    const read = await of.area.as(of.head).people.child({ childId });
    expect(read.lead).toMatchObject({ state: "pending", planId: null, proposalId: null });
    expect(read.can["plan.read"]).toBe("Your part in this child's care does not let you open the plan.");
    for (const id of [planId, proposalId]) expect(JSON.stringify(read)).not.toContain(id);
  });
});
