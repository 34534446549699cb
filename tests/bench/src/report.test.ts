import { expect, test } from "vitest";
import type { Measured } from "./figures.ts";
import { markdown, report } from "./report.ts";
import { type Summary, summaryOf } from "./summary.ts";

const measured = (requests: number): Measured => ({
  requests,
  seconds: 1,
  latencies: [4, 5, 6],
  cpu: { api: requests * 2, postgres: requests },
});
const summary = summaryOf({
  machine: { cores: 2 },
  loaded: { rows: 1_000, seconds: 1, megabytes: 2 },
  statements: { child: { statements: 7, requests: 1 } },
  runs: [
    {
      name: "child",
      label: "Child page",
      connections: 1,
      product: [measured(60), measured(90)],
      bare: [measured(100), measured(100)],
      pgbench: [],
    },
  ],
  scaling: [{ name: "child", label: "Child page", large: [measured(10)], small: [] }],
  memory: undefined,
  coldStarts: [{ ready: 1_100, firstAnswer: 1_250 }],
  remarks: [],
  failures: [{ part: "Child page: pgbench", why: "a statement was refused" }],
});

test("what was measured is printed beside what could not be", () => {
  const printed = report(summary);
  expect(printed).toMatch(/Child page, 1 connection +75\.0 +5\.00 +6\.00 +0\.60 - 0\.75 - 0\.90 +- +2\.00 +1\.00\n/);
  expect(printed).not.toMatch(/^ {2}pgbench/m);
  expect(printed).toMatch(/Child page: time at 100,000 .* - +not measured/);
  expect(printed).toMatch(/Cold start to the first answer +at most 2 +1\.25 s +met/);
  expect(printed).toContain("What could not be measured:\n- Child page: pgbench: a statement was refused");
});

test("what was written as JSON can be printed as a page's tables later", () => {
  const later = JSON.parse(JSON.stringify(summary)) as Summary;
  expect(markdown(later)).toBe(markdown(summary));
  expect(markdown(later)).toContain("| Child page, 1 connection | 75.0 | 5.00 | 6.00 | 0.60 - 0.75 - 0.90 | - |");
});
