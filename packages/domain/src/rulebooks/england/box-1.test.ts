import { describe, expect, test } from "vitest";
import { adoptionProblems } from "../../kernel/book.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { statusAsksForAgency } from "../../lead-professional/statutory-agency.ts";
import type { LegalStatus, Recorded } from "../../people/model.ts";
import {
  anInvolved,
  aStatus,
  everyOrder,
  helpFrom,
  holderInShort,
  inShort,
  statusDutiesFacts,
  statutoryFacts,
} from "../../testing/lead-professional.ts";
import { adopt, asItStands, chapter, edition } from "../questions.ts";
import { cwdc } from "./cwdc.ts";
import { england } from "./england.ts";

type Given = Parameters<typeof statutoryFacts>[0];
const book = asItStands(england);
const decide = (facts: Given, day: string, of = book) =>
  of.designation("lead-professional.statutory", statutoryFacts(facts), noonOn(localDate(day)));
const ask = (statuses: Recorded<readonly LegalStatus[]>, day: string, more: NonNullable<Given> = {}) =>
  inShort(decide({ ...more, child: { ...more.child, statuses } }, day));
const acts = (facts: Parameters<typeof statusDutiesFacts>[0], day: string) =>
  book.duty("lead-professional.status-duties", statusDutiesFacts(facts), noonOn(localDate(day))).owed;
const open = "open | the practitioner-on-the-team";

describe("CWDC-BOX1-CIN-ASSESS: the social worker leads from the start of the assessment until services are decided", () => {
  // Assessed 9 November to 4 December, decided on 9 December: the lock runs through the 9th (RN-25).
  const statuses = [
    aStatus("child-in-need", "2026-11-09", {
      id: "a",
      childInNeedPhase: "assessment",
      holder: "sw",
      until: "2026-12-05",
    }),
    aStatus("child-in-need", "2026-12-10", { id: "b", childInNeedPhase: "decided", holder: "sw" }),
  ];
  test.each([
    ["2026-11-08", open],
    ["2026-11-09", "filled | sw"],
    ["2026-12-04", "filled | sw"],
    ["2026-12-05", "filled | sw"],
    ["2026-12-09", "filled | sw"],
    ["2026-12-10", "open | sw | the practitioner-on-the-team"],
  ])("on %s: %s", (day, answer) => {
    for (const entered of everyOrder(statuses)) expect(ask(entered, day)).toBe(answer);
  });
  test("nobody else can be chosen meanwhile", () => {
    const familyWorker = anInvolved("family-worker", { agency: "voluntary" });
    expect(decide({ child: { statuses }, involved: [familyWorker] }, "2026-11-20")).toMatchObject({
      tier: "must",
      holders: [{ id: "sw" }],
    });
  });
});

describe("CWDC-BOX1-CIN-LAC: no free day between the assessment and being looked after", () => {
  const statuses = [
    aStatus("child-in-need", "2026-11-01", { childInNeedPhase: "assessment", holder: "sw", until: "2026-11-27" }),
    aStatus("looked-after", "2026-11-27", { holder: "sw", until: "2027-02-01" }),
  ];
  test.each(["2026-11-26", "2026-11-27", "2026-11-28"])("on %s the same social worker leads", (day) => {
    expect(ask(statuses, day)).toBe("filled | sw");
  });
  test("the lock's basis is now looked after, and ends with it", () => {
    expect(decide({ child: { statuses } }, "2026-11-27").findings.map(({ rule }) => rule)).toEqual([
      "england.looked-after",
    ]);
    expect(ask(statuses, "2027-02-01")).toBe(open);
  });
});

describe("CWDC-BOX1-CIN-CP: no free day between the assessment and the protection plan", () => {
  const statuses = [
    aStatus("child-in-need", "2026-11-01", { childInNeedPhase: "assessment", holder: "sw", until: "2026-11-28" }),
    aStatus("child-protection-plan", "2026-11-30", { holder: "sw" }),
  ];
  test.each(["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"])("on %s the social worker leads", (day) => {
    expect(ask(statuses, day)).toBe("filled | sw");
  });
});

describe("CWDC-BOX1-CIN-OTHER: once services are decided any relevant practitioner can lead", () => {
  test("the social worker, still funding, and a family worker are both candidates; the social worker stays until then", () => {
    const statuses = [aStatus("child-in-need", "2026-12-04", { childInNeedPhase: "decided", holder: "sw" })];
    const decision = decide({ child: { statuses } }, "2026-12-04");
    expect(inShort(decision)).toBe("open | sw | the practitioner-on-the-team");
    expect(decision.findings.map(({ tier }) => tier)).toEqual(["may", "may"]);
    expect(decision.findings[0]?.because).toContain("does until another lead has been agreed");
  });
});

describe("CWDC-BOX1-CP: the named social worker leads and nobody else", () => {
  const statuses = [aStatus("child-protection-plan", "2026-11-25", { holder: "sw" })];
  test.each([
    ["2026-11-24", open],
    ["2026-11-25", "filled | sw"],
    ["2026-11-26", "filled | sw"],
  ])("on %s: %s", (day, answer) => {
    expect(ask(statuses, day, { involved: [anInvolved("health-visitor", { posts: ["health-visitor"] })] })).toBe(
      answer,
    );
  });
  test("with its clause and strength", () => {
    expect(decide({ child: { statuses } }, "2026-11-25").findings[0]).toMatchObject({
      clause: { source: "CWDC" },
      strength: "statutory guidance",
      force: "must",
    });
  });
});

