import { localDate } from "@linchpin/domain";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty } from "../../db/schema/change.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const on = localDate("2026-11-23");
const whose = ["child", "family"] as const;

async function aPlan(edition: string) {
  const of = await aCase(database, { edition });
  const { area, teacher, childId, planId } = of;
  const plan = { planId, childId };
  const as = (who: TestPerson = teacher) => area.as(who).consent.theirWord;
  const took = (one: (typeof whose)[number], more: object = {}, who = teacher) =>
    as(who).takingPart({
      ...plan,
      idempotencyKey: newKey(),
      whose: one,
      part: "took-part",
      words: "Drew what she wants, and told us which of it comes first.",
      on,
      ...more,
    });
  const explained = (one: (typeof whose)[number], more: object = {}) =>
    as().explained({
      ...plan,
      idempotencyKey: newKey(),
      whose: one,
      what: "plan",
      form: "A talk with pictures",
      understood: "understood",
      on,
      ...more,
    });
  const agreed = () => area.as(teacher).consent.copies.agreed({ ...plan, idempotencyKey: newKey(), agreedOn: on });
  const owed = async () =>
    (
      await area.write((tx) =>
        tx
          .select({ act: duty.act })
          .from(duty)
          .where(and(eq(duty.areaId, area.areaId), like(duty.act, "plan.explain%"), isNull(duty.doneAt))),
      )
    )
      .map(({ act }) => act)
      .sort();
  const see = (who?: TestPerson) => as(who).get(plan);
  return { ...of, plan, as, took, explained, agreed, owed, see };
}

describe("HIG-45: without how child and family took part the plan stays a draft", () => {
  test("set to agreed it is refused; once both are written down it is agreed that day", async () => {
    const { took, agreed, see } = await aPlan("highland");
    expect((await see()).takingPart.isAsked).toBe(true);
    expect(await refusalOf(agreed())).toMatchObject({
      kind: "rule-prevents",
      decision: { question: "plan.taking-part" },
    });
    await took("child");
    expect(await refusalOf(agreed())).toMatchObject({ kind: "rule-prevents" });
    await took("family", { part: "not-possible", words: "In hospital until Friday; seen there on Saturday." });
    await agreed();
    const { isAgreed, voices } = await see();
    expect(isAgreed).toBe(true);
    expect(voices[1]?.part).toMatchObject({ answer: { code: "not-possible" }, on, by: "Morag Shaw" });
  });

  test("where the documents ask for none, a plan is agreed without it, and it may be written down all the same", async () => {
    const { took, agreed, see } = await aPlan("england");
    expect((await see()).takingPart).toEqual({ isAsked: false });
    await agreed();
    await took("child");
    expect((await see()).voices[0]?.part?.words).toContain("Drew what she wants");
  });
});

describe("HIG-49, GIR-25: what is explained, in which form, and whether it was understood", () => {
  test("once the plan is agreed it is owed to each; not understood owes it again, and understood ends it", async () => {
    const { took, agreed, explained, owed, see } = await aPlan("highland");
    for (const one of whose) await took(one);
    await explained("family");
    expect(await owed()).toEqual([]);
    await agreed();
    expect(await owed()).toEqual(["plan.explain-plan-to-child"]);
    await explained("child", { understood: "not-understood" });
    expect(await owed()).toEqual(["plan.explain-plan-again-to-child"]);
    await explained("child", { form: "The picture version" });
    expect(await owed()).toEqual([]);
    expect((await see()).voices[0]?.planExplained).toMatchObject({
      form: "The picture version",
      answer: { code: "understood" },
    });
    await explained("child", { what: "lead", form: "A talk" });
    expect((await see()).voices[0]?.leadExplained?.answer.code).toBe("understood");
  });
});

