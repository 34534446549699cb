// Loaded before everything else, by `npm start`: Node keeps what it made of our TypeScript beside the install, so that
// the next start takes a quarter less time and does without the compiler in memory. A folder that cannot be written to
// is no reason not to start: it is then as if this were not here.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
