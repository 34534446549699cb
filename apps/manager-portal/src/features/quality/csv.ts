/** A table as it is downloaded: its headings, and a row of texts and numbers for each of its rows. */
export type Sheet = { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };

/**
 * A sheet as CSV that Excel reads as it is meant: UTF-8 with its mark, lines ended by CR LF. A text that a spreadsheet
 * would take for a formula is kept a text by an apostrophe.
 */
export const csvOf = ({ headings, rows }: Sheet): string =>
  `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Gives a sheet to the browser as a file. */
export function download(name: string, sheet: Sheet): void {
  const url = URL.createObjectURL(new Blob([csvOf(sheet)], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
