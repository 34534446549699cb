import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ReporterContactFacts } from "../../lead-professional/reporter-contact.ts";
import { categoryBringsSteps } from "../../lead-professional/status-duties.ts";
import {
  aStatus,
  everyOrder,
  helpFrom,
  inShort,
  neededFacts,
  statusDutiesFacts,
  statutoryFacts,
  suitabilityFacts,
} from "../../testing/lead-professional.ts";
import { adopt, asItStands, chapter, edition } from "../questions.ts";
import { girfec } from "./girfec.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const day = "2026-05-06";
const needed = (facts: Parameters<typeof neededFacts>[0], on = day) =>
  book.designation("lead-professional.needed", neededFacts(facts), noonOn(localDate(on)));
const decide = (facts: Parameters<typeof statutoryFacts>[0], on = day, of = book) =>
  of.designation("lead-professional.statutory", statutoryFacts(facts), noonOn(localDate(on)));
const steps = (facts: Parameters<typeof statusDutiesFacts>[0], on: string, of = book) =>
  of.duty("lead-professional.status-duties", statusDutiesFacts(facts), noonOn(localDate(on))).owed;

describe("GIR-1: help planned or running from two or more agencies always needs a lead professional", () => {
  test.each([
    [
      "speech therapy and a school nurture group",
      [helpFrom("health"), helpFrom("education")],
      "required | the lead-professional",
    ],
    ["two teachers and an auxiliary of one school", [helpFrom("education", 3)], "not-needed"],
    ["two teams of one service line", [helpFrom("health"), helpFrom("health")], "not-needed"],
    ["an agency whose help has ended", [helpFrom("health"), helpFrom("police", 0)], "not-needed"],
    ["two voluntary bodies", [helpFrom("voluntary"), helpFrom("voluntary")], "required | the lead-professional"],
  ])("%s: %s", (_, help, answer) => {
    expect(inShort(needed({ help }))).toBe(answer);
  });
  test("agencies that are not recorded are asked for, and never read as none", () => {
    expect(needed({ help: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["which agencies help the child"],
    });
  });
  test("no level of need, setting or answer about integration exempts", () => {
    const help = [helpFrom("health"), helpFrom("education")];
    for (const integratedResponse of [true, false, "not-recorded"] as const)
      expect(needed({ help, integratedResponse, route: "evidence-from-universal-services" }).answer).toBe("required");
  });
});

describe("GIR-5: every need carries one of three routes", () => {
  const help = [helpFrom("health"), helpFrom("education")];
  test("a blank one is asked for beside the need", () => {
    expect(needed({ help })).toMatchObject({ answer: "required", missing: ["how the need arose"] });
  });
  test.each([
    ["evidence-from-universal-services", "Route 1."],
    ["specialist-within-universal-services", "Route 2."],
    ["safety-or-statute", "Route 3."],
  ] as const)("%s: %s", (route, words) => {
    const decision = needed({ help, route });
    expect(decision).toMatchObject({ answer: "required", missing: [] });
    expect(decision.findings.map(({ because }) => because)).toContainEqual(expect.stringContaining(words));
  });
});

describe("GIR-7: evidence held by health or education raises the need in the same step", () => {
  test("before the second agency's help is planned, pointing at the universal practitioner", () => {
    const decision = needed({ help: [helpFrom("health")], route: "evidence-from-universal-services" });
    expect(inShort(decision)).toBe("required | the lead-professional");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ tier: "may", holder: { kind: "post", post: "universal-practitioner" } }),
    );
  });
});

describe("GIR-17: on route 2 specialists of health and education can be considered, without a cross-agency meeting", () => {
  test("beside the universal practitioner", () => {
    const decision = needed({ route: "specialist-within-universal-services" });
    const pool = decision.findings.flatMap((said) =>
      said.tier === "may" && said.holder.kind === "post" ? [said.holder.post] : [],
    );
    expect(pool).toEqual([
      "specialist-health-practitioner",
      "specialist-education-practitioner",
      "universal-practitioner",
    ]);
    expect(decision.findings.find(({ rule }) => rule === "scotland.route-to-specialist")?.because).toContain(
      "No meeting across agencies is needed",
    );
  });
});

