import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { localDate } from "../../src/kernel/local-date.ts";
import { type ReadRow, type RowContext, readRow, repeatedRows } from "../../src/people/class-list.ts";
import { problemOfText, problemsOfFile } from "../../src/people/class-list-file.ts";
import { problemsOfMapping, suggestMapping } from "../../src/people/import-fields.ts";
import { today } from "./pupil.ts";
import { samples } from "./samples.ts";

const texts = new Map(
  samples().map(({ file, bytes }) => [
    file,
    new TextDecoder(file === "secondary-school.csv" ? "windows-1252" : "utf-8", { fatal: true }).decode(bytes),
  ]),
);

/** Enough of a reader for our own samples: no line breaks inside a cell. */
function tableOf(file: string) {
  const [first = [], ...rest] = (texts.get(file) ?? "")
    .trimEnd()
    .split("\r\n")
    .map((line) => [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ""));
  return {
    headings: first,
    records: rest.map((cells) => Object.fromEntries(first.map((heading, at) => [heading, cells[at] ?? ""]))),
  };
}

const england: RowContext = { nation: "england-and-wales", isDemonstration: true, today, knownSchoolUrn: () => true };
const scotland: RowContext = { ...england, nation: "scotland", sessionStart: (year) => localDate(`${year}-08-18`) };

function read(file: string, context: RowContext) {
  const { headings, records } = tableOf(file);
  const mapping = { ...suggestMapping(headings), ...(file === "secondary-school.csv" ? byHand : {}) };
  expect(problemOfText(texts.get(file) ?? "")).toBeUndefined();
  expect(problemsOfFile(headings, records.length)).toEqual([]);
  expect(problemsOfMapping(mapping, headings)).toEqual([]);
  const rows = records.map((record) => readRow(record, mapping, context));
  return { rows, repeated: repeatedRows(rows).map(({ row, first }) => [row, first]), said: saidOf(rows) };
}
const saidOf = (rows: readonly ReadRow[]) =>
  rows.flatMap(({ problems }, row) => problems.map(({ severity, field }) => `${row} ${severity} ${field}`));

/** What a person maps that no list of common words knows. */
const byHand = {
  CHILD_REGISTRATION: "Reg Group",
  PARENT_1_NAME: "Priority 1 contact",
  PARENT_1_RELATIONSHIP: "Priority 1 relationship",
  PARENT_1_PHONE: "Priority 1 telephone",
  PARENT_1_EMAIL: "Priority 1 email",
};

describe("the samples are what the code draws", () => {
  test.each(samples().map(({ file, bytes }) => [file, bytes] as const))("%s as it is committed", (file, bytes) => {
    expect(Buffer.from(bytes).equals(readFileSync(new URL(`../../../../samples/${file}`, import.meta.url)))).toBe(true);
  });
});

describe("each has the faults that real lists have, and no others", () => {
  test("secondary-school.csv: 400 pupils, other headings, Windows-1252", () => {
    const { rows, repeated, said } = read("secondary-school.csv", england);
    expect(rows).toHaveLength(401);
    expect(repeated).toEqual([[300, 40]]);
    expect(said).toEqual([
      "3 error CHILD_DATE_OF_BIRTH",
      "11 error CHILD_LAST_NAME",
      "17 error CHILD_NHS_NUMBER",
      "29 warning CHILD_FIRST_NAME",
      "29 warning CHILD_LAST_NAME",
      "33 warning CHILD_LAST_NAME",
      "75 warning PARENT_1_EMAIL",
      "120 warning CHILD_YEAR_GROUP",
    ]);
    expect(rows[52]?.child.name).toEqual({ given: "Wren", family: "Mossmere" });
    expect(rows[61]?.child.name).toEqual({ given: "Suriya" });
    expect([rows[90], rows[210]].map((row) => row?.child.name)).toEqual([
      { given: "Kit", family: "Ferncombe" },
      { given: "Kit", family: "Ferncombe" },
    ]);
    expect(rows.some(({ child }) => child.name?.family?.startsWith("O'"))).toBe(true);
    expect(rows.some(({ child }) => /[ëéøñü]/.test(child.name?.given ?? ""))).toBe(true);
  });
  test("primary-school.csv: 180 pupils in Scotland, Gaelic names", () => {
    const { rows, repeated, said } = read("primary-school.csv", scotland);
    expect(rows).toHaveLength(181);
    expect(repeated).toEqual([[180, 25]]);
    expect(said).toEqual([
      "5 error CHILD_LAST_NAME",
      "9 error CHILD_DATE_OF_BIRTH",
      "14 error CHILD_CHI_NUMBER",
      "31 warning CHILD_YEAR_GROUP",
      "44 warning CHILD_LAST_NAME",
      "64 warning CHILD_YEAR_GROUP",
      "88 warning PARENT_1_EMAIL",
    ]);
    expect(rows[44]?.child.name?.given).toBe("Mòrag");
    expect(rows.filter(({ child }) => child.identifiers["chi-number"] !== undefined)).toHaveLength(5);
  });
  test("health-visiting-caseload.csv: 250 under-fives", () => {
    const { rows, repeated, said } = read("health-visiting-caseload.csv", england);
    expect(rows).toHaveLength(251);
    expect(repeated).toEqual([[200, 12]]);
    expect(said).toEqual([
      "4 error CHILD_DATE_OF_BIRTH",
      "8 error CHILD_NHS_NUMBER",
      "21 error CHILD_LAST_NAME",
      "36 warning CHILD_LAST_NAME",
      "80 warning PARENT_1_EMAIL",
      "95 warning CHILD_POSTCODE",
    ]);
  });
  test("every NHS number is of the test range, every phone and email of those kept for examples", () => {
    for (const [file, text] of texts) {
      expect(
        text.match(/\b\d{10}\b/g)?.filter((number) => !number.startsWith("999") && !/^(01011|29022)/.test(number)),
        file,
      ).toEqual([]);
      expect(
        text.match(/[\w.]+@[\w.]+/g)?.filter((mail) => !mail.endsWith("@example.com")),
        file,
      ).toEqual([]);
      expect(
        text
          .match(/\b0\d{4} \d{6}|\b0\d{4} \d{3} \d{3}|\b07\d{3} \d{6}/g)
          ?.filter((phone) => !/^(07700 900|01632 960)/.test(phone)),
        file,
      ).toEqual([]);
    }
  });
});
