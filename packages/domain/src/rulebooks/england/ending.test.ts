import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChangeFacts, EndingFacts, HandoverFacts, StepDownFacts } from "../../lead-professional/ending-model.ts";
import { recorded } from "../../testing/agreement.ts";
import { changeFacts, endingFacts, handoverFacts, reopeningFacts, stepDownFacts } from "../../testing/ending.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const ending = (of: Partial<EndingFacts>, day = "2026-12-18") =>
  book.gate("lead-professional.ending", endingFacts(of), on(day));
const owed = (of: Partial<ChangeFacts>, day: string) =>
  book.duty("lead-professional.change", changeFacts(of), on(day)).owed;
const handover = (of: Partial<HandoverFacts> = {}) =>
  book.gate("lead-professional.handover", handoverFacts(of), on("2027-01-18"));

describe("CWDC-2.10f: starting a specialist assessment does not end the lead", () => {
  test("referral to CAMHS on 30 November 2026: refused", () => {
    const decision = ending({
      because: "specialist-assessment-started",
      ends: "lead",
      on: localDate("2026-11-30"),
      isStillNeeded: true,
    });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain("A specialist assessment is running");
  });
  test("no longer needed, with everything settled: permitted", () => {
    expect(ending({ ends: "lead" }).answer).toBe("permits");
  });
});

describe("CWDC-2.10g: through key transition points the lead stays, or a handover is planned", () => {
  const move = { on: localDate("2027-09-01"), leadStays: false, handoverOpenedOn: "none" } as const;
  test.each([
    ["2027-05-31", []],
    ["2027-06-01", ["handover.open-for-key-point"]],
  ])("a new school on 1 September 2027, on %s: %j", (day, acts) => {
    expect(owed({ keyPoint: move }, day).map(({ act }) => act)).toEqual(acts);
  });
  test("due by 1 June; stays or opened, nothing; not recorded is settled first", () => {
    expect(owed({ keyPoint: move }, "2027-06-02")[0]).toMatchObject({
      who: "lead-professional",
      due: { day: "2027-06-01" },
    });
    expect(owed({ keyPoint: { ...move, leadStays: true } }, "2027-06-02")).toEqual([]);
    expect(owed({ keyPoint: { ...move, handoverOpenedOn: localDate("2027-05-20") } }, "2027-06-02")).toEqual([]);
    expect(owed({ keyPoint: { ...move, leadStays: "not-recorded" } }, "2027-06-02")[0]?.act).toBe(
      "handover.settle-for-key-point",
    );
  });
  const cases: readonly [string, Partial<HandoverFacts>, string][] = [
    ["named successor, date, information passed, family told, introduced", {}, "permits"],
    ["not accepted", { acceptedOn: "none" }, "prevents"],
    ["acceptance not recorded", { acceptedOn: "not-recorded" }, "unknown"],
    ["accepted on the day", { acceptedOn: localDate("2027-01-18") }, "permits"],
    ["accepted the day after", { acceptedOn: localDate("2027-01-19") }, "prevents"],
    ["information not passed", { passedOnInWriting: false }, "prevents"],
    ["information not recorded", { passedOnInWriting: "not-recorded" }, "unknown"],
    ["family told the day after", { familyToldOn: localDate("2027-01-19") }, "prevents"],
    ["family told on the day", { familyToldOn: localDate("2027-01-18") }, "permits"],
    ["telling not recorded", { familyToldOn: "not-recorded" }, "unknown"],
    ["not introduced", { introducedOn: "none" }, "permits-if"],
    ["introduced the day after", { introducedOn: localDate("2027-01-19") }, "permits-if"],
    ["not introduced, with a reason", { introducedOn: "none", noIntroductionReasonGiven: true }, "permits"],
    ["by law nobody's word holds it up", { isByLaw: true, acceptedOn: "none", familyToldOn: "none" }, "permits"],
  ];
  test.each(cases)("handover, %s", (_, of, answer) => {
    expect(handover(of).answer).toBe(answer);
  });
});

