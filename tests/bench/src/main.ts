import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench } from "./bench.ts";
import { readOptions, usage } from "./options.ts";
import { asJson, report } from "./report.ts";

const options = optionsOrExit();
const folder = mkdtempSync(join(tmpdir(), "linchpin-bench-run-"));
chmodSync(folder, 0o755);
if (options.cpuProf) mkdirSync(options.cpuProf, { recursive: true });
process.once("SIGINT", () => process.exit(130)); // servers of ours end with the process
try {
  const found = await bench(options, folder);
  console.log(`\n${report(found)}`);
  if (options.json) writeFileSync(options.json, `${asJson(found)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function optionsOrExit() {
  try {
    return readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(1);
  }
}
