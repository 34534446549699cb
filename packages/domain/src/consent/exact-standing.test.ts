import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { aConsent, releaseFacts } from "../testing/consent.ts";
import type { Consent } from "./model.ts";
import { childsAnswer, isSplit } from "./standing.ts";

const split = (day: string, ...consents: readonly Consent[]) => isSplit(releaseFacts({ consents }), localDate(day));
const of = (by: Consent["by"], from: string, more: Partial<Consent> = {}) =>
  aConsent({ id: `${by}-${from}`, by, from: localDate(from), ...more });

describe("what the child says", () => {
  const says = (day: string, ...consents: readonly Consent[]) =>
    childsAnswer(releaseFacts({ consents }), localDate(day));
  const yes = of("child", "2026-03-02");
  const no = of("child", "2026-03-02", { id: "no", answer: "refused" });
  test("of two answers of one day the no counts, and of two days the newer one", () => {
    expect([says("2026-03-02", yes, no), says("2026-03-02", no, yes)]).toEqual(["refused", "refused"]);
    const newer = of("child", "2026-03-03");
    expect(["2026-03-02", "2026-03-03"].map((day) => says(day, newer, no))).toEqual(["refused", "given"]);
  });
  test("a yes that was taken back is a no; one that ended, and a no that ended, are no answer any more", () => {
    const until = localDate("2026-04-01");
    const tookBack = of("child", "2026-03-02", { withdrawnOn: localDate("2026-03-09") });
    expect(["2026-03-08", "2026-03-09"].map((day) => says(day, tookBack))).toEqual(["given", "refused"]);
    expect(["2026-03-31", "2026-04-01"].map((day) => says(day, { ...yes, until }))).toEqual(["given", undefined]);
    expect(["2026-03-31", "2026-04-01"].map((day) => says(day, { ...no, until }))).toEqual(["refused", undefined]);
    expect(says("2026-03-09", of("parent-or-carer", "2026-03-02"))).toBeUndefined();
  });
});

describe("a yes and a no to the same thing", () => {
  const tookBack = of("child", "2026-02-02", { withdrawnOn: localDate("2026-03-02") });
  test("who took a yes back says no, whatever the other says later", () => {
    for (const from of ["2026-02-22", "2026-03-02", "2026-03-09"]) {
      const other = of("parent-or-carer", from);
      expect(split("2026-03-09", tookBack, other)).toBe(true);
      expect(split("2026-03-09", other, tookBack)).toBe(true);
    }
    expect(split("2026-03-01", tookBack, of("parent-or-carer", "2026-02-22"))).toBe(false);
    expect(split("2026-03-02", tookBack, of("parent-or-carer", "2026-02-22"))).toBe(true);
  });
  test("until a yes of their own, of that day or later", () => {
    const other = of("parent-or-carer", "2026-02-22");
    expect(split("2026-03-09", tookBack, other, of("child", "2026-03-01"))).toBe(true);
    expect(split("2026-03-09", tookBack, other, of("child", "2026-03-02"))).toBe(false);
    expect(split("2026-03-09", tookBack, other, of("child", "2026-03-03"))).toBe(false);
    expect(split("2026-03-02", tookBack, other, of("child", "2026-03-03"))).toBe(true);
  });
  test("a no that holds, and only while it holds", () => {
    const no = of("parent-or-carer", "2026-03-02", { answer: "refused", until: localDate("2026-04-01") });
    const yes = of("child", "2026-02-22");
    expect(["2026-03-01", "2026-03-02", "2026-03-31", "2026-04-01"].map((day) => split(day, yes, no))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(split("2026-03-09", no)).toBe(false);
    expect(split("2026-03-09", tookBack)).toBe(false);
  });
});
