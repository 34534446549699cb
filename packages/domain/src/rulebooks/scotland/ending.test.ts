import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { ChangeFacts, EndingFacts } from "../../lead-professional/ending-model.ts";
import { actingFacts, anAssignment, chainFacts, standInFacts } from "../../testing/continuity.ts";
import { changeFacts, endingFacts, handoverFacts } from "../../testing/ending.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const on = (day: string) => noonOn(localDate(day));

describe("GIR-45: a transfer has its reason", () => {
  const ask = (of: Parameters<typeof handoverFacts>[0]) =>
    book.gate(
      "lead-professional.handover",
      handoverFacts({ effectiveOn: localDate("2026-07-13"), acceptedOn: localDate("2026-07-06"), ...of }),
      on("2026-07-13"),
    );
  test("Mr Ali takes over on 13 July because needs changed; 'other' without words is refused", () => {
    const needs = ask({ reason: "needs-changed" });
    expect(needs.answer).toBe("permits");
    expect(needs.findings.map(({ because }) => because).join(" ")).toContain("The child's needs have changed");
    expect(ask({ reason: "other" }).answer).toBe("prevents");
    expect(ask({ reason: "other", reasonHasWords: true }).answer).toBe("permits");
    expect(ask({ reason: "none" }).answer).toBe("unknown");
    expect(ask({ reason: "not-recorded" }).missing).toEqual(["the reason for the handover"]);
  });
});

test("GIR-44: proposed on 1 July, accepted on 6, effective on 13: until then Ann Reid leads", () => {
  const successor = {
    id: "ali",
    isByLaw: false,
    effectiveOn: localDate("2026-07-13"),
    acceptedOn: localDate("2026-07-06"),
    familyToldOn: localDate("2026-07-06"),
  } as const;
  const lead = { id: "ann", from: localDate("2026-02-02"), ends: "none" } as const;
  const who = (day: string) =>
    inShort(book.designation("lead-professional.acting", actingFacts({ lead, successor }), on(day)));
  expect(["2026-07-06", "2026-07-12", "2026-07-13"].map(who)).toEqual(["filled | ann", "filled | ann", "filled | ali"]);
});

describe("GIR-3: one lead at any moment: the next begins on the day after the first one's last", () => {
  const chain = (kerrsFirstDayWithout?: string) =>
    book.gate(
      "lead-professional.chain",
      chainFacts([anAssignment("kerr", "2026-02-02", kerrsFirstDayWithout), anAssignment("daly", "2026-02-09")], {
        neededFrom: localDate("2026-02-02"),
      }),
      on("2026-02-06"),
    );
  test("Mr Daly from 9 February with Ms Kerr left open is refused; with her end on the 8th it goes through", () => {
    expect(chain().answer).toBe("prevents");
    expect(chain().findings.map(({ because }) => because)).toEqual([
      "Two people would lead on 9 February 2026. End one the day before the next begins.",
    ]);
    expect(chain("2026-02-09").answer).toBe("permits");
  });
  test("a day short is a gap, a day more is an overlap", () => {
    expect(chain("2026-02-08").findings.map(({ because }) => because)).toEqual([
      "Nobody leads from 8 February 2026 to 8 February 2026 (1 day). Name somebody for that time first.",
    ]);
    expect(chain("2026-02-10").answer).toBe("prevents");
  });
  test("who leads when is asked for where nobody recorded it", () => {
    expect(book.gate("lead-professional.chain", chainFacts("not-recorded"), on("2026-02-06"))).toMatchObject({
      answer: "unknown",
      missing: ["who leads when"],
    });
  });
});

