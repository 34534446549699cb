import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { WatchingFacts } from "../../quality/watching-model.ts";
import { countFacts, shareFacts, watchingFacts } from "../../testing/quality.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day = "2026-11-30") => noonOn(localDate(day));

describe("CWDC-ANNEXC-disability-nsf: families who name one contact", () => {
  test("47 of 50, and 3 listed by id", () => {
    const decision = book.measure("quality.share", shareFacts("families-with-one-contact", [47, 3]), at());
    expect(decision).toMatchObject({ answer: "measured", amount: 94, parts: [{ label: "47 of 50" }] });
    expect(decision.findings[0]?.because).toBe(
      "Families of severely disabled children with one named contact: 47 of 50. Listed: row-48, row-49, row-50.",
    );
  });
  test("not recorded is never counted as a no", () => {
    const decision = book.measure("quality.share", shareFacts("families-with-one-contact", [46, 3, 1]), at());
    expect(decision).toMatchObject({ answer: "at-least", amount: 92, missing: ["of row-50"] });
    expect(decision.findings[0]?.because).toMatch(
      /46 of 50\. Listed: row-47, row-48, row-49\. Not recorded, and not counted as a no: row-50\.$/,
    );
    expect(book.measure("quality.share", shareFacts("families-with-one-contact", [0, 0]), at())).toMatchObject({
      answer: "at-least",
      amount: 0,
      missing: ["a row to count"],
    });
  });
  test("a figure that this book does not define is silent", () => {
    expect(book.measure("quality.share", shareFacts("child-involved", [1, 1]), at()).answer).toBe("silent");
    expect(book.measure("quality.count", countFacts("checks-by-agency", { health: 1 }), at()).answer).toBe("silent");
  });
});

describe("CWDC-3.3: the share of cases that schools lead", () => {
  const led = (of: readonly [number, number]) =>
    book.measure("quality.share", shareFacts("cases-led-by-schools", of), at());
  test("61 per cent is put at the top of the report; half is not", () => {
    expect(led([61, 39])).toMatchObject({ amount: 61, parts: [{ label: "61 of 100" }] });
    expect(led([61, 39]).findings[0]?.because).toMatch(/puts it at the top/);
    expect(led([51, 49]).findings[0]?.because).toMatch(/puts it at the top/);
    expect(led([50, 50]).findings[0]?.because).toBe("Cases led by schools: 50 of 100.");
  });
});

describe("CWDC-1.17: the inspection pack's shares", () => {
  test("with a lead, and reviewed on time", () => {
    expect(book.measure("quality.share", shareFacts("assessed-with-lead", [9, 1]), at()).amount).toBe(90);
    expect(book.measure("quality.share", shareFacts("reviewed-on-time", [1, 2]), at()).amount).toBe(33);
    expect(book.measure("quality.share", shareFacts("reviewed-on-time", [2, 1]), at()).amount).toBe(67);
  });
});

describe("CWDC-5.8: late actions stand under whoever owns them", () => {
  test("9 late actions, none of the lead's: the lead's row shows 0", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("late-actions-by-owner", { housing: 5, school: 4 }, ["lead-professional"]),
      at(),
    );
    expect(decision).toMatchObject({ answer: "measured", amount: 9 });
    expect(decision.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["lead-professional", 0],
      ["housing", 5],
      ["school", 4],
    ]);
    expect(decision.findings[0]?.because).toMatch(/never under the lead professional/);
    expect(decision.findings[0]?.because).not.toMatch(/Listed/);
    expect(decision.findings[2]?.because).toMatch(/school 4\. Listed: school-1, school-2, school-3, school-4\./);
  });
  test("an owner whom nobody recorded is named, and stands under nobody", () => {
    const facts = countFacts("late-actions-by-owner", { housing: 1 });
    const decision = book.measure(
      "quality.count",
      { ...facts, rows: [...facts.rows, { id: "action-7", kind: "not-recorded" }] },
      at(),
    );
    expect(decision).toMatchObject({ answer: "at-least", amount: 2, missing: ["the kind of action-7"] });
    expect(book.measure("quality.count", countFacts("late-actions-by-owner", {}), at())).toMatchObject({
      answer: "measured",
      amount: 0,
      parts: [{ label: "None" }],
    });
  });
});

