import { describe, expect, test } from "vitest";
import { adoptionProblems } from "../../kernel/book.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { statusAsksForAgency } from "../../lead-professional/statutory-agency.ts";
import {
  aStatus,
  helpFrom,
  inShort,
  neededFacts,
  statusDutiesFacts,
  statutoryFacts,
} from "../../testing/lead-professional.ts";
import { adopt, asItStands, chapter, edition } from "../questions.ts";
import { highland } from "./highland.ts";
import { part3 } from "./part3.ts";

const book = asItStands(highland);
const needed = (facts: Parameters<typeof neededFacts>[0], on = "2026-02-23") =>
  book.designation("lead-professional.needed", neededFacts(facts), noonOn(localDate(on)));
const decide = (facts: Parameters<typeof statutoryFacts>[0], on: string, of = book) =>
  of.designation("lead-professional.statutory", statutoryFacts(facts), noonOn(localDate(on)));
const steps = (facts: Parameters<typeof statusDutiesFacts>[0], on: string, of = book) =>
  of.duty("lead-professional.status-duties", statusDutiesFacts(facts), noonOn(localDate(on))).owed;

describe("HIG-82: help from two or more agencies always requires a lead professional, whoever employs the workers", () => {
  test("a teacher and a council-employed health visitor are two agencies", () => {
    const decision = needed({ help: [helpFrom("education"), helpFrom("health")] });
    expect(inShort(decision)).toBe("required | the lead-professional");
    expect(decision.findings.find(({ rule }) => rule === "scotland.two-agencies")?.because).toContain("2 agencies");
  });
  test("one agency, however many of its people", () => {
    expect(needed({ help: [helpFrom("education", 3)] }).answer).toBe("not-needed");
  });
});

describe("HIG-86: Highland codes a need to one of two routes; the national 2 and 3 are its second", () => {
  test.each([
    ["evidence-from-universal-services", "Route 1."],
    ["specialist-within-universal-services", "Route 2."],
    ["safety-or-statute", "Route 2."],
  ] as const)("%s: %s", (route, words) => {
    const said = needed({ route })
      .findings.filter(({ tier }) => tier === "must")
      .map(({ because }) => because);
    expect(said).toContainEqual(expect.stringContaining(words));
  });
  test("Rory, on the register, is route 2 whatever was recorded", () => {
    const child = { statuses: [aStatus("child-protection-register", "2026-10-05")] };
    const said = needed({ child, route: "evidence-from-universal-services" }, "2026-10-05").findings.map(
      ({ because }) => because,
    );
    expect(said).toContainEqual(expect.stringContaining("Route 2."));
    expect(said).not.toContainEqual(expect.stringContaining("Route 1."));
  });
  test("a third code is refused", () => {
    const third = { ...book.adoption, settings: { codeOfRouteOfSafety: "3" } };
    expect(adoptionProblems(highland, third)).toEqual(["codeOfRouteOfSafety is one of 1, 2."]);
  });
});

describe("HIG-41: with another agency needed the named person decides with a manager: become lead, or how another is appointed", () => {
  test("that decision is asked for, and no decision leaves it open", () => {
    const decision = needed({
      help: [helpFrom("education"), helpFrom("health")],
      route: "evidence-from-universal-services",
    });
    expect(decision.needs).toContainEqual(
      expect.objectContaining({ what: "approval", from: "line-manager", code: "named-person-or-another" }),
    );
    expect(needed({ help: [helpFrom("education")] }).needs).toEqual([]);
  });
});

const skye = {
  statuses: [aStatus("looked-after", "2026-11-02", { lookedAfterBasis: "voluntary-accommodated", accommodated: true })],
};

describe("HIG-120: a statutory responsibility shows beside the agency it falls on", () => {
  test("Skye, accommodated: social work yes, school none", () => {
    const agencies = decide({ child: skye }, "2026-11-02").findings.flatMap((said) =>
      "holder" in said && said.holder.kind === "agency" ? [said.holder.agency] : [],
    );
    expect(agencies).toEqual(["social-work"]);
  });
});

