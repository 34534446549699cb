import { localDate } from "@linchpin/domain";
import { and, eq, isNull, like } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
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

const tuesday = new Date("2026-11-24T10:00:00.000Z");
const wednesday = new Date("2026-11-25T10:00:00.000Z");

/** A plan whose contact, the teacher, says who does what: teacher, nurse and worker, the child and the family are on it. */
async function aPlan(edition = "highland") {
  const of = await aCase(database, { edition });
  const { area, teacher, nurse, worker, childId, planId } = of;
  const plan = { planId, childId };
  const as = (who: TestPerson, at?: Date) => area.as(who, at).plan.whoDoesWhat;
  const act = (owner: TestPerson, what: string) =>
    area.as(teacher).plan.addAction({
      ...plan,
      idempotencyKey: newKey(),
      what,
      outcome: "She is at ease",
      ownerId: owner.practitionerId,
      dueOn: localDate("2027-01-15"),
    });
  await act(nurse, "Speech sessions on Thursdays");
  await act(worker, "Visit the family weekly");
  const see = (who = teacher, at?: Date) => as(who, at).get(plan);
  const issue = async (more: object = {}, at?: Date) => {
    const { issued } = await see(teacher, at);
    return as(teacher, at).issue({
      ...plan,
      idempotencyKey: newKey(),
      ...(issued === undefined ? {} : { afterListId: issued.listId }),
      childIsAsked: "yes",
      childsPart: "Chooses what she wants to say first",
      familysPart: "Brings her on Thursdays",
      ...more,
    });
  };
  const lineOf = async (who: TestPerson | "child" | "family") => {
    const { lines } = await see();
    const found = lines.find((one) =>
      typeof who === "string" ? one.as.code === who : one.practitionerId === who.practitionerId,
    );
    return found ?? expect.fail("no such line");
  };
  const says = async (who: TestPerson, words?: string, at?: Date) =>
    as(who, at).say({
      idempotencyKey: newKey(),
      lineId: (await lineOf(who)).lineId,
      says: words === undefined ? "clear" : "asks",
      ...(words === undefined ? {} : { words }),
    });
  const records = async (whose: "child" | "family", more: object = {}, at?: Date) =>
    as(teacher, at).record({
      ...plan,
      idempotencyKey: newKey(),
      lineId: (await lineOf(whose)).lineId,
      says: "clear",
      how: "At home",
      on: localDate("2026-11-23"),
      ...more,
    });
  const answers = async (who: TestPerson | "child" | "family", words: string, at?: Date) =>
    as(teacher, at).answer({ ...plan, idempotencyKey: newKey(), lineId: (await lineOf(who)).lineId, words });
  const owed = async () =>
    (
      await area.write((tx) =>
        tx
          .select({ act: duty.act, owedBy: duty.owedBy })
          .from(duty)
          .where(and(eq(duty.areaId, area.areaId), like(duty.act, "plan.%list%"), isNull(duty.doneAt))),
      )
    )
      .map((one) => ({ ...one, isTeachers: one.owedBy === teacher.practitionerId }))
      .map(({ act: owedAct, isTeachers }) => `${owedAct}${isTeachers ? "" : " of somebody else"}`)
      .sort();
  const told = async (whatFor: string, at = aMonday) => {
    await doDue(database, area.areaId, at);
    return area.write((tx) =>
      tx
        .select({ to: notice.practitionerId, words: notice.words })
        .from(notice)
        .where(and(eq(notice.areaId, area.areaId), eq(notice.act, whatFor))),
    );
  };
  return { ...of, plan, as, act, see, issue, lineOf, says, records, answers, owed, told };
}

