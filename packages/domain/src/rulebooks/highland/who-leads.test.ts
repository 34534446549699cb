import { describe, expect, test } from "vitest";
import type { ItemFacts } from "../../dispute/item-model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { StatutoryChecksFacts } from "../../lead-professional/leading-model.ts";
import type { FamilyContactFacts } from "../../people/family-model.ts";
import type { OverlapFacts } from "../../plan/duties-model.ts";
import { familyContactFacts } from "../../testing/family.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import { overlapFacts } from "../../testing/plan.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (asked: string) => noonOn(localDate(asked));

describe("HIG-190: the statute's checks on a looked-after child stand on the plan, which does not close while one is open", () => {
  const check = (id: string, isMet: boolean | "not-recorded" = true) => ({ id, isMet });
  const close = (
    checks: StatutoryChecksFacts["checks"],
    statuses: StatutoryChecksFacts["child"]["statuses"] = [aStatus("looked-after", "2026-06-01")],
    asked = "2026-12-14",
  ) =>
    book.gate(
      "lead-professional.statutory-checks",
      { child: { id: "skye", statuses }, plan: { id: "p" }, checks },
      on(asked),
    );
  const four = ["a", "b", "c", "d"].map((id) => check(id));
  test("Skye's five checks on 14 December, four met and one open: refused", () => {
    const decision = close([...four, check("e", false)]);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]).toMatchObject({
      strength: "law",
      because: "4 of 5 checks of the statute are met. The plan can close once all are.",
    });
    expect(close([...four, check("e")]).answer).toBe("permits");
  });
  test("a check that nobody recorded is not met, and checks that nobody recorded are asked for", () => {
    expect(close([...four, check("e", "not-recorded")]).answer).toBe("prevents");
    expect(close("not-recorded")).toMatchObject({ answer: "unknown", missing: ["the statute's checks"] });
    expect(close(four, "not-recorded")).toMatchObject({ answer: "unknown", missing: ["legal statuses"] });
  });
  test.each([
    ["2026-05-31", "silent"],
    ["2026-06-01", "prevents"],
  ])("only while looked after: on %s, %s", (asked, answer) => {
    expect(close([check("a", false)], [aStatus("looked-after", "2026-06-01")], asked).answer).toBe(answer);
  });
});

const item = (kind: ItemFacts["kind"]) => book.gate("dispute.item", { item: { id: "struan" }, kind }, on("2027-01-06"));

describe("HIG-176: a youth item is of one of four kinds, and the former forum's tasks go with it", () => {
  test("Struan's item: one of the four has to be chosen", () => {
    const decision = item("not-recorded");
    expect(decision).toMatchObject({ answer: "unknown", missing: ["the kind of youth item"] });
    expect(decision.findings.at(-1)?.because).toBe(
      "Choose one: Persistent offender, Antisocial Behaviour Order, Parenting Order, Intensive Supervision and Monitoring.",
    );
  });
  test("an item about no young offender is of none of them", () => {
    expect(item("none").answer).toBe("permits");
  });
  test.each([
    ["persistent-offender", "Persistent offender"],
    ["antisocial-behaviour-order", "Antisocial Behaviour Order"],
    ["parenting-order", "Parenting Order"],
    ["intensive-supervision", "Intensive Supervision and Monitoring"],
  ] as const)("%s", (kind, label) => {
    const decision = item(kind);
    expect(decision.answer).toBe("permits");
    expect(decision.findings.at(-1)?.because).toBe(`${label}: the tasks of the former forum go with it.`);
  });
});

describe("HIG-85: two agencies that visit at one time are shown to the lead, who settles it with both", () => {
  const visit = (id: string, service: string, day = "2026-10-14") => ({ id, service, on: localDate(day) });
  const owed = (of: Partial<OverlapFacts>, asked = "2026-10-12") =>
    book
      .duty("plan.overlap", overlapFacts({ help: [], ...of }), on(asked))
      .owed.filter(({ rule }) => rule === "highland.visits-clash");
  const two = [visit("nurse", "health"), visit("family-worker", "social-work")];
  test("Rory, 14 October: marked before and on the day, and past after it", () => {
    expect(owed({ visits: two })).toMatchObject([
      { who: "lead-professional", act: "plan.settle-overlap:nurse+family-worker" },
    ]);
    expect(owed({ visits: two })[0]?.because).toBe(
      "Two services visit on 14 October 2026: agree with them who goes when, and record it.",
    );
    expect(owed({ visits: two }, "2026-10-14")).toHaveLength(1);
    expect(owed({ visits: two }, "2026-10-15")).toEqual([]);
  });
  test("two of one service, or on two days, do not clash", () => {
    expect(owed({ visits: [visit("a", "health"), visit("b", "health")] })).toEqual([]);
    expect(owed({ visits: [visit("a", "health"), visit("b", "social-work", "2026-10-15")] })).toEqual([]);
  });
});

describe("HIG-92: from the day the plan is agreed the family's usual contact is the lead, with the named person beside", () => {
  const shown = (of: Partial<FamilyContactFacts>, asked: string) =>
    book
      .designation("people.family-contact", familyContactFacts({ cover: "none", ...of }), on(asked))
      .findings.flatMap((f) => ("holder" in f && f.holder.kind === "person" ? [[f.holder.id, f.tier]] : []));
  test.each([
    ["2026-03-09", []],
    ["2026-03-10", [["mrs-shaw", "must"]]],
    ["2026-03-11", [["mrs-shaw", "must"]]],
  ])("Eilidh, whose named person leads from 10 March; on %s: %j", (asked, people) => {
    const lead = { id: "mrs-shaw", from: localDate("2026-03-10") };
    expect(shown({ lead }, asked)).toEqual(people);
  });
  test("Rory: the social worker and, under her, the health visitor as named person", () => {
    const lead = { id: "social-worker", from: localDate("2026-10-06") };
    expect(shown({ lead, namedPerson: "health-visitor" }, "2026-10-06")).toEqual([
      ["social-worker", "must"],
      ["health-visitor", "may"],
    ]);
  });
});
