import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog, type LogFields } from "./log.ts";

function aLog() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(
    "debug",
    new Writable({ write: (line, _as, done) => done(void lines.push(JSON.parse(String(line)))) }),
  );
  return { log, lines };
}

test("a field that is not on the list is dropped, whatever it is called", () => {
  const { log, lines } = aLog();
  const carelessly = {
    requestId: "1",
    child: { name: "Robin Ashdown" },
    body: "x",
    query: "?nhs=999",
    url: "/children/robin",
  };
  log.info(carelessly as LogFields, "request");
  expect(lines).toEqual([{ level: 30, time: expect.any(Number), requestId: "1", msg: "request" }]);
});

test("an error is its kind, code and place: a database's words quote the values they were given", () => {
  const { log, lines } = aLog();
  const cause = Object.assign(new Error("Key (name)=(Robin Ashdown) already exists."), {
    code: "23505",
    detail: "Robin Ashdown",
  });
  log.error({ error: new Error("Failed query: insert ... params: Robin Ashdown", { cause }) }, "it failed");
  const [line] = lines;
  expect(line).toMatchObject({
    error: { type: "Error", at: expect.any(Array), cause: { type: "Error", code: "23505" } },
  });
  expect(JSON.stringify(line)).not.toContain("Robin");
});

test("an error that quotes nothing keeps its words, and what is no error is only named", () => {
  const { log, lines } = aLog();
  log.error({ error: new TypeError("x is not a function") }, "it failed");
  log.error(
    {
      error: Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
        code: "ECONNREFUSED",
        syscall: "connect",
      }),
    },
    "it failed",
  );
  log.error({ error: "Robin Ashdown" }, "it failed");
  expect(lines.map((line) => line.error)).toMatchObject([
    { type: "TypeError", message: "x is not a function" },
    { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:5432" },
    { type: "string" },
  ]);
});

test("a line of somebody's words that begins like a place in the code is not taken for one", () => {
  const { log, lines } = aLog();
  const words =
    "Failed query: insert ... params: He said\n    at home (kitchen) Robin is shouted at\n    at home/robin:1:1";
  log.error({ error: new Error(words) }, "it failed");
  const renamed = new Error(words.replace(":1:1", ""));
  renamed.message = "something else";
  log.error({ error: renamed }, "it failed");
  expect(JSON.stringify(lines)).not.toMatch(/robin|home/i);
  for (const { error } of lines) expect((error as { at: string[] }).at[0]).toMatch(/^at .*log\.test\.ts/);
});
