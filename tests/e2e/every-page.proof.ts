import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { everyPageOf } from "./src/crawl.ts";
import { areas } from "./src/people.ts";
import { type Product, startProduct } from "./src/product.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test.each(areas)(
  "$area: every page of both portals can be read by everybody there, at a desk and on a phone",
  async ({ people }) => {
    const seen = await everyPageOf(browser, product, people);
    expect(seen.faults).toEqual([]);
    expect(seen.visited.size).toBeGreaterThan(40);
  },
);
