import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/**
 * Which tests hold each rule: the rows whose tests fail once the rule is taken out. `npm run test:mutation` finds out
 * and keeps it in this file, since it asks every test about every rule.
 */
export type HeldBy = Readonly<Record<string, readonly string[]>>;

export const heldByFile = fileURLToPath(new URL("../../../../docs/rules/held-by.json", import.meta.url));

export const heldBy = (): HeldBy =>
  existsSync(heldByFile)
    ? z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(heldByFile, "utf8")))
    : {};
