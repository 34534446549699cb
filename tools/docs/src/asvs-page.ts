import { type Answer, chapters, edition, type Requirement, requirements } from "./asvs.ts";

const kinds = {
  test: "met, by a test",
  setting: "met, by a setting, code or a page",
  "not-met": "not met",
  "does-not-apply": "does not apply",
} as const satisfies Record<Answer["is"], string>;
type Kind = keyof typeof kinds;

const chapterOf = ({ number }: Requirement): number => Number(number.split(".")[0]);
const line = (cells: readonly (string | number)[]) =>
  `| ${cells.map((one) => String(one).replaceAll("|", "\\|")).join(" | ")} |\n`;
const table = (headings: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  `${line(headings)}${line(headings.map(() => "---"))}${rows.map(line).join("")}\n`;

const linked = (file: string) => `[${file.split("/").slice(-2).join("/")}](../../${file})`;

function inWords(answer: Answer): string {
  if (answer.is === "not-met") return `**Not met.** ${answer.missing}`;
  if (answer.is === "does-not-apply") return `Does not apply. ${answer.why}`;
  const places = answer.at.map(([file, words]) =>
    answer.is === "test" ? `${linked(file)}: “${words}”` : `${linked(file)}: \`${words}\``,
  );
  return [`${answer.is === "test" ? "Test" : "By"} ${places.join("; ")}.`, answer.note ?? ""].filter(Boolean).join(" ");
}

/** How many of these are answered how. */
export const countsOf = (of: readonly Requirement[]): Readonly<Record<Kind, number>> => ({
  test: of.filter(({ answer }) => answer.is === "test").length,
  setting: of.filter(({ answer }) => answer.is === "setting").length,
  "not-met": of.filter(({ answer }) => answer.is === "not-met").length,
  "does-not-apply": of.filter(({ answer }) => answer.is === "does-not-apply").length,
});

function countTable(): string {
  const row = (name: string, of: readonly Requirement[]) => {
    const counts = countsOf(of);
    return [name, of.length, ...(Object.keys(kinds) as Kind[]).map((kind) => counts[kind])];
  };
  return table(
    ["", "Asked", ...Object.values(kinds)],
    [
      ...Object.entries(chapters).map(([chapter, name]) =>
        row(
          `V${chapter} ${name}`,
          requirements.filter((one) => chapterOf(one) === Number(chapter)),
        ),
      ),
      ...([1, 2] as const).map((level) =>
        row(
          `**Level ${level}**`,
          requirements.filter((one) => one.level === level),
        ),
      ),
      row("**Both**", requirements),
    ],
  );
}

/** docs/security/asvs.md: every requirement of both levels with what answers it. */
export function asvsPage(): string {
  const open = requirements.filter(({ answer }) => answer.is === "not-met");
  const listed = Object.entries(chapters).map(([chapter, name]) => {
    const rows = requirements
      .filter((one) => chapterOf(one) === Number(chapter))
      .map(({ number, level, asks, answer }) => [`${edition}-${number}`, level, asks, inWords(answer)]);
    return `## V${chapter} ${name}\n\n${table(["Requirement", "Level", "Asks", "Answer"], rows)}`;
  });
  return `<!-- Written from tools/docs/src/asvs.ts by \`npm run docs:security\`. Change that file, not this page. -->

# ASVS 5.0, requirement by requirement

How Linchpin stands to the OWASP Application Security Verification Standard, version 5.0.0, levels 1 and 2. What each requirement asks is said in a few words of ours: the standard itself is what counts. A test that is named is there, and so is each symbol and heading: a test of this page fails where one is not. That an answer is right was judged by those who wrote it, and by nobody from outside. What is the operator's (the proxy, the disk, the database's connection) is met where [the inventory](inventory.md) is followed.

${countTable()}
## Not met

${table(
  ["Requirement", "Level", "Asks", "What is missing"],
  open.map(({ number, level, asks, answer }) => [
    `${edition}-${number}`,
    level,
    asks,
    answer.is === "not-met" ? answer.missing : "",
  ]),
)}
${listed.join("\n")}`.replace(/\n+$/, "\n");
}
