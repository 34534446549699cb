import { existsSync } from "node:fs";
import { runCommand, type Said } from "../command-line.ts";
import type { AreaName, Database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { readHeads } from "./audit-head.ts";
import { publicKeyIn } from "./audit-key.ts";
import { verifyArea } from "./verify.ts";

type Of = { readonly database: Pick<Database, "inArea" | "areas">; readonly audit: Env["audit"]; readonly now: Date };

/** Walks every area's chain. Says of each whether it holds. */
export async function verifyEveryArea(of: Of): Promise<Said> {
  const found: Said[] = [];
  for (const area of await of.database.areas()) found.push(await said(of, area));
  if (found.length === 0) return { text: "There is no area yet, and so no audit.", isWell: true };
  return { text: found.map(({ text }) => text).join("\n"), isWell: found.every(({ isWell }) => isWell) };
}

async function said({ database, audit, now }: Of, { areaId, name }: AreaName): Promise<Said> {
  const signed =
    audit && existsSync(audit.keyFile) && existsSync(audit.headDir)
      ? readHeads(audit.headDir, areaId, publicKeyIn(audit.keyFile))
      : undefined;
  const { blocks, entries, unsealed, problem } = await verifyArea(database, areaId, now, signed);
  if (problem !== undefined) return { text: `${name}: ${problem} ${blocks} blocks before it hold.`, isWell: false };
  const heads = signed === undefined ? "no signed heads to compare" : `${signed.heads.length} signed heads hold`;
  return {
    text: `${name}: ${entries} entries in ${blocks} blocks hold, ${unsealed} are not sealed yet, ${heads}.`,
    isWell: true,
  };
}

/** `npm run audit:verify`: ends with 1 when a chain does not hold. */
if (import.meta.main)
  await runCommand(
    "command.verify-audit",
    (_, database, { audit }) => verifyEveryArea({ database, audit, now: new Date() }),
    {
      patient: true, // it reads all there is
    },
  );
