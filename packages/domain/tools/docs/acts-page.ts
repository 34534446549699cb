import { acts, postRoles, relations } from "../../src/access/acts.ts";
import { commandActs, httpActs, jobActs, systemCallers, systemShows } from "../../src/access/system-acts.ts";
import { restrictedAnswers, restrictionsOfRecord, type UnderRestriction } from "../../src/access/under-restriction.ts";
import { type Page, table, written } from "./pages.ts";

type Cell = {
  readonly words: string;
  readonly roles: readonly string[];
  readonly relations?: readonly string[];
  readonly restricted: UnderRestriction;
};
const labelsOf = (of: Readonly<Record<string, { readonly label: string }>>, codes: readonly string[]) =>
  codes.length === Object.keys(of).length ? "everybody" : codes.map((code) => of[code]?.label ?? code).join(", ");
const answers = (restricted: UnderRestriction) =>
  (Object.keys(restrictionsOfRecord) as (keyof UnderRestriction)[]).map(
    (one) => restrictedAnswers[restricted[one]].label,
  );

/** The table of acts, to be read beside the documents: act × post × relation × restriction. */
export function actsPage(): Page {
  const cells = Object.entries(acts as Readonly<Record<string, Cell>>);
  const topics = [...new Set(cells.map(([act]) => act.split(".", 1)[0] ?? act))].sort((a, b) =>
    a.localeCompare(b, "en-GB"),
  );
  const headings = [
    "Act",
    "May",
    "Posts",
    "With one of these parts",
    ...Object.values(restrictionsOfRecord).map(({ label }) => label),
  ];
  const parts = topics.map((topic) => {
    const rows = cells
      .filter(([act]) => act.startsWith(`${topic}.`))
      .map(([act, { words, roles, relations: ties, restricted }]) => [
        `\`${act}\``,
        words,
        labelsOf(postRoles, roles),
        ties === undefined ? "about no child" : labelsOf(relations, ties),
        ...answers(restricted),
      ]);
    return `## ${topic}\n\n${table(headings, rows)}`;
  });
  const system = Object.entries({ ...httpActs, ...jobActs, ...commandActs }).map(([act, { words, by, shows }]) => [
    `\`${act}\``,
    words,
    systemCallers[by].label,
    systemShows[shows],
  ]);
  const text = `${written}# Who may do what

Every act of the product: the posts that may do it, the parts in a child's care of which one is needed, and what becomes of it where something of the record is restricted. What is not here is denied, and what somebody may not see reads the same as what is not there. The tests walk every cell.

${parts.join("")}## Without a person at a post

${table(["Act", "Does", "Set going by", "Says of a child"], system)}`;
  return { name: "who-may-do-what.md", text: `${text.trimEnd()}\n` };
}
