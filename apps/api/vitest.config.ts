import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["src/**/*.test.ts"],
    globalSetup: "src/testing/global-setup.ts",
    maxWorkers: 2, // each may hold a PGlite of half a gigabyte
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
