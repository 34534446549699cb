import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { PublishingFacts } from "../../quality/accountability-model.ts";
import type { CellFacts } from "../../quality/check-model.ts";
import { forReview, trainedSince } from "../../quality/procedure.ts";
import type { OrganisationFacts, ProcedureFacts } from "../../quality/procedure-model.ts";
import { anAdoption } from "../../testing/builders.ts";
import {
  checkFacts,
  countFacts,
  departureFacts,
  organisationFacts,
  procedureFacts,
  publishingFacts,
  shareFacts,
} from "../../testing/quality.ts";
import { adopt, asItStands, edition } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<ProcedureFacts>, day = "2026-12-11") =>
  book.duty("quality.procedure-duties", procedureFacts(of), at(day)).owed;
const ofAct = (act: string, of: Partial<ProcedureFacts>, day?: string) =>
  owed(of, day).filter((one) => one.act === act);

describe("WIG-12a: the procedure is reviewed each year at a designated meeting of the Executive Group", () => {
  const review = (of: Partial<ProcedureFacts>, day?: string) => ofAct("quality.review-procedure", of, day)[0];
  const on = (day: string, isDesignated: boolean | "not-recorded") => ({ on: localDate(day), isDesignated });
  test("reviewed on 10 December 2026: due by 10 December 2027, overdue the day after", () => {
    expect(review({ reviews: [on("2026-12-10", true)] })).toMatchObject({
      who: "executive-group",
      due: { day: "2027-12-10" },
      from: "2027-10-11",
      clause: { source: "CP3.1", at: "12" },
    });
    const due = { day: localDate("2027-12-10") };
    expect([isLate(due, at("2027-12-10")), isLate(due, at("2027-12-11"))]).toEqual([false, true]);
  });
  test("another meeting does not reset the clock; the last designated one counts", () => {
    const reviews = [on("2026-03-05", true), on("2026-02-01", true), on("2026-12-10", false)];
    expect(review({ reviews })?.due).toEqual({ day: "2027-03-05" });
    expect(review({ reviews: [on("2026-12-12", true)] })?.due).toEqual({ day: "2027-01-01" });
    expect(review({ reviews: [on("2026-12-11", true)] })?.due).toEqual({ day: "2027-12-11" });
  });
  test("a meeting of which it is not recorded counts once somebody says so", () => {
    const doubtful = review({ reviews: [on("2026-12-10", "not-recorded")] });
    expect(doubtful?.due).toEqual({ day: "2027-01-01" });
    expect(doubtful?.because).toMatch(/Say whether the meeting of 10 December 2026 was a designated one/);
    expect(review({ reviews: [on("2026-12-11", "not-recorded")] })?.because).toMatch(/Say whether/);
    for (const day of ["2025-12-10", "2026-01-01", "2026-12-12"])
      expect(review({ reviews: [on(day, "not-recorded")] })?.because).not.toMatch(/Say whether/);
  });
  test("never reviewed, it runs from the day the area adopted it (WIG-D24)", () => {
    expect(review({})?.due).toEqual({ day: "2027-01-01" });
    expect(review({ adoptedOn: "not-recorded" })?.due).toBe("unknown");
    expect(review({ adoptedOn: "none" })?.due).toBe("at-once");
    expect(review({ reviews: "not-recorded" })?.due).toBe("unknown");
  });
});

describe("WIG-12b: a change goes live after three signatures", () => {
  const publish = (of: Partial<PublishingFacts>) =>
    book.gate("quality.publishing", publishingFacts(of), at("2027-01-04"));
  const signed = (...by: PublishingFacts["signatures"][number]["by"][]) => ({
    signatures: by.map((one) => ({ by: one, on: localDate("2026-12-20") })),
  });
  test("the Lead Member has not signed revision 1: refused", () => {
    const refused = publish({ version: 1, ...signed("director", "coordinator") });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.filter(({ effect }) => effect === "prevents").map(({ because }) => because)).toEqual([
      "Version 1 waits for the lead member to sign it off.",
    ]);
  });
  test.each([["director"], ["lead-member"], ["coordinator"]] as const)("each of the three: without %s", (missing) => {
    const others = (["director", "lead-member", "coordinator"] as const).filter((one) => one !== missing);
    expect(publish(signed(...others)).answer).toBe("prevents");
    expect(publish(signed(...others, missing)).answer).toBe("permits");
  });
});

