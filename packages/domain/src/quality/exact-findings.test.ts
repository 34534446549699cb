import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { complaintDutiesFacts, complaintFacts } from "../testing/complaint.ts";
import { checkFacts, procedureFacts, shareFacts } from "../testing/quality.ts";
import type { ComplaintDutiesFacts, ComplaintFacts } from "./complaint-model.ts";
import type { ChangesOfLeadFacts, PlanWorksFacts, WaitForHelpFacts } from "./figures-model.ts";

const [ofWigan, ofScotland] = [asItStands(wigan), asItStands(scotland)];
const on = (day: string) => noonOn(localDate(day));

describe("WIG-8.5.5: a complaint is handled by the manager of the person it is about, or above", () => {
  const handles = (of: Partial<ComplaintFacts>) =>
    ofWigan
      .gate("quality.complaint", complaintFacts(of), on("2026-11-24"))
      .findings.filter(({ rule }) => rule === "wigan.complaint-handled")
      .map(({ effect, because }) => [effect, because]);
  const inLine = [true, false, "not-recorded"] as const;
  test("the manager handles it, whatever is recorded of the line", () => {
    for (const isInManagementLine of inLine)
      expect(handles({ by: { id: "helen", isInManagementLine } })).toEqual([
        ["permits", "The manager of the person it is about handles it."],
      ]);
  });
  test("somebody else only from higher up in that line", () => {
    expect(inLine.map((isInManagementLine) => handles({ by: { id: "kate", isInManagementLine } })[0])).toEqual([
      ["permits", "It is handled higher up in the same management line."],
      ["prevents", "A complaint is handled by the manager of the person it is about, or by somebody above."],
      ["unknown", "It is not recorded whether this person is in the management line of the one it is about."],
    ]);
  });
  test("nobody about themselves, nor about who manages them", () => {
    const by = { id: "helen", isInManagementLine: true } as const;
    expect(handles({ by, about: "helen" })).toEqual([["prevents", "Nobody handles a complaint about themselves."]]);
    expect(handles({ by, manages: ["helen"] })).toEqual([
      ["prevents", "Nobody handles a complaint about their own manager."],
    ]);
  });
});

describe("WIG-9.2.3: feedback on an organisation shows its age until its chief officer answers", () => {
  const complaint = { id: "feedback", kind: "about-organisation", receivedOn: localDate("2026-11-24") } as const;
  const asked = (day: string, of: Partial<ComplaintDutiesFacts> = {}) =>
    ofWigan
      .duty("quality.complaint-duties", complaintDutiesFacts({ complaint, about: "trust", ...of }), on(day))
      .owed.filter(({ act }) => act === "quality.answer-feedback")
      .map(({ because }) => because);
  const words = (age: string) =>
    `Feedback on how this organisation uses the role came on 24 November 2026, ${age} ago. Answer it with what is done.`;
  test.each([
    ["2026-11-23", "0 days"],
    ["2026-11-24", "0 days"],
    ["2026-11-25", "1 day"],
    ["2026-11-26", "2 days"],
  ])("on %s: %s", (day, age) => {
    expect(asked(day)).toEqual([words(age)]);
  });
  test("answered, from that day on it is quiet", () => {
    const answeredOn = localDate("2026-12-01");
    expect(asked("2026-11-30", { answeredOn })).toHaveLength(1);
    expect(asked("2026-12-01", { answeredOn })).toEqual([]);
  });
});

const period = { first: localDate("2026-11-01"), last: localDate("2026-11-30") };

