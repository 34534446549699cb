import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type {
  ArrangeFacts,
  ClosingFacts,
  FollowUpFacts,
  JobsFacts,
  NeedFacts,
  PreparationFacts,
} from "../../meeting/model.ts";
import {
  aGuest,
  arrangeFacts,
  closingFacts,
  followUpFacts,
  jobsFacts,
  needFacts,
  preparationFacts,
} from "../../testing/meeting.ts";
import { reviewDueFacts } from "../../testing/review.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const at = (day: string) => noonOn(localDate(day));
const needed = (of: Partial<NeedFacts>, day: string) => book.duty("meeting.needed", needFacts(of), at(day));
const arrange = (of: Partial<ArrangeFacts>) => book.gate("meeting.arrange", arrangeFacts(of), at("2026-11-25"));
const jobs = (of: Partial<JobsFacts>) => book.gate("meeting.jobs", jobsFacts(of), at("2026-11-25"));
const update = (of: Partial<PreparationFacts>, day = "2026-11-25") =>
  book
    .duty("meeting.preparation", preparationFacts(of), at(day))
    .owed.filter(({ rule }) => rule === "bolton.meeting-up-to-date");
const closing = (of: Partial<ClosingFacts>) => book.gate("meeting.closing", closingFacts(of), at("2026-12-02"));
const absences = (of: Partial<FollowUpFacts>, day = "2026-12-02") =>
  book
    .duty("meeting.follow-up", followUpFacts(of), at(day))
    .owed.filter(({ rule }) => rule === "bolton.meeting-absence");
const when = (day: string) => localDate(day);

describe("BOL-4.4: a meeting that is needed is held within ten working days", () => {
  test.each([
    ["2026-11-23", []],
    ["2026-11-24", [["lead-professional", "fay"]]],
    ["2026-12-08", [["lead-professional", "fay"]]],
    [
      "2026-12-09",
      [
        ["line-manager", "carl"],
        ["lead-professional", "fay"],
      ],
    ],
  ])("raised on 24 November, on %s it is with %j", (day, who) => {
    expect(needed({}, day).owed.map((one) => [one.who, one.whoId])).toEqual(who);
  });
  test("it is due by the end of 8 December, on the lead's account, and the manager's copy too", () => {
    const [manager, lead] = needed({}, "2026-12-09").owed;
    expect(lead).toMatchObject({
      act: "meeting.hold",
      due: { day: "2026-12-08" },
      force: "must",
      clause: { source: "Bolton", at: "4.4" },
      ifMissed: expect.stringContaining("to their manager"),
    });
    expect(manager).toMatchObject({
      act: "meeting.see-it-held",
      due: "at-once",
      onAccountOf: "lead-professional",
      because: expect.stringContaining("due by 8 December 2026. None has been held."),
    });
  });
  test("a held meeting closes it; one held before the need, or after the day asked about, does not", () => {
    expect(needed({ heldOn: when("2026-12-02") }, "2026-12-09").answer).toBe("nothing-owed");
    expect(needed({ heldOn: when("2026-11-24") }, "2026-12-09").answer).toBe("nothing-owed");
    expect(needed({ heldOn: when("2026-11-23") }, "2026-12-09").owed).toHaveLength(2);
    expect(needed({ heldOn: when("2026-12-02") }, "2026-12-02").answer).toBe("nothing-owed");
    expect(needed({ heldOn: when("2026-12-02") }, "2026-12-01").owed).toHaveLength(1);
    expect(needed({ heldOn: "not-recorded" }, "2026-12-09").owed).toHaveLength(2);
  });
  test("no need, nobody leading, bank holidays that are not known", () => {
    expect(needed({ need: "none" }, "2026-12-09").answer).toBe("nothing-owed");
    expect(needed({ need: "not-recorded" }, "2026-12-09").owed).toEqual([]);
    expect(needed({ lead: "none", leadsManager: "not-recorded" }, "2026-12-09").owed.map(({ whoId }) => whoId)).toEqual(
      [undefined, undefined],
    );
    const late = { raisedOn: when("2028-12-27"), by: "family", familySays: "agrees" } as const;
    expect(needed({ need: late }, "2028-12-28").owed).toMatchObject([{ due: "not-published" }]);
  });
});

