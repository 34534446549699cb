import { createHash } from "node:crypto";
import { type ImportRecord, problemOfText, problemsOfFile } from "@linchpin/domain";
import { parse } from "csv-parse/sync";

export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/** A line of the list: its number as a spreadsheet counts, and the text under each heading. */
export type ListLine = { readonly rowNumber: number; readonly record: ImportRecord };

export type ListFile =
  | { readonly problem: string }
  | {
      readonly encoding: Encoding;
      readonly hash: Uint8Array;
      readonly headings: readonly string[];
      readonly lines: readonly ListLine[];
    };

/** Takes the bytes of a file in base64; gives its headings and lines, or why it is no list, in words. */
export function readListFile(content: string): ListFile {
  const bytes = Buffer.from(content, "base64");
  const { text, encoding } = decoded(bytes);
  const unreadable = problemOfText(text);
  if (unreadable !== undefined) return { problem: unreadable };
  const table = cellsIn(text);
  if ("problem" in table) return table;
  const cells = table.cells.map((row) => row.map((cell) => cell.trim()));
  const top = rowOfHeadings(cells);
  const [headings = [], ...rest] = cells.slice(top);
  const lines = rest.flatMap((row, at): ListLine[] =>
    row.every((cell) => cell === "")
      ? []
      : [
          {
            rowNumber: top + at + 2,
            record: Object.fromEntries(headings.map((heading, column) => [heading, row[column]])),
          },
        ],
  );
  const [wrong] = problemsOfFile(headings, lines.length);
  if (wrong !== undefined) return { problem: wrong };
  return {
    encoding,
    hash: createHash("sha256").update(bytes).digest(),
    headings: headings.filter((heading) => heading !== ""),
    lines,
  };
}

/** UTF-8 where the bytes are UTF-8, UTF-16 where they begin by saying so; else the code page that spreadsheets here save in. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

function cellsIn(text: string): { readonly cells: readonly (readonly string[])[] } | { readonly problem: string } {
  try {
    const cells: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { cells };
  } catch (error) {
    const at =
      error instanceof Error && "records" in error && typeof error.records === "number"
        ? ` It begins near row ${error.records + 1}.`
        : "";
    return {
      problem: `A quotation mark in the file is not closed.${at} Export the list again and choose the new file.`,
    };
  }
}

const titleRows = 10;

/** The row that holds the headings: the first, or the one below a title that a management system wrote above them. */
function rowOfHeadings(cells: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell !== "").length;
  const [first = []] = cells;
  if (filled(first) > 1) return 0;
  return Math.max(
    cells.slice(0, titleRows).findIndex((row) => filled(row) > 2),
    0,
  );
}

/** What stands between the headings: a comma, or what some spreadsheets write instead. */
function delimiterOf(text: string): string {
  const bare = text
    .split(/\r?\n/, titleRows)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (mark: string) => bare.split(mark).length - 1;
  return [",", ";", "\t"].sort((a, b) => count(b) - count(a))[0] ?? ",";
}