describe("GIR 1, item 1: the middle of the days until help was there", () => {
  type Need = WaitForHelpFacts["needs"][number];
  const need = (id: string, of: Partial<Need> = {}): Need => ({
    id,
    agreed: "informally",
    neededOn: localDate("2026-11-02"),
    helpedOn: "none",
    ...of,
  });
  const waited = (...needs: readonly Need[]) => {
    const { findings } = ofScotland.measure(
      "quality.wait-for-help",
      { area: "area-1", agreed: "informally", period, needs },
      on("2026-12-31"),
    );
    return findings.map(({ amount, label, missing, because }) => ({ amount, label, missing, because }));
  };
  const half = (count: number, days: number) =>
    `Half of the ${count} needs whose help was agreed informally had it within ${days} days.`;
  test("nobody helped yet: none, and that is said", () => {
    expect(waited()).toEqual([
      { amount: 0, label: "Agreed informally, 0 needs", missing: "a need that was helped", because: half(0, 0) },
    ]);
    expect(waited(need("a"))).toEqual([
      {
        amount: 0,
        label: "Agreed informally, 0 needs",
        missing: "a need that was helped, and the first help of a",
        because: half(0, 0),
      },
    ]);
  });
  test("of two the middle between them, of three the one in the middle", () => {
    const after = (id: string, day: string) => need(id, { helpedOn: localDate(day) });
    const two = [after("a", "2026-11-12"), after("b", "2026-11-04")];
    expect(waited(...two)).toEqual([
      { amount: 6, label: "Agreed informally, 2 needs", missing: undefined, because: half(2, 6) },
    ]);
    expect(waited(...two, after("c", "2026-11-05"))[0]?.amount).toBe(3);
    expect(waited(after("same-day", "2026-11-02"))[0]).toMatchObject({ amount: 0, missing: undefined });
    expect(waited(after("before", "2026-11-01"))[0]?.amount).toBe(0);
  });
  test("only of the period, its first and its last day with it, and of what was agreed in that way", () => {
    const helpedOn = localDate("2026-12-10");
    const count = (neededOn: string, of: Partial<Need> = {}) =>
      waited(need("a", { helpedOn, neededOn: localDate(neededOn), ...of }))[0]?.label;
    expect(count("2026-10-31")).toBe("Agreed informally, 0 needs");
    expect(count("2026-11-01")).toBe("Agreed informally, 1 needs");
    expect(count("2026-11-30")).toBe("Agreed informally, 1 needs");
    expect(count("2026-12-01")).toBe("Agreed informally, 0 needs");
    expect(count("2026-11-02", { agreed: "formally" })).toBe("Agreed informally, 0 needs");
    expect(waited(need("a", { helpedOn }), need("b", { helpedOn, agreed: "not-recorded" }))[0]).toMatchObject({
      label: "Agreed informally, 1 needs",
      missing: "how it was agreed for b",
    });
  });
});

describe("what nobody recorded is no figure, and stands at none until it is", () => {
  const [ofEngland, day] = [asItStands(england), on("2026-11-30")];
  test("who led, how many children there are, whether supports clash", () => {
    const led = { child: { id: "mia" }, period, leads: "not-recorded" } as const;
    expect(ofScotland.measure("quality.changes-of-lead", led, day).findings).toMatchObject([
      { amount: 0, missing: "who led", because: "It is not recorded who led in this time." },
    ]);
    const clashes = {
      child: { id: "mia" },
      asked: "clashes",
      supports: [],
      clashes: "not-recorded",
      outcomes: [],
    } as const;
    expect(ofScotland.measure("quality.plan-works", clashes, day).findings).toMatchObject([
      { amount: 0, because: "Nobody has looked whether the supports fit together." },
    ]);
    for (const bound of ["least", "most"] as const)
      expect(
        ofEngland.measure("quality.expected-children", { area: "area-1", children: "not-recorded", bound }, day)
          .findings,
      ).toMatchObject([{ amount: 0, missing: "how many children live in the area" }]);
  });
  test("CWDC-ANNEXC-disability-nsf: one family without one contact is listed, and none is not", () => {
    const said = (yes: number, no: number) =>
      ofEngland.measure("quality.share", shareFacts("families-with-one-contact", [yes, no]), day).findings[0]?.because;
    expect(said(2, 1)).toBe("Families of severely disabled children with one named contact: 2 of 3. Listed: row-3.");
    expect(said(3, 0)).toBe("Families of severely disabled children with one named contact: 3 of 3.");
  });
});

describe("GIR-12: changes of lead in whatever order they were entered", () => {
  type Lead = Exclude<ChangesOfLeadFacts["leads"], string>[number];
  const lead = (id: string, from: string): Lead => ({ id, agency: "health", from: localDate(from) });
  const changes = (...leads: readonly Lead[]) =>
    ofScotland.measure("quality.changes-of-lead", { child: { id: "mia" }, period, leads }, on("2026-12-01")).amount;
  test("are counted on the day they came, from the first of the time to its last", () => {
    const before = lead("a", "2026-09-01");
    expect(changes(before, lead("b", "2026-10-31"))).toBe(0);
    expect(changes(before, lead("b", "2026-11-01"))).toBe(1);
    expect(changes(before, lead("b", "2026-11-02"))).toBe(1);
    expect(changes(lead("b", "2026-11-02"), before)).toBe(1);
    expect(changes(before, lead("b", "2026-11-30"))).toBe(1);
    expect(changes(before, lead("b", "2026-12-01"))).toBe(0);
    expect(changes(before, lead("a", "2026-11-10"))).toBe(0);
    expect(changes(lead("c", "2026-11-20"), before, lead("b", "2026-11-10"))).toBe(2);
  });
  test("whoever was followed by the first day of the time did not lead in it", () => {
    const people = (followedOn: string) =>
      ofScotland
        .measure(
          "quality.changes-of-lead",
          { child: { id: "mia" }, period, leads: [lead("a", "2026-09-01"), lead("b", followedOn)] },
          on("2026-12-01"),
        )
        .findings.map(({ label }) => label);
    expect(people("2026-10-31")).toEqual(["1 in 1 agency"]);
    expect(people("2026-11-01")).toEqual(["1 in 1 agency"]);
    expect(people("2026-11-02")).toEqual(["2 in 1 agency"]);
  });
});

