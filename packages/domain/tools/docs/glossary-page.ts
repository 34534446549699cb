import { termsOf } from "../../src/kernel/edition.ts";
import type { Rulebook } from "../../src/rulebooks/questions.ts";
import type { GlossaryEntry, GlossaryGroup } from "../../src/vocabulary/glossary.ts";
import { type Page, table, written } from "./pages.ts";

/** The words of the product on one page, with the words that each rulebook has for them. */
export function glossaryPage(groups: readonly GlossaryGroup[], editions: readonly Rulebook[]): Page {
  const others = ({ also = [], code }: GlossaryEntry) => [
    ...also,
    ...editions.flatMap((edition) => {
      const word = code === undefined ? undefined : termsOf(edition)[code];
      return word === undefined ? [] : [`${word} (${edition.id})`];
    }),
  ];
  const parts = groups.map(({ title, entries }) => {
    const rows = entries.map((entry) => [
      `${entry.term}${entry.saidIn ? ` (${entry.saidIn})` : ""}`,
      entry.code ? `\`${entry.code}\`` : "",
      entry.meaning,
      others(entry).join("; "),
    ]);
    return `## ${title}\n\n${table(["Word", "In code", "What we mean", "Also called"], rows)}`;
  });
  const text = `${written}# Glossary\n\nOne word for one thing, on screens, in code and in the database.\n\n${parts.join("")}`;
  return { name: "glossary.md", text: `${text.trimEnd()}\n` };
}
