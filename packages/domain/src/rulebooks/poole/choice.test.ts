import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChoiceFacts, CriterionAnswer } from "../../lead-professional/model.ts";
import { choiceFacts } from "../../testing/choice.ts";
import { asItStands } from "../questions.ts";
import { poole } from "./poole.ts";

const book = asItStands(poole);
const on = noonOn(localDate("2026-11-25"));
const asks = book.asks("lead-professional.choice", localDate("2026-11-25"));

/** Every criterion answered for both, with this answer on the time of the person chosen. */
const answers = (rating?: "yes" | "no"): readonly CriterionAnswer[] =>
  asks.flatMap(({ code }) =>
    ["teacher", "nurse"].map((candidate) => ({
      criterion: code,
      candidate,
      answered: true,
      evidenced: true,
      ...(code === "time-and-agreement" && rating !== undefined && candidate === "teacher" ? { rating } : {}),
    })),
  );
const ask = (of: Partial<ChoiceFacts>) => book.gate("lead-professional.choice", choiceFacts(asks, of), on);

describe("CWDC-VAR-POOLE-1: three criteria, the third of them time and the manager's agreement", () => {
  test("three answers for each candidate", () => {
    expect(asks.map(({ code, of }) => [code, of])).toEqual([
      ["trust", "candidate"],
      ["skills", "candidate"],
      ["time-and-agreement", "candidate"],
    ]);
    expect(asks.map(({ clause }) => clause.source)).toEqual(["Poole", "Poole", "Poole"]);
  });
  test("the manager released the time: the choice may be confirmed", () => {
    expect(ask({ answers: answers("yes") }).answer).toBe("permits");
  });
  test("the manager did not: this person cannot be the provisional choice", () => {
    const decision = ask({ answers: answers("no") });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings.filter(({ effect }) => effect === "prevents")).toMatchObject([
      {
        rule: "poole.criterion-time",
        clause: { source: "Poole", at: "paragraph 1" },
        strength: "local procedure",
        because:
          "The manager has not released the time for it, so this person cannot be the provisional choice. Choose somebody else, or ask the manager again.",
      },
    ]);
  });
  test("a no about somebody who is not chosen keeps nobody else out", () => {
    const others = answers("yes").map((one) =>
      one.candidate === "nurse" && one.criterion === "time-and-agreement" ? { ...one, rating: "no" as const } : one,
    );
    expect(ask({ answers: others }).answer).toBe("permits");
  });
  test("neither yes nor no, and no answer at all, are asked for", () => {
    const label = "Time for the role, and the manager's agreement to it";
    expect(ask({ answers: answers() })).toMatchObject({ answer: "unknown", missing: [label] });
    const blank = answers("yes").filter(({ criterion }) => criterion !== "time-and-agreement");
    expect(ask({ answers: blank })).toMatchObject({ answer: "unknown", missing: [label] });
  });
  test.each([
    ["trust", "How well the person can build trust, so that child and family are engaged and involved"],
    ["skills", "Skills to identify, work with and co-ordinate the others in the plan"],
  ])("%s is answered for each candidate before anybody is chosen", (code, label) => {
    for (const candidate of ["teacher", "nurse"]) {
      const blank = answers("yes").filter((one) => one.criterion !== code || one.candidate !== candidate);
      const decision = ask({ answers: blank });
      expect(decision).toMatchObject({ answer: "unknown", missing: [label] });
      expect(decision.findings.find(({ effect }) => effect === "unknown")).toMatchObject({
        rule: `poole.criterion-${code}`,
        clause: { source: "Poole", at: "paragraph 1" },
        strength: "local procedure",
      });
    }
  });
  test("whom the law puts in the lead is asked nothing", () => {
    expect(ask({ answers: answers("no"), statutory: { holders: ["teacher"] } }).answer).toBe("permits");
  });
});
