import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { aLeadSupervised, supervisionFacts } from "../testing/supervision.ts";
import type { SupervisionDutiesFacts } from "./model.ts";

const owed = (of: Rulebook, facts: Partial<SupervisionDutiesFacts>, day: string, act: string) =>
  asItStands(of)
    .duty("supervision.duties", supervisionFacts(facts), noonOn(localDate(day)))
    .owed.filter((duty) => duty.act === act)
    .map(({ due, because }) => [due, because]);

describe("WIG-8.7.1: while somebody leads a session is due as often as was agreed", () => {
  const sessions = (of: Partial<SupervisionDutiesFacts>, day: string) =>
    owed(wigan, of, day, "supervision.hold-session");
  const changed = { from: localDate("2026-12-14"), everyDays: 14, reasonGiven: true } as const;
  const asAgreed =
    "While this person leads, a session is due every 14 days; when the last lead ends the former cycle holds again.";
  test.each([
    ["2026-11-29", "2026-12-14"],
    ["2026-11-30", "2026-12-14"],
    ["2026-12-01", "2026-12-15"],
  ])("agreed from 14 December; the last one was on %s: due on %s", (last, due) => {
    expect(sessions({ changed, lastSessionOn: localDate(last) }, "2026-12-14")).toEqual([[{ day: due }, asAgreed]]);
  });
  const leads = (until: string, from = "2026-09-01") => [
    aLeadSupervised({ from: localDate(from), until: localDate(until) }),
  ];
  test("after the last lead the former cycle counts from its last day; one still to come counts for nothing", () => {
    const before = (of: Partial<SupervisionDutiesFacts>) =>
      sessions({ changed, agencyCycleDays: 42, lastSessionOn: localDate("2026-11-20"), ...of }, "2026-12-15");
    const from = (day: string) => `A session is due every 42 days, counted from ${day}.`;
    expect(before({ leads: leads("2026-12-15") })).toEqual([[{ day: "2027-01-25" }, from("14 December 2026")]]);
    expect(before({ leads: leads("2027-06-01", "2027-01-05") })).toEqual([
      [{ day: "2027-01-01" }, from("20 November 2026")],
    ]);
  });
});

describe("BOL 8.6, CWDC 5.18: each case led is discussed as often as was settled for it", () => {
  const lead = (everyDays: number | "none" | "not-recorded", supervisor = "helen") =>
    aLeadSupervised({ arrangement: { setOn: localDate("2026-09-01"), supervisor, everyDays } });
  test("else by the agency's own cycle", () => {
    const cases = (of: ReturnType<typeof lead>) =>
      owed(bolton, { leads: [of], agencyCycleDays: 35 }, "2026-12-01", "supervision.discuss-case").map(([due]) => due);
    expect(cases(lead(42))).toEqual([{ day: "2027-01-01" }]);
    expect(cases(lead("none"))).toEqual([{ day: "2026-12-25" }]);
    expect(cases(lead("not-recorded"))).toEqual([{ day: "2026-12-25" }]);
    expect(cases(aLeadSupervised({ arrangement: "none" }))).toEqual([{ day: "2026-12-25" }]);
  });
  test.each([
    ["by whom and how often", lead(42), 0],
    ["by nobody", lead(42, "none"), 1],
    ["by somebody not recorded", lead(42, "not-recorded"), 1],
    ["not how often", lead("none"), 1],
    ["nothing", aLeadSupervised({ arrangement: "not-recorded" }), 1],
  ] as const)("what is settled: %s", (_, one, count) => {
    expect(owed(england, { leads: [one] }, "2026-12-01", "supervision.set-up")).toHaveLength(count);
  });
});
