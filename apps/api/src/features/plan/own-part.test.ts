import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, nothingInTheWay, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const aMinuteLater = new Date("2026-11-23T10:01:00.000Z");

/** A plan that the nurse leads by agreement, and Ruth, a social worker who works on it. */
async function ledByNurse() {
  const of = await aCase(database, { edition: "bolton" });
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
  await of.area.as(of.teacher).plan.addPractitioner({
    idempotencyKey: newId(),
    planId: of.planId,
    practitioner: { practitionerId: ruth.practitionerId, posts: [], involvement: "involved" },
  });
  return { of, ruth };
}

/** A status that takes hold today: whoever changes the plan next finds that the law names who leads. */
const lawNames = (of: TestCase, holder: TestPerson) =>
  of.area.addStatus(of.childId, of.teacher, {
    kind: "looked-after",
    during: { from: localDate("2026-11-23") },
    holderId: holder.practitionerId,
    detail: {},
  });

const anAction = (of: TestCase, owner: TestPerson) => ({
  idempotencyKey: newId(),
  planId: of.planId,
  childId: of.childId,
  what: "Speech group on Tuesdays",
  outcome: "Asks for things in words",
  ownerId: owner.practitionerId,
  dueOn: localDate("2027-01-15"),
});

describe("a plan as whoever changed it sees it", () => {
  test("somebody whose part ends by their own change sees what came of it, may do nothing more, and finds the door shut after", async () => {
    const { of, ruth } = await ledByNurse();
    const { planId } = of;
    const helen = of.area.as(of.helen, aMinuteLater);
    expect((await helen.plan.get({ planId })).may.change).toEqual({ may: true });
    await lawNames(of, ruth);
    const after = await helen.plan.addAction(anAction(of, of.nurse));
    expect(after.lead).toMatchObject({ name: "Ruth Poole", basis: "by-law" });
    expect(after.actions.map(({ what }) => what)).toEqual(["Speech group on Tuesdays"]);
    const shut = (what: string) => ({ may: false, why: `Your part in this child's care does not let you ${what}.` });
    expect(after.may).toEqual({
      change: shut("change the plan"),
      propose: shut("propose a lead professional"),
      recordEngagement: shut("record how far the family is engaged"),
      recordViews: shut("record whom a child or family would like"),
    });
    expect(await refusalOf(helen.plan.get({ planId }))).toMatchObject({
      kind: "not-visible",
    });
    expect((await of.area.as(of.teacher, aMinuteLater).plan.get({ planId })).actions).toHaveLength(1);
  });

  test("somebody whose part begins by their own change may do at once what it lets them", async () => {
    const { of, ruth } = await ledByNurse();
    const { planId } = of;
    const given = await of.area.as(of.teacher).plan.addAction(anAction(of, ruth));
    const before = await of.area.as(ruth).plan.get({ planId });
    expect(before.may.change.may).toBe(false);
    await lawNames(of, ruth);
    const [action] = given.actions;
    const after = await of.area.as(ruth).plan.changeAction({
      idempotencyKey: newId(),
      actionId: action?.actionId ?? "",
      version: action?.version ?? 0,
      state: "running",
    });
    expect(after.lead).toMatchObject({ name: "Ruth Poole", basis: "by-law" });
    expect(after.may.change).toEqual({ may: true });
  });

  test("somebody who takes themselves off a plan that they go on answering for may still change it", async () => {
    const { of } = await ledByNurse();
    const row = (await of.area.as(of.teacher).plan.get({ planId: of.planId })).practitioners.find(
      ({ practitionerId }) => practitionerId === of.teacher.practitionerId,
    );
    const after = await of.area.as(of.teacher).plan.endPractitioner({
      idempotencyKey: newId(),
      planPractitionerId: row?.planPractitionerId ?? "",
      reason: "Others see to it now",
    });
    expect(after.may.change).toEqual({ may: true });
    expect(after.practitioners.map(({ name, isNamedPerson }) => [name, isNamedPerson])).not.toContainEqual([
      "Morag Shaw",
      false,
    ]);
  });
});