describe("WIG-12c: a published change is logged, and the workforce told", () => {
  const change = {
    id: "revision-1",
    publishedOn: localDate("2027-01-04"),
    loggedOn: "none",
    toldOn: "none",
  } as const;
  const acts = (of: Partial<ProcedureFacts["changes"][number]>, day = "2027-01-04") =>
    owed({ changes: [{ ...change, ...of }] }, day)
      .map(({ act }) => act)
      .filter((act) => act === "quality.log-change" || act === "quality.tell-workforce");
  test("revision 1 goes live on 4 January: the row, and the word to those it concerns", () => {
    expect(acts({})).toEqual(["quality.log-change", "quality.tell-workforce"]);
    expect(owed({ changes: [change] }, "2027-01-04").filter(({ due }) => due === "at-once")).toHaveLength(2);
    expect(acts({ loggedOn: localDate("2027-01-04") })).toEqual(["quality.tell-workforce"]);
    expect(acts({ loggedOn: "not-recorded", toldOn: localDate("2027-01-05") }, "2027-01-05")).toEqual([
      "quality.log-change",
    ]);
  });
  test("nothing before it is published", () => {
    expect(acts({}, "2027-01-03")).toEqual([]);
    expect(acts({ publishedOn: "none" })).toEqual([]);
  });
});

describe("WIG-13.1, WIG-QFS-c: a suggestion is the Co-ordinator's to answer within five working days", () => {
  const received = { id: "s-1", receivedOn: localDate("2026-11-30"), answeredOn: "none" } as const;
  const answer = (of: Partial<ProcedureFacts> = {}) =>
    owed({ suggestions: [received], ...of }).find(({ act }) => act.includes("suggestion") || act.includes("stand-in"));
  test("received on Monday 30 November: by the end of 7 December; on the 8th it is late", () => {
    expect(answer()).toMatchObject({ who: "coordinator", whoId: "dev-anand", due: { day: "2026-12-07" } });
    const due = { day: localDate("2026-12-07") };
    expect([isLate(due, at("2026-12-07")), isLate(due, at("2026-12-08"))]).toEqual([false, true]);
    expect(
      owed({ suggestions: [{ ...received, answeredOn: localDate("2026-12-04") }] }).map(({ act }) => act),
    ).not.toContain("quality.answer-suggestion");
  });
  test("over Christmas the bank holidays do not count", () => {
    const [task] = ofAct("quality.answer-suggestion", {
      suggestions: [{ ...received, receivedOn: localDate("2026-12-23") }],
    });
    expect(task?.due).toEqual({ day: "2027-01-04" });
  });
  test("it moves with the post; while the post is vacant the Director names somebody (WIG-D25)", () => {
    expect(answer({ author: "new-holder" })?.whoId).toBe("new-holder");
    expect(answer({ author: "none" })).toMatchObject({ who: "director", whoId: "dcs", act: "quality.name-stand-in" });
    expect(answer({ author: "not-recorded" })).toMatchObject({ who: "coordinator" });
    expect(answer({ author: "not-recorded" })?.whoId).toBeUndefined();
    expect(answer({ author: "none" })?.because).toMatch(/the author's post is vacant/);
    expect(answer()?.because).toMatch(/a receipt is not an answer/);
  });
  test("WIG-QFS-d: the annual review's papers hold all since the last one, and those still open", () => {
    const suggestions = Array.from({ length: 12 }, (_, n) => ({
      id: `s-${n}`,
      receivedOn: localDate("2026-06-01"),
      answeredOn: n < 5 ? "2026-06-05" : "none",
    }));
    const old = { id: "old", receivedOn: localDate("2025-06-01"), answeredOn: "2025-06-05" };
    const open = { id: "open", receivedOn: localDate("2025-06-01"), answeredOn: "none" };
    const onTheDay = { id: "day", receivedOn: localDate("2025-12-10"), answeredOn: "2025-12-11" };
    const pack = forReview([...suggestions, old, open, onTheDay], localDate("2025-12-10"));
    expect(pack.map(({ id }) => id)).toEqual([...suggestions.map(({ id }) => id), "open"]);
  });
  test("WIG-QFS-b: counted by what set them off", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("suggestions-by-trigger", { "a better way": 2 }, [
        "outside development",
        "inside change",
        "a better way",
      ]),
      at("2026-12-11"),
    );
    expect(decision.parts.map(({ amount }) => amount)).toEqual([0, 0, 2]);
  });
});

