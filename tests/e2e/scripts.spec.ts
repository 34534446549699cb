import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { isDrawn } from "./src/every-page.ts";
import { oneOfEach } from "./src/payloads.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { concernOf, madeFromText, shownOf, watchScripts } from "./src/scripts.ts";
import { openAChild } from "./src/walk.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test(`a text of each of ${oneOfEach.length} kinds that would run as a script is shown as it was typed, and none runs`, async () => {
  const { page, context, close } = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/" });
  const { ran } = await watchScripts(context);
  const child = await openAChild(page);
  const childId = child.split("/").at(-1) ?? "";
  const concerns: string[] = [];
  for (const text of oneOfEach) concerns.push(await concernOf(page, childId, text));
  const made: string[] = [];
  const shown = new Set<number>();
  const pages = [
    child,
    ...["concerns", "chronology", "who-has-looked", "consent"].map((part) => `${child}/${part}`),
    ...concerns.map((concernId) => `${child}/concerns/${concernId}`),
    "/named-person",
    "/named-person/children",
    "/named-person/notices",
    "/manager",
  ];
  for (const path of pages) {
    await page.goto(`${product.origin}${path}`);
    await isDrawn(page, path);
    made.push(...(await madeFromText(page)));
    for (const which of await shownOf(page, oneOfEach)) shown.add(which);
  }
  console.info(
    `scripts: ${oneOfEach.length} payloads, ${shown.size} read on ${pages.length} pages; run ${ran.length}, taken for markup ${made.length}`,
  );
  expect(ran).toEqual([]);
  expect(made).toEqual([]);
  expect(shown.size, "texts that were read on a page").toBe(oneOfEach.length);

  // One that is taken for markup would be found.
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=__ran()>"));
  await expect.poll(() => ran.length).toBeGreaterThan(0);
  expect(await madeFromText(page)).toHaveLength(1);
  await close();
});