describe("CWDC-BOX1-CP: a child on the register is a child with a protection plan (RN-05)", () => {
  const registered = [aStatus("child-protection-register", "2026-11-25", { holder: "sw", until: "2027-05-26" })];
  test.each([
    ["2026-11-24", open],
    ["2026-11-25", "filled | sw"],
    ["2027-05-25", "filled | sw"],
    ["2027-05-26", open],
  ])("entered on the register, on %s: %s", (day, answer) => {
    expect(ask(registered, day)).toBe(answer);
  });
  test("the finding is that of the protection plan, and an officer of the youth offending team is barred", () => {
    const decision = decide({ child: { statuses: [...registered, order] } }, "2026-11-25");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ rule: "england.protection-plan", tier: "must", strength: "statutory guidance" }),
    );
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ rule: "england.youth-officer-never", tier: "barred" }),
    );
  });
  test("no name in it is asked for the same day, once with a protection plan beside it", () => {
    const nameless = aStatus("child-protection-register", "2026-11-25");
    expect(acts({ child: { statuses: [nameless] } }, "2026-11-24")).toEqual([]);
    expect(acts({ child: { statuses: [nameless] } }, "2026-11-25")).toMatchObject([
      { act: "name-holder:child-protection-register", due: { day: "2026-11-25" } },
    ]);
    const both = [nameless, aStatus("child-protection-plan", "2026-11-26")];
    expect(acts({ child: { statuses: both } }, "2026-11-26")).toHaveLength(1);
  });
  test("it ends an assessment of need without a free day", () => {
    const statuses = [
      aStatus("child-in-need", "2026-11-01", { childInNeedPhase: "assessment", holder: "sw", until: "2026-11-28" }),
      aStatus("child-protection-register", "2026-11-30", { holder: "sw", until: "2026-12-20" }),
    ];
    for (const day of ["2026-11-27", "2026-11-29", "2026-11-30", "2026-12-19"])
      expect(ask(statuses, day)).toBe("filled | sw");
    expect(ask(statuses, "2026-12-20")).toBe(open);
  });
});

describe("CWDC-BOX1-looked-after: the named social worker leads, a home's key worker does not", () => {
  test("the key worker in the home stays on the team", () => {
    const home = anInvolved("home-key-worker", { agency: "voluntary", posts: ["key-worker"] });
    expect(ask([aStatus("looked-after", "2026-09-01", { holder: "sw" })], "2026-11-24", { involved: [home] })).toBe(
      "filled | sw",
    );
  });
});

describe("CWDC-BOX1-careleaver-eligible: still looked after, so the social worker is accountable and leads", () => {
  const statuses = [aStatus("care-leaver", "2026-06-01", { careLeaverKind: "eligible", holder: "sw" })];
  const adviser = anInvolved("pa", { agency: "personal-advice", posts: ["personal-adviser"] });
  test("with an adviser too, how the work is split is asked for", () => {
    const decision = decide({ child: { statuses }, involved: [adviser] }, "2026-11-25");
    expect(inShort(decision)).toBe("filled | sw");
    expect(decision.needs).toMatchObject([{ what: "evidence", code: "care-leaver-role-split" }]);
    expect(decide({ child: { statuses } }, "2026-11-25").needs).toEqual([]);
  });
  test("an adviser named in the status is not taken for the social worker", () => {
    const named = [{ ...statuses[0], holder: "pa" } as LegalStatus];
    expect(ask(named, "2026-11-25", { involved: [adviser] })).toBe("required | the named-social-worker");
    const both = [...named, aStatus("looked-after", "2020-01-01", { holder: "sw" })];
    for (const entered of everyOrder(both))
      expect(ask(entered, "2026-11-25", { involved: [adviser] })).toBe("filled | sw");
  });
});

describe("CWDC-BOX1-careleaver-relevant: having left care, usually the personal adviser", () => {
  const statuses = [aStatus("care-leaver", "2026-11-02", { careLeaverKind: "relevant", holder: "pa" })];
  test("the adviser is expected, with the adviser's line management accountable", () => {
    const decision = decide({ child: { statuses } }, "2026-11-02");
    expect(inShort(decision)).toBe("required | pa");
    expect(decision.accountable).toEqual([{ kind: "post", post: "personal-adviser-manager" }]);
    expect(ask(statuses, "2026-11-01")).toBe(open);
  });
  test("the social worker is the only other holder, and needs no reason", () => {
    const other = decide({ child: { statuses } }, "2026-11-02").findings.filter(({ tier }) => tier === "may");
    expect(other).toMatchObject([{ holder: { post: "social-worker" } }]);
    expect(other[0]?.needs).toBeUndefined();
  });
  test("goes on after 18 until the status ends (RN-24)", () => {
    const after = [
      aStatus("care-leaver", "2026-11-02", {
        careLeaverKind: "care-leaver-18-plus",
        holder: "pa",
        until: "2027-07-17",
      }),
    ];
    expect(ask(after, "2027-07-16")).toBe("required | pa");
    expect(ask(after, "2027-07-17")).toBe(open);
  });
});

describe("CWDC-BOX1-adoption: while adoption is the plan the child's own social worker leads", () => {
  test.each([
    ["2026-10-11", open],
    ["2026-10-12", "filled | sw"],
    ["2027-03-31", "filled | sw"],
    ["2027-04-01", open],
  ])("on %s: %s", (day, answer) => {
    const ewo = anInvolved("ewo", { agency: "education" });
    expect(
      ask([aStatus("adoption-plan", "2026-10-12", { holder: "sw", until: "2027-04-01" })], day, { involved: [ewo] }),
    ).toBe(answer);
  });
});

describe("CWDC-ANNEXC-adoption: no day without a named social worker while adoption is the plan", () => {
  const first = aStatus("adoption-plan", "2026-10-12", { id: "1", holder: "a", until: "2026-12-01" });
  test.each([
    ["2026-12-01", 0],
    ["2026-12-02", 1],
    ["2026-12-03", 1],
  ])("the next named from %s: %i gaps", (from, count) => {
    const statuses = [aStatus("adoption-plan", from, { id: "2", holder: "b" }), first];
    const gaps = acts({ child: { statuses } }, "2026-11-24").filter(({ act }) => act === "close-gap-between-names");
    expect(gaps).toHaveLength(count);
    if (from === "2026-12-03") expect(gaps[0]?.because).toContain("from 1 December 2026 to 2 December 2026 (2 days)");
  });
});

