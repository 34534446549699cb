import { describe, expect, test } from "vitest";
import type { WayFacts } from "../../dispute/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { momentOn, noonOn } from "../../kernel/moment.ts";
import type { PanelFacts, PanelItemFacts } from "../../meeting/panel-model.ts";
import { wayFacts } from "../../testing/dispute.ts";
import { panelFacts, panelItemFacts } from "../../testing/panel.ts";
import { asItStands } from "../questions.ts";
import { poole } from "./poole.ts";

const book = asItStands(poole);
const on = noonOn(localDate("2026-11-25"));

describe("CWDC-VAR-POOLE-7: a forum of each locality every two weeks, on children who have been assessed", () => {
  const item = (of: Partial<PanelItemFacts> = {}) => book.gate("meeting.panel-item", panelItemFacts(of), on);
  const owed = (of: Partial<PanelFacts> = {}) => book.duty("meeting.panel", panelFacts(of), on).owed;

  test("a child assessed on 3 November is listed for the forum of 25 November", () => {
    expect(item().findings).toMatchObject([
      {
        rule: "poole.forum-assessed",
        effect: "permits",
        because: "The child was assessed on 3 November 2026, so can be on the list.",
      },
    ]);
  });
  test("a child without an assessment is refused", () => {
    expect(item({ assessedOn: "none" }).findings).toMatchObject([
      {
        effect: "prevents",
        strength: "local procedure",
        because: "The child has no common assessment. The forum talks about children who have been assessed.",
      },
    ]);
  });
  test.each([
    ["2026-11-25", "permits"],
    ["2026-11-26", "prevents"],
  ])("assessed on %s: %s", (assessedOn, answer) => {
    expect(item({ assessedOn: localDate(assessedOn) })).toMatchObject({
      answer,
      ...(answer === "prevents" ? { from: assessedOn } : {}),
    });
  });
  test("where nobody recorded an assessment it is asked for", () => {
    expect(item({ assessedOn: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether the child has a common assessment"],
    });
  });
  test("last met on 11 November, so again on 25 November", () => {
    expect(owed()).toMatchObject([
      {
        rule: "poole.forum-meets",
        who: "coordinator",
        act: "meeting.hold-panel",
        due: { day: "2026-11-25" },
        because: "It meets every 14 days, and last met on 11 November 2026.",
      },
    ]);
  });
  test("never met, or nobody recorded when", () => {
    expect(owed({ lastMetOn: "none" })[0]).toMatchObject({ act: "meeting.hold-panel", due: "at-once" });
    expect(owed({ lastMetOn: "not-recorded" })[0]).toMatchObject({ act: "meeting.hold-panel", due: "unknown" });
  });
  test("a panel of another kind is none of Poole's", () => {
    const panel = { id: "p", kind: "multi-agency-panel" } as const;
    expect(owed({ panel })).toEqual([]);
    expect(item({ panel }).answer).toBe("silent");
  });
});

describe("CWDC-VAR-POOLE-6: the way of a disagreement, each level to 17:00", () => {
  const next = (day: string, time: string, of: Partial<WayFacts> = {}) =>
    book.ladder("dispute.way", wayFacts(of), momentOn(localDate(day), time)).next;
  test.each([
    ["2026-12-01", "16:59:00", ["line-manager helen", "line-manager gary"]],
    ["2026-12-01", "17:00:00", ["service-development-manager"]],
    ["2026-12-08", "16:59:00", ["service-development-manager"]],
    ["2026-12-08", "17:00:00", ["steering-group"]],
    ["2026-12-22", "16:59:00", ["steering-group"]],
    ["2026-12-22", "17:00:00", ["director"]],
  ])("raised on 25 November, on %s at %s it is with %j", (day, time, level) => {
    expect(next(day, time)).toEqual(level);
  });
});
