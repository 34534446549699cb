import { fileURLToPath } from "node:url";
import { rulebooks } from "../../src/rulebooks/index.ts";
import { actsPage } from "./acts-page.ts";
import { differencesPage } from "./differences-page.ts";
import { heldBy } from "./held-by.ts";
import { keepPages } from "./pages.ts";
import { rulesIndex, rulesPage } from "./rules-page.ts";

/** `npm run docs:rules`: one page per rulebook in docs/rules, one of what differs, and the table of acts in docs/guides. */
const folder = fileURLToPath(new URL("../../../../docs/rules/", import.meta.url));
const tests = heldBy();
const pages = [
  ...rulebooks.map((edition) => rulesPage(edition, tests)),
  rulesIndex(rulebooks),
  differencesPage(rulebooks),
];
keepPages(folder, pages, (name) => name.endsWith(".md"));

const guides = fileURLToPath(new URL("../../../../docs/guides/", import.meta.url));
keepPages(guides, [actsPage()], (name) => name === "who-may-do-what.md");
