import { request } from "node:http";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyStyleHashes } from "./features/consent/copy-html.ts";
import { uploadLimit } from "./guards.ts";
import { Browser } from "./testing/browser.ts";
import { employ, type House, openHouse, signIn, whoIs } from "./testing/sign-in.ts";

let house: House;
let fails = false;
beforeAll(async () => {
  house = await openHouse({
    uploads: ["roll.upload"],
    trpc: (shell) =>
      express.Router().post(/.*/, async (req, res) => {
        if (fails) throw new Error("Failed query: select 1 params: Robin Ashdown");
        res.json((await shell.sessionOf(req)) ?? null);
      }),
  });
  await employ(house.database, { subject: "ann" });
});
afterAll(() => house.close());

type Ask = { method?: string; headers?: Record<string, string>; body?: string };
const ask = (path: string, { method = "GET", headers = {}, body }: Ask = {}) =>
  fetch(house.origin + path, { method, redirect: "manual", headers, ...(body !== undefined && { body }) });
const call = (headers: Record<string, string>, path = "/api/trpc/a", body = "{}") =>
  ask(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
const ours = () => ({ origin: house.origin });

describe("what watches over the process is told", () => {
  test("that it lives, and that it is ready while the database answers", async () => {
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask("/readyz")).status).toBe(200);
  });

  test("that it is not ready when the database does not answer, or when it is stopping", async () => {
    const ping = async () => {
      throw new Error("away");
    };
    const dead = await openHouse({ over: house.database, database: { ...house.database, ping } });
    expect([(await fetch(`${dead.origin}/readyz`)).status, (await fetch(`${dead.origin}/healthz`)).status]).toEqual([
      503, 200,
    ]);
    await dead.close();
    const stopping = await openHouse({ over: house.database });
    stopping.server.stopTaking();
    expect((await fetch(`${stopping.origin}/readyz`)).status).toBe(503);
    await stopping.close();
  });
});

describe("every answer", () => {
  test.each(["/sign-in", "/nowhere", "/api/trpc/a", "/healthz", "/look/linchpin.css"])(
    "%s says what may run",
    async (path) => {
      const { headers } = await ask(path);
      const issuer = house.demo.settings.issuer;
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none';object-src 'none';script-src 'self';" +
          `style-src 'self' ${copyStyleHashes.join(" ")};img-src 'self' data:;connect-src 'self';font-src 'self';` +
          `form-action 'self' ${issuer};frame-ancestors 'none';base-uri 'none'`,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("strict-transport-security")).toBeNull(); // this one is http, on this machine
    },
  );

  test("has a number of its own, which nobody else chooses", async () => {
    const [one, two] = [await ask("/healthz", { headers: { "x-request-id": "mine" } }), await ask("/healthz")];
    expect(one.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(one.headers.get("x-request-id")).not.toBe(two.headers.get("x-request-id"));
  });

  test.each(["/", "/sign-in", "/api/x", "/nowhere", "/sign-in/post"])("%s is kept by no cache", async (path) => {
    expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
  });

  test("over https is https for two years, and its cookies are bound to the host", async () => {
    const over = await openHouse({
      over: house.database,
      env: { ...envOfHouse(), publicOrigin: "https://linchpin.example" },
    });
    const { headers } = await fetch(`${over.origin}/sign-in/demonstration/start`, { redirect: "manual" });
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-linchpin-sign-in=[\w-]{43}; Max-Age=900; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    await over.close();
  });
});

const envOfHouse = () => ({
  publicOrigin: house.origin,
  sessionIdleMinutes: 15,
  sessionHours: 12,
  trustProxy: false as const,
  demo: true,
  issuers: [house.demo.settings],
});

