import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { agreementFacts } from "../testing/agreement.ts";
import type { AgreementFacts } from "./model.ts";

const asked = (of: Rulebook, facts: Partial<AgreementFacts>, day = "2026-11-25") =>
  asItStands(of).ladder("lead-professional.agreement", agreementFacts(facts), noonOn(localDate(day))).findings;
/** Stage, kind, order, whose word it is, and whether it decides, may be left out, and permits the appointment. */
const drawn = (of: Rulebook, facts: Partial<AgreementFacts>) =>
  asked(of, facts).map(({ stage, kind, order, whose, decides, mayBeLeftOut, permits }) => [
    ...[stage, kind, order, whose],
    [decides ? "decides" : "", mayBeLeftOut ? "may be left out" : "", permits === undefined ? "" : "permits"],
  ]);
const because = (of: Rulebook, facts: Partial<AgreementFacts>, stage: string) =>
  asked(of, facts).find((finding) => finding.stage === stage)?.because;

const chosen = ["", "may be left out", ""];
const views = [
  ["views-of-child", "views", 1, "child", chosen],
  ["views-of-family", "views", 1, "family", chosen],
];
const told = [
  ["views-of-child", "notice", 1, "child", ["", "may be left out", "permits"]],
  ["views-of-family", "notice", 1, "family", ["", "may be left out", "permits"]],
];
const accepts = (isLast: boolean) => [
  ...["acceptance", "acceptance", 4, "proposed-lead"],
  ["decides", "", isLast ? "permits" : ""],
];
const discussion = ["group-discussion", "discussion", 3, "practitioners-involved", ["decides", "", ""]];
const twoManagers = { id: "nurse", isNamedPerson: false, agency: "health", managers: 2 } as const;
const byLaw = ["", "", "permits"];

describe("which agreements are needed, whose, and in which order", () => {
  test("CWDC-FIG3A-5: views, the group, the person, the manager, and the family last", () => {
    expect(drawn(england, {})).toEqual([
      ...views,
      discussion,
      accepts(false),
      ["line-manager", "agreement", 5, "proposed-leads-line-manager", ["decides", "", ""]],
      ["family-agreement", "agreement", 6, "family", ["decides", "", "permits"]],
    ]);
  });
  test("GIR-64: an exception to the agency that the law asks for comes before the views of child and family", () => {
    const exception = (of: Partial<AgreementFacts>) =>
      drawn(scotland, of).filter(([stage]) => stage === "agency-exception");
    expect(exception({ requiredAgency: "social-work" })).toEqual([
      ["agency-exception", "agreement", 0, "required-agency-manager", ["decides", "", ""]],
    ]);
    expect(exception({ requiredAgency: "social-work", isByLaw: true })).toEqual([]);
    expect(exception({})).toEqual([]);
  });
  test("CWDC 4.2: where the law fills the role everybody is told, and nothing waits", () => {
    expect(drawn(england, { isByLaw: true })).toEqual([
      ...told,
      ["line-manager", "notice", 5, "proposed-leads-line-manager", byLaw],
      ["family-agreement", "notice", 6, "family", ["", "may be left out", "permits"]],
    ]);
  });
  test("WIG 8.6.4: both managers of a split post, and no family after them", () => {
    expect(drawn(wigan, { proposed: twoManagers })).toEqual([
      ...views,
      discussion,
      accepts(false),
      ["line-manager", "agreement", 5, "proposed-leads-line-manager", ["decides", "", "permits"]],
      ["second-line-manager", "agreement", 5, "second-line-manager", ["decides", "", "permits"]],
    ]);
    expect(drawn(wigan, { proposed: { ...twoManagers, managers: 1 } }).map(([stage]) => stage)).not.toContain(
      "second-line-manager",
    );
    expect(drawn(wigan, { proposed: twoManagers, isByLaw: true })).toEqual([
      ...told,
      ["line-manager", "notice", 5, "proposed-leads-line-manager", byLaw],
      ["second-line-manager", "notice", 5, "second-line-manager", byLaw],
    ]);
  });
  test("BOL-5.6: an Action Meeting, which a reason may stand in for, and the person last", () => {
    expect(drawn(bolton, {})).toEqual([
      ...views,
      ["action-meeting", "meeting", 3, "action-meeting", ["decides", "may be left out", ""]],
      accepts(true),
    ]);
    expect(drawn(bolton, { isByLaw: true })).toEqual(told);
  });
  test("GIR-23: from outside universal services a meeting, from within them none", () => {
    const outside = { id: "sw", isNamedPerson: false, agency: "social-work", managers: 1 } as const;
    const meeting = drawn(scotland, { proposed: outside, route: "not-recorded" });
    expect(meeting).toEqual([
      ...views,
      ["childs-meeting", "meeting", 3, "childs-meeting", expect.arrayContaining(["decides"])],
      accepts(true),
    ]);
    expect(drawn(scotland, {})).toEqual([...views, accepts(true)]);
    expect(drawn(scotland, { proposed: outside, route: "evidence-from-universal-services" })).toEqual([
      ...views,
      accepts(true),
    ]);
  });
  test("HIG-41: a manager is consulted before anybody is proposed", () => {
    expect(drawn(highland, {})).toEqual([
      ...views,
      ["manager-consulted", "consultation", 2, "line-manager", ["decides", "", ""]],
      accepts(true),
    ]);
    expect(drawn(highland, { isByLaw: true })).toEqual(told);
  });
});

