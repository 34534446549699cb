import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { StatutoryFacts } from "../../lead-professional/model.ts";
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
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const decide = (facts: Parameters<typeof statutoryFacts>[0], day: string) =>
  book.designation("lead-professional.statutory", statutoryFacts(facts), noonOn(localDate(day)));
const ask = (
  statuses: Recorded<readonly LegalStatus[]>,
  day: string,
  more: Parameters<typeof statutoryFacts>[0] = {},
) => inShort(decide({ ...more, child: { statuses, ...more.child } }, day));
const owed = (facts: Parameters<typeof statusDutiesFacts>[0], day: string) =>
  book.duty("lead-professional.status-duties", statusDutiesFacts(facts), noonOn(localDate(day))).owed;

describe("BOL-7.1: looked-after children are led by a social worker from the day they are looked after", () => {
  const statuses = [aStatus("looked-after", "2026-12-01", { holder: "ben-sw" })];
  test.each([
    ["2026-11-30", "open | the practitioner-on-the-team"],
    ["2026-12-01", "filled | ben-sw"],
    ["2026-12-02", "filled | ben-sw"],
  ])("on %s: %s", (day, answer) => {
    expect(ask(statuses, day)).toBe(answer);
  });
});

describe("BOL-7.4: the named social worker is a person", () => {
  test("with only a team recorded the name is asked for, and the team manager is the contact", () => {
    const decision = decide({ child: { statuses: [aStatus("looked-after", "2026-12-01")] } }, "2026-12-01");
    expect(inShort(decision)).toBe("required | the named-social-worker");
    expect(decision.accountable).toEqual([{ kind: "post", post: "social-work-team-manager" }]);
    expect(decision.needs).toMatchObject([{ what: "evidence", for: "the name of the social worker" }]);
  });

  test("naming is due within 2 working days, and no longer once it is done", () => {
    const statuses = [aStatus("looked-after", "2026-12-24")];
    expect(owed({ child: { statuses } }, "2026-12-24")).toMatchObject([
      { act: "name-holder:looked-after", due: { day: "2026-12-30" }, who: "lead-agency-manager" },
    ]);
    expect(owed({ child: { statuses: [{ ...statuses[0], holder: "sw" } as LegalStatus] } }, "2026-12-24")).toEqual([]);
  });
});

describe("BOL-7.2: a child protection plan puts the social worker in the lead from the day it starts until it ends", () => {
  const statuses = [aStatus("child-protection-plan", "2027-01-04", { holder: "sw", until: "2027-03-01" })];
  const involved = [anInvolved("priya", { posts: ["school-nurse"] })];
  test.each([
    ["2027-01-03", "open | the practitioner-on-the-team"],
    ["2027-01-04", "filled | sw"],
    ["2027-02-28", "filled | sw"],
    ["2027-03-01", "open | the practitioner-on-the-team"],
  ])("on %s: %s", (day, answer) => {
    expect(ask(statuses, day, { involved })).toBe(answer);
  });
});

describe("BOL-7.3a: during the assessment of a child in need the assessing social worker leads", () => {
  const assessment = aStatus("child-in-need", "2026-11-23", { childInNeedPhase: "assessment", holder: "sw" });
  test.each([
    ["2026-11-22", "open | the practitioner-on-the-team"],
    ["2026-11-23", "filled | sw"],
  ])("on %s: %s", (day, answer) => {
    expect(ask([assessment], day)).toBe(answer);
  });
  test("a phase that is not recorded is asked for", () => {
    expect(decide({ child: { statuses: [aStatus("child-in-need", "2026-11-23")] } }, "2026-11-23")).toMatchObject({
      answer: "open",
      missing: ["phase of the child in need case"],
    });
  });
});

describe("BOL-7.3b: the decision on services opens the choice and chooses nobody", () => {
  const statuses = [
    aStatus("child-in-need", "2026-11-23", {
      id: "a",
      childInNeedPhase: "assessment",
      holder: "sw",
      until: "2026-12-18",
    }),
    aStatus("child-in-need", "2026-12-18", { id: "b", childInNeedPhase: "decided", holder: "sw" }),
  ];
  test("the social worker to the day before, then the social worker and the others as candidates", () => {
    expect(ask(statuses, "2026-12-17")).toBe("filled | sw");
    const decision = decide({ child: { statuses } }, "2026-12-18");
    expect(inShort(decision)).toBe("open | sw | the practitioner-on-the-team");
    expect(decision.findings[0]?.because).toContain("until another lead has been agreed and has accepted");
  });
});

