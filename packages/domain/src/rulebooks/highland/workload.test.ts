import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aCase, allocationFacts } from "../../testing/workload.ts";
import { onTaskList } from "../../workload/cases.ts";
import type { LoadFacts } from "../../workload/model.ts";
import { quarters } from "../../workload/points.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { highland } from "./highland.ts";

const on = noonOn(localDate("2026-03-02"));
const load = (of: LoadFacts, edition = highland) => asItStands(edition).measure("workload.load", of, on);

describe("HIG-13: being a named person adds nothing where there is no concern", () => {
  test("named person for 120 children with nothing open: no load", () => {
    const named = load({
      practitionerId: "teacher",
      cases: [],
      namedPersonFor: { children: 120, withSomethingOpen: 0 },
    });
    expect(named).toMatchObject({ answer: "measured", amount: 0 });
    expect(named.findings.some(({ rule }) => rule === "highland.load-named-person")).toBe(true);
  });
  test("of 180 pupils with 4 concerns the task list shows 4", () => {
    const pupils = Array.from({ length: 180 }, (_, index) => ({ id: `child-${index}`, hasSomethingOpen: index < 4 }));
    expect(onTaskList(pupils)).toHaveLength(4);
  });
  test("any number of children leaves the load of the cases as it is", () => {
    const cases = [aCase()];
    const without = load({ practitionerId: "teacher", cases }).amount;
    expect(
      load({ practitionerId: "teacher", cases, namedPersonFor: { children: 180, withSomethingOpen: 1 } }).amount,
    ).toBe(without);
  });
});

describe("GIR-16: whoever already co-ordinates and takes the role has one case and not two", () => {
  test("Ann Reid's count stays 1 for Finlay", () => {
    const before = [aCase({ planId: "finlay", role: "supporter" })];
    const after = [...before, aCase({ planId: "finlay", role: "lead" })];
    expect(load({ practitionerId: "ann", cases: before }, scotland).amount).toBe(quarters(1));
    expect(load({ practitionerId: "ann", cases: after }, scotland)).toMatchObject({
      amount: quarters(1),
      parts: [{ label: "Case led" }],
    });
  });
  test("a case counts the same for whoever leads and whoever supports (HN-19), and nothing is capped", () => {
    const book = asItStands(scotland);
    const weight = (role: "lead" | "supporter") =>
      book.measure("workload.weight", { practitionerId: "ann", case: aCase({ role, practitioners: 9 }) }, on).amount;
    expect([weight("lead"), weight("supporter")]).toEqual([quarters(1), quarters(1)]);
    expect(book.gate("workload.allocation", allocationFacts(), on).answer).toBe("silent");
    expect(book.silence("workload.allocation")).toMatch(/no limit/);
    expect(book.silence("workload.capacity")).toMatch(/no capacity/);
  });
});
