import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { NoteFacts, SessionFacts, SupervisionDutiesFacts, SupervisorFacts } from "../../supervision/model.ts";
import {
  aCaseDiscussed,
  aLeadSupervised,
  noteFacts,
  sessionFacts,
  supervisionFacts,
  supervisorFacts,
} from "../../testing/supervision.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<SupervisionDutiesFacts>, day = "2026-11-25") =>
  book.duty("supervision.duties", supervisionFacts(of), at(day)).owed;
const next = (of: Partial<SupervisionDutiesFacts>, day = "2026-11-25") =>
  owed(of, day).find(({ act }) => act === "supervision.hold-session")?.due;
const session = (of: Partial<SessionFacts>) => book.gate("supervision.session", sessionFacts(of), at("2026-11-26"));
const note = (of: Partial<NoteFacts>) => book.gate("supervision.note", noteFacts(of), at("2026-11-26"));
const supervisor = (of: Partial<SupervisorFacts>) =>
  book.designation("supervision.supervisor", supervisorFacts(of), at("2026-11-05"));

describe("CWDC-2.21a: each session has a part for every case led", () => {
  test("three cases, one part blank: it is flagged", () => {
    const cases = ["a", "b", "c"].map((planId) => aCaseDiscussed({ planId, isFilledIn: planId !== "b" }));
    const decision = session({ cases });
    expect(decision).toMatchObject({ answer: "permits-if", needs: [{ code: "case-left-out" }] });
    expect(decision.findings.map(({ because }) => because).join(" ")).toMatch(/The part on b is blank/);
    expect(session({ cases: cases.map((one) => ({ ...one, isFilledIn: true })) }).answer).toBe("permits");
  });
  test("no case led, and a session without a day", () => {
    expect(session({ cases: [] }).answer).toBe("permits");
    expect(session({ heldOn: "not-recorded" }).missing).toEqual(["the day of the session"]);
    expect(session({ hasNote: false }).missing).toEqual(["a line on what it was about"]);
  });
});

describe("CWDC-5.12c: what supports a lead is listed, and a gap shows", () => {
  const support = supervisionFacts().support;
  const gap = (of: Partial<typeof support>) =>
    owed({ support: { ...support, ...of } }).find(({ act }) => act === "supervision.fill-gap");
  test("supervision model, mentor, administrative help, whom to ask", () => {
    expect(gap({})).toBeUndefined();
    expect(gap({ mentor: false })?.because).toMatch(/a mentor\.$/);
    expect(gap({ adviceContact: "not-recorded", administrativeHelp: false })?.because).toMatch(
      /administrative help, whom to ask for advice/,
    );
  });
  test("for those who lead only", () => {
    expect(owed({ leads: [], support: { ...support, mentor: false } }).map(({ act }) => act)).not.toContain(
      "supervision.fill-gap",
    );
  });
});

