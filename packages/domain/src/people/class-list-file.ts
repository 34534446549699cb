/** More rows than any school or team has; a bigger file is several lists. */
export const mostRows = 20_000;

/** Bytes of a file that an import takes. */
export const mostBytes = 6_000_000;

const looksLikeData = (heading: string) =>
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(heading.trim()) ||
  /^[\d\s]{6,}$/.test(heading.trim()) ||
  heading.includes("@");

// What no list of people holds: signs for machines, and half of a surrogate pair. Tabs and ends of lines are text.
const notText = /[^\P{Control}\t\r\n\f\v\u0080-\u009F]|\p{Surrogate}/u;

/** Takes the text of a file, gives why it is not a list at all; undefined when it may be read. */
export function problemOfText(text: string): string | undefined {
  if (text.trim() === "") return "The file is empty. Export the list again and choose the new file.";
  const first = text.search(notText);
  if (first === -1) return undefined;
  const row = text.slice(0, first).split("\n").length;
  return `The file holds characters that are not text${row === 1 ? "" : `, the first in row ${row}`}. Export the list again as CSV (not as a spreadsheet) and choose the new file.`;
}

/** Takes the first row and how many rows follow, gives what is wrong with the file as a whole; empty when nothing is. */
export function problemsOfFile(headings: readonly string[], rowCount: number): readonly string[] {
  const named = headings.map((heading) => heading.trim()).filter((heading) => heading !== "");
  if (named.length === 0 || named.some(looksLikeData))
    return [
      "The first row needs to be headings, such as CHILD_FIRST_NAME. Add a row of headings and choose the file again.",
    ];
  const problems: string[] = [];
  const twins = [...new Set(named.filter((heading, at) => named.indexOf(heading) !== at))];
  for (const heading of twins)
    problems.push(`Two columns are called "${heading}". Rename one and choose the file again.`);
  if (rowCount === 0)
    problems.push("The file has headings and no children. Export the list again and choose the new file.");
  if (rowCount > mostRows)
    problems.push(
      `The file has ${rowCount.toLocaleString("en-GB")} rows. Import up to ${mostRows.toLocaleString("en-GB")} at a time: split the list by school or team.`,
    );
  return problems;
}