describe("GIR-70, HIG-128: the lead issues the list of who does what, and everybody on it says whether it is clear", () => {
  test("GIR-70: five on it, four clear and the nurse asks: not yet clear until the answer", async () => {
    const { see, issue, says, records, answers, teacher, nurse, worker, told } = await aPlan();
    expect((await see()).says).toBe("The list has not been issued yet.");
    const issued = await issue();
    expect(issued.lines.map(({ name, does, part }) => [name, does.map(({ what }) => what), part])).toEqual([
      ["Amina Yusuf", ["Speech sessions on Thursdays"], undefined],
      ["Dan Peel", ["Visit the family weekly"], undefined],
      ["Morag Shaw", [], "Contact for the plan until somebody leads"],
      ["The child", [], "Chooses what she wants to say first"],
      ["The family", [], "Brings her on Thursdays"],
    ]);
    expect(issued.says).toBe("Not yet clear: 5 of 5 have not answered.");
    expect((await told("plan.list-issued")).map(({ to }) => to).sort()).toEqual(
      [nurse.practitionerId, worker.practitionerId].sort(),
    );
    await says(worker);
    await says(teacher);
    await records("child");
    await records("family", { name: "Ana Lind" });
    const asked = await says(nurse, "Who brings her back to class?", tuesday);
    expect(asked.says).toBe("Not yet clear: 1 of 5 asked a question on 24 November 2026.");
    expect(asked.isClear).toBe(false);
    expect(asked.ofBook.says[0]?.words).toContain("Not yet clear: on 24 November 2026");
    expect((await told("plan.list-asked", tuesday)).map(({ to }) => to)).toEqual([teacher.practitionerId]);
    const answered = await answers(nurse, "The class teacher does", wednesday);
    expect(answered).toMatchObject({
      isClear: true,
      says: "Of 5 on it 4 say that it is clear, and 1 question was answered.",
    });
    expect(answered.ofBook.says).toEqual([
      { words: "It is clear to all 5 of them who does what.", clause: expect.stringContaining("H10") },
    ]);
    expect((await told("plan.list-answered", wednesday)).map(({ to }) => to)).toEqual([nurse.practitionerId]);
    expect((await says(nurse, undefined, wednesday)).says).toBe("It is clear to all 5 on it who does what.");
  });

  test("HIG-128: whoever is not content with the answer asks again, the same day too, and it is not clear again", async () => {
    const { issue, says, answers, nurse, lineOf } = await aPlan();
    await issue();
    await says(nurse, "Who brings her back?");
    await answers(nurse, "We will see");
    expect((await says(nurse, "But who?")).isClear).toBe(false);
    const { stands, said } = await lineOf(nurse);
    expect(stands.code).toBe("asked");
    expect(said.map(({ says: one, words }) => [one.code, words])).toEqual([
      ["asks", "Who brings her back?"],
      ["answer", "We will see"],
      ["asks", "But who?"],
    ]);
  });

  test("HIG-128: the lead owes an answer while a question is open, and no longer once it is answered or withdrawn", async () => {
    const { issue, says, answers, nurse, worker, owed } = await aPlan();
    await issue();
    expect(await owed()).toEqual([]);
    await says(nurse, "Who brings her back?");
    await says(worker, "And on Fridays?");
    expect(await owed()).toEqual(["plan.answer-on-list"]);
    await answers(nurse, "The class teacher does");
    expect(await owed()).toEqual(["plan.answer-on-list"]);
    await says(worker);
    expect(await owed()).toEqual([]);
  });

  test("a child too young to be asked is left out with why, and nobody waits for its word", async () => {
    const { issue, see } = await aPlan();
    await expect(issue({ childIsAsked: "no" })).rejects.toThrow("Enter why the child is not asked");
    const { lines } = await issue({ childIsAsked: "no", childIsNotAskedBecause: "Four months old" });
    expect(lines.some(({ as }) => as.code === "child")).toBe(false);
    expect((await see()).issued?.childIsNotAskedBecause).toBe("Four months old");
  });

  test("where the area's documents ask nobody, the list is kept all the same, and nothing is owed", async () => {
    const { issue, says, nurse, owed } = await aPlan("england");
    expect((await issue()).ofBook).toEqual({ isAsked: false, says: [] });
    await says(nurse, "Who brings her back?");
    expect(await owed()).toEqual([]);
  });

  test("BOL-4.9: in Bolton each service at the meeting confirms its part", async () => {
    const { issue, says, nurse, worker } = await aPlan("bolton");
    const attends = [nurse.practitionerId, worker.practitionerId];
    expect((await issue({ attends })).ofBook.says.map(({ words }) => words).join(" ")).toContain(
      "Health has not confirmed",
    );
    await says(nurse);
    const { ofBook } = await says(worker);
    expect(ofBook.says).toEqual([
      {
        words: "Each of the 2 services at the meeting has confirmed its part.",
        clause: expect.stringContaining("4.9"),
      },
    ]);
  });
});

