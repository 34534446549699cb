import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type {
  ArrangementsFacts,
  ConfirmFacts,
  NoteFacts,
  SupervisionDutiesFacts,
  SupervisorFacts,
} from "../../supervision/model.ts";
import {
  aLeadSupervised,
  confirmFacts,
  noteFacts,
  supervisionFacts,
  supervisorFacts,
} from "../../testing/supervision.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const calendar = workingCalendar("england-and-wales");
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<SupervisionDutiesFacts>, day = "2026-11-25") =>
  book.duty("supervision.duties", supervisionFacts(of), at(day)).owed;
const due = (act: string, of: Partial<SupervisionDutiesFacts>, day?: string) =>
  owed(of, day).find((one) => one.act === act)?.due;
const next = (of: Partial<SupervisionDutiesFacts>, day?: string) => due("supervision.hold-session", of, day);
const supervisor = (of: Partial<SupervisorFacts>) =>
  book.designation("supervision.supervisor", supervisorFacts(of), at("2026-11-24"));
const note = (of: Partial<NoteFacts>) => book.gate("supervision.note", noteFacts(of), at("2026-11-24"));
const audit = (lastAuditClosedOn: ArrangementsFacts["lastAuditClosedOn"], day: string) =>
  book.duty("supervision.arrangements", { organisation: { id: "trust" }, lastAuditClosedOn, calendar }, at(day)).owed;
const confirm = (of: Partial<ConfirmFacts>) => book.gate("supervision.confirm", confirmFacts(of), at("2026-12-01"));

describe("WIG-8.6.5: each organisation audits its casework supervision yearly", () => {
  test("closed on 30 November 2025: due by 30 November 2026, overdue on 1 December", () => {
    expect(audit(localDate("2025-11-30"), "2026-12-01").map((one) => [one.who, one.due])).toEqual([
      ["agency", { day: "2026-11-30" }],
    ]);
  });
  test("never, and not recorded", () => {
    expect(audit("none", "2026-12-01")[0]?.due).toBe("at-once");
    expect(audit("not-recorded", "2026-12-01")[0]?.due).toBe("unknown");
  });
});

describe("WIG-8.6.6: supervision of a lead fits into the agency's own cycle", () => {
  test("the health trust's 6 weeks hold; where an agency has none, 28 days (WIG-D23)", () => {
    expect(next({ agencyCycleDays: 42 })).toEqual({ day: "2027-01-01" });
    expect(next({ agencyCycleDays: "none" })).toEqual({ day: "2026-12-18" });
    expect(next({ agencyCycleDays: "not-recorded" })).toEqual({ day: "2026-12-18" });
  });
  test("nobody who does not lead is given a cycle by this procedure", () => {
    expect(next({ leads: [] })).toBeUndefined();
    expect(next({ leads: [], agencyCycleDays: 42 })).toEqual({ day: "2027-01-01" });
  });
});