describe("GIR-18: complex health needs suggest a specialist health practitioner", () => {
  test.each([
    [true, "suggested | the specialist-health-practitioner", []],
    [false, "open | the practitioner-on-the-team", []],
    ["not-recorded", "open | the practitioner-on-the-team", ["whether the child has complex health needs"]],
  ] as const)("complex health needs %s: %s", (needsAreComplexHealth, answer, missing) => {
    const decision = decide({ needsAreComplexHealth });
    expect(inShort(decision)).toBe(answer);
    expect(decision.missing).toEqual(missing);
  });
});

describe("GIR-19: a plan centred on a co-ordinated support plan may stay on route 2", () => {
  test("with education, health and social work on it", () => {
    const decision = needed({
      child: { statuses: [aStatus("co-ordinated-support-plan", "2026-04-20")] },
      help: [helpFrom("education", 4), helpFrom("health"), helpFrom("social-work")],
      route: "specialist-within-universal-services",
    });
    expect(decision.answer).toBe("required");
    expect(decision.findings.some(({ rule }) => rule === "scotland.route-of-safety")).toBe(false);
    expect(decision.findings.some(({ rule }) => rule === "scotland.route-to-specialist")).toBe(true);
  });
});

describe("GIR-20: safety first, or a status that needs a lead, sets route 3 and re-opens the choice", () => {
  const lewis = {
    child: { statuses: [aStatus("looked-after", "2026-05-05")] },
    route: "evidence-from-universal-services" as const,
  };
  test.each([
    ["2026-05-04", "scotland.route-from-evidence"],
    ["2026-05-05", "scotland.route-of-safety"],
    ["2026-05-06", "scotland.route-of-safety"],
  ])("on %s: %s", (on, rule) => {
    const rules = needed(lewis, on)
      .findings.map((said) => said.rule)
      .filter((id) => id.startsWith("scotland.route-"));
    expect([...new Set(rules)]).toEqual([rule]);
  });
  test("the manager confirms or changes who leads", () => {
    expect(needed(lewis, "2026-05-05").needs).toMatchObject([{ from: "line-manager", code: "confirm-or-change-lead" }]);
    expect(needed({ ...lewis, route: "safety-or-statute" }, "2026-05-05").needs).toEqual([]);
  });
  test("safety as the primary issue does the same, with one agency too", () => {
    const decision = needed({ safetyIsThePrimaryIssue: true, help: [helpFrom("education")] });
    expect(inShort(decision)).toBe("required | the lead-professional");
  });
  test("statuses that are not recorded are asked for", () => {
    expect(needed({ child: { statuses: "not-recorded" } })).toMatchObject({
      answer: "open",
      missing: ["legal statuses"],
    });
  });
});

describe("GIR-21: where safety is the primary issue health or education may lead with a manager's reason", () => {
  test("a warning for them, nothing asked for social work", () => {
    const decision = decide({ safetyIsThePrimaryIssue: true });
    const needsOf = (agency: string) =>
      decision.findings.find(
        (said) => "holder" in said && said.holder.kind === "agency" && said.holder.agency === agency,
      )?.needs;
    expect(needsOf("education")).toMatchObject([{ what: "reason", from: "line-manager" }]);
    expect(needsOf("health")).toMatchObject([{ what: "reason", from: "line-manager" }]);
    expect(needsOf("social-work")).toBeUndefined();
    expect(decision.barred).toEqual([]);
  });
});

describe("GIR-22: social work is listed first, and another agency can be chosen", () => {
  test("a suggestion, not a requirement", () => {
    expect(inShort(decide({ safetyIsThePrimaryIssue: true }))).toBe("suggested | agency social-work");
    expect(decide({ safetyIsThePrimaryIssue: "not-recorded" }).missing).toEqual([
      "whether safety is the primary issue",
    ]);
  });
});

const lookedAfter = aStatus("looked-after", "2026-05-05", { lookedAfterBasis: "hearing-requirement" });

