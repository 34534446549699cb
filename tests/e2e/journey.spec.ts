import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { walkTheJourney } from "./src/journey.ts";
import { type Product, startProduct } from "./src/product.ts";
import { casts } from "./src/walk.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe.each(casts)("under the rules of $area", (cast) => {
  test("a concern becomes a plan, a choice, an agreement by those whose word is asked, and a lead professional", async () => {
    await walkTheJourney({ browser, product }, cast);
  });
});