describe("a change comes from a page of ours, or not at all", () => {
  test("ours is answered, by its origin or by the browser's word", async () => {
    expect((await call(ours())).status).toBe(200);
    expect((await call({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await call({ ...ours(), "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  });

  const forged: [string, () => Record<string, string>][] = [
    ["no origin", () => ({})],
    ["a null origin", () => ({ origin: "null" })],
    ["a null origin from the same site", () => ({ origin: "null", "sec-fetch-site": "same-origin" })],
    ["another origin", () => ({ origin: "https://evil.example" })],
    [
      "another origin that says it is the same",
      () => ({ origin: "https://evil.example", "sec-fetch-site": "same-origin" }),
    ],
    ["a sibling's origin", () => ({ origin: house.origin.replace("localhost", "sibling.localhost") })],
    ["a sibling, by the browser's word", () => ({ "sec-fetch-site": "same-site" })],
    ["another port", () => ({ origin: house.demo.settings.issuer })],
    ["an origin that begins like ours", () => ({ origin: `${house.origin}0` })],
    ["an origin in other letters", () => ({ origin: house.origin.toUpperCase() })],
    ["another site, by the browser's word", () => ({ "sec-fetch-site": "cross-site" })],
    ["nobody, by the browser's word", () => ({ "sec-fetch-site": "none" })],
  ];
  test.each(forged)("%s is refused everywhere", async (_, headers) => {
    const answer = await call(headers());
    expect([answer.status, await answer.text()]).toEqual([403, "This can only be done from a page of Linchpin."]);
    for (const path of ["/sign-out", "/sign-out/everywhere", "/sign-in/post", "/nowhere"]) {
      const form = { "content-type": "application/x-www-form-urlencoded", ...headers() };
      expect((await ask(path, { method: "POST", headers: form, body: "a=b" })).status).toBe(403);
    }
  });

  test("a forged form of a signed-in person signs nobody out", async () => {
    const { browser } = await signIn(house, "ann");
    const forgedForm = { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" };
    await browser.ask(`${house.origin}/sign-out`, { method: "POST", body: "", headers: forgedForm });
    expect(await whoIs(house, browser)).not.toBeNull();
  });

  test.each([
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "text/plain; application/json",
    "",
  ])("a call sent as %j is refused, even by ours", async (type) => {
    expect((await call({ ...ours(), "content-type": type })).status).toBe(403);
  });

  test.each(["application/json", "text/plain", "multipart/form-data; boundary=x"])(
    "a form sent as %s is refused",
    async (type) => {
      const headers = { ...ours(), "content-type": type };
      expect((await ask("/sign-out", { method: "POST", headers, body: "{}" })).status).toBe(403);
    },
  );

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("%s is not done here", async (method) => {
    const answer = await ask("/api/trpc/a", { method, headers: ours() });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  });
});

describe("a call", () => {
  test.each(["GET", "HEAD"])("by %s is not answered, so that nothing asked is in an address", async (method) => {
    expect((await ask("/api/trpc/a?input=%7B%7D", { method, headers: ours() })).status).toBe(405);
  });

  test("may travel with nine others", async () => {
    const batch = (calls: number, comma = ",") =>
      call(ours(), `/api/trpc/${Array(calls).fill("a").join(comma)}?batch=1`);
    expect((await batch(10)).status).toBe(200);
    expect((await batch(11)).status).toBe(400);
    expect((await batch(11, "%2C")).status).toBe(400);
    expect((await call(ours(), "/api/trpc/%E0%A4%A")).status).toBe(400);
  });

  test("may bring a megabyte, and an upload by itself more", async () => {
    const megabyte = " ".repeat(1024 * 1024 - 2);
    expect((await call(ours(), "/api/trpc/a", `{${megabyte}}`)).status).toBe(200);
    expect((await call(ours(), "/api/trpc/a", `{${megabyte} }`)).status).toBe(413);
    expect((await call(ours(), "/api/trpc/roll.upload", `{${megabyte} }`)).status).toBe(200);
    expect((await call(ours(), "/api/trpc/roll.upload,a", `{${megabyte} }`)).status).toBe(413);
    expect((await call(ours(), "/api/trpc/roll.upload", `{${" ".repeat(uploadLimit)}}`)).status).toBe(413);
  });

  test("says how long it is before it is read", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "transfer-encoding": "chunked", ...ours() };
      const sent = request(`${house.origin}/api/trpc/a`, { method: "POST", headers }, (res) =>
        resolve(res.resume().statusCode),
      );
      sent.once("error", reject).end("{}");
    });
    expect(status).toBe(411);
  });

  test("nobody knows is said plainly", async () => {
    expect(
      (
        await ask("/api/other", {
          method: "POST",
          headers: { ...ours(), "content-type": "application/json" },
          body: "{}",
        })
      ).status,
    ).toBe(404);
  });
});

describe("the portals", () => {
  const at = async (path: string, headers: Record<string, string> = {}, browser?: Browser) =>
    (browser ?? (await signIn(house, "ann")).browser).ask(house.origin + path, { headers });

  test.each([
    "/named-person/",
    "/named-person",
    "/named-person/children/1",
    "/named-person/children/",
    "/manager/team?page=2",
  ])("%s opens the portal's page, asked for again each time", async (path) => {
    const page = await at(path);
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect(await page.text()).toContain(path.startsWith("/manager") ? "<title>Manager" : "<title>Named person");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("its assets never change, and come small to whoever can read them small", async () => {
    const path = "/manager/assets/index-abc123.js";
    for (const [accepted, encoding] of [
      ["br, gzip", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
      ["identity", null],
    ] as const) {
      const asset = await at(path, { "accept-encoding": accepted }, new Browser());
      expect(asset.headers.get("content-encoding")).toBe(encoding);
      expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(asset.headers.get("vary")).toBe("Accept-Encoding");
      expect(asset.headers.get("content-type")).toContain("javascript");
      expect(await asset.text()).toBe('console.log("Manager");');
    }
  });

  test("what did not change is not sent again", async () => {
    const first = await at("/manager/favicon.svg", {}, new Browser());
    const etag = first.headers.get("etag") ?? "";
    expect(
      (await at("/manager/favicon.svg", { "if-none-match": etag, "cache-control": "max-age=0" }, new Browser())).status,
    ).toBe(304);
  });

  test.each([
    "/manager/assets/other.js",
    "/manager/assets/index-abc123.js.gz",
    "/manager/assets/index-abc123.js.map",
    "/manager/other.js",
    "/manager/..%2f..%2fpackage.json",
    "/manager/%2e%2e/%2e%2e/env.ts",
    "/manager/%00",
    "/manager/%E0%A4%A",
  ])("%s is no file of it", async (path) => {
    const page = await at(path);
    expect(await page.text()).not.toMatch(/console\.log|"name"|export/);
    if (path !== "/manager/%00") expect(page.status).toBeGreaterThanOrEqual(400);
  });

  test("whoever is not signed in is sent to sign in, and back", async () => {
    const page = await at("/manager/team?page=2", {}, new Browser());
    expect([page.status, page.headers.get("location")]).toEqual([
      303,
      "/sign-in?return-to=%2Fmanager%2Fteam%3Fpage%3D2",
    ]);
    expect((await at("/", {}, new Browser())).headers.get("location")).toBe("/sign-in");
  });

  test("that are not built say so", async () => {
    const bare = await openHouse({ over: house.database, portals: undefined });
    const page = await fetch(`${bare.origin}/manager/`);
    expect([page.status, (await page.text()).includes("The portals are not built")]).toEqual([404, true]);
    await bare.close();
  });
});

describe("the log", () => {
  test("has a line for each request: ids and numbers, the route and not the address", async () => {
    const { browser } = await signIn(house, "ann");
    await whoIs(house, browser);
    await browser.ask(`${house.origin}/sign-in?return-to=/manager/robin-ashdown`);
    await browser.ask(`${house.origin}/manager/robin-ashdown`);
    await new Promise((resolve) => setImmediate(resolve));
    const lines = house.log.filter((line) => line.event === "request").slice(-3);
    expect(lines.map((line) => line.route)).toEqual(["/api/trpc/*", "/sign-in", "/manager/*"]);
    expect(lines[0]).toMatchObject({
      method: "POST",
      status: 200,
      requestId: expect.any(String),
      ms: expect.any(Number),
      practitionerId: expect.any(String),
      areaId: expect.any(String),
    });
    expect(JSON.stringify(house.log)).not.toMatch(/robin|Ann Reid/i);
  });

  test("says of a request that was turned away at the door why it was", async () => {
    const before = house.log.length;
    await call({ origin: "https://evil.example" });
    await call({ ...ours(), "content-type": "text/plain" });
    await call(ours(), "/api/trpc/%E0%A4%A");
    await ask("/sign-out", { method: "PUT", headers: ours() });
    await new Promise((resolve) => setImmediate(resolve));
    const lines = house.log.slice(before).filter(({ event }) => event === "request.turned-away");
    expect(lines.map(({ reason, status }) => [reason, status])).toEqual([
      ["origin", 403],
      ["content-type", 403],
      ["batch", 400],
      ["method", 405],
    ]);
    expect(JSON.stringify(lines)).not.toContain("evil");
  });

  test("of a failure knows where and not what; the person gets a number to tell", async () => {
    fails = true;
    const answer = await call(ours());
    fails = false;
    const text = await answer.text();
    expect([answer.status, text.includes("Something went wrong")]).toEqual([500, true]);
    expect(text).toContain(answer.headers.get("x-request-id") ?? "no number");
    const line = house.log.find(({ event }) => event === "request.failed");
    expect(line).toMatchObject({
      requestId: answer.headers.get("x-request-id"),
      error: { type: "Error", at: expect.any(Array) },
    });
    expect(JSON.stringify(line) + text).not.toContain("Robin");
  });
});

test("a form that is too long, or broken, is refused and no fault of ours", async () => {
  const headers = { ...ours(), "content-type": "application/x-www-form-urlencoded" };
  const answer = await ask("/sign-out", { method: "POST", headers, body: `a=${"b".repeat(5000)}` });
  expect(answer.status).toBe(413);
});
