import { describe, expect, test } from "vitest";
import { summaryOf } from "../../dispute/days-open.ts";
import type { DisputeDutiesFacts, LateActionFacts, MayFacts, RaiseFacts, WayFacts } from "../../dispute/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { recorded } from "../../testing/agreement.ts";
import { anAdoption } from "../../testing/builders.ts";
import {
  daysOpenFacts,
  disputeDutiesFacts,
  lateActionFacts,
  mayFacts,
  raiseFacts,
  wayFacts,
} from "../../testing/dispute.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day: string) => noonOn(localDate(day));
const way = (of: Partial<WayFacts> = {}, day = "2026-11-25", on = book) =>
  on.ladder("dispute.way", wayFacts(of), at(day));
const raise = (of: Partial<RaiseFacts>) => book.gate("dispute.raise", raiseFacts(of), at("2026-11-25"));
const may = (of: Partial<MayFacts>) => book.gate("dispute.may", mayFacts(of), at("2026-12-16"));
const owed = (of: Partial<DisputeDutiesFacts>, day = "2026-11-25") =>
  book.duty("dispute.duties", disputeDutiesFacts(of), at(day)).owed;
const late = (of: Partial<LateActionFacts> = {}, day = "2026-11-03") =>
  book.duty("dispute.late-action", lateActionFacts(of), at(day)).owed;
const stage = (decision: ReturnType<typeof way>, name: string) => decision.stages.find((one) => one.stage === name);
const lines = ["line-manager helen", "line-manager gary"];

describe("CWDC-2.21c: a defined route, for who leads, for accountability, for resources", () => {
  test("a disagreement about resources goes to the line managers, and the next level shows", () => {
    const dispute = { id: "d", kind: "resources", raisedOn: localDate("2026-11-23") } as const;
    const decision = way({ dispute }, "2026-11-23");
    expect(decision.next).toEqual(lines);
    expect(decision.stages.map((one) => one.stage)).toEqual([
      ...lines,
      "service-development-manager",
      "steering-group",
      "director",
    ]);
    expect(raise({ kind: "resources" }).answer).toBe("permits");
    expect(raise({ kind: "accountability" }).answer).toBe("permits");
  });
  test.each([
    ["2026-12-01", lines],
    ["2026-12-02", ["service-development-manager"]],
    ["2026-12-08", ["service-development-manager"]],
    ["2026-12-09", ["steering-group"]],
    ["2026-12-22", ["steering-group"]],
    ["2026-12-23", ["director"]],
  ] as const)("raised on 25 November, nothing settled, on %s it is with %j (RN-30)", (day, next) => {
    expect(way({}, day).next).toEqual(next);
  });
  test("given up earlier, the next level's days begin that day", () => {
    const entries = [recorded("line-manager gary", "not-agreed", "2026-11-26")];
    expect(stage(way({ entries }, "2026-11-26"), "service-development-manager")).toMatchObject({
      state: "next",
      clock: { day: "2026-12-03" },
    });
    const both = [...entries, recorded("service-development-manager", "not-agreed", "2026-11-30")];
    expect(stage(way({ entries: both }, "2026-12-01"), "steering-group")?.clock).toEqual({ day: "2026-12-14" });
  });
  test("in one team the team manager is asked first (CWDC-5.6c), and settles it", () => {
    expect(way({ model: "team" }).next).toEqual(["team-manager"]);
    expect(way({ model: "team", entries: [recorded("team-manager")] })).toMatchObject({
      answer: "complete",
      permits: ["lead-professional.appoint"],
    });
    const entries = [recorded("team-manager", "not-agreed")];
    expect(way({ model: "team", entries }).next).toEqual(lines);
    expect(way({ model: "not-recorded" }).next).toEqual(lines);
  });
  test("while the manager in between leads the case, and where there is none, it goes one node up (RN-35)", () => {
    expect(way({ middleManagerLeads: true }, "2026-12-02").next).toEqual(["steering-group"]);
    expect(stage(way({ middleManagerLeads: true }), "steering-group")?.clock).toEqual({ day: "2026-12-15" });
    const without = adopt(england, anAdoption({ settings: { disputeMiddleManager: "nobody" } }));
    expect(way({}, "2026-12-02", without).next).toEqual(["steering-group"]);
  });
});

