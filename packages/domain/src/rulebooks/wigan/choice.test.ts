import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChoiceFacts, CriterionAnswer } from "../../lead-professional/model.ts";
import { bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const day = localDate("2026-11-24");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const without = (criterion: string, candidate?: string) =>
  choiceFacts(asks).answers.filter((answer) => !(answer.criterion === criterion && answer.candidate === candidate));

describe("WIG-8.8: one sheet with eight questions, a written reason, and no score", () => {
  test("the eight questions in the order of the procedure", () => {
    expect(asks.map(({ code, clause }) => [clause.at, code])).toEqual([
      ["8.8.1", "main-need"],
      ["8.8.2", "responsibility"],
      ["8.8.3", "relationship"],
      ["8.8.4", "advocacy"],
      ["8.8.5", "leading"],
      ["8.8.6", "drawing-in"],
      ["8.8.7", "support-systems"],
      ["8.8.8", "capacity"],
    ]);
  });
  test("all answered with a reason may be confirmed", () => {
    expect(ask().answer).toBe("permits");
  });
  test("without the written reason it may not", () => {
    expect(ask({ reasonGiven: false })).toMatchObject({ answer: "permits-if", needs: [{ code: "best-placed" }] });
  });
  test("wishes are still asked first, and inform (WIG-D11)", () => {
    expect(ask({ wishOf: { child: "none", family: "not-recorded" } }).answer).toBe("unknown");
  });
});

describe.each([
  ["WIG-8.8.1", "main-need", undefined],
  ["WIG-8.8.2", "responsibility", undefined],
  ["WIG-8.8.3", "relationship", "nurse"],
  ["WIG-8.8.4", "advocacy", "nurse"],
  ["WIG-8.8.6", "drawing-in", "nurse"],
  ["WIG-8.8.7", "support-systems", "nurse"],
  ["WIG-8.8.8", "capacity", "nurse"],
])("%s: %s is asked before confirmation", (id, criterion, candidate) => {
  test(`a blank for ${candidate ?? "the case"} is asked for (${id})`, () => {
    const decision = ask({ answers: without(criterion, candidate) });
    expect(decision.answer).toBe("unknown");
    expect(decision.missing).toHaveLength(1);
  });
});

describe("WIG-8.8.2: a duty in law is shown first", () => {
  test("for a looked-after child the decision opens with the law, and there is nothing to choose", () => {
    const statutory = { requiredAgency: "social-work", holders: ["social-worker"] } as const;
    const decision = ask({ statutory, chosen: "social-worker", chosenAgency: "social-work" });
    expect(decision.findings[0]).toMatchObject({ rule: "england.choice-by-statute", effect: "permits" });
    expect(book.designation("lead-professional.best-placed", bestPlacedFacts({ statutory }), noonOn(day)).answer).toBe(
      "filled",
    );
  });
});

describe("WIG-8.8.4: an advocate who would also lead raises a question", () => {
  const advocate: CriterionAnswer = {
    criterion: "advocacy",
    candidate: "teacher",
    answered: true,
    evidenced: true,
    rating: "yes",
  };
  test("it is asked with yes or no; a yes says what it rests on, a no raises nothing", () => {
    expect(asks.find(({ code }) => code === "advocacy")).toMatchObject({ answer: "yes-no" });
    const bare = { ...advocate, evidenced: false };
    expect(ask({ answers: [...without("advocacy", "teacher"), bare] }).needs.map(({ code }) => code)).toContain(
      "evidence-advocacy",
    );
    expect(ask({ answers: [...without("advocacy", "teacher"), { ...bare, rating: "no" }] }).answer).toBe("permits");
  });
  test("the question of a conflict is put, and its answer kept", () => {
    const answers = [...without("advocacy", "teacher"), advocate];
    expect(ask({ answers })).toMatchObject({ answer: "permits-if", needs: [{ code: "advocate-also-leads" }] });
    expect(ask({ answers, reasons: ["advocate-also-leads"] }).answer).toBe("permits");
  });
  test("an advocate who is considered and not chosen raises none", () => {
    expect(ask({ answers: [...without("advocacy", "nurse"), { ...advocate, candidate: "nurse" }] }).answer).toBe(
      "permits",
    );
  });
});

describe("WIG-8.8.5: a gap in the skills profile shows and keeps nobody out", () => {
  test("a blank is a finding about that person, and the choice is still permitted", () => {
    const decision = ask({ answers: without("leading", "nurse") });
    expect(decision.answer).toBe("permits");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: "wigan.criterion-leading",
        about: "practitioner:nurse",
        because: expect.stringContaining("gap"),
      }),
    );
  });
});
