import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { concernClosing, concernDuties } from "../../testing/named-person.ts";
import { bolton } from "../bolton/bolton.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "../wigan/wigan.ts";
import { england } from "./england.ts";

const asked = noonOn(localDate("2026-11-24"));

describe.each([england, wigan, bolton])(
  "CWDC-2.8: every decision holds the views of child and family, in $id",
  (edition) => {
    const book = asItStands(edition);
    test.each([
      [{}, "permits"],
      [{ childsView: "not-recorded" }, "unknown"],
      [{ childsView: "not-possible" }, "permits"],
      [{ familysView: "not-recorded" }, "unknown"],
    ] as const)("closing a concern with %o: %s", (of, answer) => {
      expect(book.gate("concern.closing", concernClosing(of), asked).answer).toBe(answer);
    });
    test("no clock for answering is borrowed from elsewhere", () => {
      expect(book.duty("concern.duties", concernDuties(), asked).answer).toBe("silent");
      expect(book.silence("concern.duties")).toMatch(/no clock/);
    });
  },
);
