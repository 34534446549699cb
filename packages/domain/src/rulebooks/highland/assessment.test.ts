import { describe, expect, test } from "vitest";
import type {
  AssessmentDutiesFacts,
  BasisOfPlanFacts,
  CompleteFacts,
  OwnHelpFacts,
  ResourceFacts,
} from "../../assessment/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { assessmentDutiesFacts, basisOfPlanFacts, completeFacts, resourceFacts } from "../../testing/assessment.ts";
import type { WellbeingIndicator } from "../../vocabulary/wellbeing-indicators.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const day = localDate;
const on = (asked: string) => noonOn(localDate(asked));
const owed = (of: Partial<AssessmentDutiesFacts>, asked: string) =>
  book.duty("assessment.duties", assessmentDutiesFacts(of), on(asked)).owed;

describe("HIG-31: before a plan of one agency is written, all it holds was looked through, with the sources listed", () => {
  const write = (reviewed: BasisOfPlanFacts["reviewed"], of: Partial<BasisOfPlanFacts> = {}, asked = "2026-11-20") =>
    book.gate(
      "assessment.basis-of-plan",
      basisOfPlanFacts({ plan: { id: "p", reach: "single-agency" }, act: "write", reviewed, ...of }),
      on(asked),
    );
  const sources = ["register", "class-file", "support-file", "nurse-notes"];
  test("Isla's four sources, looked through on 10 November", () => {
    const decision = write({ on: day("2026-11-10"), sources });
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]?.because).toBe(
      "What the agency holds was looked through on 10 November 2026: 4 sources.",
    );
  });
  test.each([
    ["2026-11-09", "prevents"],
    ["2026-11-10", "permits"],
  ])("asked on %s: %s", (asked, answer) => {
    expect(write({ on: day("2026-11-10"), sources }, {}, asked).answer).toBe(answer);
  });
  test("one source is said as one", () => {
    expect(write({ on: day("2026-11-10"), sources: ["register"] }).findings[0]?.because).toBe(
      "What the agency holds was looked through on 10 November 2026: 1 source.",
    );
  });
  test("nothing confirmed, or no source listed: the plan is not written yet", () => {
    expect(write("none").answer).toBe("prevents");
    expect(write({ on: day("2026-11-10"), sources: [] }).answer).toBe("prevents");
    expect(write("not-recorded")).toMatchObject({ answer: "unknown", missing: ["what the agency holds"] });
  });
  test("a plan of several agencies is not asked for it", () => {
    expect(write("none", { plan: { id: "p", reach: "multi-agency" } }).answer).toBe("silent");
  });
});

describe("HIG-32: seven well-being indicators, respected and responsible counted as one", () => {
  const complete = (...answered: readonly WellbeingIndicator[]) =>
    book.gate(
      "assessment.complete",
      completeFacts({ indicators: answered.map((indicator) => ({ indicator, answer: "no-issue" })) }),
      on("2026-11-10"),
    );
  const six = ["achieving", "included", "safe", "healthy", "active", "respected"] as const;
  test("Isla: six of seven are refused, and with the seventh it is complete", () => {
    const decision = complete(...six);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toBe('6 of 7 answered. Write notes or "no issue" for: nurtured.');
    expect(complete(...six, "nurtured").answer).toBe("permits");
  });
  test("responsible answers the joint one as well as respected does, and neither of them leaves it open", () => {
    const others = ["achieving", "included", "safe", "healthy", "active", "nurtured"] as const;
    expect(complete(...others, "responsible").answer).toBe("permits");
    expect(complete(...others).findings[0]?.because).toContain(
      '6 of 7 answered. Write notes or "no issue" for: respected and responsible',
    );
  });
  test("not recorded is asked for, and never nothing the matter", () => {
    const indicators: CompleteFacts["indicators"] = "not-recorded";
    expect(book.gate("assessment.complete", completeFacts({ indicators }), on("2026-11-10"))).toMatchObject({
      answer: "unknown",
      missing: ["well-being indicators"],
    });
    expect(complete().answer).toBe("prevents");
  });
});

