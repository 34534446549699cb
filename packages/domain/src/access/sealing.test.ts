import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { type Relation, relations } from "./acts.ts";
import { mayDecideSealing, orderDayProblem } from "./sealing.ts";
import { DecideSealing } from "./sealing-commands.ts";

describe("who decides that a record is sealed", () => {
  const decides = (partsOfDecider: readonly Relation[], askedBy = "one") =>
    mayDecideSealing({ askedBy, decidedBy: "another", partsOfDecider });

  test("a second person who does not work with the child", () => {
    expect(decides([])).toBeUndefined();
    expect(decides(["line-manager", "emergency"])).toBeUndefined();
  });

  test("nobody decides what they asked themselves", () => {
    expect(decides([], "another")).toBe("You asked for this. Another person decides.");
  });

  test.each((Object.keys(relations) as Relation[]).filter((one) => one !== "line-manager" && one !== "emergency"))(
    "not somebody with a part in the child's care: %s",
    (part) => {
      expect(decides(["line-manager", part])).toBe("You work with this child. Somebody who does not decides.");
    },
  );
});

test.each([
  ["2026-11-22", undefined],
  ["2026-11-23", undefined],
  ["2026-11-24", "The day of the order must be today or in the past"],
])("an order of %s, asked about on 23 November 2026: %s", (day, problem) => {
  expect(orderDayProblem(localDate(day), localDate("2026-11-23"))).toBe(problem);
});

test("sealing needs that the order was seen; leaving the record as it is does not", () => {
  const said = {
    idempotencyKey: "0f0e7c1a-5b1e-4c5e-9d5e-0a4b6c3d2e1f",
    sealingId: "019c9f00-0000-7000-8000-000000000001",
    words: "Seen",
  };
  expect(DecideSealing.safeParse({ ...said, outcome: "sealed" }).error?.issues[0]?.message).toBe(
    "Tick that you have seen the order, or leave the record as it is",
  );
  expect(DecideSealing.safeParse({ ...said, outcome: "sealed", sawOrder: true }).success).toBe(true);
  expect(DecideSealing.safeParse({ ...said, outcome: "not-sealed" }).success).toBe(true);
});
