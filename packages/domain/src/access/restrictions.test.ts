import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { RestrictChild } from "./restriction-commands.ts";
import { lastReviewDay, mayBeSameAdult, notKeptAway, reviewDayProblem } from "./restrictions.ts";

const today = localDate("2026-11-23");

describe("a restriction is looked at again within 90 days", () => {
  test.each([
    [0, "Enter a day after today"],
    [1, undefined],
    [89, undefined],
    [90, undefined],
    [91, "Enter a day that is at most 90 days away"],
    [-1, "Enter a day after today"],
  ])("%d days from today", (days, problem) => {
    expect(reviewDayProblem(addDays(today, days), today)).toBe(problem);
  });

  test("the last day is the ninetieth", () => {
    expect(lastReviewDay(today)).toBe("2027-02-21");
  });
});

describe("an adult who must not be brought near is told by name", () => {
  test.each([
    ["Rob Lind", "rob lind", true],
    ["Lind, Rob", "Rob Lind", true],
    ["Mr Rob James Lind", "Rob Lind", true],
    ["Rób Lind-Hale", "Rob Lind Hale", true],
    ["Rob Lind", "Robert Lind", false],
    ["Rob", "Rob Lind", false],
    ["Rob", "ROB", true],
    ["Mr", "Mrs", false],
    ["", "Rob Lind", false],
    ["Ana Lind", "Rob Lind", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(mayBeSameAdult(one, other)).toBe(same);
  });

  test("it does not matter which name is asked about", () => {
    const name = fc.array(fc.constantFrom("rob", "ana", "lind", "hale", "mr"), { maxLength: 4 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(mayBeSameAdult(a.join(" "), b.join(" "))).toBe(mayBeSameAdult(b.join(" "), a.join(" ")));
      }),
    );
  });

  test("nobody who may be that adult is left among those to write to, and everybody else is", () => {
    const people = [{ name: "Ana Lind" }, { name: "Mr R. Hale" }, { name: "Hale, Rob" }];
    expect(notKeptAway(people, [{ name: "Rob Hale" }])).toEqual([{ name: "Ana Lind" }, { name: "Mr R. Hale" }]);
    expect(notKeptAway(people, [])).toEqual(people);
  });
});

describe("what the form asks", () => {
  const given = {
    idempotencyKey: "5f6c6f0e-6d7b-4d67-9a0c-0f8f0a6f2f10",
    childId: "0199f0a0-0000-7000-8000-000000000001",
    ownerId: "5f6c6f0e-6d7b-4d67-9a0c-0f8f0a6f2f12",
    reason: "An order of the court",
    reviewOn: "2027-01-11",
  };
  test("where the child is has a safe contact, with an address or a phone", () => {
    const of = (safeContact: unknown) =>
      RestrictChild.safeParse({ ...given, kind: "whereabouts", safeContact }).error?.issues.map(
        ({ message }) => message,
      );
    expect(of({ name: "Gail Moor" })).toEqual(["Enter an address or a phone number of the safe contact"]);
    expect(of({ name: "Gail Moor", phone: "01632 960001" })).toBeUndefined();
    expect(of({ name: "", phone: "01632 960001" })).toEqual(["Enter the name of the safe contact"]);
  });
  test("an adult is named", () => {
    expect(
      RestrictChild.safeParse({ ...given, kind: "contact-risk", adult: " " }).error?.issues.map(
        ({ message }) => message,
      ),
    ).toEqual(["Enter the adult's name"]);
  });
});
