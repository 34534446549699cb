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
