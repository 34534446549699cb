import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import {
  aCaseDiscussed,
  aLeadSupervised,
  noteFacts,
  sessionFacts,
  supervisionFacts,
  supervisorFacts,
} from "../testing/supervision.ts";
import type { ArrangementsFacts, SessionFacts, SupervisionDutiesFacts, SupervisorFacts, WaitFacts } from "./model.ts";

const books = {
  england: asItStands(england),
  wigan: asItStands(wigan),
  bolton: asItStands(bolton),
  highland: asItStands(highland),
};
type In = keyof typeof books;
const at = (day: string) => noonOn(localDate(day));
const owed = (rule: string, of: Partial<SupervisionDutiesFacts>, day = "2026-11-25") =>
  books[rule.slice(0, rule.indexOf(".")) as In]
    .duty("supervision.duties", supervisionFacts(of), at(day))
    .owed.filter((one) => one.rule === rule);

describe("WIG-8.6.5: what is said of an organisation's audit", () => {
  const said = (lastAuditClosedOn: ArrangementsFacts["lastAuditClosedOn"]) =>
    books.wigan.duty(
      "supervision.arrangements",
      { organisation: { id: "trust" }, lastAuditClosedOn, calendar: workingCalendar("england-and-wales") },
      at("2026-12-01"),
    ).owed[0]?.because;
  test("its day, that there was none, that nobody recorded it", () => {
    expect(said(localDate("2025-11-30"))).toBe("The last audit of supervision was closed on 30 November 2025.");
    expect(said("none")).toBe("This organisation has never audited how its lead professionals are supervised.");
    expect(said("not-recorded")).toBe(
      "It is not recorded when this organisation last audited how its lead professionals are supervised.",
    );
  });
});

describe("CWDC-5.19b, WIG-8.7.2: the wait for an extra session in words", () => {
  const wait = (of: Partial<WaitFacts>) =>
    books.england.measure(
      "supervision.wait",
      {
        practitionerId: "amina",
        planId: "plan-1",
        askedOn: localDate("2026-11-24"),
        offeredOn: localDate("2026-11-25"),
        calendar: workingCalendar("england-and-wales"),
        ...of,
      },
      at("2026-11-30"),
    );
  test("one day, and two", () => {
    expect(wait({}).findings[0]?.because).toBe("Asked for on 24 November 2026: 1 working day.");
    expect(wait({ offeredOn: localDate("2026-11-26") }).findings[0]?.because).toBe(
      "Asked for on 24 November 2026: 2 working days.",
    );
  });
  test("offered before it was asked for is no wait; years without bank holidays are not counted", () => {
    expect(wait({ offeredOn: localDate("2026-11-20") }).amount).toBe(0);
    const unpublished = wait({ askedOn: localDate("2049-06-01"), offeredOn: localDate("2049-06-08") });
    expect(unpublished).toMatchObject({ answer: "at-least", amount: 0 });
  });
});

describe("CWDC-5.19c, HIG-143: why a note is not opened", () => {
  const why = (supervises: "practice" | "none") =>
    books.england.gate(
      "supervision.note",
      noteFacts({ reader: { id: "helen", role: "line-manager", supervises } }),
      at("2026-11-26"),
    ).findings[0]?.because;
  test("another's strand, or no supervisor at all", () => {
    expect(why("practice")).toBe("This note belongs to the other supervisor's strand. What the two share can be read.");
    expect(why("none")).toBe(
      "Notes of supervision are kept apart from the child's record, for the person and their supervisor.",
    );
  });
});

describe("CWDC-2.21a, BOL-11.1: what is said of a session", () => {
  const said = (rule: string, of: Partial<SessionFacts>) =>
    books[rule.slice(0, rule.indexOf(".")) as In]
      .gate("supervision.session", sessionFacts(of), at("2026-11-26"))
      .findings.find((one) => one.rule === rule)?.because;
  test("its day and line, formal or informal", () => {
    expect(said("bolton.supervision-day-and-line", { kind: "informal" })).toBe("A day and a line are enough.");
    expect(said("bolton.supervision-day-and-line", { kind: "formal" })).toBe("The day and a note are there.");
  });
  test("how many cases were talked about", () => {
    expect(said("england.supervision-every-case", { cases: [] })).toBe("No case is led.");
    expect(said("england.supervision-every-case", { cases: [aCaseDiscussed(), aCaseDiscussed({ planId: "b" })] })).toBe(
      "All 2 cases led were talked about.",
    );
  });
});

describe("WIG-8.7.3a, WIG-8.7.3b: why somebody supervises", () => {
  const why = (of: Partial<SupervisorFacts>) =>
    books.england.designation("supervision.supervisor", supervisorFacts(of), at("2026-11-24")).findings[0]?.because;
  const dual = (as: "area-coordinator" | "lead-professionals-manager") =>
    ({ isDual: true, dedicated: { id: "ruth", as } }) as const;
  test("practice, cases led, and the supervisor of the lead strand by post", () => {
    expect(why({ strand: "practice" })).toBe("Practice stays with usual line management.");
    expect(why({})).toBe("The line manager supervises the cases led too.");
    expect(why(dual("area-coordinator"))).toMatch(/^The area co-ordinator of lead professionals supervises/);
    expect(why(dual("lead-professionals-manager"))).toMatch(/^The manager of lead professionals supervises/);
  });
});