describe("BOL-7.5: a care leaver is led by a social worker, the personal adviser being the recorded alternative", () => {
  const statuses = [aStatus("care-leaver", "2026-11-30", { careLeaverKind: "relevant" })];
  const involved = [
    anInvolved("sw", { agency: "social-work", posts: ["social-worker"] }),
    anInvolved("pa", { agency: "personal-advice", posts: ["personal-adviser"] }),
  ];
  test("differs from the England guide", () => {
    const decision = decide({ child: { statuses }, involved }, "2026-11-30");
    expect(inShort(decision)).toBe("required | sw");
    expect(decision.findings.find((said) => said.tier === "may")).toMatchObject({
      holder: { id: "pa" },
      needs: [{ what: "reason" }],
    });
    expect(ask(statuses, "2026-11-29", { involved })).toBe("open | the practitioner-on-the-team");
  });
  test("somebody still looked after keeps the social worker as a lock", () => {
    expect(
      ask([aStatus("care-leaver", "2026-11-30", { careLeaverKind: "eligible", holder: "sw" })], "2026-11-30"),
    ).toBe("filled | sw");
  });
  test("a kind that is not recorded is asked for", () => {
    expect(decide({ child: { statuses: [aStatus("care-leaver", "2026-11-30")] } }, "2026-12-01").missing).toEqual([
      "kind of care leaver",
    ]);
  });
});

describe("BOL-7.6: while adoption is the plan the child's social worker leads", () => {
  test.each([
    ["2026-12-06", "open | the practitioner-on-the-team"],
    ["2026-12-07", "filled | sw"],
    ["2026-12-08", "filled | sw"],
  ])("on %s: %s", (day, answer) => {
    expect(ask([aStatus("adoption-plan", "2026-12-07", { holder: "sw" })], day)).toBe(answer);
  });
});

describe("BOL-7.7a: the SENCO is suggested where support is school-based, and the team can choose otherwise", () => {
  test("a suggestion without anything needed", () => {
    const decision = decide(
      {
        child: { statuses: [aStatus("special-educational-needs", "2026-09-01")] },
        involved: [anInvolved("senco", { agency: "education", posts: ["senco"] })],
      },
      "2026-11-24",
    );
    expect(inShort(decision)).toBe("suggested | senco");
    expect(decision.needs).toEqual([]);
  });
});

describe("BOL-7.7b: with a range of services from outside school the suggestion moves off the SENCO", () => {
  const statuses = [aStatus("special-educational-needs", "2026-09-01")];
  test.each([
    ["one service from outside", ["health"], "suggested | the senco"],
    ["two", ["health", "housing"], "suggested | the practitioner-from-outside-school | the senco"],
  ] as const)("%s", (_, agencies, answer) => {
    expect(ask(statuses, "2026-11-24", { help: agencies.map((agency) => helpFrom(agency)) })).toBe(answer);
  });
  test("a service without a live action does not count", () => {
    expect(ask(statuses, "2026-11-24", { help: [helpFrom("health"), helpFrom("housing", 0)] })).toBe(
      "suggested | the senco",
    );
  });
  test("where nobody has said which services are from outside, that is asked for", () => {
    const unsaid = { outsideSchool: "not-recorded" } as const;
    const help = [helpFrom("health", 1, unsaid), helpFrom("housing", 1, unsaid)];
    expect(decide({ child: { statuses }, help }, "2026-11-24").missing).toEqual([
      "which services come from outside the school",
    ]);
    expect(decide({ child: { statuses }, help: "not-recorded" }, "2026-11-24")).toMatchObject({
      answer: "suggested",
      missing: ["which services come from outside the school"],
    });
  });
});

describe("BOL-7.7c: a Year 9 pupil with a statement has the personal adviser suggested first, the SENCO second", () => {
  const statuses = [aStatus("statement-or-ehc-plan", "2022-05-01")];
  const child = { statuses, bornOn: localDate("2013-02-14") };
  test.each([
    ["2026-08-31", "suggested | the senco"],
    ["2026-09-01", "suggested | the personal-adviser | the senco"],
    ["2027-08-31", "suggested | the personal-adviser | the senco"],
    ["2027-09-01", "suggested | the senco"],
  ])("born 14 February 2013, on %s: %s", (day, answer) => {
    expect(inShort(decide({ child }, day))).toBe(answer);
  });
  test("the recorded year group wins, and with neither it is asked for", () => {
    expect(inShort(decide({ child: { ...child, yearGroup: 8 } }, "2026-11-24"))).toBe("suggested | the senco");
    expect(decide({ child: { statuses, bornOn: "not-recorded" } }, "2026-11-24").missing).toEqual([
      "date of birth or year group",
    ]);
  });
});

