import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

const seed = join(import.meta.dirname, "../../../apps/api/src/seed/seed-demonstration.ts");

declare module "vitest" {
  interface ProvidedContext {
    /** A database folder with the demonstration areas in it, which nobody starts on: each product has a copy. */
    seededDir: string;
  }
}

/** Makes the demonstration areas once for all specs. SEEDED_DIR names a folder made before, for trying one spec again. */
export default function seedOnce(project: TestProject): (() => void) | undefined {
  const made = process.env.SEEDED_DIR;
  if (made) {
    project.provide("seededDir", made);
    return undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "linchpin-e2e-seeded-"));
  const { DATABASE_URL: _, ...env } = process.env;
  const { status, stderr, stdout } = spawnSync(process.execPath, [seed], {
    env: { ...env, DATA_DIR: dataDir, DEMO: "on", LOG_LEVEL: "warn" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the demonstration areas could not be made:\n${stdout}${stderr}`);
  project.provide("seededDir", dataDir);
  return () => rmSync(dataDir, { recursive: true, force: true });
}
