type Rows = readonly (readonly string[])[];

/** Rows under headings, as plain text: the first column to the left, figures to the right. */
export function table(headings: readonly string[], rows: Rows): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const lines = all.map((row) =>
    widths
      .map((width, column) => (column === 0 ? (row[column] ?? "").padEnd(width) : (row[column] ?? "").padStart(width)))
      .join("  ")
      .trimEnd(),
  );
  return [lines[0], "-".repeat(lines[0]?.length ?? 0), ...lines.slice(1)].join("\n");
}

/** The same in Markdown. Spaces before a name, which set it under the one above, are kept as ones that do not break. */
export function markdownTable(headings: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/^ +/, (spaces) => "&nbsp;".repeat(spaces.length))).join(" | ")} |`;
  const sides = headings.map((_, column) => (column === 0 ? ":--" : "--:"));
  return [line(headings), line(sides), ...rows.map(line)].join("\n");
}