describe("GIR-63: a duty in statute shows beside the agency it falls on", () => {
  test("social work: looked after; education: none", () => {
    const { findings } = decide({ child: { statuses: [lookedAfter] } });
    const of = (agency: string) =>
      findings
        .filter((said) => "holder" in said && said.holder.kind === "agency" && said.holder.agency === agency)
        .map(({ because }) => because);
    expect(of("social-work")).toEqual([expect.stringContaining("Looked after since 5 May 2026")]);
    expect(of("education")).toEqual([]);
  });
});

describe("GIR-64: a rule names the agency that the lead must come from", () => {
  test.each([
    ["looked-after", "agency social-work"],
    ["child-protection-register", "agency social-work"],
    ["antisocial-behaviour-order", "agency social-work"],
    ["co-ordinated-support-plan", "agency education"],
  ] as const)("%s: %s", (kind, agency) => {
    const child = { statuses: [aStatus(kind, "2026-05-05")], bornOn: localDate("2012-01-01") };
    expect(inShort(decide({ child }))).toBe(`required | ${agency}`);
  });
  test("of several, register, looked after, order and support plan decide in that order (GD-8)", () => {
    const statuses = [
      aStatus("co-ordinated-support-plan", "2026-01-01"),
      lookedAfter,
      aStatus("child-protection-register", "2026-04-01"),
    ];
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } });
      expect(inShort(decision)).toBe("required | agency social-work");
      expect(decision.findings.find(({ rule }) => rule === "scotland.support-plan")).toBeDefined();
    }
  });
  test("an area can set another agency", () => {
    const own = adopt(scotland, { ...book.adoption, settings: { agencyForSupportPlan: "health" } });
    expect(
      inShort(decide({ child: { statuses: [aStatus("co-ordinated-support-plan", "2026-01-01")] } }, day, own)),
    ).toBe("required | agency health");
  });
});

describe("GIR-20, GIR-64: statuses that nobody recorded are asked for, since one of them may name the agency", () => {
  test("not recorded is not none", () => {
    expect(decide({ child: { statuses: "not-recorded" } })).toMatchObject({
      answer: "open",
      missing: ["legal statuses"],
    });
    expect(decide({ child: { statuses: "not-recorded" } }).findings).toMatchObject([
      {
        rule: "scotland.statuses-recorded",
        clause: { source: "GIRFEC", at: "G2, paragraph 2" },
        because: "Record the child's legal statuses, or that there are none: until then nobody can say who must lead.",
      },
    ]);
  });
  test("none leaves the choice open, and nothing is asked", () => {
    expect(decide({ child: { statuses: [] } }).missing).toEqual([]);
    expect(inShort(decide({ child: { statuses: [] } }))).toBe("open | the practitioner-on-the-team");
  });
});

describe("GIR-65: a co-ordinated support plan is a statutory trigger, shown and weighed", () => {
  const child = { statuses: [aStatus("co-ordinated-support-plan", "2026-04-20")] };
  test.each([
    ["2026-04-19", false],
    ["2026-04-20", true],
    ["2026-04-21", true],
  ])("on %s the trigger shows: %s", (on, shows) => {
    const said = decide({ child }, on).findings.find(({ rule }) => rule === "scotland.support-plan");
    expect(said !== undefined).toBe(shows);
    if (shows) expect(said?.needs).toMatchObject([{ what: "reason", code: "weighed-co-ordinated-support-plan" }]);
  });
  test("it goes on showing where another status decides the agency", () => {
    const both = { statuses: [...child.statuses, lookedAfter] };
    expect(decide({ child: both }).findings.find(({ rule }) => rule === "scotland.support-plan")).toMatchObject({
      liftedBy: "scotland.looked-after",
    });
  });
});