describe("HIG-33: what was asked of others is open until it is answered and judged", () => {
  const request = (of: Partial<AssessmentDutiesFacts["requests"][number]> = {}) => ({
    requests: [
      {
        id: "attendance",
        askedOf: "previous-school",
        askedOn: day("2026-11-11"),
        answeredOn: day("2026-11-18"),
        isUseful: "not-recorded" as const,
        ...of,
      },
    ],
  });
  test.each([
    ["2026-11-10", []],
    ["2026-11-11", ["assessment.follow-request:attendance"]],
    ["2026-11-17", ["assessment.follow-request:attendance"]],
    ["2026-11-18", ["assessment.judge-answer:attendance"]],
  ])("on %s: %j", (asked, acts) => {
    expect(owed(request(), asked).map(({ act }) => act)).toEqual(acts);
  });
  test("an answer has no clock of its own; judging it is due at once", () => {
    expect(owed(request(), "2026-11-17")).toMatchObject([{ who: "named-person", due: "unknown" }]);
    expect(owed(request(), "2026-11-17")[0]?.because).toContain("Asked on 11 November 2026 and not answered yet");
    expect(owed(request(), "2026-11-18")).toMatchObject([{ who: "named-person", due: "at-once" }]);
  });
  test("marked useful or not, it is closed", () => {
    expect(owed(request({ isUseful: true }), "2026-11-18")).toEqual([]);
    expect(owed(request({ isUseful: false }), "2026-11-18")).toEqual([]);
    expect(owed(request({ answeredOn: "none", isUseful: true }), "2026-11-18")).toHaveLength(1);
  });
});

describe("HIG-43: what an agency adds stands under its name, and nobody else changes it", () => {
  const change = (agency: "health" | "social-work" | "education" | "none" | "not-recorded") =>
    book.gate(
      "assessment.change-part",
      {
        child: { id: "eilidh" },
        part: { id: "therapy", agency: "health", answeredOn: day("2026-02-26") },
        by: { id: "shaw", agency },
      },
      on("2026-03-03"),
    );
  test("Mrs Shaw of education cannot change therapy's answer; therapy can", () => {
    expect(change("education").answer).toBe("prevents");
    expect(change("education").findings[0]?.because).toContain("added by another agency and stands under its name");
    expect(change("health").answer).toBe("permits");
    expect(change("none").answer).toBe("prevents");
  });
  test("what is not recorded is asked for", () => {
    expect(change("not-recorded")).toMatchObject({ answer: "unknown", missing: ["the person's agency"] });
    const part = { id: "therapy", agency: "not-recorded", answeredOn: "none" } as const;
    const facts = { child: { id: "eilidh" }, part, by: { id: "shaw", agency: "education" } } as const;
    expect(book.gate("assessment.change-part", facts, on("2026-03-03"))).toMatchObject({
      missing: ["whose part it is"],
    });
  });
});

describe("HIG-44: help is asked for when it was decided, and not before", () => {
  const help = (of: Partial<AssessmentDutiesFacts["help"][number]>) => ({
    help: [
      {
        id: "family-support",
        decidedOn: day("2026-03-06"),
        when: { is: "from" as const, on: day("2026-04-13") },
        askedForOn: "none" as const,
        ...of,
      },
    ],
  });
  test("from 13 April, after the holidays: reminded on that day", () => {
    expect(owed(help({}), "2026-03-06")).toMatchObject([
      { act: "assessment.ask-for-help:family-support", due: { day: "2026-04-13" }, from: "2026-04-13" },
    ]);
    expect(owed(help({}), "2026-03-06")[0]?.because).toContain("ask on that day, and not before");
    expect(owed(help({ askedForOn: day("2026-04-13") }), "2026-04-14")).toEqual([]);
  });
  test("now is the day of the decision; a condition waits until it has come about", () => {
    expect(owed(help({ when: { is: "now" } }), "2026-03-06")).toMatchObject([{ due: { day: "2026-03-06" } }]);
    expect(owed(help({ when: { is: "on-condition", metOn: "none" } }), "2026-03-06")).toEqual([]);
    expect(owed(help({ when: { is: "on-condition", metOn: day("2026-05-04") } }), "2026-05-04")).toMatchObject([
      { due: { day: "2026-05-04" } },
    ]);
  });
  test("nobody has decided: that is owed first", () => {
    expect(owed(help({ when: "not-recorded" }), "2026-03-06").map(({ act, due }) => [act, due])).toEqual([
      ["assessment.decide-when:family-support", "at-once"],
    ]);
  });
});

