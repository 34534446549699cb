import { describe, expect, test } from "vitest";
import { z } from "zod";
import { during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "./facts.ts";
import { LocalDateSchema, localDate } from "./local-date.ts";
import { parseFacts } from "./parse-facts.ts";
import { isWorkingDay, workingCalendar } from "./working-days.ts";

const facts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema) }),
  stays: recorded(list(inOrder(z.strictObject({ kind: z.enum(["short", "long"]), ...during })))),
  check: recorded(
    z.union([
      z.strictObject({ state: z.literal("cleared"), on: LocalDateSchema }),
      z.strictObject({ state: z.enum(["none", "applied-for"]) }),
    ]),
  ),
  lead: orNone(z.strictObject({ id: Ref })),
  actions: z.int().min(0).max(9),
  at: z.iso.datetime({ offset: true }).exactOptional(),
  calendar: WorkingDays,
});
const good = {
  child: { id: "child-1", bornOn: "2020-05-01" },
  stays: [{ kind: "short", from: "2026-01-05", until: "2026-01-09" }],
  check: { state: "cleared", on: "2026-01-12" },
  lead: "none",
  actions: 2,
  calendar: "scotland",
};
const said = (more: object): readonly string[] =>
  parseFacts({ facts }, { ...good, ...more }).problems?.map(({ message }) => message) ?? [];

describe("facts are read at the door", () => {
  test("what fits is given back, with the calendar of its nation", () => {
    const parsed = parseFacts({ facts }, JSON.parse(JSON.stringify(good)));
    expect(parsed.facts).toEqual({ ...good, calendar: workingCalendar("scotland") });
  });

  test.each<[object, string]>([
    [{ child: undefined }, "child is missing."],
    [{ child: { id: "", bornOn: "not-recorded" } }, 'child.id takes text that is not empty, and is "".'],
    [
      { child: { id: "child-1", bornOn: "2026-02-30" } },
      'child.bornOn takes a day of the calendar, such as 2026-11-23 or "not-recorded", and is "2026-02-30".',
    ],
    [
      { child: { id: "child-1", bornOn: null } },
      'child.bornOn takes a day of the calendar, such as 2026-11-23 or "not-recorded", and is null.',
    ],
    [{ child: { ...good.child, name: "Ada" } }, "child.name is no field of these facts."],
    [{ colour: "red" }, "colour is no field of these facts."],
    [{ stays: {} }, 'stays takes a list or "not-recorded".'],
    [{ stays: [{ kind: "shrt", from: "2026-01-05" }] }, 'stays[0].kind takes "short" or "long", and is "shrt".'],
    [
      { stays: [{ kind: "long", from: "2026-01-05", until: "2026-01-05" }] },
      'stays[0].until takes a day after from, and is "2026-01-05".',
    ],
    [{ check: { state: "cleared" } }, "check.on is missing."],
    [{ check: { state: "none", on: "2026-01-12" } }, "check.on is no field of these facts."],
    [{ lead: 7 }, 'lead takes fields in braces or "none" or "not-recorded", and is 7.'],
    [{ lead: { id: 7 } }, "lead.id takes text, and is 7."],
    [{ actions: "2" }, 'actions takes a number, and is "2".'],
    [{ actions: 1.5 }, "actions takes a whole number, and is 1.5."],
    [{ actions: -1 }, "actions takes 0 or more, and is -1."],
    [{ actions: 10 }, "actions takes 9 or less, and is 10."],
    [{ at: "yesterday" }, 'at takes a moment, such as 2026-11-23T09:00:00Z, and is "yesterday".'],
    [
      { calendar: "wales" },
      'calendar takes "england-and-wales", "scotland", "northern-ireland", or { nation, closed, open } with lists of days, and is "wales".',
    ],
  ])("%o is refused by its field", (more, sentence) => {
    expect(said(more)).toEqual([sentence]);
  });

  test("everything that is wrong is said at once, each with its field", () => {
    const parsed = parseFacts({ facts }, { ...good, actions: true, lead: undefined, stays: [{ kind: "long" }, 3] });
    expect(parsed.problems?.map(({ path }) => path)).toEqual(["stays[0].from", "stays[1]", "lead", "actions"]);
  });

  test.each([[null], ["facts"], [3], [[]]])("%j is no facts at all", (json) => {
    expect(parseFacts({ facts }, json).problems?.[0].message).toMatch(/^The file of facts takes fields in braces/);
  });
});

describe("an area's working days in a file", () => {
  const read = (calendar: unknown) => parseFacts({ facts: z.strictObject({ calendar: WorkingDays }) }, { calendar });
  test("the nation's, less the days the area closes, with those it opens", () => {
    const own = { nation: "scotland", closed: ["2026-11-24"], open: ["2026-11-30"] };
    const { facts: got } = read(own);
    if (!got) throw new Error("it was refused");
    const works = (day: string) => isWorkingDay(localDate(day), got.calendar);
    expect([works("2026-11-23"), works("2026-11-24"), works("2026-11-30")]).toEqual([true, false, true]);
  });
  test("one that is a calendar already stays as it is", () => {
    const calendar = workingCalendar("england-and-wales");
    expect(read(calendar).facts?.calendar).toBe(calendar);
  });
  test.each([
    [{ nation: "wales" }],
    [{ nation: "scotland", closed: ["2026-02-30"] }],
    [{ nation: "scotland", open: "2026-11-30" }],
    [{ nation: "scotland", shut: [] }],
    [null],
  ])("%j is refused", (calendar) => {
    expect(read(calendar).problems?.[0].path).toBe("calendar");
  });
});
