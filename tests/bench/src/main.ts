import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench } from "./bench.ts";
import { readOptions, usage } from "./options.ts";
import { markdown, report } from "./report.ts";
import type { Summary } from "./summary.ts";

const options = optionsOrExit();
if (options.table) console.log(markdown(JSON.parse(readFileSync(options.table, "utf8")) as Summary));
else await measure();

async function measure(): Promise<void> {
  const folder = folderOfOurOwn();
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      console.error("Interrupted: what was started is stopped.");
      process.once("exit", remove); // after the servers of ours, which end with the process
      process.exit(130);
    });
  if (options.cpuProf) mkdirSync(options.cpuProf, { recursive: true });
  try {
    const summary = await bench(options, folder);
    console.log(`\n${report(summary)}`);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(summary, null, 2)}\n`);
    if (summary.failures.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    remove();
  }
}

/** Everything that a run writes lies here, its servers' data among it. */
function folderOfOurOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-bench-"));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user
  process.env.TMPDIR = folder;
  return folder;
}

function optionsOrExit() {
  try {
    return readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(1);
  }
}
