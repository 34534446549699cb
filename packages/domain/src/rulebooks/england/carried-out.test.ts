import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { CarriedOutFacts } from "../../lead-professional/model.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);

describe("CWDC-2.18d: whether a lead set by law carries it out is checked", () => {
  const facts = (of: Partial<CarriedOutFacts> = {}): CarriedOutFacts => ({
    plan: { id: "plan" },
    lead: { id: "officer", basis: "by-law", since: localDate("2026-03-02") },
    lastContactOn: localDate("2026-10-14"),
    hasPlan: true,
    nextReviewOn: localDate("2026-12-14"),
    ...of,
  });
  const told = (of: Partial<CarriedOutFacts>, day = "2026-11-23") =>
    book
      .duty("lead-professional.carried-out", facts(of), noonOn(localDate(day)))
      .owed.map(({ act }) => act.replace("lead-professional.check-carried-out:", ""));

  test("a supervising officer with no family contact for 40 days: the officer's manager is told", () => {
    const [owed] = book.duty("lead-professional.carried-out", facts(), noonOn(localDate("2026-11-23"))).owed;
    expect(owed).toMatchObject({ who: "line-manager", due: "at-once", onAccountOf: "lead-professional" });
    expect(owed?.because).toMatch(/since 14 October 2026/);
  });
  test.each([
    ["2026-11-10", []],
    ["2026-11-11", []],
    ["2026-11-12", ["contact"]],
  ])("RN-15: 28 days after the last contact, on %s: %j", (day, missing) => {
    expect(told({}, day)).toEqual(missing);
  });
  test("with no contact on record the days run from the start of the lead", () => {
    const lead = { id: "officer", basis: "by-law", since: localDate("2026-11-09") } as const;
    expect(told({ lead, lastContactOn: "not-recorded" })).toEqual([]);
    expect(told({ lead, lastContactOn: "none" }, "2026-12-08")).toEqual(["contact"]);
  });
  test("a contact from before the lead began does not shorten the time, nor does one on its first day", () => {
    const lead = { id: "officer", basis: "by-law", since: localDate("2026-11-09") } as const;
    const contact = (on: string, day: string) =>
      book
        .duty("lead-professional.carried-out", facts({ lead, lastContactOn: localDate(on) }), noonOn(localDate(day)))
        .owed.map(({ because }) => because);
    for (const on of ["2026-10-14", "2026-11-08", "2026-11-09"]) {
      expect(contact(on, "2026-12-07")).toEqual([]);
      expect(contact(on, "2026-12-08")).toEqual([
        "No contact of the lead with the family is recorded since 9 November 2026. Ask the lead what is happening.",
      ]);
    }
    expect(contact("2026-11-10", "2026-12-08")).toEqual([]);
    expect(contact("2026-11-10", "2026-12-09")).toHaveLength(1);
  });
  test("no plan, or no review set within 13 weeks, is told too, and not recorded counts as not there", () => {
    const lastContactOn = localDate("2026-11-20");
    expect(told({ lastContactOn, hasPlan: false })).toEqual(["plan"]);
    expect(told({ lastContactOn, hasPlan: "not-recorded", nextReviewOn: "none" })).toEqual(["plan", "review"]);
    expect(told({ lastContactOn, nextReviewOn: localDate("2027-02-22") })).toEqual([]);
    expect(told({ lastContactOn, nextReviewOn: localDate("2027-02-23") })).toEqual(["review"]);
    expect(told({ lastContactOn, nextReviewOn: localDate("2026-11-22") })).toEqual(["review"]);
    expect(told({ lastContactOn, nextReviewOn: localDate("2026-11-23") })).toEqual([]);
    expect(told({ lastContactOn, nextReviewOn: "not-recorded" })).toEqual(["review"]);
  });
  test("before the lead begins nothing is asked of it, and a contact of a later day counts from that day", () => {
    const lead = { id: "officer", basis: "by-law", since: localDate("2026-11-24") } as const;
    const nothingYet = { lead, lastContactOn: "none", hasPlan: false, nextReviewOn: "none" } as const;
    expect(told(nothingYet, "2026-11-23")).toEqual([]);
    expect(told(nothingYet, "2026-11-24")).toEqual(["plan", "review"]);
    const later = { lastContactOn: localDate("2026-11-25") };
    expect(told(later, "2026-11-24")).toEqual(["contact"]);
    expect(told(later, "2026-11-25")).toEqual([]);
  });
  test("a lead by agreement, or nobody leading, is not asked about", () => {
    expect(told({ lead: "none" })).toEqual([]);
    expect(told({ lead: { id: "a", basis: "by-agreement", since: localDate("2026-01-05") } })).toEqual([]);
  });
});
