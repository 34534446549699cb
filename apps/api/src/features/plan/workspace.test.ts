import { localDate } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { actionProgress } from "../../db/schema/who-does-what.ts";
import { doDue } from "../../jobs/jobs.ts";
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

async function aPlan(edition = "scotland") {
  const of = await aCase(database, { edition });
  const { area, teacher, childId, planId } = of;
  const plan = { planId, childId };
  const as = (who: TestPerson = teacher, at?: Date) => area.as(who, at).plan;
  const act = async (owner: TestPerson, what: string, outcome: string, more: object = {}) => {
    const view = await as().addAction({
      ...plan,
      idempotencyKey: newKey(),
      what,
      outcome,
      ownerId: owner.practitionerId,
      dueOn: localDate("2027-01-15"),
      ...more,
    });
    return view.actions.find((one) => one.what === what)?.actionId ?? "";
  };
  const see = (who = teacher, at?: Date) => as(who, at).get({ planId });
  const told = async (whatFor: string) => {
    await doDue(database, area.areaId, aMonday);
    const rows = await area.write((tx) =>
      tx
        .select({ to: notice.practitionerId })
        .from(notice)
        .where(and(eq(notice.areaId, area.areaId), eq(notice.act, whatFor))),
    );
    return rows.map(({ to }) => to);
  };
  return { ...of, plan, as, act, see, told };
}

describe("GIR-4: one page of every agency, worker, action and outcome, with the gaps", () => {
  test("an outcome that nobody has an action towards is a gap until somebody has; ended actions leave it one", async () => {
    const { as, plan, act, see, nurse, worker } = await aPlan();
    const words = "Confident with other children";
    await as().setOutcome({ ...plan, idempotencyKey: newKey(), words });
    await act(worker, "Play at home", "Plays longer");
    const outcomeOf = async () => (await see()).outcomes.map((one) => [one.words, one.isGap, one.actions.length]);
    expect(await outcomeOf()).toEqual([
      [words, true, 0],
      ["Plays longer", false, 1],
    ]);
    const actionId = await act(nurse, "A group on Fridays", "confident  with other children.");
    expect(await outcomeOf()).toEqual([
      [words, false, 1],
      ["Plays longer", false, 1],
    ]);
    const version = (await see()).actions.find((one) => one.actionId === actionId)?.version ?? 0;
    await as().changeAction({ idempotencyKey: newKey(), actionId, version, state: "ended" });
    expect((await outcomeOf())[0]).toEqual([words, true, 0]);
    const twice = as().setOutcome({ ...plan, idempotencyKey: newKey(), words: "CONFIDENT with other children" });
    expect(await refusalOf(twice)).toMatchObject({ kind: "input" });
  });

  test("an outcome is taken off with why; who only works on the plan sets and ends none, and a stranger sees none", async () => {
    const { area, agencies, as, plan, see, nurse } = await aPlan();
    const sent = { ...plan, idempotencyKey: newKey(), words: "Sleeps through" };
    expect(await refusalOf(as(nurse).setOutcome(sent))).toMatchObject({ kind: "not-allowed" });
    const { outcomes } = await as().setOutcome(sent);
    expect((await as().setOutcome(sent)).outcomes).toEqual(outcomes);
    const end = { idempotencyKey: newKey(), outcomeId: outcomes[0]?.outcomeId ?? "", because: "Reached in October" };
    expect(await refusalOf(as(nurse).endOutcome(end))).toMatchObject({ kind: "not-allowed" });
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    expect(await refusalOf(as(stranger).endOutcome(end))).toMatchObject({ kind: "not-visible" });
    await as().endOutcome(end);
    expect((await see()).outcomes).toEqual([]);
    expect(await refusalOf(as().endOutcome({ ...end, idempotencyKey: newKey() }))).toMatchObject({
      kind: "not-visible",
    });
  });
});