describe("BOL-7.8: an identified keyworker leads; without one the ordinary choice opens", () => {
  test.each([
    ["2026-11-30", "open | the practitioner-on-the-team"],
    ["2026-12-01", "required | lucy"],
  ])("keyworker from 1 December, on %s: %s", (day, answer) => {
    expect(ask([aStatus("complex-disability-or-health-need", "2026-12-01", { holder: "lucy" })], day)).toBe(answer);
  });
  test("none identified", () => {
    expect(ask([aStatus("complex-disability-or-health-need", "2026-12-01")], "2026-12-01")).toBe(
      "open | the practitioner-on-the-team",
    );
  });
});

describe("BOL-D9: a key worker is identified when somebody is named and the family agreed", () => {
  const status = (holderAgreedByFamily?: boolean | "not-recorded", holder?: string) =>
    aStatus("complex-disability-or-health-need", "2026-12-01", {
      ...(holder === undefined ? {} : { holder }),
      ...(holderAgreedByFamily === undefined ? {} : { holderAgreedByFamily }),
    });
  const asked = (...statuses: readonly LegalStatus[]) => decide({ child: { statuses } }, "2026-12-01");
  test("named and agreed to: Lucy leads, once she accepts, and nothing more is asked", () => {
    const decision = asked(status(true, "lucy"));
    expect(inShort(decision)).toBe("required | lucy");
    expect(decision).toMatchObject({ tier: "expected", needs: [], missing: [] });
    expect(decision.findings.find(({ rule }) => rule === "bolton.key-worker")).toMatchObject({
      clause: { at: "7.8" },
      because: expect.stringMatching(/leads once that person accepts\.$/),
    });
  });
  test.each([undefined, "not-recorded"] as const)(
    "agreement %s: Lucy leads only once the family has agreed",
    (agreed) => {
      const decision = asked(status(agreed, "lucy"));
      expect(inShort(decision)).toBe("required | lucy");
      expect(decision.needs).toEqual([
        {
          what: "agreement",
          from: "family",
          for: "the family's agreement to this key worker",
          code: "key-worker-agreed-by-family",
        },
      ]);
      expect(decision.findings.find(({ rule }) => rule === "bolton.key-worker")?.because).toMatch(
        /It is not recorded that the family agreed to this key worker: ask them first\.$/,
      );
    },
  );
  test("the family did not agree, or agreed to nobody by name: the choice is open", () => {
    expect(inShort(asked(status(false, "lucy")))).toBe("open | the practitioner-on-the-team");
    expect(inShort(asked(status(true)))).toBe("open | the practitioner-on-the-team");
  });
  test("one the family turned down ties with nobody; one they agreed to does", () => {
    const cpa = aStatus("care-programme-approach", "2026-11-01", { holder: "nasreen" });
    expect(inShort(asked(status(false, "lucy"), cpa))).toBe("required | nasreen");
    const tie = asked(status("not-recorded", "lucy"), cpa);
    expect(inShort(tie)).toBe("decide-together | nasreen | lucy");
    expect(tie.needs.map(({ code }) => code)).toContain("key-worker-agreed-by-family");
  });
  test("while the law names the lead, the family's agreement to the key worker holds nothing up", () => {
    const decision = asked(status(undefined, "lucy"), aStatus("adoption-plan", "2026-11-10", { holder: "sw" }));
    expect(decision.findings.find(({ rule }) => rule === "bolton.key-worker")?.needs).toBeUndefined();
  });
});

describe("BOL-7.9: under the Care Programme Approach the care co-ordinator leads", () => {
  test.each([
    ["2026-11-30", "open | the practitioner-on-the-team"],
    ["2026-12-01", "required | nasreen"],
  ])("on %s: %s", (day, answer) => {
    expect(ask([aStatus("care-programme-approach", "2026-12-01", { holder: "nasreen" })], day)).toBe(answer);
  });
  test("not under it, the choice is ordinary", () => {
    expect(ask([aStatus("significant-mental-health-problem", "2026-12-01")], "2026-12-01")).toBe(
      "open | the practitioner-on-the-team",
    );
  });
});

