import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { type AnswerOnRecord, asConsent, carries, restsOn, standsOn } from "./answers.ts";
import { AnswerAboutSharing } from "./commands.ts";

const answer = (of: Partial<AnswerOnRecord> = {}): AnswerOnRecord => ({
  consentId: "consent-1",
  answeredBy: "parent-or-carer",
  answer: "given",
  form: "written",
  items: [],
  agencies: ["health"],
  recipients: [],
  during: { from: localDate("2026-02-22"), until: localDate("2026-09-01") },
  withdrawnOn: null,
  ...of,
});
const on = localDate("2026-03-02");

describe("HIG-26: how an answer about sharing stands", () => {
  test.each([
    ["2026-02-21", "not-yet"],
    ["2026-02-22", "in-force"],
    ["2026-08-31", "in-force"],
    ["2026-09-01", "ended"],
  ])("a yes of 22 February to 31 August, on %s: %s", (day, standing) => {
    expect(standsOn(answer(), localDate(day))).toBe(standing);
  });

  test("a no stands as a no for its days; a yes that was taken back is that from its day on", () => {
    expect(standsOn(answer({ answer: "refused" }), on)).toBe("refused");
    const takenBack = answer({ withdrawnOn: on });
    expect(standsOn(takenBack, localDate("2026-03-01"))).toBe("in-force");
    expect(standsOn(takenBack, on)).toBe("taken-back");
    expect(standsOn(takenBack, localDate("2026-12-01"))).toBe("taken-back");
  });
});

test("HIG-25: an answer that names no item speaks to what its words name; one that names items speaks to those alone", () => {
  expect(asConsent(answer(), "item-1").items).toEqual(["item-1"]);
  expect(asConsent(answer({ items: ["item-2"] }), "item-1").items).toEqual(["item-2"]);
});

test("what went on an answer is carried by it while it holds, for that item and that person or service", () => {
  const crossing = { itemId: "item-1", toId: "nurse-1", agency: "health" } as const;
  expect(carries(answer(), crossing, on)).toBe(true);
  expect(carries(answer({ answer: "refused" }), crossing, on)).toBe(false);
  expect(carries(answer({ withdrawnOn: on }), crossing, on)).toBe(false);
  expect(carries(answer({ agencies: ["police"] }), crossing, on)).toBe(false);
  expect(carries(answer({ agencies: [], recipients: ["nurse-1"] }), crossing, on)).toBe(true);
  expect(carries(answer({ items: ["item-2"] }), crossing, on)).toBe(false);
});

test("of several answers that carry it, it goes on the one in writing", () => {
  const crossing = { itemId: "item-1", toId: "nurse-1", agency: "health" } as const;
  const spoken = answer({ consentId: "spoken", form: "spoken" });
  expect(restsOn([spoken, answer()], crossing, on)?.consentId).toBe("consent-1");
  expect(restsOn([spoken], crossing, on)?.consentId).toBe("spoken");
  expect(restsOn([answer({ answer: "refused" })], crossing, on)).toBeUndefined();
});

describe("HIG-25: an answer says what, with whom and why before it is recorded", () => {
  const said = {
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer: "given",
    form: "written",
    saysWhat: "Reading scores",
    saysWithWhom: "The speech therapist",
    saysWhy: "So that she can plan sessions",
    agencies: ["health"],
    from: "2026-02-22",
    ends: { is: "on", lastDay: "2026-08-31" },
  };
  const problems = (of: object) =>
    AnswerAboutSharing.safeParse({ ...said, ...of }).error?.issues.map(({ message }) => message) ?? [];
  test.each([
    [{}, []],
    [{ saysWhy: " " }, ["Enter why it is shared"]],
    [{ answeredByName: "" }, ["Enter the name of the parent or carer"]],
    [{ answeredBy: "child", answeredByName: "" }, []],
    [{ agencies: [] }, ["Choose at least one service, or name a person"]],
    [{ ends: { is: "on", lastDay: "2026-02-21" } }, ["Enter a day that is not before the answer"]],
    [{ ends: { is: "on", lastDay: "2026-02-22" } }, []],
    [{ ends: { is: "open" } }, []],
  ])("%j: %j", (of, expected) => {
    expect(problems(of)).toEqual(expected);
  });
});
