import { defineConfig } from "vitest/config";

const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2, // each may hold a PGlite of half a gigabyte
};

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
          exclude: ["src/**/*.postgres.test.ts"],
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
            "src/**/*.postgres.test.ts",
          ],
          globalSetup: "src/testing/postgres-setup.ts",
        },
      },
    ],
  },
});
