import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

test("an interrupted run leaves no server and no file behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lp-"));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user
  const bench = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--quick"], {
    env: { PATH: process.env.PATH, TMPDIR: folder },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(bench, "exit");
  for await (const line of createInterface({ input: bench.stdout })) if (line.includes("has started")) break;
  expect(commandsNaming(folder)).not.toEqual([]);
  bench.kill("SIGINT");
  expect((await ended)[0]).toBe(130);
  expect(commandsNaming(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

/** Command lines of what runs on this machine and was told of a folder. */
function commandsNaming(folder: string): readonly string[] {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return processes.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return command.includes(folder) ? [command] : [];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}
