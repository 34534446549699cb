import { expect, test } from "vitest";
import { attempts } from "./attempts.ts";

test("a part that fails is said, kept and not tried again, and the others go on", async () => {
  const said: string[] = [];
  const { attempt, failures } = attempts((words) => said.push(words));
  let tries = 0;
  const breaks = () => {
    tries += 1;
    throw new Error("a statement was refused");
  };
  const found = [await attempt("pgbench", breaks), await attempt("pgbench", breaks), await attempt("bare", () => 7)];
  expect([found, tries]).toEqual([[undefined, undefined, 7], 1]);
  expect(failures()).toEqual([{ part: "pgbench", why: "a statement was refused" }]);
  expect(said.join()).toContain("pgbench. a statement was refused");
});
