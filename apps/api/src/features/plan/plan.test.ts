import { type BroughtToLight, localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const aMinuteLater = new Date("2026-11-23T10:01:00.000Z");
const view = (of: TestCase, person = of.teacher) => of.area.as(person).plan.get({ planId: of.planId });
const anAction = (of: TestCase, over: Record<string, unknown> = {}) => ({
  idempotencyKey: newId(),
  planId: of.planId,
  childId: of.childId,
  what: "Speech group on Tuesdays",
  outcome: "Asks for things in words",
  ownerId: of.nurse.practitionerId,
  dueOn: localDate("2027-01-15"),
  ...over,
});

describe("who works on a plan", () => {
  test("WIG-8.8.3, CWDC-4.2: each shows agency, relationship and since when; the named person keeps links with the child (HIG-84)", async () => {
    const of = await aCase(database, { edition: "highland" });
    const { practitioners } = await view(of);
    expect(practitioners.map(({ name, agency, isNamedPerson }) => [name, agency.name, isNamedPerson])).toEqual([
      ["Amina Yusuf", "Community nursing", false],
      ["Dan Peel", "Family support", false],
      ["Morag Shaw", "Tern Lane School", true],
    ]);
  });

  test("access begins with somebody's work on the plan and ends with it", async () => {
    const of = await aCase(database);
    const kit = await of.area.addPractitioner({ name: "Kit Amos", agencyId: of.agencies.health });
    await expect(view(of, kit)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const added = await of.area.as(of.teacher).plan.addPractitioner({
      idempotencyKey: newId(),
      planId: of.planId,
      practitioner: {
        practitionerId: kit.practitionerId,
        posts: [],
        involvement: "involved",
        relationship: "Knew the mother in 2024",
      },
    });
    expect((await view(of, kit)).planId).toBe(of.planId);
    const row = added.practitioners.find(({ name }) => name === "Kit Amos");
    await of.area.as(of.teacher).plan.endPractitioner({
      idempotencyKey: newId(),
      planPractitionerId: row?.planPractitionerId ?? "",
      reason: "Moved to another team",
    });
    await expect(of.area.as(kit, aMinuteLater).plan.get({ planId: of.planId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("nobody is put on twice; whoever is proposed or is the contact goes on until that has passed on", async () => {
    const of = await aCase(database);
    const twice = of.area.as(of.teacher).plan.addPractitioner({
      idempotencyKey: newId(),
      planId: of.planId,
      practitioner: { practitionerId: of.nurse.practitionerId, posts: [], involvement: "involved" },
    });
    expect(await refusalOf(twice)).toMatchObject({ kind: "already", because: "Amina Yusuf is on this plan already." });
    await answered(of);
    await asked(of);
    await proposed(of, of.nurse);
    const rows = (await view(of)).practitioners;
    const end = (name: string) =>
      of.area.as(of.teacher).plan.endPractitioner({
        idempotencyKey: newId(),
        planPractitionerId: rows.find((one) => one.name === name)?.planPractitionerId ?? "",
        reason: "Moved",
      });
    expect(await refusalOf(end("Amina Yusuf"))).toMatchObject({
      because: "Amina Yusuf is proposed as lead professional. Withdraw the proposal first.",
    });
    expect(await refusalOf(end("Morag Shaw"))).toMatchObject({
      because: "Morag Shaw is the contact for this plan until somebody leads.",
    });
  });

  test("people are found by name, post or agency, a page at a time", async () => {
    const of = await aCase(database);
    const find = async (search: string) =>
      (await of.area.as(of.teacher).plan.colleagues({ search })).people.map(({ name }) => name);
    expect(await find("amina")).toEqual(["Amina Yusuf"]);
    expect(await find("Community nursing")).toEqual(["Amina Yusuf", "Helen Marsh"]);
    expect(await find("100%_")).toEqual([]);
  });
});

describe("what was agreed", () => {
  test("BOL-2.4: an action has one owner, the owner's agency, what it should achieve and a day; it is on the owner's list when late", async () => {
    const of = await aCase(database);
    await of.area.as(of.teacher).plan.addAction(anAction(of));
    const { actions } = await view(of, of.nurse);
    expect(actions).toMatchObject([
      {
        owner: { name: "Amina Yusuf" },
        agency: { name: "Community nursing" },
        outcome: "Asks for things in words",
        state: { code: "planned" },
        isLate: false,
        isMine: true,
      },
    ]);
    const later = await of.area.as(of.nurse, new Date("2027-01-16T09:00:00.000Z")).plan.get({ planId: of.planId });
    expect(later.actions[0]?.isLate).toBe(true);
  });

  test("an owner says how their own action stands, and changes nothing else; a version that was overtaken changes nothing", async () => {
    const of = await aCase(database);
    const { actions } = await of.area.as(of.teacher).plan.addAction(anAction(of));
    const actionId = actions[0]?.actionId ?? "";
    const change = (person = of.nurse, more: Record<string, unknown> = {}) =>
      of.area.as(person).plan.changeAction({ idempotencyKey: newId(), actionId, version: 1, ...more });
    await expect(change(of.nurse, { dueOn: localDate("2027-02-01") })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(change(of.worker, { state: "done" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await change(of.nurse, { state: "running" })).actions[0]?.state.label).toBe("Running");
    await expect(change(of.teacher, { state: "done" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("an owner works on the plan, and an action does not end before it starts", async () => {
    const of = await aCase(database);
    const add = (over: Record<string, unknown>) => of.area.as(of.teacher).plan.addAction(anAction(of, over));
    expect(await refusalOf(add({ ownerId: of.gary.practitionerId }))).toMatchObject({
      problems: [{ path: "ownerId", message: "Choose somebody who works on the plan" }],
    });
    expect(await refusalOf(add({ startsOn: localDate("2027-03-01") }))).toMatchObject({
      problems: [{ path: "dueOn", message: "Enter a day that is not before it starts" }],
    });
  });
});

describe("what only people can say", () => {
  test("RN-04: whether the help is one integrated response is a person's answer with its reason, and the need is asked again", async () => {
    const of = await aCase(database, { edition: "england" });
    const before = await view(of);
    expect(before.leadNeeded?.decision.answer).not.toBe("required");
    const caller = of.area.as(of.teacher);
    const sent = { idempotencyKey: newId(), planId: of.planId, version: before.version, integratedResponse: true };
    await expect(caller.plan.answer(sent)).rejects.toThrow("Enter why");
    const after = await caller.plan.answer({ ...sent, integratedResponseReason: "Two services visit on the same day" });
    expect(after.leadNeeded?.decision.answer).toBe("required");
    await expect(
      caller.plan.answer({ ...sent, idempotencyKey: newId(), integratedResponseReason: "Again" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("GIR-5: how the need arose is one of the routes, and is shown with the plan", async () => {
    const of = await aCase(database, { edition: "scotland" });
    expect((await view(of)).answers.route?.code).toBe("specialist-within-universal-services");
  });

  test("CWDC-BOX1-youth-gates: each agency's word on the officer leading is kept with who said it and when", async () => {
    const of = await aCase(database, { edition: "england" });
    const said = (supports: boolean) =>
      of.area.as(of.teacher).plan.recordSupport({
        idempotencyKey: newId(),
        planId: of.planId,
        agency: "health",
        supports,
        saidBy: "Helen Marsh",
        saidOn: localDate("2026-11-23"),
      });
    await said(false);
    const { support } = await said(true);
    expect(support).toEqual([
      { agency: { code: "health", label: "Health" }, supports: true, saidBy: "Helen Marsh", saidOn: "2026-11-23" },
    ]);
  });
});

describe("who must not", () => {
  test("another agency's practitioner and another area's cannot tell that there is a plan; who works on it may not change it", async () => {
    const of = await aCase(database);
    const elsewhere = await aCase(database);
    await expect(view(of, of.gary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(elsewhere.area.as(elsewhere.teacher).plan.get({ planId: of.planId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(of.area.as(of.worker).plan.addAction(anAction(of))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await of.area.as(of.worker).plan.get({ planId: of.planId })).may.change.why).toBe(
      "Your part in this child's care does not let you change the plan.",
    );
  });

  test("the same key twice agrees one action, and each step is in the chronology and the audit", async () => {
    const of = await aCase(database);
    const sent = anAction(of);
    await of.area.as(of.teacher).plan.addAction(sent);
    await of.area.as(of.teacher).plan.addAction(sent);
    expect((await view(of)).actions).toHaveLength(1);
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    expect(steps.map(({ title }) => title)).toContain("Amina Yusuf will do: Speech group on Tuesdays");
  });

  test("a child's plans list who leads, or since when nobody does", async () => {
    const of = await aCase(database, { edition: "highland" });
    const { plans } = await of.area.as(of.nurse).plan.forChild({ childId: of.childId });
    expect(plans).toMatchObject([
      {
        planId: of.planId,
        state: "open",
        contact: { name: "Morag Shaw" },
        leadNeededSince: "2026-11-23",
        leadClock: { due: "by the end of 8 December 2026" },
      },
    ]);
  });
});

describe("GIR-9: what brought the need to light is coded, a particular trigger with its kind and its day", () => {
  const said = (of: TestCase, trigger: BroughtToLight, version: number) =>
    of.area.as(of.teacher).plan.answer({ idempotencyKey: newId(), planId: of.planId, version, trigger });

  test("Finlay's built up over time; Eve's was an event, her mother's admission on 17 March 2026", async () => {
    const of = await aCase(database, { edition: "highland" });
    const { version, answers } = await view(of);
    expect(answers).not.toHaveProperty("trigger");
    const finlay = await said(of, { is: "built-up" }, version);
    expect(finlay.answers.trigger).toEqual({ what: { code: "built-up", label: "It built up over time" } });

    const words = "Mother admitted to hospital";
    const eve = await said(of, { is: "particular", kind: "event", on: localDate("2026-03-17"), words }, finlay.version);
    const what = { code: "event", label: "Something that happened" };
    expect(eve.answers.trigger).toEqual({ what, on: "2026-03-17", words });
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    expect(steps.find(({ title }) => title === "The plan's questions were answered")?.detail).toBe(
      "What brought the need to light: something that happened, on 17 March 2026. Mother admitted to hospital",
    );

    const again = await said(of, { is: "built-up" }, eve.version);
    expect(again.answers.trigger).toEqual({ what: { code: "built-up", label: "It built up over time" } });
  });

  test("a day to come is refused", async () => {
    const of = await aCase(database, { edition: "highland" });
    const { version } = await view(of);
    const words = "Moves school";
    expect(
      await refusalOf(said(of, { is: "particular", kind: "event", on: localDate("2026-11-24"), words }, version)),
    ).toMatchObject({
      kind: "input",
      problems: [{ path: "trigger.on", message: "Enter a day that is not in the future" }],
    });
  });
});
