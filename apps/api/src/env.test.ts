import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Env, readEnv } from "./env.ts";
import { keyOfArea } from "./index-keys.ts";

const issuer = {
  id: "council",
  label: "Sign in with the council",
  issuer: "https://id.council.example",
  clientId: "a",
  clientSecret: "b",
};
const mistakesOf = (variables: Record<string, string>, readText?: (file: string) => string): readonly string[] => {
  const result = readEnv(variables, readText);
  return result.ok ? [] : result.mistakes;
};
function envOf(variables: Record<string, string>): Env {
  const result = readEnv(variables);
  if (!result.ok) throw new Error(result.mistakes.join("\n"));
  return result.env;
}

test("nothing given is a demonstration on this machine", () => {
  expect(envOf({})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    publicOrigin: "http://localhost:4000",
    databaseUrl: undefined,
    databasePrepared: true,
    demo: true,
    issuers: [],
    sessionIdleMinutes: 15,
    sessionHours: 12,
    logLevel: "info",
    trustProxy: false,
    audit: undefined,
  });
  expect(envOf({}).dataDir).toMatch(/[/\\]data$/);
});

test("a service on a server", () => {
  const env = envOf({
    PORT: "8080",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgres://owner@db/linchpin",
    DATABASE_APP_URL: "postgresql://app@db/linchpin",
    DATABASE_PREPARED: "off",
    PUBLIC_ORIGIN: "https://linchpin.example/",
    ISSUERS: JSON.stringify([issuer]),
    DATABASE_LOCK_SECONDS: "30",
    KEEP_DRAFTS_DAYS: "7",
    SESSION_IDLE_MINUTES: "20",
    AUDIT_HEAD_DIR: "/heads",
    AUDIT_KEY_FILE: "/keys/audit",
    TRUST_PROXY: "10.0.0.0/8, loopback",
    LOG_LEVEL: " warn ",
  });
  expect(env).toMatchObject({
    port: 8080,
    publicOrigin: "https://linchpin.example",
    demo: false,
    databasePrepared: false,
    issuers: [
      {
        ...issuer,
        scope: "openid",
        claims: { subject: "sub", required: {} },
        asksEveryTime: true,
        clientAuthentication: "post",
      },
    ],
    databaseLimits: { connectSeconds: 10, statementSeconds: 60, lockSeconds: 30, idleSeconds: 60 },
    keep: { draftDays: 7, answerHours: 24 },
    sessionIdleMinutes: 20,
    trustProxy: ["10.0.0.0/8", "loopback"],
    logLevel: "warn",
  });
});

test("issuers may come from a file", () => {
  const result = readEnv({ ISSUERS_FILE: "/issuers.json" }, (file) =>
    file === "/issuers.json" ? JSON.stringify([issuer]) : "",
  );
  expect(result).toMatchObject({ ok: true, env: { demo: false, issuers: [{ id: "council" }] } });
});

test("CWDC-2.20b: the keys of indexes come from a file, by area, and an area is found however it is written", () => {
  const key = "k".repeat(32);
  const result = readEnv({ DEMO: "on", INDEX_KEYS_FILE: "/keys.json" }, () => JSON.stringify({ Ashbeck: key }));
  expect(result.ok && keyOfArea(result.env.indexKeys, "ASHBECK")).toBe(key);
  expect(result.ok && keyOfArea(result.env.indexKeys, "constructor")).toBeUndefined();
});

test("CWDC-2.20b: what is wrong with the file of keys is said without a word of any key", () => {
  const short = "a-short-secret";
  const mistakesOf = (text: string) => {
    const result = readEnv({ DEMO: "on", INDEX_KEYS_FILE: "/keys.json" }, () => text);
    return result.ok ? [] : result.mistakes;
  };
  expect(mistakesOf("{")).toEqual(["INDEX_KEYS_FILE is not JSON."]);
  expect(mistakesOf(`["${short}"]`)).toEqual([expect.stringContaining("must hold areas and their keys")]);
  expect(mistakesOf(JSON.stringify({ Ashbeck: short }))).toEqual([
    "In INDEX_KEYS_FILE, the key of ashbeck must be 32 to 1,000 letters, digits and signs, without spaces.",
  ]);
  const twice = mistakesOf(JSON.stringify({ Ashbeck: "k".repeat(40), ashbeck: "l".repeat(40) }));
  expect(twice).toEqual(["In INDEX_KEYS_FILE, one area has two keys."]);
  expect(JSON.stringify([mistakesOf("{"), mistakesOf(JSON.stringify({ Ashbeck: short }))])).not.toContain(short);
});

