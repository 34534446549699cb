import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import {
  aStatus,
  everyOrder,
  helpFrom,
  inShort,
  neededFacts,
  suitabilityFacts,
} from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const asked = noonOn(localDate("2026-11-23"));
const decide = (facts: Parameters<typeof neededFacts>[0], at = asked) =>
  book.designation("lead-professional.needed", neededFacts(facts), at);

describe("CWDC-2.18a: no additional needs, or one practitioner: no lead professional is required", () => {
  test("Lola, 5, with one speech therapist and no integrated response", () => {
    const decision = decide({ help: [helpFrom("health")], integratedResponse: false });
    expect(decision).toMatchObject({ answer: "not-needed", holders: [], needs: [], missing: [] });
  });
});

describe("CWDC-2.18b: additional needs with an integrated response require a lead from the people supporting the child", () => {
  test("two practitioners, integrated response yes", () => {
    const decision = decide({ help: [helpFrom("health"), helpFrom("education")], integratedResponse: true });
    expect(inShort(decision)).toBe("required | the lead-professional");
    expect(decision.findings.find(({ rule }) => rule === "england.integrated-response")?.because).toContain(
      "from the people who support the child",
    );
  });
  test("not recorded is neither yes nor no", () => {
    expect(decide({ integratedResponse: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["whether the help has to be one integrated response"],
    });
  });
});

describe("CWDC-2.18c: with complex needs the person whom statute names carries the functions, and no second one is asked for", () => {
  test("a care plan exists: the named social worker is the lead", () => {
    const decision = decide({
      child: { statuses: [aStatus("looked-after", "2026-11-01", { holder: "sw" })] },
      integratedResponse: true,
    });
    expect(inShort(decision)).toBe("filled | sw");
  });
  test.each([
    ["2026-10-31", "not-needed"],
    ["2026-11-01", "filled"],
    ["2026-11-02", "filled"],
  ])("from the day of the status, on %s: %s", (day, answer) => {
    const child = { statuses: [aStatus("looked-after", "2026-11-01", { holder: "sw" })] };
    expect(decide({ child }, noonOn(localDate(day))).answer).toBe(answer);
  });
});

describe("CWDC-2.1: more than one practitioner in one integrated response needs a lead professional", () => {
  test("three practitioners of two agencies", () => {
    expect(decide({ help: [helpFrom("health", 2), helpFrom("education")], integratedResponse: true }).answer).toBe(
      "required",
    );
  });
});

describe("CWDC-FIG2: one order: named by statute, to be appointed, integrated response, otherwise not required", () => {
  const help = [helpFrom("health")];
  test("looked after with one practitioner on the team: filled by statute", () => {
    const child = { statuses: [aStatus("looked-after", "2026-11-01", { holder: "sw" })] };
    expect(inShort(decide({ child, help }))).toBe("filled | sw");
  });
  test("filled by statute before the name is known: required, with the team manager accountable", () => {
    const decision = decide({ child: { statuses: [aStatus("looked-after", "2026-11-01")] }, help });
    expect(inShort(decision)).toBe("required | the named-social-worker");
    expect(decision.tier).toBe("must");
    expect(decision.accountable).toEqual([{ kind: "post", post: "social-work-team-manager" }]);
  });
  test.each([
    ["care leaver", aStatus("care-leaver", "2026-11-01", { careLeaverKind: "relevant", holder: "pa" }), "filled | pa"],
    ["care programme approach", aStatus("care-programme-approach", "2026-11-01", { holder: "co" }), "filled | co"],
    [
      "key worker in place",
      aStatus("complex-disability-or-health-need", "2026-11-01", { holder: "kw" }),
      "filled | kw",
    ],
    [
      "assessment in need",
      aStatus("child-in-need", "2026-11-01", { childInNeedPhase: "assessment", holder: "sw" }),
      "filled | sw",
    ],
    [
      "complex need without key worker",
      aStatus("complex-disability-or-health-need", "2026-11-01"),
      "required | the lead-professional",
    ],
    [
      "diagnosis without the approach",
      aStatus("significant-mental-health-problem", "2026-11-01"),
      "required | the lead-professional",
    ],
    ["special educational needs only", aStatus("special-educational-needs", "2026-11-01"), "not-needed"],
    ["an order only", aStatus("youth-order", "2026-11-01", { holder: "officer" }), "not-needed"],
    ["in need, decided", aStatus("child-in-need", "2026-11-01", { childInNeedPhase: "decided" }), "not-needed"],
  ])("%s, one practitioner, no integrated response", (_, status, answer) => {
    expect(inShort(decide({ child: { statuses: [status] }, help }))).toBe(answer);
  });
  test("the earlier step decides, in every order of entry", () => {
    const statuses = [
      aStatus("significant-mental-health-problem", "2026-11-01"),
      aStatus("complex-disability-or-health-need", "2026-11-01"),
      aStatus("looked-after", "2026-11-01", { holder: "sw" }),
    ];
    for (const entered of everyOrder(statuses))
      expect(inShort(decide({ child: { statuses: entered }, help, integratedResponse: true }))).toBe("filled | sw");
  });
  test("statuses that nobody has recorded are asked for, and never read as not required", () => {
    expect(decide({ child: { statuses: "not-recorded" }, help })).toMatchObject({
      answer: "open",
      missing: ["legal statuses"],
    });
  });
});

describe("integrated response is a person's answer (RN-04)", () => {
  const two = [helpFrom("health", 2)];
  test("two practitioners of one agency suggest yes and decide nothing", () => {
    expect(decide({ help: two, integratedResponse: "not-recorded" })).toMatchObject({
      answer: "suggested",
      missing: ["whether the help has to be one integrated response"],
    });
  });
  test("somebody who owns no action does not count", () => {
    expect(
      decide({
        help: [helpFrom("education"), helpFrom("health", 0, { practitioners: 1 })],
        integratedResponse: "not-recorded",
      }).answer,
    ).toBe("open");
  });
  test("no with two or more needs a reason", () => {
    expect(decide({ help: two, integratedResponse: false })).toMatchObject({
      answer: "not-needed",
      needs: [{ what: "reason", code: "no-integrated-response" }],
    });
    expect(decide({ help: "not-recorded", integratedResponse: false })).toMatchObject({
      answer: "not-needed",
      needs: [],
    });
  });
});

describe("CWDC-3.1: the kind of practitioner never disqualifies", () => {
  test("a housing support worker, as anybody", () => {
    const decision = book.gate("lead-professional.suitability", suitabilityFacts(), asked);
    expect(decision).toMatchObject({ answer: "permits", needs: [] });
    expect(decision.findings.map(({ rule }) => rule)).toEqual(["england.any-practitioner"]);
  });
});

describe("CWDC-2.12: without information-sharing training the line manager accepts and says when it is booked", () => {
  test.each([
    ["none", "permits-if"],
    ["not-recorded", "permits-if"],
    [{ completedOn: localDate("2026-03-02") }, "permits"],
  ] as const)("%o: %s", (informationSharingTraining, answer) => {
    const facts = suitabilityFacts({ practitioner: { informationSharingTraining } });
    const decision = book.gate("lead-professional.suitability", facts, asked);
    expect(decision.answer).toBe(answer);
    expect(decision.needs).toHaveLength(answer === "permits" ? 0 : 1);
    if (answer === "permits-if") expect(decision.needs[0]).toMatchObject({ what: "approval", from: "line-manager" });
  });
});

test("CWDC-2.11: training follows from what is to develop, and the guide sets no condition for being offered it", () => {
  const decision = book.gate(
    "lead-professional.training",
    suitabilityFacts({ practitioner: { training: "none" } }),
    asked,
  );
  expect(decision.answer).toBe("permits");
  expect(decision.findings).toMatchObject([
    { rule: "england.training-is-open", because: expect.stringContaining("what a practitioner has to develop") },
  ]);
});