describe("GIR-4, GIR-34: help that two agencies give towards one outcome at one time is shown, and settled", () => {
  const twice = async () => {
    const of = await aPlan();
    const actionId = await of.act(of.nurse, "Play sessions", "Plays with others");
    const otherActionId = await of.act(of.worker, "A play group", "plays with others");
    const settle = (more: object) =>
      of.as().settleOverlap({ ...of.plan, idempotencyKey: newKey(), actionId, otherActionId, as: "kept", ...more });
    return { ...of, settle };
  };

  test("shown with its clause until both are kept with a reason", async () => {
    const { see, settle } = await twice();
    const { overlaps } = await see();
    expect(overlaps).toMatchObject([
      { because: expect.stringContaining("both help so that"), clause: expect.any(String) },
    ]);
    await expect(settle({})).rejects.toThrow("Enter why both go on");
    await settle({ reason: "One is for him alone, one is a group" });
    expect((await see()).overlaps).toEqual([]);
  });

  test("two actions of one agency, one after the other, or towards other outcomes are none", async () => {
    const { act, see, nurse, worker, teacher } = await aPlan();
    await act(nurse, "Play sessions", "Plays with others", {
      startsOn: localDate("2026-11-23"),
      dueOn: localDate("2026-11-30"),
    });
    await act(nurse, "A talk with her mother", "Plays with others");
    await act(worker, "A play group", "Plays with others", {
      startsOn: localDate("2027-01-16"),
      dueOn: localDate("2027-02-26"),
    });
    await act(teacher, "A buddy", "Eats at school");
    expect((await see()).overlaps).toEqual([]);
  });

  test("who only works on the plan settles none, nor does anybody with an action that is not there", async () => {
    const { as, plan, settle, nurse, see } = await twice();
    const [one] = (await see()).overlaps;
    const sent = { ...plan, ...one, as: "stopped" as const };
    expect(
      await refusalOf(
        as(nurse).settleOverlap({
          ...sent,
          actionId: one?.actionId ?? "",
          otherActionId: one?.otherActionId ?? "",
          idempotencyKey: newKey(),
        }),
      ),
    ).toMatchObject({
      kind: "not-allowed",
    });
    expect(await refusalOf(settle({ as: "merged", actionId: newId() }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(settle({ as: "merged", otherActionId: one?.actionId }))).toMatchObject({ kind: "input" });
  });
});

describe("GIR-31: the owner of an action posts dated progress on it", () => {
  test("it stands beside the action, the action runs, and whoever answers for the plan is told", async () => {
    const { as, act, see, told, nurse, teacher } = await aPlan();
    const actionId = await act(nurse, "Six sessions", "Asks in words");
    const sent = { idempotencyKey: newKey(), actionId, words: "3 of 6 sessions done", on: localDate("2026-11-20") };
    await as(nurse).postProgress(sent);
    await as(nurse).postProgress(sent);
    await as(nurse).postProgress({ ...sent, idempotencyKey: newKey(), words: "4 of 6", on });
    const action = (await see()).actions.find((one) => one.actionId === actionId);
    expect(action?.progress).toEqual([
      { words: "4 of 6", on, by: "Amina Yusuf" },
      { words: "3 of 6 sessions done", on: "2026-11-20", by: "Amina Yusuf" },
    ]);
    expect(action?.state.code).toBe("running");
    expect(await told("plan.progress-posted")).toEqual([teacher.practitionerId, teacher.practitionerId]);
  });

  test("on a day to come, on an ended action, on somebody else's, or by a stranger: refused, and nothing is kept", async () => {
    const { area, agencies, as, act, see, nurse, worker } = await aPlan();
    const actionId = await act(nurse, "Six sessions", "Asks in words");
    const post = (who: TestPerson, more: object = {}) =>
      refusalOf(as(who).postProgress({ idempotencyKey: newKey(), actionId, words: "Done", on, ...more }));
    expect(await post(nurse, { on: localDate("2026-11-24") })).toMatchObject({ kind: "input" });
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    for (const who of [worker, stranger]) expect(await post(who)).toMatchObject({ kind: "not-visible" });
    const version = (await see()).actions.find((one) => one.actionId === actionId)?.version ?? 0;
    await as().changeAction({ idempotencyKey: newKey(), actionId, version, state: "ended" });
    expect(await post(nurse)).toMatchObject({ kind: "already" });
    expect((await see()).actions.find((one) => one.actionId === actionId)?.progress).toEqual([]);
  });
});

describe("GIR-75: child and family add their views on the plan, and each is answered", () => {
  const withViews = async (edition?: string) => {
    const of = await aPlan(edition);
    const { area, teacher, plan } = of;
    const word = (who: TestPerson = teacher) => area.as(who).consent.theirWord;
    const view = (more: object = {}, who = teacher) =>
      word(who).view({
        ...plan,
        idempotencyKey: newKey(),
        whose: "child",
        words: "I do not want to leave maths for it",
        how: "A talk at lunch",
        on,
        ...more,
      });
    const answer = (viewId: string, more: object = {}, who = teacher) =>
      word(who).answerView({
        ...plan,
        idempotencyKey: newKey(),
        viewId,
        words: "The sessions moved to Friday",
        on,
        ...more,
      });
    const views = async () => (await word().get(plan)).views;
    const owed = async () =>
      (
        await area.write((tx) =>
          tx
            .select({ act: duty.act, rule: duty.rule })
            .from(duty)
            .where(and(eq(duty.areaId, area.areaId), eq(duty.act, "plan.answer-view"), isNull(duty.doneAt))),
        )
      ).map(({ rule }) => rule);
    return { ...of, word, view, answer, views, owed };
  };

  test("in their words, with how and when; the lead owes an answer until the last of them has one", async () => {
    const { view, answer, views, owed, word, plan } = await withViews();
    await view();
    await view({ whose: "family", words: "Come after four", name: "Ana Lind" });
    expect((await views()).map(({ whose, words }) => [whose.code, words])).toEqual([
      ["family", "Come after four"],
      ["child", "I do not want to leave maths for it"],
    ]);
    expect(await owed()).toEqual(["scotland.views-answered"]);
    expect((await word().get(plan)).takingPart.says?.join(" ")).toContain("has no answer yet");
    for (const { viewId } of await views()) await answer(viewId);
    expect(await owed()).toEqual([]);
    expect((await views())[1]?.answer).toEqual({ words: "The sessions moved to Friday", on, by: "Morag Shaw" });
    expect((await word().get(plan)).takingPart.says).toEqual([]);
  });

  test("somebody who works on the plan writes down what they hear, and does not answer for the plan; a day before it is none", async () => {
    const { view, answer, views, nurse, area, agencies } = await withViews();
    await view({}, nurse);
    const [one] = await views();
    expect(one?.by).toBe("Amina Yusuf");
    expect(await refusalOf(answer(one?.viewId ?? "", {}, nurse))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(answer(one?.viewId ?? "", { on: localDate("2026-11-22") }))).toMatchObject({
      kind: "input",
    });
    expect(await refusalOf(answer(newId()))).toMatchObject({ kind: "not-visible" });
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    expect(await refusalOf(view({}, stranger))).toMatchObject({ kind: "not-visible" });
  });

  test("where the area's documents ask for no answer, a view is kept and answered all the same, and nothing is owed", async () => {
    const { view, answer, views, owed } = await withViews("england");
    await view();
    expect(await owed()).toEqual([]);
    await answer((await views())[0]?.viewId ?? "");
    expect((await views())[0]?.answer?.words).toBe("The sessions moved to Friday");
  });
});

describe("CWDC-2.10e: the school or the health visitor is taken off an open case with a reason, and it is not left at that", () => {
  const takenOff = async (edition: string) => {
    const of = await aPlan(edition);
    const { area, agencies, as, head, planId, childId, told, worker } = of;
    const school = await area.addPractitioner({ name: "Ina Moss", agencyId: agencies.education, title: "Teacher" });
    const join = (who: TestPerson) =>
      as().addPractitioner({
        idempotencyKey: newKey(),
        planId,
        practitioner: { practitionerId: who.practitionerId, posts: [], involvement: "involved" },
      });
    await join(school);
    await area.relate(head, childId, "line-manager");
    const end = async (who: TestPerson) => {
      const { practitioners } = await as().get({ planId });
      await as(head).endPractitioner({
        idempotencyKey: newKey(),
        planPractitionerId:
          practitioners.find(({ practitionerId }) => practitionerId === who.practitionerId)?.planPractitionerId ?? "",
        reason: "Teaches another class now",
      });
      return (await told("plan.practitioner-ended")).sort();
    };
    return { ...of, school, end, worker };
  };

  test("whoever answers for the plan is told, and the decision stands with its reason; of a family worker nothing is asked", async () => {
    const { area, teacher, childId, school, end, worker } = await takenOff("england");
    expect(await end(worker)).toEqual([]);
    expect(await end(school)).toEqual([teacher.practitionerId, school.practitionerId].sort());
    const { steps } = await area.as(teacher).record.chronology({ childId });
    const step = steps.find(({ title }) => title === "Ina Moss no longer works on the plan");
    expect(step).toMatchObject({ detail: "Teaches another class now", decisionId: expect.any(String) });
  });

  test("where the documents do not ask, it is taken down as it is", async () => {
    const { school, end } = await takenOff("highland");
    expect(await end(school)).toEqual([]);
  });
});

test("GIR-31, GIR-34: the row itself is of its plan, its child and its writer, with nothing of the application's own narrowing", async () => {
  const { area, plan, act, nurse, worker, teacher } = await aPlan();
  const mine = await act(nurse, "Speech sessions", "Speaks at school");
  const other = await aPlan();
  const elsewhere = await area.addChild();
  await area.relate(nurse, elsewhere, "plan-practitioner");
  const by = { areaId: area.areaId, practitionerId: nurse.practitionerId, now: aMonday.toISOString() };
  const progress = (more: object = {}) =>
    database.inArea({ ...by, as: "person" }, (tx) =>
      tx.insert(actionProgress).values({
        ...{ ...plan, areaId: area.areaId, progressId: newId(), actionId: mine, words: "Begun", saidOn: on },
        recordedBy: nurse.practitionerId,
        recordedAt: aMonday.toISOString(),
        ...more,
      }),
    );
  for (const more of [
    { recordedBy: teacher.practitionerId },
    { childId: elsewhere },
    { planId: other.planId },
    { recordedBy: worker.practitionerId, childId: elsewhere },
  ])
    await expect(progress(more)).rejects.toThrow();
  await progress();
});
