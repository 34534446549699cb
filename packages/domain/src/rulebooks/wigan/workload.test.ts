import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aCase, allocationFacts, aPost } from "../../testing/workload.ts";
import { managersOf, spreadOfLeads } from "../../workload/cases.ts";
import type { AllocationFacts, CaseFacts } from "../../workload/model.ts";
import { pointsInWords, quarters, weightProblem } from "../../workload/points.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const on = noonOn(localDate("2026-11-24"));
const book = asItStands(wigan);
const weigh = (of: Partial<CaseFacts>) =>
  book.measure("workload.weight", { practitionerId: "amina", case: aCase(of) }, on);
const allocation = (of: Partial<AllocationFacts>) => book.gate("workload.allocation", allocationFacts(of), on);

describe("WIG-8.6: four drivers estimate a lead's time, and the manager's change is kept beside it", () => {
  test("complex, 7 practitioners, 9 months is more than integrated, 3, 3 months", () => {
    const heavy = weigh({ level: "complex", practitioners: 7, expectedMonths: 9 }).amount;
    expect(heavy).toBeGreaterThan(weigh({ level: "integrated", practitioners: 3, expectedMonths: 3 }).amount);
  });
  test("from 6 to 8 points: the parts show the estimate and the change", () => {
    const decision = weigh({ level: "complex", practitioners: 6, adjustment: quarters(2) });
    expect(pointsInWords(decision.amount)).toBe("8 points");
    expect(decision.parts.map(({ label }) => label)).toContain("Manager's adjustment");
    expect(pointsInWords(decision.amount - quarters(2))).toBe("6 points");
  });
  test("the drivers are cited from CP3.1", () => {
    expect(
      weigh({})
        .findings.filter(({ clause }) => clause.source === "CP3.1")
        .map(({ clause }) => clause.at),
    ).toEqual(["8.6", "8.6", "8.6"]);
  });
});

describe("WIG-8.6.1: the lead always weighs more than anybody who supports", () => {
  test("a weight of 2 beside a supporter's 2 is refused", () => {
    expect(weightProblem(quarters(2), [quarters(2)])).toMatch(/always weighs more/);
    expect(weightProblem(quarters(2), [quarters(3)])).toBeDefined();
    expect(weightProblem(quarters(2) + 1, [quarters(2)])).toBeUndefined();
    expect(weightProblem(quarters(2), [])).toBeUndefined();
  });
  test("an adjustment counts only as far as that holds, and says so", () => {
    const decision = weigh({ adjustment: -quarters(50) });
    expect(decision.amount).toBeGreaterThan(weigh({ role: "supporter" }).amount);
    expect(decision.findings.find(({ rule }) => rule === "england.weight-adjustment")?.because).toMatch(/only as far/);
  });
});

describe("WIG-8.6.2: how leads are spread in a team shows", () => {
  test("Priya holds 4 of the team's 5 leads", () => {
    const team = [
      { id: "priya", leads: 4 },
      { id: "amina", leads: 1 },
      { id: "omar", leads: 0 },
    ];
    expect(spreadOfLeads(team)).toEqual({ total: 5, uneven: ["priya"] });
  });
  test("an even spread, a team of one and a single lead flag nobody", () => {
    expect(
      spreadOfLeads([
        { id: "a", leads: 2 },
        { id: "b", leads: 2 },
      ]).uneven,
    ).toEqual([]);
    expect(spreadOfLeads([{ id: "a", leads: 5 }]).uneven).toEqual([]);
    expect(
      spreadOfLeads([
        { id: "a", leads: 1 },
        { id: "b", leads: 0 },
      ]).uneven,
    ).toEqual([]);
  });
});

describe("WIG-8.6.3b: the load is on screen before a case is given, and over capacity needs a reason", () => {
  const amina = { load: quarters(18), loadAfter: quarters(22), capacity: quarters(20) };
  test("18 of 20 and a 4-point lead: 22 of 20, with a reason or another person", () => {
    const decision = allocation(amina);
    expect(decision).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", from: "line-manager", code: "over-capacity" }],
    });
    expect(decision.findings[0]?.because).toMatch(/22 points of 20 points/);
    expect(allocation({ ...amina, reasonGiven: true }).answer).toBe("permits");
  });
  test("exactly full is not over", () => {
    expect(allocation({ ...amina, loadAfter: quarters(20) }).needs.map(({ code }) => code)).toEqual(["near-capacity"]);
  });
});

describe("WIG-8.6.4a: both managers of a split post see the same load, never doubled", () => {
  const posts = [
    aPost({ postId: "yot", managerId: "m1", agreedCapacity: quarters(10) }),
    aPost({ postId: "youth", managerId: "m2", agreedCapacity: quarters(10) }),
  ];
  test("each manager once, and one total for both", () => {
    expect(managersOf({ practitionerId: "ian", posts })).toEqual(["m1", "m2"]);
    expect(managersOf({ practitionerId: "ian", posts: [...posts, aPost({ postId: "p3", managerId: "m1" })] })).toEqual([
      "m1",
      "m2",
    ]);
    expect(managersOf({ practitionerId: "ian", posts: [aPost({ managerId: "not-recorded" })] })).toEqual([]);
  });
  test("a load of 15 points is 15, however many posts carry it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 }), (plans) => {
        const cases = plans.map((planId) => aCase({ planId }));
        expect(book.measure("workload.load", { practitionerId: "ian", cases }, on).amount).toBe(
          plans.length * quarters(2),
        );
        expect(
          book.measure("workload.capacity", { practitionerId: "ian", posts: [...posts, ...posts] }, on).amount,
        ).toBe(quarters(20));
      }),
    );
  });
});

describe("WIG-8.6.4b: a new lead for a split post waits for the second manager", () => {
  const managers = [
    { id: "yot", acknowledged: true },
    { id: "youth", acknowledged: false },
  ] as const;
  test("well inside capacity, and still awaiting the second manager", () => {
    expect(allocation({ managers }).answer).toBe("prevents");
    expect(allocation({ managers }).findings.find(({ effect }) => effect === "prevents")?.because).toMatch(
      /second manager/,
    );
  });
  test("both acknowledged, or the two working days over (WIG-D22)", () => {
    expect(allocation({ managers: managers.map(({ id }) => ({ id, acknowledged: true })) }).answer).toBe("permits");
    expect(allocation({ managers, secondManagerWaitIsOver: true }).answer).toBe("permits");
  });
  test("not recorded is neither yes nor no", () => {
    expect(allocation({ managers: [managers[0], { id: "youth", acknowledged: "not-recorded" }] }).answer).toBe(
      "unknown",
    );
  });
});

describe("WIG-D20: no cap, and one weight for each person and case", () => {
  test("a supporter who comes to lead swaps the weights", () => {
    const cases = [aCase({ role: "supporter" }), aCase({ role: "lead" })];
    expect(book.measure("workload.load", { practitionerId: "amina", cases }, on).amount).toBe(quarters(2));
  });
  test("no parameter of the book is a number of cases", () => {
    expect(Object.keys(book.parameters).filter((name) => /cases|cap$/i.test(name))).toEqual([]);
  });
});
