import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["**/*.spec.ts"],
    fileParallelism: false,
    globalSetup: ["src/seed-once.ts"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