describe("HIG-122: the rule in force on the day applies, and changing it later rewrites no decision", () => {
  const head = (id: string, from: string, until?: string) => ({
    id,
    clause: part3("H9, paragraph 2"),
    from: localDate(from),
    ...(until === undefined ? {} : { until: localDate(until) }),
  });
  const dated = asItStands(
    edition({
      id: "highland-dated",
      version: 1,
      title: "Highland with a dated rule",
      nation: "scotland",
      basedOn: highland,
      from: localDate("2026-01-01"),
      sources: {},
      setsAside: { "scotland.looked-after": "Replaced by two dated rules." },
      chapters: [
        chapter({
          parameters: {},
          rules: {
            "lead-professional.statutory": () => [
              statusAsksForAgency(head("dated.first", "2026-01-01", "2027-04-01"), {
                status: "looked-after",
                agency: "social-work",
                before: [],
              }),
              statusAsksForAgency(head("dated.next", "2027-04-01"), {
                status: "looked-after",
                agency: "health",
                before: [],
              }),
            ],
          },
        }),
      ],
    }),
  );
  test.each([
    ["2026-11-02", "required | agency social-work"],
    ["2027-03-31", "required | agency social-work"],
    ["2027-04-01", "required | agency health"],
  ])("on %s: %s", (on, answer) => {
    expect(inShort(decide({ child: skye }, on, dated))).toBe(answer);
  });
});

describe("HIG-124: a co-ordinated support plan is a trigger from the day it starts", () => {
  test.each([
    ["2026-12-06", "open | the practitioner-on-the-team"],
    ["2026-12-07", "required | agency education"],
    ["2026-12-08", "required | agency education"],
  ])("on %s: %s", (on, answer) => {
    expect(inShort(decide({ child: { statuses: [aStatus("co-ordinated-support-plan", "2026-12-07")] } }, on))).toBe(
      answer,
    );
  });
});

describe("HIG-125: looked after has two kinds, kept apart, and both are triggers", () => {
  test.each([
    ["Skye, voluntarily accommodated", skye, "2026-11-02", "voluntarily accommodated"],
    [
      "Rory, at home under a hearing's requirement",
      {
        statuses: [
          aStatus("looked-after", "2026-12-01", { lookedAfterBasis: "hearing-requirement", accommodated: false }),
        ],
      },
      "2026-12-01",
      "requirement of a children's hearing",
    ],
  ])("%s", (_, child, on, words) => {
    const decision = decide({ child }, on);
    expect(inShort(decision)).toBe("required | agency social-work");
    expect(decision.findings.find(({ rule }) => rule === "scotland.looked-after")?.because).toContain(words);
  });
});

describe("HIG-126: an antisocial behaviour order is a trigger between its dates", () => {
  // 11 January to 11 July 2027, the last day included.
  const child = {
    statuses: [aStatus("antisocial-behaviour-order", "2027-01-11", { until: "2027-07-12" })],
    bornOn: localDate("2011-06-01"),
  };
  test.each([
    ["2027-01-10", false],
    ["2027-01-11", true],
    ["2027-07-11", true],
    ["2027-07-12", false],
  ])("Struan, 15, on %s: %s", (on, shows) => {
    expect(decide({ child }, on).findings.some(({ rule }) => rule === "scotland.behaviour-order")).toBe(shows);
  });
});

describe("HIG-127: a registration is an administrative category with its own checks, and others can be added", () => {
  test("Rory, registered 5 October 2026: six checks", () => {
    const child = { statuses: [aStatus("child-protection-register", "2026-10-05")] };
    expect(steps({ child }, "2026-10-05")).toHaveLength(6);
    expect(steps({ child }, "2026-10-04")).toEqual([]);
  });
  test("missing from home brings what the area gives it", () => {
    const child = { statuses: [aStatus("missing-from-home", "2026-11-01")] };
    expect(steps({ child }, "2026-11-01")).toEqual([]);
    const given = adopt(highland, {
      ...book.adoption,
      settings: { missingFromHomeSteps: ["call-the-family", "tell-the-police"] },
    });
    expect(steps({ child }, "2026-11-01", given)).toMatchObject([
      { act: "missing-from-home:call-the-family", due: { day: "2026-11-06" } },
      { act: "missing-from-home:tell-the-police" },
    ]);
  });
});
