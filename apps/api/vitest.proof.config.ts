import { defineConfig } from "vitest/config";

/** `npm run proof`: what takes minutes, on a PostgreSQL server of its own. */
export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/proof.json" },
    include: ["src/**/*.proof.ts"],
    globalSetup: "src/testing/postgres-setup.ts",
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