describe("GIR-48 and GD-17: while a lead is away the named person is the contact; a deputy may be recorded and need not be", () => {
  const away = { from: localDate("2026-11-16"), backOn: "none" } as const;
  const lead = { id: "ann", from: localDate("2026-02-02"), ends: "none" } as const;
  test.each([
    ["2026-11-15", "filled | ann"],
    ["2026-11-16", "required | the named-person"],
  ])("on %s: %s", (day, who) => {
    expect(inShort(book.designation("lead-professional.acting", actingFacts({ lead, away }), on(day)))).toBe(who);
  });
  const saysOf = (facts: Parameters<typeof actingFacts>[0], day: string) =>
    book
      .designation("lead-professional.acting", actingFacts(facts), on(day))
      .findings.flatMap((f) => ("holder" in f && f.holder.kind === "post" ? [[f.tier, f.holder.post, f.because]] : []));
  const ofBoth = [
    "may",
    "line-manager",
    "Where the lead is the named person too, the lead's line manager is the contact meanwhile, and is shown to the family.",
  ];
  test("a lead who is the named person too leaves nobody at an empty desk: the line manager is shown as well", () => {
    expect(saysOf({ lead, away }, "2026-11-16")).toEqual([
      [
        "expected",
        "named-person",
        "The lead is away since 16 November 2026 and nobody acts: the named person is the contact meanwhile.",
      ],
      ofBoth,
    ]);
    expect(saysOf({ lead, away }, "2026-11-15")).toEqual([]);
  });
  test.each([
    ["2026-11-17", "required | the named-person"],
    ["2026-11-18", "filled | ann"],
  ])("back on 18 November, on %s: %s", (day, who) => {
    const back = { ...away, backOn: localDate("2026-11-18") };
    expect(inShort(book.designation("lead-professional.acting", actingFacts({ lead, away: back }), on(day)))).toBe(who);
  });
  test("a lead who left the post is contact to the last day, and the named person from the next", () => {
    const left = { ...lead, ends: { lastDay: localDate("2026-11-20"), because: "left-post" } } as const;
    const who = (day: string) =>
      inShort(book.designation("lead-professional.acting", actingFacts({ lead: left }), on(day)));
    expect(["2026-11-20", "2026-11-21"].map(who)).toEqual(["filled | ann", "required | the named-person"]);
    expect(saysOf({ lead: left }, "2026-11-21")).toContainEqual(ofBoth);
  });
  test("a deputy is let, and nothing is owed for want of one", () => {
    expect(book.gate("lead-professional.stand-in", standInFacts(), on("2026-11-16")).answer).toBe("permits");
    expect(book.silence("lead-professional.cover")).toContain("named person is the contact");
  });
});