describe("nothing is clear that somebody has not read", () => {
  test("an action that is added makes its owner's part changed since, and is owed again; who was clear and untouched stays so", async () => {
    const { issue, says, act, see, nurse, worker, owed, told, lineOf } = await aPlan();
    await issue();
    await says(nurse);
    await says(worker);
    await act(nurse, "A home visit");
    const changed = await see();
    expect(changed.says).toContain("Not yet clear: the plan has changed since for 1 of those on it");
    expect(changed.lines.filter(({ changedBecause }) => changedBecause).map(({ name }) => name)).toEqual([
      "Amina Yusuf",
    ]);
    expect(await owed()).toEqual(["plan.issue-list-again"]);
    await issue();
    expect(await owed()).toEqual([]);
    expect((await lineOf(nurse)).stands.code).toBe("not-yet");
    expect((await lineOf(worker)).stands.code).toBe("clear");
    const words = (await told("plan.list-issued")).map((one) => [one.to === worker.practitionerId, one.words]);
    expect(words).toContainEqual([true, expect.stringContaining("Your own part is as it was.")]);
  });

  test("somebody who joins, and an action that changes hands or day: changed since; one that is done is no change", async () => {
    const { area, plan, agencies, teacher, nurse, issue, see, as } = await aPlan();
    await issue();
    const { actions } = await area.as(teacher).plan.get({ planId: plan.planId });
    const [first, second] = ["Speech sessions on Thursdays", "Visit the family weekly"].map((what) =>
      actions.find((one) => one.what === what),
    );
    const change = (action: typeof first, more: object) =>
      area.as(teacher).plan.changeAction({
        idempotencyKey: newKey(),
        actionId: action?.actionId ?? "",
        version: action?.version ?? 0,
        ...more,
      });
    await change(first, { state: "done" });
    expect((await see()).hasChanged).toBe(false);
    await change(second, { ownerId: nurse.practitionerId });
    expect((await see()).lines.filter((one) => one.changedBecause).map(({ name }) => name)).toEqual([
      "Amina Yusuf",
      "Dan Peel",
    ]);
    const bo = await area.addPractitioner({ name: "Bo Lamb", agencyId: agencies.health });
    await area.as(teacher).plan.addPractitioner({
      idempotencyKey: newKey(),
      planId: plan.planId,
      practitioner: { practitionerId: bo.practitionerId, posts: [], involvement: "involved" },
    });
    expect((await see()).joined.map(({ name }) => name)).toEqual(["Bo Lamb"]);
    expect((await as(bo).get(plan)).lines.some(({ isMine }) => isMine)).toBe(false);
  });

  test("a question on a part that changes is answered before the list is issued again", async () => {
    const { issue, says, answers, act, nurse } = await aPlan();
    await issue();
    await says(nurse, "Who brings her back?");
    await act(nurse, "A home visit");
    expect(await refusalOf(issue())).toMatchObject({
      kind: "already",
      because:
        "Amina Yusuf asked a question about a part that has changed. Answer it first, then issue the list again.",
    });
    await answers(nurse, "The class teacher does");
    expect((await issue()).says).toContain("5 of 5 have not answered");
  });

  test("a list is not issued twice over the same plan, nor over one that somebody else issued meanwhile; sent twice it is kept once", async () => {
    const { plan, as, teacher, issue, act, nurse } = await aPlan();
    const { issued } = await issue();
    expect(await refusalOf(issue())).toMatchObject({ kind: "already" });
    await act(nurse, "A home visit");
    const sent = {
      ...plan,
      idempotencyKey: newKey(),
      afterListId: issued?.listId,
      childIsAsked: "yes" as const,
      childsPart: "Chooses what she wants to say first",
      familysPart: "Brings her on Thursdays",
      attends: [],
    };
    const again = await as(teacher).issue(sent);
    expect(await as(teacher).issue(sent)).toEqual(again);
    expect(await refusalOf(as(teacher).issue({ ...sent, idempotencyKey: newKey() }))).toMatchObject({
      kind: "changed-since",
    });
  });
});