const order = aStatus("youth-order", "2026-12-01", {
  holder: "des",
  until: "2027-06-01",
  youthOrderSetting: "community",
});

describe("BOL-7.10a: on a community order or sentence the youth offending team's supervising officer leads", () => {
  test.each([
    ["2026-11-30", "open | the practitioner-on-the-team"],
    ["2026-12-01", "required | des"],
    ["2027-05-31", "required | des"],
    ["2027-06-01", "open | the practitioner-on-the-team"],
  ])("on %s: %s", (day, answer) => {
    expect(ask([order], day)).toBe(answer);
  });
});

describe("BOL-7.10b: looked after as well as on an order: the named social worker, and the officer stays on the team", () => {
  test("in either order of entry", () => {
    for (const statuses of everyOrder([order, aStatus("looked-after", "2026-12-10", { holder: "sw" })])) {
      expect(ask(statuses, "2026-12-09")).toBe("required | des");
      const decision = decide({ child: { statuses } }, "2026-12-10");
      expect(inShort(decision)).toBe("filled | sw");
      expect(decision.barred.map(holderInShort)).toContain("des");
      expect(decision.findings.find(({ rule }) => rule === "bolton.youth-officer-never")?.because).toContain(
        "keeps that post and its duties on the team",
      );
    }
  });
});

describe("BOL-7.10c: on a child protection plan as well as on an order: the social worker from that day", () => {
  const statuses = [order, aStatus("child-protection-plan", "2027-01-04", { holder: "sw" })];
  test.each([
    ["2027-01-03", "required | des"],
    ["2027-01-04", "filled | sw"],
    ["2027-01-05", "filled | sw"],
  ])("on %s: %s", (day, answer) => {
    for (const entered of everyOrder(statuses)) expect(ask(entered, day)).toBe(answer);
  });
});

describe("BOL-7.10d: with a short order a deputy is identified before the officer is confirmed", () => {
  // 23 November 2026 to 14 February 2027 is 84 days with both ends counted.
  const short = aStatus("youth-order", "2026-11-23", { holder: "des", until: "2027-02-15" });
  const needs = (status: LegalStatus, day: string) =>
    decide({ child: { statuses: [status] } }, day).needs.map(({ code }) => code);
  test.each([
    ["85 days left", aStatus("youth-order", "2026-11-22", { holder: "des", until: "2027-02-15" }), "2026-11-22", []],
    ["84 days left", short, "2026-11-23", ["deputy-on-short-order"]],
    ["83 days left", short, "2026-11-24", ["deputy-on-short-order"]],
    ["no end known", aStatus("youth-order", "2026-11-23", { holder: "des" }), "2026-11-23", []],
  ])("%s", (_, status, day, codes) => {
    expect(needs(status, day)).toEqual(codes);
  });

  test("BOL-D2: what is left is counted from the officer's first day as lead, so that a long order turns short for nobody", () => {
    const statuses = [order]; // from 1 December 2026 to 31 May 2027
    const codes = (day: string, lead?: StatutoryFacts["lead"]) =>
      decide({ child: { statuses }, ...(lead === undefined ? {} : { lead }) }, day).needs.map(({ code }) => code);
    const since = (from: string, id = "des") => ({ id, from: localDate(from) });
    const late = "2027-04-30"; // 32 days are left
    expect(codes(late, since("2026-12-01"))).toEqual([]);
    expect(codes(late, since("2027-03-08"))).toEqual([]); // 85 days were left that day
    expect(codes(late, since("2027-03-09"))).toEqual(["deputy-on-short-order"]); // and 84 on this one
    // Nobody leads yet, or somebody else does: the officer would begin on the day asked about.
    for (const lead of [undefined, "none", "not-recorded", since("2026-12-01", "rob"), since("2027-05-01")] as const)
      expect(codes(late, lead)).toEqual(["deputy-on-short-order"]);
    expect(codes("2027-03-08", "none")).toEqual([]);
  });
  test("BOL-D2: an officer who led before a short order began has a short one all the same", () => {
    const lead = { id: "des", from: localDate("2026-01-05") };
    expect(decide({ child: { statuses: [short] }, lead }, "2027-01-10").needs).toMatchObject([
      { code: "deputy-on-short-order" },
    ]);
    expect(owed({ child: { statuses: [short] }, lead }, "2027-01-10")).toMatchObject([{ due: "at-once" }]);
  });

  test("the people involved owe it at once, until there is a deputy or a manager's dated reason", () => {
    const child = { statuses: [short] };
    expect(owed({ child }, "2026-11-23")).toMatchObject([
      { act: "identify-deputy", who: "practitioners-involved", due: "at-once" },
    ]);
    expect(owed({ child, deputy: "rob" }, "2026-11-23")).toEqual([]);
    expect(owed({ child, noDeputyReasonOn: localDate("2026-11-23") }, "2026-11-23")).toEqual([]);
    expect(owed({ child, noDeputyReasonOn: localDate("2026-11-24") }, "2026-11-23")).toHaveLength(1);
  });

  test("a long order asks for one from its first day and by its last, and does not turn short as it runs", () => {
    const child = { statuses: [order] };
    const lead = { id: "des", from: localDate("2026-12-01") };
    expect(owed({ child, lead }, "2026-12-01")).toMatchObject([{ act: "identify-deputy", due: { day: "2027-05-31" } }]);
    expect(owed({ child, lead }, "2027-04-30")).toMatchObject([{ act: "identify-deputy", due: { day: "2027-05-31" } }]);
  });
  test("a long order with 84 days left when the officer takes over counts as short", () => {
    const lead = { id: "des", from: localDate("2027-03-09") };
    expect(owed({ child: { statuses: [order] }, lead }, "2027-03-09")).toMatchObject([{ due: "at-once" }]);
  });
});