describe("BOL-4.5: a meeting that takes place anyway is used", () => {
  const existing = { on: when("2026-12-02"), isUsed: true } as const;
  test("the school's meeting of 2 December is used: its type is that, and no separate one is called", () => {
    const separate = arrange({ existing });
    expect(separate.answer).toBe("prevents");
    expect(separate.findings.map(({ because }) => because)).toContain(
      "The meeting of 2 December 2026 takes place anyway and is used for this: no separate one is called.",
    );
    expect(arrange({ existing, meeting: { id: "school", kind: "existing-meeting" } }).answer).toBe("permits");
    expect(arrange({ existing, act: "change-day" }).answer).toBe("permits");
  });
  test("one that could be used asks for a reason before the family is asked to another", () => {
    const unused = { existing: { ...existing, isUsed: false } };
    expect(arrange(unused)).toMatchObject({ answer: "permits-if", needs: [{ code: "extra-meeting", what: "reason" }] });
    expect(arrange({ ...unused, extraMeetingReasonGiven: true })).toMatchObject({ answer: "permits", needs: [] });
  });
  test("none, and not recorded", () => {
    expect(arrange({ existing: "none" }).answer).toBe("permits");
    expect(arrange({ existing: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether services and family meet anyway"],
    });
  });
});

describe("BOL-4.6: everybody shares what is up to date before the meeting", () => {
  const rob = aGuest("rob");
  test("housing has not updated since 1 October: the agenda shows it as out of date", () => {
    const housing = aGuest("hana", { agency: "housing", lastUpdateOn: when("2026-10-01") });
    expect(update({ people: [rob, housing] })).toMatchObject([
      {
        whoId: "hana",
        due: { day: "2026-12-08" },
        because: "Housing: out of date, last updated on 1 October 2026. Say before or at the meeting how it stands.",
      },
    ]);
  });
  test.each([
    ["2026-11-09", 1],
    ["2026-11-10", 0],
    ["2026-11-11", 0],
  ])("BOL-D40: last updated on %s for a meeting of 8 December: %i out of date", (day, many) => {
    expect(update({ people: [aGuest("rob", { lastUpdateOn: when(day) })] })).toHaveLength(many);
  });
  test("nothing said so far is out of date too; the family is not asked for an update, nor anybody after the meeting", () => {
    const silent = aGuest("rob", { lastUpdateOn: "not-recorded" });
    expect(update({ people: [silent] })).toMatchObject([
      { because: expect.stringMatching(/^Education: no update so far/) },
    ]);
    expect(update({ people: [aGuest("mother", { as: "family", lastUpdateOn: "none" })] })).toEqual([]);
    expect(update({ people: [silent] }, "2026-12-08")).toHaveLength(1);
    expect(update({ people: [silent] }, "2026-12-09")).toEqual([]);
  });
});

describe("BOL-4.7: the priorities are ranked and kept with the meeting", () => {
  const need = (id: string, rank: number | "none" | "not-recorded" = "none") => ({ id, rank });
  const five = (...ranks: readonly (number | "none" | "not-recorded")[]) =>
    ["a", "b", "c", "d", "e"].map((id, index) => need(id, ranks[index]));
  test("five needs, three ranked first: the plan shows 1 to 3", () => {
    const decision = closing({ needs: five(2, 1, 3) });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because)).toEqual([
      "3 of 5 needs come first. The plan shows them in that order, from 1 to 3.",
    ]);
  });
  test("none ranked, two on one place, a place left out", () => {
    expect(closing({ needs: five() }).answer).toBe("prevents");
    expect(closing({ needs: five(1, 1, 2) }).answer).toBe("prevents");
    expect(closing({ needs: five(1, 3) }).answer).toBe("prevents");
    expect(closing({ needs: five(2) }).answer).toBe("prevents");
    expect(closing({ needs: five(1) }).answer).toBe("permits");
  });
  test("no need raised, and what is not recorded", () => {
    expect(closing({ needs: [] }).answer).toBe("silent");
    expect(closing({ needs: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["which needs were raised"],
    });
    expect(closing({ needs: five(1, "not-recorded") }).missing).toEqual(["which needs come first"]);
  });
});

describe("BOL-4.10: the lead does not support the family, chair and take notes at one meeting", () => {
  test("chair and supporter, and now the notes too: refused", () => {
    const decision = jobs({ chair: "fay", familySupport: "fay", notes: "fay" });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: "bolton.meeting-not-all-jobs",
        effect: "prevents",
        about: "practitioner:fay",
        because: expect.stringContaining("someone else must take notes"),
      }),
    );
  });
  test("two of the three are a warning, and the notes are offered to somebody else first", () => {
    const withNotes = { chair: "fay", notes: "fay" };
    expect(jobs({ chair: "fay", familySupport: "fay" })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "two-jobs" }],
    });
    expect(jobs(withNotes).needs.map(({ code }) => code)).toEqual(["notes-offered", "two-jobs"]);
    expect(jobs({ ...withNotes, notesOfferedTo: ["fay"] }).needs.map(({ code }) => code)).toContain("notes-offered");
    expect(jobs({ ...withNotes, notesOfferedTo: "not-recorded" }).needs).toHaveLength(2);
    expect(jobs({ ...withNotes, notesOfferedTo: ["rob"] }).needs.map(({ code }) => code)).toEqual(["two-jobs"]);
    const [warning] = jobs(withNotes).findings.filter(({ effect }) => effect === "permits-if");
    expect(warning).toMatchObject({ strength: "ours", because: expect.stringContaining("to chair and take notes") });
  });
  test("one or none of them is fine; somebody else may hold all three", () => {
    expect(jobs({ chair: "fay" }).answer).toBe("permits");
    expect(jobs({}).answer).toBe("permits");
    expect(jobs({ chair: "rob", notes: "rob", familySupport: "rob" }).answer).toBe("permits");
  });
  test("nobody leads, or it is not recorded who", () => {
    const nobody = jobs({ lead: "none", chair: "none", notes: "none" });
    expect(nobody.needs.map(({ code }) => code)).toEqual(["job:chair", "job:notes"]);
    expect(nobody.findings.every(({ rule }) => rule === "bolton.meeting-jobs-taken")).toBe(true);
    expect(jobs({ lead: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["who leads"] });
  });
});

