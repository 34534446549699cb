// `npm run dev`: the api and both portals from their sources, with reload. One address for people, as in service: PORT,
// where the named-person portal's server hands on what is not its own (packages/portal/src/dev-server.ts).
import { spawnSync } from "node:child_process";

const asked = process.env.PORT ?? "4000";
const door = Number(asked);
if (!/^\d+$/.test(asked) || door < 1 || door > 65_532) {
  console.error("PORT must be a whole number from 1 to 65532: development takes the three ports after it too.");
  process.exit(1);
}
const env = {
  ...process.env,
  PORT: String(door + 2),
  PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? `http://localhost:${door}`,
};
console.log(`Linchpin will be at http://localhost:${door} as soon as it says that it is open.`);
process.exit(spawnSync("turbo", ["run", "dev"], { env, stdio: "inherit", shell: true }).status ?? 1);