describe("BOL-7.10e: the plan is expected to outlast the order", () => {
  const statuses = [aStatus("youth-order", "2026-11-23", { holder: "des", until: "2027-02-15" })];
  const facts = {
    child: { statuses },
    deputy: "rob",
    openActions: 3,
    lead: { id: "des", from: localDate("2026-11-23") },
  };
  const acts = (day: string, more: object = {}) => owed({ ...facts, ...more }, day).map(({ act }) => act);
  test("a handover opens 28 days before the last day, and stays open when the order has ended", () => {
    expect(acts("2027-01-16")).toEqual([]);
    expect(acts("2027-01-17")).toEqual(["decide-whether-plan-goes-on"]);
    expect(acts("2027-02-15")).toEqual(["decide-whether-plan-goes-on"]);
    expect(owed(facts, "2027-02-14")).toMatchObject([
      {
        whoId: "des",
        due: { day: "2027-02-14" },
        because: expect.stringContaining("The plan stays open with 3 open actions"),
      },
    ]);
  });
  test("settled once it is decided, or when no action is open", () => {
    expect(acts("2027-02-10", { goingOnDecidedOn: localDate("2027-02-09") })).toEqual([]);
    expect(acts("2027-02-10", { openActions: 0 })).toEqual([]);
  });
});

describe("BOL-7.P1: looked after or child protection beats a youth order, whichever was entered first", () => {
  test("all rows are read, not the first match", () => {
    const statuses = [
      order,
      aStatus("looked-after", "2026-12-01", { holder: "sw" }),
      aStatus("child-protection-plan", "2026-12-01"),
    ];
    for (const entered of everyOrder(statuses)) expect(ask(entered, "2026-12-02")).toBe("filled | sw");
  });
});

describe("BOL-7.P2: in Year 9 with a range of outside services: personal adviser, outside workers, SENCO", () => {
  test("suggestions only, in that order", () => {
    const decision = decide(
      {
        child: { statuses: [aStatus("statement-or-ehc-plan", "2022-05-01")], yearGroup: 9 },
        help: [helpFrom("health"), helpFrom("housing"), helpFrom("education")],
      },
      "2026-11-24",
    );
    expect(inShort(decision)).toBe(
      "suggested | the personal-adviser | the practitioner-from-outside-school | the senco",
    );
  });
});

describe("BOL-7.P3: a row with its condition unmet gives nothing", () => {
  test("complex health needs, no keyworker, needs met at school: the SENCO is suggested", () => {
    const statuses = [
      aStatus("complex-disability-or-health-need", "2026-09-01"),
      aStatus("special-educational-needs", "2026-09-01"),
      aStatus("significant-mental-health-problem", "2026-09-01"),
      aStatus("child-in-need", "2026-09-01", { childInNeedPhase: "decided" }),
    ];
    expect(ask(statuses, "2026-11-24")).toBe("suggested | the senco");
  });
});

