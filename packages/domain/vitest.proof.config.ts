import { defineConfig } from "vitest/config";
import everyday from "./vitest.config.ts";

/** `npm run proof`: the property tests alone, with ten thousand cases each. */
export default defineConfig({
  test: {
    ...everyday.test,
    provide: { proof: true },
    include: ["src/**/{properties,*-properties}.test.ts", "src/rulebooks/who-leads.test.ts"],
    outputFile: { json: "test-results/proof.json" },
    testTimeout: 3_600_000,
  },
});