describe("CWDC-5.19a: the cycle changes while somebody leads, and goes back after", () => {
  const changed = { from: localDate("2026-11-20"), everyDays: 21, reasonGiven: true };
  const lead = aLeadSupervised({ from: localDate("2026-11-20") });
  test("every 3 weeks from the appointment of 20 November", () => {
    expect(next({ changed, leads: [lead] })).toEqual({ day: "2026-12-11" });
  });
  test("the last led case ends on 1 February 2027: the next session is due by 15 March", () => {
    const ended = { ...lead, until: localDate("2027-02-02") };
    const of = { changed, leads: [ended], lastSessionOn: localDate("2027-01-22") };
    expect(next(of, "2027-02-01")).toEqual({ day: "2027-02-12" });
    expect(next(of, "2027-02-02")).toEqual({ day: "2027-03-15" });
    const later = { ...of, lastSessionOn: localDate("2027-02-10") };
    expect(next(later, "2027-02-11")).toEqual({ day: "2027-03-24" });
  });
  test("one of two leads ends: the change goes on", () => {
    const leads = [{ ...lead, until: localDate("2027-02-02") }, aLeadSupervised({ planId: "other" })];
    expect(next({ changed, leads, lastSessionOn: localDate("2027-01-22") }, "2027-02-02")).toEqual({
      day: "2027-02-12",
    });
  });
  test("a change that is yet to come, and one whose first session would lie before it", () => {
    const later = { ...changed, from: localDate("2026-12-20") };
    expect(next({ changed: later })).toEqual({ day: "2027-01-01" });
    expect(next({ changed: later, lastSessionOn: localDate("2026-11-20") }, "2026-12-20")).toEqual({
      day: "2026-12-20",
    });
  });
  test("six weeks, or the agency's own cycle; never yet, it counts from the lead", () => {
    expect(next({})).toEqual({ day: "2027-01-01" });
    expect(next({ agencyCycleDays: 28 })).toEqual({ day: "2026-12-18" });
    expect(next({ lastSessionOn: "none", leads: [lead] })).toEqual({ day: "2027-01-01" });
    expect(next({ lastSessionOn: "not-recorded" })).toBe("unknown");
    expect(next({ lastSessionOn: "none", leads: [] })).toBeUndefined();
  });
});

describe("CWDC-5.19b: an extra session is asked for, and answered in time", () => {
  const asked = { id: "r", planId: "p", askedOn: localDate("2026-11-25"), answeredOn: "none" } as const;
  const answer = (day: string, answeredOn: typeof asked.answeredOn | ReturnType<typeof localDate> = "none") =>
    owed({ requests: [{ ...asked, answeredOn }] }, day).filter(({ act }) => act.startsWith("supervision.answer"));
  test.each([
    ["2026-12-02", "line-manager", { day: "2026-12-02" }],
    ["2026-12-03", "senior-manager", "at-once"],
  ] as const)("asked on 25 November, on %s it is with %s", (day, who, due) => {
    expect(answer(day).map((one) => [one.who, one.due])).toEqual([[who, due]]);
  });
  test("answered, or not asked yet", () => {
    expect(answer("2026-12-03", localDate("2026-12-01"))).toEqual([]);
    expect(answer("2026-11-24")).toEqual([]);
  });
});

describe("CWDC-5.19c: two supervisors, two records, one summary that both see", () => {
  const dual = { isDual: true, dedicated: { id: "ruth", as: "area-coordinator" } } as const;
  test("cases led with the area co-ordinator, practice with the line manager", () => {
    expect(supervisor(dual)).toMatchObject({ answer: "filled", holders: [{ id: "ruth" }] });
    expect(supervisor({ ...dual, strand: "practice" })).toMatchObject({ answer: "filled", holders: [{ id: "helen" }] });
  });
  test("each reads the own notes and the shared summary", () => {
    const helen = { id: "helen", role: "line-manager", supervises: "practice" } as const;
    expect(note({}).answer).toBe("permits");
    expect(note({ reader: helen }).answer).toBe("prevents");
    expect(note({ reader: helen, what: "shared-summary" }).answer).toBe("permits");
    expect(note({ reader: helen, strand: "practice" }).answer).toBe("permits");
    expect(note({ reader: { ...helen, supervises: "not-recorded" } }).answer).toBe("unknown");
    expect(note({ reader: { id: "amina", role: "practitioner", supervises: "none" } }).answer).toBe("permits");
    expect(note({ reader: { ...helen, supervises: "none" }, what: "shared-summary" }).answer).toBe("prevents");
  });
});

describe("CWDC-5.19d: a risk becomes a task or a disagreement before the session is closed", () => {
  const risk = (became: "solved" | "task" | "dispute" | "open" | "not-recorded") =>
    session({ cases: [aCaseDiscussed({ risks: [{ id: "housing-silent", became }] })] }).answer;
  test("housing silent for 3 weeks", () => {
    expect(risk("open")).toBe("prevents");
    expect(risk("not-recorded")).toBe("unknown");
    expect([risk("task"), risk("dispute"), risk("solved")]).toEqual(["permits", "permits", "permits"]);
  });
});

