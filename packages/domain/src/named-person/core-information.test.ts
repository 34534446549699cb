import { describe, expect, test } from "vitest";
import type { DutyFinding } from "../kernel/duty.ts";
import { localDate } from "../kernel/local-date.ts";
import {
  ConfirmCoreInformation,
  type CoreItem,
  confirmsCoreInformation,
  coreFacts,
  coreStanding,
  PutCarerRight,
} from "./core-information.ts";

const day = localDate;
const item = (of: CoreItem, confirmedOn: string, changedOn = "none") => ({
  item: of,
  confirmedOn: confirmedOn === "none" ? ("none" as const) : day(confirmedOn),
  changedOn: changedOn === "none" ? ("none" as const) : day(changedOn),
});

describe("HIG-28: what stands for a child's core information as a whole", () => {
  test("the item that waited longest, and the last change that nobody has confirmed since", () => {
    const facts = coreFacts(
      "isla",
      [
        item("name", "2026-08-20"),
        item("address", "2025-08-20", "2026-03-01"),
        item("carers", "2026-01-09", "2026-05-01"),
        item("place", "2026-09-01", "2026-08-18"),
      ],
      day("2026-08-18"),
    );
    expect(facts).toMatchObject({ confirmedOn: "2025-08-20", changedOn: "2026-05-01", handedOverOn: "2026-08-18" });
  });
  test.each([
    [[item("name", "2026-08-20"), item("address", "none")], "none"],
    [[], "none"],
  ])("one that was never confirmed, or none at all: never", (items, confirmedOn) => {
    expect(coreFacts("isla", items, "none").confirmedOn).toBe(confirmedOn);
  });
  test("a change on the day itself, or before it was confirmed, asks for nothing", () => {
    expect(coreFacts("isla", [item("address", "2026-03-01", "2026-03-01")], "none").changedOn).toBe("none");
    expect(coreFacts("isla", [item("address", "none", "2026-03-01")], "none").changedOn).toBe("none");
  });
});

describe("HIG-28: when it is stale, and when the named person is asked", () => {
  const due = (of: unknown) => [{ act: confirmsCoreInformation, due: of } as DutyFinding];
  test.each([
    ["2026-07-20", false, false],
    ["2026-07-21", false, true],
    ["2026-08-20", false, true],
    ["2026-08-21", true, true],
  ])("due on 20 August 2026, on %s: stale is %s, asked is %s", (on, isStale, isAsked) => {
    expect(coreStanding(due({ day: day("2026-08-20") }), day(on))).toMatchObject({
      isStale,
      isAsked,
      dueOn: "2026-08-20",
    });
  });
  test("at once is stale and asked; where nothing is owed there is nothing to say", () => {
    expect(coreStanding(due("at-once"), day("2026-08-20"))).toMatchObject({ isStale: true, isAsked: true });
    expect(coreStanding([], day("2026-08-20"))).toBeUndefined();
  });
});

test("HIG-28: what is confirmed is chosen, and a phone and an email are whole ones", () => {
  const idempotencyKey = "0198a5b2-0000-7000-8000-000000000001";
  const childId = "0198a5b2-0000-7000-8000-000000000002";
  const asOf = "2026-11-23T10:00:00.000Z";
  expect(ConfirmCoreInformation.safeParse({ idempotencyKey, childId, asOf, items: [] }).success).toBe(false);
  const carer = { idempotencyKey, childId, name: "Ana Lind", relationship: "mother" };
  expect(PutCarerRight.safeParse({ ...carer, phone: "", email: "" }).success).toBe(true);
  expect(PutCarerRight.safeParse({ ...carer, phone: "01632 960 001", email: "ana@lind.example" }).success).toBe(true);
  expect(PutCarerRight.safeParse({ ...carer, phone: "at work" }).success).toBe(false);
  expect(PutCarerRight.safeParse({ ...carer, email: "ana" }).success).toBe(false);
});
