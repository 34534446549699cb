import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aCase, agreeAll, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const seenBy = (of: TestCase, person = of.teacher) =>
  of.area.as(person).leadProfessional.candidates({ planId: of.planId });

test("BOL-5.1, CWDC-3.14b: the people involved stand side by side by name; nobody is preselected and nobody has a score", async () => {
  const of = await aCase(database, { edition: "bolton" });
  const view = await seenBy(of);
  expect(view.candidates.map(({ name }) => name)).toEqual(["Amina Yusuf", "Dan Peel", "Morag Shaw"]);
  expect(JSON.stringify(view)).not.toMatch(/"(score|rank|selected|recommended)"/);
});

test("WIG-8.8.8: capacity is shown as totals before and after, and no other family is behind it", async () => {
  const of = await aCase(database, { edition: "wigan" });
  await answered(of);
  const view = await seenBy(of);
  const nurse = view.candidates.find(({ name }) => name === "Amina Yusuf");
  expect(nurse?.capacity).toEqual({ loadBefore: 1.25, loadAfter: 2.5, capacity: 20, isLeast: false, isOver: false });
  const capacity = view.sheet.find(({ code }) => code === "capacity");
  expect(capacity?.shown.find(({ practitionerId }) => practitionerId === of.nurse.practitionerId)?.words).toBe(
    "1.25 points now, 2.5 points with this lead; of 20 points",
  );
});

describe("what rests on a colleague's own record", () => {
  const pending = async () => {
    const of = await aCase(database, { edition: "wigan" });
    await of.area.addStanding(of.nurse, "enhanced-check", { state: "applied-for" });
    await of.area.relate(of.helen, of.childId, "line-manager");
    return of;
  };
  const suitabilityOf = async (of: TestCase, person = of.teacher) =>
    (await seenBy(of, person)).candidates.find(({ name }) => name === "Amina Yusuf");

  test("a colleague sees the answer, how many clauses they may not read, and whom to ask", async () => {
    const of = await pending();
    const seen = await suitabilityOf(of);
    expect(seen?.suitability.decision).toMatchObject({ answer: "prevents", findings: [] });
    expect(seen?.suitability.decision.hiddenFindings).toBeGreaterThan(0);
    expect(seen?.suitability.askWho.map(({ name }) => name)).toEqual(["Helen Marsh"]);
    expect(seen?.mayBeProposed).toEqual({ may: false, why: "A clause stands in the way of this person leading now." });
    expect(JSON.stringify(seen)).not.toMatch(/applied|waiting for/i);
  });

  test("the person's line manager, and the person, read the findings with their clauses", async () => {
    const of = await pending();
    for (const reader of [of.helen, of.nurse]) {
      const seen = await suitabilityOf(of, reader);
      expect(seen?.suitability.decision.findings.map(({ because }) => because).join(" ")).toMatch(/check/i);
      expect(seen?.suitability.askWho).toEqual([]);
    }
  });
});

test("GIR-11: on route 1 the universal practitioner is listed under that clause, and everybody else needs the reason", async () => {
  const of = await aCase(database, { edition: "scotland", route: "evidence-from-universal-services" });
  const { candidates } = await seenBy(of);
  const teacher = candidates.find(({ name }) => name === "Morag Shaw");
  expect(teacher?.listedUnder.map(({ title }) => title)).toContain(
    "The universal practitioner already working with the child comes first",
  );
  expect(teacher?.needs.map(({ code }) => code)).not.toContain("passed-over-universal-practitioner");
  const others = candidates.filter(({ name }) => name !== "Morag Shaw");
  expect(others.every(({ needs }) => needs.some(({ code }) => code === "passed-over-universal-practitioner"))).toBe(
    true,
  );
});

