import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, sourcesIn } from "@linchpin/imports";
import { Router } from "express";
import { expect, test } from "vitest";
import { runCommand } from "./command-line.ts";
import { endpointsOn } from "./endpoints.ts";
import { practitionerProcedure } from "./trpc.ts";

/** Never run: whether it compiles is the test. */
export const doesNotCompile = () => {
  const on = endpointsOn(Router());
  // @ts-expect-error an address without an act
  on.get("/calendar.ics", (_req, res) => void res.end());
  // @ts-expect-error an act that the table does not know
  on.get("calendar.read", "/calendar.ics", (_req, res) => void res.end());
  // @ts-expect-error a command without an act
  void runCommand(async () => "done");
  // @ts-expect-error a procedure without an act
  practitionerProcedure();
};

test("no address of ours is opened but with its act", () => {
  const round = sourcesIn(import.meta.dirname).flatMap(({ file, text }) =>
    !isTest(file) &&
    !file.startsWith("testing/") &&
    !file.startsWith("demo-issuer/") && // the demonstration's own issuer is no part of the product
    file !== "endpoints.ts" &&
    /\b(app|router)\s*\.(get|post|put|patch|delete|all|route)\(/.test(text)
      ? [file]
      : [],
  );
  expect(round).toEqual([]);
});

test("every queue of the jobs has its act", () => {
  const text = readFileSync(join(import.meta.dirname, "jobs/jobs.ts"), "utf8");
  expect(text).toMatch(/const queues = \{[^}]+\} as const satisfies Readonly<Record<JobAct, string>>/);
});
