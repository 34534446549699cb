import { describe, expect, test } from "vitest";
import type { ConcernClosingFacts, ConcernDutiesFacts } from "../../concern/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { anAdoption } from "../../testing/builders.ts";
import { concernClosing, concernDuties } from "../../testing/named-person.ts";
import { adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const owed = (of: Partial<ConcernDutiesFacts>, day: string) =>
  book.duty("concern.duties", concernDuties(of), noonOn(localDate(day))).owed;
const closing = (of: Partial<ConcernClosingFacts>) =>
  book.gate("concern.closing", concernClosing(of), noonOn(localDate("2025-11-06")));

describe("HIG-18: a concern is acknowledged in 1 working day and answered in 5", () => {
  test("reported Monday 3 November 2025: due on Tuesday 4 and Monday 10", () => {
    expect(owed({}, "2025-11-03").map(({ act, due }) => [act, due])).toEqual([
      ["concern.acknowledge", { day: "2025-11-04" }],
      ["concern.answer", { day: "2025-11-10" }],
    ]);
  });
  test("acknowledged on the 3rd and answered on the 6th, nothing is left", () => {
    const inside = { acknowledgedOn: localDate("2025-11-03"), answeredOn: localDate("2025-11-06") };
    expect(owed(inside, "2025-11-06")).toEqual([]);
  });
  test.each([
    ["2025-11-09", false],
    ["2025-11-10", false],
    ["2025-11-11", true],
  ])("unanswered on %s, with the manager: %s", (day, isWithManager) => {
    const waiting = owed({ acknowledgedOn: localDate("2025-11-03") }, day);
    expect(waiting.some(({ who, act }) => who === "line-manager" && act === "concern.answer-late")).toBe(isWithManager);
  });
  test.each([
    ["2025-11-04", false],
    ["2025-11-05", true],
  ])("not acknowledged on %s, with the manager: %s", (day, isWithManager) => {
    const late = owed({}, day).filter(({ who }) => who === "line-manager");
    expect(late.map(({ act, due, onAccountOf }) => [act, due, onAccountOf])).toEqual(
      isWithManager ? [["concern.acknowledge-late", "at-once", "named-person"]] : [],
    );
  });
  test("not recorded is still owed, and says so", () => {
    const [duty] = owed({ acknowledgedOn: localDate("2025-11-03"), answeredOn: "not-recorded" }, "2025-11-06");
    expect(duty).toMatchObject({ act: "concern.answer", because: expect.stringContaining("not recorded") });
  });
  test("Scotland's own holidays count: reported on Friday 28 November 2025, St Andrew's Day is kept on 1 December", () => {
    expect(owed({ reportedOn: localDate("2025-11-28") }, "2025-11-28")[0]?.due).toEqual({ day: "2025-12-02" });
  });
  test("where holidays are not yet published no day is promised", () => {
    expect(owed({ reportedOn: localDate("2028-12-29") }, "2028-12-29")[0]?.due).toBe("not-published");
  });
});

describe("HIG-17: a concern closes only with help given or arranged through a named other", () => {
  test.each([
    [{ outcome: "not-recorded" }, "unknown"],
    [{ outcome: "own-agency-help", helpRecorded: false }, "prevents"],
    [{ outcome: "own-agency-help", helpRecorded: true }, "permits"],
    [{ outcome: "another-agency-needed", helpRecorded: false }, "prevents"],
    [{ outcome: "nothing-more", helpRecorded: false }, "prevents"],
    [{ outcome: "nothing-more", helpRecorded: true }, "permits"],
  ] as const)("%o: %s", (of, answer) => {
    expect(closing(of).answer).toBe(answer);
  });
  const says = (of: Partial<ConcernClosingFacts>, by = book) =>
    by
      .gate("concern.closing", concernClosing(of), noonOn(localDate("2025-11-05")))
      .findings.flatMap(({ rule, because }) => (rule === "highland.concern-help-given" ? [because] : []));
  test("Mrs Shaw closes it with no outcome: refused; with the school nurse by name from 5 November: arranged", () => {
    expect(says({ helpRecorded: false })).toEqual([
      "Record the help that was given, or the named person through whom it is arranged. The concern stays open until then.",
    ]);
    expect(says({})).toEqual(["The help given, or who it was arranged through, is recorded."]);
  });
  test("needing nothing more it closes with the answer that was given (HD-63), and not without", () => {
    const answered = { outcome: "nothing-more" } as const;
    expect(says({ ...answered, helpRecorded: false })).toEqual([
      "Record the answer that was given. The concern stays open until then, though nothing more is needed.",
    ]);
    expect(says(answered)).toEqual(["The answer that was given is recorded, and nothing more is needed."]);
  });
  test("an area may say that an answer alone closes nothing", () => {
    const stricter = adopt(highland, anAdoption({ settings: { answerIsHelp: false } }));
    expect(says({ outcome: "nothing-more" }, stricter)).toEqual([
      "An answer alone closes no concern here. Record the help given, or the named person who arranges it.",
    ]);
    const { answer } = stricter.gate(
      "concern.closing",
      concernClosing({ outcome: "nothing-more" }),
      noonOn(localDate("2025-11-05")),
    );
    expect(answer).toBe("prevents");
    expect(says({}, stricter)).toEqual(["The help given, or who it was arranged through, is recorded."]);
  });
});

describe("HIG-19: a concern closes when child and family were both told", () => {
  test.each([
    [{ childTold: "told", familyTold: "told" }, "permits"],
    [{ childTold: "none" }, "prevents"],
    [{ familyTold: "none" }, "prevents"],
    [{ familyTold: "reason-given" }, "permits"],
    [{ childTold: "not-recorded" }, "unknown"],
  ] as const)("%o: %s", (of, answer) => {
    expect(closing(of).answer).toBe(answer);
  });
});

describe("HIG-19, HIG-41: each clause says what it found", () => {
  const said = (rule: string, of: Partial<ConcernClosingFacts>) =>
    closing(of).findings.flatMap((one) =>
      one.rule === `highland.${rule}` ? [[one.force, one.about, one.because]] : [],
    );
  test("told, or a reason why not, for the child and for the family apart", () => {
    expect(said("concern-both-told", { childTold: "told", familyTold: "reason-given" })).toEqual([
      ["must", "child:child-1", "It is recorded what the child was told."],
      ["must", "family:child-1", "There is a reason on record why the family was not told."],
    ]);
  });
  test.each([
    ["become-lead", "The named person and a manager decided that the named person becomes lead professional."],
    ["appoint-another", "The named person and a manager decided how another lead professional is appointed."],
  ] as const)("%s", (leadDecision, because) => {
    const of = { outcome: "another-agency-needed", managerConsulted: true, leadDecision } as const;
    expect(said("concern-decided-with-manager", of)).toEqual([["must", "child:child-1", because]]);
  });
});

describe("HIG-41: another agency is brought in together with a manager, and one of two ways is decided", () => {
  const needed = { outcome: "another-agency-needed" } as const;
  test.each([
    [{ managerConsulted: true, leadDecision: "become-lead" }, "permits"],
    [{ managerConsulted: true, leadDecision: "appoint-another" }, "permits"],
    [{ managerConsulted: true, leadDecision: "none" }, "prevents"],
    [{ managerConsulted: true, leadDecision: "not-recorded" }, "prevents"],
    [{ managerConsulted: false, leadDecision: "become-lead" }, "prevents"],
    [{ managerConsulted: "not-recorded", leadDecision: "become-lead" }, "unknown"],
  ] as const)("%o: %s", (of, answer) => {
    expect(closing({ ...needed, ...of }).answer).toBe(answer);
  });
  test("own agency's help needs no manager", () => {
    expect(closing({ managerConsulted: "not-recorded" }).answer).toBe("permits");
  });
});

describe("GIR-74: no decision that affects child and family without their part in it", () => {
  test.each([
    [{ childsView: "not-recorded" }, "unknown"],
    [{ familysView: "not-recorded" }, "unknown"],
    [{ childsView: "not-possible" }, "permits"],
  ] as const)("%o: %s", (of, answer) => {
    expect(closing(of).answer).toBe(answer);
  });
  test("given, or a reason why it could not be had", () => {
    const { findings } = closing({ childsView: "not-possible", familysView: "given" });
    const views = findings.filter(({ rule }) => rule === "scotland.concern-views");
    expect(views.map(({ force, about, because }) => [force, about, because])).toEqual([
      ["must", "child:child-1", "There is a reason on record why the child's view could not be had."],
      ["must", "family:child-1", "The family's view is recorded."],
    ]);
  });
});
