import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import everyday from "./vitest.config.ts";

/** `npm run proof`: the tests that ask whether they are proved, and try ten thousand cases then. */
const proved = globSync("src/**/*.test.ts", { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(`${import.meta.dirname}/${file}`, "utf8").includes('inject("proof")'),
);

export default defineConfig({
  test: {
    ...everyday.test,
    provide: { proof: true },
    include: proved,
    outputFile: { json: "test-results/proof.json" },
    testTimeout: 3_600_000,
  },
});