describe("CWDC-3.16a: three kinds, each with its parties and what was tried", () => {
  const declined = { kind: "will-not-deliver", action: { id: "repair", agency: "housing" } } as const;
  test("housing declines the repair, two attempts listed: it goes to both line managers the same day", () => {
    expect(raise({ ...declined, attempts: 2 }).answer).toBe("permits");
    expect(owed({}).map(({ whoId, due }) => [whoId, due])).toEqual([
      ["helen", "at-once"],
      ["gary", "at-once"],
    ]);
  });
  test("who leads: the parties are the agencies that differ, at least two and each once", () => {
    const parties = (...agencies: RaiseFacts["agencies"]) => raise({ kind: "who-leads", agencies });
    for (const one of [parties(), parties("health"), parties("health", "health")])
      expect(one).toMatchObject({ answer: "unknown", missing: ["which agencies differ about who leads"] });
    const two = parties("health", "youth-justice");
    expect(two.answer).toBe("permits");
    expect(two.findings.find(({ rule }) => rule === "england.dispute-names-agencies")?.because).toBe(
      "Health and Youth justice differ about who should lead.",
    );
    expect(raise({ kind: "resources", agencies: [] }).answer).toBe("permits");
  });
  test("a kind nobody thought of goes the same way once it is said in words", () => {
    expect(raise({ kind: "other", inWords: false }).answer).toBe("prevents");
    const said = raise({ kind: "other" });
    expect(said.answer).toBe("permits");
    expect(said.findings.find(({ rule }) => rule === "england.dispute-kinds")?.because).toBe(
      "It goes to the line managers of those involved the same day.",
    );
  });
  test("no attempt listed, and no action", () => {
    expect(raise({ ...declined, attempts: 0 })).toMatchObject({ answer: "permits-if", needs: [{ code: "tried" }] });
    expect(raise({ ...declined, action: "none" }).answer).toBe("prevents");
  });
});

