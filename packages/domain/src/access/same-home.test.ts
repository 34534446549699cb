import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, emailKey, phoneKey, sameHome } from "./same-home.ts";

describe("one home is told however it is written", () => {
  test.each([
    ["01632 960001", "+44 (0)1632 960-001"],
    ["07700 900123", "0044 7700900123"],
    ["07700900123", "447700900123"],
  ])("the phone %s is %s", (one, other) => {
    expect(phoneKey(one)).toBe(phoneKey(other));
    expect(sameHome({ phone: one }, { phone: other })).toEqual(["same-phone"]);
  });

  test.each([
    ["12 Mill Road", "12, mill rd."],
    ["Flat 3, 12 Mill Road", "12/3 Mill Road"],
    ["Rose Cottage", "ROSE COTTAGE"],
    ["The Old Manse, Kirk Rd", "The Old Manse, Kirk Road"],
  ])("%s is %s", (one, other) => {
    expect(sameHome({ line1: one, postcode: "ay5 0dd" }, { line1: other, postcode: "AY50DD" })).toEqual([
      "same-address",
    ]);
  });

  test("an email is told whatever its capitals", () => {
    expect(sameHome({ email: " Jo@Example.org" }, { email: "jo@example.ORG" })).toEqual(["same-email"]);
  });
});

describe("what does not say so is not the same", () => {
  test.each([
    [
      { line1: "12 Mill Road", postcode: "AY5 0DD" },
      { line1: "14 Mill Road", postcode: "AY5 0DD" },
    ],
    [
      { line1: "12 Mill Road", postcode: "AY5 0DD" },
      { line1: "12a Mill Road", postcode: "AY5 0DD" },
    ],
    [
      { line1: "12 Mill Road", postcode: "AY5 0DD" },
      { line1: "12 Mill Road", postcode: "AY5 0DE" },
    ],
    [
      { line1: "Flat 3, 12 Mill Road", postcode: "AY5 0DD" },
      { line1: "Flat 4, 12 Mill Road", postcode: "AY5 0DD" },
    ],
    [{ postcode: "AY5 0DD" }, { postcode: "AY5 0DD" }],
    [{ line1: "12 Mill Road" }, { line1: "12 Mill Road" }],
    [{ phone: "999" }, { phone: "999" }],
    [{ email: "none" }, { email: "none" }],
    [{}, {}],
  ])("%o and %o", (one, other) => {
    expect(sameHome(one, other)).toEqual([]);
  });

  test("whoever left everything out shares a home with nobody", () => {
    const home = fc.record({
      line1: fc.option(fc.string()),
      postcode: fc.option(fc.string()),
      phone: fc.option(fc.string()),
      email: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(home, (other) => {
        expect(sameHome({}, other)).toEqual([]);
        expect(sameHome(other, other).length).toBe(
          [addressKey(other), phoneKey(other.phone), emailKey(other.email)].filter(Boolean).length,
        );
      }),
    );
  });
});