describe("WIG-8.7: the three options are an agency's to switch on", () => {
  test("two supervisors switched off: one supervisor, and no warning", () => {
    const decision = supervisor({ isDual: false });
    expect(decision).toMatchObject({ answer: "filled", holders: [{ id: "helen" }], missing: [], needs: [] });
  });
  test("not recorded, the line manager has it", () => {
    expect(supervisor({ isDual: "not-recorded" })).toMatchObject({ answer: "filled", missing: [] });
    expect(supervisor({ lineManager: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["the line manager"],
    });
  });
});

describe("WIG-8.7.1: sessions can change for as long as somebody leads", () => {
  const changed = { from: localDate("2026-12-01"), everyDays: 21, reasonGiven: true };
  const callum = aLeadSupervised({ planId: "callum", from: localDate("2026-12-01") });
  test("Priya goes from 6 weeks to 3 on 1 December, and back when the lead ends on 1 March 2027", () => {
    const of = { agencyCycleDays: 42, changed, leads: [callum], lastSessionOn: localDate("2026-11-24") };
    expect(next(of, "2026-11-30")).toEqual({ day: "2027-01-05" });
    expect(next(of, "2026-12-01")).toEqual({ day: "2026-12-15" });
    const ended = { ...of, leads: [{ ...callum, until: localDate("2027-03-02") }] };
    expect(next({ ...ended, lastSessionOn: localDate("2027-02-16") }, "2027-03-01")).toEqual({ day: "2027-03-09" });
    expect(next({ ...ended, lastSessionOn: localDate("2027-02-16") }, "2027-03-02")).toEqual({ day: "2027-04-12" });
  });
});

describe("WIG-8.7.2: an extra session is answered, and the wait is measured", () => {
  const wait = (offeredOn: "none" | "not-recorded" | ReturnType<typeof localDate>, day = "2026-11-30") =>
    book.measure(
      "supervision.wait",
      { practitionerId: "amina", planId: "mia", askedOn: localDate("2026-11-24"), offeredOn, calendar },
      at(day),
    );
  test("asked on 24 November, offered for 30 November: 4 working days, on the case", () => {
    expect(wait(localDate("2026-11-30"))).toMatchObject({ answer: "measured", amount: 4 });
    expect(wait(localDate("2026-11-30")).parts[0]?.label).toMatch(/mia/);
    expect(wait("none", "2026-11-26").amount).toBe(2);
    expect(wait("none", "2026-11-20").amount).toBe(0);
    expect(wait("not-recorded").answer).toBe("at-least");
    expect(wait(localDate("2029-02-01")).answer).toBe("at-least");
  });
  test("the manager answers within 5 working days (WIG-D23)", () => {
    const requests = [{ id: "r", planId: "mia", askedOn: localDate("2026-11-24"), answeredOn: "none" as const }];
    expect(due("supervision.answer-request", { requests })).toEqual({ day: "2026-12-01" });
    expect(due("supervision.answer-request", { requests }, "2026-12-10")).toEqual({ day: "2026-12-01" });
  });
});

describe("WIG-8.7.3a: the lead strand has its own supervisor", () => {
  test("Ruth Poole, area co-ordinator, or a manager of lead professionals", () => {
    const ruth = supervisor({ isDual: true, dedicated: { id: "ruth", as: "area-coordinator" } });
    expect(ruth).toMatchObject({ answer: "filled", holders: [{ id: "ruth" }] });
    expect(ruth.findings[0]?.because).toMatch(/kept as that strand/);
    const manager = supervisor({ isDual: true, dedicated: { id: "max", as: "lead-professionals-manager" } });
    expect(manager.holders).toEqual([{ kind: "person", id: "max" }]);
  });
  test("two supervisors and none named is a gap, not the line manager's", () => {
    expect(supervisor({ isDual: true })).toMatchObject({
      answer: "open",
      missing: ["the supervisor of the cases led"],
    });
    const unsaid = supervisor({ isDual: "not-recorded", dedicated: { id: "ruth", as: "area-coordinator" } });
    expect(unsaid.missing).toEqual(["whether this person has two supervisors"]);
  });
});

describe("WIG-8.7.3b: the practice strand stays with usual line management", () => {
  const helen = { id: "helen", role: "line-manager", supervises: "practice" } as const;
  test("Helen does not open Ruth's note, and sees the shared actions", () => {
    expect(note({ reader: helen }).answer).toBe("prevents");
    expect(note({ reader: helen, what: "shared-actions" }).answer).toBe("permits");
    expect(note({ reader: helen, what: "shared-summary" }).answer).toBe("prevents");
    expect(note({}).answer).toBe("permits");
    expect(supervisor({ strand: "practice", isDual: true }).holders).toEqual([{ kind: "person", id: "helen" }]);
  });
});

describe("WIG-9.3.2a: a senior manager confirms it for each team", () => {
  test("Team North has no policy linked: it cannot be confirmed", () => {
    const refused = confirm({ policyLinked: false });
    expect(refused.answer).toBe("prevents");
    expect(confirm({}).answer).toBe("permits");
    expect(confirm({ support: "not-recorded" }).missing).toEqual(["support"]);
    expect(confirm({ management: false }).answer).toBe("prevents");
    expect(confirm({ supervision: false }).answer).toBe("prevents");
    expect(confirm({ by: "team-manager" }).answer).toBe("prevents");
  });
});

describe("WIG-9.4.2: the team manager sets it up before or at the start of the role", () => {
  const lead = { from: localDate("2026-12-01"), arrangement: "none" } as const;
  test.each(["2026-11-25", "2026-12-01"])("a lead of 1 December with nothing set up, on %s: due that day", (day) => {
    expect(due("supervision.set-up", { leads: [aLeadSupervised(lead)] }, day)).toEqual({ day: "2026-12-01" });
  });
  test("a supervisor and an interval make it complete; an ended lead asks for nothing", () => {
    const set = { setOn: localDate("2026-11-30"), supervisor: "helen", everyDays: 28 } as const;
    const of = (arrangement: Parameters<typeof aLeadSupervised>[0]) => [aLeadSupervised({ ...lead, ...arrangement })];
    expect(due("supervision.set-up", { leads: of({ arrangement: set }) })).toBeUndefined();
    expect(due("supervision.set-up", { leads: of({ arrangement: { ...set, everyDays: "none" } }) })).toBeDefined();
    expect(
      due("supervision.set-up", { leads: of({ arrangement: { ...set, supervisor: "not-recorded" } }) }),
    ).toBeDefined();
    expect(due("supervision.set-up", { leads: of({ until: localDate("2026-12-10") }) }, "2026-12-10")).toBeUndefined();
  });
});

describe("WIG-9.4.2c: arrangements flex, and keep the change with its reason", () => {
  const changed = { from: localDate("2026-12-07"), everyDays: 14, reasonGiven: true };
  test("Omar's sessions are every two weeks from 7 December", () => {
    expect(next({ changed, lastSessionOn: localDate("2026-12-07") }, "2026-12-08")).toEqual({ day: "2026-12-21" });
    expect(due("supervision.say-why-changed", { changed })).toBeUndefined();
    expect(due("supervision.say-why-changed", { changed: { ...changed, reasonGiven: false } })).toBe("at-once");
  });
});

describe("WIG-9.5.2: what affects the role is reported at once and answered", () => {
  const report = {
    id: "r",
    kind: "affects-the-role",
    reportedOn: localDate("2026-11-24"),
    answeredOn: "none",
  } as const;
  test("Omar's report of 24 November: Helen answers by 26 November", () => {
    const task = owed({ reports: [report] }).find(({ act }) => act === "supervision.answer-report");
    expect(task).toMatchObject({ whoId: "helen", due: { day: "2026-11-26" } });
    expect(due("supervision.answer-report", { reports: [report] }, "2026-11-23")).toBeUndefined();
    const answered = { ...report, answeredOn: localDate("2026-11-25") };
    expect(due("supervision.answer-report", { reports: [answered] })).toBeUndefined();
  });
});

describe("WIG-8.5.4: a manager challenges the lead, or anybody else on the case, and the reply is kept", () => {
  const challenges = (answeredOn: "none" | "2026-12-11", outcomeKept: boolean) => ({
    challenges: [
      {
        id: "c",
        to: "housing-officer",
        askedOn: localDate("2026-12-09"),
        answeredOn: answeredOn === "none" ? answeredOn : localDate(answeredOn),
        outcomeKept,
      },
    ],
  });
  const open = (of: Partial<SupervisionDutiesFacts>) =>
    owed(of, "2026-12-11")
      .filter(({ act }) => act.startsWith("supervision.answer-challenge") || act.startsWith("supervision.keep-outcome"))
      .map(({ rule, act, whoId }) => [rule, act, whoId]);
  test("Helen challenges the housing officer on 9 December: challenge, reply and outcome", () => {
    expect(open(challenges("none", false))).toEqual([
      ["wigan.supervision-challenge", "supervision.answer-challenge:c", "housing-officer"],
    ]);
    expect(open(challenges("2026-12-11", false))).toEqual([
      ["wigan.supervision-challenge", "supervision.keep-outcome:c", "helen"],
    ]);
    expect(open(challenges("2026-12-11", true))).toEqual([]);
  });
});
