import { describe, expect, test } from "vitest";
import type { WishFacts, WorryFacts } from "../../concern/model.ts";
import { inOrderOfDays } from "../../concern/receiver.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { itemFacts, wishFacts, worryFacts } from "../../testing/consent.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const receiver = (of: Partial<WorryFacts>) =>
  book.designation("concern.receiver", worryFacts(of), noonOn(localDate("2026-11-13")));
const { worry } = worryFacts();

describe("HIG-73: all worries arrive in one place, in the order of their days", () => {
  const library = { id: "worry-1", on: localDate("2026-10-02") };
  test("a library worker's note of 2 October stands before the driver's of 12 November", () => {
    const facts = worryFacts({ earlier: [library] });
    expect(inOrderOfDays(facts)).toEqual(["worry-1", "worry-2"]);
    expect(receiver(facts).findings[0]?.because).toMatch(
      /in one list with one earlier worry, in the order of their days/,
    );
  });
  test("the order is the days', not that in which they arrived; one worry is there once", () => {
    const later = { id: "worry-3", on: localDate("2026-11-20") };
    expect(inOrderOfDays(worryFacts({ earlier: [later, library, { id: "worry-2", on: worry.on }] }))).toEqual([
      "worry-1",
      "worry-2",
      "worry-3",
    ]);
    expect(receiver({ earlier: [later, library] }).findings[0]?.because).toMatch(/with 2 earlier worries/);
    expect(receiver({}).findings[0]?.because).toMatch(/It is the first worry about this child/);
  });
});

describe("HIG-70: anybody passes a worry on in one step, without knowing who the named person is", () => {
  test("three lines by the janitor reach Mr Bell at once, and the janitor sees only 'passed on'", () => {
    const decision = receiver({ namedPerson: "mr-bell" });
    expect(decision).toMatchObject({
      answer: "filled",
      holders: [{ kind: "person", id: "mr-bell", post: "named-person" }],
    });
    expect(decision.findings[0]?.because).toMatch(/^The named person has it at once, and whoever brought it sees that/);
  });
  test("with nobody named the worry is kept for whoever is", () => {
    expect(receiver({ namedPerson: "none" })).toMatchObject({
      answer: "required",
      holders: [{ kind: "post", post: "named-person" }],
    });
  });
  test("who it is is asked for where nobody recorded it", () => {
    expect(receiver({ namedPerson: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["who the named person is"],
    });
  });
});

describe("HIG-67: a worry about school or home is accepted, from parent or child", () => {
  test.each([
    ["child", "home"],
    ["child", "none"],
    ["parent-or-carer", "school"],
    ["parent-or-carer", "not-recorded"],
    ["professional", "both"],
  ] as const)("brought by the %s, about %s: it reaches the named person", (by, about) => {
    expect(receiver({ worry: { ...worry, by, about } }).answer).toBe("filled");
  });
});

describe("HIG-68: a worry may name the adult whom the child chose", () => {
  test("the driver, who is on no plan, is kept beside it, and the named person receives it", () => {
    const decision = receiver({ worry: { ...worry, chosenAdult: "driver-1" } });
    expect(decision.holders).toEqual([{ kind: "person", id: "head-teacher-1", post: "named-person" }]);
    expect(decision.facts).toContainEqual({ about: "child:child-1", name: "adult the child chose", value: "driver-1" });
  });
});

describe("HIG-69: a wish to talk to somebody familiar is offered, and never required", () => {
  const owed = (wish: WishFacts["wish"]) =>
    book
      .duty("concern.wish", wishFacts(wish), noonOn(localDate("2026-11-13")))
      .owed.map(({ act, due }) => (due === "at-once" ? act : `${act}, not at once`));
  const wished = { on: localDate("2026-11-13"), offeredOn: "none", answer: "none" } as const;
  test("Piotr would rather talk in Polish: the offer is owed, then his yes or no", () => {
    expect(owed(wished)).toEqual(["concern.offer-somebody-familiar"]);
    expect(owed({ ...wished, offeredOn: "not-recorded" })).toEqual(["concern.offer-somebody-familiar"]);
    const offered = { ...wished, offeredOn: localDate("2026-11-13") } as const;
    expect(owed(offered)).toEqual(["concern.record-answer-to-offer"]);
    expect(owed({ ...offered, answer: "not-recorded" })).toEqual(["concern.record-answer-to-offer"]);
    expect(owed({ ...offered, answer: "yes" })).toEqual([]);
    expect(owed({ ...offered, answer: "no" })).toEqual([]);
  });
  test.each(["none", "not-recorded"] as const)("left %s it blocks nothing and asks for nothing", (wish) => {
    expect(owed(wish)).toEqual([]);
  });
});

describe("HIG-23: a professional finds who the named person is, and nothing else of the record", () => {
  test("a police officer with a worry reaches Mr Bell; the plan and the notes stay closed", () => {
    expect(receiver({ worry: { ...worry, by: "professional" }, namedPerson: "mr-bell" }).holders).toEqual([
      { kind: "person", id: "mr-bell", post: "named-person" },
    ]);
    const officer = { id: "officer-1", agency: "police", role: "none", parts: [] } as const;
    const seen = book.gate("consent.item", itemFacts({ reader: officer }), noonOn(localDate("2026-11-13")));
    expect(seen.answer).toBe("prevents");
  });
});