describe("CWDC-BOX1-SEN: the SENCO may lead; with much help from outside someone else is advised", () => {
  const statuses = [aStatus("special-educational-needs", "2026-09-01")];
  test("may, where needs are met in school", () => {
    expect(ask(statuses, "2026-11-24")).toBe("open | the senco");
  });
  test("four outside services: advice, and the SENCO can still be chosen", () => {
    const help = (["health", "housing", "police", "voluntary"] as const).map((agency) => helpFrom(agency));
    const decision = decide({ child: { statuses }, help }, "2026-11-24");
    expect(inShort(decision)).toBe("suggested | the practitioner-from-outside-school");
    expect(decision.findings.find(({ rule, tier }) => rule === "england.senco" && tier === "may")).toBeDefined();
    expect(decision.barred).toEqual([]);
  });
});

describe("CWDC-BOX1-SEN-Y9: in Year 9 with a statement the personal adviser is listed first and nothing changes by itself", () => {
  const child = { statuses: [aStatus("statement-or-ehc-plan", "2020-01-01")], bornOn: localDate("2012-09-01") };
  test.each([
    ["2026-08-31", "open | the senco"],
    ["2026-09-01", "suggested | the personal-adviser"],
    ["2027-08-31", "suggested | the personal-adviser"],
    ["2027-09-01", "open | the senco"],
  ])("on %s: %s", (day, answer) => {
    expect(inShort(decide({ child }, day))).toBe(answer);
  });
  test("whoever leads now goes on", () => {
    const said = decide({ child }, "2026-09-01").findings.find(({ rule }) => rule === "england.year-9-adviser");
    expect(said?.because).toContain("Whoever leads now goes on until that is decided");
  });
  test("born a day earlier, the year before", () => {
    const older = { ...child, bornOn: localDate("2012-08-31") };
    expect(inShort(decide({ child: older }, "2026-08-31"))).toBe("suggested | the personal-adviser");
    expect(inShort(decide({ child: older }, "2026-09-01"))).toBe("open | the senco");
  });
  test("where the area has no advisers the row gives nothing", () => {
    const without = adopt(england, { ...book.adoption, settings: { areaHasPersonalAdvisers: false } });
    expect(inShort(decide({ child }, "2026-09-01", without))).toBe("open | the senco");
  });
});

describe("CWDC-BOX1-disability-keyworker: the key worker is the lead", () => {
  test("a physiotherapist who is key worker beside the own job", () => {
    const physio = anInvolved("physio", { posts: ["physiotherapist", "key-worker"] });
    const statuses = [aStatus("complex-disability-or-health-need", "2026-11-16", { holder: "physio" })];
    expect(ask(statuses, "2026-11-16", { involved: [physio] })).toBe("required | physio");
    expect(ask(statuses, "2026-11-15", { involved: [physio] })).toBe(open);
  });
});

describe("CWDC-BOX1-disability-nokeyworker: without a key worker another practitioner is appointed", () => {
  test("from the people on the team, with that reason", () => {
    const decision = decide(
      { child: { statuses: [aStatus("complex-disability-or-health-need", "2026-11-16")] } },
      "2026-11-16",
    );
    expect(inShort(decision)).toBe(open);
    expect(decision.findings.map(({ rule }) => rule)).toContain("england.no-key-worker");
  });
});

describe("CWDC-BOX1-mental-CPA: the care co-ordinator leads while the approach is followed", () => {
  const statuses = [aStatus("care-programme-approach", "2026-11-20", { holder: "co-ordinator", until: "2027-03-01" })];
  test.each([
    ["2026-11-19", open],
    ["2026-11-20", "required | co-ordinator"],
    ["2027-02-28", "required | co-ordinator"],
    ["2027-03-01", open],
  ])("on %s: %s", (day, answer) => {
    expect(ask(statuses, day)).toBe(answer);
  });
});

describe("CWDC-ANNEXC-mental-1: the approach may be followed at any age", () => {
  test("at 14, as at 17", () => {
    for (const born of ["2012-05-01", "2009-05-01"]) {
      const statuses = [aStatus("care-programme-approach", "2026-11-23", { holder: "co-ordinator" })];
      expect(ask(statuses, "2026-11-23", { child: { bornOn: localDate(born) } })).toBe("required | co-ordinator");
    }
  });
});

describe("CWDC-BOX1-mental-noCPA: without the approach someone is still appointed", () => {
  test("the mental health worker on the team may be chosen", () => {
    const statuses = [aStatus("significant-mental-health-problem", "2026-11-17")];
    const rules = (of: readonly LegalStatus[]) =>
      decide({ child: { statuses: of } }, "2026-11-24").findings.map(({ rule }) => rule);
    expect(rules(statuses)).toContain("england.no-care-programme-approach");
    const underApproach = [...statuses, aStatus("care-programme-approach", "2026-11-20")];
    expect(rules(underApproach)).not.toContain("england.no-care-programme-approach");
  });
});

const order = aStatus("youth-order", "2026-11-19", { holder: "officer", youthOrderSetting: "community" });
const theOfficer = "its supervising officer leading";
const gates = (teamAgrees: Recorded<boolean>, health: Recorded<boolean>) => ({
  help: [helpFrom("education"), helpFrom("health")],
  youthGates: {
    teamAgrees,
    agencies: [
      { agency: "education", supports: true },
      { agency: "health", supports: health },
    ] as const,
  },
});

describe("CWDC-BOX1-youth-community: an order brings a supervising officer; who leads is decided locally", () => {
  test("the officer can be proposed, and whoever leads now goes on", () => {
    const decision = decide({ child: { statuses: [order] } }, "2026-11-19");
    expect(inShort(decision)).toBe("open | officer");
    expect(decision.findings[0]?.because).toContain("Whoever leads now goes on");
    expect(ask([order], "2026-11-18")).toBe(open);
  });
});

