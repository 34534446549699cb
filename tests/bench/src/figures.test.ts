import { describe, expect, test } from "vitest";
import { figuresOf, percentile, ratios, short, spreadOf, verdict } from "./figures.ts";

describe("figures", () => {
  test("a percentile is a value that was seen", () => {
    const values = [5, 1, 4, 2, 3, 6, 7, 8, 9, 10];
    expect([0.5, 0.9, 0.99].map((share) => percentile(values, share))).toEqual([5, 9, 10]);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test("a spread has the least, the middle and the most", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ least: 1, median: 2, most: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ least: 1, median: 2.5, most: 4 });
  });

  test("a ratio compares neighbours, not averages", () => {
    expect(ratios([10, 100], [20, 200])).toEqual({ least: 0.5, median: 0.5, most: 0.5 });
  });

  test("CPU is counted for each request", () => {
    const figures = figuresOf([
      { requests: 10, seconds: 2, latencies: [1, 3], cpu: { api: 20, postgres: 5 } },
      { requests: 30, seconds: 2, latencies: [2], cpu: { api: 60, postgres: 15 } },
    ]);
    expect(figures.requests).toBe(40);
    expect(figures.perSecond).toEqual({ least: 5, median: 10, most: 15 });
    expect([figures.p50, figures.cpu.api.median, figures.cpu.postgres.median]).toEqual([2, 2, 0.5]);
  });

  test.each([
    [{ value: 0.5, atLeast: 0.5, unit: "" }, "met"],
    [{ value: 0.4, atLeast: 0.5, unit: "" }, "missed by 0.10"],
    [{ value: 260, atMost: 250, unit: " MB" }, "missed by 10.0 MB"],
    [{ value: Number.NaN, atMost: 250, unit: " MB" }, "not measured"],
  ])("a target says whether it was met, and by how much not: %o", (target, words) => {
    expect(verdict({ name: "a target", ...target }).words).toBe(words);
  });

  test("a figure is as long as it matters", () => {
    expect([1_234.5, 99.96, 9.876, 0.123].map(short)).toEqual(["1,235", "100.0", "9.88", "0.12"]);
    expect([Number.NaN, null].map(short)).toEqual(["-", "-"]);
  });
});
