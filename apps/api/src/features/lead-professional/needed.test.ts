import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("BOL-1.2: with the second service's help the need for a lead ends, and its clock with it", async () => {
  const of = await aCase(database, { edition: "bolton" });
  const caller = of.area.as(of.teacher);
  expect((await caller.leadProfessional.needed({ planId: of.planId })).leadNeededSince).toBe("2026-11-23");
  const { practitioners } = await caller.plan.get({ planId: of.planId });
  for (const one of practitioners.filter(({ agency }) => agency.kind !== "education"))
    await caller.plan.endPractitioner({
      idempotencyKey: newId(),
      planPractitionerId: one.planPractitionerId ?? "",
      reason: "The help has come to its end",
    });
  const view = await caller.leadProfessional.needed({ planId: of.planId });
  expect(view.leadNeededSince).toBeUndefined();
  expect(view.clock).toBeUndefined();
});

describe("HIG-82: help from two or more agencies needs a lead professional", () => {
  test("GIR-7: the need shows in the step that opens the plan, with its clause and HD-20's clock", async () => {
    const of = await aCase(database, { edition: "highland" });
    const view = await of.area.as(of.teacher).leadProfessional.needed({ planId: of.planId });
    expect(view.decision.answer).toBe("required");
    expect(view.leadNeededSince).toBe("2026-11-23");
    expect(view.clock?.due).toBe("by the end of 8 December 2026");
    expect(view.duties.map(({ act }) => act)).toContain("lead-professional.agree-lead");
    expect(view.decision.clauses.length).toBeGreaterThan(0);
  });
});

describe("CWDC-2.18: the level of response decides", () => {
  test("CWDC-2.18b: an integrated response asks for a lead; CWDC-2.18a: without one none is asked for", async () => {
    const of = await aCase(database, { edition: "england" });
    const caller = of.area.as(of.teacher);
    const yes = await answered(of);
    expect(yes.leadNeeded?.since).toBe("2026-11-23");
    const no = await caller.plan.answer({
      idempotencyKey: newId(),
      planId: of.planId,
      version: yes.version,
      integratedResponse: false,
      integratedResponseReason: "Each can go on alone",
    });
    expect(no.leadNeeded?.since).toBeUndefined();
    expect(no.leadNeeded?.decision.answer).toBe("not-needed");
  });
});

test("asking again with nothing new adds nothing to the record; a new answer does", async () => {
  const of = await aCase(database, { edition: "highland" });
  const caller = of.area.as(of.teacher);
  const first = await caller.leadProfessional.ask({ idempotencyKey: newId(), planId: of.planId });
  const again = await caller.leadProfessional.ask({ idempotencyKey: newId(), planId: of.planId });
  expect(again.decisionId).toBe(first.decisionId);
  const changed = await answered(of);
  expect(changed.leadNeeded?.decisionId).toBeDefined();
});

test("GIR-26: an action starts while nobody leads, and the contact for now is shown as that", async () => {
  const of = await aCase(database, { edition: "scotland" });
  const caller = of.area.as(of.teacher);
  const plan = await caller.plan.addAction({
    idempotencyKey: newId(),
    planId: of.planId,
    childId: of.childId,
    what: "Breakfast club from Monday",
    outcome: "Comes to school fed",
    ownerId: of.teacher.practitionerId,
    startsOn: localDate("2026-11-23"),
    dueOn: localDate("2026-12-18"),
  });
  const action = plan.actions[0];
  const running = await caller.plan.changeAction({
    idempotencyKey: newId(),
    actionId: action?.actionId ?? "",
    version: 1,
    state: "running",
  });
  expect(running.actions[0]?.state.label).toBe("Running");
  expect(running.lead).toBeUndefined();
  expect(running.contact).toMatchObject({
    name: "Morag Shaw",
    as: { label: "For now: opened the plan, not lead professional" },
  });
});

test("CWDC-2.17a: from one lead to the next there is not one instant without a lead or a contact", async () => {
  const of = await aCase(database, { edition: "highland" });
  await answered(of);
  await asked(of);
  await agreeAll(of, (await proposed(of, of.nurse)).proposalId);
  const second = await proposed(of, of.worker);
  await agreeAll(of, second.proposalId);
  const { lead, leadsBefore, contact } = await of.area.as(of.teacher).plan.get({ planId: of.planId });
  expect(lead?.name).toBe("Dan Peel");
  expect(leadsBefore.map(({ name, until }) => [name, until])).toEqual([["Amina Yusuf", lead?.since]]);
  expect(contact?.name).toBe("Dan Peel");
});
