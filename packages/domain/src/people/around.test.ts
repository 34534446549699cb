import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { paperForCarers, paperForChild } from "../named-person/paper.ts";
import { isOffered, partsOfAdult, takesPartInNothing } from "./around.ts";
import { agreedInWords, daysInWords, isAsAgreed, lastOfReach } from "./reaching.ts";

describe("CWDC-TERM-PARENT: who is offered for what", () => {
  const said = [
    { name: "Ana Lind", takesPartIn: ["plan"] },
    { name: "Rob Lind", takesPartIn: [] },
    { name: "ANA  LIND", takesPartIn: ["meetings"] },
  ] as const;
  test("what was said last of a name counts, however it is written", () => {
    expect(partsOfAdult("Ana Lind", said)).toEqual(["meetings"]);
    expect(isOffered("Ana Lind", "plan", said)).toBe(false);
    expect(isOffered("Ana Lind", "meetings", said)).toBe(true);
  });
  test("while nobody has said, nobody is left out; who takes part in nothing is", () => {
    expect(partsOfAdult("Jo Marne", said)).toBeUndefined();
    expect(isOffered("Jo Marne", "sharing", said)).toBe(true);
    expect(isOffered("Rob Lind", "sharing", said)).toBe(false);
  });
  test("taking part in nothing has to have been said, and said last", () => {
    expect(takesPartInNothing("Rob Lind", said)).toBe(true);
    expect(takesPartInNothing("Rob Lind", [...said, { name: "rob lind", takesPartIn: ["plan"] }])).toBe(false);
    expect(takesPartInNothing("Ana Lind", said)).toBe(false);
    expect(takesPartInNothing("Jo Marne", said)).toBe(false);
  });
});

describe("CWDC-4.6a, GIR-29: the papers name whom they chose", () => {
  const facts = {
    child: "Ella",
    isAtSchool: true,
    isKeptPrivate: false,
    lead: { name: "Ms Amin", ways: {} },
    trusted: { name: "Jo Marne", ways: {}, chosenBy: "child" },
    dayToDay: { name: "Nell Gray", ways: { phone: "01632 960111" } },
  } as const;
  test("what the child chose is on the child's own part alone, and the lead still leads", () => {
    expect(paperForChild(facts).sentences).toContain(
      "You told us that you like to talk to Jo Marne. Ms Amin still leads your plan.",
    );
    expect(JSON.stringify(paperForCarers(facts))).not.toContain("Jo Marne");
    expect(paperForCarers({ ...facts, trusted: { ...facts.trusted, chosenBy: "family" } }).sentences).toContain(
      "You told us that Ella would rather talk to Jo Marne.",
    );
  });
  test("the day-to-day contact is on the family's page, and the lead stays", () => {
    expect(paperForCarers(facts).sentences).toContain(
      "You told us that you would rather speak to Nell Gray day by day. Ms Amin stays the lead professional.",
    );
  });
  test("while it is kept private where the child is, neither is named", () => {
    const kept = { ...facts, isKeptPrivate: true };
    expect(JSON.stringify([paperForCarers(kept), paperForChild(kept)])).not.toMatch(/Marne|Gray/);
  });
});

describe("BOL-3.1: how somebody wants to be reached", () => {
  const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
  const everyDay = [...weekdays, "saturday", "sunday"] as const;

  test.each([
    [weekdays, "on weekdays"],
    [["sunday", "saturday"], "at weekends"],
    [everyDay, ""],
    [[], ""],
    [["friday"], "on Fridays"],
    [["friday", "monday", "tuesday"], "on Mondays, Tuesdays and Fridays"],
    [[...weekdays, "saturday"], "on Mondays, Tuesdays, Wednesdays, Thursdays, Fridays and Saturdays"],
  ] as const)("%j is said as %j", (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });

  test("the way and the days, as they stand in a sentence", () => {
    expect(agreedInWords({ way: "text", days: weekdays })).toBe("by text on weekdays");
    expect(agreedInWords({ way: "visit", days: everyDay })).toBe("in person");
  });

  test.each([
    ["2026-11-22", false],
    ["2026-11-23", true],
    ["2026-11-27", true],
    ["2026-11-28", false],
  ])("a text on %s, where texts on weekdays were agreed: %s", (day, asAgreed) => {
    const agreed = { way: "text", days: weekdays } as const;
    expect(isAsAgreed(agreed, { way: "text", on: localDate(day) })).toBe(asAgreed);
    expect(isAsAgreed(agreed, { way: "letter", on: localDate(day) })).toBe(false);
    expect(isAsAgreed({ ...agreed, days: [] }, { way: "text", on: localDate(day) })).toBe(true);
  });

  test("what was recorded last of a name counts, and what has no name is the child's", () => {
    const said = [
      { name: "Ana Lind", at: 1 },
      { name: null, at: 2 },
      { name: "ANA  LIND", at: 3 },
    ] as const;
    expect(lastOfReach("Ana Lind", said)?.at).toBe(3);
    expect(lastOfReach(null, said)?.at).toBe(2);
    expect(lastOfReach("Rob Lind", said)).toBeUndefined();
    expect(lastOfReach(null, said.slice(0, 1))).toBeUndefined();
  });
});