describe("GIR-66: looked after has two kinds, stored apart, and both are triggers", () => {
  test.each([
    ["hearing-requirement", "requirement of a children's hearing"],
    ["voluntary-accommodated", "voluntarily accommodated"],
    ["not-recorded", "on what basis is not recorded"],
  ] as const)("%s", (lookedAfterBasis, words) => {
    const decision = decide({ child: { statuses: [aStatus("looked-after", "2026-05-05", { lookedAfterBasis })] } });
    expect(inShort(decision)).toBe("required | agency social-work");
    expect(decision.findings.find(({ rule }) => rule === "scotland.looked-after")?.because).toContain(words);
  });
});

describe("GIR-67: an antisocial behaviour order is a trigger between its dates", () => {
  // 1 June to 1 December 2026, the last day included.
  const child = {
    statuses: [aStatus("antisocial-behaviour-order", "2026-06-01", { until: "2026-12-02" })],
    bornOn: localDate("2012-01-10"),
  };
  const help = [helpFrom("police"), helpFrom("education")];
  test.each([
    ["2026-05-31", "open | the practitioner-on-the-team"],
    ["2026-06-01", "required | agency social-work"],
    ["2026-12-01", "required | agency social-work"],
    ["2026-12-02", "open | the practitioner-on-the-team"],
  ])("on %s: %s", (on, answer) => {
    expect(inShort(decide({ child, help }, on))).toBe(answer);
  });
  test("police or housing belong on the plan", () => {
    expect(decide({ child, help }, "2026-06-01").needs).toEqual([]);
    expect(decide({ child, help: [helpFrom("education")] }, "2026-06-01").needs).toMatchObject([
      { for: "police or housing on the plan" },
    ]);
  });
  test("an order dated before the age of 12 is a mistake to check (GN-25)", () => {
    const young = { ...child, bornOn: localDate("2014-06-02") };
    expect(decide({ child: young, help }, "2026-06-02").missing).toEqual(["day of the Antisocial Behaviour Order"]);
    expect(decide({ child: { ...child, bornOn: localDate("2014-06-01") }, help }, "2026-06-02").answer).toBe(
      "required",
    );
  });
});

describe("GN-25: the Reporter is contacted about an order on a child under 16, and one under 12 counts for nothing", () => {
  const order = aStatus("antisocial-behaviour-order", "2026-06-01", { id: "order", until: "2026-12-02" });
  const owed = (of: Partial<ReporterContactFacts["child"]> = {}, on = "2026-06-02", contactedOn = "none") =>
    book.duty(
      "lead-professional.reporter-contact",
      {
        child: { id: "ryan", bornOn: localDate("2012-01-10"), statuses: [order], ...of },
        contactedOn: contactedOn === "none" || contactedOn === "not-recorded" ? contactedOn : localDate(contactedOn),
      },
      noonOn(localDate(on)),
    ).owed;
  test.each([
    ["2026-05-31", []],
    ["2026-06-01", ["lead-professional.contact-reporter:order"]],
    ["2026-12-01", ["lead-professional.contact-reporter:order"]],
    ["2026-12-02", []],
  ])("Ryan, 14, order from 1 June to 1 December: on %s %j", (on, acts) => {
    expect(owed({}, on).map(({ act }) => act)).toEqual(acts);
  });
  test("it says why, is ours, and is done once the Reporter was contacted about this order", () => {
    expect(owed()).toMatchObject([
      {
        who: "lead-professional",
        due: "at-once",
        strength: "ours",
        because:
          "The child was under 16 when the order began on 1 June 2026, and the sheriff may have asked for a hearing. Contact the Children's Reporter, and record when.",
      },
    ]);
    expect(owed({}, "2026-06-02", "2026-06-02")).toEqual([]);
    expect(owed({}, "2026-06-02", "2026-06-01")).toEqual([]);
    expect(owed({}, "2026-06-02", "2026-05-31")).toHaveLength(1);
    expect(owed({}, "2026-06-02", "2026-06-03")).toHaveLength(1);
    expect(owed({}, "2026-06-02", "not-recorded")).toHaveLength(1);
  });
  test.each([
    ["2010-06-01", []],
    ["2010-06-02", ["lead-professional.contact-reporter:order"]],
    ["2014-06-01", ["lead-professional.contact-reporter:order"]],
    ["2014-06-02", ["lead-professional.check-order:order"]],
  ])("born on %s: %j", (bornOn, acts) => {
    expect(owed({ bornOn: localDate(bornOn) }).map(({ act }) => act)).toEqual(acts);
  });
  test("under 12 it names no agency either, and asks to check the dates", () => {
    const young = { statuses: [order], bornOn: localDate("2014-06-02") };
    const decision = decide({ child: young, help: [helpFrom("police")] }, "2026-06-02");
    expect(decision.answer).toBe("open");
    expect(decision.missing).toEqual(["day of the Antisocial Behaviour Order"]);
    expect(owed(young)[0]?.due).toBe("at-once");
    expect(owed(young)[0]?.because).toMatch(
      /^Check the dates: an order of this kind cannot be made before the age of 12/,
    );
  });
  test("what nobody recorded is asked for; another status asks for nothing", () => {
    expect(owed({ bornOn: "not-recorded" })).toMatchObject([
      { act: "lead-professional.record-birth:order", due: "unknown" },
    ]);
    expect(owed({ statuses: "not-recorded" })).toMatchObject([
      { act: "lead-professional.record-statuses", due: "unknown" },
    ]);
    expect(owed({ statuses: [lookedAfter] })).toEqual([]);
  });
});