describe("each mistake is a sentence", () => {
  const withIssuer = (change: object) => ({ ISSUERS: JSON.stringify([{ ...issuer, ...change }]) });
  test.each<[Record<string, string>, string]>([
    [{ PORT: "http" }, "PORT must be a whole number from 1 to 65534."],
    [{ PORT: "65535" }, "PORT must be a whole number from 1 to 65534."],
    [{ PORT: "-1" }, "PORT must be a whole number from 1 to 65534."],
    [{ SESSION_IDLE_MINUTES: "9" }, "SESSION_IDLE_MINUTES must be a whole number from 10 to 30."],
    [{ SESSION_IDLE_MINUTES: "31" }, "SESSION_IDLE_MINUTES must be a whole number from 10 to 30."],
    [{ DATABASE_CONNECT_SECONDS: "0" }, "DATABASE_CONNECT_SECONDS must be a whole number from 1 to 120."],
    [{ DATABASE_STATEMENT_SECONDS: "off" }, "DATABASE_STATEMENT_SECONDS must be a whole number from 1 to 3600."],
    [{ DATABASE_LOCK_SECONDS: "601" }, "DATABASE_LOCK_SECONDS must be a whole number from 1 to 600."],
    [{ DATABASE_IDLE_SECONDS: "1.5" }, "DATABASE_IDLE_SECONDS must be a whole number from 1 to 3600."],
    [{ KEEP_ANSWERS_HOURS: "23" }, "KEEP_ANSWERS_HOURS must be a whole number from 24 to 720."],
    [{ KEEP_DRAFTS_DAYS: "366" }, "KEEP_DRAFTS_DAYS must be a whole number from 1 to 365."],
    [{ SESSION_HOURS: "0" }, "SESSION_HOURS must be a whole number from 1 to 24."],
    [{ DATABASE_URL: "mysql://db", DEMO: "on" }, "DATABASE_URL must be an address that starts with postgres://."],
    [
      { DATABASE_APP_URL: "postgres://app@db/x" },
      "DATABASE_APP_URL is given without DATABASE_URL: give both or neither.",
    ],
    [{ DATABASE_PREPARED: "yes" }, 'DATABASE_PREPARED must be "on" or "off".'],
    [{ DEMO: "true" }, 'DEMO must be "on" or "off".'],
    [{ DEMO: "off" }, "ISSUERS is missing: nobody could sign in. Name an issuer, or set DEMO=on to try Linchpin out."],
    [
      { DEMO: "on", PUBLIC_ORIGIN: "https://linchpin.example" },
      "DEMO is on, and PUBLIC_ORIGIN is not on this machine: anybody could sign in as anybody. Turn DEMO off.",
    ],
    [
      { PUBLIC_ORIGIN: "localhost" },
      "PUBLIC_ORIGIN must be an origin alone, such as https://linchpin.example: no path after it.",
    ],
    [
      { PUBLIC_ORIGIN: "https://linchpin.example/app", ...withIssuer({}) },
      "PUBLIC_ORIGIN must be an origin alone, such as https://linchpin.example: no path after it.",
    ],
    [
      { PUBLIC_ORIGIN: "http://linchpin.example", ...withIssuer({}) },
      "PUBLIC_ORIGIN must start with https:// unless it is on this machine.",
    ],
    [{ AUDIT_HEAD_DIR: "/heads" }, "AUDIT_HEAD_DIR and AUDIT_KEY_FILE belong together: give both or neither."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of fatal, error, warn, info, debug, silent."],
    [
      { TRUST_PROXY: "everybody" },
      "TRUST_PROXY must be how many proxies stand before Linchpin, or their addresses with commas between.",
    ],
    [{ ISSUERS: "{" }, "ISSUERS is not JSON."],
    [{ ISSUERS: "{}" }, "ISSUERS must be a list in JSON, between [ and ]."],
    [{ ISSUERS: '["council"]' }, "In ISSUERS, entry 1 must be an object, between { and }."],
    [{ ISSUERS: "[]", ISSUERS_FILE: "x" }, "ISSUERS and ISSUERS_FILE are both given: give one of them."],
    [{ ISSUERS_FILE: "/nowhere/issuers.json" }, "ISSUERS_FILE names a file that cannot be read."],
    [withIssuer({ clientId: undefined }), "In ISSUERS, entry 1, clientId is missing."],
    [withIssuer({ id: "The Council" }), "In ISSUERS, entry 1, id may hold small letters, digits and hyphens only."],
    [
      withIssuer({ issuer: "http://id.council.example" }),
      "In ISSUERS, entry 1, issuer must be an address that starts with https://.",
    ],
    [
      withIssuer({ issuer: "ftp://id.council.example" }),
      "In ISSUERS, entry 1, issuer must be an address that starts with https://.",
    ],
    [withIssuer({ scope: "profile" }), 'In ISSUERS, entry 1, scope must include "openid".'],
    [withIssuer({ areas: ["north"] }), "In ISSUERS, entry 1, areas must be a list of area ids."],
    [withIssuer({ claims: { subject: "" } }), "In ISSUERS, entry 1, claims.subject is empty."],
    [withIssuer({ colour: "blue" }), "In ISSUERS, entry 1, colour is not a setting."],
    [
      { ISSUERS: JSON.stringify([issuer, { ...issuer, issuer: "https://other.example" }]) },
      "In ISSUERS, two entries have the same id.",
    ],
    [
      { ISSUERS: JSON.stringify([issuer, { ...issuer, id: "other" }]) },
      "In ISSUERS, two entries have the same issuer.",
    ],
  ])("%j", (variables, sentence) => {
    expect(mistakesOf(variables)).toEqual([sentence]);
  });

  test("and all are said at once", () => {
    expect(mistakesOf({ PORT: "x", DEMO: "maybe", LOG_LEVEL: "loud", ISSUERS: "{" })).toHaveLength(4);
  });

  test("without quoting a secret", () => {
    const secret = "correct-horse";
    const said = mistakesOf({
      DATABASE_URL: `mysql://owner:${secret}@db/x`,
      ISSUERS: JSON.stringify([{ ...issuer, clientSecret: secret, id: "?" }]),
    });
    expect(said.length).toBeGreaterThan(1);
    expect(said.join()).not.toContain(secret);
  });
});

test("a process with mistakes in its configuration says them and ends, without a trace of the program", () => {
  const program = `import { envOrExit } from ${JSON.stringify(join(import.meta.dirname, "env.ts"))}; envOrExit(); console.log("on");`;
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", program], { env, encoding: "utf8" });
  const wrong = run({ PORT: "x", DEMO: "maybe" });
  expect(wrong).toMatchObject({
    status: 1,
    stdout: "",
    stderr: 'Linchpin cannot start:\n- PORT must be a whole number from 1 to 65534.\n- DEMO must be "on" or "off".\n',
  });
  expect(run({})).toMatchObject({ status: 0, stdout: "on\n", stderr: "" });
});

test("files of rulebooks are found from where the command was called, and one that cannot be read is named", () => {
  const isThere = (file: string) => {
    if (!file.endsWith("larkmoor.ts")) throw new Error("no such file");
    return "";
  };
  const result = readEnv({ RULEBOOKS: "rules/larkmoor.ts, /elsewhere/larkmoor.ts", INIT_CWD: "/srv/council" }, isThere);
  expect(result.ok && result.env.rulebookFiles).toEqual(["/srv/council/rules/larkmoor.ts", "/elsewhere/larkmoor.ts"]);
  expect(mistakesOf({ RULEBOOKS: "rules/fell.ts", INIT_CWD: "/srv/council" }, isThere)).toEqual([
    "RULEBOOKS names a file that cannot be read: /srv/council/rules/fell.ts.",
  ]);
});

test("a command lets nobody in, so it asks for no issuer; a process that serves does", () => {
  const onServer = { DATABASE_URL: "postgres://owner@db.example/linchpin" };
  expect(readEnv(onServer, undefined, false).ok).toBe(true);
  expect(readEnv(onServer)).toMatchObject({ ok: false, mistakes: [expect.stringMatching(/^ISSUERS is missing/)] });
});
