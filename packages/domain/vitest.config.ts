import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["{src,tools}/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 60_000, // properties over many facts, whatever else the machine is doing
  },
});
