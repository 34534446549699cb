import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import type { StageEntry } from "../../kernel/ladder.ts";
import { localDate } from "../../kernel/local-date.ts";
import { type Moment, momentOn, noonOn } from "../../kernel/moment.ts";
import type { AgreementFacts, ManagersConcern, NotAgreedFacts } from "../../lead-professional/model.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { anAdoption } from "../../testing/builders.ts";
import { adopt, asItStands } from "../questions.ts";
import { poole } from "./poole.ts";

const book = asItStands(poole);
const at = (day: string, time = "12:00:00") => momentOn(localDate(day), time);
const four = ["ann", "bob", "cath", "dev"];
const views = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];
const ticks = (people: readonly string[], day?: string) =>
  people.map((id) => recorded(`practitioner ${id}`, "agreed", day));
const ladder = (entries: readonly StageEntry[], of: Partial<AgreementFacts> = {}) =>
  book.ladder(
    "lead-professional.agreement",
    agreementFacts({ agreeing: four, entries, ...of }),
    noonOn(localDate("2026-11-25")),
  );
const managersClock = (decision: ReturnType<typeof ladder>) =>
  decision.stages.find(({ stage }) => stage === "line-manager")?.clock;
const inTime = { day: "2026-12-01", hour: "17:00" };

describe("CWDC-VAR-POOLE-2: all the practitioners involved agree to a provisional choice", () => {
  test("each of the four ticks for themselves, then the person proposed accepts", () => {
    expect(ladder(views).next).toEqual(four.map((id) => `practitioner ${id}`));
    expect(ladder([...views, ...ticks(four)]).next).toEqual(["acceptance"]);
  });
  test("each is asked as themselves, and nothing takes the place of a word", () => {
    const { findings, stages } = ladder(views);
    const own = findings.filter(({ rule }) => rule === "poole.agreement-each-involved");
    expect(own.map(({ about }) => about)).toEqual(four.map((id) => `practitioner:${id}`));
    expect(stages.filter(({ order }) => order > 1).every(({ mayBeLeftOut }) => !mayBeLeftOut)).toBe(true);
    const together = ladder(views, { agreeing: [] }).findings.filter(
      ({ rule }) => rule === "poole.agreement-each-involved",
    );
    expect(together.map(({ about }) => about)).toEqual(["child:child-1"]);
  });
  test("the manager's agreement leads on to the family's, and permits nothing by itself", () => {
    const manager = (entries: readonly StageEntry[]) =>
      ladder(entries).findings.find(({ rule }) => rule === "poole.agreement-line-manager");
    for (const entries of [views, [...views, ...ticks(four)]]) expect(manager(entries)).not.toHaveProperty("permits");
  });
  test("with one tick missing there is no proposal and no clock", () => {
    const decision = ladder([...views, ...ticks(four.slice(0, 3))]);
    expect(decision.next).toEqual(["practitioner dev"]);
    expect(managersClock(decision)).toBeUndefined();
  });
  test("one who does not agree stops it, and no clock runs", () => {
    const decision = ladder([...views, ...ticks(four.slice(0, 3)), recorded("practitioner dev", "not-agreed")]);
    expect(decision).toMatchObject({ answer: "stopped", permits: [] });
    expect(managersClock(decision)).toBeUndefined();
  });
  test("the last of them agreed on a later day: the clock begins that day", () => {
    const decision = ladder([...views, ...ticks(four.slice(0, 3)), ...ticks(["dev"], "2026-11-26")]);
    expect(managersClock(decision)).toEqual({ day: "2026-12-02", hour: "17:00" });
  });
  test("agreeing once more starts nothing anew; agreeing after a no does (RN-09)", () => {
    const again = ladder([...views, ...ticks(four), ...ticks(["dev"], "2026-11-27")]);
    expect(managersClock(again)).toEqual(inTime);
    const after = [recorded("practitioner dev", "not-agreed", "2026-11-26"), ...ticks(["dev"], "2026-11-27")];
    expect(managersClock(ladder([...views, ...ticks(four), ...after]))).toEqual({ day: "2026-12-03", hour: "17:00" });
  });
  test.each([["not-recorded"], [[]]] as const)("with nobody listed (%j) the discussion is one stage", (agreeing) => {
    expect(ladder(views, { agreeing }).next).toEqual(["group-discussion"]);
    expect(managersClock(ladder(views, { agreeing }))).toBeUndefined();
    expect(managersClock(ladder([...views, recorded("group-discussion")], { agreeing }))).toEqual(inTime);
  });
  test("several words on one discussion count from the last of them, and a no among them is none", () => {
    const say = (by: string, outcome: StageEntry["outcome"], day: string) => ({
      ...recorded("group-discussion", outcome, day),
      by,
    });
    const both = [say("ann", "agreed", "2026-11-25"), say("bob", "agreed", "2026-11-26")];
    expect(managersClock(ladder([...views, ...both], { agreeing: [] }))).toEqual({ day: "2026-12-02", hour: "17:00" });
    const split = [say("ann", "agreed", "2026-11-25"), say("bob", "declined", "2026-11-26")];
    expect(managersClock(ladder([...views, ...split], { agreeing: [] }))).toBeUndefined();
  });
  test("where the law fills the role nobody's tick is asked for", () => {
    expect(ladder([], { isByLaw: true })).toMatchObject({
      answer: "in-progress",
      permits: ["lead-professional.appoint"],
    });
    expect(ladder([], { isByLaw: true }).stages.some(({ stage }) => stage.startsWith("practitioner"))).toBe(false);
  });
});