describe("GIR-47: ending a multi-agency plan returns responsibility to the present named person, who is told and confirms", () => {
  const ending = (of: Partial<EndingFacts>) =>
    book.gate("lead-professional.ending", endingFacts({ ends: "lead", ...of }), on("2026-09-23"));
  const head = { id: "head", toldOn: localDate("2026-09-21"), confirmedOn: localDate("2026-09-23") } as const;
  test("Kai's plan ends on 25 September; his head teacher confirmed on 23: the lead ends on 25", () => {
    const decision = ending({ namedPerson: head });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain(
      "confirmed on 23 September 2026; the lead ends on 25 September 2026",
    );
  });
  test.each([
    [localDate("2026-09-25"), "permits"],
    [localDate("2026-09-26"), "prevents"],
    ["none", "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("confirmed %s: %s", (confirmedOn, answer) => {
    expect(ending({ namedPerson: { ...head, confirmedOn } }).answer).toBe(answer);
  });
  test("told beforehand; nobody known; what is left has a place", () => {
    expect(ending({ namedPerson: { ...head, toldOn: "none" } }).answer).toBe("prevents");
    expect(ending({ namedPerson: { ...head, toldOn: "not-recorded" } }).answer).toBe("unknown");
    expect(ending({ namedPerson: "none" }).answer).toBe("unknown");
    expect(ending({ namedPerson: head, openActions: 1 }).answer).toBe("prevents");
    expect(ending({ namedPerson: head, openActions: "not-recorded" }).answer).toBe("unknown");
    expect(ending({ namedPerson: head, openActions: 1, remainingHelp: "not-recorded" }).answer).toBe("unknown");
    expect(ending({ namedPerson: head, openActions: 1, remainingHelp: "ends" }).answer).toBe("permits");
  });
});

describe("GIR-73: anybody on the plan may propose another lead, and the manager answers", () => {
  const proposal = {
    id: "p1",
    by: "family",
    on: localDate("2026-09-07"),
    saysWhatChanged: true,
    answeredOn: "none",
  } as const;
  const owed = (of: Partial<ChangeFacts["proposals"][number]>, day: string) =>
    book.duty(
      "lead-professional.change",
      changeFacts({ calendar: workingCalendar("scotland"), proposals: [{ ...proposal, ...of }] }),
      on(day),
    ).owed;
  test("Mia's mother on 7 September: open until answered on 14, and the present lead stays meanwhile", () => {
    expect(owed({}, "2026-09-06")).toEqual([]);
    expect(owed({}, "2026-09-07")).toMatchObject([
      { who: "line-manager", act: "lead-professional.answer-proposal:p1", due: { day: "2026-09-14" } },
    ]);
    expect(owed({}, "2026-09-13")[0]?.because).toContain("the present lead stays in post");
    expect(owed({ answeredOn: localDate("2026-09-14") }, "2026-09-14")).toEqual([]);
  });
  test("what has changed is asked for where nobody wrote it down", () => {
    for (const saysWhatChanged of [false, "not-recorded"] as const)
      expect(owed({ saysWhatChanged }, "2026-09-07")[0]?.act).toBe("lead-professional.ask-what-changed:p1");
  });
});

describe("GD-17: where the team does record a deputy, that person acts while the lead is away", () => {
  const lead = { id: "ann", from: localDate("2026-02-02"), ends: "none" } as const;
  const away = { from: localDate("2026-11-16"), backOn: "none" } as const;
  const cover = { id: "rob", as: "deputy", from: localDate("2026-11-16"), isAway: false } as const;
  const acting = (of: Parameters<typeof actingFacts>[0], day: string) =>
    book.designation("lead-professional.acting", actingFacts({ lead, away, deputy: "rob", cover, ...of }), on(day));
  test.each([
    ["2026-11-15", "filled | ann"],
    ["2026-11-16", "filled | rob"],
    ["2026-11-17", "filled | rob"],
  ])("away from 16 November, on %s: %s", (day, who) => {
    expect(inShort(acting({}, day))).toBe(who);
  });
  test("the lead is paused and not ended, and what the deputy does is said with its days", () => {
    const { findings } = acting({}, "2026-11-16");
    expect(findings.map((said) => [said.rule, said.strength, said.tier, said.because])).toEqual([
      [
        "scotland.acting-cover",
        "ours",
        "barred",
        "The lead is paused, not ended, while somebody acts; it comes back on the day both confirm the return.",
      ],
      [
        "scotland.acting-cover",
        "ours",
        "must",
        "This person acts as lead from 16 November 2026 until the lead's return is confirmed: actions, review dates and the family's contact are theirs for that time.",
      ],
    ]);
  });
  test("with both away the lead's line manager is the contact", () => {
    expect(inShort(acting({ cover: { ...cover, isAway: true } }, "2026-11-16"))).toBe("required | the line-manager");
  });
});

describe("GIR-3: no moment without a lead after the part that the law set has ended", () => {
  const lead = {
    id: "keir",
    from: localDate("2026-02-02"),
    ends: { lastDay: localDate("2026-11-20"), because: "service-finished" },
  } as const;
  const sim = {
    id: "sim",
    isByLaw: false,
    effectiveOn: localDate("2026-12-01"),
    acceptedOn: localDate("2026-11-24"),
    familyToldOn: localDate("2026-11-25"),
  } as const;
  const acting = (of: Parameters<typeof actingFacts>[0], day: string) =>
    book.designation("lead-professional.acting", actingFacts({ lead, ...of }), on(day));
  test.each([
    ["2026-11-20", "filled | keir"],
    ["2026-11-21", "filled | keir"],
    ["2026-11-30", "filled | keir"],
    ["2026-12-01", "filled | sim"],
  ])("the last day by law is 20 November and Nan Sim follows on 1 December; on %s: %s", (day, who) => {
    expect(inShort(acting({ successor: sim }, day))).toBe(who);
  });
  test("with nobody to follow the one before goes on, and it is said why", () => {
    expect(acting({}, "2026-11-21").findings).toMatchObject([
      {
        rule: "scotland.acting-after-statute",
        strength: "ours",
        tier: "must",
        from: "2026-11-21",
        because:
          "The statutory part ended on 20 November 2026. This person goes on, no longer by statute, until the next lead has accepted; the next lead is chosen in the ordinary way.",
      },
    ]);
  });
});

describe("GIR-3, GIR-47: a lead does not end while one is still needed and nobody follows", () => {
  const ending = (of: Partial<EndingFacts>) =>
    book.gate("lead-professional.ending", endingFacts({ ends: "lead", isStillNeeded: true, ...of }), on("2026-09-23"));
  const next = { id: "sim", startsOn: localDate("2026-09-26"), acceptedOn: localDate("2026-09-20") } as const;
  const saysOf = (of: Partial<EndingFacts>) =>
    ending(of).findings.flatMap(({ rule, because }) => (rule === "scotland.ending-without-next" ? [because] : []));
  test("nobody has accepted to follow: the present lead stays", () => {
    expect(ending({}).answer).toBe("prevents");
    expect(saysOf({})).toEqual(["A lead is still needed and nobody has accepted to follow: the present lead stays."]);
    expect(ending({ successor: { ...next, acceptedOn: "none" } }).answer).toBe("prevents");
  });
  test.each([
    ["2026-09-25", "permits"],
    ["2026-09-26", "permits"],
    ["2026-09-27", "prevents"],
  ])("ending on 25 September, the next from %s: %s", (startsOn, answer) => {
    expect(ending({ successor: { ...next, startsOn: localDate(startsOn) } }).answer).toBe(answer);
  });
  test("what nobody recorded is asked for; where no lead is needed any more none has to follow", () => {
    expect(ending({ isStillNeeded: "not-recorded" }).missing).toEqual(["whether a lead is still needed"]);
    expect(ending({ successor: "not-recorded" }).missing).toEqual(["who leads next, and whether that person accepted"]);
    expect(saysOf({ isStillNeeded: false })).toEqual(["A lead professional is no longer needed from then."]);
  });
});

describe("GD-18: with one agency left nothing closes by itself", () => {
  const since = localDate("2026-09-07");
  const owed = (of: Partial<ChangeFacts>, day: string) =>
    book.duty(
      "lead-professional.change",
      changeFacts({ calendar: workingCalendar("scotland"), lead: "ann", ...of }),
      on(day),
    ).owed;
  const left = (answeredOn: "none" | "not-recorded" | ReturnType<typeof localDate>) => ({
    oneAgencyLeft: { since, answeredOn },
  });
  test("since Monday 7 September: asked by Monday 21, and the lead stays", () => {
    expect(owed(left("none"), "2026-09-06")).toEqual([]);
    expect(owed(left("none"), "2026-09-07")).toMatchObject([
      {
        rule: "scotland.change-one-agency-left",
        strength: "ours",
        force: "must",
        who: "lead-professional",
        whoId: "ann",
        act: "lead-professional.say-whether-plan-ends",
        due: { day: "2026-09-21" },
        ifMissed: "It shows as late to the lead's line manager. The lead stays.",
        because: expect.stringMatching(
          /^One agency has helped since 7 September 2026\..*the lead stays until it is answered\.$/,
        ),
      },
    ]);
    expect(owed(left("not-recorded"), "2026-09-22")).toHaveLength(1);
  });
  test.each([
    ["2026-09-13", 1],
    ["2026-09-14", 0],
    ["2026-09-15", 0],
  ])("answered on 14 September, asked on %s: %i", (day, count) => {
    expect(owed(left(localDate("2026-09-14")), day)).toHaveLength(count);
  });
  test("an answer from before does not count; nor is not recorded taken for two agencies", () => {
    expect(owed(left(localDate("2026-09-06")), "2026-09-08")).toHaveLength(1);
    expect(owed(left(localDate("2026-09-07")), "2026-09-08")).toEqual([]);
    expect(owed({ oneAgencyLeft: "none" }, "2026-09-08")).toEqual([]);
    expect(owed({ oneAgencyLeft: "not-recorded" }, "2026-09-08")).toMatchObject([
      { act: "lead-professional.record-agencies", due: "unknown" },
    ]);
    expect(owed({}, "2026-09-08")).toEqual([]);
  });
});
