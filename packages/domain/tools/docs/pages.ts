import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A page of docs: its name in the folder, and its text. */
export type Page = { readonly name: string; readonly text: string };

/** Text in a cell of a table. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");

/** A table; nothing where it has no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return `${line(headings)}${line(headings.map(() => "---"))}${rows.map(line).join("")}\n`;
}

export const written =
  "<!-- Written from the code by `npm run docs:rules` and `npm run docs:glossary`. Change the code, not this page. -->\n\n";

/**
 * Writes pages into a folder, and takes away those of ours that are no longer written. With `--check` it writes
 * nothing, and ends with 1 where a page is not what the code says.
 */
export function keepPages(folder: string, pages: readonly Page[], isOurs: (name: string) => boolean): void {
  mkdirSync(folder, { recursive: true });
  const there = readdirSync(folder).filter(isOurs);
  const gone = there.filter((name) => !pages.some((page) => page.name === name));
  const stale = pages.filter(
    ({ name, text }) => !there.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  if (process.argv.includes("--check")) {
    for (const name of [...gone, ...stale.map((page) => page.name)])
      console.error(`${name} is not what the code says.`);
    if (gone.length + stale.length > 0) process.exitCode = 1;
    return;
  }
  for (const name of gone) rmSync(join(folder, name));
  for (const { name, text } of stale) writeFileSync(join(folder, name), text);
}
