import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { AgreementFacts, NotAgreedFacts } from "../../lead-professional/model.ts";
import { tellingState } from "../../lead-professional/telling-state.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const ladder = (of: Partial<AgreementFacts> = {}, day = "2026-11-25") =>
  book.ladder("lead-professional.agreement", agreementFacts(of), noonOn(localDate(day)));
const owed = (of: Partial<NotAgreedFacts> = {}, day = "2026-11-23") =>
  book.duty("lead-professional.not-agreed", notAgreedFacts(of), noonOn(localDate(day))).owed;
const split = { id: "ian", isNamedPerson: false, agency: "youth-justice", managers: 2 } as const;

describe("WIG-8.7.4b: those involved discuss and agree; a manager does not simply assign", () => {
  test("views, discussion, acceptance, manager", () => {
    expect(ladder().stages.map(({ stage }) => stage)).toEqual([
      "views-of-child",
      "views-of-family",
      "group-discussion",
      "acceptance",
      "line-manager",
    ]);
  });
  test("the manager's yes alone, with no discussion, permits nothing", () => {
    const entries = [recorded("views-of-child", "done"), recorded("views-of-family", "done"), recorded("line-manager")];
    expect(ladder({ entries })).toMatchObject({ next: ["group-discussion"], permits: [] });
  });
  test("four agree on Amina and she accepts", () => {
    const four = ["amina", "dan", "priya", "omar"].map((by) => ({ ...recorded("group-discussion"), by }));
    const views = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];
    expect(ladder({ entries: [...views, ...four] }).next).toEqual(["acceptance"]);
    const disagreeing = [...views, ...four.slice(1), { ...recorded("group-discussion", "not-agreed"), by: "amina" }];
    expect(ladder({ entries: disagreeing }).answer).toBe("stopped");
  });
  test("the family's wishes inform and do not veto (WIG-D11)", () => {
    const entries = [recorded("views-of-child", "not-agreed"), recorded("views-of-family", "declined")];
    expect(ladder({ entries }).next).toEqual(["group-discussion"]);
  });
});

describe("WIG-8.6.4b: for a worker with two posts both managers acknowledge first", () => {
  const upToManagers = ["views-of-child", "views-of-family", "group-discussion", "acceptance", "line-manager"].map(
    (stage) => recorded(stage),
  );
  test("awaiting the second manager", () => {
    expect(ladder({ proposed: split, entries: upToManagers })).toMatchObject({
      answer: "in-progress",
      next: ["second-line-manager"],
      permits: [],
    });
  });
  test("acknowledged, the appointment is permitted", () => {
    expect(ladder({ proposed: split, entries: [...upToManagers, recorded("second-line-manager")] }).permits).toEqual([
      "lead-professional.appoint",
    ]);
  });
  test.each([
    ["2026-11-26", false],
    ["2026-11-27", false],
    ["2026-11-28", true],
  ])("proposed on 25 November, on %s the first may go on without: %s (WIG-D22)", (day, may) => {
    const second = ladder({ proposed: split }, day).stages.find(({ stage }) => stage === "second-line-manager");
    expect(second).toMatchObject({ clock: { day: "2026-11-27" }, mayBeLeftOut: may });
    const entries = [...upToManagers, recorded("second-line-manager", "not-possible")];
    expect(ladder({ proposed: split, entries }, day).permits).toEqual(may ? ["lead-professional.appoint"] : []);
  });
  test("one manager, no such stage", () => {
    expect(ladder().stages.map(({ stage }) => stage)).not.toContain("second-line-manager");
  });
});

describe("WIG-8.7.5a: each worker in the discussion tells their own line manager at once", () => {
  test("Amina and Dan both owe it from the moment it is recorded", () => {
    const told = owed().filter(({ act }) => act === "lead-professional.tell-line-manager");
    expect(told.map(({ whoId, due, about }) => [whoId, due, about])).toEqual([
      ["amina", "at-once", "practitioner:amina"],
      ["dan", "at-once", "practitioner:dan"],
    ]);
  });
  test("whoever has told owes nothing more; an agreement or no discussion owes nothing", () => {
    const workers = [{ id: "amina", toldManagerOn: localDate("2026-11-23") }];
    expect(owed({ workers }).map(({ act }) => act)).not.toContain("lead-professional.tell-line-manager");
    expect(owed({ hasLead: true })).toEqual([]);
    expect(owed({ discussedOn: "none" })).toEqual([]);
  });
});

describe("WIG-8.7.5b: told within 2 working days of the discussion", () => {
  test("a discussion on Monday 23 November has until the end of Wednesday 25", () => {
    const limits = owed().filter(({ act }) => act === "lead-professional.line-manager-told");
    expect(limits.map(({ due }) => due)).toEqual([{ day: "2026-11-25" }, { day: "2026-11-25" }]);
  });
  test.each([
    ["2026-11-24", "in-time"],
    ["2026-11-25", "in-time"],
    ["2026-11-26", "late"],
  ] as const)("told on %s: %s", (toldOn, state) => {
    const telling = {
      discussedOn: localDate("2026-11-23"),
      toldOn: localDate(toldOn),
      workingDays: 2,
      calendar: workingCalendar("england-and-wales"),
    };
    expect(tellingState(telling, noonOn(localDate("2026-12-10")))).toBe(state);
  });
  test.each([
    ["2026-11-25", "waiting"],
    ["2026-11-26", "overdue"],
  ] as const)("not recorded as told, asked on %s: %s", (day, state) => {
    const telling = {
      discussedOn: localDate("2026-11-23"),
      toldOn: "not-recorded",
      workingDays: 2,
      calendar: workingCalendar("england-and-wales"),
    } as const;
    expect(tellingState(telling, noonOn(localDate(day)))).toBe(state);
  });
  test("a discussion on a Saturday counts from Monday as day 1; Christmas does not count (WIG-D1)", () => {
    const dueFor = (day: string) =>
      owed({ discussedOn: localDate(day) }, day).find(({ act }) => act === "lead-professional.line-manager-told")?.due;
    expect(dueFor("2026-11-21")).toEqual({ day: "2026-11-24" });
    expect(dueFor("2026-12-24")).toEqual({ day: "2026-12-30" });
    expect(dueFor("2028-12-29")).toBe("not-published");
  });
});

describe("WIG-D12: somebody is the contact for now, and the managers have 5 working days", () => {
  test("the assessor, else whoever called the discussion, else somebody is named", () => {
    const contact = (of: Partial<NotAgreedFacts>) => owed(of).find(({ act }) => act.endsWith("interim-contact"));
    expect(contact({ assessor: "priya", convenor: "dan" })?.whoId).toBe("priya");
    expect(contact({ convenor: "dan" })?.whoId).toBe("dan");
    expect(contact({})).toMatchObject({ who: "line-managers-involved", act: "lead-professional.name-interim-contact" });
    expect(contact({ interimContact: "dan" })).toBeUndefined();
  });
  test("counted from the first manager told", () => {
    const workers = [
      { id: "amina", toldManagerOn: localDate("2026-11-24") },
      { id: "dan", toldManagerOn: localDate("2026-11-23") },
    ];
    expect(owed({ workers }).find(({ act }) => act === "lead-professional.managers-agree")?.due).toEqual({
      day: "2026-11-30",
    });
    expect(owed().find(({ act }) => act === "lead-professional.managers-agree")).toBeUndefined();
  });
});