describe("counts that a report asks for", () => {
  const counted = (of: Parameters<typeof countFacts>) => {
    const { parts } = book.measure("quality.count", countFacts(...of), at("2026-12-31"));
    return Object.fromEntries(parts.map(({ label, amount }) => [label, amount]));
  };
  test("CWDC-1.12b: 41 closed with needs met, 6 stepped up, 12 assessments not done twice", () => {
    const given = { "needs met": 41, "stepped up": 6, "assessment declined because one existed": 12 };
    expect(counted(["cases-closed-by-outcome", given])).toEqual(given);
  });
  test("CWDC-1.16b: speech therapy unavailable on 23 plans", () => {
    expect(counted(["needs-not-met", { "speech therapy": 23 }])).toEqual({ "speech therapy": 23 });
  });
  test("CWDC-2.6: flags by service", () => {
    expect(counted(["barriers-by-service", { "speech-therapy": 4 }, ["housing"]])).toEqual({
      housing: 0,
      "speech-therapy": 4,
    });
  });
});

describe("CWDC-TERM-PREVALENCE: children likely to have additional needs", () => {
  const ask = (bound: "least" | "most", children: number | "not-recorded" = 42_000) =>
    book.measure("quality.expected-children", { area: "area-1", children, bound }, at());
  test("of 42,000 children 8,400 to 12,600, which is no caseload", () => {
    expect(ask("least")).toMatchObject({ answer: "measured", amount: 8_400 });
    expect(ask("most")).toMatchObject({ answer: "measured", amount: 12_600 });
    expect(ask("least").findings[0]?.because).toMatch(/It is no caseload/);
  });
  test("not recorded", () => {
    expect(ask("most", "not-recorded")).toMatchObject({
      answer: "at-least",
      missing: ["how many children live in the area"],
    });
    expect(ask("least", "not-recorded").answer).toBe("at-least");
  });
});

describe("CWDC-ANNEXC-youth-custody-5: two logs of contact, each with its own clock", () => {
  const owed = (custody: WatchingFacts["custody"], day: string) =>
    book.duty("quality.watching", watchingFacts({ lead: "officer", custody }), at(day)).owed;
  const custody = {
    since: localDate("2026-10-01"),
    parentsOn: localDate("2026-10-20"),
    establishmentOn: localDate("2026-11-10"),
  };
  test("parents last on 20 October: overdue from 18 November; the establishment on 10 November: not", () => {
    const both = owed(custody, "2026-11-18");
    expect(both.map(({ act, due }) => [act, due])).toEqual([
      ["quality.contact-parents", { day: "2026-11-17" }],
      ["quality.contact-establishment", { day: "2026-12-08" }],
    ]);
    expect(both[0]).toMatchObject({ who: "supervising-officer", whoId: "officer" });
    const due = { day: localDate("2026-11-17") };
    expect([isLate(due, at("2026-11-17")), isLate(due, at("2026-11-18"))]).toEqual([false, true]);
  });
  test("none yet counts from the start; not recorded is neither; outside custody nothing is owed", () => {
    expect(owed({ ...custody, parentsOn: "none" }, "2026-10-02")[0]?.due).toEqual({ day: "2026-10-29" });
    expect(owed({ ...custody, establishmentOn: "not-recorded" }, "2026-10-02").map(({ due }) => due)).toContain(
      "unknown",
    );
    expect(owed(custody, "2026-09-30")).toEqual([]);
    expect(owed(custody, "2026-10-01")).toHaveLength(2);
    expect(owed("none", "2026-11-18")).toEqual([]);
    expect(owed("not-recorded", "2026-11-18")).toMatchObject([{ due: "unknown", about: "child:rory" }]);
  });
});
