import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { NamedPersonDutiesFacts } from "../../named-person/model.ts";
import { namedPersonDuties } from "../../testing/named-person.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { highland } from "./highland.ts";

const ask = (of: Partial<NamedPersonDutiesFacts>, day = "2026-09-14") =>
  asItStands(highland).duty("named-person.duties", namedPersonDuties(of), noonOn(localDate(day)));
const acts = (of: Partial<NamedPersonDutiesFacts>, day?: string) =>
  ask(of, day).owed.map(({ act }) => act.replace("named-person.", ""));
const dueOf = (of: Partial<NamedPersonDutiesFacts>, act: string, day?: string) =>
  ask(of, day).owed.find((duty) => duty.act === `named-person.${act}`)?.due;

test("nothing is owed once everybody was told", () => {
  expect(ask({}).answer).toBe("nothing-owed");
});

describe("HIG-63: child and family are each told, at once and again at each change", () => {
  test("both are owed until both were told since the change", () => {
    expect(acts({ toldChildOn: "none", toldFamilyOn: "none" })).toEqual(["tell-child", "tell-family"]);
    expect(acts({ toldChildOn: localDate("2026-08-17") })).toEqual(["tell-child"]);
    expect(acts({ toldFamilyOn: "not-recorded" })).toEqual(["tell-family"]);
  });
  test("an unborn child is not told", () => {
    expect(acts({ child: { id: "c", bornOn: "unborn" }, toldChildOn: "none" })).toEqual([]);
  });
});

describe("HIG-55: the handover has a target on the tenth day and a reason from the fifteenth", () => {
  const newborn = {
    child: { id: "child-1", bornOn: localDate("2026-09-12") },
    midwiferyEndedOn: "none",
    hasHealthVisitor: false,
    healthVisitorAcceptedOn: "none",
    isOfSchoolAge: false,
    lastContactOn: localDate("2026-09-12"),
    changedOn: localDate("2026-08-18"),
  } as const;
  test("the target is 22 September", () => {
    expect(dueOf(newborn, "hand-over-to-health-visitor", "2026-09-13")).toEqual({ day: "2026-09-22" });
  });
  test.each([
    ["2026-09-26", ["hand-over-to-health-visitor"]],
    [
      "2026-09-27",
      ["late-handover", "tell-midwifery-manager", "tell-health-visiting-manager", "hand-over-to-health-visitor"],
    ],
    [
      "2026-09-28",
      ["late-handover", "tell-midwifery-manager", "tell-health-visiting-manager", "hand-over-to-health-visitor"],
    ],
  ])("born 12 September, asked on %s", (day, owed) => {
    expect(acts(newborn, day)).toEqual(owed);
  });
  test("once the reason is written only the managers and the handover are left", () => {
    expect(acts({ ...newborn, reasonForLateHandover: true }, "2026-09-27")).not.toContain("late-handover");
  });
  test("handed over on 23 September, nothing is owed", () => {
    const done = {
      midwiferyEndedOn: localDate("2026-09-23"),
      hasHealthVisitor: true,
      healthVisitorAcceptedOn: localDate("2026-09-23"),
    };
    expect(acts({ ...newborn, ...done }, "2026-09-28")).toEqual([]);
  });
});

describe("HIG-84: with a separate lead the named person keeps the links", () => {
  const led = { separateLead: { id: "ms-keir", from: localDate("2026-10-05") } };
  test.each([
    ["2026-10-04", false],
    ["2026-10-05", true],
    ["2026-10-06", true],
  ])("asked on %s: %s", (day, owed) => {
    expect(acts({ ...led, lastContactOn: localDate("2026-10-01") }, day).includes("keep-links")).toBe(owed);
  });
});