describe("BOL-4.8: what they agree to is recorded, action by action, before the plan is agreed", () => {
  const withActions = async () => {
    const of = await aPlan("bolton");
    const { area, teacher, childId, planId } = of;
    for (const what of ["Speech sessions", "A quiet place at lunch"])
      await area.as(teacher).plan.addAction({
        idempotencyKey: newKey(),
        planId,
        childId,
        what,
        outcome: "She is at ease",
        ownerId: teacher.practitionerId,
        dueOn: localDate("2027-01-15"),
      });
    const { actions } = await of.see();
    const say = (one: (typeof whose)[number], answers: readonly object[]) =>
      of.as().agreement({
        ...of.plan,
        idempotencyKey: newKey(),
        whose: one,
        how: "At the meeting",
        on,
        answers: answers as never,
      });
    return { ...of, actions, say };
  };

  test("agreed except one action, with the reason in their words; unasked the plan is not agreed", async () => {
    const { actions, say, agreed, see } = await withActions();
    expect(await refusalOf(agreed())).toMatchObject({
      kind: "rule-prevents",
      decision: { question: "consent.agreement" },
    });
    const all = actions.map(({ actionId }) => ({ actionId, answer: "agreed" }));
    await say("child", all);
    const [last] = actions.slice(-1);
    await say("family", [
      ...all.slice(0, -1),
      { actionId: last?.actionId, answer: "not-agreed", why: "He would sit there alone." },
    ]);
    await agreed();
    const seen = await see();
    expect(seen.agreement.says?.at(-1)).toContain(`agreed except for action ${actions.length}`);
    expect(seen.actions.at(-1)?.family).toMatchObject({
      answer: { code: "not-agreed" },
      words: "He would sit there alone.",
      form: "At the meeting",
    });
  });

  test("a no without a reason, an action that is not on the plan, a day to come: refused, and nothing is kept", async () => {
    const { actions, say, as, plan, see } = await withActions();
    const [one] = actions;
    const unsaid = say("child", [{ actionId: one?.actionId, answer: "not-agreed" }]);
    await expect(unsaid).rejects.toThrow("Enter what stands against it, in their words");
    expect(await refusalOf(say("child", [{ actionId: newId(), answer: "agreed" }]))).toMatchObject({ kind: "input" });
    const late = as().agreement({
      ...plan,
      idempotencyKey: newKey(),
      whose: "child",
      how: "At the meeting",
      on: localDate("2026-11-24"),
      answers: [{ actionId: one?.actionId ?? "", answer: "agreed" }],
    });
    expect(await refusalOf(late)).toMatchObject({ kind: "input" });
    expect((await see()).actions.every(({ child }) => child === undefined)).toBe(true);
  });
});

describe("GIR-37: advocacy is considered, offered, answered and linked, each with its day", () => {
  const anAdvocacy = async (edition: string) => {
    const of = await aPlan(edition);
    const { area, plan, as, see, teacher } = of;
    const step = (what: string, day: string, more: object = {}, who = teacher) =>
      as(who).advocacy({
        ...plan,
        idempotencyKey: newKey(),
        whose: "child",
        step: what as never,
        on: localDate(day),
        ...(what === "needed" || what === "not-needed" ? { words: "She says little when many are there." } : {}),
        ...more,
      });
    const advocacy = async (who?: TestPerson) => (await see(who)).advocacy;
    const owedNow = async () =>
      (
        await area.write((tx) =>
          tx
            .select({ act: duty.act })
            .from(duty)
            .where(and(eq(duty.areaId, area.areaId), like(duty.act, "plan.%advoca%"), isNull(duty.doneAt))),
        )
      ).map(({ act }) => act);
    return { ...of, step, advocacy, owedNow };
  };

  test("Ava: offered on 8 June, accepted on 9 June, linked to J. Bain on 15 June; each step is owed until it is done", async () => {
    const { step, advocacy, owedNow } = await anAdvocacy("scotland");
    expect((await advocacy()).says).toEqual([expect.stringMatching(/^Nobody has recorded whether/)]);
    expect(await owedNow()).toEqual([]);
    await step("needed", "2026-06-08");
    expect(await owedNow()).toEqual(["plan.offer-advocacy"]);
    await step("offered", "2026-06-08");
    expect(await owedNow()).toEqual(["plan.record-answer-on-advocacy"]);
    await step("accepted", "2026-06-09");
    expect(await owedNow()).toEqual(["plan.link-advocate"]);
    await step("linked", "2026-06-15", { advocate: "J. Bain" });
    expect(await owedNow()).toEqual([]);
    const { says, voices, isGap } = await advocacy();
    expect([says, isGap]).toEqual([[], false]);
    expect(voices[0]?.steps.map(({ step: one, on: day, name }) => [one.code, day, name])).toEqual([
      ["needed", "2026-06-08", undefined],
      ["offered", "2026-06-08", undefined],
      ["accepted", "2026-06-09", undefined],
      ["linked", "2026-06-15", "J. Bain"],
    ]);
    expect(voices[1]?.steps).toEqual([]);
  });

  test("HIG-97: nobody is linked before they accepted, or without a name; a no ends what is owed", async () => {
    const { step, owedNow } = await anAdvocacy("highland");
    expect(await refusalOf(step("linked", "2026-11-23", { advocate: "J. Bain" }))).toMatchObject({ kind: "input" });
    await step("needed", "2026-11-16", { whose: "family" });
    await step("offered", "2026-11-16", { whose: "family" });
    expect(await refusalOf(step("linked", "2026-11-23", { whose: "family", advocate: "J. Bain" }))).toMatchObject({
      kind: "input",
    });
    expect(await refusalOf(step("accepted", "2026-11-15", { whose: "family" }))).toMatchObject({ kind: "input" });
    expect(await refusalOf(step("accepted", "2026-11-24", { whose: "family" }))).toMatchObject({ kind: "input" });
    await expect(step("linked", "2026-11-23", { whose: "family" })).rejects.toThrow("Enter the advocate's name");
    await step("declined", "2026-11-16", { whose: "family" });
    expect(await owedNow()).toEqual([]);
  });

  test("sent twice it is recorded once; a stranger and a manager record none", async () => {
    const { area, agencies, childId, plan, as, step, advocacy } = await anAdvocacy("highland");
    const sent = {
      ...{ ...plan, idempotencyKey: newKey(), whose: "child" as const, step: "not-needed" as const },
      ...{ on: localDate("2026-11-23"), words: "She speaks for herself." },
    };
    await as().advocacy(sent);
    await as().advocacy(sent);
    expect((await advocacy()).voices[0]?.steps.length).toBe(1);
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    expect(await refusalOf(step("needed", "2026-11-23", {}, stranger))).toMatchObject({ kind: "not-visible" });
    const manager = await area.addPractitioner({ name: "Mo Ward", agencyId: agencies.health, role: "team-manager" });
    await area.relate(manager, childId, "line-manager");
    expect(await refusalOf(step("needed", "2026-11-23", {}, manager))).toMatchObject({ kind: "not-allowed" });
  });

  test("where the documents ask for none nothing is owed or missing, and it may be written down all the same", async () => {
    const { step, advocacy, owedNow } = await anAdvocacy("england");
    expect(await advocacy()).toMatchObject({ isAsked: false, isGap: false, says: [] });
    await step("needed", "2026-11-23");
    expect(await owedNow()).toEqual([]);
    expect((await advocacy()).voices[0]?.steps.length).toBe(1);
  });
});

