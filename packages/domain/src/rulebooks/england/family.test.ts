import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { DiaryFacts, HeardFacts, YoungChildFacts } from "../../people/family-model.ts";
import {
  familyContactFacts,
  heardFacts,
  interpretersFacts,
  roleExplainedFacts,
  youngChildFacts,
} from "../../testing/family.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));

describe("CWDC-1.19b: a meeting is not confirmed while an interpreter need is unanswered", () => {
  const meeting = (of: ReturnType<typeof interpretersFacts>) => book.gate("meeting.interpreters", of, on("2026-11-24"));
  test.each([
    ["none", "prevents"],
    ["not-recorded", "prevents"],
    ["booked", "permits"],
    ["declined", "permits"],
  ] as const)("the mother speaks Tigrinya and needs an interpreter, who is %s: %s", (interpreter, answer) => {
    expect(meeting(interpretersFacts(interpreter)).answer).toBe(answer);
  });
  test("the invitation waits, and says for what", () => {
    expect(meeting(interpretersFacts("none")).findings[0]).toMatchObject({
      clause: { source: "CWDC", at: "1.19" },
      because: expect.stringMatching(/The invitations wait until one is, or the offer is declined/),
    });
  });
  test("whether one is needed is asked for, of each and of all", () => {
    const { people, ...rest } = interpretersFacts("none");
    const [mother] = people === "not-recorded" ? [] : people;
    if (mother === undefined) throw new Error("The builder has one person.");
    expect(meeting({ ...rest, people: [{ ...mother, needsInterpreter: "not-recorded" }] })).toMatchObject({
      answer: "unknown",
      missing: ["whether an interpreter is needed"],
    });
    expect(meeting({ ...rest, people: [{ ...mother, needsInterpreter: false }] }).answer).toBe("permits");
    for (const nobody of ["not-recorded", []] as const)
      expect(meeting({ ...rest, people: nobody }).missing).toEqual(["first languages and interpreter needs"]);
    expect(meeting({ ...rest, people: [{ ...mother, needsInterpreter: false }, mother] }).answer).toBe("prevents");
  });
});

const heard = (of: Partial<HeardFacts>, day: string) =>
  book
    .duty("people.heard", heardFacts(of), on(day))
    .owed.map(({ act, who, due }) => [act.replace("people.", ""), who, due]);

describe("CWDC-2.10b: a question that is not answered stays on the list", () => {
  const asked = { id: "question-1", raisedOn: localDate("2026-11-20"), answeredOn: "none" } as const;
  const onLeads = ["answer-family", "lead-professional", { day: "2026-11-26" }];
  test.each([
    ["2026-11-20", [onLeads]],
    ["2026-11-26", [onLeads]],
    ["2026-11-27", [["see-family-is-answered", "line-manager", "at-once"], onLeads]],
    ["2026-11-28", [["see-family-is-answered", "line-manager", "at-once"], onLeads]],
  ])("asked on 20 November 2026, no answer on %s", (day, owed) => {
    expect(heard({ questions: [asked] }, day)).toEqual(owed);
  });
  test("answered, it is off both lists; not recorded, it stays", () => {
    expect(heard({ questions: [{ ...asked, answeredOn: localDate("2026-11-25") }] }, "2026-11-27")).toEqual([]);
    expect(heard({ questions: [{ ...asked, answeredOn: "not-recorded" }] }, "2026-11-27")).toHaveLength(2);
  });
});

describe("CWDC-2.5: after each review the family is asked on five points", () => {
  const review = {
    on: localDate("2026-11-20"),
    askedOn: localDate("2026-11-21"),
    marked: [{ point: "conflicting-advice", settledOn: "none" }],
    nextOn: localDate("2027-02-16"),
  } as const;
  test("'conflicting advice' is marked: the lead puts it right by the next review", () => {
    expect(heard({ review }, "2026-11-24")).toEqual([
      ["settle-after-review", "lead-professional", { day: "2027-02-16" }],
    ]);
    expect(heard({ review: { ...review, nextOn: "none" } }, "2026-11-24")[0]?.[2]).toBe("unknown");
    expect(book.duty("people.heard", heardFacts({ review }), on("2026-11-24")).owed[0]?.because).toBe(
      "The family marked this after the review of 20 November 2026: conflicting advice. Put it right by the next review.",
    );
  });
  test("put right, nothing is left", () => {
    const settled = [{ point: "conflicting-advice", settledOn: localDate("2026-12-01") }] as const;
    expect(heard({ review: { ...review, marked: settled } }, "2026-12-01")).toEqual([]);
  });
  test.each([
    ["2026-11-19", []],
    ["2026-11-20", [["ask-after-review", "lead-professional", "at-once"]]],
    ["2026-11-21", [["ask-after-review", "lead-professional", "at-once"]]],
  ])("nobody asked yet, on %s", (day, owed) => {
    expect(heard({ review: { ...review, askedOn: "none" } }, day)).toEqual(owed);
    expect(heard({ review: { ...review, marked: "not-recorded" } }, day)).toEqual(owed);
  });
  test("without a review nothing is asked", () => {
    expect(heard({ review: "none" }, "2026-11-24")).toEqual([]);
    expect(heard({ review: "not-recorded" }, "2026-11-24")).toEqual([]);
  });
});

