import { defineConfig } from "vitest/config";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether the properties are to be proved with many cases, or only looked at. */
    readonly proof: boolean;
  }
}

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["{src,tools}/**/*.test.ts"],
    provide: { proof: false },
    maxWorkers: 2,
    testTimeout: 60_000, // properties over many facts, whatever else the machine is doing
  },
});