describe("CWDC-BOX1-youth-custody: in custody too the officer may lead once that is agreed", () => {
  test("the same as in the community", () => {
    const custody = [{ ...order, youthOrderSetting: "custody" } as LegalStatus];
    expect(decide({ child: { statuses: custody } }, "2026-11-20")).toMatchObject({
      answer: "open",
      holders: [{ id: "officer" }],
    });
  });
});

describe("CWDC-BOX1-youth-gates: the team agrees and every mainstream agency with an action supports it", () => {
  test.each([
    ["the team and both agencies", gates(true, true), []],
    ["health silent", gates(true, "not-recorded"), ["mainstream-agencies"]],
    ["health refusing", gates(true, false), ["mainstream-agencies"]],
    ["the team silent", gates("not-recorded", true), ["youth-offending-team"]],
    ["neither", gates(false, false), ["youth-offending-team", "mainstream-agencies"]],
    [
      "an agency without an action does not count",
      { ...gates(true, "not-recorded"), help: [helpFrom("education"), helpFrom("health", 0)] },
      [],
    ],
    ["agencies not recorded", { ...gates(true, true), help: "not-recorded" as const }, ["mainstream-agencies"]],
  ])("%s", (_, facts, from) => {
    const decision = decide({ child: { statuses: [order] }, ...facts }, "2026-11-24");
    expect(decision.needs.map((need) => need.from)).toEqual(from);
    expect(inShort(decision)).toBe("open | officer");
  });
});

describe("CWDC-BOX1-youth-gates: a word counts from its day, and lapses when a lock begins (RN-08)", () => {
  const dated = (health?: string, team = "2026-11-23") => ({
    help: [helpFrom("education"), helpFrom("health")],
    youthGates: {
      teamAgrees: true,
      teamAgreedOn: localDate(team),
      agencies: [
        { agency: "education" as const, supports: true, on: localDate("2026-11-23") },
        ...(health === undefined ? [] : [{ agency: "health" as const, supports: true, on: localDate(health) }]),
      ],
    },
  });
  const missing = (facts: NonNullable<Given>, day: string, statuses: readonly LegalStatus[] = [order]) =>
    decide({ child: { statuses }, ...facts }, day).needs.map(({ for: what }) => what);
  const support = (of: string) => `the support of ${of}`;
  test.each([
    ["2026-11-22", [theOfficer, support("Education, Health")]],
    ["2026-11-23", [support("Health")]],
    ["2026-11-25", [support("Health")]],
    ["2026-11-26", []],
  ])(
    "team and school say yes on 23 November, health on the 26th: not backdated; on %s still asked: %j",
    (day, asked) => {
      expect(missing(dated("2026-11-26"), day)).toEqual(asked);
    },
  );
  test("health silent: proposed, and the silence is named", () => {
    expect(missing(dated(), "2026-11-26")).toEqual([support("Health")]);
  });
  const lock = (from: string, until: string) => aStatus("child-protection-plan", from, { holder: "sw", until });
  test.each([
    ["before the words were given", lock("2026-11-20", "2026-11-23"), []],
    ["on their day", lock("2026-11-23", "2026-11-25"), [theOfficer, support("Education")]],
    ["after them", lock("2026-11-27", "2026-12-01"), [theOfficer, support("Education, Health")]],
    ["not yet", lock("2026-12-03", "2026-12-10"), []],
  ])("a protection plan that began %s has ended again: %j", (_, plan, asked) => {
    for (const entered of everyOrder([order, plan]))
      expect(missing(dated("2026-11-26"), "2026-12-02", entered)).toEqual(asked);
  });
  test.each([
    ["adoption", aStatus("adoption-plan", "2026-11-27", { holder: "sw", until: "2026-12-01" }), 2],
    ["looked after", aStatus("looked-after", "2026-11-27", { holder: "sw", until: "2026-12-01" }), 2],
    [
      "eligible",
      aStatus("care-leaver", "2026-11-27", { careLeaverKind: "eligible", holder: "sw", until: "2026-12-01" }),
      2,
    ],
    [
      "relevant, no lock",
      aStatus("care-leaver", "2026-11-27", { careLeaverKind: "relevant", holder: "pa", until: "2026-12-01" }),
      0,
    ],
    [
      "in need, decided, no lock",
      aStatus("child-in-need", "2026-11-27", { childInNeedPhase: "decided", holder: "sw", until: "2026-12-01" }),
      0,
    ],
  ])("%s from 27 November to the end of it", (_, status, count) => {
    expect(missing(dated("2026-11-26"), "2026-12-02", [order, status])).toHaveLength(count);
  });
  test("the reader hears that the words lapsed, and what can be done meanwhile", () => {
    const because = (statuses: readonly LegalStatus[]) =>
      decide({ child: { statuses }, ...dated() }, "2026-12-02").findings.find(
        ({ rule }) => rule === "england.youth-officer",
      )?.because;
    const meanwhile = "Until then those involved may choose somebody else, or open a dispute.";
    expect(because([order])).toMatch(new RegExp(`${meanwhile}$`));
    expect(because([order, lock("2026-11-20", "2026-11-22")])).toMatch(new RegExp(`${meanwhile}$`));
    expect(because([order, lock("2026-11-27", "2026-12-01")])).toContain(
      `${meanwhile} What was agreed up to 27 November 2026 lapsed on that day, when the law put somebody else in the lead: ask for it again.`,
    );
  });
  test("an assessment of need makes them lapse too, until they are given again after it", () => {
    const assessed = [
      order,
      aStatus("child-in-need", "2026-11-27", {
        id: "a",
        childInNeedPhase: "assessment",
        holder: "sw",
        until: "2026-11-30",
      }),
      aStatus("child-in-need", "2026-11-30", { id: "b", childInNeedPhase: "decided", holder: "sw" }),
    ];
    expect(missing(dated("2026-11-26"), "2026-12-02", assessed)).toHaveLength(2);
    const again = dated("2026-12-01", "2026-12-01");
    const agencies = again.youthGates.agencies.map((one) => ({ ...one, on: localDate("2026-12-01") }));
    const given = { ...again, youthGates: { ...again.youthGates, agencies } };
    expect(missing(given, "2026-12-02", assessed)).toEqual([]);
  });
});

