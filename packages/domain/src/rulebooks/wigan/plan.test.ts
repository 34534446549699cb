import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ActionOwnerFacts } from "../../plan/people-model.ts";
import { actionDutiesFacts, actionOwnerFacts } from "../../testing/plan.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const day = localDate;
const on = (date: string) => noonOn(day(date));

describe("WIG-7.4: a child or a parent owns an action, and somebody named helps", () => {
  const walk = (of: Partial<ActionOwnerFacts> = {}) =>
    book.designation(
      "plan.action-owner",
      actionOwnerFacts({ owner: { id: "hale", as: "parent-or-carer" }, supporters: ["nair"], ...of }),
      on("2026-11-24"),
    );
  test("'walk to school together' is Mr Hale's, with Priya Nair's support: both are named", () => {
    const decision = walk();
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "hale" }] });
    expect(decision.findings.filter(({ rule }) => rule === "wigan.plan-family-owns")).toMatchObject([
      { tier: "must", holder: { id: "hale" }, about: "child:child-1", clause: { source: "CP3.1", at: "7.4" } },
      {
        tier: "suggested",
        holder: { id: "nair" },
        because: "Helps the child or the parent to carry out the action, and is named beside them.",
      },
    ]);
    expect(walk({ owner: { id: "callum", as: "child" } }).holders).toEqual([{ kind: "person", id: "callum" }]);
  });
  test("without anybody to help, that is missing; a practitioner's own action is not asked", () => {
    expect(walk({ supporters: [] }).missing).toEqual(["who helps them with it"]);
    expect(walk({ supporters: "not-recorded" }).missing).toEqual(["who helps them with it"]);
    const rules = walk({ owner: { id: "nurse", as: "practitioner" } }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain("wigan.plan-family-owns");
  });
  test("what a family owns is the child's fact, what a practitioner owns theirs", () => {
    const about = (owner: ActionOwnerFacts["owner"]) =>
      walk({ owner }).findings.find(({ rule }) => rule === "england.plan-action-accepted")?.about;
    expect(about({ id: "hale", as: "parent-or-carer" })).toBe("child:child-1");
    expect(about({ id: "nurse", as: "practitioner" })).toBe("practitioner:nurse");
  });
  test("while it is queried it is nobody's", () => {
    expect(walk({ word: { says: "queries", on: day("2026-11-20"), settledOn: "none" } }).answer).toBe("open");
  });
});

describe("WIG-7.8: help that ends is looked back on by the family and the practitioners", () => {
  const ends = { id: "speech", state: "ended", endedOn: day("2027-01-29") } as const;
  const shows = (of: object, date: string) =>
    book.duty("plan.action-duties", actionDutiesFacts({ action: { ...ends, ...of } }), on(date)).owed;
  test.each([
    ["2027-01-28", []],
    ["2027-01-29", ["plan.evaluate:speech"]],
    ["2027-03-01", ["plan.evaluate:speech"]],
  ])("speech therapy ends on 29 January 2027; on %s: %j", (date, acts) => {
    expect(shows({}, date).map(({ act }) => act)).toEqual(acts);
  });
  test("the plan shows 'evaluation missing', and whose", () => {
    expect(shows({}, "2027-01-29")[0]).toMatchObject({
      rule: "wigan.plan-evaluated",
      due: "at-once",
      because:
        "Evaluation missing: this help ended on 29 January 2027, and nothing is recorded of what the family and the practitioners made of it.",
    });
    expect(shows({ familyEvaluatedOn: day("2027-01-29") }, "2027-01-29")[0]?.because).toContain(
      "of what the practitioners made",
    );
    expect(shows({ practitionersEvaluatedOn: day("2027-01-29") }, "2027-01-29")[0]?.because).toContain(
      "of what the family made",
    );
    const later = { familyEvaluatedOn: day("2027-02-01"), practitionersEvaluatedOn: day("2027-01-29") };
    expect(shows(later, "2027-01-31")[0]?.because).toContain("of what the family made");
    const turned = { familyEvaluatedOn: day("2027-01-29"), practitionersEvaluatedOn: day("2027-02-01") };
    expect(shows(turned, "2027-01-31")[0]?.because).toContain("of what the practitioners made");
    const both = { familyEvaluatedOn: day("2027-02-01"), practitionersEvaluatedOn: day("2027-02-01") };
    expect([shows(both, "2027-01-31").length, shows(both, "2027-02-01").length]).toEqual([1, 0]);
  });
});
