import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["src/**/*.test.ts"],
    maxWorkers: 2,
  },
});
