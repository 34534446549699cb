// @vitest-environment node
import { createServer as createHttp, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiPortIn, devServer } from "./dev-server.ts";

const stubs: Server[] = [];
let door: ViteDevServer;
let origin: string;

/** Answers with its name, the address it was asked for, and the origin that the browser named. */
async function standIn(name: string, port: number): Promise<boolean> {
  const server = createHttp((req, res) => res.end(`${name} ${req.url} ${req.headers.origin ?? ""}`.trim()));
  const listens = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
  });
  if (listens) stubs.push(server);
  return listens;
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

/** The first of three ports in a row that are free, the last two with stand-ins on them. */
async function threePorts(): Promise<number> {
  const asked = createHttp();
  await new Promise<void>((resolve) => asked.listen(0, "127.0.0.1", resolve));
  const { port } = asked.address() as AddressInfo; // listening on a port, so it is no pipe and not null
  await close(asked);
  if ((await standIn("manager", port + 1)) && (await standIn("api", port + 2))) return port;
  await Promise.all(stubs.splice(0).map(close));
  return threePorts();
}

beforeAll(async () => {
  const port = await threePorts();
  origin = `http://127.0.0.1:${port}`;
  door = await createServer({
    configFile: false,
    logLevel: "silent",
    root: import.meta.dirname,
    base: "/named-person/",
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { ...devServer("named-person", port + 2), hmr: false, watch: null },
  });
  await door.listen();
});
afterAll(async () => {
  await door.close();
  await Promise.all(stubs.map(close));
});

test.each([
  ["/", "api"],
  ["/sign-in", "api"],
  ["/sign-in?return-to=%2Fmanager%2F", "api"],
  ["/sign-in/demonstration/callback?code=c&state=s", "api"],
  ["/sign-out/everywhere", "api"],
  ["/session-ended", "api"],
  ["/look/linchpin.css", "api"],
  ["/api/trpc/session.who", "api"],
  ["/readyz", "api"],
  ["/named-persons", "api"],
  ["/managers", "api"],
  ["/manager", "manager"],
  ["/manager/teams/1/workload?sort=load", "manager"],
  ["/manager/src/main.tsx", "manager"],
])("one door for all: %s is answered by the %s", async (path, by) => {
  const answer = await fetch(`${origin}${path}`, { redirect: "manual" });
  expect(await answer.text()).toBe(`${by} ${path}`);
});

test("its own portal's files are served at the door itself", async () => {
  const answer = await fetch(`${origin}/named-person/dev-server.ts`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("devServer");
});

test("a change that is sent comes to the api with the origin it was sent from", async () => {
  const headers = { origin: "http://localhost:4000", "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/trpc/session.end`, { method: "POST", body: "{}", headers });
  expect(await answer.text()).toBe("api /api/trpc/session.end http://localhost:4000");
});

test("the manager portal tells of changes at its own port", () => {
  const { port, hmr } = devServer("manager", 4002);
  expect({ port, hmr }).toEqual({ port: 4001, hmr: { clientPort: 4001 } });
});

test("the api's port is taken from PORT, and is the usual one without it", () => {
  expect(apiPortIn({ PORT: "5102" })).toBe(5102);
  expect(apiPortIn({})).toBeUndefined();
  expect(devServer("named-person").port).toBe(4000);
});