describe("HIG-40: extra help of the own agency comes from its list, and is owned in that agency", () => {
  const pick = (help: Partial<OwnHelpFacts["help"]> = {}, consulted: OwnHelpFacts["consulted"] = "support-teacher") =>
    book.gate(
      "assessment.own-help",
      {
        child: { id: "isla" },
        help: { id: "reading-recovery", isOnList: true, ownersAgency: "education", ...help },
        ownAgency: "education",
        consulted,
      },
      on("2026-11-17"),
    );
  test("reading recovery, the support teacher consulted: an action with an owner in education", () => {
    expect(pick().answer).toBe("permits");
    expect(pick().findings[0]?.because).toContain("it is noted who was consulted");
    expect(pick({}, "none").answer).toBe("permits");
  });
  test("another agency's owner is refused: that is a plan of several", () => {
    const decision = pick({ ownersAgency: "health" });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toContain("a plan of several agencies, with a lead professional");
  });
  test("nobody owns it yet, or it is not on the list: that is said", () => {
    expect(pick({ ownersAgency: "none" }).findings[0]?.because).toBe(
      "Name somebody of the agency who owns the action.",
    );
    expect(pick({ isOnList: false }).findings[0]?.because).toContain("not on the agency's list");
  });
  test.each([
    [{ isOnList: false }, "prevents"],
    [{ ownersAgency: "none" as const }, "prevents"],
    [{ isOnList: "not-recorded" as const }, "unknown"],
    [{ ownersAgency: "not-recorded" as const }, "unknown"],
  ])("%j: %s", (help, answer) => {
    expect(pick(help).answer).toBe(answer);
  });
  test("whether anybody was consulted is noted", () => {
    expect(pick({}, "not-recorded")).toMatchObject({ answer: "unknown", missing: ["whether others were consulted"] });
  });
});

describe("HIG-157: a special resource runs for the days agreed, and ends unless it is renewed", () => {
  const given = (asked: string, of: Partial<ResourceFacts["resource"]> = {}) =>
    book.gate("assessment.resource", resourceFacts(of), on(asked));
  test.each([
    ["2027-01-03", "prevents"],
    ["2027-01-04", "permits"],
    ["2027-03-26", "permits"],
    ["2027-03-27", "prevents"],
  ])("ten hours a week from 4 January to 26 March, on %s: %s", (asked, answer) => {
    expect(given(asked).answer).toBe(answer);
  });
  test("before it begins its first day is said, and renewed it goes on", () => {
    expect(given("2026-12-01").from).toBe("2027-01-04");
    const renewedTo = day("2027-06-25");
    expect([given("2027-03-27", { renewedTo }).answer, given("2027-06-25", { renewedTo }).answer]).toEqual([
      "permits",
      "permits",
    ]);
    expect(given("2027-06-26", { renewedTo }).answer).toBe("prevents");
    expect(given("2027-03-27").findings[0]?.because).toContain("From 27 March 2027 it has to be renewed");
  });
  test("it says how much or what, and who agreed", () => {
    expect(given("2027-01-04", { agreedBy: "none" }).answer).toBe("prevents");
    expect(given("2027-01-04", { hasAmountOrKind: false }).answer).toBe("prevents");
    expect(given("2027-01-04", { agreedBy: "not-recorded" }).answer).toBe("unknown");
    expect(given("2027-01-04", { hasAmountOrKind: "not-recorded" }).answer).toBe("unknown");
  });
});
