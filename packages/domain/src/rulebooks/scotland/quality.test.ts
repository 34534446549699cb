import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { addDays, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { middleOf } from "../../quality/figures.ts";
import type { ChangesOfLeadFacts, PlanWorksFacts, WaitForHelpFacts } from "../../quality/figures-model.ts";
import { readsAs } from "../../quality/monitoring.ts";
import type { MonitoringFacts } from "../../quality/watching-model.ts";
import { monitoringFacts, watchingFacts } from "../../testing/quality.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const at = (day: string) => noonOn(localDate(day));

describe("GIR-39: is it delivered, and is the child better off, are two questions", () => {
  const keep = (of: Partial<MonitoringFacts>) => book.gate("quality.monitoring", monitoringFacts(of), at("2026-06-01"));
  const finlay = { delivered: { done: 5, of: 6 }, situation: "the-same" } as const;
  test("Finlay on 1 June: 5 of 6 done, not better yet: it reads as delivered, not improving", () => {
    const kept = keep(finlay);
    expect(kept.answer).toBe("permits");
    expect(kept.findings.map(({ because }) => because)).toEqual([
      "5 of 6 actions are delivered.",
      "The child's situation is not better yet.",
    ]);
    expect(readsAs(monitoringFacts(finlay))).toEqual({ isDelivered: { done: 5, of: 6 }, isImproving: false });
  });
  test("neither stands for the other", () => {
    expect(keep({ situation: "not-recorded" }).missing).toEqual(["how the child is"]);
    expect(keep({ delivered: "not-recorded" }).missing).toEqual(["what is delivered"]);
    expect(readsAs(monitoringFacts({ situation: "not-recorded", delivered: "not-recorded" }))).toEqual({
      isDelivered: "not-recorded",
      isImproving: "not-recorded",
    });
  });
  test.each([
    ["better", true],
    ["slightly-better", true],
    ["the-same", false],
    ["worse", false],
  ] as const)("%s reads as improving: %s", (situation, isImproving) => {
    expect(readsAs(monitoringFacts({ situation })).isImproving).toBe(isImproving);
  });
});

describe("GIR-71: the lead's own contact with the family", () => {
  const owed = (ownContactOn: "2026-04-01" | "none" | "not-recorded", day: string) =>
    book.duty(
      "quality.watching",
      watchingFacts({
        lead: "ann",
        manager: "team-lead",
        leadsSince: localDate("2026-03-02"),
        ownContactOn: ownContactOn === "2026-04-01" ? localDate(ownContactOn) : ownContactOn,
      }),
      at(day),
    ).owed;
  test("last on 1 April: due by 29 April; on the 30th the lead and the manager are told, whoever else called", () => {
    expect(owed("2026-04-01", "2026-04-29")).toMatchObject([
      { who: "lead-professional", whoId: "ann", due: { day: "2026-04-29" } },
    ]);
    expect(owed("2026-04-01", "2026-04-30").map(({ who, whoId, due }) => [who, whoId, due])).toEqual([
      ["line-manager", "team-lead", "at-once"],
      ["lead-professional", "ann", { day: "2026-04-29" }],
    ]);
    expect(owed("2026-04-01", "2026-04-30")[0]?.because).toMatch(/what others see of the family does not count/);
    expect(isLate({ day: localDate("2026-04-29") }, at("2026-04-30"))).toBe(true);
  });
  test("none yet counts from the first day of the lead; not recorded has no day", () => {
    expect(owed("none", "2026-03-30")[0]?.due).toEqual({ day: "2026-03-30" });
    expect(owed("none", "2026-03-31")).toHaveLength(2);
    expect(owed("not-recorded", "2026-04-30")).toMatchObject([{ act: "quality.own-contact", due: "unknown" }]);
    expect(owed("none", "2026-03-30")[0]?.because).toMatch(/^Leads since 2 March 2026;/);
    expect(owed("2026-04-01", "2026-04-29")[0]?.because).toMatch(
      /^The lead professional's last own contact was on 1 April/,
    );
  });
});

describe("GIR-12: how often a child was passed on", () => {
  const period = { first: localDate("2025-04-01"), last: localDate("2026-03-31") };
  type Lead = Exclude<ChangesOfLeadFacts["leads"], string>[number];
  const lead = (id: string, agency: Lead["agency"], from: string): Lead => ({ id, agency, from: localDate(from) });
  const changes = (leads: ChangesOfLeadFacts["leads"], child = "mia") =>
    book.measure("quality.changes-of-lead", { child: { id: child }, period, leads }, at("2026-04-01"));
  const mia = [
    lead("kerr", "education", "2025-02-01"),
    lead("orr", "health", "2025-08-01"),
    lead("shaw", "social-work", "2026-01-10"),
  ];
  test("Mia had 3 co-ordinators in 3 agencies, and heads the list", () => {
    const decision = changes(mia);
    expect(decision).toMatchObject({ answer: "measured", amount: 2, parts: [{ label: "3 in 3 agencies" }] });
    const others = [changes(mia.slice(0, 1), "kai"), changes(mia.slice(0, 2), "orla")];
    const list = [...others, decision].sort((a, b) => b.amount - a.amount).map(({ facts }) => facts[0]?.about);
    expect(list).toEqual(["child:mia", "child:orla", "child:kai"]);
  });
  test("more than 2 changes are pointed out, 2 are not (GD-9)", () => {
    const said = (of: ReturnType<typeof changes>) => of.findings[0]?.because ?? "";
    expect(said(changes(mia))).toBe("In this time 3 people led, of 3 agencies, with 2 changes.");
    expect(said(changes(mia.slice(0, 2)))).toBe("In this time 2 people led, of 2 agencies, with 1 change.");
    expect(said(changes(mia.slice(0, 1)))).toBe("In this time 1 person led, of 1 agency, with 0 changes.");
    const four = changes([...mia, lead("laing", "education", "2026-03-31")]);
    expect(four).toMatchObject({ amount: 3, parts: [{ label: "4 in 3 agencies" }] });
    expect(said(four)).toMatch(/More than 2: the child was passed on/);
  });
  test("what was before or comes after the period does not count, in whatever order it is given", () => {
    const more = [...mia, lead("early", "police", "2024-01-01"), lead("late", "housing", "2026-04-01")].reverse();
    expect(changes(more)).toMatchObject({ amount: 2, parts: [{ label: "3 in 3 agencies" }] });
    expect(changes([lead("a", "health", "2024-01-01"), lead("b", "health", "2025-03-31")])).toMatchObject({
      amount: 0,
      parts: [{ label: "1 in 1 agency" }],
    });
    expect(changes([lead("a", "health", "2024-01-01"), lead("b", "health", "2025-04-02")]).amount).toBe(1);
  });
  test("a change on a period's first day is counted there, and so in one period of any two side by side", () => {
    const leads = [lead("a", "health", "2024-01-01"), lead("b", "health", "2025-04-01")];
    const inTime = (first: string, last: string) =>
      book.measure(
        "quality.changes-of-lead",
        { child: { id: "mia" }, period: { first: localDate(first), last: localDate(last) }, leads },
        at("2026-04-01"),
      ).amount;
    expect(inTime("2025-04-01", "2026-03-31")).toBe(1);
    expect(inTime("2024-04-01", "2025-03-31")).toBe(0);
  });
  test("the same person again is no change; what is not recorded is named", () => {
    expect(changes([lead("a", "health", "2025-05-01"), lead("a", "health", "2025-06-01")]).amount).toBe(0);
    expect(changes([lead("a", "not-recorded", "2025-05-01")])).toMatchObject({
      answer: "at-least",
      missing: ["the agency of a"],
    });
    expect(changes("not-recorded")).toMatchObject({ answer: "at-least", missing: ["who led"] });
    expect(changes([])).toMatchObject({ answer: "measured", amount: 0 });
  });
});

describe("GIR-15: days from a need to the first help, apart for what was agreed informally and formally", () => {
  const period = { first: localDate("2026-01-01"), last: localDate("2026-03-31") };
  type Need = WaitForHelpFacts["needs"][number];
  const need = (id: string, agreed: Need["agreed"], days: number, neededOn = localDate("2026-01-15")): Need => ({
    id,
    agreed,
    neededOn,
    helpedOn: addDays(neededOn, days),
  });
  const wait = (agreed: "informally" | "formally", needs: readonly Need[]) =>
    book.measure("quality.wait-for-help", { area: "area-1", period, agreed, needs }, at("2026-07-01"));
  const quarter = [
    ...Array.from({ length: 38 }, (_, n) => need(`i-${n}`, "informally", n < 19 ? 5 : 7)),
    ...Array.from({ length: 25 }, (_, n) => need(`f-${n}`, "formally", n < 12 ? 10 : n === 12 ? 21 : 40)),
  ];
  test("informal 6 days of 38, formal 21 days of 25", () => {
    expect(wait("informally", quarter)).toMatchObject({
      answer: "measured",
      amount: 6,
      parts: [{ label: "Agreed informally, 38 needs" }],
    });
    expect(wait("formally", quarter)).toMatchObject({ amount: 21, parts: [{ label: "Agreed formally, 25 needs" }] });
  });
  test("the first and the last day of the quarter count, the days around them do not", () => {
    const days = ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"];
    const around = days.map((day, n) => need(day, "informally", n === 0 || n === 3 ? 90 : 4, localDate(day)));
    expect(wait("informally", around)).toMatchObject({ amount: 4, parts: [{ label: "Agreed informally, 2 needs" }] });
  });
  test("a need without help yet, or of which it is not known how help was agreed, is named", () => {
    const open: Need = { ...need("open", "formally", 0), helpedOn: "none" };
    expect(wait("formally", [need("a", "formally", 3), open])).toMatchObject({
      answer: "at-least",
      amount: 3,
      missing: ["the first help of open"],
    });
    expect(wait("formally", [need("a", "formally", 3), need("b", "not-recorded", 1)]).missing).toEqual([
      "how it was agreed for b",
    ]);
    expect(wait("formally", []).missing).toEqual(["a need that was helped"]);
  });
  test("the middle of some numbers", () => {
    expect([middleOf([]), middleOf([7]), middleOf([9, 1]), middleOf([1, 10, 2])]).toEqual([undefined, 7, 5, 2]);
  });
});

describe("GIR-57: a plan's page answers three questions", () => {
  const support = (id: string, works: boolean | "not-recorded" = true) => ({ id, works });
  const kai: PlanWorksFacts = {
    child: { id: "kai" },
    asked: "working",
    supports: ["a", "b", "c", "d"].map((id) => support(id)).concat(support("swimming", false)),
    clashes: ["two parenting courses"],
    outcomes: [
      { id: "sleeps", reached: true },
      { id: "speaks", reached: false },
      { id: "plays", reached: false },
    ],
  };
  const ask = (asked: PlanWorksFacts["asked"], of: Partial<PlanWorksFacts> = {}) =>
    book.measure("quality.plan-works", { ...kai, ...of, asked }, at("2026-05-01"));
  test("working 4 of 5 with the missed one named, 1 overlap, outcomes reached 1 of 3", () => {
    expect(ask("working")).toMatchObject({ amount: 4, parts: [{ label: "4 of 5" }] });
    expect(ask("working").findings[0]?.because).toBe("Supports that work: 4 of 5. Not: swimming.");
    expect(ask("clashes")).toMatchObject({ answer: "measured", amount: 1 });
    expect(ask("clashes").findings[0]?.because).toBe("1 clash or overlap: two parenting courses.");
    expect(ask("outcomes")).toMatchObject({ amount: 1, parts: [{ label: "1 of 3" }] });
  });
  test("what nobody has looked at is not a no", () => {
    expect(ask("working", { supports: [support("a", "not-recorded")] })).toMatchObject({
      answer: "at-least",
      missing: ["of a"],
    });
    expect(ask("clashes", { clashes: "not-recorded" })).toMatchObject({
      answer: "at-least",
      missing: ["whether supports clash"],
    });
  });
});
