import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, outbox } from "../../db/schema/change.ts";
import type { TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import type { ProposalView } from "./views.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const aProposal = async (edition: string, capacity?: number) => {
  const of = await aCase(database, { edition });
  if (capacity !== undefined) await of.area.setCapacity(of.nurse, capacity);
  await answered(of);
  await asked(of);
  return { of, proposal: await proposed(of, of.nurse) };
};

type Entry = {
  readonly by: TestPerson;
  readonly stage: string;
  readonly outcome: "agreed" | "not-agreed" | "declined" | "done" | "not-possible";
  readonly words?: string;
  readonly at?: Date;
  readonly version?: number;
};

/** Records a stage as the product's screen would, with whatever the stage asks besides. */
async function enter(
  of: TestCase,
  proposalId: string,
  { by, stage, outcome, words, at, version }: Entry,
): Promise<ProposalView> {
  const caller = of.area.as(by, at);
  const view = await caller.leadProfessional.proposal({ proposalId });
  const asks = view.stages.find((one) => one.stage === stage)?.may.asks ?? [];
  return caller.leadProfessional.recordStage({
    idempotencyKey: newId(),
    proposalId,
    version: version ?? view.version,
    stage,
    outcome,
    ...(words === undefined ? {} : { words }),
    ...(asks.includes("held-on") ? { heldOn: localDate("2026-11-23") } : {}),
    ...(asks.includes("participants")
      ? { participantIds: [of.nurse, of.worker].map(({ practitionerId }) => practitionerId) }
      : {}),
  });
}

const talkedOver = (of: TestCase, proposalId: string) =>
  enter(of, proposalId, { by: of.teacher, stage: "group-discussion", outcome: "agreed" });
const accepts = (of: TestCase, proposalId: string) =>
  enter(of, proposalId, { by: of.nurse, stage: "acceptance", outcome: "agreed" });

const noticesTo = (of: TestCase, person: TestPerson) =>
  of.area.write((tx) =>
    tx
      .select({ payload: outbox.payload, recordedAt: outbox.recordedAt })
      .from(outbox)
      .where(sql`kind = 'notice' and payload ->> 'practitionerId' = ${person.practitionerId}`),
  );

const owedOn = (of: TestCase) =>
  of.area.write((tx) =>
    tx
      .select({ act: duty.act, owedBy: duty.owedBy, dueBy: duty.dueBy, doneAt: duty.doneAt })
      .from(duty)
      .where(sql`plan_id = ${of.planId}`),
  );

