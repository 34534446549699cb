import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import {
  type AnswerOnRecord,
  asConsent,
  asConsents,
  carries,
  restsOn,
  saidNoSince,
  speaksTo,
  standsOn,
} from "./answers.ts";
import { AnswerAboutSharing } from "./commands.ts";

const answer = (of: Partial<AnswerOnRecord> = {}): AnswerOnRecord => ({
  consentId: "consent-1",
  answeredBy: "parent-or-carer",
  answeredByName: "Ana Lind",
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

describe("HIG-26, HD-14: a no that is recorded after a yes takes it back", () => {
  const crossing = { itemId: "item-1", toId: "nurse-1", agency: "health" } as const;
  const day = (text: string) => localDate(text);
  const no = (of: Partial<AnswerOnRecord> = {}) =>
    answer({ consentId: "no", answer: "refused", during: { from: day("2026-03-02") }, ...of });

  test("of the same person, from its day on, however the name is spelled; of another it is not theirs to take back", () => {
    const rests = (other: AnswerOnRecord, at = "2026-03-02") =>
      restsOn([other, answer()], crossing, day(at))?.consentId;
    expect(rests(no(), "2026-03-01")).toBe("consent-1");
    expect(rests(no())).toBeUndefined();
    expect(rests(no({ answeredByName: " ANA  LIND" }))).toBeUndefined();
    expect(rests(no({ answeredByName: "Rob Lind" }))).toBe("consent-1");
    expect(rests(no({ answeredBy: "child", answeredByName: null }))).toBe("consent-1");
  });

  test("to what it is about and to nothing else; a yes that is newer stands", () => {
    expect(restsOn([no({ agencies: ["police"] }), answer()], crossing, day("2026-03-02"))?.consentId).toBe("consent-1");
    expect(restsOn([no({ items: ["item-2"] }), answer()], crossing, day("2026-03-02"))?.consentId).toBe("consent-1");
    const newer = answer({ consentId: "newer", during: { from: day("2026-03-03") } });
    expect(restsOn([newer, no(), answer()], crossing, day("2026-03-03"))?.consentId).toBe("newer");
    expect(speaksTo(no(), crossing)).toBe(true);
    expect(speaksTo(no({ agencies: ["police"] }), crossing)).toBe(false);
  });

  test("the earlier yes says since when, and whether it was a no to all of it", () => {
    const since = (other: AnswerOnRecord, yes = answer(), at = "2026-03-02") => saidNoSince(yes, [other, yes], day(at));
    expect(since(no(), answer(), "2026-03-01")).toBeUndefined();
    expect(since(no())).toEqual({ on: "2026-03-02", toAll: true });
    expect(since(no(), answer({ agencies: ["health", "police"] }))).toEqual({ on: "2026-03-02", toAll: false });
    expect(since(no({ items: ["item-1"] }))).toEqual({ on: "2026-03-02", toAll: false });
    expect(since(no({ items: ["item-1", "item-2"] }), answer({ items: ["item-1"] }))?.toAll).toBe(true);
    expect(since(no({ items: ["item-2"] }), answer({ items: ["item-1"] }))).toBeUndefined();
    expect(since(no({ agencies: [], recipients: ["nurse-1"] }))).toBeUndefined();
    expect(since(no({ answeredByName: "Rob Lind" }))).toBeUndefined();
    expect(since(no(), answer({ during: { from: day("2026-03-03") } }), "2026-03-03")).toBeUndefined();
    expect(since(answer({ consentId: "again" }))).toBeUndefined();
    expect(since(no(), no({ consentId: "first" }))).toBeUndefined();
  });

  test("answers are one adult's by an id, and no name is among the facts", () => {
    const facts = asConsents([no(), answer(), answer({ consentId: "rob", answeredByName: "Rob Lind" })], "item-1");
    expect(facts.map(({ adult }) => adult)).toEqual(["no", "no", "rob"]);
    expect(JSON.stringify(facts)).not.toMatch(/Lind/);
    expect(asConsents([answer({ answeredBy: "child", answeredByName: null })], "item-1")[0]).not.toHaveProperty(
      "adult",
    );
  });
});
