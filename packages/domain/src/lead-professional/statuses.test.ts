import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import type { LegalStatus } from "../people/model.ts";
import { anInvolved, aStatus, everyOrder } from "../testing/lead-professional.ts";
import { assessmentsUndecided, barsYouthOfficer, locks, ofKind, youthTeam } from "./statuses.ts";

const day = (text: string) => localDate(text);
const ids = (statuses: readonly LegalStatus[]) => statuses.map(({ id }) => id);
const assessment = (from: string, until?: string) =>
  aStatus("child-in-need", from, { id: "assessment", childInNeedPhase: "assessment", ...(until ? { until } : {}) });

describe("statuses are read in the order they began, whatever order they were entered in", () => {
  const three = [
    aStatus("looked-after", "2026-03-01", { id: "b" }),
    aStatus("looked-after", "2026-03-01", { id: "a" }),
    aStatus("looked-after", "2026-01-01", { id: "c" }),
  ];
  test.each(everyOrder(three).map((order) => [order] as const))("%#", (order) => {
    expect(ids(ofKind(order, "looked-after"))).toEqual(["c", "a", "b"]);
  });
  test("nobody recorded any: none is read", () => {
    expect(ofKind("not-recorded", "looked-after")).toEqual([]);
    expect(locks("not-recorded", day("2026-03-01"))).toEqual([]);
  });
});

describe("RN-25: an assessment of a child in need holds to the decision on services", () => {
  const undecided = (on: string, ...more: readonly LegalStatus[]) =>
    ids(assessmentsUndecided([assessment("2026-03-02", "2026-04-01"), ...more], day(on)));
  test.each([
    ["2026-03-01", []],
    ["2026-03-02", ["assessment"]],
    ["2026-03-31", ["assessment"]],
    ["2026-04-01", ["assessment"]], // it has ended, and nobody has decided: no free day
    ["2026-06-01", ["assessment"]],
  ])("undecided, on %s: %j", (on, held) => {
    expect(undecided(on)).toEqual(held);
  });
  test.each([
    ["2026-03-19", ["assessment"]],
    ["2026-03-20", []],
    ["2026-04-02", []],
  ])("decided on 20 March, on %s: %j", (on, held) => {
    expect(
      undecided(on, aStatus("child-in-need", "2026-03-20", { id: "decided", childInNeedPhase: "decided" })),
    ).toEqual(held);
  });
  test("a decision of the day it began counts; one of the day before is another's", () => {
    const decided = (from: string) => aStatus("child-in-need", from, { id: "decided", childInNeedPhase: "decided" });
    expect(undecided("2026-03-10", decided("2026-03-02"))).toEqual([]);
    expect(undecided("2026-03-10", decided("2026-03-01"))).toEqual(["assessment"]);
  });
  test("another lock that followed takes over once the assessment has ended, not before", () => {
    const followed = aStatus("looked-after", "2026-03-20");
    expect(undecided("2026-03-25", followed)).toEqual(["assessment"]);
    expect(undecided("2026-04-01", followed)).toEqual([]);
    expect(undecided("2026-04-01", aStatus("looked-after", "2026-03-02"))).toEqual(["assessment"]);
    expect(undecided("2026-04-01", aStatus("looked-after", "2026-03-20", { until: "2026-03-20" }))).toEqual([
      "assessment",
    ]);
  });
  test("a lock that began and ended while the assessment ran decided nothing on services", () => {
    const within = (until: string) => aStatus("looked-after", "2026-03-20", { until });
    expect(undecided("2026-04-01", within("2026-03-25"))).toEqual(["assessment"]);
    expect(undecided("2026-04-01", within("2026-04-01"))).toEqual(["assessment"]);
    expect(undecided("2026-04-01", within("2026-04-02"))).toEqual([]);
    expect(undecided("2026-06-01", within("2026-04-02"))).toEqual([]);
  });
  test("one that was withdrawn on the day it began never held", () => {
    expect(ids(assessmentsUndecided([assessment("2026-03-02", "2026-03-02")], day("2026-03-02")))).toEqual([]);
  });
});

describe("PREC-2: what bars an officer of the youth offending team", () => {
  test.each([
    ["looked-after", ["looked-after"]],
    ["child-protection-plan", ["child-protection-plan"]],
    ["adoption-plan", []],
  ] as const)("%s: %j", (kind, barring) => {
    const statuses = [aStatus(kind, "2026-01-01")];
    expect(ids(locks(statuses, day("2026-02-01")))).toEqual([kind]);
    expect(ids(barsYouthOfficer(statuses, day("2026-02-01")))).toEqual(barring);
  });
  test("an assessment in need locks and bars nobody; a leaver still in care does both", () => {
    expect(ids(barsYouthOfficer([assessment("2026-01-01")], day("2026-02-01")))).toEqual([]);
    const leaver = (careLeaverKind: "eligible" | "relevant") => [
      aStatus("care-leaver", "2026-01-01", { careLeaverKind }),
    ];
    expect(ids(barsYouthOfficer(leaver("eligible"), day("2026-02-01")))).toEqual(["care-leaver"]);
    expect(locks(leaver("relevant"), day("2026-02-01"))).toEqual([]);
  });
  test("the same statuses asked about another day are looked at again", () => {
    const statuses = [aStatus("looked-after", "2026-01-01", { until: "2026-02-01" })];
    expect(
      ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((on) => locks(statuses, day(on)).length),
    ).toEqual([0, 1, 1, 0]);
  });
  test("its people are known by agency, by post, by secondment and by the order that names them", () => {
    const involved = [
      anInvolved("officer", { agency: "youth-justice" }),
      anInvolved("supervisor", { posts: ["yot-supervising-officer"] }),
      anInvolved("nurse"),
    ];
    const statuses = [
      aStatus("youth-order", "2026-01-01", { holder: "named" }),
      aStatus("youth-order", "2026-01-01", { id: "2" }),
    ];
    const team = youthTeam(
      { child: { id: "c", statuses }, involved, secondedSocialWorker: "seconded" },
      day("2026-02-01"),
    );
    expect([...team].sort()).toEqual(["named", "officer", "seconded", "supervisor"]);
  });
});