describe("who may see and say", () => {
  test("nobody says it for somebody else; the lead writes it down for child, family and whoever has no account", async () => {
    const { area, plan, as, teacher, nurse, worker, issue, lineOf, records, answers } = await aPlan();
    await issue();
    const { lineId } = await lineOf(nurse);
    const unknown = await refusalOf(as(worker).say({ idempotencyKey: newKey(), lineId: newId(), says: "clear" }));
    expect(unknown).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(as(worker).say({ idempotencyKey: newKey(), lineId, says: "clear" }))).toEqual(unknown);
    const heard = { ...plan, lineId, says: "clear" as const, how: "By phone", on: localDate("2026-11-23") };
    expect(await refusalOf(as(teacher).record({ ...heard, idempotencyKey: newKey() }))).toMatchObject({
      kind: "already",
      because: "Amina Yusuf can sign in, and says it themselves.",
    });
    await area.write((tx) =>
      tx
        .update(practitioner)
        .set({ issuer: null, subject: null })
        .where(eq(practitioner.practitionerId, nurse.practitionerId)),
    );
    await as(teacher).record({ ...heard, idempotencyKey: newKey() });
    expect((await lineOf(nurse)).said).toMatchObject([{ says: { code: "clear" }, how: "By phone", by: "Morag Shaw" }]);
    expect(await refusalOf(records("family", { on: localDate("2026-11-24") }))).toMatchObject({ kind: "input" });
    expect(await refusalOf(records("family", { on: localDate("2026-11-22") }))).toMatchObject({ kind: "input" });
    await expect(records("family", { says: "asks" })).rejects.toThrow("Enter the question");
    await records("family", { says: "asks", words: "Who calls us?", name: "Ana Lind" });
    expect(await refusalOf(as(nurse).answer({ ...plan, idempotencyKey: newKey(), lineId, words: "x" }))).toMatchObject({
      kind: "not-allowed",
    });
    await answers("family", "Morag Shaw does");
    expect((await lineOf("family")).stands.code).toBe("answered");
    expect(await refusalOf(answers("family", "Again"))).toMatchObject({ kind: "already" });
  });

  test("who works on the plan does not issue it; who does not, and whoever has left, does not see it; a manager reads", async () => {
    const { area, plan, as, agencies, teacher, nurse, childId, issue, says, helen } = await aPlan();
    const sent = { ...plan, idempotencyKey: newKey(), childIsAsked: "yes" as const };
    expect(await refusalOf(as(nurse).issue(sent))).toMatchObject({ kind: "not-allowed" });
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.health });
    expect(await refusalOf(as(stranger).get(plan))).toMatchObject({ kind: "not-visible" });
    await issue();
    await says(nurse);
    await area.relate(helen, childId, "line-manager");
    expect((await as(helen).get(plan)).may.issue.may).toBe(false);
    const { practitioners } = await area.as(teacher).plan.get({ planId: plan.planId });
    const on = practitioners.find(({ practitionerId }) => practitionerId === nurse.practitionerId);
    await area.as(teacher).plan.endPractitioner({
      idempotencyKey: newKey(),
      planPractitionerId: on?.planPractitionerId ?? "",
      reason: "Moved to another post",
    });
    expect(await refusalOf(as(nurse, tuesday).get(plan))).toMatchObject({ kind: "not-visible" });
  });

  test("GIR-75: a light account sees and marks its own line, and nothing else of the list", async () => {
    const { area, plan, agencies, teacher, worker, act, as, issue, see, answers, told, owed } = await aPlan();
    const light = await area.addPractitioner({
      name: "Lou Bell",
      agencyId: agencies.socialWork,
      role: "light",
      title: "Youth worker",
    });
    await area.as(teacher).plan.addPractitioner({
      idempotencyKey: newKey(),
      planId: plan.planId,
      practitioner: { practitionerId: light.practitionerId, posts: [], involvement: "involved" },
    });
    await act(light, "Swimming on Thursdays");
    expect(await as(light).own()).toEqual({ lines: [] });
    await issue();
    const { lines } = await as(light).own();
    expect(lines).toMatchObject([
      {
        child: "Robin A",
        issuedBy: "Morag Shaw",
        does: [{ what: "Swimming on Thursdays" }],
        stands: { code: "not-yet" },
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Ashdown|Visit the family|Speech|Dan Peel/);
    expect(await refusalOf(as(light).get(plan))).toMatchObject({ kind: "not-allowed" });
    const [mine] = lines;
    const asks = { lineId: mine?.lineId ?? "", says: "asks" as const, words: "Which pool?" };
    await as(light).sayOwn({ ...asks, idempotencyKey: newKey() });
    expect((await told("plan.list-asked")).map(({ to }) => to)).toEqual([teacher.practitionerId]);
    expect(await owed()).toEqual(["plan.answer-on-list"]);
    expect(
      (await see()).lines.find(({ practitionerId }) => practitionerId === light.practitionerId)?.said,
    ).toMatchObject([{ words: "Which pool?", by: "Lou Bell" }]);
    await answers(light, "The one by the school");
    expect((await as(light).own()).lines[0]?.said.map(({ words }) => words)).toEqual([
      "Which pool?",
      "The one by the school",
    ]);
    const others = (await see()).lines.find(({ practitionerId }) => practitionerId === worker.practitionerId);
    expect(
      await refusalOf(as(light).sayOwn({ idempotencyKey: newKey(), lineId: others?.lineId ?? "", says: "clear" })),
    ).toMatchObject({ kind: "not-visible" });
    expect(
      (await as(light).sayOwn({ idempotencyKey: newKey(), lineId: asks.lineId, says: "clear" })).lines[0],
    ).toMatchObject({
      stands: { code: "clear" },
    });
  });
});
