import { describe, expect, test } from "vitest";
import type { BasisOfPlanFacts, CompleteFacts } from "../../assessment/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { basisOfPlanFacts, completeFacts } from "../../testing/assessment.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const asked = noonOn(localDate("2026-11-24"));

describe("BOL-4.1: strengths, needs and worries are all set down with the family", () => {
  const complete = (parts: CompleteFacts["parts"]) => book.gate("assessment.complete", completeFacts({ parts }), asked);
  const said = (parts: CompleteFacts["parts"]) =>
    complete(parts).findings.find(({ rule }) => rule === "bolton.three-parts");
  test("only worries: it cannot be marked complete", () => {
    expect(complete(["worries"]).answer).toBe("prevents");
    expect(said(["worries"])?.because).toBe("Write with the family, too: strengths and needs.");
  });
  test.each([
    [[], "Write with the family, too: strengths, needs and worries."],
    [["strengths", "needs"], "Write with the family, too: worries."],
    [["needs", "worries"], "Write with the family, too: strengths."],
  ] as const)("%j", (parts, because) => {
    expect(complete(parts).answer).toBe("prevents");
    expect(said(parts)?.because).toBe(because);
  });
  test("all three, in any order", () => {
    expect(complete(["worries", "strengths", "needs"]).answer).toBe("permits");
  });
  test("not recorded is asked for", () => {
    expect(complete("not-recorded")).toMatchObject({ answer: "unknown", missing: ["strengths, needs and worries"] });
  });
});

describe("BOL-4.2: what has to change, how, and what sorted would be; the plan's outcome uses those words", () => {
  const agree = (of: Partial<BasisOfPlanFacts> = {}) =>
    book.gate("assessment.basis-of-plan", basisOfPlanFacts(of), asked);
  test("an outcome taken from Ali sleeping at home all week", () => {
    expect(agree({ outcomes: [{ id: "ali-at-home", usesWordsOf: "sorted-1" }] }).answer).toBe("permits");
  });
  test("an outcome of somebody else's words is sent back", () => {
    const decision = agree({
      outcomes: [
        { id: "a", usesWordsOf: "sorted-1" },
        { id: "b", usesWordsOf: "none" },
      ],
    });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toContain("1 of 2 outcomes does not come from what the family said");
    expect(agree({ outcomes: [{ id: "a", usesWordsOf: "not-recorded" }] }).answer).toBe("prevents");
    expect(agree({ outcomes: [] }).answer).toBe("prevents");
  });
  test.each([
    [["how", "what-sorted-looks-like"], "What needs to change"],
    [["what-needs-to-change", "what-sorted-looks-like"], "How"],
    [["what-needs-to-change", "how"], "What it would look like if it were sorted"],
  ] as const)("with %j one is missing: %s", (together, missing) => {
    const decision = agree({ together });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toBe(`Write together with the family, too: ${missing}.`);
  });
  test("not recorded is asked for; before a plan is agreed nothing is refused", () => {
    expect(agree({ together: "not-recorded" }).answer).toBe("unknown");
    expect(agree({ outcomes: "not-recorded" }).answer).toBe("unknown");
    expect(agree({ act: "write", together: [] }).answer).toBe("silent");
  });
});
