import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { isDrawn } from "./src/every-page.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";

const most = 170 * 1024;

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What a page downloads of script until nothing more comes: each file, compressed as it would be sent. */
async function scriptsOf(path: string): Promise<ReadonlyMap<string, number>> {
  // Signed in on another page, in a browser that keeps nothing: all that the page needs comes over the wire.
  const { page, context, close } = await signInAs(browser, product, "Oona Flett", { to: "/sign-out" });
  await page.waitForLoadState("networkidle"); // what that page still asks for is not this one's
  const asked = new Set<string>();
  page.on("request", (request) => request.resourceType() === "script" && asked.add(request.url()));
  await page.goto(`${product.origin}${path}`, { waitUntil: "networkidle" });
  await isDrawn(page, path);
  const scripts = new Map<string, number>();
  for (const url of asked) {
    const body = await (await context.request.get(url)).body();
    scripts.set(new URL(url).pathname, gzipSync(body).length);
  }
  await close();
  return scripts;
}

test.each([
  ["the named-person portal", "/named-person/"],
  ["the manager portal", "/manager/"],
  ["the manager's desk", "/manager/proposals"],
])("the first page of %s downloads at most 170 KB of script", async (_, path) => {
  const scripts = await scriptsOf(path);
  expect(scripts.size).toBeGreaterThan(3);
  const sum = [...scripts.values()].reduce((total, size) => total + size, 0);
  const largest = [...scripts].sort(([, a], [, b]) => b - a).slice(0, 5);
  expect(sum, `${sum} bytes; the largest: ${JSON.stringify(largest)}`).toBeLessThanOrEqual(most);
});
