import { fileURLToPath } from "node:url";
import { rulebooks } from "../../src/rulebooks/index.ts";
import { keepPages } from "./pages.ts";
import { rulesIndex, rulesPage } from "./rules-page.ts";

/** `npm run docs:rules`: one page per rulebook in docs/rules. */
const folder = fileURLToPath(new URL("../../../../docs/rules/", import.meta.url));
keepPages(folder, [...rulebooks.map(rulesPage), rulesIndex(rulebooks)], (name) => name.endsWith(".md"));
