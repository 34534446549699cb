import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { MeetingFacts } from "../../meeting/model.ts";
import type { OpenPlanFacts } from "../../plan/model.ts";
import { anAdoption } from "../../testing/builders.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import { meetingKinds } from "../../vocabulary/meetings.ts";
import { england } from "../england/england.ts";
import { adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const skye = { id: "skye" };

describe("HIG-123: what the law asks is inside the one plan, and is no plan of its own", () => {
  const open = (of: Partial<OpenPlanFacts>) =>
    book.gate("plan.open", { child: skye, plan: "none", purpose: "help", ...of }, on("2026-11-09"));

  test("opening a separate looked-after plan is refused, whether or not a plan is open", () => {
    for (const plan of ["skyes-plan", "none", "not-recorded"] as const) {
      const decision = open({ plan, purpose: "statutory" });
      expect(decision.answer).toBe("prevents");
      expect(decision.findings).toMatchObject([
        { rule: "highland.one-plan", clause: { source: "Highland", at: "H9, paragraph 2" } },
      ]);
    }
  });
  test("a second plan is refused; the first is opened; not knowing is neither", () => {
    expect(open({ plan: "skyes-plan" }).answer).toBe("prevents");
    expect(open({ plan: "none" }).answer).toBe("permits");
    expect(open({ plan: "not-recorded" })).toMatchObject({ answer: "unknown" });
  });
  test("England's documents are silent on it", () => {
    const asked = { child: skye, plan: "skyes-plan", purpose: "statutory" as const };
    expect(asItStands(england).gate("plan.open", asked, on("2026-11-09")).answer).toBe("silent");
  });

  const placed = aStatus("looked-after", "2026-11-02", { id: "placement" });
  const requirements = (day: string, answered: readonly string[] = []) =>
    book.duty(
      "plan.requirements",
      { child: { ...skye, statuses: [placed] }, plan: { id: "skyes-plan" }, answered },
      on(day),
    );
  test.each([
    ["2026-11-01", []],
    ["2026-11-02", ["plan.write-requirement:placement"]],
    ["2026-11-03", ["plan.write-requirement:placement"]],
  ])("the review of Skye's placement is asked for as an action of her plan, on %s: %j", (day, acts) => {
    expect(requirements(day).owed.map(({ act }) => act)).toEqual(acts);
    for (const { due } of requirements(day).owed) expect(due).toBe("at-once");
  });
  test("once the plan holds the dated action nothing more is asked", () => {
    expect(requirements("2026-11-03", ["placement"]).answer).toBe("nothing-owed");
  });
  test("statuses that are not recorded are asked for, and not taken for none", () => {
    const facts = { child: { ...skye, statuses: "not-recorded" as const }, plan: { id: "p" }, answered: [] };
    expect(book.duty("plan.requirements", facts, on("2026-11-03")).owed).toMatchObject([
      {
        who: "lead-professional",
        act: "plan.record-statuses",
        due: "unknown",
        because: expect.stringMatching(/^It is not recorded which legal statuses the child has\. Record them/),
      },
    ]);
    const none = { ...facts, child: { ...skye, statuses: [] } };
    expect(book.duty("plan.requirements", none, on("2026-11-03")).owed).toEqual([]);
  });
});

describe("HIG-91: a child's meeting is a type of its own, and its triggers are settings", () => {
  const facts = (of: Partial<MeetingFacts> = {}): MeetingFacts => ({
    child: { ...skye, statuses: [aStatus("looked-after", "2026-11-02")] },
    leadIsFromAnotherAgency: true,
    safetyIsThePrimaryIssue: true,
    notAgreed: true,
    ...of,
  });
  const withTriggers = (...childsMeetingTriggers: readonly string[]) =>
    adopt(highland, anAdoption({ settings: { childsMeetingTriggers } }));
  const calls = (of: ReturnType<typeof withTriggers>, given = facts(), day = "2026-11-09") =>
    of.duty("meeting.called-for", given, on(day)).owed.map(({ act }) => act);

  test("apart from informal contact, with members, notes and what was decided", () => {
    expect(meetingKinds["childs-meeting"]).toMatchObject({ label: "Child's meeting" });
    expect(meetingKinds["childs-meeting"].meaning).toMatch(/Members.*notes.*decided/);
    expect(meetingKinds["informal-contact"].label).not.toBe(meetingKinds["childs-meeting"].label);
  });
  test("the list of triggers starts empty, so nothing calls for one", () => {
    expect(book.values.childsMeetingTriggers).toEqual([]);
    expect(calls(book)).toEqual([]);
  });
  test("each trigger that an area names calls for one from the day it holds", () => {
    const area = withTriggers("looked-after", "not-agreed");
    expect(calls(area)).toEqual(["meeting.arrange:looked-after", "meeting.arrange:not-agreed"]);
    expect(calls(area, facts({ notAgreed: false }), "2026-11-01")).toEqual([]);
    expect(calls(area, facts({ notAgreed: false }), "2026-11-02")).toEqual(["meeting.arrange:looked-after"]);
    expect(area.duty("meeting.called-for", facts(), on("2026-11-09")).owed.map(({ due }) => due)).toEqual([
      "at-once",
      "at-once",
    ]);
    expect(calls(withTriggers("lead-from-another-agency", "safety-is-primary"))).toHaveLength(2);
    const none = { leadIsFromAnotherAgency: false, safetyIsThePrimaryIssue: false };
    expect(calls(withTriggers("lead-from-another-agency", "safety-is-primary"), facts(none))).toEqual([]);
  });
  test("of a trigger that is named nobody takes what was not recorded for a no", () => {
    const every = ["lead-from-another-agency", "safety-is-primary", "not-agreed", "looked-after"] as const;
    const unknown = {
      child: { ...skye, statuses: "not-recorded" as const },
      leadIsFromAnotherAgency: "not-recorded",
      safetyIsThePrimaryIssue: "not-recorded",
      notAgreed: "not-recorded",
    } as const;
    for (const trigger of every)
      expect(withTriggers(trigger).duty("meeting.called-for", facts(unknown), on("2026-11-09")).owed).toMatchObject([
        { act: `meeting.record-trigger:${trigger}`, due: "unknown", who: "named-person" },
      ]);
    expect(
      withTriggers("looked-after").duty("meeting.called-for", facts(unknown), on("2026-11-09")).owed[0]?.because,
    ).toBe("Record whether this is so: the child is looked after. If it is, a child's meeting is arranged.");
    expect(calls(book, facts(unknown))).toEqual([]);
  });
});
