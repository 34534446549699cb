import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { recorded } from "../testing/agreement.ts";
import {
  daysOpenFacts,
  disputeDutiesFacts,
  lateActionFacts,
  mayFacts,
  raiseFacts,
  wayFacts,
} from "../testing/dispute.ts";
import { summaryOf } from "./days-open.ts";
import type { DisputeDutiesFacts, MayFacts, RaiseFacts, WayFacts } from "./model.ts";

const [ofEngland, ofWigan, ofBolton, ofHighland] = [
  asItStands(england),
  asItStands(wigan),
  asItStands(bolton),
  asItStands(highland),
];
const on = (day: string) => noonOn(localDate(day));
const way = (of: Partial<WayFacts>, day: string, book = ofWigan) => book.ladder("dispute.way", wayFacts(of), on(day));
const raise = (of: Partial<RaiseFacts>, book = ofEngland) =>
  book.gate("dispute.raise", raiseFacts(of), on("2026-11-25")).findings;
const may = (of: Partial<MayFacts>, day: string) => ofWigan.gate("dispute.may", mayFacts(of), on(day));
const said = <F extends { readonly rule: string }>(findings: readonly F[], rule: string) =>
  findings.find((finding) => finding.rule === rule);

const [helen, gary] = ["line-manager helen", "line-manager gary"];

describe("WIG-8.8.15a: what the managers' level comes to", () => {
  test("one of two managers has agreed when their time is over: it is not settled, and the next step is open", () => {
    const entries = [recorded(helen, "agreed", "2026-11-26")];
    expect(way({ entries }, "2026-12-02").next).toEqual([gary]);
    expect(way({ entries }, "2026-12-03").next).toEqual(["coordinator-brought-in"]);
  });
  test("a manager who gave up and then agreed has given nothing up: no day of an impasse is taken from it", () => {
    const entries = [recorded(helen, "not-agreed", "2026-11-26"), recorded(helen, "agreed", "2026-11-27")];
    const { clock } =
      way({ entries }, "2026-11-30").stages.find(({ stage }) => stage === "coordinator-brought-in") ?? {};
    expect(clock).toEqual({ day: "2026-12-03" });
  });
  test("one manager who manages all involved has no clock that takes the decision away (WIG-D13)", () => {
    const managers = [wayFacts().managers[0], wayFacts().managers[0]].flatMap((one) => one ?? []);
    expect(way({ managers }, "2027-06-01")).toMatchObject({ next: [helen], answer: "in-progress" });
  });
  test("a single manager recorded, for one of the workers, is not a manager of both", () => {
    const managers = wayFacts().managers.slice(0, 1);
    expect(way({ managers }, "2026-11-25").stages.map(({ stage }) => stage)).toEqual([
      helen,
      "coordinator-brought-in",
      "coordinator",
    ]);
  });
  test("the clock runs from the day the first of them was told, whichever manager that was", () => {
    const [one, other] = wayFacts().managers as [WayFacts["managers"][number], WayFacts["managers"][number]];
    const managers = [{ ...one, toldOn: localDate("2026-11-27") }, other];
    expect(way({ managers }, "2026-11-27").stages[0]?.clock).toEqual({ day: "2026-12-02" });
    const untold = [{ ...one, toldOn: "not-recorded" as const }, other];
    expect(way({ managers: untold }, "2026-11-27").stages[0]?.clock).toEqual({ day: "2026-12-02" });
  });
});

