import { openDatabase } from "../db/open.ts";
import { envOrExit } from "../env.ts";
import { createLog } from "../log.ts";
import { isEmpty } from "./made.ts";
import { seedDemonstration } from "./seed.ts";

/** `npm run demo:seed`: makes the demonstration areas in an empty database. */
const env = envOrExit();
const log = createLog(env.logLevel);
const database = await openDatabase({
  dataDir: env.dataDir,
  url: env.databaseUrl,
  appUrl: env.databaseAppUrl,
  prepares: env.databasePrepared,
  onLost: () => {},
});
if (await isEmpty(database)) {
  await seedDemonstration(database, () => new Date(), log);
  process.stdout.write("The demonstration areas are ready.\n");
} else {
  process.stdout.write("This database has areas already: nothing was done. Use an empty one.\n");
  process.exitCode = 1;
}
await database.close();