describe("CWDC-ANNEXC-youth-gate: a silent service keeps the officer proposed", () => {
  test("education agrees, the substance misuse service says nothing", () => {
    const facts = {
      help: [helpFrom("education"), helpFrom("other")],
      youthGates: { teamAgrees: true, agencies: [{ agency: "education" as const, supports: true }] },
    };
    expect(decide({ child: { statuses: [order] }, ...facts }, "2026-11-24").needs).toMatchObject([
      { from: "mainstream-agencies", for: "the support of Another service" },
    ]);
  });
});

describe("CWDC-BOX1-youth-LAC-CP: a young offender who is looked after or on a protection plan is led by the social worker", () => {
  const plan = aStatus("child-protection-plan", "2026-11-02", { holder: "sw" });
  test.each(["community", "custody"] as const)(
    "%s: the officer is refused and stays as supervising officer",
    (youthOrderSetting) => {
      for (const statuses of everyOrder([plan, { ...order, youthOrderSetting }])) {
        const decision = decide({ child: { statuses }, ...gates(true, true) }, "2026-11-23");
        expect(inShort(decision)).toBe("filled | sw");
        expect(decision.barred.map(holderInShort)).toEqual(["the yot-supervising-officer", "officer"]);
      }
    },
  );
});

describe("CWDC-ANNEXC-youth-social-1: while remanded or transferred to local authority accommodation no one of the team leads", () => {
  test.each(["remand", "police-transfer"] as const)("%s counts as looked after (RN-36)", (lookedAfterBasis) => {
    const remand = aStatus("looked-after", "2026-11-23", { lookedAfterBasis, until: "2026-12-07" });
    const decision = decide({ child: { statuses: [order, remand] }, ...gates(true, true) }, "2026-11-23");
    expect(inShort(decision)).toBe("required | the named-social-worker");
    expect(decision.barred.map(holderInShort)).toContain("officer");
    expect(ask([order, remand], "2026-12-07", gates(true, true))).toBe("open | officer");
  });
});

describe("CWDC-ANNEXC-youth-social-2: the team can hold an in-need case, never a protection or looked-after one", () => {
  const statuses = [
    aStatus("child-in-need", "2026-10-01", {
      id: "a",
      childInNeedPhase: "assessment",
      holder: "sw",
      until: "2026-11-21",
    }),
    aStatus("child-in-need", "2026-11-21", { id: "b", childInNeedPhase: "decided", holder: "sw" }),
    aStatus("child-protection-plan", "2026-12-10", { holder: "sw" }),
    order,
  ];
  test("gates met: the officer may lead from the decision until the day of the protection plan", () => {
    const officer = (day: string) =>
      decide({ child: { statuses }, ...gates(true, true) }, day).findings.find(
        ({ rule }) => rule === "england.youth-officer",
      );
    expect(officer("2026-11-20")).toBeUndefined();
    expect(officer("2026-11-24")).toMatchObject({ tier: "may", holder: { id: "officer" } });
    expect(officer("2026-11-24")?.needs).toBeUndefined();
    expect(officer("2026-12-10")).toBeUndefined();
    expect(ask(statuses, "2026-12-10", gates(true, true))).toBe("filled | sw");
  });
});

describe("CWDC-ANNEXC-youth-social-3: where the area allows it, a seconded social worker may lead a looked-after offender", () => {
  const allows = adopt(england, { ...book.adoption, settings: { secondedSocialWorkerMayLead: true } });
  const statuses = [
    order,
    aStatus("looked-after", "2026-11-01", { holder: "ms-ali" }),
    aStatus("child-protection-plan", "2026-12-01", { holder: "ms-ali" }),
  ];
  const facts = { child: { statuses }, secondedSocialWorker: "mr-roe", ...gates(true, true) };
  test("lead Mr Roe, accountable Ms Ali; from the day of a protection plan lead Ms Ali", () => {
    for (const entered of everyOrder(statuses)) {
      const before = decide({ ...facts, child: { statuses: entered } }, "2026-11-30", allows);
      expect(inShort(before)).toBe("filled | mr-roe");
      expect(before.accountable.map(holderInShort)).toEqual(["ms-ali"]);
      expect(inShort(decide({ ...facts, child: { statuses: entered } }, "2026-12-01", allows))).toBe("filled | ms-ali");
    }
  });
  test("looked after ends on 25 November: nobody is seconded into the lead from that day", () => {
    const ends = [order, aStatus("looked-after", "2026-11-01", { holder: "ms-ali", until: "2026-11-25" })];
    const who = (day: string) => decide({ ...facts, child: { statuses: ends } }, day, allows);
    expect(inShort(who("2026-11-24"))).toBe("filled | mr-roe");
    expect(
      who("2026-11-24")
        .findings.map(({ because }) => because)
        .join(" "),
    ).toContain("leads again from the day a protection plan starts, or the order or being looked after ends");
    expect(who("2026-11-25").findings.map(({ rule }) => rule)).not.toContain("england.seconded-social-worker");
    expect(inShort(who("2026-11-25"))).not.toContain("mr-roe");
  });
  test("what the team and the agencies agreed before the child was looked after does not put Mr Roe in the lead", () => {
    const agreed = (day: string) => ({
      help: [helpFrom("education")],
      youthGates: {
        teamAgrees: true,
        teamAgreedOn: localDate(day),
        agencies: [{ agency: "education" as const, supports: true, on: localDate(day) }],
      },
    });
    expect(inShort(decide({ ...facts, ...agreed("2026-10-30") }, "2026-11-30", allows))).toBe("filled | ms-ali");
    expect(inShort(decide({ ...facts, ...agreed("2026-11-02") }, "2026-11-30", allows))).toBe("filled | mr-roe");
  });
  test("not while off, while a gate is open, or while the accountable social worker is not named", () => {
    expect(inShort(decide(facts, "2026-11-30"))).toBe("filled | ms-ali");
    expect(inShort(decide({ ...facts, ...gates(true, "not-recorded") }, "2026-11-30", allows))).toBe("filled | ms-ali");
    const unnamed = { statuses: [order, aStatus("looked-after", "2026-11-01")] };
    expect(inShort(decide({ ...facts, child: unnamed }, "2026-11-30", allows))).toBe(
      "required | the named-social-worker",
    );
  });
});

