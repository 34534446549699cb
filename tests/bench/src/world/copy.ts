import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A column's value as it is copied in: text arrays as lists, anything else of JSON wrapped so that it is not taken for one. */
export type Value = string | number | boolean | null | undefined | readonly string[] | { readonly json: unknown };
export type Row = Readonly<Record<string, Value>>;
export type Add = (table: string, row: Row) => void;

const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (it) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[it] ?? it);

function textOf(value: Value): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value !== "object") return String(value);
  if ("json" in value) return escaped(JSON.stringify(value.json));
  return escaped(`{${value.map((one) => `"${one.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
}

/** One row in PostgreSQL's COPY text format. */
export const copyLine = (values: readonly Value[]): string => `${values.map(textOf).join("\t")}\n`;

/** A file of rows, ready to be copied into its table. */
export type Sheet = { readonly table: string; readonly columns: readonly string[]; readonly file: string };

/** Collects rows in one file a table. The columns are those of the table's first row, and every row has them all. */
export function sheetsIn(folder: string): { readonly add: Add; readonly done: () => readonly Sheet[] } {
  const open = new Map<string, Sheet & { readonly fd: number; lines: string[] }>();
  const flush = (sheet: { readonly fd: number; lines: string[] }) => {
    writeSync(sheet.fd, sheet.lines.join(""));
    sheet.lines = [];
  };
  const begin = (table: string, row: Row) => {
    const file = join(folder, `${table}.copy`);
    const sheet = { table, columns: Object.keys(row), file, fd: openSync(file, "w", 0o644), lines: [] as string[] };
    open.set(table, sheet);
    return sheet;
  };
  return {
    add: (table, row) => {
      const sheet = open.get(table) ?? begin(table, row);
      if (Object.keys(row).length !== sheet.columns.length) throw new Error(`a row of ${table} has other columns`);
      sheet.lines.push(copyLine(sheet.columns.map((column) => row[column])));
      if (sheet.lines.length === 2_000) flush(sheet);
    },
    done: () =>
      [...open.values()].map((sheet) => {
        flush(sheet);
        closeSync(sheet.fd);
        return { table: sheet.table, columns: sheet.columns, file: sheet.file };
      }),
  };
}
