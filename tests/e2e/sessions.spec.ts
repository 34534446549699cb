import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { onPage, patience } from "./src/pages.ts";
import { phone, signInAs } from "./src/person.ts";
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

test("somebody ends the session they left open elsewhere, and from there nothing opens any more", async () => {
  const left = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/" });
  const here = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/", screen: phone });
  await here.page.getByRole("link", { name: "Where you are signed in" }).click();
  await onPage(here.page, "Where you are signed in");
  const wide = await here.page.locator("html").evaluate((html) => html.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await here.page.getByRole("button", { name: "End this session" }).click();
  await here.page.getByRole("button", { name: "End it" }).click();
  await here.page.getByText("You are signed in nowhere else.").waitFor({ timeout: patience });

  await left.page.getByRole("link", { name: "My children" }).click();
  await left.page.waitForURL((url) => url.pathname === "/sign-in" && url.searchParams.has("return-to"));
  await onPage(left.page, "Sign in");
  await left.close();
  await here.close();
});