describe("CWDC-VAR-POOLE-4: the family agrees after the managers, and only then is it active", () => {
  const upToManager = [
    ...views,
    ...ticks(four),
    recorded("acceptance"),
    recorded("line-manager", "agreed", "2026-11-27"),
  ];
  test("managers agree on 27 November, the parent on 30 November: active that day", () => {
    expect(ladder(upToManager)).toMatchObject({ next: ["family-agreement"], permits: [] });
    const agreed = [...upToManager, recorded("family-agreement", "agreed", "2026-11-30")];
    expect(ladder(agreed)).toMatchObject({ answer: "complete", permits: ["lead-professional.appoint"] });
  });
  test("a parent who is undecided leaves it provisional, and so does one who refuses", () => {
    expect(ladder(upToManager).answer).toBe("in-progress");
    expect(ladder([...upToManager, recorded("family-agreement", "not-agreed")])).toMatchObject({
      answer: "stopped",
      permits: [],
    });
  });
  test("the family's agreement is the protocol's own", () => {
    const family = ladder(upToManager).findings.find(({ rule }) => rule === "poole.agreement-family");
    expect(family).toMatchObject({ strength: "local procedure", clause: { source: "Poole", at: "paragraph 2" } });
  });
});

const owed = (of: Partial<NotAgreedFacts>, moment: Moment, on = book) =>
  on.duty("lead-professional.not-agreed", notAgreedFacts({ proposedOn: localDate("2026-11-25"), ...of }), moment).owed;
const acts = (of: Partial<NotAgreedFacts>, moment: Moment) =>
  owed({ interimContact: "ann", ...of }, moment).map(({ act }) => act);

describe("CWDC-VAR-POOLE-5: the line managers agree within four working days, to 17:00", () => {
  test("proposed on Wednesday 25 November: to 17:00 on Tuesday 1 December, over a weekend", () => {
    const [managers] = owed({ interimContact: "ann" }, at("2026-11-26"));
    expect(managers).toMatchObject({
      rule: "poole.not-agreed-managers",
      due: inTime,
      who: "line-managers-involved",
      ifMissed: "It is referred to the manager for local service development at the start of the next working day.",
    });
    expect(managersClock(ladder([...views, ...ticks(four)]))).toEqual(inTime);
  });
  test("16:59 is in time, 17:00 is not", () => {
    const due = { day: localDate("2026-12-01"), hour: "17:00" };
    expect(isLate(due, at("2026-12-01", "16:59:00"))).toBe(false);
    expect(isLate(due, at("2026-12-01", "17:00:00"))).toBe(true);
  });
  test("bank holidays are skipped: proposed on Wednesday 23 December, to Thursday 31 December", () => {
    const proposedOn = localDate("2026-12-23");
    expect(owed({ proposedOn, interimContact: "ann" }, at("2026-12-23"))[0]?.due).toEqual({
      day: "2026-12-31",
      hour: "17:00",
    });
  });
  test("an area may let the day close at its end", () => {
    const own = adopt(poole, anAdoption({ settings: { proposalDayCloses: "end of the day" } }));
    expect(owed({ interimContact: "ann" }, at("2026-11-26"), own)[0]?.due).toEqual({ day: "2026-12-01" });
  });
});

describe("CWDC-VAR-POOLE-6: no agreement is referred, by itself at the deadline or by hand earlier", () => {
  test.each([
    ["2026-12-01", "16:59:00", ["lead-professional.managers-agree"]],
    ["2026-12-01", "17:00:00", ["lead-professional.managers-agree", "lead-professional.decide-referred"]],
    ["2026-12-02", "09:00:00", ["lead-professional.managers-agree", "lead-professional.decide-referred"]],
  ])("on %s at %s: %j", (day, time, expected) => {
    expect(acts({}, at(day, time))).toEqual(expected);
  });
  test("the manager for local service development has it from 2 December, and five working days", () => {
    expect(owed({ interimContact: "ann" }, at("2026-12-02"))[1]).toMatchObject({
      rule: "poole.not-agreed-referred",
      who: "service-development-manager",
      from: "2026-12-02",
      due: { day: "2026-12-08", hour: "17:00" },
      because:
        "The line managers did not agree by 17:00 on 1 December 2026, so it is referred at the start of the next working day. Decide who leads, and keep the reason and the day.",
    });
  });
  test("by hand on 27 November, and not before that day", () => {
    const referredOn = localDate("2026-11-27");
    expect(acts({ referredOn }, at("2026-11-26"))).toEqual(["lead-professional.managers-agree"]);
    const [, referred] = owed({ referredOn, interimContact: "ann" }, at("2026-11-27"));
    expect(referred).toMatchObject({
      from: "2026-11-27",
      due: { day: "2026-12-04", hour: "17:00" },
      because: "The line managers referred it on 27 November 2026. Decide who leads, and keep the reason and the day.",
    });
  });
  test.each(["none", "not-recorded"] as const)("referred by hand %s: nothing before the deadline", (referredOn) => {
    expect(acts({ referredOn }, at("2026-11-30"))).toEqual(["lead-professional.managers-agree"]);
    expect(owed({ referredOn, interimContact: "ann" }, at("2026-12-02"))[1]).toMatchObject({ from: "2026-12-02" });
  });
  test("with a lead, or with nothing talked over yet, nothing is referred", () => {
    expect(acts({ hasLead: true }, at("2026-12-07"))).toEqual([]);
    expect(acts({ discussedOn: "none" }, at("2026-12-07"))).toEqual([]);
  });
});

