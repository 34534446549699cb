import type { Mutant } from "./mutants.ts";

/** What became of a mutant: a test noticed it, it made a test run without end, none noticed, or none came by. */
export type Verdict = "killed" | "stopped" | "survived" | "not reached";

const isNoticed = (verdict: Verdict) => verdict === "killed" || verdict === "stopped";

/** A line for each topic with its share, then every survivor with its place and what was changed. */
export function report(verdicts: ReadonlyMap<Mutant, Verdict>): { readonly text: string; readonly percent: number } {
  const all = [...verdicts];
  const topics = [...new Set(all.map(([{ file }]) => topicOf(file)))].sort();
  const share = (some: readonly (readonly [Mutant, Verdict])[]) =>
    some.length === 0 ? 100 : (100 * some.filter(([, verdict]) => isNoticed(verdict)).length) / some.length;
  const row = (name: string, some: readonly (readonly [Mutant, Verdict])[]) => {
    const count = (of: Verdict) => String(some.filter(([, verdict]) => verdict === of).length).padStart(12);
    return `${name.padEnd(20)}${String(some.length).padStart(8)}${count("killed")}${count("stopped")}${count("survived")}${count("not reached")}${share(some).toFixed(1).padStart(8)}%\n`;
  };
  const alive = all
    .filter(([, verdict]) => !isNoticed(verdict))
    .sort(([a], [b]) => a.id - b.id)
    .map(([mutant, verdict]) => `${aliveInWords(mutant, verdict)}\n`);
  const text = [
    `${"topic".padEnd(20)}${"mutants".padStart(8)}${["killed", "stopped", "survived", "not reached"].map((of) => of.padStart(12)).join("")}\n`,
    ...topics.map((topic) =>
      row(
        topic,
        all.filter(([{ file }]) => topicOf(file) === topic),
      ),
    ),
    row("all", all),
    "\n",
    ...alive,
  ].join("");
  return { text, percent: share(all) };
}

/** A mutant that nobody noticed, with its place and what was changed. */
export const aliveInWords = ({ file, line, was, is }: Mutant, verdict: Verdict): string =>
  `${file}:${line} ${verdict}: ${was}  →  ${is}`;

/** The mutants that a listing of an earlier run names: by file and by what was changed, since lines move. */
export function namedIn(listing: string, mutants: readonly Mutant[]): readonly Mutant[] {
  const named = new Set(
    listing.split("\n").map((line) => line.replace(/^([^ :]+):\d+ (survived|not reached): /, "$1 ")),
  );
  return mutants.filter(({ file, was, is }) => named.has(`${file} ${was}  →  ${is}`));
}

const topicOf = (file: string) => file.split("/")[0] ?? "";

const widest = 120;

/** Which rows hold which rule, as JSON that the formatter leaves as it is. */
export function heldByText(held: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(held).map(([rule, rows], at, all) => {
    const [name, end] = [`  ${JSON.stringify(rule)}: `, at === all.length - 1 ? "" : ","];
    const line = `${name}[${rows.map((row) => JSON.stringify(row)).join(", ")}]${end}`;
    if (line.length <= widest) return line;
    return `${name}[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]${end}`;
  });
  return `{\n${entries.join("\n")}\n}\n`;
}
