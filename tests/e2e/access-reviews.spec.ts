import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fitsItsWindow, problemsOnPage } from "./src/accessible.ts";
import { launchBrowser } from "./src/browser.ts";
import { onPage, patience, pressAndLeave } from "./src/pages.ts";
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

test("a manager goes from Today to who can see what, asks for a part to end, and sees it stay open", async () => {
  const { page, close } = await signInAs(browser, product, "Yasmin Idris", { to: "/manager/" });
  await onPage(page, "Today");
  await page.getByRole("link", { name: /Go through what the people you manage can see/ }).click();
  await onPage(page, "Who can see what");
  const row = page.getByRole("row").filter({ hasText: /child/ }).filter({ hasNotText: "No child's record" }).first();
  const name = (await row.getByRole("link").textContent()) ?? "";
  await row.getByRole("link").click();
  await onPage(page, `What ${name} can see`);
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Save the review" }).click();
  await page.getByText("Enter why it should end").first().waitFor({ timeout: patience });
  await page.getByRole("textbox").fill("The family has moved away.");
  await pressAndLeave(page, "Save the review");
  await page.getByText(/is told what you ask to end/).waitFor({ timeout: patience });
  await page.getByText("Asked to end, still open").first().waitFor({ timeout: patience });
  expect(await problemsOnPage(page)).toEqual([]);
  await close();
});

test("on a phone both pages fit", async () => {
  const { page, close } = await signInAs(browser, product, "Yasmin Idris", {
    to: "/manager/access-reviews",
    screen: phone,
  });
  await onPage(page, "Who can see what");
  expect([await fitsItsWindow(page), await problemsOnPage(page)]).toEqual([true, []]);
  await page.getByRole("table").getByRole("link").first().click();
  await onPage(page, /^What .+ can see$/);
  expect([await fitsItsWindow(page), await problemsOnPage(page)]).toEqual([true, []]);
  await close();
});
