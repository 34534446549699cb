import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { recorded } from "../../testing/agreement.ts";
import { disputeDutiesFacts, raiseFacts, wayFacts } from "../../testing/dispute.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const on = noonOn(localDate("2026-11-25"));

describe("GN-10: without a procedure of the area's own, line managers and then senior managers", () => {
  test("no clock, and senior managers after the line managers gave up", () => {
    const open = book.ladder("dispute.way", wayFacts(), on);
    expect(open.next).toEqual(["line-manager helen", "line-manager gary"]);
    expect(open.stages.flatMap(({ clock }) => clock ?? [])).toEqual([]);
    const entries = [recorded("line-manager gary", "not-agreed")];
    expect(book.ladder("dispute.way", wayFacts({ entries }), on).next).toEqual(["senior-managers"]);
  });
  test("the managers hold it, and what is ours is said to be ours", () => {
    expect(book.duty("dispute.duties", disputeDutiesFacts(), on).owed.map(({ strength }) => strength)).toEqual([
      "ours",
      "ours",
    ]);
    expect(book.gate("dispute.raise", raiseFacts(), on).answer).toBe("permits");
    expect(book.silence("dispute.may")).toMatch(/the area's own says who decides/);
  });
});

describe("GN-10: what may be raised where the area has no procedure of its own", () => {
  const raise = (of: Parameters<typeof raiseFacts>[0]) => book.gate("dispute.raise", raiseFacts(of), on);
  const saidBy = (rule: string, of: Parameters<typeof raiseFacts>[0]) =>
    raise(of).findings.filter((said) => said.rule === `scotland.${rule}`);
  test("every kind goes to the line managers, and help goes on", () => {
    for (const kind of ["who-leads", "difference-in-approach", "will-not-deliver", "other"] as const)
      expect(saidBy("dispute-kinds", { kind })).toMatchObject([
        {
          effect: "permits",
          strength: "ours",
          because: "It goes to the line managers of those involved, and help goes on meanwhile.",
        },
      ]);
  });
  test("one of another kind says in words what it is about", () => {
    expect(raise({ kind: "other", inWords: false }).answer).toBe("prevents");
    expect(raise({ kind: "will-not-deliver", inWords: false }).answer).toBe("permits");
  });
  test("about who leads, the agencies that differ are named: at least two", () => {
    expect(raise({ agencies: ["health"] })).toMatchObject({
      answer: "unknown",
      missing: ["which agencies differ about who leads"],
    });
    expect(raise({ agencies: ["health", "health"] }).answer).toBe("unknown");
    expect(saidBy("dispute-names-agencies", { agencies: ["health", "education"] })).toMatchObject([
      { effect: "permits", strength: "ours", because: "Health and Education differ about who should lead." },
    ]);
    expect(saidBy("dispute-names-agencies", { kind: "will-not-deliver", agencies: [] })).toEqual([]);
  });
});
