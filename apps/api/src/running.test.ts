import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** A process with the shell's own way of listening and stopping; it writes what happens, a line each. */
async function aProcess(then = "") {
  const here = (file: string) => JSON.stringify(join(import.meta.dirname, file));
  const program = `
    import express from "express";
    import { createLog } from ${here("log.ts")};
    import { endWhenBroken, endWithProcess, listen } from ${here("running.ts")};
    const say = (what) => process.stdout.write(what + "\\n");
    const app = express();
    app.get("/slow", (_req, res) => { say("asked"); setTimeout(() => res.send("done"), 300); });
    app.get("/never", () => say("asked"));
    const closing = (name, how = async () => {}) => ({ name, close: async () => { say("closing " + name); await how(); } });
    const behind = [closing("jobs", async () => { throw new Error("stuck"); }), closing("database")];
    const log = createLog("silent");
    const running = await listen({ server: { app, stopTaking: () => say("not ready") }, host: "127.0.0.1", port: 0, log, behind, patienceMs: 500 });
    endWhenBroken(log);
    endWithProcess(running.stop);
    say("port " + running.port);
    ${then}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  const lines: string[] = [];
  child.stdout?.on("data", (text) => lines.push(...String(text).trim().split("\n")));
  const heard = async (line: string) => {
    while (!lines.some((one) => one.startsWith(line))) await once(child.stdout ?? child, "data");
    return lines.find((one) => one.startsWith(line)) ?? "";
  };
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const port = then ? 0 : Number((await heard("port")).slice(5));
  return { child, lines, heard, ended, ask: (path: string) => answerOf(`http://127.0.0.1:${port}${path}`) };
}

const answerOf = (url: string) =>
  new Promise<string>((resolve) => {
    get(url, (res) => {
      let text = "";
      res.on("data", (part) => (text += part)).once("end", () => resolve(text));
    }).once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "failed"));
  });

describe("a process that is asked to stop", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "by %s finishes what is in hand, closes what is behind it, and ends well",
    async (signal) => {
      const { child, lines, heard, ended, ask } = await aProcess();
      const slow = ask("/slow");
      await heard("asked");
      child.kill(signal);
      await heard("not ready");
      expect(await ask("/slow")).toMatch(/^ECONN/); // nothing new is taken
      expect(await slow).toBe("done");
      expect(await ended).toBe(0);
      expect(lines.slice(-3)).toEqual(["not ready", "closing jobs", "closing database"]); // jobs that are stuck hold nothing up
    },
  );

  test("waits so long and no longer for a request that does not finish", async () => {
    const { child, heard, ended, ask } = await aProcess();
    const never = ask("/never");
    await heard("asked");
    child.kill("SIGTERM");
    expect(await never).toBe("ECONNRESET");
    expect(await ended).toBe(0);
  });
});

test.each([
  ["a rejection nobody handles", 'void Promise.reject(new Error("lost"));'],
  ["an error nobody catches", 'setTimeout(() => { throw new Error("lost"); });'],
])("%s ends the process, and not well", async (_, then) => {
  expect(await (await aProcess(then)).ended).toBe(1);
});
