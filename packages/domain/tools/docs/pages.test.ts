import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { acts } from "../../src/access/acts.ts";
import { rulebooks } from "../../src/rulebooks/index.ts";
import { asItStands, type QuestionName, questions } from "../../src/rulebooks/questions.ts";
import { glossary } from "../../src/vocabulary/glossary.ts";
import { actsPage } from "./acts-page.ts";
import { differencesPage } from "./differences-page.ts";
import { glossaryPage } from "./glossary-page.ts";
import { table } from "./pages.ts";
import { rulesIndex, rulesPage } from "./rules-page.ts";

describe("a rulebook's page", () => {
  test.each(rulebooks.map((edition) => [edition.id, edition] as const))(
    "%s: every rule with its clause, every question answered or silent",
    (id, edition) => {
      const { name, text } = rulesPage(edition);
      const book = asItStands(edition);
      expect(name).toBe(`${id}.md`);
      for (const question of Object.keys(questions) as QuestionName[]) {
        expect(text).toContain(`\`${question}\``);
        for (const rule of book.rulesFor(question)) {
          const row = text.split("\n").find((line) => line.includes(`\`${rule.id}\``));
          expect(row).toContain(`${rule.clause.source} ${rule.clause.at}`.replaceAll("|", "\\|"));
        }
      }
      expect(text).toBe(rulesPage(edition).text);
    },
  );
  test("the list of pages names each", () => {
    for (const { id } of rulebooks) expect(rulesIndex(rulebooks).text).toContain(`(${id}.md)`);
  });
});

test("a rule's row names the tests that hold it", () => {
  const [edition] = rulebooks;
  const rule = edition && asItStands(edition).rulesFor("lead-professional.statutory")[0];
  if (!edition || !rule) throw new Error("there is no rule");
  const rows = (of: readonly string[]) =>
    rulesPage(edition, { [rule.id]: of })
      .text.split("\n")
      .find((line) => line.includes(`\`${rule.id}\``));
  expect(rows(["CWDC-1", "CWDC-2"])).toMatch(/\| CWDC-1, CWDC-2 \|$/);
  expect(rows(["A", "B", "C", "D", "E", "F", "G"])).toMatch(/\| A, B, C, D, E and 2 more \|$/);
});

describe("the page of differences", () => {
  const { text } = differencesPage(rulebooks);
  test("says which clause of which rulebook says a thing, and which rulebook is silent", () => {
    expect(text).toMatch(/\| Newly qualified .* \|.* CP3\.1 8\.4\.2 \(local procedure\) .*\|/);
    expect(text).toContain("- wigan: The managers' guide for England knows no named person");
  });
  test("gives the values beside each other", () => {
    expect(text).toMatch(/\| `monthsAfterQualifying` \|.* 18 .*\|/);
  });
  test("one rulebook alone differs in nothing", () => {
    expect(differencesPage(rulebooks.slice(0, 1)).text).not.toContain("## ");
  });
});

describe("the glossary", () => {
  test("has each word once, and one name in the code for one thing", () => {
    const entries = glossary.flatMap((group) => group.entries);
    const terms = entries.map(({ term }) => term);
    const codes = entries.flatMap(({ code }) => code ?? []);
    expect(new Set(terms).size).toBe(terms.length);
    expect(new Set(codes).size).toBe(codes.length);
    for (const term of terms) expect(glossaryPage(glossary, rulebooks).text).toContain(term);
  });
  test("shows an area's own word beside ours", () => {
    const [edition] = rulebooks;
    if (!edition) throw new Error("there is no rulebook");
    const local = { ...edition, id: "here", terms: { leadProfessional: "link worker" } };
    expect(glossaryPage(glossary, [local]).text).toContain("link worker (here)");
  });
});

test("a bar in a cell does not end it", () => {
  expect(table(["A", "B"], [["x|y", "two\nlines"]])).toBe("| A | B |\n| --- | --- |\n| x\\|y | two lines |\n\n");
  expect(table(["A"], [])).toBe("");
});

test("the page of acts has a row for each, and stands in the guides as the code says it", () => {
  const { name, text } = actsPage();
  for (const act of Object.keys(acts)) expect(text).toContain(`| \`${act}\` |`);
  expect(readFileSync(new URL(`../../../../docs/guides/${name}`, import.meta.url), "utf8")).toBe(text);
});
