import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { localDate } from "@linchpin/domain";
import { afterEach, expect, test } from "vitest";
import { openPostgres } from "./db/postgres.ts";
import { openArea } from "./features/area/open-area.ts";
import { Browser } from "./testing/browser.ts";
import { copyOfTemplate } from "./testing/database.ts";
import { freePort } from "./testing/free-port.ts";

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** The demonstration's issuer takes the port after Linchpin's. */
async function twoPorts(): Promise<number> {
  const port = await freePort();
  const next = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    next.once("error", () => resolve(false)).listen(port + 1, "127.0.0.1", () => next.close(() => resolve(true)));
  });
  return isFree ? port : twoPorts();
}

/** A database that has an area already, so that no demonstration is made in it first. */
async function aDatabase(): Promise<string> {
  const url = await copyOfTemplate();
  const database = await openPostgres({ url, onLost: () => {} });
  const opened = { name: "Northshire", nation: "scotland", isDemonstration: true, editionId: "highland" } as const;
  await openArea(database, { ...opened, adoptedFrom: localDate("2025-01-06") }, new Date());
  await database.close();
  return url;
}

/** The whole process, on a server: making an embedded database takes longer than all of this. */
async function main(env: Record<string, string>) {
  const given = { DATABASE_URL: await aDatabase(), DEMO: "on", ...env };
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], { env: given });
  started.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const open = async () => {
    while (!said.out.includes("Linchpin is open at")) {
      await Promise.race([
        once(child.stdout, "data"),
        ended.then(() => Promise.reject(new Error(said.out + said.err))),
      ]);
    }
  };
  return { child, said, ended, open };
}

test("the process opens, offers the demonstration, and stops when asked", async () => {
  const port = await twoPorts();
  const { child, said, ended, open } = await main({ PORT: String(port) });
  await open();
  const origin = `http://localhost:${port}`;
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  const browser = new Browser();
  expect((await browser.open(`${origin}/`)).text).toContain("Choose somebody of the demonstration");
  const people = await browser.open(`${origin}/sign-in/demonstration/start`);
  expect([people.status, new URL(people.url).port]).toEqual([200, String(port + 1)]);
  const call = { method: "POST", headers: { "content-type": "application/json", origin }, body: "{}" };
  expect((await fetch(`${origin}/api/trpc/nothing.such`, call)).status).toBe(404);

  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(said.err).toBe("");
  for (const line of said.out.trim().split("\n")) expect(line).toMatch(/^(\{.*\}|Linchpin is open at .*)$/);
});

test("with its port taken it says so", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const second = await main({ PORT: String(port) });
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/^Linchpin cannot start:\n- Port \d+ is taken\. .*\n$/);
  other.close();
});

test("a role that passes by row security is refused where children may be real, in a sentence and no more", async () => {
  const issuer = { id: "council", label: "Council", issuer: "https://login.example", clientId: "a", clientSecret: "b" };
  const real = await main({ PORT: "4000", DEMO: "off", ISSUERS: JSON.stringify([issuer]) });
  expect(await real.ended).toBe(1);
  expect(real.said.err).toMatch(/^Linchpin cannot start:\n- The role \w+ passes by row security: .*\n$/);
  expect(real.said.out).not.toContain(" at ");
});

test("a database that is not there is said in one sentence, and where in the code that came up is not", async () => {
  const url = new URL(await copyOfTemplate());
  url.pathname = "/nowhere";
  const lost = await main({ PORT: "4000", DATABASE_URL: url.href });
  expect(await lost.ended).toBe(1);
  expect(lost.said.err).toMatch(
    /^Linchpin cannot start:\n- The PostgreSQL server said: database "nowhere" does not exist\. .*\n$/,
  );
  expect(lost.said.out).not.toContain("node_modules");
});
