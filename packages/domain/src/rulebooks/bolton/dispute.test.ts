import { describe, expect, test } from "vitest";
import type { DisputeDutiesFacts, MayFacts, RaiseFacts, WayFacts } from "../../dispute/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { recorded } from "../../testing/agreement.ts";
import { disputeDutiesFacts, mayFacts, raiseFacts, wayFacts } from "../../testing/dispute.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const at = (day: string) => noonOn(localDate(day));
const raised = { id: "dispute-1", kind: "will-not-deliver", raisedOn: localDate("2026-11-23") } as const;
const managers = [
  { id: "carl", agency: "voluntary", toldOn: localDate("2026-11-23") },
  { id: "rita", agency: "housing", toldOn: "not-recorded" },
] as const;
const way = (of: Partial<WayFacts> = {}, day = "2026-11-23") =>
  book.ladder("dispute.way", wayFacts({ dispute: raised, managers, ...of }), at(day));
const raise = (of: Partial<RaiseFacts>, day = "2026-11-24") => book.gate("dispute.raise", raiseFacts(of), at(day));
const may = (of: Partial<MayFacts>) => book.gate("dispute.may", mayFacts(of), at("2026-11-24"));
const owed = (of: Partial<DisputeDutiesFacts> = {}, day = "2026-11-23") =>
  book.duty("dispute.duties", disputeDutiesFacts({ dispute: raised, managers, raisersManager: "carl", ...of }), at(day))
    .owed;

describe("BOL-11.3: the line manager takes it up with the other service's manager", () => {
  test("Carl owns it within 2 working days, and housing's manager is named", () => {
    expect(owed().find(({ act }) => act === "dispute.contact-other-manager")).toMatchObject({
      who: "line-manager",
      whoId: "carl",
      due: { day: "2026-11-25" },
      because: "The line manager takes it up with the other service's manager: rita (housing).",
    });
  });
  test("no manager recorded, none of the other service, and settled", () => {
    const task = owed({ raisersManager: "not-recorded", managers: [] }).find(({ act }) =>
      act.endsWith("other-manager"),
    );
    expect(task?.whoId).toBeUndefined();
    expect(task?.because).toMatch(/yet to be named/);
    expect(owed({ isSettled: true })).toEqual([]);
  });
  test("it is raised about an action of the plan", () => {
    expect(raise({ kind: "will-not-deliver", action: { id: "3", agency: "housing" } }).answer).toBe("permits");
    expect(raise({ kind: "will-not-deliver" }).answer).toBe("prevents");
    expect(may({ act: "own", by: { id: "fay", role: "lead-professional", agency: "voluntary" } }).answer).toBe(
      "prevents",
    );
  });
});

describe("BOL-11.3: the lead professional raises it, whatever it is about, and hears who takes it up", () => {
  test("the line manager takes it up", () => {
    const decision = raise({ kind: "will-not-deliver", action: { id: "3", agency: "housing" } });
    expect(decision.findings.find(({ rule }) => rule === "bolton.dispute-kinds")).toMatchObject({
      effect: "permits",
      clause: { at: "11.3" },
      because: "The line manager takes it up with the other service's manager.",
    });
  });
  test("trouble of another kind goes the same way once it is said in words", () => {
    expect(raise({ kind: "other", inWords: true }).answer).toBe("permits");
    const refused = raise({ kind: "other", inWords: false });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.map(({ because }) => because)).toEqual([
      "Say in words what the disagreement is about. It then goes the same way as every other.",
    ]);
  });
});

describe("BOL-D17: a disagreement about who leads takes the same steps", () => {
  test("the agencies that differ are named, two of them at least", () => {
    const named = raise({ kind: "who-leads", agencies: ["health", "housing"] });
    expect(named.answer).toBe("permits");
    expect(named.findings.find(({ rule }) => rule === "bolton.dispute-names-agencies")).toMatchObject({
      clause: { at: "11.5" },
      because: "Health and Housing differ about who should lead.",
    });
    for (const agencies of [[], ["health"], ["health", "health"]] as const)
      expect(raise({ kind: "who-leads", agencies })).toMatchObject({
        answer: "unknown",
        missing: ["which agencies differ about who leads"],
      });
  });
  test("and its steps are those of every other", () => {
    const stagesOf = (kind: WayFacts["dispute"]["kind"]) =>
      way({ dispute: { ...raised, kind } }).stages.map(({ stage, order }) => [stage, order]);
    expect(stagesOf("who-leads")).toEqual(stagesOf("will-not-deliver"));
  });
});

