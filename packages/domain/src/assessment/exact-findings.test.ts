import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { specialistFacts } from "../testing/assessment.ts";
import { assessmentTasks } from "../vocabulary/assessments.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { PictureFacts } from "./model.ts";
import type { SpecialistFacts } from "./specialist-model.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<SpecialistFacts>, day: string) =>
  book.duty("assessment.specialist", specialistFacts(of), on(day)).owed;

describe("CWDC-1.7: which zone of a picture falls below the ones before it", () => {
  const why = (...means: readonly PictureFacts["zones"][number]["means"][]) =>
    book.gate(
      "assessment.picture",
      { area: "devon", zones: means.map((one, at) => ({ id: `${at + 1}`, means: one })) },
      on("2026-11-23"),
    ).findings[0]?.because;
  const falls = (zone: number) => `Zone ${zone} means a lower level than the zone before it. Put the zones in order.`;
  test("the first that is lower is named, and not one that is lower than a few only", () => {
    expect(why("single", "complex", "integrated")).toBe(falls(3));
    expect(why("integrated", "single", "complex")).toBe(falls(2));
    expect(why("no-additional-needs", "integrated", "single", "no-additional-needs")).toBe(falls(3));
    expect(why("no-additional-needs", "no-additional-needs", "complex")).toBe(
      "All 3 zones are linked to a level, from the lowest to the highest.",
    );
  });
});

describe("CWDC-ANNEXC-cin-assess: social services lead the assessment of a child in need while it is open", () => {
  const open = (closedOn: "none" | "not-recorded" | string, day: string) =>
    owed(
      {
        inNeed: {
          openedOn: localDate("2026-11-02"),
          closedOn: closedOn === "none" || closedOn === "not-recorded" ? closedOn : localDate(closedOn),
          done: [],
        },
      },
      day,
    ).length;
  const all = codesOf(assessmentTasks).length;
  test.each([
    ["none", "2026-11-01", 0],
    ["none", "2026-11-02", all],
    ["not-recorded", "2026-11-24", all],
    ["2026-11-25", "2026-11-24", all],
    ["2026-11-24", "2026-11-24", 0],
    ["2026-11-23", "2026-11-24", 0],
  ])("closed: %s, asked on %s: %i tasks", (closedOn, day, tasks) => {
    expect(open(closedOn, day)).toBe(tasks);
  });
});

describe("CWDC-ANNEXC-disability-0-3: whether a small child's needs are complex", () => {
  test("has to be found out", () => {
    const child = { id: "child-1", bornOn: localDate("2024-05-01") };
    expect(owed({ child, needsAreComplex: "not-recorded" }, "2026-11-24")).toMatchObject([
      { act: "assessment.record-whether-complex", force: "must" },
    ]);
  });
});
