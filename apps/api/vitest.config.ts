import { defineConfig } from "vitest/config";

const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2, // each may hold a PGlite of half a gigabyte
  // A worker loads the api once and keeps it: loading it anew for each file cost a third of the time. What a file changes of
  // a process for good must be in `apart`.
  isolate: false,
};

/** Registers a rulebook of its own, which the process knows from then on. */
const apart = ["src/own-rulebooks.test.ts"];

/** The same tests run on both engines; what needs many connections, or a server by itself, runs on PostgreSQL only. */
export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "pglite",
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.postgres.test.ts", ...apart],
          globalSetup: "src/testing/pglite-setup.ts",
        },
      },
      {
        test: {
          ...shared,
          name: "apart",
          include: apart,
          isolate: true,
          globalSetup: "src/testing/pglite-setup.ts",
        },
      },
      {
        test: {
          ...shared,
          name: "postgres",
          include: [
            "src/features/**/*.test.ts",
            "src/db/**/*.test.ts",
            "src/jobs/**/*.test.ts",
            "src/sign-in/**/*.test.ts",
            "src/second-line.test.ts",
            "src/**/*.postgres.test.ts",
          ],
          globalSetup: "src/testing/postgres-setup.ts",
        },
      },
    ],
  },
});
