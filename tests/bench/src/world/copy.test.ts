import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyLine, sheetsIn } from "./copy.ts";
import { inOrder } from "./load.ts";

test("a row is written as PostgreSQL reads it", () => {
  const row = ["Mòrag", "a\ttab\nand \\", null, undefined, true, 7, ["a", 'b"c'], { json: { "a\\b": [] } }] as const;
  expect(copyLine(row)).toBe('Mòrag\ta\\ttab\\nand \\\\\t\\N\t\\N\ttrue\t7\t{"a","b\\\\"c"}\t{"a\\\\\\\\b":[]}\n');
});

test("each table has its file, and a row with other columns is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-bench-test-"));
  const { add, done } = sheetsIn(folder);
  add("child", { child_id: "1", born_on: null });
  add("plan", { plan_id: "2" });
  add("child", { born_on: "2016-05-04", child_id: "3" });
  expect(() => add("plan", { plan_id: "4", state: "open" })).toThrow(/plan/);
  const [child, plan] = done();
  expect(child?.columns).toEqual(["child_id", "born_on"]);
  expect(readFileSync(child?.file ?? "", "utf8")).toBe("1\t\\N\n3\t2016-05-04\n");
  expect(plan?.table).toBe("plan");
  rmSync(folder, { recursive: true });
});

test("tables are loaded after those they point at, and an unknown one is named", () => {
  const sheet = (table: string) => ({ table, columns: [], file: "" });
  expect(inOrder(["plan", "area", "child"].map(sheet)).map(({ table }) => table)).toEqual(["area", "child", "plan"]);
  expect(() => inOrder([sheet("weather")])).toThrow(/weather/);
});
