// Every `npm run NAME` starts here, on whatever Node the machine has: make sure the pinned pnpm and an
// up-to-date install are there, then run the package.json script `NAME:inner` with them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [name, ...rest] = process.argv.slice(2);
const cwd = fileURLToPath(new URL("..", import.meta.url));
const { packageManager, scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
if (!name || !scripts[`${name}:inner`]) {
  console.error(`There is no "${name ?? ""}" to run. Try: npm start, npm test, npm run check.`);
  process.exit(1);
}

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  npm_config_update_notifier: "false",
};
const shell = process.platform === "win32"; // npx and pnpm are .cmd files there
const found = spawnSync("pnpm", ["--version"], { cwd, env, shell, encoding: "utf8" });
const pnpm =
  found.status === 0 && found.stdout.trim() === packageManager.split("@")[1]
    ? ["pnpm"]
    : ["npx", "--yes", packageManager];
const call = (args, stdio) =>
  spawnSync(pnpm[0], [...pnpm.slice(1), ...args], { cwd, env, shell, stdio, encoding: "utf8" });

const install = call(["install", "--frozen-lockfile", "--reporter=append-only"], ["ignore", "pipe", "pipe"]);
if (install.status !== 0) {
  console.error(`${install.stdout ?? ""}${install.stderr ?? ""}`);
  console.error(
    `The packages could not be installed (${install.error?.message ?? `pnpm install ended with ${install.status}`}).`,
  );
  process.exit(install.status || 1);
}
process.exit(call(["--silent", "run", `${name}:inner`, ...rest], "inherit").status ?? 1);