describe("WIG-8.8.17a: who may appeal stands with the Co-ordinator's stage, and with no other", () => {
  test("a line manager or an agency", () => {
    const { findings } = way({}, "2026-11-25");
    expect(said(findings, "wigan.dispute-coordinator")).toMatchObject({
      clause: { at: "8.8.16" },
      mayAppeal: ["line-manager", "agency"],
    });
    for (const rule of ["wigan.dispute-line-managers", "wigan.dispute-referral"])
      expect(said(findings, rule)).not.toHaveProperty("mayAppeal");
  });
  test("an appeal against no decision has no day to come by, and owning a disagreement has none either", () => {
    for (const one of [{ act: "appeal" }, { act: "appeal", decision: "not-recorded" }, { act: "own" }] as const)
      expect(said(may(one, "2026-11-25").findings, "wigan.dispute-appeal-in-time")).toBeUndefined();
    const decision = { on: localDate("2026-11-24"), toldOn: localDate("2026-11-24") };
    expect(said(may({ act: "own", decision }, "2027-03-01").findings, "wigan.dispute-appeal-in-time")).toBeUndefined();
  });
  test("a decision that nobody recorded, and bank holidays that are not published, are named as what is missing", () => {
    const unsaid = may({ act: "appeal", decision: "not-recorded" }, "2026-11-25");
    expect(said(unsaid.findings, "wigan.dispute-appeal-after-decision")).toMatchObject({
      effect: "unknown",
      missing: "whether the co-ordinator has decided",
      because: "It is not recorded whether the co-ordinator has decided.",
    });
    const far = { on: localDate("2028-12-28"), toldOn: localDate("2028-12-28") };
    expect(
      said(may({ act: "appeal", decision: far }, "2028-12-29").findings, "wigan.dispute-appeal-in-time"),
    ).toMatchObject({ effect: "unknown", missing: "the bank holidays of that year" });
  });
});

test("WIG-8.8.17.1a: the appeal's two stages follow the Co-ordinator's, and only the group's decision decides and binds", () => {
  const appeal = { lodgedOn: localDate("2027-02-08"), acceptedOn: localDate("2027-02-11") };
  const entries = [
    recorded(helen),
    recorded(gary, "not-agreed", "2027-01-20"),
    recorded("coordinator-brought-in", "done", "2027-01-21"),
    recorded("coordinator", "done", "2027-01-28"),
    recorded("appeal-accepted", "agreed", "2027-02-11"),
  ];
  const { findings } = way({ entries, appeal }, "2027-02-12");
  expect(findings.map(({ stage, order, decides, binds }) => [stage, order, decides, binds])).toEqual([
    [helen, 2, false, undefined],
    [gary, 2, false, undefined],
    ["coordinator-brought-in", 3, true, undefined],
    ["coordinator", 4, true, undefined],
    ["appeal-accepted", 5, false, undefined],
    ["executive-group", 6, true, true],
  ]);
});

describe("WIG-8.8.16a: why the Co-ordinator is brought in", () => {
  test("an impasse on the very day their time is over is said to be one", () => {
    const managers = wayFacts().managers.map((one) => ({ ...one, toldOn: localDate("2027-01-18") }));
    const facts = disputeDutiesFacts({ managers, impasseOn: localDate("2027-01-25") });
    const { owed } = ofWigan.duty("dispute.duties", facts, on("2027-01-26"));
    expect(owed.find(({ act }) => act === "dispute.bring-in-coordinator")).toMatchObject({
      due: { day: "2027-01-26" },
      because: "The managers could not agree on 25 January 2027. They bring in the co-ordinator promptly.",
    });
  });
});

describe("WIG-8.8.17.1b: what a binding decision asks of each organisation, now", () => {
  const decision = {
    on: localDate("2027-03-11"),
    organisations: [
      {
        agency: "youth-justice",
        toldOn: "none",
        acceptedOn: "none",
        actBy: localDate("2027-03-25"),
        actedOn: "none",
      },
    ],
  } as const satisfies DisputeDutiesFacts["decision"];
  test("is told, accepted, and listed from the day after it was to act", () => {
    const facts = disputeDutiesFacts({ isSettled: true, decision });
    const { owed } = ofWigan.duty("dispute.duties", facts, on("2027-03-26"));
    expect(owed.map(({ who, act, due, because }) => [who, act, due, because])).toEqual([
      [
        "coordinator",
        "dispute.tell-organisation",
        "at-once",
        "The binding decision of 11 March 2027 is told to youth justice.",
      ],
      [
        "agency",
        "dispute.accept-duties",
        "at-once",
        "The binding decision of 11 March 2027 binds youth justice, which is asked to accept its duties.",
      ],
      [
        "coordinator",
        "dispute.not-complied",
        "at-once",
        "The binding decision of 11 March 2027 asked youth justice to act by 25 March 2027, and it has not. It is on the co-ordinator's list until it does.",
      ],
    ]);
  });
});

