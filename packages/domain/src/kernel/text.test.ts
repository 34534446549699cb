import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isStorable, line, optional, prose, tidied } from "./text.ts";

const name = line({ max: 5, enter: "Enter a name" });
const said = (schema: { safeParse: typeof name.safeParse }, text: unknown) => {
  const read = schema.safeParse(text);
  return read.success ? read.data : read.error.issues[0]?.message;
};

describe("text from people is stored as they wrote it, tidied", () => {
  test.each(["a\u0000b", "\ud800", "\udc00", "a\ud83d", "\ude00b", "\ude00\ud83d"])("%j is refused", (text) => {
    expect(isStorable(text)).toBe(false);
    expect(said(prose({ max: 50, enter: "Enter notes" }), text)).toBe("Remove the character that cannot be shown");
  });
  test("a whole character outside the first plane is kept", () => {
    expect(said(name, "😀")).toBe("😀");
  });
  test("accents become one character, spaces at the ends go, lines end one way", () => {
    expect(tidied("  Mo\u0300rag\r\nNicLeo\u0300id\r ")).toBe("Mòrag\nNicLeòid");
    expect(said(name, " Zoe\u0308 ")).toBe("Zoë");
  });
  test.each([
    ["abcde", "abcde"],
    ["abcdef", "Use 5 characters or fewer"],
    ["", "Enter a name"],
    ["   ", "Enter a name"],
    ["a\nb", "Use one line"],
    [undefined, "Enter a name"],
    [5, "Enter a name"],
  ])("a line of up to 5 characters: %j gives %j", (text, answer) => {
    expect(said(name, text)).toBe(answer);
  });
  test("prose has lines, and a bound that is said in words", () => {
    expect(said(prose({ max: 5, enter: "Enter notes" }), "a\nb")).toBe("a\nb");
    expect(said(prose({ max: 10_000, enter: "Enter notes" }), "a".repeat(10_001))).toBe(
      "Use 10,000 characters or fewer",
    );
  });
  test.each([
    [undefined, undefined],
    ["", undefined],
    ["  ", undefined],
    ["abc", "abc"],
    ["abcdef", "Use 5 characters or fewer"],
    ["a\u0000", "Remove the character that cannot be shown"],
  ])("what may be left out: %j gives %j", (text, answer) => {
    expect(said(optional(name) as never, text)).toBe(answer);
  });
  test("whatever is accepted is storable, tidied and within its bound", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = name.safeParse(text);
        if (!read.success) return;
        expect(isStorable(read.data) && tidied(read.data) === read.data && [...read.data].length <= 5).toBe(true);
      }),
    );
  });
});
