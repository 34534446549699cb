import { fileURLToPath } from "node:url";
import { rulebooks } from "../../src/rulebooks/index.ts";
import { glossary } from "../../src/vocabulary/glossary.ts";
import { glossaryPage } from "./glossary-page.ts";
import { keepPages } from "./pages.ts";

/** `npm run docs:glossary`: docs/glossary.md. */
const folder = fileURLToPath(new URL("../../../../docs/", import.meta.url));
keepPages(folder, [glossaryPage(glossary, rulebooks)], (name) => name === "glossary.md");