describe("CWDC-2.19: moving between levels is a handover and never drops the lead silently", () => {
  const change = { from: "complex", to: "integrated", on: localDate("2026-12-04"), handoverOpenedOn: "none" } as const;
  test.each([
    ["2026-12-03", []],
    ["2026-12-04", ["handover.open-for-level"]],
    ["2026-12-05", ["handover.open-for-level"]],
  ])("complex to integrated on 4 December 2026, on %s: %j", (day, acts) => {
    expect(owed({ levelChange: change }, day).map(({ act }) => act)).toEqual(acts);
  });
  test("opened, or no change at all, nothing is owed", () => {
    expect(owed({ levelChange: { ...change, handoverOpenedOn: localDate("2026-12-04") } }, "2026-12-04")).toEqual([]);
    expect(owed({ levelChange: { ...change, to: "complex" } }, "2026-12-04")).toEqual([]);
  });
  test("a lead that is still needed does not end without the next one", () => {
    const successor = { id: "next", startsOn: localDate("2026-12-19"), acceptedOn: localDate("2026-12-10") } as const;
    const still = { ends: "lead", because: "level-changed", isStillNeeded: true, on: localDate("2026-12-18") } as const;
    expect(ending(still).answer).toBe("prevents");
    expect(ending({ ...still, successor }).answer).toBe("permits");
    expect(ending({ ...still, successor: { ...successor, startsOn: localDate("2026-12-20") } }).answer).toBe(
      "prevents",
    );
    expect(ending({ ...still, successor: { ...successor, acceptedOn: "none" } }).answer).toBe("prevents");
    expect(ending({ ...still, isStillNeeded: "not-recorded" }).answer).toBe("unknown");
    expect(ending({ ...still, successor: "not-recorded" }).answer).toBe("unknown");
    expect(ending({ ...still, successor: { ...successor, acceptedOn: "not-recorded" } }).answer).toBe("unknown");
  });
});

describe("CWDC-4.6c: the person the child trusts is told of appointments and meetings", () => {
  const notice = { id: "review", kind: "meeting", changedOn: localDate("2026-11-25"), toldOn: "none" } as const;
  test("told at once of what changed, and not before", () => {
    expect(owed({ trustedPerson: "jo", notices: [notice] }, "2026-11-24")).toEqual([]);
    expect(owed({ trustedPerson: "jo", notices: [notice] }, "2026-11-25")).toMatchObject([
      { act: "trusted-person.tell:review", due: "at-once" },
    ]);
    expect(
      owed({ trustedPerson: "jo", notices: [{ ...notice, toldOn: localDate("2026-11-25") }] }, "2026-11-25"),
    ).toEqual([]);
    expect(owed({ trustedPerson: "none", notices: [notice] }, "2026-11-25")).toEqual([]);
  });
  test.each([
    ["see-meetings", "permits"],
    ["see-appointments", "permits"],
    ["give-views", "permits"],
    ["edit-plan", "prevents"],
    ["see-another-family-member", "prevents"],
  ] as const)("foster carer Jo, %s: %s", (act, answer) => {
    const facts = { child: { id: "ella" }, person: "jo", act };
    expect(book.gate("lead-professional.trusted-person", facts, on("2026-11-25")).answer).toBe(answer);
  });
});

