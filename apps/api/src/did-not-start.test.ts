import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";
import { expect, test } from "vitest";
import { whyNot } from "./did-not-start.ts";
import { makeFolder } from "./folders.ts";
import { Mistaken } from "./mistaken.ts";

const settings = { dataDir: "/etc/passwd/data", host: "203.0.113.9", port: 4000 };
const said = (error: unknown) => {
  const { sentences, isForeseen } = whyNot(error, settings);
  return { said: sentences.join(" "), isForeseen };
};
const thrownBy = (work: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: unknown) => error,
    );

test("a server that does not answer is named with its address", async () => {
  const found = said(await thrownBy(() => new pg.Client("postgres://a:secret@127.0.0.1:1/x").connect()));
  expect(found).toEqual({
    said: "No PostgreSQL server answers at 127.0.0.1:1: check DATABASE_URL, and that the server runs.",
    isForeseen: true,
  });
});

test.each([
  ["28P01", 'password authentication failed for user "linchpin"', /Check the role and the password in DATABASE_URL/],
  ["28000", 'role "nobody" does not exist', /Check the role and the password/],
  ["3D000", 'database "linchpn" does not exist', /Check the end of DATABASE_URL, or create that database/],
  ["42501", "permission denied for schema public", /The role of DATABASE_URL has to own the database/],
  ["57P03", "the database system is starting up", /Try again in a moment/],
])("what the server refuses with %s is said in its words, with what to do", (code, message, what) => {
  const refused = Object.assign(new Error(message), { code });
  const found = said(new Error("Failed query: create table … params: Ann", { cause: refused }));
  expect(found.isForeseen).toBe(true);
  expect(found.said).toContain(`The PostgreSQL server said: ${message}. `);
  expect(found.said).toMatch(what);
  expect(found.said).not.toContain("params");
});

test("of several addresses of one name the first is named", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED", address: "::1", port: 5432 });
  expect(said(Object.assign(new AggregateError([refused]), { code: "ECONNREFUSED" })).said).toContain("at ::1:5432");
});

test("a host that nobody knows is named", () => {
  const unknown = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND", hostname: "db.invalid" });
  expect(said(unknown).said).toBe("There is no machine called db.invalid: check DATABASE_URL.");
});

test("an address that this machine does not have, a port that is taken, a port that is kept", async () => {
  const listen = (port: number, host: string) =>
    new Promise((resolve, reject) =>
      createServer()
        .once("error", reject)
        .listen(port, host, resolve as () => void),
    );
  expect(said(await thrownBy(() => listen(0, "203.0.113.9"))).said).toMatch(
    /^This machine has no address 203\.0\.113\.9/,
  );
  const failed = (code: string) => Object.assign(new Error("listen"), { code, syscall: "listen", port: 80 });
  expect(said(failed("EADDRINUSE")).said).toMatch(/^Port 80 is taken\. Stop what uses it, or set PORT to another/);
  expect(said(failed("EACCES")).said).toBe(
    "Port 80 is kept for the system's administrator: set PORT to one from 1024 on.",
  );
});

test("a folder that cannot be written to is named, and another file's trouble is not taken for it", async () => {
  const found = said(await thrownBy(() => mkdirSync("/etc/passwd/data/pglite", { recursive: true })));
  expect(found.said).toMatch(/^The folder \/etc\/passwd\/data cannot be written to: .*DATA_DIR/);
  expect(said(await thrownBy(() => mkdirSync("/etc/passwd/other"))).isForeseen).toBe(false);
  const below = whyNot(await thrownBy(() => makeFolder("/proc/linchpin/data/pglite")), {
    ...settings,
    dataDir: "/proc/linchpin/data",
  });
  expect(below).toEqual({
    sentences: [
      "The folder /proc/linchpin/data cannot be written to: give this user the right to, or set DATA_DIR to another.",
    ],
    isForeseen: true,
  });
});

test("every mistake is said, and what nobody foresaw is told apart, in one line without what wrapped it", () => {
  expect(whyNot(new Mistaken(["One.", "Two."]), settings)).toEqual({ sentences: ["One.", "Two."], isForeseen: true });
  const cause = new TypeError("x is undefined\nat line two");
  expect(said(new Error("Failed query: … params: Ann", { cause }))).toEqual({
    said: "Something went wrong that was not foreseen: x is undefined",
    isForeseen: false,
  });
});
