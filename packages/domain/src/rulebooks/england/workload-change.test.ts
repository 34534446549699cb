import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aPost, caseChangeFacts, workloadDutiesFacts } from "../../testing/workload.ts";
import { needBesideCapacity, timeOfAgencies } from "../../workload/cases.ts";
import type { ChangeFacts, PostFacts, WorkloadDutiesFacts } from "../../workload/model.ts";
import { quarters } from "../../workload/points.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day: string) => noonOn(localDate(day));
const change = (of: Partial<ChangeFacts>) => book.gate("workload.change", caseChangeFacts(of), at("2026-11-25"));
const owed = (of: Partial<WorkloadDutiesFacts>, day: string) =>
  book.duty("workload.duties", workloadDutiesFacts(of), at(day)).owed;
const capacity = (of: Partial<PostFacts>, day = "2026-11-25") =>
  book.measure("workload.capacity", { practitionerId: "amina", posts: [aPost(of)] }, at(day)).amount;

describe("CWDC-5.18b: a manager moves supported cases; led ones only by a handover", () => {
  test("two supported cases go from X to Y; moving a led one opens a handover", () => {
    expect(change({ planId: "one" }).answer).toBe("permits");
    const refused = change({ holds: "lead" });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toMatch(/Open a handover/);
    expect(change({ holds: "not-recorded" }).answer).toBe("unknown");
  });
  test("a practitioner moves nobody's cases", () => {
    expect(change({ by: { id: "x", role: "practitioner" } }).answer).toBe("prevents");
  });
});

describe("CWDC-5.15: an alert about load is answered with an action and a day", () => {
  const alert = { on: localDate("2026-11-24"), answeredOn: "none" } as const;
  test.each([
    ["2026-12-01", "senior-manager", { day: "2026-12-01" }],
    ["2026-12-02", "steering-group", "at-once"],
  ] as const)("alert of 24 November, on %s it is with %s", (day, who, due) => {
    expect(owed({ alert }, day).map((one) => [one.who, one.due])).toEqual([[who, due]]);
  });
  test("answered, nobody owes more", () => {
    expect(owed({ alert: { ...alert, answeredOn: localDate("2026-11-30") } }, "2026-12-10")).toEqual([]);
  });
});

describe("CWDC-3.13d: leading comes on top of one's own casework", () => {
  test("the manager looks at the effect before or at the appointment", () => {
    const appointment = { startsOn: localDate("2026-12-01"), impactAddressedOn: "none" } as const;
    expect(owed({ appointment }, "2026-11-25")).toMatchObject([
      { act: "workload.address-impact", whoId: "helen", due: { day: "2026-12-01" } },
    ]);
    expect(owed({ appointment, manager: "not-recorded" }, "2026-11-25")[0]?.whoId).toBeUndefined();
    const addressed = { ...appointment, impactAddressedOn: localDate("2026-11-26") };
    expect(owed({ appointment: addressed }, "2026-11-26")).toEqual([]);
  });
});

describe("CWDC-1.12a: each service sees the time that assessment and leading take", () => {
  test("a health visitor's November: 9.5 hours of co-ordination on 2 cases, 3 of assessment", () => {
    const entries = [
      { agency: "health", activity: "co-ordination", minutes: 330 },
      { agency: "health", activity: "co-ordination", minutes: 240 },
      { agency: "health", activity: "assessment", minutes: 180 },
      { agency: "education", activity: "meetings", minutes: 60 },
    ] as const;
    const time = timeOfAgencies(entries);
    expect(time.get("health")).toEqual({ "co-ordination": 9.5 * 60, assessment: 3 * 60 });
    expect(time.get("education")).toEqual({ meetings: 60 });
  });
});

describe("CWDC-5.11a: need beside capacity", () => {
  test("east 140 on 100, west 60 on 100; an area with nothing agreed comes first", () => {
    const east = { id: "east", load: quarters(140), capacity: quarters(100) };
    const west = { id: "west", load: quarters(60), capacity: quarters(100) };
    const none = { id: "north", load: quarters(1), capacity: 0 };
    expect(needBesideCapacity([west, none, east]).map(({ id, share }) => [id, share])).toEqual([
      ["north", undefined],
      ["east", 140],
      ["west", 60],
    ]);
  });
});

describe("RN-17: capacity follows the hours, less what is taken off for some days", () => {
  const reductions = [{ from: localDate("2026-12-01"), until: localDate("2026-12-15"), quarterPoints: quarters(2) }];
  test.each([
    ["2026-11-30", 8],
    ["2026-12-01", 6],
    ["2026-12-14", 6],
    ["2026-12-15", 8],
  ])("8 points, 2 of them off from 1 to 14 December: on %s %i", (day, points) => {
    expect(capacity({ reductions }, day)).toBe(quarters(points));
  });
  test("half the hours carry half, rounded down to a quarter-point; more hours carry more", () => {
    expect(capacity({ hours: { agreedFor: 2220, now: 1110 } })).toBe(quarters(4));
    expect(capacity({ agreedCapacity: 7, hours: { agreedFor: 2, now: 1 } })).toBe(3);
    expect(capacity({ hours: { agreedFor: 1000, now: 1500 } })).toBe(quarters(12));
    expect(capacity({ hours: { agreedFor: 1000, now: 0 }, reductions }, "2026-12-02")).toBe(0);
  });
  test("nothing agreed stays not agreed", () => {
    const facts = { practitionerId: "a", posts: [aPost({ agreedCapacity: "not-recorded", reductions })] };
    expect(book.measure("workload.capacity", facts, at("2026-12-02"))).toMatchObject({ answer: "at-least", amount: 0 });
  });
  test("it never falls below nothing, and a reduction never adds", () => {
    const points = fc.nat(200);
    fc.assert(
      fc.property(points, points, fc.integer({ min: 1, max: 3000 }), fc.nat(3000), (agreed, off, agreedFor, now) => {
        const post = { agreedCapacity: agreed, hours: { agreedFor, now } };
        const without = capacity(post, "2026-12-02");
        const reduced = capacity(
          { ...post, reductions: [{ from: localDate("2026-12-01"), quarterPoints: off }] },
          "2026-12-02",
        );
        expect(reduced).toBeGreaterThanOrEqual(0);
        expect(reduced).toBeLessThanOrEqual(without);
      }),
    );
  });
});
