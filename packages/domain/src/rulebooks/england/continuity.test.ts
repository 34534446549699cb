import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChainFacts, CoverFacts } from "../../lead-professional/continuity-model.ts";
import {
  actingFacts,
  anAbsence,
  anAssignment,
  chainFacts,
  coverFacts,
  standInFacts,
} from "../../testing/continuity.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const chain = (assignments: ChainFacts["assignments"], of: Partial<ChainFacts> = {}) =>
  book.gate("lead-professional.chain", chainFacts(assignments, of), on("2026-11-20"));

describe("CWDC-2.17b: somebody in between for a known gap, agreed in advance and told to the family", () => {
  const needed = { neededFrom: localDate("2026-09-01") };
  const senco = anAssignment("primary-senco", "2026-09-01", "2027-07-22");
  const manager = anAssignment("manager", "2027-07-22", "2027-09-01", {
    as: "interim",
    familyToldOn: localDate("2027-06-25"),
  });
  const next = anAssignment("secondary-senco", "2027-09-01");
  test("interim 22 July to 31 August, next lead from 1 September: three assignments, no gap, in any order", () => {
    expect(chain([senco, manager, next], needed).answer).toBe("permits");
    expect(chain([next, senco, manager], needed).answer).toBe("permits");
  });
  test("told on the first day is in time, the day after is not; not recorded is asked for", () => {
    const told = (familyToldOn: ChainFacts["neededFrom"] | "none" | "not-recorded") =>
      chain([senco, { ...manager, familyToldOn }, next], needed).answer;
    expect(told(localDate("2027-07-21"))).toBe("permits");
    expect(told(localDate("2027-07-22"))).toBe("permits");
    expect(told(localDate("2027-07-23"))).toBe("prevents");
    expect(told("none")).toBe("prevents");
    expect(told("not-recorded")).toBe("unknown");
  });
  test("agreed in advance", () => {
    expect(chain([senco, { ...manager, agreedOn: "none" }, next], needed).answer).toBe("prevents");
    expect(chain([senco, { ...manager, agreedOn: "not-recorded" }, next], needed).missing).toEqual([
      "whether it was agreed beforehand",
    ]);
  });
  test("each leads on the days of the interim and no other", () => {
    const cover = {
      id: "manager",
      as: "interim",
      from: localDate("2027-07-22"),
      until: localDate("2027-09-01"),
      isAway: false,
    } as const;
    const lead = { id: "primary-senco", from: localDate("2026-09-01"), ends: "none" } as const;
    const successor = {
      id: "secondary-senco",
      isByLaw: false,
      effectiveOn: localDate("2027-09-01"),
      acceptedOn: localDate("2027-06-25"),
      familyToldOn: localDate("2027-06-25"),
    } as const;
    const who = (day: string) =>
      inShort(book.designation("lead-professional.acting", actingFacts({ lead, cover, successor }), on(day)));
    expect(["2027-07-21", "2027-07-22", "2027-08-31", "2027-09-01"].map(who)).toEqual([
      "filled | primary-senco",
      "filled | manager",
      "filled | manager",
      "filled | secondary-senco",
    ]);
  });
});

