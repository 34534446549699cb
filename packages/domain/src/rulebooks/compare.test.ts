import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { anAdoption } from "../testing/builders.ts";
import { bolton } from "./bolton/bolton.ts";
import { compareRulebooks } from "./compare.ts";
import { england } from "./england/england.ts";
import { highland } from "./highland/highland.ts";
import { rulebooks } from "./index.ts";
import { adopt, asItStands, chapter, edition, type QuestionName } from "./questions.ts";
import { wigan } from "./wigan/wigan.ts";

const compared = (one: typeof wigan, other: typeof wigan, question: QuestionName) =>
  compareRulebooks(asItStands(one), asItStands(other)).questions.find((of) => of.question === question);

describe("two rulebooks side by side", () => {
  test.each(rulebooks.map((of) => [of.id, of] as const))("%s and itself: nothing differs", (_, of) => {
    const { questions, terms, nations } = compareRulebooks(asItStands(of), asItStands(of));
    expect([questions, terms, nations]).toEqual([[], [], undefined]);
  });

  test("what one asks and the other does not, each with its clause", () => {
    const training = compared(wigan, england, "lead-professional.training");
    expect(training?.onlyInOne.map(({ rule, clause }) => [rule, clause.source, clause.at])).toContainEqual([
      "wigan.newly-qualified",
      "CP3.1",
      "8.4.2",
    ]);
    expect(training?.onlyInOther.map(({ rule }) => rule)).toContain("england.training-is-open");
    expect(training?.values.map(({ name, one, other }) => [name, one?.value, other])).toContainEqual([
      "monthsAfterQualifying",
      18,
      undefined,
    ]);
  });

  test("the same thing said by another document is one line, with how it differs", () => {
    const agreement = compared(wigan, england, "lead-professional.agreement");
    const views = agreement?.saidOtherwise.find(({ one }) => one.rule.includes("views-of-child"));
    expect(views).toMatchObject({
      one: { clause: { source: "CP3.1" }, strength: "ours" },
      differsIn: expect.arrayContaining(["clause", "strength"]),
    });
    expect(views?.other.title).toBe(views?.one.title);
  });

  test("a move across the border says whose bank holidays count, and what is silent on the other side", () => {
    const moved = compareRulebooks(asItStands(bolton), asItStands(highland));
    expect(moved.nations).toEqual({ one: "england-and-wales", other: "scotland" });
    const who = moved.questions.find(({ question }) => question === "named-person.who");
    expect(who?.onlyInOne).toEqual([]);
    expect(who?.onlyInOther.length).toBeGreaterThan(3);
    expect(who?.silent.one).toMatch(/\.$/);
    expect(who?.silent.other).toBeUndefined();
  });

  test("turned round, one side is the other", () => {
    const [there, back] = [
      compareRulebooks(asItStands(wigan), asItStands(bolton)),
      compareRulebooks(asItStands(bolton), asItStands(wigan)),
    ];
    const sides = there.questions.map(({ onlyInOne, onlyInOther }) => [onlyInOther, onlyInOne]);
    expect(back.questions.map(({ onlyInOne, onlyInOther }) => [onlyInOne, onlyInOther])).toEqual(sides);
  });

  test("an area's own settings and words are compared, not the document's alone", () => {
    const own = anAdoption({ settings: { monthsAfterQualifying: 12 }, terms: { leadProfessional: "link worker" } });
    const { questions, terms } = compareRulebooks(adopt(wigan, own), asItStands(wigan));
    expect(questions.map(({ question }) => question)).toContain("lead-professional.training");
    for (const { values, onlyInOne, onlyInOther } of questions) {
      expect([onlyInOne, onlyInOther]).toEqual([[], []]);
      expect(values).toMatchObject([{ name: "monthsAfterQualifying", one: { value: 12 }, other: { value: 18 } }]);
    }
    expect(terms).toContainEqual(expect.objectContaining({ term: "leadProfessional", one: "link worker" }));
  });
});

describe("on a day", () => {
  const from = localDate("2026-01-01");
  const changesOn = localDate("2026-12-01");
  const rule = (id: string, at: string, days: { readonly from: typeof from; readonly until?: typeof from }) => ({
    ...{ id, title: id, clause: { source: "GUIDE", at }, ...days },
    apply: () => ({ effect: "permits" as const, because: "So.", about: "child:c" as const }),
  });
  const guide = edition({
    id: "guide",
    version: 2,
    title: "The guide",
    nation: "scotland",
    from,
    sources: { GUIDE: { title: "The guide", issued: from, status: "good practice" } },
    chapters: [
      chapter({
        parameters: {},
        rules: {
          "plan.open": () => [
            rule("guide.open", "1", { from, until: changesOn }),
            rule("guide.open", "2", { from: changesOn }),
          ],
        },
      }),
    ],
  });
  const before = edition({
    ...guide,
    version: 1,
    chapters: [chapter({ parameters: {}, rules: { "plan.open": () => [rule("guide.open", "1", { from })] } })],
  });

  test("an edition that changes a clause in December differs from December on", () => {
    const on = (day: string) => compareRulebooks(asItStands(before), asItStands(guide), localDate(day)).questions;
    const clauses = (day: string) =>
      on(day).flatMap(({ saidOtherwise }) => saidOtherwise.map(({ one, other }) => [one.clause.at, other.clause.at]));
    expect(clauses("2026-11-30")).toEqual([["1", "1"]]); // it ends, and is the same until then
    expect(clauses("2026-12-01")).toEqual([["1", "2"]]);
    expect(on("2025-12-31")).toEqual([]);
  });
});