describe("CWDC-4.7a: needs are looked at again before a child leaves a specialist service", () => {
  const service = { id: "protection", lastDay: localDate("2026-12-01"), reassessedOn: "none" } as const;
  const closing = { on: localDate("2026-12-18") };
  const reassessed = (day: string, of: Partial<EndingFacts> = closing) =>
    ending({ specialistServices: [{ ...service, reassessedOn: localDate(day) }], ...of });
  test("the protection plan ends on 1 December with no reassessment: the plan cannot close", () => {
    expect(ending({ specialistServices: [service] }).answer).toBe("prevents");
    expect(reassessed("2026-12-01").answer).toBe("permits");
    expect(ending({ specialistServices: [{ ...service, reassessedOn: "not-recorded" }] }).answer).toBe("unknown");
    expect(ending({ ends: "lead", specialistServices: [service] }).answer).toBe("permits");
  });
  test.each([
    ["2025-03-01", "prevents"],
    ["2026-11-02", "prevents"],
    ["2026-11-03", "permits"],
    ["2026-11-04", "permits"],
    ["2026-12-17", "permits"],
    ["2026-12-18", "permits"],
    ["2026-12-19", "prevents"],
  ])("looked at again on %s, and closing on 18 December: %s (RN-38)", (day, answer) => {
    expect(reassessed(day).answer).toBe(answer);
  });
  test("one that is too old is named, with the day from which it counts", () => {
    const found = (day: string) => reassessed(day).findings.find(({ rule }) => rule === "england.ending-reassessed");
    expect(found("2025-03-01")?.because).toBe(
      "A specialist service ended on 1 December 2026. The needs were last looked at on 1 March 2025, which is too early to count: the social worker looks at them again, on 3 November 2026 or later, before the plan closes.",
    );
    expect(found("2026-12-19")?.because).toContain("the needs were not looked at again");
  });
  test("one from before that time leaves the task open, and so does a day still to come", () => {
    const acts = (reassessedOn: string, day: string) =>
      owed({ specialistServices: [{ ...service, reassessedOn: localDate(reassessedOn) }] }, day).map(({ act }) => act);
    expect(acts("2026-11-02", "2026-11-03")).toEqual(["reassess-needs:protection"]);
    expect(acts("2026-11-10", "2026-11-09")).toEqual(["reassess-needs:protection"]);
    expect(acts("2026-11-10", "2026-11-10")).toEqual([]);
    expect(acts("2026-11-10", "2026-11-11")).toEqual([]);
  });
  test.each([
    ["2026-11-02", []],
    ["2026-11-03", [["reassess-needs:protection", "social-worker", { day: "2026-12-01" }]]],
    ["2026-12-02", [["reassess-needs:protection", "social-worker", { day: "2026-12-01" }]]],
  ])("the task is the social worker's, on %s: %j", (day, wanted) => {
    expect(owed({ specialistServices: [service] }, day).map(({ act, who, due }) => [act, who, due])).toEqual(wanted);
  });
});

const steps = (...done: readonly string[]) => done.map((stage) => recorded(stage, "done"));
const ladder = (of: Partial<StepDownFacts>) =>
  book.ladder("lead-professional.step-down", stepDownFacts(of), on("2026-12-18"));

test("CWDC-FIG3B-1: opening the transfer changes nothing yet, and one of six steps is done", () => {
  const decision = ladder({ entries: steps("open-transfer") });
  expect(decision.stages.map(({ stage, state }) => [stage, state])).toEqual([
    ["open-transfer", "through"],
    ["reassess", "next"],
    ["transfer-meeting", "later"],
    ["choose-next-lead", "later"],
    ["handover", "later"],
    ["end-old-lead", expect.any(String)],
  ]);
  expect(decision.permits).toEqual([]);
});

test("CWDC-FIG3B-2: nobody outside the statutory service invited: a reason is a step of its own", () => {
  const entries = steps("open-transfer", "reassess");
  expect(ladder({ entries }).next).toContain("transfer-meeting");
  for (const othersInvited of [false, "not-recorded"] as const) {
    expect(ladder({ entries, othersInvited }).next).toEqual(["reason-nobody-else-invited"]);
    expect(ladder({ entries: [...entries, ...steps("reason-nobody-else-invited")], othersInvited }).next).toContain(
      "transfer-meeting",
    );
  }
});

