import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aKeyPoint, aMove, crossBorderFacts, governingFacts, transitionFacts } from "../../testing/transition.ts";
import type { CrossBorderFacts, GoverningFacts, OutOfAreaFacts } from "../../transition/model.ts";
import { keyPointKinds } from "../../vocabulary/key-points.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { bolton } from "../bolton/bolton.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const on = (day: string) => noonOn(localDate(day));
const owed = (of: Parameters<typeof aKeyPoint>[0], day: string) =>
  book.duty("transition.duties", transitionFacts({ keyPoints: [aKeyPoint(of)] }), on(day)).owed;
const acts = (of: Parameters<typeof aKeyPoint>[0], day: string) => owed(of, day).map(({ act }) => act);

describe("WIG-8.8.9: early years to primary, primary to secondary, and out of secondary", () => {
  test.each([
    ["2027-06-08", []],
    ["2027-06-09", ["transition.open:secondary"]],
    ["2027-06-10", ["transition.open:secondary"]],
  ])("Leo starts secondary on 1 September 2027, on %s: %j", (day, wanted) => {
    expect(acts({}, day)).toEqual(wanted);
  });
  test("each of the three moves, and not the move to adult services, which has its own time", () => {
    const opened = codesOf(keyPointKinds).filter((kind) =>
      acts({ kind }, "2027-06-09").includes("transition.open:secondary"),
    );
    expect(opened).toEqual([
      "early-years-to-primary",
      "primary-to-secondary",
      "out-of-secondary",
      "change-of-school",
      "adult-services",
    ]);
    expect(acts({ kind: "adult-services" }, "2026-12-01")).toContain("transition.open:secondary");
    expect(acts({ kind: "primary-to-secondary" }, "2026-12-01")).toEqual([]);
  });
  test("opened: the lead on the other side, or none needed, is named 4 weeks before", () => {
    const opened = { openedOn: localDate("2027-06-09") };
    expect(owed(opened, "2027-06-09")).toMatchObject([
      { act: "transition.name-receiving:secondary", due: { day: "2027-08-04" } },
    ]);
    expect(acts({ ...opened, receiving: { is: "lead", id: "mia" } }, "2027-06-09")).toEqual([]);
    expect(acts({ ...opened, receiving: { is: "no-lead-needed" } }, "2027-06-09")).toEqual([]);
    expect(acts({ ...opened, receiving: "not-recorded" }, "2027-06-09")).toHaveLength(1);
  });
  test("reviewed within 6 weeks of the start", () => {
    const named = { openedOn: localDate("2027-06-09"), receiving: { is: "no-lead-needed" } } as const;
    expect(acts(named, "2027-08-31")).toEqual([]);
    expect(owed(named, "2027-09-01")).toMatchObject([
      { act: "transition.review:secondary", due: { day: "2027-10-13" } },
    ]);
  });
});

const governs = (of: Partial<GoverningFacts>, day = "2026-11-24", from = book) =>
  from.gate("transition.governs", governingFacts(of), on(day)).answer;

describe("WIG-8.8.12: a Wigan child who uses services elsewhere has Wigan's rulebook and record", () => {
  test("Mia lives in Hindley and goes to school in Bolton: Wigan governs, and Bolton does not", () => {
    expect(governs({ area: "wigan", livesIn: "wigan" })).toBe("permits");
    expect(governs({ area: "bolton", livesIn: "wigan" }, "2026-11-24", asItStands(bolton))).toBe("prevents");
    expect(governs({ livesIn: "not-recorded" })).toBe("unknown");
  });
  const sees = (of: Partial<OutOfAreaFacts>) =>
    book.gate(
      "transition.out-of-area",
      { child: { id: "mia" }, practitioner: "senco-of-bolton", isOnTeam: true, asks: "this-case", ...of },
      on("2026-11-24"),
    ).answer;
  test("her Bolton SENCO sees Mia's case only", () => {
    expect(sees({})).toBe("permits");
    expect(sees({ asks: "another-case" })).toBe("prevents");
    expect(sees({ isOnTeam: false })).toBe("prevents");
    expect(sees({ isOnTeam: "not-recorded" })).toBe("unknown");
  });
});

describe("WIG-8.8.13: a child from elsewhere has the home area's rulebook, and the lead counts in Wigan", () => {
  const border = (of: Partial<CrossBorderFacts>, day = "2026-11-24") =>
    book.duty("transition.cross-border", crossBorderFacts({ area: "wigan", livesIn: "wigan", ...of }), on(day)).owed;
  const officer = { id: "yot-officer", area: "wigan" };
  test("Sam lives in Bolton and a Wigan officer would lead: Bolton governs, the lead counts in the officer's load here", () => {
    expect(governs({ area: "wigan", livesIn: "bolton" })).toBe("prevents");
    expect(governs({ area: "bolton", livesIn: "bolton" }, "2026-11-24", asItStands(bolton))).toBe("permits");
    expect(border({ livesIn: "bolton", lead: officer })).toMatchObject([
      {
        act: "workload.count-lead",
        who: "line-manager",
        about: "practitioner:yot-officer",
        clause: { source: "CP3.1", at: "8.8.13" },
      },
    ]);
  });
  test("a Wigan child, or a lead from elsewhere, asks for nothing here", () => {
    expect(border({ lead: officer })).toEqual([]);
    expect(border({ livesIn: "bolton", lead: { id: "fay", area: "bolton" } })).toEqual([]);
    expect(border({ livesIn: "not-recorded", lead: officer })).toEqual([]);
  });
  test("on a house move the old area governs until the receiving one has accepted (WIG-D19)", () => {
    const move = {
      on: localDate("2026-11-02"),
      from: "wigan",
      to: "bolton",
      acceptedOn: localDate("2026-11-24"),
    } as const;
    expect(governs({ move }, "2026-11-23")).toBe("permits");
    expect(governs({ move }, "2026-11-24")).toBe("prevents");
    expect(governs({ move: { ...move, acceptedOn: "none" } }, "2026-12-24")).toBe("permits");
    expect(governs({ move: { ...move, acceptedOn: "not-recorded" } }, "2026-12-24")).toBe("unknown");
    expect(governs({ move: { ...move, on: localDate("2026-11-25") } }, "2026-11-24")).toBe("permits");
  });
  test("sharing is settled first; the receiving area reviews within 28 days of having the record", () => {
    const dueOf = (of: Parameters<typeof aMove>[0], act: string) =>
      border({ move: aMove({ on: localDate("2026-11-02"), from: "wigan", to: "bolton", ...of }) }).find(
        (one) => one.act === act,
      )?.due;
    expect(dueOf({ sharingSettledOn: "none" }, "cross-border.settle-sharing")).toBe("at-once");
    expect(dueOf({ sharingSettledOn: localDate("2026-11-02") }, "cross-border.settle-sharing")).toBeUndefined();
    const received = { recordReceivedOn: localDate("2026-11-09") };
    expect(dueOf(received, "cross-border.receiving-review")).toEqual({ day: "2026-12-07" });
    expect(
      dueOf({ ...received, reviewedOn: localDate("2026-11-20") }, "cross-border.receiving-review"),
    ).toBeUndefined();
  });
});
