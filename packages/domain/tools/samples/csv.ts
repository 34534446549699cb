/** A list as a file of the samples folder. */
export type Sample = { readonly file: string; readonly bytes: Uint8Array };

/** A list as a spreadsheet exports it: commas, quotes where they are needed, lines that end in CR LF. */
export function csvOf(
  headings: readonly string[],
  rows: readonly { readonly [heading: string]: string | undefined }[],
): string {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** Windows-1252 is Latin-1 but for these; the samples use no others of its extra characters. */
const beyondLatin1: Readonly<Record<string, number>> = { "\u2018": 0x91, "\u2019": 0x92, "\u2013": 0x96 };

/** Text as the bytes of Windows-1252. Throws a RangeError for a character it does not have. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (char) => {
    const code = beyondLatin1[char] ?? char.codePointAt(0) ?? 0;
    if (code > 0xff) throw new RangeError(`Windows-1252 has no ${char}`);
    return code;
  });

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