describe("CWDC-VAR-POOLE-3: a manager with a concern asks who else is involved and talks with their managers", () => {
  const contacted = (by: "phone" | "meeting") => ({ on: localDate("2026-11-26"), by });
  const concern = (of: Partial<ManagersConcern> = {}): Partial<NotAgreedFacts> => ({
    interimContact: "ann",
    concern: {
      by: "gary",
      raisedOn: localDate("2026-11-25"),
      managers: ["m1", "m2", "m3"].map((id) => ({ id, contacted: "none" as const })),
      noted: { resources: true, involvement: true },
      ...of,
    },
  });
  test("first the list of the other managers is made", () => {
    const [first] = owed(concern({ managers: "not-recorded" }), at("2026-11-25"));
    expect(first).toMatchObject({
      rule: "poole.not-agreed-concern",
      act: "lead-professional.list-other-managers",
      who: "proposed-leads-line-manager",
      whoId: "gary",
      due: "at-once",
      because:
        "A concern about the person proposed was raised on 25 November 2026: ask the practitioner who else is involved, and list their managers.",
    });
  });
  test("each of the other three is talked with, inside the managers' own four days", () => {
    const toTalk = owed(concern(), at("2026-11-25")).filter(({ act }) => act.includes("contact-other-manager:"));
    expect(toTalk.map(({ act, due, about }) => [act, due, about])).toEqual([
      ["lead-professional.contact-other-manager:m1", inTime, "practitioner:m1"],
      ["lead-professional.contact-other-manager:m2", inTime, "practitioner:m2"],
      ["lead-professional.contact-other-manager:m3", inTime, "practitioner:m3"],
    ]);
    expect(toTalk[0]?.because).toBe(
      "A concern about the person proposed was raised on 25 November 2026: talk with this manager, by phone or in a meeting, about who is best placed to lead.",
    );
  });
  test("one by phone, two by meeting, with notes on resources and length: nothing is owed", () => {
    const managers = [
      { id: "m1", contacted: contacted("phone") },
      { id: "m2", contacted: contacted("meeting") },
      { id: "m3", contacted: contacted("meeting") },
    ];
    expect(acts(concern({ managers }), at("2026-11-26"))).toEqual(["lead-professional.managers-agree"]);
    const noted = { resources: false, involvement: "not-recorded" } as const;
    expect(owed(concern({ managers, noted }), at("2026-11-26")).map(({ act, because }) => [act, because])).toEqual(
      expect.arrayContaining([
        [
          "lead-professional.weigh:resources",
          "A concern about the person proposed was raised on 25 November 2026: write down what the managers said on the resources there are.",
        ],
        [
          "lead-professional.weigh:involvement",
          "A concern about the person proposed was raised on 25 November 2026: write down what the managers said on how long each is likely to be involved.",
        ],
      ]),
    );
  });
  test("a manager of whom nobody recorded anything is still to be talked with", () => {
    const managers = [{ id: "m1", contacted: "not-recorded" as const }];
    expect(acts(concern({ managers }), at("2026-11-26"))).toContain("lead-professional.contact-other-manager:m1");
  });
  test.each(["none", "not-recorded"] as const)(
    "with the concern %s, with a lead, or before the day: nothing",
    (none) => {
      const managersOnly = ["lead-professional.managers-agree"];
      expect(acts({ concern: none }, at("2026-11-26"))).toEqual(managersOnly);
      expect(acts(concern({ raisedOn: localDate("2026-11-27") }), at("2026-11-26"))).toEqual(managersOnly);
      expect(acts({ ...concern(), hasLead: true }, at("2026-11-26"))).toEqual([]);
    },
  );
  test("with nothing talked over yet its days are unknown", () => {
    const [first] = owed({ ...concern(), discussedOn: "none" }, at("2026-11-26"));
    expect(first).toMatchObject({ act: "lead-professional.contact-other-manager:m1", due: "unknown" });
  });
});