describe("CWDC-3.16b: a difference in approach was on a meeting's agenda first", () => {
  const kind = "difference-in-approach";
  test("with no meeting, one is asked for, or why a meeting is unsafe", () => {
    expect(raise({ kind })).toMatchObject({ answer: "permits-if", needs: [{ code: "meeting-unsafe" }] });
    const outside = { on: localDate("2026-11-20"), atMeeting: false };
    expect(raise({ kind, discussed: outside }).answer).toBe("permits-if");
    expect(raise({ kind, meetingUnsafeReason: true }).answer).toBe("permits");
    expect(raise({ kind, discussed: { ...outside, atMeeting: true } }).answer).toBe("permits");
    expect(raise({ kind, discussed: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("CWDC-3.17: disagreements are a measure of working together", () => {
  test.each([
    ["2026-11-25", "2026-11-30", 3],
    ["2026-12-24", "2026-12-29", 1],
    ["2026-11-25", "2026-11-25", 0],
  ])("raised on %s, closed on %s: %i working days", (raisedOn, closedOn, days) => {
    const facts = daysOpenFacts(localDate(raisedOn), localDate(closedOn));
    expect(book.measure("dispute.days-open", facts, at("2027-01-04")).amount).toBe(days);
  });
  test("still open, it counts until today; not recorded, it is a least figure", () => {
    const open = daysOpenFacts(localDate("2026-11-25"), "none");
    expect(book.measure("dispute.days-open", open, at("2026-11-27"))).toMatchObject({ answer: "measured", amount: 2 });
    const unsaid = daysOpenFacts(localDate("2026-11-25"), "not-recorded");
    expect(book.measure("dispute.days-open", unsaid, at("2026-11-27")).answer).toBe("at-least");
    expect(book.measure("dispute.days-open", open, at("2026-11-24")).amount).toBe(0);
    const far = daysOpenFacts(localDate("2028-12-20"), localDate("2029-02-01"));
    expect(book.measure("dispute.days-open", far, at("2029-02-01")).answer).toBe("at-least");
  });
  test("a quarter of 9: 7 closed by line managers, the middle one after 3 working days", () => {
    const days = [1, 1, 2, 3, 3, 4, 4, 9, 14];
    const quarter = days.map((workingDays, at) => ({
      workingDays,
      closedAt: at < 7 ? ("line-managers" as const) : ("steering-group" as const),
    }));
    const summary = summaryOf(quarter);
    expect(summary).toMatchObject({ count: 9, median: 3 });
    expect(summary.closedAt.get("line-managers")).toBe(7);
    expect(summaryOf(quarter.slice(0, 4)).median).toBe(1.5);
    expect(summaryOf([])).toMatchObject({ count: 0, median: undefined });
  });
});

describe("CWDC-5.10b: everybody concerned hears the outcome in plain words", () => {
  test("closed on 1 December: three practitioners, their managers and the parents", () => {
    const toldOn = "none" as const;
    const hears = [
      { id: "p1", as: "practitioner" as const, toldOn },
      { id: "helen", as: "line-manager" as const, toldOn },
      { id: "f1", as: "family" as const, toldOn },
      { id: "c1", as: "child" as const, toldOn: localDate("2026-12-01") },
    ];
    const told = owed({ isSettled: true, closedOn: localDate("2026-12-01"), hears }, "2026-12-01");
    expect(told.map(({ about, due }) => [about, due])).toEqual([
      ["practitioner:p1", "at-once"],
      ["practitioner:helen", "at-once"],
      ["family:f1", "at-once"],
    ]);
    expect(owed({ isSettled: true, hears }, "2026-12-01")).toEqual([]);
  });
});

describe("CWDC-5.11b: when managers step in is a dated value", () => {
  test("a dispute of 25 November 2026 uses the value in force that day, whatever comes later", () => {
    const fourDays = adopt(england, anAdoption({ id: "june", from: localDate("2026-06-01") }));
    const later = adopt(
      england,
      anAdoption({ id: "january", from: localDate("2027-01-01"), settings: { disputeLineManagersWorkingDays: 2 } }),
    );
    const clock = (on: typeof fourDays) => stage(way({}, "2026-11-25", on), "line-manager helen")?.clock;
    expect(clock(fourDays)).toEqual({ day: "2026-12-01" });
    expect(clock(later)).toEqual({ day: "2026-11-27" });
    const asked = fourDays.ladder("dispute.way", wayFacts(), at("2027-02-01"));
    expect(asked.values.find(({ name }) => name === "disputeLineManagersWorkingDays")?.value).toBe(4);
  });
});

describe("CWDC-5.11c: the steering group arbitrates, and that is final", () => {
  test("referred on 8 December, heard on 15 December", () => {
    const entries = [recorded("service-development-manager", "not-agreed", "2026-12-08")];
    const before = way({ entries }, "2026-12-15");
    expect(before.next).toEqual(["steering-group"]);
    expect(stage(before, "steering-group")?.clock).toEqual({ day: "2026-12-22" });
    const after = way({ entries: [...entries, recorded("steering-group", "done", "2026-12-15")] }, "2027-03-01");
    expect(after).toMatchObject({ answer: "complete", permits: ["lead-professional.appoint"] });
    expect(after.findings.find((one) => one.stage === "steering-group")?.binds).toBe(true);
  });
  test("only the group decides there, and there is no appeal; new facts reopen the question", () => {
    const decide = { act: "decide", level: "steering-group" } as const;
    expect(may(decide).answer).toBe("prevents");
    expect(may({ ...decide, by: { id: "g", role: "steering-group", agency: "none" } }).answer).toBe("permits");
    expect(may({ act: "appeal" }).answer).toBe("prevents");
    const decidedOn = localDate("2026-11-15");
    expect(raise({ decidedOn, hasNewFacts: false }).answer).toBe("prevents");
    expect(raise({ decidedOn, hasNewFacts: true }).answer).toBe("permits");
  });
});

describe("CWDC-VAR-TIER-5: what the manager in between cannot settle goes up to the board", () => {
  test("line managers cannot settle who pays for transport: on 2 December it goes up, with what each level said", () => {
    const dispute = { id: "transport", kind: "resources", raisedOn: localDate("2026-11-25") } as const;
    const entries = [
      recorded("line-manager helen", "not-agreed", "2026-11-30"),
      recorded("line-manager gary", "not-agreed", "2026-11-30"),
      recorded("service-development-manager", "not-agreed", "2026-12-02"),
    ];
    const decision = way({ dispute, entries }, "2026-12-02");
    expect(decision.next).toEqual(["steering-group"]);
    expect(stage(decision, "steering-group")?.clock).toEqual({ day: "2026-12-16" });
    const before = decision.stages.filter(({ state }) => state === "through").map((one) => [one.stage, one.outcome]);
    expect(before).toEqual([...lines, "service-development-manager"].map((one) => [one, "not-agreed"]));
  });
});

describe("CWDC-5.12a: whom to turn to in each service", () => {
  const housing = { agency: "housing", manager: "rita", deputy: "sam", checkedOn: localDate("2026-05-25") } as const;
  test("checked on 25 May, it is looked at again by 25 November", () => {
    const [task] = owed({ isSettled: true, contacts: [housing] });
    expect(task).toMatchObject({ act: "dispute.check-contact", due: { day: "2026-11-25" }, about: "agency:housing" });
  });
  test.each([[{ deputy: "none" }], [{ manager: "not-recorded" }], [{ checkedOn: "not-recorded" }]] as const)(
    "%j is to mend at once",
    (missing) => {
      expect(owed({ isSettled: true, contacts: [{ ...housing, ...missing }] })[0]?.due).toBe("at-once");
    },
  );
});

describe("CWDC-RN-28: a late action is its owner's, then the owner's manager's; the lead is told only", () => {
  test.each([
    ["2026-10-30", []],
    ["2026-10-31", ["dispute.do-late-action", "dispute.know-of-late-action"]],
    ["2026-11-03", ["dispute.do-late-action", "dispute.know-of-late-action"]],
    ["2026-11-04", ["dispute.do-late-action", "dispute.answer-late-action", "dispute.know-of-late-action"]],
  ] as const)("due on Friday 30 October, on %s: %j", (day, acts) => {
    expect(
      late({}, day)
        .map(({ act }) => act)
        .sort(),
    ).toEqual([...acts].sort());
  });
  test("nothing of it stands on the lead professional's account", () => {
    expect(late({}, "2026-11-04").map(({ onAccountOf }) => onAccountOf)).not.toContain("lead-professional");
    expect(late({ lead: "none" }, "2026-11-03").map(({ who }) => who)).toEqual(["action-owner"]);
  });
  test("done, nobody owes anything; a manager who is not recorded has to be named", () => {
    const { action } = lateActionFacts();
    expect(late({ action: { ...action, doneOn: localDate("2026-11-02") } })).toEqual([]);
    const unnamed = late({ action: { ...action, ownersManager: "not-recorded" } }, "2026-11-05");
    const manager = unnamed.find(({ who }) => who === "action-owners-manager");
    expect(manager?.whoId).toBeUndefined();
    expect(manager?.because).toMatch(/yet to be named/);
  });
});