describe("CWDC-5.20: four questions on each case led", () => {
  const { prompts } = aCaseDiscussed();
  test("need, what the lead can do, specialist support, others' direct work", () => {
    expect(session({}).answer).toBe("permits");
    for (const prompt of Object.keys(prompts)) {
      const cases = [aCaseDiscussed({ prompts: { ...prompts, [prompt]: false } })];
      expect(session({ cases })).toMatchObject({ answer: "permits-if", needs: [{ code: "four-questions" }] });
    }
    const unsaid = [aCaseDiscussed({ prompts: { ...prompts, specialistSupport: "not-recorded" } })];
    expect(session({ cases: unsaid }).answer).toBe("permits-if");
  });
  test("an informal talk asks for none of it", () => {
    const cases = [aCaseDiscussed({ isFilledIn: false, prompts: { ...prompts, presentingNeed: false } })];
    expect(session({ kind: "informal", cases }).answer).toBe("permits");
  });
});

describe("CWDC-5.18d: a manager asks about progress; the answer and what came of it are kept", () => {
  type Challenge = NonNullable<SupervisionDutiesFacts["challenges"]>[number];
  const asked = (of: Partial<Challenge> = {}, day?: string) =>
    owed(
      {
        challenges: [
          {
            id: "c",
            to: "amina",
            askedOn: localDate("2026-11-25"),
            answeredOn: "none",
            outcomeKept: "not-recorded",
            ...of,
          },
        ],
      },
      day,
    ).filter(({ rule }) => rule === "england.supervision-challenge");
  test("'no review for 14 weeks, why' of 25 November is for the lead to answer, and not before", () => {
    expect(asked()).toMatchObject([
      {
        act: "supervision.answer-challenge:c",
        who: "practitioner",
        whoId: "amina",
        due: "at-once",
        about: "practitioner:amina",
        because:
          "On 25 November 2026 the manager asked about progress on the case. Answer it; the answer is kept with the record of supervision.",
      },
    ]);
    expect(asked({}, "2026-11-24")).toEqual([]);
    expect(asked({ to: "ewo", answeredOn: "not-recorded" })).toMatchObject([{ whoId: "ewo" }]);
  });
  test("answered on 27 November: what came of it is the manager's to keep, and then it is done", () => {
    const answeredOn = localDate("2026-11-27");
    expect(asked({ answeredOn, outcomeKept: false }, "2026-11-27")).toMatchObject([
      {
        act: "supervision.keep-outcome:c",
        who: "line-manager",
        whoId: "helen",
        due: "at-once",
        because: "Answered on 27 November 2026: write down what came of it.",
      },
    ]);
    expect(asked({ answeredOn, outcomeKept: true }, "2026-12-04")).toEqual([]);
  });
});

describe("CWDC-5.18: what nobody asked or directed is owed by nobody", () => {
  test("facts without challenges and directions, and with none", () => {
    const own = (of: Partial<SupervisionDutiesFacts>) =>
      owed(of).filter(({ rule }) => /challenge|direction/.test(rule));
    expect(own({})).toEqual([]);
    expect(own({ challenges: [], directions: [] })).toEqual([]);
  });
});

