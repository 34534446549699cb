import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { PractitionerFacts } from "../../lead-professional/model.ts";
import { suitabilityFacts } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const rule = "wigan.temporary-staff-exception";

/** What the clause on exceptions says of somebody of this engagement who would start on this day. */
const exceptionSaid = (practitioner: Partial<PractitionerFacts>, startsOn = "2026-11-23") =>
  book
    .gate(
      "lead-professional.suitability",
      suitabilityFacts({ practitioner: { engagement: "agency", ...practitioner }, startsOn: localDate(startsOn) }),
      noonOn(localDate(startsOn)),
    )
    .findings.find((finding) => finding.rule === rule);

const approved = {
  from: localDate("2026-11-02"),
  until: localDate("2026-12-01"),
  approvedBy: "senior-manager",
  reasonGiven: true,
  planToReplaceGiven: true,
} as const;

describe("WIG-8.4.3b: an exception for agency, bank and supply staff is a senior manager's, for its days", () => {
  test.each(["agency", "bank", "supply"] as const)("%s staff lead under it", (engagement) => {
    expect(exceptionSaid({ engagement, exception: approved })).toMatchObject({
      effect: "permits",
      lifts: ["wigan.temporary-staff"],
    });
  });
  test.each(["permanent", "fixed-term", "not-recorded"] as const)("%s staff need none", (engagement) => {
    expect(exceptionSaid({ engagement, exception: approved })).toBeUndefined();
  });
  test.each([
    ["2026-11-01", "prevents", "The exception begins on 2 November 2026."],
    ["2026-11-02", "permits", "to 30 November 2026"],
    ["2026-11-30", "permits", "to 30 November 2026"],
    ["2026-12-01", "prevents", "it ended on 30 November 2026"],
  ])("asked for a start on %s it %s", (day, effect, because) => {
    const said = exceptionSaid({ exception: approved }, day);
    expect(said?.effect).toBe(effect);
    expect(said?.because).toContain(because);
  });
  test("before it begins, its first day is given", () => {
    expect(exceptionSaid({ exception: approved }, "2026-11-01")).toMatchObject({ from: "2026-11-02" });
  });
  test("anybody else's approval does not hold, and lifts nothing", () => {
    const said = exceptionSaid({ exception: { ...approved, approvedBy: "other" } });
    expect(said).toMatchObject({ effect: "prevents", because: expect.stringContaining("senior manager") });
    expect(said?.lifts).toBeUndefined();
  });
  test.each([
    [{ reasonGiven: false }, ["exception-circumstances"], "the exceptional circumstances is"],
    [{ planToReplaceGiven: false }, ["exception-plan-to-replace"], "how a permanent lead will be found is"],
    [
      { reasonGiven: false, planToReplaceGiven: false },
      ["exception-circumstances", "exception-plan-to-replace"],
      "the exceptional circumstances and how a permanent lead will be found are",
    ],
  ])(
    "4 of 7 posts at Atherton are unfilled, and that or the plan is not written down (%j): it does not hold yet",
    (of, codes, words) => {
      const facts = suitabilityFacts({
        practitioner: { engagement: "bank", exception: { ...approved, ...of } },
        startsOn: localDate("2026-11-23"),
      });
      const decision = book.gate("lead-professional.suitability", facts, noonOn(localDate("2026-11-23")));
      expect(decision.answer).toBe("prevents");
      expect(decision.needs.map(({ code }) => code)).toEqual(codes);
      const said = decision.findings.find((finding) => finding.rule === rule);
      expect(said).toMatchObject({ effect: "permits-if", clause: { source: "CP3.1", at: "8.4.3" } });
      expect(said?.needs?.every(({ from }) => from === "senior-manager")).toBe(true);
      expect(said?.lifts).toBeUndefined();
      expect(said?.because).toContain(`It holds once ${words} written down`);
    },
  );
  test("not recorded is not known; none is left to the clause that bars them", () => {
    expect(exceptionSaid({ exception: "not-recorded" })?.effect).toBe("unknown");
    expect(exceptionSaid({ exception: "none" })).toBeUndefined();
  });
  test.each([
    ["2027-01-25", "permits"],
    ["2027-01-26", "prevents"],
  ])("84 days at most: one that runs until %s %s", (until, effect) => {
    const said = exceptionSaid({ exception: { ...approved, until: localDate(until) } });
    expect(said?.effect).toBe(effect);
    if (effect === "prevents") expect(said?.because).toContain("84 days at most");
  });
});