test("who has no part in the child's care reads none of it and writes none; a manager reads and does not write", async () => {
  const { area, agencies, childId, see, took } = await aPlan("highland");
  const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
  expect(await refusalOf(see(stranger))).toMatchObject({ kind: "not-visible" });
  expect(await refusalOf(took("child", {}, stranger))).toMatchObject({ kind: "not-visible" });
  const manager = await area.addPractitioner({ name: "Mo Ward", agencyId: agencies.health, role: "team-manager" });
  await area.relate(manager, childId, "line-manager");
  expect((await see(manager)).record.may).toBe(false);
  expect(await refusalOf(took("child", {}, manager))).toMatchObject({ kind: "not-allowed" });
  expect(aMonday).toBeInstanceOf(Date);
});

test("HIG-166: a part that was given for one plan opens what child and family said of that one, and of no other", async () => {
  const { area, agencies, helen, childId, planId, as } = await aPlan("highland");
  await area.relate(helen, childId, "line-manager");
  const auditor = await area.addPractitioner({
    name: "Bel Orr",
    agencyId: agencies.socialWork,
    role: "quality-auditor",
  });
  await area.as(helen).parts.give({
    idempotencyKey: newKey(),
    childId,
    planId,
    practitionerId: auditor.practitionerId,
    part: "quality-auditor",
    why: "Asked for by the area",
    lastDay: localDate("2026-12-02"),
  });
  const other = newId();
  await area.write(async (tx) => {
    await tx.execute(sql`insert into plan (area_id, plan_id, kind, reach, state, adoption_id, opened_by, opened_at)
      select area_id, ${other}, kind, reach, 'closed', adoption_id, opened_by, opened_at from plan where plan_id = ${planId}`);
    await tx.execute(
      sql`insert into plan_member (area_id, plan_id, child_id, added_at) values (${area.areaId}, ${other}, ${childId}, now())`,
    );
  });
  expect((await as(auditor).get({ planId, childId })).planId).toBe(planId);
  expect(await refusalOf(as(auditor).get({ planId: other, childId }))).toMatchObject({ kind: "not-visible" });
});