describe("whose word a stage is", () => {
  test("WIG-8.7.4b: the discussion is kept with its day, who took part and what came of it", async () => {
    const { of, proposal } = await aProposal("wigan");
    const view = await talkedOver(of, proposal.proposalId);
    expect(view.stages.find(({ stage }) => stage === "group-discussion")).toMatchObject({
      state: "through",
      entries: [{ heldOn: "2026-11-23", participants: ["Amina Yusuf", "Dan Peel"], outcome: { code: "agreed" } }],
    });
  });

  test("only the person proposed accepts or declines; a later stage waits for it", async () => {
    const { of, proposal } = await aProposal("wigan");
    await talkedOver(of, proposal.proposalId);
    const entry = { stage: "acceptance", outcome: "agreed" as const };
    expect(await refusalOf(enter(of, proposal.proposalId, { ...entry, by: of.teacher }))).toMatchObject({
      kind: "not-allowed",
      why: "This is for the person proposed as lead professional.",
    });
    const early = enter(of, proposal.proposalId, { by: of.nurse, stage: "line-manager", outcome: "agreed" });
    expect(await refusalOf(early)).toMatchObject({ kind: "already", because: "Another step comes first." });
  });

  test("a manager sees the child only once it is on the manager's desk, and another's manager never", async () => {
    const { of, proposal } = await aProposal("wigan");
    const ask = (person: TestPerson) =>
      of.area.as(person).leadProfessional.proposal({ proposalId: proposal.proposalId });
    await expect(ask(of.helen)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await talkedOver(of, proposal.proposalId);
    await accepts(of, proposal.proposalId);
    expect((await ask(of.helen)).stages.find(({ stage }) => stage === "line-manager")?.may.enter).toEqual({
      may: true,
    });
    await expect(ask(of.gary)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a step that was recorded a moment ago is not recorded again over it", async () => {
    const { of, proposal } = await aProposal("wigan");
    const { version } = proposal;
    await talkedOver(of, proposal.proposalId);
    const again = enter(of, proposal.proposalId, {
      by: of.teacher,
      stage: "group-discussion",
      outcome: "agreed",
      version,
    });
    expect(await refusalOf(again)).toMatchObject({
      kind: "already",
      because: "Morag Shaw recorded this already. Reload the page to see it.",
    });
  });
});

describe("WIG-8.7.5: when nobody is agreed on", () => {
  const notAgreed = async () => {
    const { of, proposal } = await aProposal("wigan");
    const at = new Date("2026-11-24T14:20:00.000Z");
    const view = await enter(of, proposal.proposalId, {
      by: of.teacher,
      stage: "group-discussion",
      outcome: "not-agreed",
      words: "Each thinks the other should",
      at,
    });
    return { of, view, at };
  };

  test("WIG-8.7.5a: each worker's line manager is told at the moment it is recorded", async () => {
    const { of, at } = await notAgreed();
    for (const manager of [of.helen, of.gary])
      expect(
        (await noticesTo(of, manager)).map(({ recordedAt, payload }) => [payload["act"] as string, recordedAt]),
      ).toContainEqual(["lead-professional.tell-line-manager", at.toISOString()]);
  });

  test("WIG-8.7.5b: each worker owes it to have told their manager within 2 working days, and WIG-D12: the managers have 5", async () => {
    const { of, view } = await notAgreed();
    const owed = await owedOn(of);
    const told = owed.filter(({ act }) => act === "lead-professional.line-manager-told");
    expect(told.map(({ dueBy }) => dueBy)).toEqual(["2026-11-26T00:00:00.000Z", "2026-11-26T00:00:00.000Z"]);
    expect(view.state).toBe("stopped");
    expect(view.endedBecause).toBe("Each thinks the other should");
    const settle = view.notAgreed.filter(({ act }) => act === "lead-professional.managers-agree");
    expect(settle.map(({ owedBy, clock }) => [owedBy.name, clock?.due]).sort()).toEqual([
      ["Gary Holt", "by the end of 1 December 2026"],
      ["Helen Marsh", "by the end of 1 December 2026"],
      ["Isobel Laing", "by the end of 1 December 2026"],
    ]);
  });

  test("WIG-8.7.5b: the day of telling and the day of recording are kept apart", async () => {
    const { of } = await notAgreed();
    const mine = (await owedOn(of)).find(
      ({ act, owedBy }) => act === "lead-professional.line-manager-told" && owedBy === of.worker.practitionerId,
    );
    expect(mine).toBeDefined();
    const { dutyId } = (await of.area.as(of.worker).plan.get({ planId: of.planId })).duties.find(
      ({ act, owedBy }) =>
        act === "lead-professional.line-manager-told" && owedBy.practitionerId === of.worker.practitionerId,
    ) ?? { dutyId: "" };
    const recorded = await of.area
      .as(of.worker, new Date("2026-11-27T09:00:00.000Z"))
      .leadProfessional.recordManagerTold({ idempotencyKey: newId(), dutyId, toldOn: localDate("2026-11-25") });
    expect(recorded).toMatchObject({ toldOn: "2026-11-25", recordedAt: "2026-11-27T09:00:00.000Z", inTime: true });
  });

  test("WIG-8.7.5b: nobody told a manager before nobody was agreed on, nor on a day to come", async () => {
    const { of } = await notAgreed();
    const { dutyId } = (await of.area.as(of.worker).plan.get({ planId: of.planId })).duties.find(
      ({ act, owedBy }) =>
        act === "lead-professional.line-manager-told" && owedBy.practitionerId === of.worker.practitionerId,
    ) ?? { dutyId: "" };
    const told = (on: string) =>
      of.area
        .as(of.worker, new Date("2026-11-25T09:00:00.000Z"))
        .leadProfessional.recordManagerTold({ idempotencyKey: newId(), dutyId, toldOn: localDate(on) });
    const problem = (message: string) => ({ kind: "input", problems: [{ path: "toldOn", message }] });
    expect(await refusalOf(told("2026-11-23"))).toEqual(
      problem("Enter a day that is not before 24 November 2026, when nobody was agreed on"),
    );
    expect(await refusalOf(told("2026-11-26"))).toEqual(problem("Enter a day that is not in the future"));
    expect(await told("2026-11-24")).toMatchObject({ toldOn: "2026-11-24", inTime: true });
  });

  test("acceptance after the manager declined is refused, with the manager's reason; the person is no longer asked", async () => {
    const { of, proposal } = await aProposal("wigan");
    await talkedOver(of, proposal.proposalId);
    await accepts(of, proposal.proposalId);
    await enter(of, proposal.proposalId, {
      by: of.helen,
      stage: "line-manager",
      outcome: "declined",
      words: "Two colleagues are away until March",
    });
    const late = of.area.as(of.nurse).leadProfessional.recordStage({
      idempotencyKey: newId(),
      proposalId: proposal.proposalId,
      version: 9,
      stage: "acceptance",
      outcome: "agreed",
    });
    expect(await refusalOf(late)).toMatchObject({
      kind: "already",
      because: "This proposal stopped, because it was not agreed. Two colleagues are away until March",
    });
    expect((await of.area.as(of.nurse).leadProfessional.waitingForMe({})).waiting).toEqual([]);
  });

  test("HIG-148: in Highland a refusal leaves the clock of 10 working days that runs since the need", async () => {
    const { of, proposal } = await aProposal("highland");
    await enter(of, proposal.proposalId, {
      by: of.teacher,
      stage: "childs-meeting",
      outcome: "not-possible",
      words: "All spoken to by phone",
    });
    const view = await enter(of, proposal.proposalId, {
      by: of.nurse,
      stage: "acceptance",
      outcome: "declined",
      words: "Moving teams in January",
    });
    expect(view.state).toBe("stopped");
    expect(view.notAgreed[0]?.clock?.due).toBe("by the end of 8 December 2026"); // 30 November does not count in Scotland
  });
});

describe("workload at the moment of agreeing", () => {
  test("WIG-8.6.3b: over what was agreed, the manager sees both figures and goes on only with a reason", async () => {
    const { of, proposal } = await aProposal("wigan", 4);
    await talkedOver(of, proposal.proposalId);
    await accepts(of, proposal.proposalId);
    const stage = (
      await of.area.as(of.helen).leadProfessional.proposal({ proposalId: proposal.proposalId })
    ).stages.find(({ stage: one }) => one === "line-manager");
    expect(stage?.may.wordsNeededFor).toContain("agreed");
    const bare = enter(of, proposal.proposalId, { by: of.helen, stage: "line-manager", outcome: "agreed" });
    expect(await refusalOf(bare)).toMatchObject({
      kind: "input",
      problems: [{ path: "words", message: "Enter why more is given than was agreed" }],
    });
    const view = await enter(of, proposal.proposalId, {
      by: of.helen,
      stage: "line-manager",
      outcome: "agreed",
      words: "Two cases close by Christmas",
    });
    expect(view.state).toBe("appointed");
    expect(view.capacity).toMatchObject({ capacity: 1, isOver: true });
  });

  test("BOL-D18: over what was agreed nothing is blocked; the manager is asked why, and the answer is kept", async () => {
    const { of, proposal } = await aProposal("bolton", 0);
    const { last } = await agreeAll(of, proposal.proposalId);
    expect(last.state).toBe("appointed");
    const asks = (await owedOn(of)).filter(({ act }) => act === "workload.write-down-why");
    expect(asks.map(({ owedBy, doneAt }) => [owedBy, doneAt])).toEqual([[of.helen.practitionerId, null]]);
    const view = await enter(of, proposal.proposalId, {
      by: of.helen,
      stage: "workload",
      outcome: "agreed",
      words: "The relationship matters more",
    });
    expect(view.stages.find(({ stage }) => stage === "workload")?.entries).toMatchObject([
      { words: "The relationship matters more" },
    ]);
    expect(
      (await owedOn(of)).filter(({ act, doneAt }) => act === "workload.write-down-why" && doneAt === null),
    ).toEqual([]);
  });

  const splitPost = async () => {
    const of = await aCase(database, { edition: "wigan" });
    const second = await of.area.addPractitioner({
      name: "Ruth Poole",
      agencyId: of.agencies.education,
      role: "team-manager",
    });
    await of.area.addPost(of.nurse, {
      agencyId: of.agencies.education,
      lineManagerId: second.practitionerId,
      agreedCapacity: 20,
    });
    await answered(of);
    await asked(of);
    const { proposalId } = await proposed(of, of.nurse);
    await talkedOver(of, proposalId);
    await accepts(of, proposalId);
    return { of, second, proposalId };
  };

  test("WIG-8.6.4b: a worker with two managers starts to lead only once the second has acknowledged", async () => {
    const { of, second, proposalId } = await splitPost();
    const first = await enter(of, proposalId, {
      by: of.helen,
      stage: "line-manager",
      outcome: "agreed",
      words: "Room for it",
    });
    expect(first.state).toBe("open");
    expect(first.stages.find(({ stage }) => stage === "second-line-manager")).toMatchObject({
      state: "next",
      people: [{ name: "Ruth Poole" }],
    });
    const done = await enter(of, proposalId, { by: second, stage: "second-line-manager", outcome: "agreed" });
    expect(done.state).toBe("appointed");
  });

  test("WIG-D22: the first manager goes on alone only after 2 working days without an answer, with the reason on record", async () => {
    const { of, proposalId } = await splitPost();
    await enter(of, proposalId, { by: of.helen, stage: "line-manager", outcome: "agreed", words: "Room for it" });
    const alone = {
      by: of.helen,
      stage: "second-line-manager",
      outcome: "not-possible" as const,
      words: "No answer since Monday",
    };
    const onTime = new Date("2026-11-25T16:00:00.000Z");
    expect(await refusalOf(enter(of, proposalId, { ...alone, at: onTime }))).toMatchObject({ kind: "not-allowed" });
    const late = new Date("2026-11-26T09:00:00.000Z");
    expect((await enter(of, proposalId, { ...alone, at: late })).state).toBe("appointed");
  });
});
