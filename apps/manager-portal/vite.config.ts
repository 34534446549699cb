import { apiPortIn, devServer, modulePreload } from "@linchpin/portal/dev-server";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "/manager/",
  plugins: [react()],
  build: { modulePreload },
  css: {
    transformer: "lightningcss",
    lightningcss: { errorRecovery: true }, // govuk-frontend's CSS has a hack that would stop the build
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  server: devServer("manager", apiPortIn(process.env)),
  test: {
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" }, // the gate adds these up
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "jsdom",
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