describe("BOL-11.4: a service that does not keep the lead professional informed", () => {
  test.each([
    ["2026-10-13", "permits", "No update from the service in 42 days."],
    ["2026-10-14", "refers", "The service last said something 41 days ago."],
  ] as const)("last word on %s, asked on 24 November: %s", (day, answer, because) => {
    const decision = raise({ kind: "not-kept-informed", lastUpdateOn: localDate(day) });
    expect(decision.answer).toBe(answer);
    expect(decision.findings.some((one) => one.because.startsWith(because))).toBe(true);
  });
  test("never, and nobody recorded it", () => {
    expect(raise({ kind: "not-kept-informed", lastUpdateOn: "none" }).answer).toBe("permits");
    expect(raise({ kind: "not-kept-informed", lastUpdateOn: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("BOL-11.5: a clear route, with step, owner and time", () => {
  test.each([
    ["2026-11-25", ["other-manager-contacted"]],
    ["2026-11-26", ["line-manager carl", "line-manager rita"]],
    ["2026-11-30", ["line-manager carl", "line-manager rita"]],
    ["2026-12-01", ["senior-managers"]],
  ] as const)("raised on 23 November, nothing recorded, on %s: %j", (day, next) => {
    expect(way({}, day).next).toEqual(next);
  });
  test.each([
    ["2026-11-25", []],
    ["2026-11-26", ["rita"]],
  ])("step 1 open past its limit: on %s the other manager is told: %j", (day, told) => {
    const next = owed({}, day).filter(({ act }) => act === "dispute.next-step");
    expect(next.map(({ whoId }) => whoId)).toEqual(told);
    for (const one of next) {
      expect(one).toMatchObject({ who: "line-managers-involved", due: "at-once", onAccountOf: "line-manager" });
      expect(one.because).toBe(
        "The line manager was to take this up with you by 25 November 2026, and that is not recorded. It is now for the managers of both services to settle: take it up between you.",
      );
    }
  });
  test.each([
    ["2026-11-23", true],
    ["2026-11-24", false],
    ["2026-11-26", false],
  ])("taken up on 24 November: still owed on %s: %s", (day, isOwed) => {
    const acts = owed({ otherManagerContactedOn: localDate("2026-11-24") }, day).map(({ act }) => act);
    expect(acts.includes("dispute.contact-other-manager")).toBe(isOwed);
    expect(acts).not.toContain("dispute.next-step");
    expect(acts).toContain("dispute.settle");
  });
  test("not recorded that it was taken up is not taken up", () => {
    expect(owed({ otherManagerContactedOn: "not-recorded" }, "2026-11-26").map(({ act }) => act)).toContain(
      "dispute.next-step",
    );
  });
  test("contacted on the second day, the managers have until 30 November", () => {
    const entries = [recorded("other-manager-contacted", "done", "2026-11-24")];
    const decision = way({ entries }, "2026-11-26");
    expect(decision.next).toEqual(["line-manager carl", "line-manager rita"]);
    expect(decision.stages.find(({ stage }) => stage === "line-manager rita")?.clock).toEqual({ day: "2026-11-30" });
  });
  test("settled late by both is settled all the same, and closes it", () => {
    const entries = [recorded("line-manager carl"), recorded("line-manager rita", "agreed", "2026-12-04")];
    expect(way({ entries }, "2026-12-05")).toMatchObject({ answer: "complete", permits: ["dispute.close"] });
  });
  test("the senior managers' word is recorded, binds nobody else, and has no appeal (BOL-D17)", () => {
    const last = way({ entries: [recorded("senior-managers", "done", "2026-12-10")] }, "2026-12-11");
    expect(last.answer).toBe("complete");
    expect(last.findings.find(({ stage }) => stage === "senior-managers")?.binds).toBe(false);
    expect(may({ act: "appeal" }).answer).toBe("prevents");
    expect(may({ act: "decide", level: "senior-managers" }).answer).toBe("prevents");
  });
});
