import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dumpOfEmpty } from "../db/pglite.ts";
import type {} from "./postgres-setup.ts";

/** One embedded database, migrated and written to a file, that each test file opens a copy of. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), "linchpin-pglite-"));
  const dump = join(home, "migrated.tar");
  writeFileSync(dump, new Uint8Array(await (await dumpOfEmpty()).arrayBuffer()));
  provide("engine", "pglite");
  provide("pgliteDump", dump);
  return () => rmSync(home, { recursive: true, force: true });
}