describe("CWDC-3.17: how long it was open is said in words", () => {
  const open = (raisedOn: string, closedOn: Parameters<typeof daysOpenFacts>[1], asked: string) =>
    ofEngland.measure("dispute.days-open", daysOpenFacts(localDate(raisedOn), closedOn), on(asked)).findings[0];
  test.each([
    ["2026-11-25", localDate("2026-11-26"), "It was open for 1 working day."],
    ["2026-11-25", localDate("2026-11-27"), "It was open for 2 working days."],
    ["2026-11-25", "none", "It has been open for 3 working days."],
    ["2026-11-30", "none", "It has been open for 0 working days."],
    ["2026-12-01", "none", "It has been open for 0 working days."],
  ] as const)("raised on %s, closed: %s, asked on 30 November: %s", (raisedOn, closedOn, because) => {
    expect(open(raisedOn, closedOn, "2026-11-30")?.because).toBe(because);
  });
  test("where the bank holidays are not published nothing is counted", () => {
    expect(open("2028-12-20", localDate("2029-02-01"), "2029-02-01")).toMatchObject({
      amount: 0,
      missing: "the bank holidays of these years",
    });
  });
  test("the middle one of a period is the middle one by days, whatever order they were closed in", () => {
    const of = (...days: readonly number[]) =>
      summaryOf(days.map((workingDays) => ({ workingDays, closedAt: "line-managers" as const }))).median;
    expect([of(30, 2, 10), of(9, 2), of(7), of(8, 100, 2, 4)]).toEqual([10, 5.5, 7, 6]);
  });
});

describe("CWDC-5.12a: whom to turn to in each service", () => {
  const owed = (contact: object) =>
    ofEngland
      .duty(
        "dispute.duties",
        disputeDutiesFacts({
          isSettled: true,
          contacts: [
            { agency: "housing", manager: "rita", deputy: "sam", checkedOn: localDate("2026-06-01"), ...contact },
          ],
        }),
        on("2026-11-25"),
      )
      .owed.map(({ due, because }) => [due, because]);
  const missing = ["at-once", "Name whom to turn to in housing about a disagreement, and a deputy."];
  test("a check that was made says when, and the next is due in six months", () => {
    expect(owed({})).toEqual([[{ day: "2026-12-01" }, "Whom to turn to in housing was last checked on 1 June 2026."]]);
  });
  test("one that nobody recorded says so, and is due at once", () => {
    const unsaid = ["at-once", "Nobody recorded when it was last checked whom to turn to in housing."];
    expect(owed({ checkedOn: "not-recorded" })).toEqual([unsaid]);
  });
  test.each([{ manager: "none" }, { deputy: "none" }, { manager: "not-recorded" }, { deputy: "not-recorded" }])(
    "%j: the name is asked for, checked or not",
    (contact) => {
      expect(owed(contact)).toEqual([missing]);
      expect(owed({ ...contact, checkedOn: "none" })).toEqual([missing]);
    },
  );
});