describe("CWDC-5.18c: a direction is read and answered by its day, or goes one node up", () => {
  type Direction = NonNullable<SupervisionDutiesFacts["directions"]>[number];
  const given = (of: Partial<Direction>, day: string) =>
    owed(
      {
        directions: [
          {
            id: "d",
            to: "ewo",
            issuedOn: localDate("2026-11-25"),
            dueOn: localDate("2026-12-02"),
            readOn: "none",
            answeredOn: "none",
            ...of,
          },
        ],
      },
      day,
    ).filter(({ rule }) => rule === "england.supervision-direction");
  test("'attend review' to the education welfare officer, issued on 25 November, due on 2 December", () => {
    expect(given({}, "2026-11-25")).toMatchObject([
      {
        act: "supervision.answer-direction:d",
        who: "practitioner",
        whoId: "ewo",
        due: { day: "2026-12-02" },
        because: "A direction of 25 November 2026 was to be answered by 2 December 2026. Read it, and answer it.",
      },
    ]);
    expect(given({}, "2026-11-24")).toEqual([]);
  });
  test("read on 26 November, answered on 27 November", () => {
    const readOn = localDate("2026-11-26");
    expect(given({ readOn }, "2026-11-26")[0]?.because).toBe(
      "A direction of 25 November 2026 was to be answered by 2 December 2026; it was read on 26 November 2026.",
    );
    expect(given({ readOn, answeredOn: localDate("2026-11-27") }, "2026-11-27")).toEqual([]);
  });
  test.each([
    ["2026-12-02", "practitioner"],
    ["2026-12-03", "senior-manager"],
  ])("still unread on %s: with the %s", (day, who) => {
    expect(given({}, day).map((one) => one.who)).toEqual([who]);
  });
  test("what goes up says why; read and not answered stays with the person", () => {
    expect(given({ readOn: "not-recorded" }, "2026-12-03")).toMatchObject([
      {
        act: "supervision.take-up-direction:d",
        due: "at-once",
        because:
          "A direction of 25 November 2026 was to be answered by 2 December 2026 and has not been read. It goes one node up.",
      },
    ]);
    expect(given({ readOn: localDate("2026-11-26") }, "2026-12-03").map(({ who }) => who)).toEqual(["practitioner"]);
  });
});

describe("CWDC-5.18f: each lead has a supervision model on record", () => {
  test("of two leads the one with none is an alert", () => {
    const { support } = supervisionFacts();
    const alert = (supervisionModel: boolean | "not-recorded") =>
      owed({ support: { ...support, supervisionModel } }, "2026-11-24").filter(
        ({ act }) => act === "supervision.fill-gap",
      );
    expect(alert(true)).toEqual([]);
    expect(alert(false)).toMatchObject([
      {
        who: "line-manager",
        because: "This person leads, and these are missing or not recorded: how they are supervised.",
      },
    ]);
    expect(alert("not-recorded")).toHaveLength(1);
  });
});

describe("CWDC-VAR-TIER-4: advice is counted for each person who leads, also after the case has closed", () => {
  const count = (days: readonly string[], planClosedOn: string = "none") =>
    book.measure(
      "supervision.advice",
      {
        practitionerId: "amina",
        from: localDate("2026-11-01"),
        until: localDate("2026-12-01"),
        contacts: days.map((on, n) => ({
          id: `advice-${n}`,
          planId: "plan-1",
          on: localDate(on),
          planClosedOn: planClosedOn === "none" ? "none" : localDate(planClosedOn),
        })),
      },
      at("2026-12-01"),
    );
  test("one on 30 November and one before: 2 this month", () => {
    expect(count(["2026-11-12", "2026-11-30"])).toMatchObject({ answer: "measured", amount: 2 });
  });
  test("the first and the last day of the month count, the days around it do not", () => {
    expect(count(["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"]).amount).toBe(2);
  });
  test("after the case has closed it counts too", () => {
    expect(count(["2026-11-30"], "2026-11-30").findings[0]).toMatchObject({
      amount: 1,
      because: "Advice on 30 November 2026, after the case had closed.",
    });
    expect(count(["2026-11-29"], "2026-11-30").findings[0]?.because).toBe("Advice on 29 November 2026.");
  });
  test("none asked for is a figure too", () => {
    expect(count([])).toMatchObject({ answer: "measured", amount: 0 });
  });
});
