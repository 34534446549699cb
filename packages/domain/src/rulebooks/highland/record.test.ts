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
