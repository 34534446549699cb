import { describe, expect, test } from "vitest";
import { type DutyFinding, resolveDuty } from "./duty.ts";
import { localDate } from "./local-date.ts";

const duty = (act: string, due: DutyFinding["due"], more: object = {}): DutyFinding => ({
  title: "",
  rule: act,
  clause: { source: "S", at: "1" },
  strength: "local procedure",
  force: "must",
  because: "",
  about: "child:c",
  who: "line-manager",
  onAccountOf: "line-manager",
  act,
  due,
  ...more,
});

describe("who must do what, by when?", () => {
  test("silent when no clause speaks, nothing owed when one does and nothing is left to do", () => {
    expect(resolveDuty([], false).answer).toBe("silent");
    expect(resolveDuty([], true).answer).toBe("nothing-owed");
    expect(resolveDuty([duty("tell", "at-once", { liftedBy: "x" })], true).answer).toBe("nothing-owed");
  });
  test("the nearest clock first: at once, an hour, the end of a day, and last what has no day", () => {
    const day = localDate("2026-12-01");
    const duties = [
      duty("no day", "unknown"),
      duty("not published", "not-published"),
      duty("end of day", { day }),
      duty("by five", { day, hour: "17:00" }),
      duty("at once", "at-once"),
    ];
    const acts = ["at once", "by five", "end of day", "no day", "not published"];
    for (const list of [duties, [...duties].reverse()]) {
      const { answer, owed } = resolveDuty(list, true);
      expect(answer).toBe("owed");
      expect(owed.slice(0, 3).map(({ act }) => act)).toEqual(acts.slice(0, 3));
      expect(owed.map(({ act }) => act).sort()).toEqual([...acts].sort());
    }
  });
});