describe("WIG-11a: audits look at everybody trained since the last one, and are ready before the review", () => {
  test("the sample for January 2027", () => {
    const people = [
      { id: "a", trainedOn: "2026-01-31" },
      { id: "b", trainedOn: "2026-02-01" },
      { id: "c", trainedOn: "not-recorded" },
    ];
    expect(trainedSince(people, localDate("2026-01-31")).map(({ id }) => id)).toEqual(["b"]);
  });
  test("results 20 working days before the annual review (WIG-D26)", () => {
    const [task] = ofAct("quality.commission-audit", { lastAuditedOn: "none" });
    expect(task).toMatchObject({ who: "coordinator", whoId: "dev-anand", due: { day: "2026-12-02" } });
    expect(ofAct("quality.commission-audit", { lastAuditedOn: localDate("2026-01-01") })).toEqual([]);
    expect(ofAct("quality.commission-audit", { lastAuditedOn: localDate("2025-12-31") })).toHaveLength(1);
    expect(ofAct("quality.commission-audit", { lastAuditedOn: "not-recorded" })).toHaveLength(1);
    for (const author of ["none", "not-recorded"] as const)
      expect(ofAct("quality.commission-audit", { lastAuditedOn: "none", author })[0]?.whoId).toBeUndefined();
    expect(ofAct("quality.commission-audit", { lastAuditedOn: "none", adoptedOn: "none" })).toEqual([]);
  });
  test("WIG-11b: 2 trained before clearance are 2 breaches of 8.3, each an action with an owner", () => {
    const decision = book.measure(
      "quality.count",
      countFacts("breaches-by-clause", { "8.3": 2 }, ["8.4.2"]),
      at("2027-01-29"),
    );
    expect(decision.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["8.4.2", 0],
      ["8.3", 2],
    ]);
    expect(decision.findings[1]?.because).toMatch(/an owner and a day/);
    const finding = { id: "breach-1", owner: "none", dueOn: "none", toldLeadOn: localDate("2027-01-29") } as const;
    expect(
      book.gate("quality.check", checkFacts({ kind: "audit", findings: [finding] }), at("2027-01-29")).answer,
    ).toBe("prevents");
  });
});

