import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { countFacts } from "../../testing/quality.ts";
import { aProblem, assessmentBesideFacts, recordDutiesFacts } from "../../testing/record.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const at = (day: string) => noonOn(localDate(day));

describe("BOL-8.5: what is there is offered first, and a second assessment asks why", () => {
  const begin = (of: Parameters<typeof assessmentBesideFacts>[0]) =>
    book.gate("record.assessment-beside", assessmentBesideFacts(of), at("2026-11-24"));
  const first = { existing: [{ id: "assessment-of-3-november", kind: "specialist", isOpen: false }] } as const;
  test("another specialist assessment beside that of 3 November", () => {
    const asked = begin(first);
    expect(asked).toMatchObject({ answer: "permits-if", needs: [{ code: "another-assessment" }] });
    expect(asked.findings[0]?.because).toMatch(/assessment-of-3-november/);
    expect(begin({ ...first, reasonGiven: true }).answer).toBe("permits");
  });
  test("none yet, or not known", () => {
    expect(begin({}).answer).toBe("permits");
    expect(begin({ existing: "not-recorded", reasonGiven: true })).toMatchObject({
      answer: "unknown",
      missing: ["the assessments there are"],
      findings: [{ because: "It is not recorded which assessments there are. Look before you begin another one." }],
    });
  });
});

describe("BOL-11.9: a new problem goes to the lead professional at once", () => {
  const owed = (of: Parameters<typeof aProblem>[0], day = "2026-12-03") =>
    book
      .duty("record.duties", recordDutiesFacts({ problems: [aProblem(of)] }), at(day))
      .owed.filter(({ act }) => act === "record.tell-lead-of-problem");
  test("an exclusion and the steps taken, 3 December: Fay is told at once", () => {
    expect(owed({})).toMatchObject([{ due: "at-once", about: "child:zara", clause: { source: "Bolton", at: "11" } }]);
    expect(owed({})[0]?.because).toBe(
      "Problem exclusion was recorded on 3 December 2026. Tell the lead professional fay at once, with what was done about it.",
    );
    expect(owed({ leadToldOn: localDate("2026-12-03") })).toEqual([]);
    expect(owed({}, "2026-12-02")).toEqual([]);
  });
  test("both parts are asked for: the problem, and what was done", () => {
    for (const saysWhatWasDone of [false, "not-recorded"] as const)
      expect(owed({ saysWhatWasDone })[0]?.because).toMatch(/does not say yet what was done/);
  });
});

describe("BOL-12.2: an entry of the directory that was not checked for a year may be out of date", () => {
  const owed = (checkedOn: "2025-01-15" | "none") =>
    book.duty(
      "record.directory",
      { area: "bolton", entry: "family-centre", checkedOn: checkedOn === "none" ? checkedOn : localDate(checkedOn) },
      at("2026-11-24"),
    ).owed[0];
  test("last checked in January 2025", () => {
    const entry = owed("2025-01-15");
    expect(entry).toMatchObject({ due: { day: "2026-01-15" } });
    expect(entry?.ifMissed).toMatch(/may be out of date/);
    expect(isLate({ day: localDate("2026-01-15") }, at("2026-01-15"))).toBe(false);
    expect(isLate({ day: localDate("2026-01-15") }, at("2026-01-16"))).toBe(true);
    expect(owed("none")).toMatchObject({ due: "at-once" });
  });
});

describe("what families complained of, and what working together frees", () => {
  test("BOL-2.1: 7 professionals and 4 meetings in October 2026", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("complained-of", { professionals: 7, meetings: 4 }),
      at("2026-11-24"),
    );
    expect(decision.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["professionals", 7],
      ["meetings", 4],
    ]);
    expect(decision.findings[0]).toMatchObject({ clause: { source: "Bolton", at: "2" } });
  });
  test("BOL-8.4: 12 assessments used again", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("work-not-done-twice", { "assessments used again": 12 }),
      at("2026-12-31"),
    );
    expect(decision).toMatchObject({ answer: "measured", amount: 12 });
  });
});
