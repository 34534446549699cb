import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { PanelFacts, PanelItemFacts } from "../../meeting/panel-model.ts";
import { anAdoption } from "../../testing/builders.ts";
import { panelFacts, panelItemFacts } from "../../testing/panel.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const on = noonOn(localDate("2026-11-25"));
const without = asItStands(england);
const withGroup = adopt(england, anAdoption({ settings: { consultationGroupDays: 14 } }));
const panel = { id: "group", kind: "consultation-group" } as const;
const item = (of: Partial<PanelItemFacts>, book = withGroup) =>
  book.gate("meeting.panel-item", panelItemFacts({ panel, ...of }), on);
const owed = (of: Partial<PanelFacts>, book = withGroup) =>
  book.duty("meeting.panel", panelFacts({ panel, ...of }), on).owed;

describe("CWDC-VAR-TELFORD: a consultation group of the services, every two weeks, where an area has one", () => {
  test("switched on, it meets 14 days after 11 November", () => {
    expect(owed({})).toMatchObject([{ act: "meeting.hold-panel", due: { day: "2026-11-25" } }]);
  });
  test("off by default: it has no meetings and takes nothing", () => {
    expect(owed({}, without)).toEqual([]);
    expect(item({}, without).findings).toMatchObject([
      { effect: "prevents", because: "This area has no consultation group." },
    ]);
  });
  test("a conflict is brought with its disagreement", () => {
    expect(item({ topic: "conflict", dispute: "d-1" }).answer).toBe("permits");
    expect(item({ topic: "conflict", dispute: "not-recorded" }).answer).toBe("prevents");
    expect(item({ topic: "conflict", dispute: "none" }).findings).toMatchObject([
      {
        because: "A conflict is brought with the disagreement it belongs to: raise that first, and link it.",
      },
    ]);
  });
  test.each(["collective-solutions", "managing-risk"] as const)("it takes %s with no disagreement", (topic) => {
    expect(item({ topic }).answer).toBe("permits");
  });
  test("what it is for has to be said", () => {
    expect(item({ topic: "not-recorded" }).missing).toEqual(["what it is brought for"]);
  });
  test("a panel of another kind is none of the guide's", () => {
    expect(item({ panel: { id: "p", kind: "locality-forum" } }).answer).toBe("silent");
  });
});