test("HIG-117, BOL-5.7: whom child and family would like shows beside the person", async () => {
  const of = await aCase(database, { edition: "highland" });
  await asked(of, of.worker);
  const { candidates, views } = await seenBy(of);
  expect(candidates.map(({ name, isChildsWish, isFamilysWish }) => [name, isChildsWish, isFamilysWish])).toEqual([
    ["Amina Yusuf", false, false],
    ["Dan Peel", true, true],
    ["Morag Shaw", false, false],
  ]);
  expect(views.map(({ whose, wishedFor, words }) => [whose, wishedFor, words])).toEqual([
    ["child", "Dan Peel", "Somebody who listens"],
    ["family", "Dan Peel", "Somebody who listens"],
  ]);
});

test("WIG-8.7.4: only those involved are listed; who leads now and who is proposed cannot be proposed again", async () => {
  const of = await aCase(database, { edition: "wigan" });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  const open = await seenBy(of);
  expect(open.openProposalId).toBe(proposalId);
  expect(open.may.propose).toEqual({ may: false, why: "Amina Yusuf has been proposed. Open that proposal." });
  await agreeAll(of, proposalId);
  const after = await seenBy(of);
  expect(after.candidates.find(({ leadsNow }) => leadsNow)?.mayBeProposed).toEqual({
    may: false,
    why: "Amina Yusuf leads now.",
  });
});

test("another agency's practitioner who does not work with the child, and another area's, see nothing", async () => {
  const of = await aCase(database, { edition: "highland" });
  const elsewhere = await aCase(database, { edition: "highland" });
  await expect(seenBy(of, of.gary)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    elsewhere.area.as(elsewhere.teacher).leadProfessional.candidates({ planId: of.planId }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("WIG-8.8.4: the question of a conflict is there for whoever is said to speak up for the child, and for nobody else", async () => {
  const of = await aCase(database, { edition: "wigan" });
  await answered(of);
  const { candidates } = await seenBy(of);
  for (const { needs } of candidates)
    expect(needs.filter(({ code }) => code === "advocate-also-leads")).toMatchObject([
      { ifRated: "advocacy", for: "why an advocate may also lead", clause: { at: "8.8.4" } },
    ]);
});

test("WIG-8.8.4: whether somebody speaks up for the child is asked with yes or no, a yes with what it rests on", async () => {
  const of = await aCase(database, { edition: "wigan" });
  await answered(of);
  await asked(of);
  const { sheet, candidates, planVersion } = await seenBy(of);
  expect(sheet.filter(({ answer }) => answer === "yes-no").map(({ code }) => code)).toEqual(["advocacy"]);
  const { practitionerId } = of.nurse;
  const needs = candidates.find((one) => one.practitionerId === practitionerId)?.needs ?? [];
  const saying = (advocacy: { readonly rating?: "yes" | "no" | "strong"; readonly evidence?: string }) =>
    of.area.as(of.teacher).leadProfessional.propose({
      idempotencyKey: newId(),
      planId: of.planId,
      version: planVersion,
      practitionerId,
      reason: "Sees the family every week",
      reasons: Object.fromEntries(
        needs.filter(({ ifRated }) => ifRated === undefined).map(({ code }) => [code, "Talked over"]),
      ),
      weighed: sheet
        .filter(({ from }) => from === "people")
        .map(({ code, of: whose }) => ({
          criterion: code,
          ...(whose === "candidate" ? { candidateId: practitionerId } : {}),
          ...(code === "advocacy" ? advocacy : { words: "Talked over" }),
        })),
    });
  expect(await refusalOf(saying({}))).toMatchObject({ kind: "rule-prevents" });
  expect(await refusalOf(saying({ rating: "strong" }))).toMatchObject({ kind: "input" });
  expect(await refusalOf(saying({ rating: "yes", evidence: "Appointed in March" }))).toMatchObject({
    problems: [{ path: "reasons.advocate-also-leads" }],
  });
  expect((await saying({ rating: "no" })).weighed.find(({ criterion }) => criterion === "advocacy")).toEqual({
    criterion: "advocacy",
    label: "A continuing duty to speak up for the child or a parent",
    candidate: { practitionerId, name: "Amina Yusuf" },
    rating: "no",
  });
});
