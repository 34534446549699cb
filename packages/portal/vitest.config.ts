import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "jsdom",
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
