import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readingOf } from "./done-by.ts";
import { DoneOn, list, orNone, Ref } from "./facts.ts";
import { isDoneBy, LocalDateSchema, localDate } from "./local-date.ts";

const written = localDate("2026-11-25");
const days = [
  ["2026-11-24", false],
  ["2026-11-25", true],
  ["2026-11-26", true],
] as const;

describe("what is written down for 25 November", () => {
  test.each(days)("on %s it is done: %s", (day, isDone) => {
    expect(isDoneBy(written, localDate(day))).toBe(isDone);
  });
  test("nothing written down is not done, whichever way it is missing", () => {
    for (const nothing of ["none", "not-recorded", undefined]) expect(isDoneBy(nothing, written)).toBe(false);
  });
});

describe("facts as they read on a day", () => {
  const Letter = z.strictObject({ id: Ref, sentOn: DoneOn, dueOn: orNone(LocalDateSchema) });
  const Facts = z.strictObject({
    letters: list(Letter),
    visit: orNone(z.strictObject({ heldOn: DoneOn })),
    toldOn: DoneOn.exactOptional(),
  });
  const reading = readingOf(Facts);
  const read = (facts: z.infer<typeof Facts>, day: string) => reading?.(facts, localDate(day));
  const letter = { id: "a", sentOn: written, dueOn: localDate("2026-12-09") };
  const facts = { letters: [letter], visit: { heldOn: written }, toldOn: written };

  test("the day before, it is not done: none, in lists, in parts and where it may be left out", () => {
    expect(read(facts, "2026-11-24")).toEqual({
      letters: [{ ...letter, sentOn: "none" }],
      visit: { heldOn: "none" },
      toldOn: "none",
    });
    expect(facts.visit.heldOn).toBe(written);
  });
  test.each(["2026-11-25", "2026-11-26"])("on %s it stands, and the facts are the same object", (day) => {
    expect(read(facts, day)).toBe(facts);
  });
  test("a planned day stays, and so does what is none, not recorded or left out", () => {
    const open = { letters: [{ ...letter, sentOn: "not-recorded" as const }], visit: "none" as const };
    expect(read(open, "2026-11-24")).toBe(open);
  });
  test("facts without such a day need no reading", () => {
    expect(readingOf(z.strictObject({ dueOn: orNone(LocalDateSchema) }))).toBeUndefined();
    expect(readingOf(Facts)).toBe(reading);
  });
});
