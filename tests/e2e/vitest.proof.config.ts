import { defineConfig } from "vitest/config";

/** `npm run proof`: what takes many minutes in a browser. */
export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/proof.json" },
    include: ["**/*.proof.ts"],
    fileParallelism: false,
    globalSetup: ["src/seed-once.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