describe("GIR-68: a name on the register is an administrative category that brings the area's procedure", () => {
  const statuses = [aStatus("child-protection-register", "2026-03-10", { until: "2026-09-08" })];
  test("six dated steps from the day, none once the name is removed", () => {
    const owed = steps({ child: { statuses } }, "2026-03-10");
    expect(owed).toHaveLength(6);
    expect(owed[0]).toMatchObject({
      due: { day: "2026-04-07" },
      because: expect.stringContaining("an administrative category"),
    });
    expect(steps({ child: { statuses } }, "2026-03-09")).toEqual([]);
    expect(steps({ child: { statuses } }, "2026-09-08")).toEqual([]);
  });
  test("it does not rest on statute", () => {
    expect(decide({ child: { statuses } }).findings.find(({ rule }) => rule === "scotland.register")?.strength).toBe(
      "good practice",
    );
    expect(
      decide({ child: { statuses: [lookedAfter] } }).findings.find(({ rule }) => rule === "scotland.looked-after")
        ?.strength,
    ).toBe("law");
  });
});

describe("GIR-69: a rulebook can add categories with procedures of their own", () => {
  const from = localDate("2026-04-01");
  const own = asItStands(
    edition({
      id: "an-area",
      version: 1,
      title: "An area",
      nation: "scotland",
      basedOn: scotland,
      from: localDate("2026-01-01"),
      sources: {},
      chapters: [
        chapter({
          parameters: {},
          rules: {
            "lead-professional.status-duties": () => [
              categoryBringsSteps(
                { id: "an-area.runaway", clause: girfec("G2, paragraph 3"), from },
                { kind: "missing-from-home", steps: ["look", "ask", "talk"], within: { count: 3, unit: "days" } },
              ),
            ],
          },
        }),
      ],
    }),
  );
  const facts = { child: { statuses: [aStatus("missing-from-home", "2026-03-20")] } };
  test("three steps there from the day it is added, none elsewhere in Scotland", () => {
    expect(steps(facts, "2026-03-31", own)).toEqual([]);
    expect(steps(facts, "2026-04-02", own)).toHaveLength(3);
    expect(steps(facts, "2026-04-02")).toEqual([]);
  });
});

test("statuses that nobody has recorded are asked for, and never read as no trigger", () => {
  expect(decide({ child: { statuses: "not-recorded" } })).toMatchObject({
    answer: "open",
    holders: [],
    missing: ["legal statuses"],
  });
});

test("the guidance sets no condition on staff, and the book says so", () => {
  for (const name of ["lead-professional.training", "lead-professional.suitability"] as const) {
    expect(book.gate(name, suitabilityFacts(), noonOn(localDate(day))).answer).toBe("silent");
    expect(book.silence(name)).toMatch(/^The national guidance/);
  }
});