describe("CWDC-2.14: how a young child is reached is on record", () => {
  const owed = (of: Partial<YoungChildFacts>) =>
    book.duty("people.young-child", youngChildFacts(of), on("2026-11-24")).owed.map(({ because }) => because);
  test("Maya, 4: picture cards, views by her nursery nurse, reception in September 2027: nothing is missing", () => {
    expect(owed({})).toEqual([]);
    expect(owed({ transitions: [] })).toEqual([]);
  });
  test.each([
    [{ way: "not-recorded" }, "Record the way of communicating that the child prefers."],
    [{ understanding: "not-recorded" }, "Record how much the child understands."],
    [{ viewsHad: "not-recorded" }, "Record how the child's views were had."],
    [{ carersPart: "not-recorded" }, "Record how the carers take part."],
    [{ transitions: "not-recorded" }, "Record which changes are known to come, or that there are none."],
  ] as const)("%o: %s", (of, because) => {
    expect(owed(of)).toEqual([because]);
  });
  test("an older child owes none of it; whether it is young is asked for", () => {
    expect(owed({ isYoung: false, way: "not-recorded" })).toEqual([]);
    expect(owed({ isYoung: "not-recorded" })).toEqual([
      expect.stringMatching(/^It is not recorded whether the child is young/),
    ]);
  });
});

describe("CWDC-HINT-diary: two visits at one time are shown to the lead", () => {
  const healthVisitor = {
    id: "visit-1",
    agency: "health",
    on: localDate("2026-12-08"),
    startsAt: 600,
    minutes: 60,
  } as const;
  const housing = { ...healthVisitor, id: "visit-2", agency: "housing" } as const;
  const clashes = (visits: DiaryFacts["visits"], day = "2026-12-01") =>
    book.duty("people.diary", { child: { id: "child-1" }, visits }, on(day)).owed;
  test("health visitor and housing both on 8 December 2026 at 10:00", () => {
    expect(clashes([healthVisitor, housing])).toEqual([
      expect.objectContaining({
        who: "lead-professional",
        due: { day: "2026-12-08" },
        because: "Two visits are planned for 8 December 2026 at 10:00. Talk with both, and move one.",
      }),
    ]);
  });
  test.each([
    [659, 60, 1],
    [660, 60, 0],
    [540, 60, 0],
    [541, 60, 1],
    [600, 0, 1],
  ])("the other starts at minute %i for %i minutes: %i", (startsAt, minutes, many) => {
    expect(clashes([healthVisitor, { ...housing, startsAt, minutes }])).toHaveLength(many);
  });
  test("another day, the same visit, or a day gone by: none", () => {
    expect(clashes([healthVisitor, { ...housing, on: localDate("2026-12-09") }])).toEqual([]);
    expect(clashes([healthVisitor, healthVisitor])).toEqual([]);
    expect(clashes([healthVisitor, housing], "2026-12-08")).toHaveLength(1);
    expect(clashes([healthVisitor, housing], "2026-12-09")).toEqual([]);
  });
});

describe("CWDC-CASE-PARENT: the family sees who to reach, and out of hours too", () => {
  test("the lead comes first, and the duty line last", () => {
    const decision = book.designation(
      "people.family-contact",
      familyContactFacts({ outOfHours: "duty-line" }),
      on("2026-12-01"),
    );
    expect(decision.holders).toEqual([{ kind: "person", id: "fay", post: "lead-professional" }]);
    expect(
      decision.findings.flatMap((finding) =>
        "holder" in finding && finding.holder.kind === "person" ? [[finding.holder.id, finding.order]] : [],
      ),
    ).toEqual([
      ["fay", 1],
      ["rob", 2],
      ["duty-line", 9],
    ]);
  });
});

describe("CWDC-ANNEXC-CP-2: the key worker's role is explained at the conference and at the core group", () => {
  const explained = (of: Parameters<typeof roleExplainedFacts>[0], day = "2026-11-26") =>
    book.gate("meeting.role-explained", roleExplainedFacts(of), on(day));
  test("at the conference on 18 November and the core group on 25 November 2026: through", () => {
    expect(explained({}).answer).toBe("permits");
  });
  test.each([
    ["2026-11-24", "prevents"],
    ["2026-11-25", "permits"],
  ])("asked on %s: %s", (day, answer) => {
    expect(explained({}, day).answer).toBe(answer);
  });
  test("the second is empty: the record stays a draft", () => {
    const draft = explained({ atCoreGroup: "none" });
    expect(draft.answer).toBe("prevents");
    expect(draft.findings.map(({ because }) => because)).toContain(
      "The key worker's role is still to be explained at the core group. The record stays a draft until it is.",
    );
  });
  test("not recorded, and heard by nobody, are asked for", () => {
    expect(explained({ atConference: "not-recorded" }).missing).toEqual([
      "whether the key worker's role was explained at the first conference",
    ]);
    expect(explained({ atCoreGroup: { on: localDate("2026-11-25"), heardBy: [] } }).missing).toEqual([
      "who heard it at the core group",
    ]);
  });
  test("without a key worker there is nothing to explain", () => {
    expect(explained({ keyWorker: "none", atConference: "none" }).answer).toBe("silent");
  });
});
