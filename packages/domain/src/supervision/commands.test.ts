import { describe, expect, test } from "vitest";
import { AnswerForSupervision, ArrangeSupervision, RecordSession } from "./commands.ts";

const id = "01935b9c-0000-7000-8000-00000000000";
const arranged = {
  idempotencyKey: "3f0b7a52-6a0e-4a53-9d4f-0a8f6f0d9c11",
  practitionerId: `${id}1`,
  model: "usual",
  practiceSupervisorId: `${id}2`,
  usualEveryDays: 42,
};
const problems = (of: { success: boolean; error?: { issues: readonly { path: PropertyKey[] }[] } }) =>
  (of.error?.issues ?? []).map(({ path }) => path.join("."));

describe("CWDC-5.18f, CWDC-5.19a, CWDC-5.19c: how somebody is supervised is settled whole", () => {
  test.each([
    ["as usual", {}, []],
    ["another frequency, with its days and its reason", { model: "frequency", leadEveryDays: 21, reason: "New" }, []],
    ["another frequency without either", { model: "frequency" }, ["leadEveryDays", "reason"]],
    ["two supervisors", { model: "dual", leadSupervisorId: `${id}3` }, []],
    ["two supervisors of whom one is missing", { model: "dual" }, ["leadSupervisorId"]],
    ["two supervisors who are one person", { model: "dual", leadSupervisorId: `${id}2` }, ["leadSupervisorId"]],
    ["no days at all", { usualEveryDays: 0 }, ["usualEveryDays"]],
    ["more than a quarter of a year apart", { usualEveryDays: 93 }, ["usualEveryDays"]],
  ])("%s", (_, given, wrong) => {
    expect(problems(ArrangeSupervision.safeParse({ ...arranged, ...given }))).toEqual(wrong);
  });
});

test("BOL-11.1: a talk in between needs a day and a line, and nothing more", () => {
  const talk = {
    ...arranged,
    strand: "practice",
    kind: "informal",
    heldOn: "2026-11-24",
    note: "Five minutes on leave",
  };
  expect(RecordSession.safeParse(talk).success).toBe(true);
  expect(problems(RecordSession.safeParse({ ...talk, note: " " }))).toEqual(["note"]);
});

test("CWDC-5.19b: a request is answered with a day, or with why not", () => {
  const asked = { ...arranged, requestId: `${id}4`, version: 1 };
  expect(problems(AnswerForSupervision.safeParse({ ...asked, answer: "offered" }))).toEqual(["offeredOn"]);
  expect(problems(AnswerForSupervision.safeParse({ ...asked, answer: "not-now" }))).toEqual(["words"]);
  expect(AnswerForSupervision.safeParse({ ...asked, answer: "offered", offeredOn: "2026-11-26" }).success).toBe(true);
});