test("CWDC-FIG3B-3: the transfer meeting decides the level, and with it the way from there", () => {
  const entries = steps("open-transfer", "reassess");
  const names = (decided: StepDownFacts["decided"]) => ladder({ entries, decided }).stages.map(({ stage }) => stage);
  expect(names("integrated")).toContain("choose-next-lead");
  expect(names("not-recorded")).toContain("choose-next-lead");
  expect(names("single")).toContain("tell-whom-to-call");
  expect(names("none")).not.toContain("handover");
  expect(ladder({ entries: steps("open-transfer"), decided: "single" }).next).toEqual(["reassess"]);
});

test("CWDC-FIG3B-4: as one response the next lead is chosen; with one practitioner the family is told whom to call and the lead may end", () => {
  const upToMeeting = steps("open-transfer", "reassess", "transfer-meeting");
  expect(ladder({ entries: upToMeeting, decided: "integrated" }).next).toContain("choose-next-lead");
  expect(ladder({ entries: upToMeeting, decided: "single" }).permits).toEqual([]);
  expect(ladder({ entries: [...upToMeeting, ...steps("tell-whom-to-call")], decided: "single" }).permits).toEqual([
    "lead-professional.end",
  ]);
});

test("CWDC-FIG3B-5: the handover is the next lead's to confirm, and then the old lead may end", () => {
  const upToChoice = steps("open-transfer", "reassess", "transfer-meeting", "choose-next-lead");
  const before = ladder({ entries: upToChoice, decided: "integrated" });
  expect(before.stages.find(({ stage }) => stage === "handover")).toMatchObject({
    whose: "proposed-lead",
    state: "next",
  });
  expect(before.permits).toEqual([]);
  expect(ladder({ entries: [...upToChoice, ...steps("handover")], decided: "integrated" }).permits).toEqual([
    "lead-professional.end",
  ]);
});

describe("CWDC-FIG3B-6: the old lead does not end, and the plan does not close, while steps 2 to 5 are open", () => {
  const open = {
    ends: "lead",
    because: "statutory-support-ended",
    isStillNeeded: true,
    on: localDate("2026-12-18"),
  } as const;
  test("no successor on 18 December: refused, and the open steps are named", () => {
    const decision = ending({ ...open, openSteps: ["choose-next-lead", "handover"] });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain("choose next lead, handover");
  });
  test("with a successor from the same day and no step open: accepted", () => {
    const successor = { id: "worker", startsOn: localDate("2026-12-18"), acceptedOn: localDate("2026-12-17") } as const;
    expect(ending({ ...open, successor }).answer).toBe("permits");
    expect(ending({ ...open, successor, openSteps: ["handover"] }).answer).toBe("prevents");
    expect(ending({ ...open, successor, openSteps: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("CWDC-CASE-LUCAS: one service left: the lead ends with what was reached, and a way back", () => {
  const cases: readonly [string, Partial<EndingFacts>, string][] = [
    ["outcomes, view and contact on record", {}, "permits"],
    ["outcomes missing", { outcomesRecorded: false }, "prevents"],
    ["outcomes not recorded", { outcomesRecorded: "not-recorded" }, "unknown"],
    ["the family's view missing", { familysViewRecorded: false }, "prevents"],
    ["nobody to call", { contactAfterwards: "none" }, "prevents"],
    ["contact not recorded", { contactAfterwards: "not-recorded" }, "unknown"],
  ];
  test.each(cases)("%s", (_, of, answer) => {
    expect(ending({ ends: "lead", ...of }).answer).toBe(answer);
  });
  const reopen = (of: Parameters<typeof reopeningFacts>[0], day: string) =>
    book.gate("lead-professional.reopening", reopeningFacts(of), on(day)).answer;
  test("taken up again, it is a new episode linked to the old one (RN-31)", () => {
    expect(reopen({}, "2026-09-26")).toBe("permits");
    expect(reopen({ isLinkedToEarlier: false }, "2026-09-26")).toBe("prevents");
    expect(reopen({}, "2026-09-25")).toBe("prevents");
    expect(reopen({ endedOn: "none" }, "2026-09-26")).toBe("prevents");
    expect(reopen({ endedOn: "not-recorded" }, "2026-09-26")).toBe("unknown");
  });
});