describe("CWDC-2.17a: no day without a lead while one is needed, and none with two", () => {
  const old = anAssignment("old", "2026-09-01", "2026-11-21");
  const next = anAssignment("next", "2026-11-24");
  test("old to 20 November, new from 24: refused, with the three days", () => {
    const decision = chain([old, next]);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toContain("from 21 November 2026 to 23 November 2026 (3 days)");
  });
  test("somebody in between for 21 to 23: accepted", () => {
    expect(chain([old, anAssignment("between", "2026-11-21", "2026-11-24", { as: "interim" }), next]).answer).toBe(
      "permits",
    );
  });
  test("one day missing is a gap, one day twice is two leads", () => {
    expect(chain([old, anAssignment("next", "2026-11-21")]).answer).toBe("permits");
    expect(chain([old, anAssignment("next", "2026-11-22")]).findings[0]?.because).toContain("(1 day)");
    expect(chain([old, anAssignment("next", "2026-11-20")]).findings[0]?.because).toContain(
      "Two people would lead on 20 November 2026",
    );
  });
  test("before the first, after the last, and nobody at all", () => {
    expect(chain([anAssignment("late", "2026-09-02")]).answer).toBe("prevents");
    expect(chain([old]).answer).toBe("prevents");
    expect(chain([]).answer).toBe("prevents");
    expect(chain([old], { neededUntil: localDate("2026-11-21") }).answer).toBe("permits");
    expect(chain([old], { neededUntil: localDate("2026-11-22") }).answer).toBe("prevents");
    expect(chain([anAssignment("open", "2026-09-01"), next]).answer).toBe("prevents");
    expect(chain("not-recorded")).toMatchObject({ answer: "unknown", missing: ["who leads when"] });
  });
});

describe("RN-12: 5 working days away ask for a named cover before they start; there is no standing deputy", () => {
  const acts = (back: string, day: string, of: Partial<CoverFacts> = {}) =>
    book
      .duty(
        "lead-professional.cover",
        coverFacts({ absence: anAbsence({ from: localDate("2026-11-30"), expectedBackOn: localDate(back) }), ...of }),
        on(day),
      )
      .owed.map(({ act }) => act);
  test.each([
    ["2026-12-04", []],
    ["2026-12-05", ["cover.plan", "cover.plan"]],
  ])("away from Monday 30 November, back on %s: %j", (back, wanted) => {
    expect(acts(back, "2026-11-24")).toEqual(wanted);
  });
  test("away and nobody named: the line manager is the contact", () => {
    const away = { from: localDate("2026-11-30"), backOn: "none" } as const;
    const who = (day: string) => inShort(book.designation("lead-professional.acting", actingFacts({ away }), on(day)));
    expect([who("2026-11-29"), who("2026-11-30")]).toEqual(["filled | fay", "required | the line-manager"]);
  });
  test("a deputy is refused until the area says it has them", () => {
    expect(book.gate("lead-professional.stand-in", standInFacts(), on("2026-11-24")).answer).toBe("prevents");
    expect(book.gate("lead-professional.stand-in", standInFacts({ as: "interim" }), on("2026-11-24")).answer).toBe(
      "silent",
    );
  });
});

describe("CWDC-4.7b: when statutory support ends the previous lead keeps the functions until the next one starts", () => {
  const lead = {
    id: "sw",
    from: localDate("2026-05-01"),
    ends: { lastDay: localDate("2026-12-01"), because: "service-finished" },
  } as const;
  const who = (of: Parameters<typeof actingFacts>[0], day: string) =>
    book.designation("lead-professional.acting", actingFacts({ lead, ...of }), on(day));
  const successor = {
    id: "worker",
    isByLaw: false,
    effectiveOn: localDate("2027-02-01"),
    acceptedOn: localDate("2027-01-20"),
    familyToldOn: localDate("2027-01-21"),
  } as const;
  test.each([
    ["2026-12-01", "filled | sw"],
    ["2026-12-02", "filled | sw"],
    ["2027-01-31", "filled | sw"],
    ["2027-02-01", "filled | worker"],
  ])("the social worker stays to 31 January by agreement, on %s: %s", (day, holder) => {
    expect(inShort(who({ successor }, day))).toBe(holder);
  });
  test("shown as no longer statutory", () => {
    expect(who({ successor }, "2026-12-02").findings[0]?.because).toContain("no longer by statute, to 31 January 2027");
    expect(who({ successor }, "2026-12-01").findings[0]?.because).not.toContain("no longer by statute");
    expect(who({}, "2027-03-01").findings[0]?.because).toContain("until the next lead has accepted");
  });
  test("a lead who left the post is no contact: the line manager is", () => {
    const left = { ...lead, ends: { ...lead.ends, because: "left-post" } } as const;
    expect(inShort(who({ lead: left }, "2026-12-02"))).toBe("required | the line-manager");
  });
});
