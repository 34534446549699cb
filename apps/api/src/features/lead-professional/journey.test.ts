import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { inventedRulebook } from "../../testing/invented.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("an invented rulebook with stages and an order of its own passes the same way, with no line of code that knows it", async () => {
  const of = await aCase(database, { invented: inventedRulebook() });
  await answered(of);
  await asked(of);
  const proposal = await proposed(of, of.nurse);
  expect(proposal.stages.map(({ label, state }) => [label, state])).toEqual([
    ["The manager speaks first", "next"],
    ["Everybody sits round the kitchen table", "later"],
    ["The person says yes", "later"],
    ["The family shakes hands on it", "later"],
  ]);
  const { order, last } = await agreeAll(of, proposal.proposalId);
  expect(order).toEqual(["managers-word", "kitchen-table", "yes", "handshake"]);
  expect(last.state).toBe("appointed");
});

describe.each(["highland", "wigan", "bolton", "england", "scotland"])("under %s, the same journey", (edition) => {
  test("a plan that needs a lead is opened, somebody is proposed, everybody the book names agrees, and the lead starts", async () => {
    const of = await aCase(database, { edition });
    const plan = await answered(of);
    expect(plan.leadNeeded?.since).toBe("2026-11-23");
    expect(plan.contact?.as.code).toBe("opened-by");
    await asked(of);
    const proposal = await proposed(of, of.nurse);
    expect(proposal.state).toBe("open");
    const { last } = await agreeAll(of, proposal.proposalId);
    expect(last.state).toBe("appointed");
    const after = await of.area.as(of.teacher).plan.get({ planId: of.planId });
    expect(after.lead?.name).toBe("Amina Yusuf");
    expect(after.contact).toMatchObject({ name: "Amina Yusuf", as: { code: "lead" } });
    expect(after.leadNeeded?.clock).toBeUndefined();
    const led = await of.area.as(of.nurse).leadProfessional.mine({});
    expect(led.plans.map(({ planId }) => planId)).toEqual([of.planId]);
  });
});