describe("BOL-7.P4: the higher tier wins", () => {
  test("an adoption plan over an identified keyworker, who stays as a team member", () => {
    const statuses = [
      aStatus("complex-disability-or-health-need", "2026-11-01", { holder: "lucy" }),
      aStatus("adoption-plan", "2026-11-10", { holder: "sw" }),
    ];
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } }, "2026-11-24");
      expect(inShort(decision)).toBe("filled | sw");
      expect(decision.findings.find(({ rule }) => rule === "bolton.key-worker")).toMatchObject({
        holder: { id: "lucy" },
      });
    }
  });
  test("an assessment in need over a youth order, until services are decided (BOL-D3)", () => {
    const statuses = [
      order,
      aStatus("child-in-need", "2026-12-01", {
        id: "a",
        childInNeedPhase: "assessment",
        holder: "sw",
        until: "2026-12-19",
      }),
      aStatus("child-in-need", "2026-12-19", { id: "b", childInNeedPhase: "decided", holder: "sw" }),
    ];
    expect(ask(statuses, "2026-12-18")).toBe("filled | sw");
    expect(ask(statuses, "2026-12-19")).toBe("required | des");
  });
});

describe("BOL-7.P5: two of the second tier are chosen between at an Action Meeting", () => {
  const statuses = [aStatus("care-programme-approach", "2026-11-01", { holder: "nasreen" }), order];
  test("listed in the table's order, with a reason and the young person's wish asked for", () => {
    for (const entered of everyOrder(statuses)) {
      const decision = decide({ child: { statuses: entered } }, "2026-12-02");
      expect(inShort(decision)).toBe("decide-together | des | nasreen");
      expect(new Set(decision.needs.map(({ what, from }) => `${what} ${from}`))).toEqual(
        new Set(["reason action-meeting", "evidence child"]),
      );
    }
  });
  test("one alone asks for neither", () => {
    expect(decide({ child: { statuses } }, "2026-11-24")).toMatchObject({ answer: "required", needs: [] });
  });
});

describe("BOL-7.P6: every change of status is read again, and the last day still counts", () => {
  const statuses = [
    // Looked after to 29 January, the order to 30 June: both are last days.
    aStatus("looked-after", "2026-10-01", { holder: "sw", until: "2027-01-30" }),
    aStatus("youth-order", "2026-12-01", { holder: "des", until: "2027-07-01" }),
  ];
  test.each([
    ["2027-01-28", "filled | sw"],
    ["2027-01-29", "filled | sw"],
    ["2027-01-30", "required | des"],
  ])("on %s: %s", (day, answer) => {
    for (const entered of everyOrder(statuses)) expect(ask(entered, day)).toBe(answer);
  });
  test("a handover is open on the last day", () => {
    expect(owed({ child: { statuses }, deputy: "rob" }, "2027-01-29")).toMatchObject([
      {
        act: "decide-whether-plan-goes-on",
        due: { day: "2027-01-29" },
        because: expect.stringContaining("ends on 29 January 2027"),
      },
    ]);
  });
  test("a status entered late holds from its true start (BOL-D28)", () => {
    expect(ask(statuses, "2026-10-01")).toBe("filled | sw");
  });
});

describe("BOL-7.P7: a lead set by law does not silence the child", () => {
  const statuses = [aStatus("looked-after", "2026-12-01", { holder: "sw" })];
  test("the lead asks whom the child trusts, until that is recorded", () => {
    const acts = (trustedPerson: NonNullable<Parameters<typeof statusDutiesFacts>[0]>["trustedPerson"] & {}) =>
      owed({ child: { statuses }, trustedPerson }, "2026-12-01").map(({ act }) => act);
    expect(acts("not-recorded")).toEqual(["ask-whom-the-child-trusts"]);
    expect(acts("none")).toEqual([]);
    expect(acts({ id: "meg", since: localDate("2026-12-01"), protocolOn: localDate("2026-12-01") })).toEqual([]);
  });
  test("the foster carer whom the child would rather have does not become the lead", () => {
    expect(ask(statuses, "2026-12-01", { involved: [anInvolved("meg", { posts: ["foster-carer"] })] })).toBe(
      "filled | sw",
    );
  });
});

test("statuses that nobody has recorded are asked for, and never read as no lead", () => {
  expect(decide({ child: { statuses: "not-recorded" } }, "2026-11-24")).toMatchObject({
    answer: "open",
    holders: [],
    missing: ["legal statuses"],
  });
});