describe("what each stage says, and of whom", () => {
  test("child and family each have their own stage", () => {
    const about = (facts: Partial<AgreementFacts>) => asked(england, facts).map((one) => [one.stage, one.about]);
    expect(about({}).slice(0, 2)).toEqual([
      ["views-of-child", "child:child-1"],
      ["views-of-family", "family:child-1"],
    ]);
    expect(because(england, {}, "views-of-family")).toBe(
      "The family is asked who should lead before anybody is chosen. If they cannot be asked, the reason takes the place of the answer.",
    );
    expect(because(england, { isByLaw: true }, "views-of-child")).toBe(
      "The law fills the role. The child is told who leads and why, and what they say is kept; nothing waits for it.",
    );
  });
  test.each([
    [
      false,
      "line-manager",
      "The manager of the person proposed agrees to the time the role takes. No answer is not agreement.",
    ],
    [
      true,
      "line-manager",
      "The law fills the role. The manager of the person is told, with anything the family objects to.",
    ],
    [
      false,
      "family-agreement",
      "The family agrees to the person proposed. If they do not, the proposal stays provisional and goes back to the people involved.",
    ],
    [
      true,
      "family-agreement",
      "The law fills the role. If the family refuses, that is recorded, explained to them and reported to the manager; it blocks nothing.",
    ],
  ] as const)("by law %s, %s: %s", (isByLaw, stage, words) => {
    expect(because(england, { isByLaw }, stage)).toBe(words);
  });
  test("the line manager has four working days in England, and by law, or in Wigan, no clock", () => {
    const clock = (of: Rulebook, facts: Partial<AgreementFacts>) =>
      asked(of, facts).find(({ stage }) => stage === "line-manager");
    expect(clock(england, {})?.clock).toEqual({ day: "2026-12-01" });
    expect(clock(england, { isByLaw: true })).not.toHaveProperty("clock");
    expect(clock(wigan, {})).not.toHaveProperty("clock");
  });
  test("WIG-D22: the second manager's two working days over, the first may go on", () => {
    const second = (day: string) =>
      asked(wigan, { proposed: twoManagers }, day).find(({ stage }) => stage === "second-line-manager");
    expect(second("2026-11-27")).toMatchObject({ clock: { day: "2026-11-27" }, mayBeLeftOut: false });
    expect(second("2026-11-28")).toMatchObject({ clock: { day: "2026-11-27" }, mayBeLeftOut: true });
  });
  test("HIG-42: the named person who would lead talks with a manager first", () => {
    const named = { id: "hv", isNamedPerson: true, agency: "health", managers: 1 } as const;
    expect(because(highland, { proposed: named }, "manager-consulted")).toBe(
      "The named person talks with a manager before taking the role. Who it was and the day are recorded.",
    );
    expect(because(highland, {}, "manager-consulted")).toBe(
      "The named person and a manager decide together how the lead professional is appointed.",
    );
  });
});