describe("CWDC-ANNEXC-youth-court: an order without a supervisor shows the same day", () => {
  test("owed by the youth offending team", () => {
    const statuses = [aStatus("youth-order", "2026-11-24", { youthOrderSetting: "community" })];
    expect(acts({ child: { statuses } }, "2026-11-24")).toMatchObject([
      { who: "youth-offending-team", act: "name-holder:youth-order", due: { day: "2026-11-24" } },
    ]);
    expect(acts({ child: { statuses: [order] } }, "2026-11-24")).toEqual([]);
  });
  test("not the day before it; where nobody recorded the setting it is asked for as one in the community", () => {
    const of = (more: Partial<LegalStatus>) => [{ ...aStatus("youth-order", "2026-11-24"), ...more } as LegalStatus];
    expect(acts({ child: { statuses: of({ youthOrderSetting: "community" }) } }, "2026-11-23")).toEqual([]);
    for (const statuses of [of({}), of({ youthOrderSetting: "not-recorded" })])
      expect(acts({ child: { statuses } }, "2026-11-24")).toMatchObject([
        { rule: "england.name-case-supervisor", who: "youth-offending-team", due: { day: "2026-11-24" } },
      ]);
  });
});

describe("CWDC-ANNEXC-youth-custody-2: the officer is appointed within one working day of sentence", () => {
  test.each([
    ["Friday 20 November 2026", "2026-11-20", "2026-11-23"],
    ["Monday", "2026-11-23", "2026-11-24"],
    ["before a bank holiday", "2026-12-24", "2026-12-29"],
  ])("sentenced on %s", (_, from, day) => {
    const statuses = [aStatus("youth-order", from, { youthOrderSetting: "custody" })];
    expect(acts({ child: { statuses } }, from)).toMatchObject([{ due: { day }, strength: "national standard" }]);
  });
});

describe("CWDC-PREC-1: locks beat everything", () => {
  const statuses = [
    aStatus("looked-after", "2026-09-01", { holder: "sw" }),
    aStatus("care-programme-approach", "2026-09-01", { holder: "co-ordinator" }),
    aStatus("significant-mental-health-problem", "2026-09-01"),
    aStatus("complex-disability-or-health-need", "2026-09-01", { holder: "key-worker" }),
  ];
  test("only the named social worker; the others show with their titles, in every order of entry", () => {
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } }, "2026-11-23");
      expect(inShort(decision)).toBe("filled | sw");
      expect(decision.findings.flatMap((said) => ("holder" in said ? [holderInShort(said.holder)] : []))).toEqual(
        expect.arrayContaining(["co-ordinator", "key-worker"]),
      );
    }
  });
  test("two social workers named: people decide who is the one", () => {
    const two = [
      aStatus("looked-after", "2026-09-01", { holder: "a" }),
      aStatus("adoption-plan", "2026-10-01", { holder: "b" }),
    ];
    for (const entered of everyOrder(two))
      expect(decide({ child: { statuses: entered } }, "2026-11-23").answer).toBe("decide-together");
  });
  test("a lock that names nobody takes the name the other locks agree on", () => {
    const statuses = [aStatus("looked-after", "2026-09-01"), aStatus("adoption-plan", "2026-10-01", { holder: "sw" })];
    for (const entered of everyOrder(statuses))
      expect(decide({ child: { statuses: entered } }, "2026-11-23")).toMatchObject({
        answer: "filled",
        holders: [{ id: "sw" }],
        accountable: [],
      });
  });
});

describe("CWDC-PREC-2: nobody of the youth offending team leads from the day the flag starts", () => {
  const statuses = [order, aStatus("child-protection-plan", "2026-11-25", { holder: "sw" })];
  test.each([
    ["2026-11-24", "open | officer"],
    ["2026-11-25", "filled | sw"],
    ["2026-11-26", "filled | sw"],
  ])("on %s: %s", (day, answer) => {
    for (const entered of everyOrder(statuses)) expect(ask(entered, day, gates(true, true))).toBe(answer);
  });
  test("nor any other practitioner of the team, nor an officer named as the social worker", () => {
    const yot = anInvolved("yot-worker", { agency: "youth-justice" });
    const named = [aStatus("child-protection-plan", "2026-11-25", { holder: "yot-worker" })];
    const decision = decide({ child: { statuses: named }, involved: [yot] }, "2026-11-25");
    expect(inShort(decision)).toBe("required | the named-social-worker");
    expect(decision.barred.map(holderInShort)).toContain("yot-worker");
  });
});

describe("CWDC-PREC-3: two definite holders are chosen between at a meeting", () => {
  const statuses = [
    aStatus("care-programme-approach", "2026-09-01", { holder: "co-ordinator" }),
    aStatus("complex-disability-or-health-need", "2026-09-01", { holder: "key-worker" }),
  ];
  test("two names and a reason; one alone is expected without", () => {
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } }, "2026-11-24");
      expect(inShort(decision)).toBe("decide-together | co-ordinator | key-worker");
      expect(decision.needs).toContainEqual(expect.objectContaining({ what: "reason", from: "action-meeting" }));
    }
    expect(decide({ child: { statuses: statuses.slice(1) } }, "2026-11-24")).toMatchObject({
      answer: "required",
      needs: [],
    });
  });
});

