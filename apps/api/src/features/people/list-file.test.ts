import { describe, expect, test } from "vitest";
import { readListFile } from "./list-file.ts";

const asFile = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding).toString("base64");
const headings = "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH";

test("UTF-8 and Windows-1252 are told apart, and names keep accents and apostrophes", () => {
  const list = `${headings}\nMòrag,O'Brien,3/5/2017`;
  expect(readListFile(asFile(list))).toMatchObject({
    encoding: "utf-8",
    lines: [{ rowNumber: 2, record: { CHILD_FIRST_NAME: "Mòrag" } }],
  });
  expect(readListFile(asFile(list, "latin1"))).toMatchObject({
    encoding: "windows-1252",
    lines: [{ record: { CHILD_FIRST_NAME: "Mòrag" } }],
  });
  expect(readListFile(asFile(`\uFEFF${list}`))).toMatchObject({ encoding: "utf-8", headings: headings.split(",") });
});

test("rows are numbered as a spreadsheet numbers them, blank lines too", () => {
  const file = readListFile(
    asFile(`${headings}\r\n\r\nEilidh,Shaw,3/5/2017\r\n,,\r\n"Iain\nSeumas",Bell,4/5/2017\r\n`),
  );
  expect("lines" in file && file.lines.map(({ rowNumber }) => rowNumber)).toEqual([3, 5]);
});

test("what a spreadsheet saves as Unicode text is read", () => {
  const list = `\uFEFF${headings}\nMòrag,O'Brien,3/5/2017`.replaceAll(",", "\t");
  expect(readListFile(asFile(list, "utf16le"))).toMatchObject({
    encoding: "utf-16",
    headings: headings.split(","),
    lines: [{ rowNumber: 2, record: { CHILD_FIRST_NAME: "Mòrag" } }],
  });
});

test("a title above the headings is passed over, and rows keep their numbers", () => {
  const file = readListFile(asFile(`"Tern Lane School, roll at 5/10/2026",,\n,,\n${headings}\nEilidh,Shaw,3/5/2017`));
  expect(file).toMatchObject({ headings: headings.split(","), lines: [{ rowNumber: 4 }] });
});

test("semicolons and tabs are taken for what they are", () => {
  for (const mark of [";", "\t"]) {
    const file = readListFile(asFile(`${headings}\nEilidh,Shaw,3/5/2017`.replaceAll(",", mark)));
    expect(file).toMatchObject({ headings: headings.split(",") });
  }
});

describe("what is no list is refused in plain words", () => {
  test.each([
    ["an empty file", asFile(" \n"), "The file is empty. Export the list again and choose the new file."],
    [
      "a picture",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]).toString("base64"),
      "The file holds characters that are not text. Export the list again as CSV (not as a spreadsheet) and choose the new file.",
    ],
    [
      "a picture without a zero byte",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 1]).toString("base64"),
      "The file holds characters that are not text, the first in row 2.",
    ],
    [
      "U+0000 in a name",
      asFile(`${headings}\nEilidh,Shaw,3/5/2017\nIa\u0000in,Bell,4/5/2017`),
      "The file holds characters that are not text, the first in row 3.",
    ],
    [
      "rows without headings",
      asFile("Eilidh,Shaw,3/5/2017\nIain,Bell,4/5/2017"),
      "The first row needs to be headings, such as CHILD_FIRST_NAME. Add a row of headings and choose the file again.",
    ],
    [
      "headings alone",
      asFile(headings),
      "The file has headings and no children. Export the list again and choose the new file.",
    ],
    [
      "50,000 rows",
      asFile(`${headings}\n${"Eilidh,Shaw,3/5/2017\n".repeat(50_000)}`),
      "The file has 50,000 rows. Import up to 20,000 at a time: split the list by school or team.",
    ],
    [
      "a quotation mark that is never closed",
      asFile(`${headings}\n"Eilidh,Shaw,3/5/2017\nIain,Bell,4/5/2017`),
      "A quotation mark in the file is not closed.",
    ],
  ])("%s", (_, content, problem) => {
    expect(readListFile(content)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
