import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fullName, listName, looksMiscased, nameKey, PersonNameSchema, tidyName } from "./names.ts";

describe("a name is kept as the family writes it, tidied", () => {
  test.each([
    ["  Mòrag   NicLeòid ", "Mòrag NicLeòid"],
    ["Mo\u0300rag", "Mòrag"],
    ["O\u2019Dwyer", "O'Dwyer"],
    ["O`Dwyer", "O'Dwyer"],
    ["Anna \u2013 Lena", "Anna-Lena"],
    ["de la Cruz", "de la Cruz"],
    ["McTavish", "McTavish"],
  ])("%s becomes %s", (written, kept) => {
    expect(tidyName(written)).toBe(kept);
  });
  test("tidying twice is tidying once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tidyName(tidyName(text))).toBe(tidyName(text));
      }),
    );
  });
  test("accents, capitals, apostrophes and hyphens do not make another name", () => {
    expect(nameKey("MÒRAG")).toBe(nameKey("Morag"));
    expect(nameKey("O'Dwyer-Bell")).toBe(nameKey("ODwyer Bell"));
    expect(nameKey("Ann")).not.toBe(nameKey("Anne"));
    expect(nameKey("Иван")).toBe("иван");
  });
  test("a person may have one name", () => {
    expect([fullName({ given: "Suriya" }), listName({ given: "Suriya" })]).toEqual(["Suriya", "Suriya"]);
    expect(listName({ given: "Ada", family: "Thorn" })).toBe("Thorn, Ada");
    expect(PersonNameSchema.parse({ given: " Suriya " })).toEqual({ given: "Suriya" });
  });
  test("all capitals or none is worth a question, never a change", () => {
    expect([
      looksMiscased("THORN"),
      looksMiscased("thorn"),
      looksMiscased("Thorn"),
      looksMiscased("Bo"),
      looksMiscased("JB"),
    ]).toEqual([true, true, false, false, false]);
  });
  test("a name has up to 200 characters", () => {
    expect(PersonNameSchema.safeParse({ given: "a".repeat(200) }).success).toBe(true);
    expect(PersonNameSchema.safeParse({ given: "a".repeat(201) }).error?.issues[0]?.message).toBe(
      "Use 200 characters or fewer",
    );
    expect(PersonNameSchema.safeParse({ given: " " }).error?.issues[0]?.message).toBe("Enter a first name");
  });
});
