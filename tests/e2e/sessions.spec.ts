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
  // Over the page, or in its place: by when the portal last asked who is signed in.
  const over = left.page.getByRole("heading", { name: /^(Your session has ended|Sign in)$/ });
  await over.waitFor({ timeout: patience });
  await left.close();
  await here.close();
});

test("two minutes before the end a warning takes the keyboard, and one key keeps the session", async () => {
  const person = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/", screen: phone });
  const { page } = person;
  let isNear = true;
  const attended: boolean[] = [];
  await page.route("**/api/trpc/**", async (route) => {
    attended.push(route.request().headers()["x-linchpin-unattended"] === undefined);
    const answer = await route.fetch();
    const headers = { ...answer.headers(), "x-linchpin-time-left": isNear ? "110 40000" : "900 40000" };
    await route.fulfill({ response: answer, headers });
  });
  await page.reload();
  const warning = page.getByRole("dialog", { name: "You are about to be signed out" });
  await warning.waitFor({ timeout: patience });
  expect(await warning.getByRole("status").textContent()).toBe("in 2 minutes");
  const stay = warning.getByRole("button", { name: "Stay signed in" });
  expect(await stay.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  expect(attended).toContain(false); // the server was asked, and that kept nothing open
  isNear = false;
  attended.length = 0;
  await page.keyboard.press("Enter");
  await warning.waitFor({ state: "detached", timeout: patience });
  expect(attended[0]).toBe(true);
  await person.close();
});
