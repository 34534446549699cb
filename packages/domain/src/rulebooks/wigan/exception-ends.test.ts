import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);

describe("WIG-D6, WIG-8.4.3b: before an exception ends another lead is found", () => {
  const exception = { from: localDate("2026-12-01"), until: localDate("2027-02-23") };
  const asked = (day: string, of: Partial<{ leads: boolean; exception: typeof exception }> = {}) =>
    book.duty(
      "workforce.exception-ends",
      {
        plan: { id: "jos-plan" },
        practitionerId: "lena",
        exception,
        leads: true,
        calendar: workingCalendar("england-and-wales"),
        ...of,
      },
      noonOn(localDate(day)),
    ).owed;

  test("the line manager's task opens on the 10th working day counting back from the last day", () => {
    expect(asked("2026-12-01")).toMatchObject([
      {
        who: "line-manager",
        act: "lead-professional.replace-exception",
        from: "2027-02-08",
        due: { day: "2027-02-22" },
        clause: { source: "CP3.1", at: "8.4.3" },
      },
    ]);
  });
  test("bank holidays are not counted", () => {
    const overNewYear = { from: localDate("2026-12-01"), until: localDate("2027-01-08") };
    // Back from Thursday 7 January: 1 January, and 25 and 28 December, are closed.
    expect(asked("2026-12-01", { exception: overNewYear })).toMatchObject([{ from: "2026-12-21" }]);
  });
  test("an exception shorter than that has its task open from its first day", () => {
    const short = { from: localDate("2026-12-01"), until: localDate("2026-12-04") };
    expect(asked("2026-12-01", { exception: short })).toMatchObject([{ from: "2026-12-01" }]);
  });
  test.each([
    ["2027-02-22", "lead-professional.replace-exception"],
    ["2027-02-23", "lead-professional.replace-lapsed"],
    ["2027-02-24", "lead-professional.replace-lapsed"],
  ])("on %s: %s", (day, act) => {
    const [owed] = asked(day);
    expect(owed?.act).toBe(act);
    expect(owed?.ifMissed).toMatch(/counted as a breach/);
    if (act.endsWith("lapsed")) expect(owed?.because).toMatch(/Exemption lapsed.*stays the family's contact/);
  });
  test("who does not lead is replaced by nobody", () => {
    expect(asked("2027-02-23", { leads: false })).toEqual([]);
  });
});
