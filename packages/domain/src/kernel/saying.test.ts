import { expect, test } from "vitest";
import { localDate } from "./local-date.ts";
import { sayOf } from "./saying.ts";
import { theChild } from "./subject.ts";

const say = sayOf(theChild("ada"));

test("what is said is about the subject, and a day stands there only where one is known", () => {
  const about = "child:ada";
  expect(say.permits("It may.")).toEqual({ effect: "permits", about, because: "It may." });
  expect(say.prevents("It may not.")).toEqual({ effect: "prevents", about, because: "It may not." });
  expect(say.prevents("Not yet.", localDate("2026-12-01"))).toEqual({
    effect: "prevents",
    about,
    because: "Not yet.",
    from: "2026-12-01",
  });
  expect(say.unknown("the day", "The day is not recorded.")).toEqual({
    effect: "unknown",
    missing: "the day",
    about,
    because: "The day is not recorded.",
  });
  const needs = [{ what: "reason", from: "family", for: "why" }] as const;
  expect(say.permitsIf(needs, "With a reason.")).toEqual({
    effect: "permits-if",
    needs,
    about,
    because: "With a reason.",
  });
});
