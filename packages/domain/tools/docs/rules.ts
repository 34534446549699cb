import { fileURLToPath } from "node:url";
import { rulebooks } from "../../src/rulebooks/index.ts";
import { differencesPage } from "./differences-page.ts";
import { heldBy } from "./held-by.ts";
import { keepPages } from "./pages.ts";
import { rulesIndex, rulesPage } from "./rules-page.ts";

/** `npm run docs:rules`: one page per rulebook in docs/rules, and one of what differs. */
const folder = fileURLToPath(new URL("../../../../docs/rules/", import.meta.url));
const tests = heldBy();
const pages = [
  ...rulebooks.map((edition) => rulesPage(edition, tests)),
  rulesIndex(rulebooks),
  differencesPage(rulebooks),
];
keepPages(folder, pages, (name) => name.endsWith(".md"));
