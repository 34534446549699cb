import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { InvolvementFacts } from "../../lead-professional/not-involved.ts";
import type { RefusedFacts } from "../../plan/refused.ts";
import { anAdoption } from "../../testing/builders.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import { england } from "../england/england.ts";
import { highland } from "../highland/highland.ts";
import { adopt, asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const on = (day: string) => noonOn(localDate(day));
const noPart = (because: InvolvementFacts["childs"]["because"]) => ({ involvedOn: "none", because }) as const;
const took = (day: string) => ({ involvedOn: localDate(day), because: "none" }) as const;

/** Lewis, whose family was visited on 13 May; nobody is confirmed yet. */
const lewis = (of: Partial<InvolvementFacts> = {}): InvolvementFacts => ({
  child: { id: "lewis" },
  childs: took("2026-05-12"),
  familys: took("2026-05-13"),
  confirmedOn: "none",
  calendar: workingCalendar("scotland"),
  ...of,
});
const may = (of: Partial<InvolvementFacts>, day = "2026-05-13", by = book) =>
  by.gate("lead-professional.not-involved", lewis(of), on(day));
const saysOf = (of: Partial<InvolvementFacts>, whose: "child" | "family", day?: string) =>
  may(of, day).findings.find(({ about }) => about === `${whose}:lewis`)?.because;

describe("GIR-24, GD-10: child and family take part, or one of four reasons stands in place of it", () => {
  test.each([
    ["2026-05-12", "prevents"],
    ["2026-05-13", "permits"],
    ["2026-05-14", "permits"],
  ])("Lewis's family was visited on 13 May, asked on %s: %s", (day, answer) => {
    expect(may({}, day).answer).toBe(answer);
  });
  test.each([
    ["none", "prevents"],
    ["not-recorded", "unknown"],
    ["whereabouts-unknown", "permits"],
    ["declined", "permits"],
    ["immediate-danger", "permits"],
    ["too-young", "prevents"],
  ] as const)("the family took no part, because %s: %s", (because, answer) => {
    expect(may({ familys: noPart(because) }).answer).toBe(answer);
  });
  test("each says what holds, and it is ours", () => {
    expect(saysOf({ familys: noPart("none") }, "family")).toBe(
      "Involve the family first, or record why that is not possible. Nobody is confirmed before that.",
    );
    expect(saysOf({ familys: noPart("declined") }, "family")).toBe(
      "The family took no part, and the reason is on record: they declined.",
    );
    expect(saysOf({ childs: noPart("immediate-danger") }, "child")).toBe(
      "The child took no part, because there was immediate danger. They are involved as soon as that is past.",
    );
    expect(may({ familys: { involvedOn: "not-recorded", because: "none" } }).missing).toEqual([
      "how the family was involved, or why not",
    ]);
    const ours = ["ours", "must", "scotland.not-involved-reason"];
    expect(may({}).findings.map(({ strength, force, rule }) => [strength, force, rule])).toEqual([ours, ours]);
  });
  test("a baby is too young, and then the family is required", () => {
    const baby = { childs: noPart("too-young") } as const;
    expect(may(baby).answer).toBe("permits");
    expect(may({ ...baby, familys: noPart("none") }).answer).toBe("prevents");
    expect(saysOf({ ...baby, familys: noPart("none") }, "child")).toBe(
      "The child is too young to take part, so the family has to. Involve the family first.",
    );
    expect(saysOf({ ...baby, familys: noPart("too-young") }, "family")).toBe(
      "A child's age is no reason for leaving the family out. Involve the family first.",
    );
    const nobody = may({ ...baby, familys: noPart("declined") });
    expect(nobody.answer).toBe("refers");
    expect(nobody.findings).toContainEqual(expect.objectContaining({ effect: "refers", decidedBy: "line-manager" }));
  });
  test("an area may know fewer reasons", () => {
    const fewer = adopt(scotland, anAdoption({ settings: { reasonsForNotInvolving: ["whereabouts-unknown"] } }));
    expect(may({ familys: noPart("declined") }, "2026-05-13", fewer).answer).toBe("prevents");
    expect(may({ familys: noPart("whereabouts-unknown") }, "2026-05-13", fewer).answer).toBe("permits");
    expect(may({ familys: noPart("declined") }, "2026-05-13", fewer).findings[1]?.because).toBe(
      "This is no reason here for leaving the family out: they declined. Involve the family first.",
    );
  });
});

describe("GD-10: whoever was left out because of danger is involved within 5 working days", () => {
  const owed = (of: Partial<InvolvementFacts>, day = "2026-05-20") =>
    book.duty("lead-professional.involvement", lewis({ confirmedOn: localDate("2026-05-13"), ...of }), on(day)).owed;
  const inDanger = { familys: noPart("immediate-danger") } as const;
  test("confirmed on Wednesday 13 May: the family by Wednesday 20 May", () => {
    expect(owed(inDanger)).toMatchObject([
      {
        who: "lead-professional",
        act: "lead-professional.involve-family",
        force: "must",
        due: { day: "2026-05-20" },
        about: "family:lewis",
        strength: "ours",
        because: expect.stringMatching(/^The family was left out because of danger\. Involve them now/),
      },
    ]);
    expect(owed({ ...inDanger, childs: noPart("immediate-danger") }).map(({ act }) => act)).toEqual([
      "lead-professional.involve-child",
      "lead-professional.involve-family",
    ]);
  });
  test.each([
    ["2026-05-18", 1],
    ["2026-05-19", 0],
    ["2026-05-20", 0],
  ])("involved on 19 May, asked on %s: %i", (day, count) => {
    expect(owed({ familys: { involvedOn: localDate("2026-05-19"), because: "immediate-danger" } }, day)).toHaveLength(
      count,
    );
  });
  test("no other reason asks for it, nor a choice nobody confirmed; when it was confirmed is asked for", () => {
    for (const because of ["declined", "whereabouts-unknown", "too-young", "none"] as const)
      expect(owed({ familys: noPart(because) })).toEqual([]);
    expect(owed({ ...inDanger, confirmedOn: "none" })).toEqual([]);
    expect(owed({ ...inDanger, confirmedOn: "not-recorded" })).toMatchObject([
      { due: "unknown", because: expect.stringContaining("it is not recorded when the lead was confirmed") },
    ]);
  });
});

describe("GD-14: a family or a child may refuse a plan, and nothing else closes with it", () => {
  const refusal = { by: "family", on: localDate("2026-06-01"), isWritten: true } as const;
  const refused = (of: Partial<RefusedFacts> = {}, day = "2026-06-02", by = book) =>
    by.gate(
      "plan.refused",
      {
        child: { id: "kai", statuses: [] },
        refused: refusal,
        safetyIsThePrimaryIssue: false,
        newTriggerOn: "none",
        ...of,
      },
      on(day),
    );
  const says = (of: Partial<RefusedFacts>, day?: string) => refused(of, day).findings.map(({ because }) => because);
  test.each([
    ["2026-05-31", "prevents"],
    ["2026-06-01", "permits"],
    ["2026-06-02", "permits"],
  ])("refused on 1 June, asked on %s: %s", (day, answer) => {
    expect(refused({}, day).answer).toBe(answer);
  });
  test("the need closes as declined, help goes on, and it is no concern", () => {
    expect(says({})).toEqual([
      "The family refused the plan on 1 June 2026. The need for a lead professional closes as declined. Each agency's own help goes on, and the refusal is no concern by itself.",
    ]);
    expect(says({ refused: { ...refusal, by: "child" } })[0]).toMatch(/^The child refused the plan on 1 June 2026\./);
    expect(refused({}).findings).toMatchObject([{ strength: "ours", force: "may", about: "family:kai" }]);
  });
  test("it is written down; nobody refused, or nobody recorded it", () => {
    expect(refused({ refused: { ...refusal, isWritten: false } })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "refusal-in-words" }],
    });
    expect(refused({ refused: { ...refusal, isWritten: "not-recorded" } }).missing).toEqual([
      "what they said in refusing it",
    ]);
    expect(says({ refused: "none" })).toEqual(["Nobody has refused the plan, so the need for a lead stays."]);
    expect(refused({ refused: "not-recorded" }).missing).toEqual(["whether the plan was refused"]);
  });
  test.each(["child-protection-register", "looked-after", "antisocial-behaviour-order"] as const)(
    "a measure in law is the exception while it holds: %s",
    (kind) => {
      const statuses = [aStatus(kind, "2026-05-05", { until: "2026-06-10" })];
      const under = (day: string) => refused({ child: { id: "kai", statuses } }, day).answer;
      expect([under("2026-06-09"), under("2026-06-10")]).toEqual(["prevents", "permits"]);
    },
  );
  test("so is safety; what nobody recorded is asked for, and a support plan is no measure", () => {
    expect(says({ safetyIsThePrimaryIssue: true })).toContain(
      "The need for a lead stays, though the plan was refused: the child's safety is the primary issue. Say so to the family.",
    );
    expect(refused({ safetyIsThePrimaryIssue: true }).answer).toBe("prevents");
    expect(refused({ safetyIsThePrimaryIssue: "not-recorded" }).missing).toEqual([
      "whether safety is the primary issue",
    ]);
    expect(refused({ child: { id: "kai", statuses: "not-recorded" } }).missing).toEqual(["legal statuses"]);
    const statuses = [aStatus("co-ordinated-support-plan", "2026-05-05")];
    expect(refused({ child: { id: "kai", statuses } }).answer).toBe("permits");
  });
  test.each([
    ["2026-06-01", "permits"],
    ["2026-06-02", "prevents"],
    ["2026-06-03", "permits"],
  ])("a new trigger on %s, asked on 2 June: %s", (newTriggerOn, answer) => {
    expect(refused({ newTriggerOn: localDate(newTriggerOn) }).answer).toBe(answer);
  });
  test("it raises a new need, and whether there was one is asked for", () => {
    expect(says({ newTriggerOn: localDate("2026-06-02") })).toContain(
      "Something called for a plan on 2 June 2026, after the refusal: it raises a new need. Ask the child and the family again.",
    );
    expect(refused({ newTriggerOn: "not-recorded" }).missing).toEqual(["whether anything called for a plan since"]);
  });
  test("while nobody has refused only that is said, whatever else is not recorded", () => {
    const open = { safetyIsThePrimaryIssue: true, newTriggerOn: "not-recorded" } as const;
    for (const state of [{ refused: "none" }, { refused: { ...refusal, on: localDate("2026-06-03") } }] as const)
      expect(refused({ ...open, ...state }).findings.map(({ rule }) => rule)).toEqual(["scotland.refusal-closes-need"]);
  });
  test("what is asked for must be, and what a family may do it may", () => {
    const { findings } = refused({ newTriggerOn: localDate("2026-06-02"), safetyIsThePrimaryIssue: true });
    expect(findings.map(({ rule, force }) => [rule, force])).toEqual([
      ["scotland.refusal-closes-need", "may"],
      ["scotland.refusal-not-under-compulsion", "must"],
      ["scotland.refusal-new-trigger", "must"],
    ]);
  });
  test("Highland goes by it too; England is silent", () => {
    expect(refused({}, "2026-06-02", asItStands(highland)).answer).toBe("permits");
    expect(refused({}, "2026-06-02", asItStands(england)).answer).toBe("silent");
  });
});