describe("CWDC-PREC-4: likely and permitted holders are candidates only", () => {
  test("an order without gates and Year 9 with a statement: adviser, SENCO, officer with the gates open", () => {
    const decision = decide(
      { child: { statuses: [order, aStatus("statement-or-ehc-plan", "2020-01-01")], yearGroup: 9 } },
      "2026-11-24",
    );
    const said = decision.findings.flatMap((one) =>
      "holder" in one ? [`${one.tier} ${holderInShort(one.holder)}`] : [],
    );
    expect(said.sort()).toEqual(["may officer", "may the senco", "suggested the personal-adviser"]);
    expect(decision.findings.find(({ rule }) => rule === "england.youth-officer")?.needs).toHaveLength(2);
    expect(decision.answer).toBe("suggested");
  });
  test("below them any practitioner on the team", () => {
    expect(ask([], "2026-11-24")).toBe(open);
  });
  const decided = aStatus("child-in-need", "2026-11-20", { childInNeedPhase: "decided" });
  const withHelp = (...agencies: readonly ("social-work" | "health")[]) => ({
    help: agencies.map((agency) => helpFrom(agency)),
  });
  test.each([
    ["help of social services", withHelp("social-work"), "open | the social-worker | the practitioner-on-the-team"],
    ["help not recorded", { help: "not-recorded" }, "open | the social-worker | the practitioner-on-the-team"],
    [
      "a social worker on the team",
      { ...withHelp("health"), involved: [anInvolved("sw", { agency: "social-work", posts: ["social-worker"] })] },
      "open | sw | the practitioner-on-the-team",
    ],
    ["help of health alone", withHelp("health"), open],
  ] as const)("in need and decided, with %s: %s", (_, more, answer) => {
    expect(ask([decided], "2026-11-24", more)).toBe(answer);
  });
});

describe("CWDC-PREC-5: whoever is not lead keeps title, duties and deadlines", () => {
  test("a care co-ordinator stays on the team with that post, and a missing name is asked for once", () => {
    const statuses = [
      aStatus("looked-after", "2026-01-01"),
      aStatus("adoption-plan", "2026-02-01"),
      aStatus("care-programme-approach", "2026-01-01", { holder: "co-ordinator" }),
    ];
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } }, "2026-11-23");
      expect(decision.needs).toHaveLength(1);
      expect(decision.findings.find(({ rule }) => rule === "england.care-programme-approach")?.because).toContain(
        "keeps that post on the team while another status decides who leads",
      );
    }
  });
  test("an officer refused as lead is still appointed within one working day of sentence to custody", () => {
    const statuses = [
      aStatus("looked-after", "2026-01-01", { holder: "sw" }),
      aStatus("youth-order", "2026-11-23", { youthOrderSetting: "custody" }),
    ];
    expect(ask(statuses, "2026-11-23")).toBe("filled | sw");
    expect(acts({ child: { statuses } }, "2026-11-23")).toMatchObject([
      { act: "name-holder:youth-order", due: { day: "2026-11-24" } },
    ]);
  });
});

describe("CWDC-PREC-6: the end of the highest lock drops to the next status", () => {
  test("a protection plan ends while the care programme approach runs: the co-ordinator is next", () => {
    const statuses = [
      aStatus("child-protection-plan", "2026-06-01", { holder: "sw", until: "2026-12-02" }),
      aStatus("care-programme-approach", "2026-06-01", { holder: "co-ordinator" }),
    ];
    for (const entered of everyOrder(statuses)) {
      expect(ask(entered, "2026-12-01")).toBe("filled | sw");
      expect(ask(entered, "2026-12-02")).toBe("required | co-ordinator");
    }
  });
});

describe("CWDC-4.2: a status in force with no name entered shows as missing the same day", () => {
  const statuses = [aStatus("looked-after", "2026-11-24")];
  test("the manager is holder of record until a name is in", () => {
    expect(acts({ child: { statuses } }, "2026-11-24")).toMatchObject([
      { who: "lead-agency-manager", act: "name-holder:looked-after", due: { day: "2026-11-24" } },
    ]);
    expect(decide({ child: { statuses } }, "2026-11-24").accountable).toEqual([
      { kind: "post", post: "social-work-team-manager" },
    ]);
  });
  test("not before it starts, not once it has a name, and not for a case decided on", () => {
    expect(acts({ child: { statuses } }, "2026-11-23")).toEqual([]);
    expect(acts({ child: { statuses: [{ ...statuses[0], holder: "sw" } as LegalStatus] } }, "2026-11-24")).toEqual([]);
    expect(
      acts(
        { child: { statuses: [aStatus("child-in-need", "2026-11-24", { childInNeedPhase: "decided" })] } },
        "2026-11-24",
      ),
    ).toEqual([]);
  });
});

describe("CWDC-4.2: whoever law or good practice names is asked for where the child has nobody, and once", () => {
  const missing = (statuses: readonly LegalStatus[], day: string) =>
    acts({ child: { statuses } }, day).map(({ act }) => act);
  const adoption = aStatus("adoption-plan", "2026-11-24");
  test("a social worker whom another lock names is named; one whom nobody names is asked for once", () => {
    expect(missing([aStatus("looked-after", "2026-09-01", { holder: "sw" }), adoption], "2026-11-24")).toEqual([]);
    for (const entered of everyOrder([aStatus("looked-after", "2026-09-01"), adoption]))
      expect(missing(entered, "2026-11-24")).toEqual(["name-holder:looked-after"]);
  });
  test("an officer of the youth offending team is no social worker", () => {
    const statuses = [order, aStatus("looked-after", "2026-09-01", { holder: "officer" })];
    expect(missing(statuses, "2026-11-24")).toEqual(["name-holder:looked-after"]);
  });
  test("an assessment of need keeps its lock to the decision, and so does the name that is missing (RN-25)", () => {
    const statuses = [
      aStatus("child-in-need", "2026-11-09", { id: "a", childInNeedPhase: "assessment", until: "2026-12-05" }),
      aStatus("child-in-need", "2026-12-10", { id: "b", childInNeedPhase: "decided" }),
    ];
    expect(
      ["2026-11-08", "2026-11-09", "2026-12-04", "2026-12-09", "2026-12-10"].map((day) => missing(statuses, day)),
    ).toEqual([[], ["name-holder:child-in-need"], ["name-holder:child-in-need"], ["name-holder:child-in-need"], []]);
  });
  test("a care co-ordinator is another person than the social worker, and is asked for beside one", () => {
    const statuses = [
      aStatus("looked-after", "2026-09-01", { holder: "sw" }),
      aStatus("care-programme-approach", "2026-11-20"),
    ];
    expect(missing(statuses, "2026-11-24")).toEqual(["name-holder:care-programme-approach"]);
  });
});

