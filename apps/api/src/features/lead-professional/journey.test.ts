import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { TestPerson } from "../../testing/area.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { inventedRulebook } from "../../testing/invented.ts";
import type { ProposalView } from "./views.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Whoever may enter the next stage enters it with its good outcome, until nobody is left to. Gives the order it went in. */
async function agreeAll(
  of: TestCase,
  proposalId: string,
): Promise<{ readonly order: readonly string[]; readonly last: ProposalView }> {
  const people: readonly TestPerson[] = [of.teacher, of.nurse, of.worker, of.head, of.helen, of.gary];
  const order: string[] = [];
  for (let steps = 0; steps < 12; steps += 1) {
    const step = await nextStep(of, people, proposalId);
    if (step === undefined) break;
    const { person, view, stage } = step;
    order.push(stage.stage);
    const outcome =
      (["agreed", "done"] as const).find((one) => stage.may.outcomes.some(({ code }) => code === one)) ?? "done";
    await of.area.as(person).leadProfessional.recordStage({
      idempotencyKey: newId(),
      proposalId,
      version: view.version,
      stage: stage.stage,
      outcome,
      words: "It was talked over",
      ...(stage.may.asks.includes("held-on") ? { heldOn: localDate("2026-11-23") } : {}),
      ...(stage.may.asks.includes("participants")
        ? { participantIds: [of.teacher, of.nurse, of.worker, of.head].map(({ practitionerId }) => practitionerId) }
        : {}),
    });
  }
  const last = await of.area.as(of.teacher).leadProfessional.proposal({ proposalId });
  return { order, last };
}

async function nextStep(of: TestCase, people: readonly TestPerson[], proposalId: string) {
  for (const person of people) {
    const view = await of.area
      .as(person)
      .leadProfessional.proposal({ proposalId })
      .catch(() => undefined);
    const stage =
      view?.state === "open" ? view.stages.find(({ may, kind }) => may.enter.may && kind.code !== "notice") : undefined;
    if (view && stage) return { person, view, stage };
  }
  return undefined;
}

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