describe("CWDC-5.8: a late action (RN-28)", () => {
  const owed = (day: string, book = ofEngland) =>
    book.duty("dispute.late-action", lateActionFacts(), on(day)).owed.map(({ who, act, due }) => [who, act, due]);
  test("is the owner's alone until the end of the second working day, and then the manager's as well, at once", () => {
    const told = ["lead-professional", "dispute.know-of-late-action", "at-once"];
    expect(owed("2026-11-03")).toEqual([told, ["action-owner", "dispute.do-late-action", { day: "2026-11-03" }]]);
    expect(owed("2026-11-04")).toEqual([
      ["action-owner", "dispute.do-late-action", "at-once"],
      ["action-owners-manager", "dispute.answer-late-action", "at-once"],
      told,
    ]);
  });
  test("HIG-146: in Highland the agency that owns it answers for it at once, and the lead reports it", () => {
    expect(owed("2026-11-02", ofHighland)).toEqual(
      expect.arrayContaining([["action-owner", "dispute.do-late-action", "at-once"]]),
    );
  });
});

describe("HIG-177: every seat takes part", () => {
  const close = (...by: readonly ("member" | "named-deputy" | "nobody" | "not-recorded")[]) => {
    const agencies = ["police", "health", "education", "social-work"] as const;
    const seats = by.map((one, at) => ({ agency: agencies[at] ?? "police", by: one }));
    const facts = mayFacts({ act: "close-item", level: "service-managers-group", seats } as Partial<MayFacts>);
    return said(ofHighland.gate("dispute.may", facts, on("2026-11-25")).findings, "highland.dispute-seats");
  };
  test("one seat is empty and of one it is not recorded: it is not decided together", () => {
    expect(close("member", "named-deputy", "nobody", "not-recorded")).toMatchObject({
      effect: "prevents",
      because: "Only 2 of 4 services took part. Missing, with no deputy named: education, social work.",
    });
  });
  test("where nothing is recorded of those who are missing, that is asked for", () => {
    expect(close("member", "member", "not-recorded", "not-recorded")).toMatchObject({
      effect: "unknown",
      missing: "who sat for each service",
    });
  });
});

describe("CWDC-3.16a: what is said of what is raised", () => {
  test.each([
    [1, "1 attempt to settle it is listed."],
    [3, "3 attempts to settle it are listed."],
  ])("%i attempts", (attempts, because) => {
    expect(said(raise({ attempts }), "england.dispute-attempts")).toMatchObject({ effect: "permits", because });
  });
  test("only a disagreement about who leads names the agencies that differ about it", () => {
    expect(said(raise({ kind: "resources", agencies: [] }), "england.dispute-names-agencies")).toBeUndefined();
    expect(said(raise({ agencies: [] }), "england.dispute-names-agencies")).toMatchObject({
      effect: "unknown",
      missing: "which agencies differ about who leads",
    });
  });
});

describe("HIG-147: failure and inability are told apart", () => {
  test.each([
    ["inability", "The agency is unable to do its part, and says why."],
    ["failure", "The agency has not done its part."],
  ] as const)("%s: %s", (failureOrInability, because) => {
    const findings = raise({ kind: "will-not-deliver", failureOrInability }, ofHighland);
    expect(said(findings, "highland.dispute-failure-or-inability")).toMatchObject({ effect: "permits", because });
  });
});

describe("BOL-11.4: a service that says nothing", () => {
  const silence = (of: Partial<RaiseFacts>) => said(raise(of, ofBolton), "bolton.dispute-silence");
  test.each([
    ["2026-10-14", "permits", "No update from the service in 42 days."],
    [
      "2026-10-15",
      "refers",
      "The service last said something 41 days ago. Talk with the line manager about whether to take it up.",
    ],
    [
      "2026-11-24",
      "refers",
      "The service last said something 1 day ago. Talk with the line manager about whether to take it up.",
    ],
  ] as const)("last heard on %s: %s, %s", (day, effect, because) => {
    expect(silence({ kind: "not-kept-informed", lastUpdateOn: localDate(day) })).toMatchObject({ effect, because });
  });
  test("is no ground in a disagreement about something else", () => {
    expect(silence({ kind: "resources", lastUpdateOn: localDate("2026-01-05") })).toBeUndefined();
  });
});
