import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { cast, rollIn, startFellside } from "./src/fellside.ts";
import { walkTheJourney } from "./src/journey.ts";

let browser: Browser;
let product: Awaited<ReturnType<typeof startFellside>>;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startFellside(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("an area with an order of agreement of its own, from its class list to a lead professional", async () => {
  await rollIn(browser, product, product.classList);
  const { asked, entered } = await walkTheJourney({ browser, product }, cast);
  expect(asked.filter(({ isNext }) => isNext)).toHaveLength(1);
  const [family, person, first, second, ...more] = entered;
  expect(more).toEqual([]);
  expect([family?.label, person?.label]).toEqual(["The family agrees", "The person proposed accepts"]);
  expect([first?.label, second?.label].sort()).toEqual(["The line manager agrees", "The service's manager agrees"]);
  expect(first?.openTogether).toHaveLength(2);
  expect(second?.openTogether).toEqual([second?.label]);
});
