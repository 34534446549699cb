import { existsSync } from "node:fs";
import { openDatabase } from "../db/open.ts";
import { envOrExit } from "../env.ts";
import { readHeads } from "./audit-head.ts";
import { publicKeyIn } from "./audit-key.ts";
import { verifyArea } from "./verify.ts";

/** `npm run audit:verify`: walks every area's chain and says whether it holds. Ends with 1 when one does not. */
const env = envOrExit();
const database = await openDatabase({
  dataDir: env.dataDir,
  url: env.databaseUrl,
  appUrl: env.databaseAppUrl,
  prepares: env.databasePrepared,
  onLost: () => {},
});
const say = (line: string) => process.stdout.write(`${line}\n`);
let isWhole = true;
for (const { areaId, name } of await database.areas()) {
  const signed =
    env.audit && existsSync(env.audit.keyFile) && existsSync(env.audit.headDir)
      ? readHeads(env.audit.headDir, areaId, publicKeyIn(env.audit.keyFile))
      : undefined;
  const { blocks, entries, unsealed, problem } = await verifyArea(database, areaId, new Date(), signed);
  if (problem === undefined) {
    const heads = signed === undefined ? "no signed heads to compare" : `${signed.heads.length} signed heads hold`;
    say(`${name}: ${entries} entries in ${blocks} blocks hold, ${unsealed} are not sealed yet, ${heads}.`);
  } else {
    isWhole = false;
    say(`${name}: ${problem} ${blocks} blocks before it hold.`);
  }
}
await database.close();
process.exitCode = isWhole ? 0 : 1;