describe("BOL-4.11: everybody else at the meeting helps, and the three jobs have names", () => {
  test("Rob offers the notes and the SENCO chairs", () => {
    const decision = jobs({ chair: "senco", notes: "rob", familySupport: "nurse" });
    expect(decision.answer).toBe("permits");
    expect(decision.facts.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining([
        ["chair", "senco"],
        ["notes", "rob"],
        ["family support", "nurse"],
      ]),
    );
  });
  test.each([
    ["chair", "job:chair"],
    ["notes", "job:notes"],
    ["familySupport", "job:family-support"],
  ] as const)("nobody for %s: it is offered to the others", (job, code) => {
    expect(jobs({ [job]: "none" })).toMatchObject({
      answer: "permits-if",
      needs: [{ code, what: "agreement", from: "practitioners-involved" }],
    });
    expect(jobs({ [job]: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("BOL-4.15: lead and family agree when another meeting is needed", () => {
  const asked = { raisedOn: when("2026-11-24"), by: "practitioner" } as const;
  const acts = (
    familySays: "agrees" | "not-yet" | "not-recorded",
    by: typeof asked.by | "family" | "child" = asked.by,
  ) => needed({ need: { ...asked, by, familySays } }, "2026-12-09").owed.map(({ act }) => act);
  test("a worker asks and the family says not yet: that is kept, and the next step is decided with them", () => {
    const { owed } = needed({ need: { ...asked, familySays: "not-yet" } }, "2026-12-09");
    expect(owed).toMatchObject([
      { act: "meeting.decide-next-step", whoId: "fay", due: "at-once", about: "family:child-1" },
    ]);
    expect(owed[0]?.because).toMatch(/said not yet\. That is kept/);
  });
  test("they agree, or were not asked yet, or asked for it themselves", () => {
    expect(acts("agrees")).toEqual(["meeting.see-it-held", "meeting.hold"]);
    expect(acts("not-recorded")).toEqual(["meeting.see-it-held", "meeting.ask-family", "meeting.hold"]);
    expect(acts("not-recorded", "family")).toEqual(["meeting.see-it-held", "meeting.hold"]);
    expect(acts("not-yet", "child")).toEqual(["meeting.see-it-held", "meeting.hold"]);
  });
});

describe("BOL-11.6: who misses meetings and says nothing is seen", () => {
  const met = (on: string, cameTo: boolean | "not-recorded", sentUpdate: boolean | "not-recorded" = false) => ({
    on: when(on),
    cameTo,
    sentUpdate,
  });
  const nurse = (...meetings: readonly ReturnType<typeof met>[]) => ({ attendance: [{ id: "nurse", meetings }] });
  test("the school nurse misses two without an update: the lead sees it, and may raise it", () => {
    const both = nurse(met("2026-11-04", false), met("2026-12-01", false), met("2026-10-01", true));
    expect(absences(both)).toMatchObject([
      {
        who: "lead-professional",
        whoId: "fay",
        act: "meeting.raise-absence:nurse",
        due: "at-once",
        force: "may",
        about: "practitioner:nurse",
        because: expect.stringContaining("missed the last 2 meetings"),
      },
    ]);
    expect(absences(both, "2026-12-01")).toHaveLength(1);
    expect(absences(both, "2026-11-30")).toEqual([]);
    expect(absences(nurse(met("2026-11-04", false), met("2026-12-01", false)))).toHaveLength(1);
  });
  test("one missed, an apology with an update, a meeting attended since, one of which nothing is recorded", () => {
    expect(absences(nurse(met("2026-12-01", false)))).toEqual([]);
    expect(absences(nurse(met("2026-11-04", false), met("2026-12-01", false, true)))).toEqual([]);
    expect(absences(nurse(met("2026-10-01", false), met("2026-11-04", false), met("2026-12-01", true)))).toEqual([]);
    expect(absences(nurse(met("2026-11-04", false), met("2026-12-01", "not-recorded")))).toEqual([]);
    expect(absences(nurse(met("2026-11-04", false), met("2026-12-01", false, "not-recorded")))).toEqual([]);
  });
});

describe("BOL-D16: a plan is reviewed by ten weeks, with a reminder at eight", () => {
  const calendar = workingCalendar("england-and-wales");
  const agreed = reviewDueFacts({ agreedOn: when("2026-09-01"), reviewOn: "none", calendar });
  const owed = (day: string) => book.duty("plan.review-due", agreed, at(day)).owed;
  test("agreed on 1 September: due by 10 November, reminded from 27 October", () => {
    expect(owed("2026-10-26")).toMatchObject([{ due: { day: "2026-11-10" }, from: "2026-10-27" }]);
    expect(owed("2026-10-27")[0]).not.toHaveProperty("from");
  });
});