describe("CWDC-5.19a: the next session in words, and with whom", () => {
  const changed = { from: localDate("2026-11-20"), everyDays: 21, reasonGiven: true };
  test("the cycle in force is said, changed or not", () => {
    expect(owed("england.supervision-next", {})[0]?.because).toBe(
      "A session is due every 42 days, counted from 20 November 2026.",
    );
    expect(owed("england.supervision-next", { changed })[0]?.because).toBe(
      "While this person leads, a session is due every 21 days; when the last lead ends the former cycle holds again.",
    );
  });
  test.each(["none", "not-recorded"] as const)("with the manager %s no name is given", (manager) => {
    expect(owed("england.supervision-next", { manager })[0]).not.toHaveProperty("whoId");
  });
  test("a lead that is still to end counts nothing from its end", () => {
    const leads = [aLeadSupervised({ until: localDate("2026-11-21") }), aLeadSupervised({ planId: "b" })];
    expect(owed("england.supervision-next", { leads })[0]?.due).toEqual({ day: "2027-01-01" });
    const coming = [aLeadSupervised({ from: localDate("2026-12-01"), until: localDate("2027-03-01") })];
    expect(owed("england.supervision-next", { leads: coming })[0]?.due).toEqual({ day: "2027-01-01" });
  });
  test("where no cycle holds, or nothing has begun, nothing is said", () => {
    expect(owed("wigan.supervision-next", { leads: [] })).toEqual([]);
    expect(owed("england.supervision-next", { leads: [], lastSessionOn: "none" })).toEqual([]);
  });
});

describe("BOL-8.6, HIG-142: how often a case is discussed, and set up", () => {
  test("where nothing is settled Highland runs no clock, and Bolton its own", () => {
    const leads = [aLeadSupervised({ arrangement: "none" })];
    expect(owed("highland.supervision-interval", { leads })).toEqual([]);
    expect(owed("bolton.supervision-cases-discussed", { leads })[0]?.due).toEqual({ day: "2026-12-18" });
  });
  test.each(["none", "not-recorded"] as const)("an arrangement that is %s is not set up", (arrangement) => {
    expect(owed("england.supervision-set-up", { leads: [aLeadSupervised({ arrangement })] })).toHaveLength(1);
  });
  test("an interval too long while risk is high is mended at once, and only where a book has a limit", () => {
    const arrangement = { setOn: localDate("2026-09-01"), supervisor: "helen", everyDays: 42 };
    const leads = [aLeadSupervised({ arrangement, riskIsHigh: true })];
    expect(owed("highland.supervision-set-up", { leads })).toMatchObject([{ due: "at-once" }]);
    expect(owed("england.supervision-set-up", { leads })).toEqual([]);
  });
});

describe("CWDC-5.19b, WIG-9.5.2, BOL-11.10: what is asked or reported today is owed today", () => {
  const today = localDate("2026-11-25");
  const request = { id: "r", planId: "p", askedOn: today, answeredOn: "none" } as const;
  const report = (kind: "affects-the-role" | "beyond-expertise") => ({
    reports: [{ id: "x", kind, reportedOn: today, answeredOn: "none" as const }],
  });
  test("an extra session, with what follows in England and not in Wigan", () => {
    expect(owed("england.supervision-request", { requests: [request] })).toMatchObject([
      { ifMissed: "Senior management is told." },
    ]);
    const [inWigan] = owed("wigan.supervision-request", { requests: [request] });
    expect(inWigan).toMatchObject({ who: "line-manager" });
    expect(inWigan).not.toHaveProperty("ifMissed");
  });
  test("a report on the role, and what is beyond somebody", () => {
    expect(owed("wigan.supervision-report", report("affects-the-role"))).toHaveLength(1);
    expect(owed("bolton.supervision-beyond-expertise", report("beyond-expertise"))).toMatchObject([{ due: "at-once" }]);
  });
  test("a gap in support is filled at once", () => {
    const support = { ...supervisionFacts().support, mentor: false };
    expect(owed("england.supervision-support", { support })).toMatchObject([{ due: "at-once" }]);
  });
});

describe("HIG-196: a named person with no manager", () => {
  test.each([
    [1, "Named person for 1 child, with no manager to turn to. Name one."],
    [19, "Named person for 19 children, with no manager to turn to. Name one."],
  ])("for %i", (namedPersonFor, because) => {
    expect(owed("highland.supervision-named-person", { manager: "none", namedPersonFor })).toMatchObject([
      { because, due: "at-once" },
    ]);
  });
});
