import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { adopt, asItStands } from "../rulebooks/questions.ts";
import { anAdoption } from "../testing/builders.ts";
import { aStatus } from "../testing/lead-professional.ts";
import { actionOwnerFacts, familyPlanFacts } from "../testing/plan.ts";
import type { ActionOwnerFacts } from "./people-model.ts";

const on = noonOn(localDate("2026-11-24"));

describe("CWDC 3.13: whoever said yes to an action owns it", () => {
  const owner = (of: Partial<Exclude<ActionOwnerFacts["word"], string>>) =>
    asItStands(england)
      .designation(
        "plan.action-owner",
        actionOwnerFacts({ word: { says: "accepts", on: localDate("2026-10-06"), settledOn: "none", ...of } }),
        on,
      )
      .findings.filter(({ rule }) => rule.endsWith("action-accepted"))
      .map((finding) => [finding.tier, "from" in finding ? finding.from : undefined]);
  test("from the day of the yes, or from the day a query was settled", () => {
    expect(owner({})).toEqual([["must", "2026-10-06"]]);
    expect(owner({ settledOn: localDate("2026-10-12") })).toEqual([["must", "2026-10-06"]]);
    expect(owner({ says: "queries", settledOn: localDate("2026-10-12") })).toEqual([["must", "2026-10-12"]]);
    expect(owner({ says: "queries" })).toEqual([["unknown", undefined]]);
    expect(owner({ says: "queries", settledOn: localDate("2026-11-25") })).toEqual([["unknown", undefined]]);
  });
});

describe("BOL-9.4: a Family Plan has one lead", () => {
  test.each([
    [["sian"], "permits", "One lead professional co-ordinates the Family Plan."],
    [["sian", "sian"], "permits", "One lead professional co-ordinates the Family Plan."],
    [["sian", "rob"], "prevents", "The Family Plan has 2 leads. Agree on one, who is the family's key contact."],
    [[], "prevents", "No lead: this is urgent. The deputy is offered to take it up until the next lead accepts."],
  ] as const)("%j: %s", (leads, effect, because) => {
    expect(
      asItStands(bolton)
        .gate("plan.family", familyPlanFacts({ leads }), on)
        .findings.filter(({ rule }) => rule.endsWith("one-lead"))
        .map((finding) => [finding.effect, finding.because]),
    ).toEqual([[effect, because]]);
  });
});

describe("HIG-123: what the law asks is in the plan as a dated action", () => {
  const owed = (kinds: readonly string[], statuses: "not-recorded" | readonly ReturnType<typeof aStatus>[]) =>
    adopt(highland, anAdoption({ settings: { statusesWithRequirements: kinds } }))
      .duty("plan.requirements", { child: { id: "child-1", statuses }, plan: { id: "plan-1" }, answered: [] }, on)
      .owed.map(({ act }) => act);
  test("statuses that nobody recorded are asked for, where the area has one kind that asks something, and not where none does", () => {
    expect(owed(["looked-after"], "not-recorded")).toEqual(["plan.record-statuses"]);
    expect(owed([], "not-recorded")).toEqual([]);
    expect(owed(["looked-after"], [aStatus("looked-after", "2026-11-24")])).toEqual([
      "plan.write-requirement:looked-after",
    ]);
    expect(owed(["looked-after"], [aStatus("looked-after", "2026-11-25")])).toEqual([]);
  });
});
