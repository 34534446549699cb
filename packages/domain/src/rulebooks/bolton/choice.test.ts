import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { BestPlacedFacts, ChoiceFacts } from "../../lead-professional/model.ts";
import { bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const day = localDate("2026-11-24");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const placed = (of: Partial<BestPlacedFacts> = {}) =>
  book.designation("lead-professional.best-placed", bestPlacedFacts(of), noonOn(day));
const ids = (of: Partial<BestPlacedFacts> = {}) =>
  placed(of).holders.map((holder) => (holder.kind === "person" ? holder.id : holder.kind));

describe("BOL-5.1: no formula, and nobody is preselected", () => {
  test("four candidates stand side by side", () => {
    const involved = ["fay", "rob", "senco", "nurse"].map((id) => anInvolved(id));
    expect(placed({ involved, assessor: "fay" })).toMatchObject({ answer: "open", tier: "may" });
    expect(ids({ involved, assessor: "fay" })).toHaveLength(4);
  });
});

describe("BOL-5.2: somebody already working with the family may lead", () => {
  test("Rob works with the mother, Dr Shah does not", () => {
    const involved = [anInvolved("rob"), anInvolved("dr-shah", { involvement: "not-involved" })];
    expect(ids({ involved, assessor: "none" })).toEqual(["rob"]);
  });
});

describe("BOL-5.3: somebody about to take a major part may lead", () => {
  const starting = (startsOn: string, openActions = 3) =>
    ids({
      assessor: "none",
      involved: [anInvolved("sian", { involvement: "about-to-start", startsOn: localDate(startsOn), openActions })],
    });
  test("starting on 7 December with 3 actions, proposed on 24 November", () => {
    expect(starting("2026-12-07")).toEqual(["sian"]);
  });
  test.each([
    ["the twentieth working day", "2026-12-22", ["sian"]],
    ["the day after", "2026-12-23", []],
  ])("%s (BOL-D24)", (_, startsOn, listed) => {
    expect(starting(startsOn)).toEqual(listed);
  });
  test("without an action of the plan it is no major part", () => {
    expect(starting("2026-12-07", 0)).toEqual([]);
  });
  test("without a day of starting nobody is about to start", () => {
    expect(ids({ assessor: "none", involved: [anInvolved("sian", { involvement: "about-to-start" })] })).toEqual([]);
  });
});

describe("BOL-5.4: whoever made the assessment is offered to start, and may decline", () => {
  test("an offer that needs their acceptance, above nobody", () => {
    const decision = placed({ assessor: "nurse" });
    expect(decision.tier).toBe("may");
    expect(decision.needs).toMatchObject([{ what: "agreement", from: "proposed-lead" }]);
    expect(ids({ assessor: "nurse" })).toEqual(["teacher", "nurse"]);
  });
  test.each(["none", "not-recorded"] as const)("assessor %s: no offer", (assessor) => {
    expect(placed({ assessor }).needs).toEqual([]);
  });
});

describe("BOL-5.7: young person and family are asked whom they would like", () => {
  const twoWishes = {
    chosen: "fay",
    chosenAgency: "voluntary",
    candidates: ["fay", "rob"],
    wishOf: { child: "rob", family: "fay" },
  } as const;
  test("Ali wants Rob, his mother Fay: Fay is confirmed with the reason", () => {
    expect(ask(twoWishes).needs.map(({ code }) => code)).toContain("child-wish-not-followed");
    expect(ask({ ...twoWishes, reasons: ["child-wish-not-followed", "child-told-why"] }).answer).toBe("permits");
    expect(ask(twoWishes).facts).toContainEqual({ about: "child:child-1", name: "child's wish", value: "rob" });
    expect(ask(twoWishes).facts).toContainEqual({ about: "family:child-1", name: "family's wish", value: "fay" });
  });
  test("an answer or a refusal has to be there, and not asked is neither", () => {
    expect(ask({ wishOf: { child: "not-recorded", family: "fay" } }).answer).toBe("unknown");
    expect(ask({ wishOf: { child: "none", family: "none" } }).answer).toBe("permits");
  });
});

describe.each([
  ["BOL-8.2", "post", "an everyday part of the post"],
  ["BOL-8.3", "contact", "often they see the family"],
])("%s: %s is shown for each person and keeps nobody out", (id, code, words) => {
  test(`the sheet shows it from what is recorded (${id})`, () => {
    expect(asks.find((one) => one.code === code)).toMatchObject({
      from: "records",
      label: expect.stringContaining(words),
    });
  });
  test("a blank is said and bars nobody", () => {
    const answers = choiceFacts(asks).answers.filter(({ criterion }) => criterion !== code);
    expect(ask({ answers }).answer).toBe("permits");
    expect(ask({ answers }).findings.filter(({ because }) => because.includes("keeps nobody out"))).toHaveLength(2);
  });
});