describe("CWDC-4.4: Box 1 is a table an area may add to; a locked row gives way only to a departure with a reason", () => {
  const from = localDate("2026-01-01");
  test("a row of the area's own", () => {
    const local = edition({
      id: "northside",
      version: 1,
      title: "Northside",
      nation: "england-and-wales",
      basedOn: england,
      from,
      sources: {},
      chapters: [
        chapter({
          parameters: {},
          rules: {
            "lead-professional.statutory": () => [
              statusAsksForAgency(
                { id: "northside.missing", clause: cwdc("4.4"), from },
                { status: "missing-from-home", agency: "police", before: [] },
              ),
            ],
          },
        }),
      ],
    });
    const statuses = [aStatus("missing-from-home", "2026-11-01")];
    expect(decide({ child: { statuses } }, "2026-11-24", asItStands(local)).holders).toEqual([
      { kind: "agency", agency: "police" },
    ]);
  });
  test("dropping the looked-after row without approval and reason is refused, and with them is kept on the decision", () => {
    const departing = (reason: string, approvedBy: string) => ({
      ...book.adoption,
      departures: [{ rule: "england.looked-after", reason, approvedBy, from: "2026-11-23" }],
    });
    expect(adoptionProblems(england, departing("", ""))).toHaveLength(1);
    expect(adoptionProblems(england, departing("a local pilot", "director"))).toEqual([]);
    const facts = { child: { statuses: [aStatus("looked-after", "2026-09-01", { holder: "sw" })] } };
    const with_ = adopt(england, departing("a local pilot", "director"));
    expect(inShort(decide(facts, "2026-11-22", with_))).toBe("filled | sw");
    expect(decide(facts, "2026-11-23", with_)).toMatchObject({
      answer: "silent", // the child is still looked after: nobody else is put forward
      departures: [{ approvedBy: "director" }],
      holders: [],
    });
  });
});

describe("CWDC-4.6a: the child's trusted person stands beside the accountable lead, and does not lead", () => {
  const statuses = [aStatus("looked-after", "2026-09-01", { holder: "sw-amin" })];
  test("foster carer Jo changes nothing about who leads", () => {
    const jo = anInvolved("jo", { agency: "other", posts: ["foster-carer"] });
    expect(ask(statuses, "2026-11-24", { involved: [jo] })).toBe("filled | sw-amin");
  });
  test("whom the child trusts is asked for until it is recorded", () => {
    expect(acts({ child: { statuses }, trustedPerson: "not-recorded" }, "2026-11-24").map(({ act }) => act)).toEqual([
      "ask-whom-the-child-trusts",
    ]);
    expect(acts({ child: { statuses }, trustedPerson: "none" }, "2026-11-24")).toEqual([]);
  });
});

describe("CWDC-4.6b: what the lead and the trusted person share is settled within 14 days", () => {
  const statuses = [aStatus("looked-after", "2026-09-01", { holder: "sw" })];
  const jo = { id: "jo", since: localDate("2026-11-10"), protocolOn: "none" as const };
  test("owed until it is recorded", () => {
    expect(acts({ child: { statuses }, trustedPerson: jo }, "2026-11-10")).toMatchObject([
      { act: "agree-sharing-with-trusted-person", due: { day: "2026-11-24" } },
    ]);
    expect(
      acts({ child: { statuses }, trustedPerson: { ...jo, protocolOn: localDate("2026-11-20") } }, "2026-11-20"),
    ).toEqual([]);
    expect(acts({ child: { statuses }, trustedPerson: jo }, "2026-11-09")).toEqual([]);
  });
  test("settled on a day, and still owed on the day before it; missing, the social worker and the manager are reminded", () => {
    const settled = { ...jo, protocolOn: localDate("2026-11-20") };
    expect(acts({ child: { statuses }, trustedPerson: settled }, "2026-11-19")).toHaveLength(1);
    expect(acts({ child: { statuses }, trustedPerson: { ...jo, protocolOn: "not-recorded" } }, "2026-12-01")).toEqual([
      expect.objectContaining({
        who: "social-worker",
        ifMissed: "The social worker and the social worker's manager are reminded.",
      }),
    ]);
  });
});

test("CWDC-4.4: the table is read once the statuses are recorded; until then they are asked for, and it is never read as no lead", () => {
  const decision = decide({ child: { statuses: "not-recorded" } }, "2026-11-24");
  expect(decision).toMatchObject({ answer: "open", holders: [], missing: ["legal statuses"] });
  expect(decision.findings.map(({ rule }) => rule)).toEqual(["england.statuses-recorded"]);
});

test("CWDC-4.2: statuses that nobody has recorded are owed to the record, and nothing else is read from them", () => {
  expect(acts({ child: { statuses: "not-recorded" } }, "2026-11-24")).toMatchObject([
    {
      rule: "england.ask-for-statuses",
      who: "lead-professional",
      act: "record-legal-statuses",
      due: "unknown",
      because: expect.stringMatching(/^Record the child's legal statuses, or that there are none/),
    },
  ]);
  expect(acts({ child: { statuses: [] } }, "2026-11-24")).toEqual([]);
});