describe("GIR 1: each support working, and the outcomes reached", () => {
  const works = (of: Partial<PlanWorksFacts>) =>
    ofScotland
      .measure(
        "quality.plan-works",
        { child: { id: "mia" }, asked: "working", supports: [], clashes: [], outcomes: [], ...of },
        on("2026-12-01"),
      )
      .findings.map(({ amount, label, missing, because }) => ({ amount, label, missing, because }));
  const support = (id: string, is: boolean | "not-recorded") => ({ id, works: is });
  test("is whole where every one is recorded, and at least so much where one is not", () => {
    const [yes, no, unknown] = [support("a", true), support("b", false), support("c", "not-recorded")] as const;
    expect(works({ supports: [yes, no] })).toEqual([
      { amount: 1, label: "1 of 2", missing: undefined, because: "Supports that work: 1 of 2. Not: b." },
    ]);
    expect(works({ supports: [yes, no, unknown] })).toEqual([
      {
        amount: 1,
        label: "1 of 3",
        missing: "of c",
        because: "Supports that work: 1 of 3. Not: b. Not recorded: c.",
      },
    ]);
    expect(works({ asked: "outcomes", outcomes: [{ id: "sleeps", reached: true }] })).toEqual([
      { amount: 1, label: "1 of 1", missing: undefined, because: "Outcomes reached: 1 of 1. Not: none." },
    ]);
  });
  test("clashes are counted once somebody looked", () => {
    expect(works({ asked: "clashes", clashes: "not-recorded" })[0]).toMatchObject({
      missing: "whether supports clash",
    });
    expect(works({ asked: "clashes", clashes: [] })[0]?.because).toBe("0 clashes or overlaps: none.");
    expect(works({ asked: "clashes", clashes: ["a-b"] })[0]?.because).toBe("1 clash or overlap: a-b.");
  });
});

describe("CWDC 5.18: a complaint in the chain of accountability", () => {
  const book = asItStands(england);
  test("who may read it is said of reading alone", () => {
    const reads = (act: ComplaintFacts["act"]) =>
      book
        .gate(
          "quality.complaint",
          complaintFacts({ act, by: { id: "kate", isInManagementLine: false } }),
          on("2026-11-24"),
        )
        .findings.filter(({ rule }) => rule.endsWith("complaint-read"))
        .map(({ effect }) => effect);
    expect(reads("read")).toEqual(["prevents"]);
    expect(reads("handle")).toEqual([]);
    expect(reads("raise-level")).toEqual([]);
  });
  const owed = (of: Partial<ComplaintDutiesFacts>) =>
    book
      .duty("quality.complaint-duties", complaintDutiesFacts(of), on("2026-11-26"))
      .owed.map(({ act, due }) => [act, due]);
  test("more time that was taken with a reason moves no day where the book knows of none", () => {
    const settle = ["quality.settle-complaint", { day: "2026-12-09" }];
    expect(owed({})).toEqual([settle]);
    expect(owed({ extension: { reasonGiven: true } })).toEqual([settle]);
  });
  test("once it is settled whoever complained hears the outcome at once", () => {
    expect(owed({ isSettled: true })).toEqual([["quality.tell-complainant", "at-once"]]);
    expect(owed({ isSettled: true, outcomeToldOn: localDate("2026-11-26") })).toEqual([]);
    expect(owed({ isSettled: true, outcomeToldOn: localDate("2026-11-27") })).toHaveLength(1);
  });
});

test("CWDC-1.16a: a finding that has all it needs says so by its name", () => {
  const finding = { id: "finding-1", owner: "ism", dueOn: localDate("2027-01-29"), toldLeadOn: "none" } as const;
  const said = asItStands(england)
    .gate("quality.check", checkFacts({ findings: [finding] }), on("2026-12-18"))
    .findings.map(({ effect, because }) => [effect, because]);
  expect(said).toContainEqual(["permits", "Finding finding-1 has what it needs."]);
});

describe("WIG 11: audits are ready before the annual review", () => {
  const audit = (of: Parameters<typeof procedureFacts>[0]) =>
    ofWigan
      .duty("quality.procedure-duties", procedureFacts(of), on("2026-11-24"))
      .findings.filter(({ rule }) => rule.endsWith("audited"))
      .map(({ act }) => act);
  test("of a review whose day nobody can say no audit is asked for", () => {
    expect(audit({ lastAuditedOn: "none" })).toHaveLength(1);
    expect(audit({ lastAuditedOn: localDate("2026-01-01") })).toEqual([]);
    expect(audit({ lastAuditedOn: localDate("2025-12-31") })).toHaveLength(1);
    for (const adoptedOn of ["none", "not-recorded"] as const)
      expect(audit({ adoptedOn, lastAuditedOn: "none" })).toEqual([]);
    expect(audit({ reviews: "not-recorded", lastAuditedOn: "none" })).toEqual([]);
  });
});
