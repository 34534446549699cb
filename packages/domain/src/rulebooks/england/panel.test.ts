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

describe("CWDC-5.6b: a panel takes children known to so many services, where an area asks for it", () => {
  const twoOrMore = adopt(england, anAdoption({ settings: { panelLeastServices: 2 } }));
  const known = (...days: readonly string[]) =>
    days.map((day, at) => ({ id: `service-${at}`, recordedOn: localDate(day) }));
  const jo = (day: string, of: Partial<PanelItemFacts> = {}, book = twoOrMore) =>
    book.gate(
      "meeting.panel-item",
      panelItemFacts({
        panel: { id: "monthly", kind: "multi-agency-panel" },
        meetsOn: localDate("2026-12-02"),
        services: known("2026-10-01", "2026-11-24"),
        ...of,
      }),
      noonOn(localDate(day)),
    );
  test("known to 1 Jo is refused; the second is recorded on 24 November, and she is listed for 2 December", () => {
    expect(jo("2026-11-23").findings).toMatchObject([
      { effect: "prevents", because: "Known to 1 service: the panel takes children known to 2 or more." },
    ]);
    expect(jo("2026-11-24").findings).toMatchObject([
      { effect: "permits", because: "Known to 2 services: listed for the panel of 2 December 2026." },
    ]);
    expect(jo("2026-09-30").findings[0]?.because).toMatch(/^Known to 0 services:/);
  });
  test("one service counts once; not recorded is unknown; off by default, and for this kind of panel only", () => {
    const twice = known("2026-10-01", "2026-11-24").map((one) => ({ ...one, id: "school" }));
    expect(jo("2026-11-24", { services: twice }).answer).toBe("prevents");
    expect(jo("2026-11-24", { services: "not-recorded" }).missing).toEqual(["which services the child is known to"]);
    expect(jo("2026-11-24", { services: [] }, without).answer).toBe("silent");
    expect(jo("2026-11-24", { services: [], panel: { id: "north", kind: "locality-forum" } }).answer).toBe("silent");
  });
});