describe("HIG-194: a lead's appointment leaves every day-to-day duty open", () => {
  test("what was owed on 4 October is still owed on 5 October, when somebody else leads", () => {
    const owing = {
      toldFamilyOn: "none",
      fullerGathering: { since: localDate("2026-09-28"), why: "development", done: false },
    } as const;
    const before = acts({ ...owing, lastContactOn: localDate("2026-10-01") }, "2026-10-04");
    const led = { separateLead: { id: "ms-keir", from: localDate("2026-10-05") } };
    const after = acts({ ...owing, ...led, lastContactOn: localDate("2026-10-01") }, "2026-10-05");
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

describe("HIG-132: routine checks stay with the named person while somebody else leads", () => {
  test("the duty is the named person's, from the day the lead begins", () => {
    const led = {
      separateLead: { id: "ms-keir", from: localDate("2026-10-05") },
      lastContactOn: localDate("2026-10-01"),
    };
    const duty = ask(led, "2026-11-09").owed.find(({ act }) => act === "named-person.keep-routine-checks");
    expect(duty?.who).toBe("named-person");
  });
});

describe("GIR-48: the named person stays for the whole life of a multi-agency plan", () => {
  test("in the national book the duty stands from the day of the lead's appointment", () => {
    const facts = namedPersonDuties({ separateLead: { id: "lead", from: localDate("2026-05-12") } });
    const on = (day: string) => asItStands(scotland).duty("named-person.duties", facts, noonOn(localDate(day))).answer;
    expect(on("2026-05-11")).toBe("nothing-owed");
    expect(on("2026-05-12")).toBe("owed");
    expect(on("2026-09-25")).toBe("owed");
  });
  test("Highland says it once, in its own words", () => {
    const led = { separateLead: { id: "ms-keir", from: localDate("2026-05-12") } };
    expect(
      ask(led)
        .owed.filter(({ act }) => act === "named-person.keep-links")
        .map(({ clause }) => clause.source),
    ).toEqual(["Highland"]);
  });
});

describe("HIG-12: leaving 'in touch' opens the check for a special arrangement", () => {
  const harris = { lastContactOn: localDate("2026-09-07"), isOfSchoolAge: true } as const;
  test.each([
    ["2026-10-04", undefined],
    ["2026-10-05", { day: "2026-10-19" }],
    ["2026-10-06", { day: "2026-10-19" }],
  ])("no contact since 7 September, asked on %s", (day, due) => {
    expect(dueOf(harris, "special-arrangement", day)).toEqual(due);
  });
  test("school holidays do not count as school days", () => {
    const holidays = Array.from({ length: 5 }, (_, index) => addDays(localDate("2026-09-14"), index));
    const schoolDays = workingCalendar("scotland", { closed: holidays });
    expect(dueOf({ ...harris, schoolDays }, "special-arrangement", "2026-10-09")).toBeUndefined();
    expect(dueOf({ ...harris, schoolDays }, "special-arrangement", "2026-10-12")).toBeDefined();
  });
  test("a younger child has three months", () => {
    const younger = { ...harris, isOfSchoolAge: false };
    expect(dueOf(younger, "special-arrangement", "2026-12-06")).toBeUndefined();
    expect(dueOf(younger, "special-arrangement", "2026-12-07")).toBeDefined();
  });
  test("what is not recorded is asked for", () => {
    expect(acts({ lastContactOn: "not-recorded" })).toEqual(["record-contact"]);
    expect(acts({ isOfSchoolAge: "not-recorded" })).toEqual(["record-school-age"]);
  });
  test("where the school days of a year are not known no day is promised", () => {
    expect(dueOf({ lastContactOn: localDate("2028-12-28") }, "special-arrangement", "2029-03-01")).toBe(
      "not-published",
    );
  });
});

describe("HIG-74: a special arrangement has its review date", () => {
  test("named on 5 October 2026, reviewed by 5 January 2027, then three months on", () => {
    const from = localDate("2026-10-05");
    expect(dueOf({ specialArrangement: { from, reviewedOn: "none" } }, "review-special-arrangement")).toEqual({
      day: "2027-01-05",
    });
    const reviewed = { from, reviewedOn: localDate("2027-01-04") };
    expect(dueOf({ specialArrangement: reviewed }, "review-special-arrangement", "2027-01-03")).toEqual({
      day: "2027-01-05",
    });
    expect(dueOf({ specialArrangement: reviewed }, "review-special-arrangement", "2027-01-04")).toEqual({
      day: "2027-04-04",
    });
  });
});

describe("HIG-34: a child who falls behind is marked for a fuller gathering", () => {
  test.each([
    ["2026-09-27", []],
    ["2026-09-28", ["gather-more"]],
    ["2026-09-29", ["gather-more"]],
  ])("not benefiting from school since 28 September, asked on %s", (day, owed) => {
    expect(
      acts({ fullerGathering: { since: localDate("2026-09-28"), why: "school-education", done: false } }, day),
    ).toEqual(owed);
  });
  test("below expected development is marked on the day, and done once gathered", () => {
    const mark = { since: localDate("2026-01-14"), why: "development" } as const;
    expect(acts({ fullerGathering: { ...mark, done: false } })).toEqual(["gather-more"]);
    expect(acts({ fullerGathering: { ...mark, done: true } })).toEqual([]);
    expect(acts({ fullerGathering: "not-recorded" })).toEqual([]);
  });
});

describe("HIG-66: entry information names the person, to the parents and to the child", () => {
  const entry = {
    to: "primary",
    on: localDate("2027-08-17"),
    lastPupilDayBefore: localDate("2027-07-02"),
    assignedOn: localDate("2027-06-21"),
    childsPartSentOn: localDate("2027-06-14"),
    carersPartSentOn: localDate("2027-06-14"),
  } as const;
  const onRecord = (of: Partial<NamedPersonDutiesFacts>) =>
    acts(of, "2027-06-21").filter((act) => act.startsWith("entry-") || act === "assign");
  test("both parts sent on 14 June, nothing is left", () => {
    expect(onRecord({ entry })).toEqual([]);
  });
  test("without the child's part it is incomplete", () => {
    expect(onRecord({ entry: { ...entry, childsPartSentOn: "none" } })).toEqual(["entry-information-child"]);
    expect(onRecord({ entry: { ...entry, carersPartSentOn: "not-recorded" } })).toEqual(["entry-information-carers"]);
  });
  test("the school assigns by the last pupil day of the old session (HD-3)", () => {
    expect(dueOf({ entry: { ...entry, assignedOn: "none" } }, "assign")).toEqual({ day: "2027-07-02" });
  });
});
