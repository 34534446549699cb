import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { asvsPage } from "./asvs-page.ts";
import { root } from "./repository.ts";

/** `npm run docs:security`: docs/security/asvs.md. */
writeFileSync(join(root, "docs/security/asvs.md"), asvsPage());
