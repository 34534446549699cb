import { fileURLToPath } from "node:url";

/** The one set of migrations, for either engine. */
export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
