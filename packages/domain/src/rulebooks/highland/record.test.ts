import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const at = noonOn(localDate("2026-06-12"));

describe("HIG-185: what health and education both record has three parts", () => {
  const entry = (
    part: "demographic" | "key-event" | "achievement",
    on: string,
    recordedOn: string = "2026-06-12",
    shapedSince: string = "2026-01-01",
  ) =>
    book.gate(
      "record.common-entry",
      {
        child: { id: "isla" },
        part,
        on: on === "none" || on === "not-recorded" ? on : localDate(on),
        recordedOn: recordedOn === "not-recorded" ? recordedOn : localDate(recordedOn),
        shapedSince: shapedSince === "none" || shapedSince === "not-recorded" ? shapedSince : localDate(shapedSince),
      },
      at,
    );
  test("an address, a move of 4 May and a swim of 12 June sit in their parts", () => {
    expect(entry("demographic", "none").answer).toBe("permits");
    expect(entry("key-event", "2026-05-04").answer).toBe("permits");
    expect(entry("achievement", "2026-06-12").answer).toBe("permits");
  });
  test("a key event without a day is refused", () => {
    expect(entry("key-event", "none").answer).toBe("prevents");
    expect(entry("key-event", "not-recorded")).toMatchObject({ answer: "unknown", missing: ["the day of the event"] });
  });
  test("HIG-184: with the shape from 1 January 2026, an entry of 2025 stays as it was and nothing is demanded", () => {
    expect(entry("key-event", "none", "2025-12-31").answer).toBe("permits");
    expect(entry("key-event", "none", "2026-01-01").answer).toBe("prevents");
    expect(entry("key-event", "none", "not-recorded").missing).toEqual(["the day it was recorded"]);
    expect(entry("key-event", "none", "not-recorded", "none").answer).toBe("prevents");
    expect(entry("key-event", "none", "2025-12-31", "not-recorded").missing).toEqual([
      "since when entries have this shape",
    ]);
  });
});

describe("HIG-191: an eighth statutory extra needs the law it rests on", () => {
  const field = (askedOf: "every-child" | "statutory-extra", law: string) =>
    book.gate("record.field", { area: "highland", field: "extra-8", askedOf, law }, at);
  test("with a law: yes; without: refused; not recorded: cannot be answered", () => {
    expect(field("statutory-extra", "children-act-1995")).toMatchObject({ answer: "permits" });
    const refused = field("statutory-extra", "none");
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toMatch(/Name the law/);
    expect(field("statutory-extra", "not-recorded").answer).toBe("unknown");
  });
  test("what is asked of every child needs none", () => {
    expect(field("every-child", "none").answer).toBe("permits");
  });
});

describe("HIG-186: what health recorded goes with the child to school", () => {
  const enter = (heldIn: string) =>
    book.gate(
      "record.asked-again",
      { child: { id: "callum" }, what: "common-element", item: "milestone-6", heldIn },
      noonOn(localDate("2027-08-17")),
    );
  test("6 milestones show as from health, and none is entered again", () => {
    const again = enter("health");
    expect(again).toMatchObject({ answer: "prevents", findings: [{ rule: "highland.common-element-goes-along" }] });
    expect(again.findings[0]?.because).toMatch(/^It is held in health, and is drawn from there/);
    expect(again.findings).toHaveLength(1);
    expect(enter("none").answer).toBe("permits");
    expect(enter("not-recorded").missing).toEqual(["where it is held"]);
  });
});

describe("HIG-189: papers of protection and of care are drawn from the plan", () => {
  test("Skye's papers come from version 3, and her father is asked nothing a second time", () => {
    const ask = (heldIn: string) =>
      book.gate("record.asked-again", { child: { id: "skye" }, what: "plan-information", item: "home", heldIn }, at);
    expect(ask("plan-version-3")).toMatchObject({
      answer: "prevents",
      findings: [{ rule: "highland.papers-from-plan", clause: { at: "H19, item 3" } }],
    });
    expect(ask("none").answer).toBe("permits");
  });
});

describe("HIG-198: what an agency does not share yet is said, not shown as empty", () => {
  const read = (liveSince: "none" | "not-recorded" | "2026-12-01", day = "2026-12-15") =>
    book.gate(
      "record.shared-part",
      {
        child: { id: "isla" },
        agency: "the school",
        part: "milestones",
        liveSince: liveSince === "2026-12-01" ? localDate(liveSince) : liveSince,
      },
      noonOn(localDate(day)),
    );
  test("milestones in health only: a teacher reads that the school does not share them yet", () => {
    expect(read("none")).toMatchObject({
      answer: "prevents",
      findings: [{ because: "Not yet shared by the school: milestones." }],
    });
    expect(read("none").findings[0]).not.toHaveProperty("from");
    expect(read("not-recorded").answer).toBe("unknown");
  });
  test("from the day it is live", () => {
    expect(read("2026-12-01", "2026-11-30")).toMatchObject({ answer: "prevents", from: "2026-12-01" });
    expect(read("2026-12-01", "2026-12-01").answer).toBe("permits");
  });
});