describe("WIG-1.3, WIG-9.2.1: each organisation's own duties", () => {
  const red = (of: Partial<OrganisationFacts>, day = "2026-12-01") =>
    book.duty("quality.organisation-duties", organisationFacts(of), at(day)).owed;
  test("a housing trust that named no senior manager is red on 9.2.1, and on that alone", () => {
    expect(red({ of: { kind: "agency", id: "housing-trust" }, seniorManagers: [] })).toMatchObject([
      {
        who: "chief-officer",
        act: "quality.name-senior-managers",
        due: "at-once",
        about: "agency:housing-trust",
        clause: { at: "9.2.1" },
      },
    ]);
    expect(red({})).toEqual([]);
  });
  test("Kate Mold, named from 1 December 2026: red the day before, not on the day", () => {
    const seniorManagers = [{ id: "kate-mold", from: localDate("2026-12-01") }];
    expect(red({ seniorManagers }, "2026-11-30")).toHaveLength(1);
    expect(red({ seniorManagers }, "2026-12-01")).toEqual([]);
    expect(red({ seniorManagers: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
    expect(red({ seniorManagers: "not-recorded" })[0]?.because).toMatch(/^It is not recorded which senior managers/);
    expect(red({ seniorManagers: [] })[0]?.because).toMatch(/^No senior manager is named yet/);
  });
  test("WIG-9.2.2: information goes through the organisation, and how many opened it is counted", () => {
    expect(red({ toldStaffOn: "none" })).toMatchObject([{ act: "quality.tell-staff", due: "at-once" }]);
    expect(red({ toldStaffOn: "not-recorded" })).toMatchObject([{ due: "unknown" }]);
    expect(red({ toldStaffOn: "none" })[0]?.because).toMatch(/^Send information/);
    expect(red({ toldStaffOn: "not-recorded" })[0]?.because).toMatch(/^It is not recorded whether information/);
    const opened = book.measure("quality.share", shareFacts("told-of-role", [160, 50]), at("2026-12-20"));
    expect(opened).toMatchObject({ amount: 76, parts: [{ label: "160 of 210" }] });
  });
  test("an area owes none of this", () => {
    expect(red({ of: { kind: "area", id: "wigan" }, seniorManagers: [], toldStaffOn: "none" })).toEqual([]);
  });
});

describe("quality of practice", () => {
  test("WIG-9.3.2d: 2 of 20 cases led were looked at this quarter", () => {
    const decision = book.measure("quality.share", shareFacts("lead-practice-sampled", [2, 18]), at("2026-12-31"));
    expect(decision).toMatchObject({ answer: "measured", amount: 10, parts: [{ label: "2 of 20" }] });
  });
  test("WIG-9.4.2d: what was found in case 118 is told to the lead", () => {
    const finding = { id: "case-118", owner: "omar", dueOn: localDate("2027-01-08") };
    const close = (toldLeadOn: "none" | "not-recorded" | ReturnType<typeof localDate>) =>
      book.gate("quality.check", checkFacts({ findings: [{ ...finding, toldLeadOn }] }), at("2026-12-09"));
    expect(close(localDate("2026-12-09")).answer).toBe("permits");
    expect(close("none").answer).toBe("prevents");
    expect(close("not-recorded").missing).toEqual(["that the lead professional was told of it (case-118)"]);
  });
});

describe("WIG-3b: equality data is held apart, and read only for everybody together", () => {
  const show = (of: Partial<CellFacts>) =>
    book.gate(
      "quality.cell",
      { area: "wigan", of: "equality", people: 12, use: "in-a-report", ...of },
      at("2026-12-01"),
    );
  test("fewer than 5 workers in a group: hidden", () => {
    expect(show({ people: 4 }).answer).toBe("prevents");
    expect(show({ people: 5 }).answer).toBe("permits");
    expect(show({ people: 4 }).findings.map(({ rule }) => rule)).toContain("wigan.cell-equality");
    expect(show({ people: 4, of: "needs" }).findings.map(({ rule }) => rule)).not.toContain("wigan.cell-equality");
  });
  test("on a case it is not read at all", () => {
    expect(show({ use: "on-a-case" }).answer).toBe("prevents");
    expect(show({ use: "on-a-case", of: "needs" }).answer).toBe("permits");
  });
});

describe("WIG-6.1: what stood around a family, before and after a lead", () => {
  test("6 practitioners and 3 assessments before", () => {
    const before = countFacts("around-the-family", { practitioners: 6, assessments: 3 });
    expect(book.measure("quality.count", before, at("2026-12-01")).parts.map(({ amount }) => amount)).toEqual([6, 3]);
  });
});

describe("WIG-0a: a decision keeps the version that was in force on its day", () => {
  test("confirmed on 24 November by revision 0; revision 1 goes live on 1 December", () => {
    const first = adopt(wigan, anAdoption({ id: "revision-0" }));
    const revision1 = edition({
      ...wigan,
      id: "wigan",
      version: 2,
      basedOn: wigan,
      chapters: [],
      setsAside: {},
      silent: {},
    });
    const second = adopt(revision1, anAdoption({ id: "revision-1", from: localDate("2026-12-01") }));
    const kept = first.gate("quality.departure", departureFacts(), at("2026-11-24"));
    const later = second.gate("quality.departure", departureFacts(), at("2026-12-01"));
    expect([kept.edition, kept.adoption.id]).toEqual([{ id: "wigan", version: 1 }, "revision-0"]);
    expect([later.edition, later.adoption.id]).toEqual([{ id: "wigan", version: 2 }, "revision-1"]);
  });
});
